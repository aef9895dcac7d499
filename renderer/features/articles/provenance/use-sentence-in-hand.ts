import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { createRestTimer } from '../../../rest-timer.ts';
import type { AlignedBlock } from '../checks/placed-findings.ts';

const REST_MS = 120;

export type SentenceInHand = AlignedBlock['sentences'][number];
type Caret = ReturnType<EditorHandle['marks']['caret']>;

function sentenceAt(caret: Caret, aligned: readonly AlignedBlock[]): SentenceInHand | null {
  if (caret === null) return null;
  const block = aligned.find((one) => one.block === caret.block);
  return (
    block?.sentences.find(
      ({ place, start, end }) =>
        place.path.join('.') === caret.path.join('.') && caret.start >= start && caret.start <= end,
    ) ?? null
  );
}

/**
 * The sentence the caret rests in; the one before while the caret is elsewhere. A caret that moves within it has nothing
 * drawn anew.
 */
export function useSentenceInHand(
  editor: EditorHandle,
  aligned: readonly AlignedBlock[],
): SentenceInHand | null {
  const caret = useRef<Caret>(null);
  const [sentence, setSentence] = useState<SentenceInHand | null>(null);
  const look = useEffectEvent(() => {
    caret.current = editor.marks.caret() ?? caret.current;
    setSentence(sentenceAt(caret.current, aligned));
  });
  useEffect(() => look(), [aligned]);
  useEffect(() => {
    const { stir, cancel } = createRestTimer(() => look(), { restMs: REST_MS });
    document.addEventListener('selectionchange', stir);
    return () => {
      cancel();
      document.removeEventListener('selectionchange', stir);
    };
  }, [editor]);
  return sentence;
}
