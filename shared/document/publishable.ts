/**
 * The document as a reader may get it: the only door to the serialisers, which take nothing else. An open suggestion is
 * not yet so: what it would insert is left out, what it would delete stays, words are set and paragraphs parted as before.
 * Notes are gone.
 */
import type {
  ArticleDocument,
  BlockNode,
  InlineNode,
  ListItemNode,
  ListNode,
  TextNode,
} from './vocabulary.ts';

declare const publishableMark: unique symbol;

/** A document without suggestions and notes. Only `publishable` makes one. */
export type PublishableDocument = ArticleDocument & { readonly [publishableMark]: true };

type Inline = InlineNode | ListNode;

function withoutMarks<Node extends { $?: unknown }>(node: Node): Node {
  if (node.$ === undefined) return node;
  const { $: _marks, ...rest } = node;
  return rest as unknown as Node;
}

/** Neighbours that differed in their marks only are one run of text again. */
function joined<Node extends Inline>(nodes: readonly Node[]): Node[] {
  const result: Node[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.type === 'text' && node.type === 'text' && isSameRun(last, node)) {
      result[result.length - 1] = { ...last, text: last.text + node.text };
    } else result.push(node);
  }
  return result;
}

function isSameRun(left: TextNode, right: TextNode): boolean {
  return left.format === right.format && left.mode === 'normal' && right.mode === 'normal';
}

function inline<Node extends Inline>(nodes: readonly Node[]): Node[] {
  const kept = nodes.flatMap((node): Node[] => {
    if (node.type === 'list') {
      const list = listWithout(node);
      return list === null ? [] : [list as Node];
    }
    if (node.type === 'link') {
      const children = inline(node.children);
      return children.length === 0 && node.children.length > 0 ? [] : [{ ...node, children }];
    }
    if (node.$?.insertion !== undefined) return [];
    if (node.type === 'text' && node.$?.formatting !== undefined) {
      return [{ ...withoutMarks(node), format: node.$.formatting.before } as Node];
    }
    return [withoutMarks(node as { $?: unknown }) as Node];
  });
  return joined(kept);
}

/** What ends at a suggested end goes on in the next one: as many as follow each other are one. */
function withoutEnds<Part extends { $?: { endInsertion?: unknown } | undefined }>(
  parts: readonly Part[],
  join: (first: Part, next: Part) => Part | null,
): Part[] {
  const result: Part[] = [];
  let open = false;
  for (const part of parts) {
    const last = result.at(-1);
    const together = open && last !== undefined ? join(last, part) : null;
    open = part.$?.endInsertion !== undefined;
    if (together === null) result.push(part);
    else result[result.length - 1] = together;
  }
  return result;
}

function joinItems(first: ListItemNode, next: ListItemNode): ListItemNode {
  return { ...first, children: [...first.children, ...next.children] };
}

function listWithout(list: ListNode): ListNode | null {
  if (list.$?.insertion !== undefined) return null;
  const items = withoutEnds(list.children, joinItems).flatMap((item): ListItemNode[] =>
    item.$?.insertion === undefined ? [{ ...withoutMarks(item), children: inline(item.children) }] : [],
  );
  const children = items.map((item, index) => ({ ...item, value: list.start + index }));
  return children.length === 0
    ? null
    : { ...withoutMarks(list), children: hasNumbers(list) ? children : items };
}

/** Whether the items were numbered as they stand: numbers of items that went are taken up again. */
function hasNumbers({ children, start }: ListNode): boolean {
  return children.every(({ value }, index) => value === start + index);
}

type WordBlock = Extract<BlockNode, { children: InlineNode[] }>;

function isWordBlock(block: BlockNode): block is WordBlock {
  return ['paragraph', 'heading', 'quote', 'pullquote', 'sourcenote'].includes(block.type);
}

function joinBlocks(first: BlockNode, next: BlockNode): BlockNode | null {
  if (!isWordBlock(first) || !isWordBlock(next)) return null;
  // A paragraph without words is none: the other one stays what it is.
  const isEmpty = inline(first.children).length === 0;
  return { ...(isEmpty ? next : first), children: [...first.children, ...next.children] };
}

function block(node: BlockNode): BlockNode[] {
  if (node.$?.insertion !== undefined) return [];
  if (isWordBlock(node)) return [{ ...withoutMarks(node), children: inline(node.children) }];
  switch (node.type) {
    case 'list': {
      const list = listWithout(node);
      return list === null ? [] : [list];
    }
    case 'factbox':
      return [{ ...withoutMarks(node), children: blocks(node.children) }];
    case 'table':
      return [
        {
          ...withoutMarks(node),
          ...(node.$?.caption === undefined ? {} : { $: { caption: node.$.caption } }),
          children: node.children.map((row) => ({
            ...row,
            children: row.children.map((cell) => ({ ...cell, children: blocks(cell.children) })),
          })),
        },
      ];
    default:
      return [withoutMarks(node)];
  }
}

/** A card that shall come parts no paragraphs yet. */
function isThere(node: BlockNode): boolean {
  return isWordBlock(node) || node.$?.insertion === undefined;
}

function blocks<Node extends BlockNode>(nodes: readonly Node[]): Node[] {
  return withoutEnds<BlockNode>(nodes.filter(isThere), joinBlocks).flatMap(block) as Node[];
}

/** See above. Linear in the document; what carries no mark is taken over as it is. */
export function publishable(document: ArticleDocument): PublishableDocument {
  const { root } = document;
  const clean: ArticleDocument = {
    ...document,
    root: { ...root, children: blocks(root.children) },
    notes: [],
  };
  return clean as PublishableDocument;
}
