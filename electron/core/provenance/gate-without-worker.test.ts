/** The gate when the worker that holds copy against its sources fails: it says so, and the record does. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as KeptWorkers from '../kept-worker.ts';
import { OTHER_FIGURE, publishDespite, recorded, written } from '../testing-record.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { site } from '../testing-rights.ts';

const worker = vi.hoisted(() => ({ fails: false }));
vi.mock('../kept-worker.ts', async (original) => {
  const actual = await original<typeof KeptWorkers>();
  function createKeptWorker<Task, Answer>(
    options: Parameters<typeof actual.createKeptWorker<Task, Answer>>[0],
  ): KeptWorkers.KeptWorker<Task, Answer> {
    const kept = actual.createKeptWorker<Task, Answer>(options);
    const mayFail = options.address.pathname.includes('fidelity-worker');
    return {
      ...kept,
      async ask(task) {
        if (mayFail && worker.fails) throw new actual.KeptWorkerError('out of memory');
        return kept.ask(task);
      },
    };
  }
  return { ...actual, createKeptWorker };
});

let desk: TestCore;
beforeEach(async () => {
  worker.fails = false;
  desk = await openTestCore({ background: true });
});
afterEach(() => desk.close());

test('copy that could not be held against its sources is told as that, not as copy without findings, and recorded so', async () => {
  const { client } = desk;
  const articleId = await written(desk, OTHER_FIGURE);
  const targetId = await site(desk);
  const told = async () => (await client.publishing.publishability({ articleId })).reasons;
  expect(await told()).toContainEqual({ code: 'fidelity-open', level: 'ask', detail: '1' });

  worker.fails = true;
  const reasons = await told();
  expect(reasons).toContainEqual({ code: 'fidelity-failed', level: 'ask', detail: null });
  expect(reasons.map(({ code }) => code)).not.toContain('fidelity-open');
  const request = { articleId, targetId, requestId: randomUUID() };
  await expect(client.publishing.publish(request)).rejects.toMatchObject({
    code: 'NOT_PUBLISHABLE',
    data: { reasons: [{ code: 'fidelity-failed' }] },
  });
  expect(await client.record.list({ articleId })).toEqual([]);
  await client.publishing.publish({ ...request, despiteFindings: true });
  const [entry] = await recorded(desk, articleId, 1);
  const { content } = await client.record.get({ recordId: entry?.recordId ?? '' });
  expect(content.alignment.state).toBe('unavailable');

  // Once it works again the same copy is asked about, and recorded as it was found.
  worker.fails = false;
  await expect(
    client.publishing.publish({ articleId, targetId, requestId: randomUUID() }),
  ).rejects.toMatchObject({ code: 'NOT_PUBLISHABLE', data: { reasons: [{ code: 'fidelity-open' }] } });
  await publishDespite(desk, articleId, targetId);
  const [later] = await recorded(desk, articleId, 2);
  expect((await client.record.get({ recordId: later?.recordId ?? '' })).content).toMatchObject({
    alignment: { state: 'checked' },
    findings: [{ code: 'figure-differs', answer: { kind: 'open' } }],
  });
});
