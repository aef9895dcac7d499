/**
 * The word one is writing is not called misspelt before it is done: what is said of half a word comes and goes with every
 * pause. It is told of once the caret has left it, or the focus the copy. One that was told of before stays told of: whoever
 * goes into it to mend it sees what is wrong.
 */
import type { Finding } from '../../../../shared/contract/checks.ts';
import type { CopyMarks } from '../../../editor/extensions/marks/marks-extension.ts';
import type { Line } from './checked-lines.ts';
import type { PlacedFinding } from './placed-findings.ts';

export interface WordInHand {
  /**
   * What can be told of a line as things stand: its findings, or those but the one of the word in hand. `told`: what is told
   * of so far.
   */
  now(told: readonly PlacedFinding[]): (line: Line, findings: Finding[]) => Finding[];
  /** Nothing is waited for any more. */
  end(): void;
}

/** `onLeft` is called when a word that was kept back may have been left. */
export function createWordInHand(
  marks: Pick<CopyMarks, 'writingAt' | 'onceMoved'>,
  onLeft: () => void,
): WordInHand {
  let endWaiting: (() => void) | null = null;

  function waitUntilLeft(): void {
    endWaiting ??= marks.onceMoved(() => {
      endWaiting = null;
      onLeft();
    });
  }

  return {
    now(told) {
      const at = marks.writingAt();
      return (line, findings) => {
        if (at?.block !== line.block) return findings;
        const path = at.path.join();
        const isInHand = ({ check, segment, start, end, key }: Finding): boolean => {
          if (check !== 'spelling' || at.start <= start || at.start > end) return false;
          const text = line.segments[segment];
          if (text?.property !== null || text.path.join() !== path) return false;
          return !told.some((one) => one.key === key && one.place.block === line.block);
        };
        if (!findings.some(isInHand)) return findings;
        waitUntilLeft();
        return findings.filter((finding) => !isInHand(finding));
      };
    },
    end() {
      endWaiting?.();
      endWaiting = null;
    },
  };
}
