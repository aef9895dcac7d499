/** What goes out at a time: an embargo that comes meanwhile stops it at once, and whoever is there is told, also when it goes again. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Impact } from '../../../shared/contract/impact.ts';
import { nameFirstPerson, openTestCore, type TestCore } from '../testing.ts';
import { writeReady } from '../testing-impact.ts';
import { deliver } from '../testing-wire.ts';

const hour = 3_600_000;

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore({ background: true });
  await nameFirstPerson(desk, 'Sari', 'SU02');
});

afterEach(() => desk.close());

const inHours = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();

/** A version of the story everything here is about; `at`: minutes into its life. */
function bring(at: number, more: Record<string, unknown> = {}) {
  return deliver(desk, {
    uri: 'urn:antara:suku-bunga',
    version: String(at),
    headline: 'Suku bunga tetap',
    body_text: 'Bank Indonesia menahan suku bunga acuan 5,75 persen.',
    versioncreated: new Date(Date.UTC(2026, 10, 26, 1, at)).toISOString(),
    ...more,
  });
}

async function schedule(storyId: number, at: string): Promise<string> {
  const articleId = await writeReady(desk, storyId);
  const targetId = (await desk.client.publishing.targets.list())[0]?.id ?? '';
  await desk.client.publishing.schedule({
    articleId,
    targetId,
    requestId: randomUUID(),
    at,
    despiteFindings: true,
  });
  await vi.waitFor(async () => expect((await lastOf(articleId))?.state).toBe('scheduled'), {
    timeout: 5_000,
    interval: 20,
  });
  return articleId;
}

async function untilOpen(holds: (entry: Impact | undefined) => void): Promise<void> {
  await vi.waitFor(async () => holds((await desk.client.impact.list({})).rows[0]), {
    timeout: 10_000,
    interval: 30,
  });
}

const lastOf = async (articleId: string) => (await desk.client.publishing.deliveries({ articleId })).rows[0];

test('a new embargo beyond its time stops it at once: the outbox, the entry and the news say so; lifted, that is told too', async () => {
  const { storyId } = await bring(0);
  const articleId = await schedule(storyId, inHours(3));
  await bring(1, { embargoed: inHours(48) });
  desk.advance(5_000);
  await untilOpen((entry) => {
    expect(entry).toMatchObject({ articleId, kinds: ['embargoed'], schedules: [{ stopped: true }] });
  });
  expect(await lastOf(articleId)).toMatchObject({
    state: 'failed',
    error: { code: 'not-publishable', detail: 'embargo-active' },
  });
  const news = (await desk.client.notifications.list()).map((one) => one.news);
  expect(news).toContainEqual(expect.objectContaining({ kind: 'impact', change: 'embargoed', articles: 1 }));
  expect(news).toContainEqual(expect.objectContaining({ kind: 'delivery-failed', articleId }));

  // The source is as it was before, but what was stopped stays stopped.
  await bring(2);
  await untilOpen((entry) => expect(entry).toMatchObject({ articleId, kinds: ['embargo-lifted'] }));
  await bring(3, { keywords: ['bunga'] });
  await untilOpen((entry) => expect(entry?.kinds).toEqual(['embargo-lifted']));
  expect((await lastOf(articleId))?.state).toBe('failed');
});

test.each([
  ['withdrawn', 'canceled', 'source-withdrawn'],
  ['withheld', 'withheld', 'source-withheld'],
])('a source that is %s stops it at once, in words', async (kind, pubstatus, reason) => {
  const { storyId } = await bring(0);
  const articleId = await schedule(storyId, inHours(3));
  await bring(1, { pubstatus });
  // Long before its time.
  desk.advance(5_000);
  await untilOpen((entry) => {
    expect(entry).toMatchObject({ articleId, kinds: [kind], schedules: [{ stopped: true }] });
  });
  expect(await lastOf(articleId)).toMatchObject({
    state: 'failed',
    error: { code: 'not-publishable', detail: reason },
  });
});

test('an embargo that ends before its time stops nothing; one that is lifted opens an entry for what was written under it', async () => {
  const { storyId } = await bring(0, { embargoed: inHours(2) });
  const articleId = await schedule(storyId, inHours(6));
  await bring(1, { embargoed: inHours(4) });
  await untilOpen((entry) => expect(entry?.kinds).toEqual(['embargoed']));
  desk.advance(5_000);
  await bring(2);
  await untilOpen((entry) => expect(entry?.kinds).toEqual(['embargo-lifted']));
  expect(await lastOf(articleId)).toMatchObject({ state: 'scheduled' });
});
