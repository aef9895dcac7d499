/** The outbox: from click to sending, what it costs over the bare exchange, and the desk while 500 deliveries drain. */
import { randomUUID } from 'node:crypto';
import { fetch } from 'undici';
import { openTestCore, type TestCore } from '../../../electron/core/testing.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { longArticles } from '../long-articles.ts';
import type { RowGroup } from '../row.ts';
import { startScriptedWordPress, type ScriptedWordPress } from '../scripted-wordpress.ts';
import { median, percentile } from '../statistics.ts';

/** Milliseconds the scripted site takes over each answer: a quick WordPress. */
const ANSWER_MS = 25;

const DELIVERIES = 500;

/** Milliseconds between the calls a person's screens make while deliveries drain. */
const CALL_EVERY_MS = 10;

const user = 'redaksi';
const password = 'abcd efgh ijkl mnop';

interface Desk extends TestCore {
  targetId: string;
  /** Resolves when a delivery is told to have reached a state; the time it was told, by `performance.now()`. */
  reached(deliveryId: string, state: string): Promise<number>;
}

async function openDesk(folder: string, site: ScriptedWordPress): Promise<Desk> {
  const desk = await openTestCore({ background: true }, folder);
  const target = await desk.client.publishing.targets.add({
    name: 'Situs',
    configuration: { kind: 'wordpress', siteUrl: site.url, user },
    secret: password,
  });
  const waiting = new Map<string, (time: number) => void>();
  const told = await desk.client.system.events();
  void (async () => {
    for await (const event of told) {
      if (event.type !== 'delivery.changed') continue;
      const heardAt = performance.now();
      const { rows } = await desk.client.publishing.deliveries({ articleId: event.articleId, limit: 1 });
      const [row] = rows;
      if (row === undefined) continue;
      for (const state of row.state === 'live' ? ['sending', 'live'] : [row.state]) {
        waiting.get(`${row.deliveryId} ${state}`)?.(heardAt);
        waiting.delete(`${row.deliveryId} ${state}`);
      }
    }
  })();
  return {
    ...desk,
    targetId: target.id,
    reached: (deliveryId, state) => new Promise((resolve) => waiting.set(`${deliveryId} ${state}`, resolve)),
  };
}

async function write({ client }: Desk, headline: string, document: ArticleDocument): Promise<string> {
  const { articleId, base, fields } = await client.articles.create();
  await client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline, section: 'dunia', tags: ['Uji'], dek: 'Ringkasan.' },
    document,
  });
  return articleId;
}

/** A click on publish; milliseconds until it is told to be under way, and until it has arrived. */
async function click(desk: Desk, articleId: string) {
  const started = performance.now();
  const { deliveryId } = await desk.client.publishing.publish({
    articleId,
    targetId: desk.targetId,
    requestId: randomUUID(),
  });
  const sending = desk.reached(deliveryId, 'sending');
  const live = desk.reached(deliveryId, 'live');
  return { deliveryId, sending: (await sending) - started, live: (await live) - started };
}

/** What a delivery exchanged, sent again by nothing but HTTP; milliseconds it takes. */
async function replay(desk: Desk, deliveryId: string): Promise<number> {
  const [attempt] = await desk.client.publishing.attempts({ deliveryId });
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const started = performance.now();
  for (const { method, address, sent } of attempt?.exchanges ?? []) {
    const headers = { authorization, accept: 'application/json', 'content-type': 'application/json' };
    const response = await fetch(address, { method, headers, ...(sent === null ? {} : { body: sent }) });
    await response.text();
  }
  return performance.now() - started;
}

