/** Compares two copies beside the page's own thread, so that no key waits for it. */
import { compareCopies, type ComparableCopy, type ComparedRow } from '../../shared/document/compare.ts';

export interface ComparisonRequest {
  before: ComparableCopy;
  after: ComparableCopy;
}

export type ComparisonAnswer = ComparedRow[];

addEventListener('message', ({ data }: MessageEvent<ComparisonRequest>) => {
  const answer: ComparisonAnswer = compareCopies(data.before, data.after);
  postMessage(answer);
});
