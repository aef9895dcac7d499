/**
 * A front being arranged in this window. An edit is shown at once and sent in its turn; what the core refuses is taken
 * back and told, what it could not be asked is tried again. What others do arrives by events and is shown beneath the
 * edits that are still on their way.
 */
import { replaceEqualDeep } from '@tanstack/react-query';
import type { Front } from '../../../../shared/contract/fronts.ts';
import type { FrontContent } from '../../../../shared/contract/front-content.ts';
import type { FrontEdit } from '../../../../shared/contract/front-edits.ts';
import { applyFrontEdit } from '../../../../shared/domain/front/apply-edit.ts';
import type { Core } from '../../../core-client/core-client.ts';
import { typedCoreError } from '../../../core-client/core-error.ts';
import { createStore, type Watched } from '../../../store.ts';
import { createEditTrail, type Deed } from './edit-trail.ts';

/** Several edits in a row are looked at once, and the page that shows one's own goes first. */
const GATHER_MS = 250;
/** Between attempts while the core cannot be reached. */
const AGAIN_MS = 2_000;

export interface DeskState {
  /** With every edit of this window on it; null until it has been fetched. */
  front: Front | null;
  /** Why it could not be fetched; null where it could. */
  failed: unknown;
  /** `late`: edits wait because the core could not be asked. */
  saving: 'saved' | 'saving' | 'late';
  undo: Deed | null;
  redo: Deed | null;
}

/** An edit that was not taken. */
export interface Refused {
  deed: Deed;
  error: unknown;
}

interface Pending {
  mutationId: string;
  edit: FrontEdit;
  deed: Deed;
  /** Whoever asked tells the person about a refusal. */
  quiet: boolean;
  settle: (error: unknown) => void;
}

export interface FrontDesk {
  frontId: string;
  /** An edit is in it at once; who watches is told as soon as the edit is on its way to the core. */
  state: Watched<DeskState>;
  /** The version of the draft that the core holds, told before anything else is done about it; 0 until it is fetched. */
  stored: Watched<number>;
  /** Resolves when it is stored, with null, or with the error it was refused for. */
  edit: (edit: FrontEdit, deed: Deed, options?: { quiet?: boolean }) => Promise<unknown>;
  undo: () => void;
  redo: () => void;
  /** Called with what was refused; what was refused while nobody listened is told to the next. */
  onRefused: (listener: (refused: Refused) => void) => () => void;
  refresh: () => Promise<void>;
  hasUnsaved: () => boolean;
  flushAll: () => Promise<void>;
}

