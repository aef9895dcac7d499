import { useEffect, useState } from 'react';
import { listMarks, type ListedMark } from '../../../../shared/document/list-marks.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { isSame } from '../../../editor/is-same.ts';
import { createRestTimer } from '../../../rest-timer.ts';
import type { Draft } from '../drafts/draft-desk.ts';

/** The list follows the copy when the typing pauses, at the latest so long after a key. */
const FOLLOWS = { restMs: 400, latestMs: 2_000 };

/** What stands marked in the copy on screen, in reading order. Blocks that were not touched are not looked at again. */
export function useListedMarks(handle: EditorHandle | null, draft: Draft | null): readonly ListedMark[] {
  const [marks, setMarks] = useState<readonly ListedMark[]>([]);
  useEffect(() => {
    if (handle === null || draft === null) return undefined;
    function look(): void {
      const next = listMarks(handle?.blocks().map(({ json }) => json) ?? []);
      setMarks((before) => (isSame(before, next) ? before : next));
    }
    const timer = createRestTimer(look, FOLLOWS);
    timer.stir();
    const endEdits = handle.onEdit(timer.stir);
    // What another window wrote, or a revision that was restored, is no edit made here.
    const endNotes = draft.words.subscribe(timer.stir);
    return () => {
      endEdits();
      endNotes();
      timer.cancel();
    };
  }, [handle, draft]);
  return marks;
}
