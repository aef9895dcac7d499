/** Findings nobody has answered are asked about wherever copy is sent on its way, and what was said yes to is not asked again. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PublishConflict, PublishError } from './target.ts';
import { openTestOutbox } from './test-outbox.ts';

let desk: ReturnType<typeof openTestOutbox>;
let articleId: string;
let targetId: string;

beforeEach(async () => {
  desk = openTestOutbox();
  articleId = desk.addArticle('Harga cabai');
  targetId = await desk.builtIn();
  desk.jobs.start();
});
afterEach(() => desk.close());

const inHours = (hours: number): string => new Date(desk.now + hours * 3_600_000).toISOString();
const asked = expect.objectContaining({
  code: 'NOT_PUBLISHABLE',
  data: { reasons: [{ code: 'fidelity-open', detail: '1' }] },
});

test('a schedule is moved and released without a second question; what is new since is asked', () => {
  desk.findings = ['figure'];
  const request = { articleId, targetId, requestId: randomUUID(), at: inHours(2) };
  expect(() => desk.publishing.schedule.schedule(request)).toThrow(asked);
  const { deliveryId } = desk.publishing.schedule.schedule({ ...request, despiteFindings: true });
  expect(desk.trail.filter((kind) => kind === 'published-despite')).toHaveLength(1);

  const move = (at: string, despiteFindings = false) =>
    desk.publishing.schedule.reschedule({ deliveryId, requestId: randomUUID(), at, despiteFindings });
  const moved = move(inHours(3));
  expect(moved.state).toBe('queued');

  desk.findings = ['figure', 'quote'];
  const release = { deliveryId: moved.deliveryId, requestId: randomUUID() };
  expect(() => desk.publishing.schedule.release(release)).toThrow(asked);
  desk.publishing.schedule.release({ ...release, despiteFindings: true });
  expect(desk.trail.filter((kind) => kind === 'published-despite')).toHaveLength(2);
});

test('sending again after a failure asks for what was found since, and taking back never asks', async () => {
  desk.memory.script.push(() => {
    throw new PublishError('wrong-password', '');
  });
  const { deliveryId } = desk.publish(articleId, targetId);
  await desk.until(deliveryId, 'failed');
  desk.findings = ['quote'];
  expect(() => desk.publishing.retry(deliveryId)).toThrow(asked);
  expect(desk.delivery(deliveryId).state).toBe('failed');
  desk.publishing.retry(deliveryId, true);
  await desk.until(deliveryId, 'live');

  desk.findings = ['quote', 'figure'];
  desk.memory.script.push(() => {
    throw new PublishError('wrong-password', '');
  });
  const back = desk.publishing.unpublish({ articleId, targetId, requestId: randomUUID() });
  await desk.until(back.deliveryId, 'failed');
  desk.publishing.retry(back.deliveryId);
  await desk.until(back.deliveryId, 'live');
});

test('a decision about a post changed at the site asks too before the words go out', async () => {
  await desk.until(desk.publish(articleId, targetId).deliveryId, 'live');
  desk.memory.script.push(() => {
    throw new PublishConflict('changed', { remoteId: 'cabai', url: null, modifiedStamp: 'as shown' }, []);
  });
  const { deliveryId } = desk.publish(articleId, targetId);
  await desk.until(deliveryId, 'conflict');
  desk.findings = ['quote'];
  const decision = { deliveryId, seen: 'as shown', send: true, requestId: randomUUID() };
  expect(() => desk.publishing.sendAfterConflict(decision)).toThrow(asked);
  const sent = desk.publishing.sendAfterConflict({ ...decision, despiteFindings: true });
  await desk.until(sent.deliveryId, 'live');
});

test('the yes somebody gives by filing a Ralat stays with the revision that carries it', async () => {
  await desk.until(desk.publish(articleId, targetId).deliveryId, 'live');
  const { corrections } = desk.publishing;
  const [first, ...others] = corrections.placesOf(articleId);
  if (first === undefined) throw new Error('it stands nowhere');
  desk.findings = ['quote'];
  desk.memory.script.push(() => {
    throw new PublishError('wrong-password', '');
  });
  expect(() => corrections.cutRevision(articleId, [first, ...others], false)).toThrow(asked);
  const revisionId = corrections.cutRevision(articleId, [first, ...others], true);
  corrections.queue({ articleId, requestId: randomUUID(), revisionId }, [first], 'update');
  expect(desk.trail.filter((kind) => kind === 'published-despite')).toHaveLength(1);
  const [sent] = desk.publishing.deliveries(articleId, null, 1).rows;
  const deliveryId = sent?.deliveryId ?? '';
  await desk.until(deliveryId, 'failed');
  desk.publishing.retry(deliveryId);
  await desk.until(deliveryId, 'live');
  expect(desk.trail.filter((kind) => kind === 'published-despite')).toHaveLength(1);
});
