import { useEffect, useState } from 'react';
import { listMarks, type ListedMark } from '../../../../shared/document/list-marks.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { isSame } from '../../../editor/is-same.ts';
import type { Draft } from '../drafts/draft-desk.ts';

/** The list follows the copy when the typing pauses, at the latest so long after a key. */
const FOLLOW_MS = 400;

/** What stands marked in the copy on screen, in reading order. Blocks that were not touched are not looked at again. */
export function useListedMarks(handle: EditorHandle | null, draft: Draft | null): readonly ListedMark[] {
  const [marks, setMarks] = useState<readonly ListedMark[]>([]);
  useEffect(() => {
    if (handle === null || draft === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function look(): void {
      timer = undefined;
      const next = listMarks(handle?.blocks().map(({ json }) => json) ?? []);
      setMarks((before) => (isSame(before, next) ? before : next));
    }
    const soon = () => {
      timer ??= setTimeout(look, FOLLOW_MS);
    };
    soon();
    const endEdits = handle.onEdit(soon);
    // What another window wrote, or a revision that was restored, is no edit made here.
    const endNotes = draft.words.subscribe(soon);
    return () => {
      endEdits();
      endNotes();
      clearTimeout(timer);
    };
  }, [handle, draft]);
  return marks;
}
