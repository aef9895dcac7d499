import {
  $generateNodesFromSerializedNodes,
  $insertGeneratedNodes,
  ClipboardImportExtension,
} from '@lexical/clipboard';
import { $getEditor, configExtension, defineExtension, type BaseSelection } from 'lexical';
import { documentSchema, type BlockNode } from '../../../../shared/document/vocabulary.ts';
import { blocksFromHtml, blocksFromText } from './html-to-blocks.ts';

const INLINE = new Set(['text', 'linebreak', 'tab', 'link']);

function $insertBlocks(blocks: readonly BlockNode[], selection: BaseSelection): boolean {
  if (blocks.length === 0) return false;
  const [only] = blocks;
  // One paragraph is a piece of a sentence: it joins the one the caret is in, whatever that is.
  const nodes = blocks.length === 1 && only?.type === 'paragraph' ? only.children : blocks;
  $insertGeneratedNodes($getEditor(), $generateNodesFromSerializedNodes([...nodes]), selection);
  return true;
}

/** Copy from this editor or another window of it: taken as it is, but only if it is what the vocabulary allows. */
function readOwnNodes(data: string): unknown[] | null {
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

/** Paste and drop, limited to the vocabulary at the door. */
export const PasteExtension = defineExtension({
  name: 'redaksi/paste',
  dependencies: [
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        'application/x-lexical-editor': [
          (data, selection) => {
            const nodes = readOwnNodes(data);
            if (nodes === null || nodes.length === 0) return false;
            $insertGeneratedNodes(
              $getEditor(),
              $generateNodesFromSerializedNodes(
                nodes as Parameters<typeof $generateNodesFromSerializedNodes>[0],
              ),
              selection,
            );
            return true;
          },
        ],
        'text/html': [
          (data, selection) => {
            const page = new DOMParser().parseFromString(data, 'text/html');
            return $insertBlocks(blocksFromHtml(page.body), selection);
          },
        ],
        'text/plain': [(data, selection) => $insertBlocks(blocksFromText(data), selection)],
      },
    }),
  ],
});
