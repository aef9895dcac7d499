/** A target in trouble is left alone, and the rest of the outbox does not notice. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PublishError } from './target.ts';
import { openTestOutbox } from './test-outbox.ts';

let desk: ReturnType<typeof openTestOutbox>;

beforeEach(() => {
  desk = openTestOutbox();
});
afterEach(() => desk.close());

function down(): never {
  throw new PublishError('unreachable', 'ECONNREFUSED', { retryable: true });
}

async function addTarget(name: string): Promise<string> {
  const { id } = await desk.publishing.targets.add({
    name,
    configuration: { kind: 'folder-site', folder: `/${name}` },
  });
  return id;
}

async function trouble(targetId: string) {
  return (await desk.publishing.targets.list()).find(({ id }) => id === targetId)?.trouble ?? null;
}

/** Queues a delivery for each headline. */
function queue(targetId: string, headlines: readonly string[]) {
  return headlines.map((headline) => desk.publish(desk.addArticle(headline), targetId));
}

const headlines = Array.from({ length: 40 }, (_none, number) => `Berita ${number + 1}`);

function sentTo(): string[] {
  return desk.memory.sent.map(({ article }) => article.fields.headline);
}

/** Moves the clock on until the target is due for a probe, and waits for what comes of it. */
async function probe(targetId: string): Promise<void> {
  const before = desk.memory.sent.length;
  desk.now = Date.parse((await trouble(targetId))?.nextTryAt ?? '');
  desk.jobs.wake();
  await vi.waitFor(() => expect(desk.memory.sent.length).toBeGreaterThan(before));
  await vi.waitFor(() => expect(desk.memory.inFlight()).toBe(0));
}

test('a target that is down gets one probe at a time, by another delivery each; the first answer frees all', async () => {
  const targetId = await desk.builtIn();
  desk.memory.always = down;
  const deliveries = queue(targetId, headlines);
  desk.jobs.start();
  await vi.waitFor(async () => expect(await trouble(targetId)).not.toBeNull());
  await vi.waitFor(() => expect(desk.memory.inFlight()).toBe(0));
  // No more than were under way when it broke down.
  expect(sentTo().length).toBeLessThanOrEqual(4);
  const firstWave = sentTo().length;

  await probe(targetId);
  await probe(targetId);
  expect(sentTo()).toHaveLength(firstWave + 2);
  expect(new Set(sentTo()).size).toBe(firstWave + 2);
  expect(await trouble(targetId)).toMatchObject({
    failures: 3,
    error: { code: 'unreachable', detail: 'ECONNREFUSED' },
  });
  expect(desk.publishing.counts()).toMatchObject({ waiting: headlines.length, failed: 0 });

  desk.memory.always = null;
  await probe(targetId);
  await Promise.all(deliveries.map(({ deliveryId }) => desk.until(deliveryId, 'live')));
  expect(await trouble(targetId)).toBeNull();
  expect(desk.memory.mostInFlight()).toBeLessThanOrEqual(4);
});

test('pauses between probes grow to two minutes, and never end before the time a target named', async () => {
  const targetId = await desk.builtIn();
  desk.memory.always = down;
  queue(targetId, ['Satu', 'Dua']);
  desk.jobs.start();
  await vi.waitFor(async () => expect(await trouble(targetId)).not.toBeNull());
  const pauses: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    pauses.push(Date.parse((await trouble(targetId))?.nextTryAt ?? '') - desk.now);
    await probe(targetId);
  }
  expect(pauses[0]).toBeLessThanOrEqual(2_500);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(150_000);
  expect(Math.max(...pauses)).toBeGreaterThanOrEqual(90_000);

  desk.memory.always = () => {
    throw new PublishError('rate-limited', '429', { retryable: true, retryAfterMs: 3_600_000 });
  };
  await probe(targetId);
  expect(Date.parse((await trouble(targetId))?.nextTryAt ?? '') - desk.now).toBe(3_600_000);
});

test('a refused password stops the rest until a person has put it right', async () => {
  const targetId = await desk.builtIn();
  desk.memory.script.push(() => {
    throw new PublishError('wrong-password', 'HTTP 401');
  });
  const [first, ...others] = queue(targetId, ['Satu']);
  desk.jobs.start();
  await desk.until(first?.deliveryId ?? '', 'failed');
  others.push(...queue(targetId, ['Dua', 'Tiga']));
  desk.now += 86_400_000;
  desk.jobs.wake();
  expect(await trouble(targetId)).toMatchObject({ nextTryAt: null, error: { code: 'wrong-password' } });
  expect(desk.publishing.counts()).toMatchObject({ waiting: 2, failed: 1 });
  expect(sentTo()).toEqual(['Satu']);

  await desk.publishing.targets.change({
    id: targetId,
    name: 'Situs',
    configuration: { kind: 'folder-site', folder: '' },
    secret: 'baru',
  });
  await Promise.all(others.map(({ deliveryId }) => desk.until(deliveryId, 'live')));
  expect(await trouble(targetId)).toBeNull();
});

test('one article the site trips over does not stop the others; three different ones do', async () => {
  const targetId = await desk.builtIn();
  const broken = new Set(['Racun']);
  desk.memory.always = (request) => {
    if (broken.has(request?.article.fields.headline ?? '')) {
      throw new PublishError('server-error', 'HTTP 500', { retryable: true });
    }
  };
  const [poison, fine] = queue(targetId, ['Racun', 'Baik']);
  desk.jobs.start();
  await desk.until(poison?.deliveryId ?? '', 'retry');
  await desk.until(fine?.deliveryId ?? '', 'live');
  expect(await trouble(targetId)).toBeNull();

  for (const headline of ['A', 'B', 'C']) broken.add(headline);
  queue(targetId, ['A', 'B', 'C']);
  await vi.waitFor(async () => expect(await trouble(targetId)).not.toBeNull());
  expect((await trouble(targetId))?.error.code).toBe('server-error');
});

test('another target goes on meanwhile, and trouble outlasts a restart', async () => {
  const dead = await desk.builtIn();
  const alive = await addTarget('hidup');
  desk.memory.script.push(down);
  queue(dead, ['Ke yang mati']);
  desk.jobs.start();
  await vi.waitFor(async () => expect(await trouble(dead)).not.toBeNull());
  const [there] = queue(alive, ['Ke yang hidup']);
  await desk.until(there?.deliveryId ?? '', 'live');

  await desk.jobs.stop();
  const before = desk.database;
  desk.reopen();
  before.close();
  expect(await trouble(dead)).toMatchObject({ error: { code: 'unreachable' } });
});

test('“try now” probes at once', async () => {
  const targetId = await desk.builtIn();
  desk.memory.script.push(() => {
    throw new PublishError('rate-limited', '429', { retryable: true, retryAfterMs: 3_600_000 });
  });
  const [delivery] = queue(targetId, ['Segera']);
  desk.jobs.start();
  await vi.waitFor(async () => expect(await trouble(targetId)).not.toBeNull());
  await desk.publishing.targets.tryNow(targetId);
  await desk.until(delivery?.deliveryId ?? '', 'live');
});