export function createFrontDesk({ client, events }: Core, frontId: string): FrontDesk {
  const trail = createEditTrail();
  let state: DeskState = { front: null, failed: null, saving: 'saved', undo: null, redo: null };
  const told = createStore(state);
  const storedVersion = createStore(0);
  const listeners = new Set<(refused: Refused) => void>();
  const untold: Refused[] = [];
  let base: Front | null = null;
  let pending: readonly Pending[] = [];
  let sending = false;
  let late = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hearing: ReturnType<typeof setTimeout> | undefined;
  let emptied: (() => void)[] = [];
  /** The newest version that was heard of; without end where more than the draft is another. */
  let heard = 0;

  /** Those who watch are told in a task of its own: to render the board takes longer than to send the edit. */
  function become(next: DeskState): void {
    state = next;
    setTimeout(() => told.set(state));
  }

  /** What the core holds by now. */
  function know(front: Front): void {
    base = front;
    storedVersion.set(front.version);
  }

  function show(draft: FrontContent | null = null): void {
    if (base === null) return;
    const saving = pending.length === 0 ? 'saved' : late ? 'late' : 'saving';
    const next = { ...base, draft: draft ?? withPending(base.draft) };
    // What is the same keeps its identity: once an edit is stored there is nothing to render anew.
    const front = replaceEqualDeep(state.front, next);
    become({ front, failed: null, saving, ...trail.next() });
  }

  /** An edit that no longer fits what others did meanwhile is left out; the core will say why. */
  function withPending(draft: FrontContent): FrontContent {
    return pending.reduce((content, { edit, mutationId }) => {
      const result = applyFrontEdit(content, edit, mutationId);
      return result.ok ? result.content : content;
    }, draft);
  }

  function tell(refused: Refused): void {
    if (listeners.size === 0) untold.push(refused);
    for (const listener of listeners) listener(refused);
  }

  /** One's own edits are known without asking. */
  async function hearOut(): Promise<void> {
    const isKnown = base !== null && heard <= base.version;
    heard = 0;
    if (!isKnown) await refresh();
  }

  async function refresh(): Promise<void> {
    try {
      const fetched = await client.fronts.get({ frontId });
      if (base !== null && fetched.version < base.version) return;
      know(base === null ? fetched : replaceEqualDeep(base, fetched));
      show();
    } catch (error) {
      if (base === null) become({ ...state, failed: error });
    }
  }

  function enqueue(edit: FrontEdit, deed: Deed, mutationId: string, quiet: boolean): Promise<unknown> {
    const stored = new Promise<unknown>((settle) => {
      pending = [...pending, { mutationId, edit, deed, quiet, settle }];
    });
    void send();
    return stored;
  }

  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    for (let head = pending[0]; head !== undefined; head = pending[0]) {
      const { mutationId, edit, deed } = head;
      try {
        const answer = await client.fronts.edit({ frontId, mutationId, edit });
        late = false;
        trail.corrected(mutationId, answer.inverse);
        pending = pending.slice(1);
        await settled(edit, mutationId, answer.version);
        head.settle(null);
      } catch (error) {
        if (typedCoreError(error) === null) {
          late = true;
          timer = setTimeout(() => void send(), AGAIN_MS);
          break;
        }
        trail.forget(mutationId);
        pending = pending.slice(1);
        await refresh();
        head.settle(error);
        if (!head.quiet) tell({ deed, error });
      }
    }
    sending = false;
    show();
    if (pending.length > 0) return;
    for (const tellEmptied of emptied) tellEmptied();
    emptied = [];
  }

  /** Ours goes onto what is stored, unless somebody else's came between. */
  async function settled(edit: FrontEdit, mutationId: string, version: number): Promise<void> {
    if (base === null || version <= base.version) return;
    const result = applyFrontEdit(base.draft, edit, mutationId);
    if (result.ok && version === base.version + 1) know({ ...base, draft: result.content, version });
    else await refresh();
  }

  function step(way: 'undo' | 'redo'): void {
    const { front } = state;
    const next = front === null ? null : trail.step(way, front.draft);
    if (front === null || next === null) return;
    const mutationId = crypto.randomUUID();
    const result = applyFrontEdit(front.draft, next.edit, mutationId);
    if (result.ok) {
      trail.stepped(way, mutationId, result.inverse, front.draft);
      void enqueue(next.edit, next.deed, mutationId, false);
      show(result.content);
    } else {
      // The core is asked all the same: its answer says what came between.
      trail.stepped(way, mutationId, { kind: 'several', edits: [] }, front.draft);
      void enqueue(next.edit, next.deed, mutationId, false);
    }
  }

  events.subscribe((event) => {
    if (event.type !== 'front.changed' && event.type !== 'front.edited') return;
    if (event.frontId !== frontId) return;
    const version = event.type === 'front.edited' ? event.version : Infinity;
    heard = Math.max(heard, version);
    clearTimeout(hearing);
    hearing = setTimeout(() => void hearOut(), GATHER_MS);
  });
  events.subscribeResumed(() => {
    void send();
    void refresh();
  });
  void refresh();

  function whenEmpty(): Promise<void> {
    return pending.length === 0 ? Promise.resolve() : new Promise((resolve) => emptied.push(resolve));
  }

  return {
    frontId,
    state: { get: () => state, subscribe: told.subscribe },
    stored: storedVersion,
    edit(edit, deed, { quiet = false } = {}) {
      const { front } = state;
      if (front === null) return Promise.resolve(null);
      const mutationId = crypto.randomUUID();
      const result = applyFrontEdit(front.draft, edit, mutationId);
      if (result.ok) {
        trail.did(mutationId, { edit, deed }, result.inverse, front.draft);
        const stored = enqueue(edit, deed, mutationId, quiet);
        show(result.content);
        return stored;
      }
      return enqueue(edit, deed, mutationId, quiet);
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    onRefused(listener) {
      listeners.add(listener);
      for (const refused of untold.splice(0)) listener(refused);
      return () => listeners.delete(listener);
    },
    refresh,
    hasUnsaved: () => pending.length > 0,
    flushAll: whenEmpty,
  };
}
