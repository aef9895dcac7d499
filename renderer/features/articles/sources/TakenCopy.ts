import { useEffect, useEffectEvent, type RefObject } from 'react';
import { readTakenCopy } from '../../../taken-copy.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { useSourceActions } from './use-source-actions.ts';

interface TakenCopyProps {
  draft: Draft;
  /** Stands on the page before this does. */
  ground: RefObject<HTMLElement | null>;
}

/**
 * Copy of the wire that is pasted or dropped anywhere into the article makes its story a source. Shows nothing; stands beside the
 * copy from its first frame on, as one can paste from then on.
 */
export function TakenCopy({ draft, ground }: TakenCopyProps): null {
  const actions = useSourceActions(draft);
  const notice = useEffectEvent((transfer: DataTransfer | null) => {
    const taken = transfer === null ? null : readTakenCopy(transfer);
    if (taken !== null && draft.writes.get()) void actions.takeStory(taken);
  });
  useEffect(() => {
    const area = ground.current;
    const onPaste = ({ clipboardData }: ClipboardEvent): void => notice(clipboardData);
    const onDrop = ({ dataTransfer }: DragEvent): void => notice(dataTransfer);
    // Before the editor and the fields, which keep the event to themselves.
    area?.addEventListener('paste', onPaste, true);
    area?.addEventListener('drop', onDrop, true);
    return () => {
      area?.removeEventListener('paste', onPaste, true);
      area?.removeEventListener('drop', onDrop, true);
    };
  }, [ground]);
  return null;
}
