import { useEffect, useState, type ReactElement } from 'react';
import { isMessageKey, type MessageKey } from '../../../../shared/i18n/translate.ts';
import type { Autosave, SaveState } from '../../../editor/autosave/autosave.ts';
import { useTranslate, type Translate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { Check, CloudAlert, GitCompareArrows, Pencil, type Icon } from '../../../ui/icons/icons.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { savedAgo, type SavedAgo } from './saved-ago.ts';
import styles from './composer.module.css';

/** Not saved yet and being saved are one thing to who writes: it is on its way. */
type Look = Exclude<SaveState, { kind: 'unsaved' }>;

const ICONS: Record<Look['kind'], Icon> = {
  saved: Check,
  saving: Pencil,
  failing: CloudAlert,
  conflict: GitCompareArrows,
};

/** Typing that goes on within this time keeps "saved" from flashing up between two keys. */
const CALM_MS = 400;

/**
 * The state of saving as it is shown: told at once when something is unsaved or wrong, told as saved once no key has
 * followed for a moment. While somebody types it does not change, so nothing is drawn for it.
 */
function useCalmSaveState(autosave: Autosave): Look {
  const [shown, setShown] = useState<Look>(() => lookOf(autosave.state()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function follow(): void {
      clearTimeout(timer);
      const next = lookOf(autosave.state());
      if (next.kind === 'saved') timer = setTimeout(() => setShown(next), CALM_MS);
      else setShown((before) => (before.kind === 'saving' && next.kind === 'saving' ? before : next));
    }
    const stop = autosave.subscribe(follow);
    // It may have changed since it was drawn.
    follow();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [autosave]);
  return shown;
}

function lookOf(state: SaveState): Look {
  return state.kind === 'unsaved' ? { kind: 'saving' } : state;
}

/** `Tersimpan 1 dtk lalu`, and the truth whenever it is not. */
export function SaveStatus({ draft }: { draft: Draft }): ReactElement {
  const translate = useTranslate();
  const state = useCalmSaveState(draft.autosave);
  const problem = state.kind === 'failing' || state.kind === 'conflict';
  const Icon = ICONS[state.kind];
  return (
    <span
      className={classes(styles.saveStatus, problem && styles.saveProblem)}
      role={problem ? 'alert' : 'status'}
      // The seconds are for the eye; read out, "saved" once is enough.
      aria-live={problem ? 'assertive' : 'off'}
      data-save={state.kind}
    >
      <Icon size={14} />
      {state.kind === 'saved' && state.at !== null ? (
        <Ago key={state.at} at={state.at} />
      ) : state.kind === 'failing' ? (
        <Unsaved state={state} />
      ) : (
        <span>{wordsOf(state, translate)}</span>
      )}
    </span>
  );
}

function wordsOf(state: Exclude<Look, { kind: 'failing' }>, translate: Translate): string {
  switch (state.kind) {
    case 'saved':
      return translate('composer.saved');
    case 'saving':
      return translate('composer.saving');
    case 'conflict':
      return translate('composer.conflict');
  }
}

/** That it is not saved is told in every window; why, where there is room, else on hover. */
function Unsaved({ state }: { state: Extract<Look, { kind: 'failing' }> }): ReactElement {
  const translate = useTranslate();
  const key = `composer.reason.${state.code}`;
  const reason = translate(isMessageKey(key) ? key : 'composer.reason.other');
  const more = state.retryAt === null ? reason : translate('composer.triedAgain', { reason });
  const unsaved = translate('composer.unsaved');
  return (
    <span title={`${unsaved}: ${more}`}>
      {unsaved}
      <span className={styles.roomy}>: {more}</span>
    </span>
  );
}

const AGO = {
  now: 'composer.savedNow',
  seconds: 'composer.savedSeconds',
  minutes: 'composer.savedMinutes',
  long: 'composer.saved',
} as const satisfies Record<SavedAgo['unit'], MessageKey>;

function Ago({ at }: { at: number }): ReactElement {
  const translate = useTranslate();
  const [ago, setAgo] = useState(() => savedAgo(0));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function look(): void {
      const next = savedAgo(Date.now() - at);
      setAgo(next);
      timer = setTimeout(look, next.nextInMs);
    }
    look();
    return () => clearTimeout(timer);
  }, [at]);
  const words = translate(AGO[ago.unit], { count: ago.count });
  return (
    <span title={words}>
      <span className={styles.roomy}>{words}</span>
      <span className={styles.brief}>{translate('composer.saved')}</span>
    </span>
  );
}
