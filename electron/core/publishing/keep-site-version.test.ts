import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { PublishConflict, type StandingPost } from './target.ts';
import { openTestOutbox } from './test-outbox.ts';

let desk: ReturnType<typeof openTestOutbox>;
let articleId: string;
let targetId: string;
/** How often the site was asked for the post. */
let asked: number;

beforeEach(async () => {
  desk = openTestOutbox();
  articleId = desk.addArticle('Harga cabai');
  targetId = await desk.addWordPress();
  desk.jobs.start();
  asked = 0;
});
afterEach(() => desk.close());

const post = { remoteId: 'cabai', url: 'https://situs.test/cabai', modifiedStamp: 'edited there' };

function standing(headline: string): StandingPost {
  return {
    post,
    visibility: 'public',
    publicAt: null,
    content: {
      headline,
      dek: '',
      slug: 'cabai',
      categories: [],
      tags: [],
      dateline: '',
      credit: '',
      document: buildDocument([paragraph([text('Isi di situs.')])]),
      modifiedAt: desk.now,
    },
  };
}

/** The article is out, somebody changed it there, and an update met that. Answers with the delivery that stopped. */
async function meetConflict(): Promise<string> {
  await desk.until(desk.publish(articleId, targetId).deliveryId, 'live');
  desk.memory.read = async () => {
    asked += 1;
    return standing('Judul di situs');
  };
  desk.memory.script.push(() => {
    throw new PublishConflict('changed', post, []);
  });
  const { deliveryId } = desk.publish(articleId, targetId);
  await desk.until(deliveryId, 'conflict');
  return deliveryId;
}

test('what stands at the site is entered as the person saw it who left it there, once', async () => {
  const deliveryId = await meetConflict();
  const { seen } = await desk.publishing.conflict(deliveryId);
  const decision = { deliveryId, seen, send: false, requestId: randomUUID() };
  expect((await desk.publishing.keepSiteVersion(decision)).state).toBe('cancelled');
  expect((await desk.publishing.keepSiteVersion(decision)).state).toBe('cancelled');
  expect(asked).toBe(1);
  expect(desk.stood).toMatchObject([
    {
      deliveryId,
      targetId,
      url: 'https://situs.test/harga-cabai',
      askedBy: desk.workplace.currentPerson().personId,
      article: { articleId, fields: { headline: 'Judul di situs' } },
    },
  ]);
});

test('after a restart the site is asked once more; where it does not answer nothing is decided', async () => {
  const deliveryId = await meetConflict();
  const decision = { deliveryId, seen: 'edited there', send: false, requestId: randomUUID() };
  desk.memory.read = () => Promise.reject(new Error('no route'));
  await expect(desk.publishing.keepSiteVersion(decision)).rejects.toThrow('no route');
  expect(desk.delivery(deliveryId).state).toBe('conflict');
  expect(desk.stood).toEqual([]);
  desk.memory.read = async () => standing('Judul di situs');
  await desk.publishing.keepSiteVersion(decision);
  expect(desk.stood).toHaveLength(1);
});
