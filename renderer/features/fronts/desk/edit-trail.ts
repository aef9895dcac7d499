/**
 * What was done to a front in this window, to be undone and done again. An edit of fields names the stamp it was made
 * from. After an undo a slot is as it was before, yet its stamp is new: the trail knows which stamps stand for the same
 * state, so that further undoing is no conflict, while a change made elsewhere still is one.
 */
import type { FrontContent } from '../../../../shared/contract/front-content.ts';
import type { FrontEdit, SimpleFrontEdit } from '../../../../shared/contract/front-edits.ts';
import type { MessageKey, MessageParameters } from '../../../../shared/i18n/translate.ts';

/** What an edit did, to be put into words. */
export interface Deed {
  key: MessageKey;
  parameters?: MessageParameters;
}

interface Entry {
  mutationId: string;
  deed: Deed;
  /** Brings back what was there. */
  edit: FrontEdit;
  /** By id of slot or collection: the stamp of the state that `edit` brings back. */
  restores: ReadonlyMap<string, string>;
}

/** What undoing or redoing is to carry out. */
export interface TrailStep {
  edit: FrontEdit;
  deed: Deed;
}

export interface EditTrail {
  /** What would be undone and done again next; null where there is nothing. */
  next: () => { undo: Deed | null; redo: Deed | null };
  /** A new edit was carried out on `before`; what had been undone cannot be redone any more. */
  did: (mutationId: string, done: TrailStep, inverse: FrontEdit, before: FrontContent) => void;
  /** The newest step back (or forward again), fit for the front as it is; null where there is none. */
  step: (way: 'undo' | 'redo', content: FrontContent) => TrailStep | null;
  /** That step was carried out on `before`. */
  stepped: (way: 'undo' | 'redo', mutationId: string, inverse: FrontEdit, before: FrontContent) => void;
  /** The core knows better what brings back the state before this mutation. */
  corrected: (mutationId: string, inverse: FrontEdit) => void;
  /** It was not taken: there is nothing to undo. */
  forget: (mutationId: string) => void;
}

const MOST_ENTRIES = 200;

export function createEditTrail(): EditTrail {
  const entries = { undo: [] as Entry[], redo: [] as Entry[] };
  const same = new Map<string, string>();

  function meaning(id: string, stamp: string): string {
    const earlier = same.get(`${id} ${stamp}`);
    return earlier === undefined ? stamp : meaning(id, earlier);
  }

  /** With the stamps of now where they stand for the state the edit was made from. */
  function freshened(edit: FrontEdit, content: FrontContent): FrontEdit {
    const stamps = stampsIn(content);
    function one(simple: SimpleFrontEdit): SimpleFrontEdit {
      if ('seen' in simple && simple.seen !== undefined) {
        const seen = Object.entries(simple.seen).map(([key, stamp]) => [key, fresh(key, stamp)] as const);
        return { ...simple, seen: Object.fromEntries(seen) };
      }
      const id = changedId(simple);
      if (id === null || !('stamp' in simple)) return simple;
      return { ...simple, stamp: fresh(id, simple.stamp) };
    }
    function fresh(id: string, stamp: string): string {
      const now = stamps.get(id);
      return now === undefined || meaning(id, now) !== meaning(id, stamp) ? stamp : now;
    }
    return edit.kind === 'several' ? { kind: 'several', edits: edit.edits.map(one) } : one(edit);
  }

  function stampsOfChanged(edit: FrontEdit, content: FrontContent): Map<string, string> {
    const stamps = stampsIn(content);
    const simple = edit.kind === 'several' ? edit.edits : [edit];
    return new Map(
      simple.flatMap((each) => {
        const id = changedId(each);
        const stamp = id === null ? undefined : stamps.get(id);
        return id === null || stamp === undefined ? [] : [[id, stamp] as const];
      }),
    );
  }

  return {
    next: () => ({
      undo: entries.undo.at(-1)?.deed ?? null,
      redo: entries.redo.at(-1)?.deed ?? null,
    }),
    did(mutationId, { edit, deed }, inverse, before) {
      entries.redo.length = 0;
      entries.undo.push({ mutationId, deed, edit: inverse, restores: stampsOfChanged(edit, before) });
      if (entries.undo.length > MOST_ENTRIES) entries.undo.shift();
    },
    step(way, content) {
      const entry = entries[way].at(-1);
      return entry === undefined ? null : { edit: freshened(entry.edit, content), deed: entry.deed };
    },
    stepped(way, mutationId, inverse, before) {
      const entry = entries[way].pop();
      if (entry === undefined) return;
      for (const [id, stamp] of entry.restores) same.set(`${id} ${mutationId}`, stamp);
      entries[way === 'undo' ? 'redo' : 'undo'].push({
        mutationId,
        deed: entry.deed,
        edit: inverse,
        restores: stampsOfChanged(entry.edit, before),
      });
    },
    corrected(mutationId, inverse) {
      for (const list of [entries.undo, entries.redo]) {
        const at = list.findIndex((entry) => entry.mutationId === mutationId);
        const entry = list[at];
        if (entry !== undefined) list[at] = { ...entry, edit: inverse };
      }
    },
    forget(mutationId) {
      for (const way of ['undo', 'redo'] as const) {
        entries[way] = entries[way].filter((entry) => entry.mutationId !== mutationId);
      }
    },
  };
}

/** The slot or collection whose fields an edit changes. */
function changedId(edit: SimpleFrontEdit): string | null {
  if (edit.kind === 'changeSlot') return edit.slotId;
  if (edit.kind === 'changeCollection') return edit.collectionId;
  return null;
}

function stampsIn(content: FrontContent): Map<string, string> {
  return new Map(
    content.collections.flatMap(({ collectionId, stamp, slots }) => [
      [collectionId, stamp] as const,
      ...slots.map((slot) => [slot.slotId, slot.stamp] as const),
    ]),
  );
}
