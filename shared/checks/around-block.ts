/** Blocks that leave it to what stands around them who speaks, and block quotes, told what stands there. */
import type { CheckedBlock, Segment } from '../contract/checks.ts';
import { SIGNATURE_LINE } from '../provenance/quotes.ts';
import { leavesSpeakerOpen, PARAGRAPHS_BEFORE } from '../provenance/speakers.ts';

const RUNNING_TEXT: ReadonlySet<Segment['kind']> = new Set(['text', 'quote']);

type Segments = Pick<CheckedBlock, 'segments'>;

/** The words of a paragraph or a block quote; empty for blocks of another kind. */
function paragraphOf({ segments }: Segments): string {
  const [first] = segments;
  return first !== undefined && RUNNING_TEXT.has(first.kind) && first.path.length === 0 ? first.text : '';
}

const isBlockQuote = ({ segments }: Segments): boolean => segments[0]?.kind === 'quote';

/** Whether a block has to be told what stands around it. */
export function asksForAround(block: Segments): boolean {
  return isBlockQuote(block) || leavesSpeakerOpen(paragraphOf(block));
}

function paragraphsBefore(blocks: readonly Segments[], at: number): string {
  const before: string[] = [];
  for (let position = at - 1; position >= 0 && before.length < PARAGRAPHS_BEFORE; position -= 1) {
    const block = blocks[position];
    const words = block === undefined ? '' : paragraphOf(block);
    if (words.trim() !== '') before.unshift(words.replaceAll('\n', ' '));
  }
  return before.join('\n');
}

/** What stands around the block at a position, as `CheckedBlock` has it. */
export function aroundBlock(
  blocks: readonly Segments[],
  at: number,
): Required<Pick<CheckedBlock, 'before' | 'signature'>> {
  const [block, below] = [blocks[at], blocks[at + 1]];
  const line = below === undefined ? '' : paragraphOf(below);
  const isSigned = block !== undefined && isBlockQuote(block) && SIGNATURE_LINE.test(line);
  return { before: paragraphsBefore(blocks, at), signature: isSigned ? line : '' };
}
