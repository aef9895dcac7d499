/** Which blocks of the copy are on screen or near it. */
import type { LexicalEditor, NodeKey } from 'lexical';

/** Screens beyond the one that is seen. */
const SCREENS_AROUND = 0.25;

/**
 * Of blocks in their order those on screen or near it, until their `size`s add up to `most`: sought by halves, since asking
 * each costs a look at the page. None where the copy is hidden behind another screen.
 */
export function nearScreen<Block extends { block: NodeKey }>(
  editor: LexicalEditor,
  blocks: readonly Block[],
  size: (block: Block) => number,
  most: number,
): Block[] {
  if (editor.getRootElement()?.checkVisibility() !== true) return [];
  const boxOf = (at: number): DOMRect | undefined => {
    const source = blocks[at];
    return source === undefined ? undefined : editor.getElementByKey(source.block)?.getBoundingClientRect();
  };
  const [top, bottom] = [-SCREENS_AROUND, 1 + SCREENS_AROUND].map((screens) => screens * window.innerHeight);
  let [first, end] = [0, blocks.length];
  while (first < end) {
    const middle = Math.floor((first + end) / 2);
    if ((boxOf(middle)?.bottom ?? 0) > (top ?? 0)) end = middle;
    else first = middle + 1;
  }
  let [last, drawing] = [first, 0];
  for (; last < blocks.length && drawing < most && (boxOf(last)?.top ?? 0) < (bottom ?? 0); last += 1) {
    const source = blocks[last];
    drawing += source === undefined ? 0 : size(source);
  }
  return blocks.slice(first, last);
}
