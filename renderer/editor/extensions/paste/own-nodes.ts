import { documentSchema, type BlockNode, type InlineNode } from '../../../../shared/document/vocabulary.ts';

const INLINE = new Set(['text', 'linebreak', 'tab', 'link']);

/** Copy from this editor or another window of it: taken as it is, but only if it is what the vocabulary allows. */
export function readOwnNodes(data: string): (BlockNode | InlineNode)[] | null {
  try {
    const payload: unknown = JSON.parse(data);
    if (typeof payload !== 'object' || payload === null || !('nodes' in payload)) return null;
    const { nodes } = payload;
    if (!Array.isArray(nodes)) return null;
    const isInline = nodes.every((node: { type?: string }) => INLINE.has(node?.type ?? ''));
    const children = isInline ? [{ type: 'paragraph', children: nodes }] : nodes;
    const { root } = documentSchema.parse({ root: { type: 'root', children } });
    const [first] = root.children;
    return isInline && first?.type === 'paragraph' ? first.children : root.children;
  } catch {
    return null;
  }
}
