import { ORPCError } from '@orpc/client';
import { describe, expect, it, vi } from 'vitest';
import type { CoreEvent } from '../../../../shared/contract/events.ts';
import type { FrontContent, Slot } from '../../../../shared/contract/front-content.ts';
import type { FrontEdit } from '../../../../shared/contract/front-edits.ts';
import type { Front } from '../../../../shared/contract/fronts.ts';
import { applyFrontEdit } from '../../../../shared/domain/front/apply-edit.ts';
import { newCollection, newSlot } from '../../../../shared/domain/front/build.ts';
import type { Core } from '../../../core-client/core-client.ts';
import type { Deed } from './edit-trail.ts';
import { createFrontDesk, type FrontDesk, type Refused } from './front-desk.ts';

const placedAt = '2026-11-25T12:00:00+07:00';
const moved: Deed = { key: 'fronts.did.moved' };

function slotOf(articleId: string): Slot {
  return newSlot({ slotId: articleId, content: { kind: 'article', articleId }, placedAt });
}

/** A core with one front, and what it was asked; `down` while it cannot be reached. */
function coreWith(...articleIds: string[]) {
  let content: FrontContent = {
    collections: [
      newCollection({ collectionId: 'headline', title: 'Headline', slots: articleIds.map(slotOf) }),
    ],
  };
  let version = 1;
  const listeners = new Set<(event: CoreEvent) => void>();
  const state = { down: false, asked: [] as string[] };

  function edit(mutationId: string, made: FrontEdit) {
    const result = applyFrontEdit(content, made, mutationId);
    if (!result.ok) {
      const data = { frontId: 'home', kind: 'slot', id: result.id };
      throw new ORPCError('FRONT_CONFLICT', { defined: true, status: 409, message: result.reason, data });
    }
    content = result.content;
    version += 1;
    for (const listener of listeners) listener({ type: 'front.edited', frontId: 'home', version });
    return { version, inverse: result.inverse };
  }

  const client = {
    fronts: {
      async get(): Promise<Front> {
        return {
          frontId: 'home',
          kind: 'home',
          section: '',
          name: 'Beranda',
          order: 0,
          version,
          changed: 0,
          collections: [],
          lastLaunch: null,
          scheduled: [],
          notices: [],
          draft: content,
          live: content,
        };
      },
      async edit({ mutationId, edit: made }: { mutationId: string; edit: FrontEdit }) {
        state.asked.push(mutationId);
        await Promise.resolve();
        if (state.down) throw new Error('the connection broke');
        return edit(mutationId, made);
      },
    },
  };
  const events = {
    subscribe(listener: (event: CoreEvent) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    subscribeResumed: () => () => {},
  };
  const core = { client, events } as unknown as Core;
  return {
    core,
    state,
    /** An edit made in another window. */
    elsewhere: (made: FrontEdit) => edit(crypto.randomUUID(), made),
    stored: () => content.collections[0]?.slots.map(({ headline, slotId }) => headline ?? slotId),
  };
}

async function deskOn({ core }: ReturnType<typeof coreWith>): Promise<FrontDesk> {
  const desk = createFrontDesk(core, 'home');
  await vi.waitFor(() => expect(desk.state.get().front).not.toBeNull());
  return desk;
}

function shown(desk: FrontDesk): string[] {
  const slots = desk.state.get().front?.draft.collections[0]?.slots ?? [];
  return slots.map(({ headline, slotId }) => headline ?? slotId);
}

/** Gives a slot a headline, from the state the desk shows. */
function rename(desk: FrontDesk, slotId: string, headline: string): Promise<unknown> {
  const slot = desk.state.get().front?.draft.collections[0]?.slots.find((each) => each.slotId === slotId);
  const edit = { kind: 'changeSlot' as const, slotId, stamp: slot?.stamp ?? '', change: { headline } };
  return desk.edit(edit, { key: 'fronts.did.changed' });
}

async function stored(desk: FrontDesk): Promise<void> {
  await vi.waitFor(() => expect(desk.state.get().saving).toBe('saved'));
}

describe('the desk of a front', () => {
  it('shows an edit at once and stores it', async () => {
    const core = coreWith('a', 'b', 'c');
    const desk = await deskOn(core);
    void desk.edit({ kind: 'move', slotIds: ['c'], collectionId: 'headline', after: null }, moved);
    expect(shown(desk)).toEqual(['c', 'a', 'b']);
    expect(core.stored()).toEqual(['a', 'b', 'c']);
    await stored(desk);
    expect(core.stored()).toEqual(['c', 'a', 'b']);
  });

  it('undoes several changes of one card one by one, and does them again', async () => {
    const core = coreWith('a');
    const desk = await deskOn(core);
    await rename(desk, 'a', 'pagi');
    await rename(desk, 'a', 'siang');
    await rename(desk, 'a', 'malam');
    const seen: unknown[] = [];
    for (const step of [
      desk.undo,
      desk.undo,
      desk.undo,
      desk.redo,
      desk.redo,
      desk.undo,
      desk.redo,
      desk.redo,
    ]) {
      step();
      await stored(desk);
      seen.push(core.stored()?.[0]);
    }
    expect(seen).toEqual(['siang', 'pagi', 'a', 'pagi', 'siang', 'pagi', 'siang', 'malam']);
    expect(desk.state.get().redo).toBeNull();
  });

  it('does not undo over what somebody else changed since, and tells it', async () => {
    const core = coreWith('a');
    const desk = await deskOn(core);
    const refused: Refused[] = [];
    desk.onRefused((each) => refused.push(each));
    await rename(desk, 'a', 'pagi');
    const stamp = desk.state.get().front?.draft.collections[0]?.slots[0]?.stamp ?? '';
    core.elsewhere({ kind: 'changeSlot', slotId: 'a', stamp, change: { headline: 'orang lain' } });
    await vi.waitFor(() => expect(shown(desk)).toEqual(['orang lain']));
    desk.undo();
    await vi.waitFor(() => expect(refused).toHaveLength(1));
    expect(core.stored()).toEqual(['orang lain']);
    expect(shown(desk)).toEqual(['orang lain']);
  });

  it('takes back what the core refuses, so that there is nothing of it to undo', async () => {
    const core = coreWith('a');
    const desk = await deskOn(core);
    const edit = { kind: 'changeSlot' as const, slotId: 'a', stamp: '', change: { headline: 'saya' } };
    core.elsewhere({ ...edit, change: { headline: 'orang lain' } });
    expect(await desk.edit(edit, moved, { quiet: true })).toMatchObject({ code: 'FRONT_CONFLICT' });
    expect(shown(desk)).toEqual(['orang lain']);
    expect(desk.state.get().undo).toBeNull();
  });

  it('keeps edits while the core cannot be reached and sends them again, each once', async () => {
    vi.useFakeTimers();
    try {
      const core = coreWith('a', 'b');
      const desk = await deskOn(core);
      core.state.down = true;
      void desk.edit({ kind: 'remove', slotIds: ['a'] }, moved);
      await vi.waitFor(() => expect(desk.state.get().saving).toBe('late'));
      expect(shown(desk)).toEqual(['b']);
      expect(desk.hasUnsaved()).toBe(true);
      core.state.down = false;
      await vi.advanceTimersByTimeAsync(2_500);
      await stored(desk);
      expect(core.stored()).toEqual(['b']);
      expect(new Set(core.state.asked).size).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('holds an edit at once, and sends it before whoever watches begins to render', async () => {
    const core = coreWith('a', 'b');
    const desk = await deskOn(core);
    const order: string[] = [];
    desk.state.subscribe(() => order.push(`shown after ${core.state.asked.length} calls`));
    desk.stored.subscribe(() => order.push(`stored as ${desk.stored.get()}`));
    void desk.edit({ kind: 'remove', slotIds: ['a'] }, moved);
    expect(shown(desk)).toEqual(['b']);
    expect(order).toEqual([]);
    await vi.waitFor(() => expect(order).toContain('shown after 1 calls'));
    expect(order).toContain('stored as 2');
  });

  it('shows what others do beneath its own', async () => {
    const core = coreWith('a', 'b');
    const desk = await deskOn(core);
    core.elsewhere({ kind: 'place', collectionId: 'headline', after: null, slots: [slotOf('x')] });
    void desk.edit({ kind: 'remove', slotIds: ['b'] }, moved);
    await vi.waitFor(() => expect(shown(desk)).toEqual(['x', 'a']));
    expect(core.stored()).toEqual(['x', 'a']);
  });
});
