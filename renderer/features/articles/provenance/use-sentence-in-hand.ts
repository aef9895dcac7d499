import { useEffect, useState } from 'react';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import type { AlignedBlock } from '../checks/placed-findings.ts';

const REST_MS = 120;

export type SentenceInHand = AlignedBlock['sentences'][number];

/** The sentence the caret rests in; the one before while the caret is elsewhere. */
export function useSentenceInHand(
  editor: EditorHandle,
  aligned: readonly AlignedBlock[],
): SentenceInHand | null {
  const [caret, setCaret] = useState(() => editor.marks.caret());
  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | undefined;
    function notice(): void {
      clearTimeout(resting);
      resting = setTimeout(() => {
        const now = editor.marks.caret();
        if (now !== null) setCaret(now);
      }, REST_MS);
    }
    document.addEventListener('selectionchange', notice);
    return () => {
      clearTimeout(resting);
      document.removeEventListener('selectionchange', notice);
    };
  }, [editor]);
  if (caret === null) return null;
  const block = aligned.find((one) => one.block === caret.block);
  return (
    block?.sentences.find(
      ({ place, start, end }) =>
        place.path.join('.') === caret.path.join('.') && caret.start >= start && caret.start <= end,
    ) ?? null
  );
}
