/**
 * The word one is writing, in the copy or in a field, is not called misspelt before it is done: what is said of half a word
 * comes and goes with every pause. It is told of once the caret has left it, or the focus the field. One that was told of
 * before stays told of: whoever goes into it to mend it sees what is wrong.
 */
import type { Finding } from '../../../../shared/contract/checks.ts';
import type { CopyMarks } from '../../../editor/extensions/marks/marks-extension.ts';
import type { CopyPlace } from '../../../editor/extensions/marks/places.ts';
import type { Line } from './checked-lines.ts';
import type { FieldPlace } from '../go-to-field.ts';
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

/**
 * `focusedField`: the field around the copy that has the focus. `onLeft` is called when a word that was kept back may have
 * been left.
 */
export function createWordInHand(
  marks: Pick<CopyMarks, 'writingAt' | 'onceMoved'>,
  focusedField: () => FieldPlace | null,
  onLeft: () => void,
): WordInHand {
  function caretAround(): (Pick<CopyPlace, 'property' | 'path' | 'start'> & { block: null }) | null {
    const field = focusedField();
    if (field === null || field.start !== field.end) return null;
    return { block: null, property: field.name, path: [], start: field.start };
  }

  let endWaiting: (() => void) | null = null;

  function waitUntilLeft(): void {
    endWaiting ??= marks.onceMoved(() => {
      endWaiting = null;
      onLeft();
    });
  }

  return {
    now(told) {
      const at = marks.writingAt() ?? caretAround();
      return (line, findings) => {
        const block = line.json === null ? null : line.block;
        if (at === null || at.block !== block) return findings;
        const isInHand = ({ check, segment, start, end, key }: Finding): boolean => {
          if (check !== 'spelling' || at.start <= start || at.start > end) return false;
          const text = line.segments[segment];
          if (text === undefined || text.property !== at.property) return false;
          if (text.property === null && text.path.join() !== at.path.join()) return false;
          return !told.some((one) => one.key === key && one.place.block === block);
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
