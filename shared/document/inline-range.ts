/** Stretches of inline nodes by the characters of their text (`inlineText`), formats and links kept. Pure. */
import { text } from './build.ts';
import type { ArticleDocument, BlockNode, InlineNode, ListItemNode, ListNode } from './vocabulary.ts';
import { inlineText } from './walk.ts';

/** The nodes between two offsets; what lies on a border is cut there, what has no text of its own counts as one character. */
export function sliceInline<Node extends InlineNode>(
  children: readonly Node[],
  start: number,
  end = Number.POSITIVE_INFINITY,
): Node[] {
  const kept: Node[] = [];
  let at = 0;
  for (const child of children) {
    const size = inlineText([child]).length;
    const [from, to] = [Math.max(0, start - at), Math.min(size, end - at)];
    at += size;
    if (to <= from) continue;
    if (from === 0 && to === size) kept.push(child);
    else if (child.type === 'text') kept.push({ ...child, text: child.text.slice(from, to) });
    else if (child.type === 'link') kept.push({ ...child, children: sliceInline(child.children, from, to) });
    else kept.push(child);
  }
  return kept;
}

/** The nodes with other words between two offsets, which look as the first of those they replace do. */
export function replaceInline(
  children: readonly InlineNode[],
  start: number,
  end: number,
  words: string,
): InlineNode[] {
  const before = sliceInline(children, 0, start);
  const after = sliceInline(children, end);
  if (words === '') return [...before, ...after];
  const replaced = sliceInline(children, start, end)[0] ?? before.at(-1);
  const look = replaced?.type === 'link' ? replaced.children[0] : replaced;
  const format = look?.type === 'text' ? look.format : 0;
  // Conversations stay with the words; what was suggested of the old ones is settled with them.
  const notes = look?.type === 'text' ? look.$?.notes : undefined;
  return [...before, { ...text(words, format), ...(notes === undefined ? {} : { $: { notes } }) }, ...after];
}

/** Changes one run of inline nodes; gives the very same array where it stays. */
type ChangeRun = (children: readonly InlineNode[]) => readonly InlineNode[];

function inItem(item: ListItemNode, change: ChangeRun): ListItemNode {
  const own = item.children.filter((child): child is InlineNode => child.type !== 'list');
  const lists = item.children.filter((child): child is ListNode => child.type === 'list');
  return { ...item, children: [...change(own), ...lists.map((list) => inList(list, change))] };
}

function inList(list: ListNode, change: ChangeRun): ListNode {
  return { ...list, children: list.children.map((item) => inItem(item, change)) };
}

function inBlock<Block extends BlockNode>(block: Block, change: ChangeRun): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'pullquote':
    case 'sourcenote':
      return { ...block, children: [...change(block.children)] };
    case 'list':
      return { ...block, ...inList(block, change) };
    case 'table':
      return {
        ...block,
        children: block.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({
            ...cell,
            children: cell.children.map((line) => inBlock(line, change)),
          })),
        })),
      };
    case 'factbox':
      return { ...block, children: block.children.map((inner) => inBlock(inner, change)) };
    default:
      return block;
  }
}

/**
 * The document with every run of inline nodes changed, in reading order: paragraphs, headings, quotations, items of lists,
 * cells, boxes. `run` counts them from 0, `block` is the position of the block it stands in.
 */
export function mapRuns(
  document: ArticleDocument,
  change: (children: readonly InlineNode[], place: { run: number; block: number }) => readonly InlineNode[],
): ArticleDocument {
  let run = -1;
  const children = document.root.children.map((block, position) =>
    inBlock(block, (inline) => {
      run += 1;
      return change(inline, { run, block: position });
    }),
  );
  return { ...document, root: { ...document.root, children } };
}