/** Calls as screens make them, one every few milliseconds, each timed from when it was due. */
function callsInBetween({ client }: Desk, articleId: string): { stop(): Promise<number[]> } {
  const took: number[] = [];
  const calls = [
    () => client.publishing.counts(),
    () => client.articles.get({ articleId }),
    () => client.wire.list({ limit: 100 }),
    () => client.publishing.deliveries({ limit: 100 }),
  ];
  let running = true;
  const finished = (async () => {
    for (let number = 0; running; number += 1) {
      const due = performance.now() + CALL_EVERY_MS;
      await new Promise((resolve) => setTimeout(resolve, CALL_EVERY_MS));
      await calls[number % calls.length]?.();
      took.push(performance.now() - due);
    }
  })();
  return {
    async stop() {
      running = false;
      await finished;
      return took;
    },
  };
}

export const group: RowGroup = {
  rows: [
    {
      name: 'outbox-click',
      what: 'click on publish → “sending”, 10,000 words, p95',
      unit: 'ms',
      budget: { most: 50 },
    },
    {
      name: 'outbox-overhead',
      what: 'a whole delivery ÷ the bare HTTP exchange of the same requests, median',
      unit: 'ms',
      budget: { most: 1.2 },
    },
    {
      name: 'outbox-rpc',
      what: 'any RPC while 500 deliveries drain, p99',
      unit: 'ms',
      budget: { most: 16 },
    },
    {
      name: 'outbox-in-flight',
      what: 'requests under way at the site while 500 deliveries drain, at most',
      unit: 'requests',
      budget: { most: 4 },
    },
  ],
  how: `deliveries to a scripted WordPress on loopback that takes ${ANSWER_MS} ms over each answer, articles of 10,000 words for
the click and of 60 for the others. The bare exchange sends the same requests with the same bodies one after the other;
the two take turns. While the deliveries drain a call is due every ${CALL_EVERY_MS} ms (counts, an article, a page of the inbox,
a page of the outbox), timed from when it was due.`,
  async measure({ folders, samples, short, say, wants }) {
    const site = await startScriptedWordPress(ANSWER_MS);
    const desk = await openDesk(await folders.withStories(0), site);
    try {
      const clicks: number[] = [];
      if (wants('outbox-click')) {
        for (const [index, { document }] of longArticles(Math.max(5, samples)).entries()) {
          const articleId = await write(desk, `Naskah panjang ${index}`, document);
          const { sending } = await click(desk, articleId);
          if (index > 0) clicks.push(sending);
        }
      }
      const body = buildDocument([paragraph([text('Presiden menghadiri jamuan makan malam. '.repeat(10))])]);
      const ours: number[] = [];
      const base: number[] = [];
      for (let round = -1; wants('outbox-overhead') && round < samples; round += 1) {
        const { deliveryId, live } = await click(desk, await write(desk, `Naskah pendek ${round}`, body));
        const bare = await replay(desk, deliveryId);
        if (round < 0) continue;
        ours.push(live);
        base.push(bare);
      }

      const count = short ? 50 : DELIVERIES;
      let calls: number[] = [];
      if (wants('outbox-rpc') || wants('outbox-in-flight')) {
        const articleIds: string[] = [];
        for (let number = 0; number < count; number += 1) {
          articleIds.push(await write(desk, `Antrean ${number}`, body));
        }
        site.forgetMost();
        const started = performance.now();
        for (const articleId of articleIds) {
          await desk.client.publishing.publish({
            articleId,
            targetId: desk.targetId,
            requestId: randomUUID(),
          });
        }
        const between = callsInBetween(desk, articleIds[0] ?? '');
        while ((await desk.client.publishing.counts()).waiting > 0) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        calls = await between.stop();
        say(`${count} deliveries drained in ${Math.round(performance.now() - started)} ms`);
      }
      return {
        'outbox-click': { ours: percentile(clicks, 95) },
        'outbox-overhead': { ours: median(ours), base: median(base) },
        'outbox-rpc': { ours: percentile(calls, 99) },
        'outbox-in-flight': { ours: site.mostInFlight() },
      };
    } finally {
      await desk.core.stop();
      await site.close();
    }
  },
};
