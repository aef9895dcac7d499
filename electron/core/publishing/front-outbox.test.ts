/** A launch goes out with the same promises as a story. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Slot } from '../../../shared/contract/front-content.ts';
import type { FrontDelivery } from '../../../shared/contract/publishing.ts';
import { testCollection, testSlot, testStory } from '../../../shared/domain/front/test-stories.ts';
import type { LaunchedFront } from '../launched-front.ts';
import { PublishError } from './target.ts';
import { openTestOutbox } from './test-outbox.ts';

const minute = 60_000;

let desk: ReturnType<typeof openTestOutbox>;
let frontId: string;

beforeEach(() => {
  desk = openTestOutbox();
  frontId = desk.database.prepare<[], string>('SELECT id FROM front').pluck().get() ?? '';
});
afterEach(() => desk.close());

function down(): never {
  throw new PublishError('unreachable', 'ECONNREFUSED', { retryable: true });
}

/** Has Beranda show stories by their numbers. */
function show(...slots: Slot[]): void {
  const stories = slots.map((_slot, index) => testStory(index + 1));
  const front: LaunchedFront = {
    frontId,
    kind: 'home',
    section: '',
    name: 'Beranda',
    content: { collections: [testCollection(1, { slots })] },
    facts: { stories, lists: [], popularity: { rows: [], fetchedAt: null, windowHours: 24 } },
  };
  desk.fronts = [front];
}

/** A launch, put on its way in one transaction as the fronts slice does it. */
function launch(): void {
  desk.database.transaction(() => {
    const launchId = randomUUID();
    desk.database
      .prepare(
        `INSERT INTO launch (id, request_id, front_id, number, at, asked_at, note, reason, state, collection_ids, whole, content)
         SELECT ?, ?, front_id, number + 1, ?, ?, '', 'launch', 'launched', collection_ids, whole, content FROM launch
         ORDER BY sequence DESC LIMIT 1`,
      )
      .run(launchId, randomUUID(), desk.now, desk.now);
    desk.publishing.fronts.deliver(frontId, launchId);
  })();
}

function delivery(): FrontDelivery | undefined {
  return desk.publishing.fronts.deliveries(frontId, 10)[0];
}

async function until(state: FrontDelivery['state']): Promise<FrontDelivery> {
  return vi.waitFor(
    () => {
      const found = delivery();
      if (found?.state !== state) throw new Error(`it is ${found?.state}, not ${state}`);
      return found;
    },
    { timeout: 5_000, interval: 10 },
  );
}

/** Moves the clock on and lets what is due run. */
function wait(milliseconds: number): void {
  desk.now += milliseconds;
  desk.jobs.wake();
}

test('what was launched goes out after a crash, also one in the middle of sending', async () => {
  show(testSlot(1));
  launch();
  desk.reopen();
  desk.memory.script = [() => new Promise(() => {})];
  desk.jobs.start();
  await until('sending');
  expect(desk.memory.launches).toHaveLength(0);
  desk.reopen();
  desk.jobs.start();
  await until('live');
  expect(desk.memory.launches).toHaveLength(1);
});

test('what fails is tried again; a later launch takes the place of one that waits', async () => {
  show(testSlot(1));
  desk.memory.always = down;
  desk.jobs.start();
  launch();
  const first = await until('retry');
  expect(first).toMatchObject({ attempts: 1, error: { code: 'unreachable' } });
  expect(Date.parse(first.retryAt ?? '')).toBeGreaterThan(desk.now);

  show(testSlot(1), testSlot(2));
  launch();
  await vi.waitFor(() => expect(delivery()?.deliveryId).not.toBe(first.deliveryId));
  desk.memory.always = null;
  wait(30 * minute);
  await until('live');
  expect(desk.memory.launches).toHaveLength(1);
  expect(desk.memory.launches[0]?.content.collections[0]?.slots).toHaveLength(2);
  expect(desk.publishing.fronts.deliveries(frontId, 10)).toHaveLength(1);
  expect(desk.publishing.counts()).toMatchObject({ waiting: 0, failed: 0 });
});

test('what waiting does not mend stops, is told by its reason, and goes out once a person asks again', async () => {
  show(testSlot(1));
  desk.memory.script = [
    () => {
      throw new PublishError('changed-at-target', 'Beranda – Headline');
    },
  ];
  desk.jobs.start();
  launch();
  const stopped = await until('failed');
  expect(stopped.error).toEqual({ code: 'changed-at-target', detail: 'Beranda – Headline' });
  expect(desk.publishing.counts()).toMatchObject({ failed: 1 });
  wait(24 * 60 * minute);
  expect(desk.memory.launches).toHaveLength(0);
  desk.publishing.fronts.retry(stopped.deliveryId);
  await until('live');
  expect(desk.memory.launches).toHaveLength(1);
});

test('between launches it is sent where something else is shown, and only there: by the clock, and when asked to look', async () => {
  const startsAt = new Date(desk.now + 10 * minute).toISOString();
  const endsAt = new Date(desk.now + 20 * minute).toISOString();
  show(testSlot(1), testSlot(2, { startsAt, endsAt }));
  desk.jobs.start();
  launch();
  await until('live');
  const sent = (times: number) => vi.waitFor(() => expect(desk.memory.launches).toHaveLength(times));
  await sent(1);
  wait(10 * minute);
  await sent(2);
  wait(10 * minute);
  await sent(3);

  // Nothing else by now: it is looked at, and left as it is.
  desk.publishing.fronts.refresh(frontId);
  const job = `${frontId}:${delivery()?.targetId}`;
  await vi.waitFor(() => expect(desk.jobs.dueAt('publishing.launch', job)).toBeNull());
  expect(desk.memory.launches).toHaveLength(3);
  show(testSlot(1), testSlot(2));
  desk.publishing.fronts.refresh(frontId);
  await sent(4);
});
