import { expect, onTestFinished, test, vi } from 'vitest';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { createEventBus } from '../events.ts';
import { openTestOutbox } from './test-outbox.ts';
import { createTransfers } from './transfers.ts';

function watched() {
  const events = createEventBus((error) => {
    throw error;
  });
  const told: CoreEvent[] = [];
  events.subscribe((event) => told.push(event));
  let now = 0;
  const transfers = createTransfers({ events, clock: { now: () => now } });
  return {
    told,
    list: () => transfers.list((id) => (id === 'hilang' ? null : 'Situs kami')),
    report(at: number, done: number | null, targetId = 'situs') {
      now = at;
      const part = { done: done ?? 0, of: 10 };
      transfers.report(targetId, done === null ? null : { files: part, bytes: part });
    },
  };
}

test('what takes long is told of twice a second at most, and that it has ended', () => {
  const { told, list, report } = watched();
  for (let at = 0; at <= 2_000; at += 100) report(at, at / 200);
  expect(told).toHaveLength(3);
  expect(list()).toMatchObject([
    { targetId: 'situs', targetName: 'Situs kami', files: { done: 10, of: 10 } },
  ]);
  expect(list()[0]).toMatchObject({ startedAt: '1970-01-01T00:00:00.000Z', at: '1970-01-01T00:00:02.000Z' });
  report(2_100, null);
  expect(told).toHaveLength(4);
  expect(list()).toEqual([]);
});

test('what is short is not told of at all, nor a target that is gone', () => {
  const { told, list, report } = watched();
  report(0, 1);
  report(900, 9);
  expect(list()).toEqual([]);
  report(950, null);
  expect(told).toEqual([]);
  report(2_000, 1, 'hilang');
  report(4_000, 2, 'hilang');
  expect(list()).toEqual([]);
});

test('what a target tells while a delivery is under way is told by the desk, under the name of the target', async () => {
  const desk = openTestOutbox();
  onTestFinished(() => desk.close());
  let finish: () => void = () => {};
  desk.memory.script.push(() => new Promise((resolve) => (finish = resolve)));
  const targetId = await desk.builtIn();
  const { deliveryId } = desk.publish(desk.addArticle('Presiden tiba'), targetId);
  desk.jobs.start();
  const context = await vi.waitFor(() => desk.memory.contexts[0] ?? expect.unreachable());
  const soFar = (done: number) => ({ files: { done, of: 4 }, bytes: { done: done * 1_000, of: 4_000 } });
  context.progress(soFar(0));
  desk.now += 2_000;
  context.progress(soFar(1));
  expect(desk.publishing.transfers()).toMatchObject([{ targetId, targetName: 'Situs folder', ...soFar(1) }]);
  expect(desk.told).toContainEqual({ type: 'transfer.changed', targetId });
  context.progress(null);
  expect(desk.publishing.transfers()).toEqual([]);
  finish();
  await desk.until(deliveryId, 'live');
});
