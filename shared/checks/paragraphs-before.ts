/** Blocks that leave it to the paragraphs before them who speaks, and block quotes, told what stands there. */
import type { CheckedBlock, Segment } from '../contract/checks.ts';
import { leavesSpeakerOpen, PARAGRAPHS_BEFORE } from '../provenance/speakers.ts';

const RUNNING_TEXT: ReadonlySet<Segment['kind']> = new Set(['text', 'quote']);

type Segments = Pick<CheckedBlock, 'segments'>;

/** The words of a paragraph or a block quote; empty for blocks of another kind. */
function paragraphOf({ segments }: Segments): string {
  const [first] = segments;
  return first !== undefined && RUNNING_TEXT.has(first.kind) && first.path.length === 0 ? first.text : '';
}

/** Whether a block has to be told what stands before it. */
export function asksForParagraphsBefore(block: Segments): boolean {
  return block.segments[0]?.kind === 'quote' || leavesSpeakerOpen(paragraphOf(block));
}

/** What stands before the block at a position, the nearest last, one a line. */
export function paragraphsBefore(blocks: readonly Segments[], at: number): string {
  const before: string[] = [];
  for (let position = at - 1; position >= 0 && before.length < PARAGRAPHS_BEFORE; position -= 1) {
    const block = blocks[position];
    const words = block === undefined ? '' : paragraphOf(block);
    if (words.trim() !== '') before.unshift(words.replaceAll('\n', ' '));
  }
  return before.join('\n');
}
