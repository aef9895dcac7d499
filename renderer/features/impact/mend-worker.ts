/** Works out beside the page's own thread what a change of a source means for our copy. */
import { findMends, type Mend, type MendableCopy } from '../../../shared/provenance/mend.ts';

export interface MendRequest {
  base: MendableCopy;
  theirs: MendableCopy;
  ours: MendableCopy;
}

addEventListener('message', ({ data }: MessageEvent<MendRequest>) => {
  const answer: Mend[] = findMends(data.base, data.theirs, data.ours);
  postMessage(answer);
});
