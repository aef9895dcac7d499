import { useEffect, useMemo, useRef } from 'react';
import { useCore } from '../../../core-client/core-client.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import type { Draft } from '../drafts/draft-desk.ts';
import { createStore, useSelected, type Store } from '../../../store.ts';
import { focusedField } from '../go-to-field.ts';
import { createCheckDesk, type CheckDesk, type CheckState } from './check-desk.ts';

/** The checks of what the editor shows; null until the editor stands. */
export function useCheckDesk(
  editor: EditorHandle | null,
  draft: Draft | null,
  shown: boolean,
): CheckDesk | null {
  const core = useCore();
  const desk = useMemo(
    () => (editor === null ? null : createCheckDesk(core, editor, focusedField)),
    [core, editor],
  );
  useEffect(() => desk?.start(), [desk]);
  const opened = useRef<Draft | null>(null);
  useEffect(() => {
    // One that has not been on screen yet is not checked.
    if (shown) opened.current = draft;
    desk?.open(opened.current === draft ? draft : null);
  }, [desk, draft, shown]);
  // Behind another screen nothing is marked; what was checked then is marked when one comes back.
  useEffect(() => {
    if (shown && desk?.state.get().checking === false) desk.checkNow();
  }, [desk, shown]);
  return desk;
}

const NOTHING: Pick<Store<CheckState>, 'get' | 'subscribe'> = createStore<CheckState>({
  findings: [],
  checking: false,
  failure: null,
  linksWait: false,
  accepted: [],
  hasSources: null,
});

/** How many findings there are, and whether one of them should not reach a reader. */
export function useFindingCount(desk: CheckDesk | null): { count: number; alarming: boolean } {
  const store = desk?.state ?? NOTHING;
  const count = useSelected(store, ({ findings }) => findings.length);
  const alarming = useSelected(store, ({ findings }) =>
    findings.some(
      ({ check, evidence }) => check === 'placeholder' || check === 'date' || evidence?.advisory === false,
    ),
  );
  return { count, alarming };
}
