import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ArticleSource, ArticleState } from '../../../shared/contract/articles.ts';
import { articleFieldsSchema } from '../../../shared/contract/articles.ts';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import type { Delivery, DeliveryView } from '../../../shared/contract/publishing.ts';
import { houseSchema } from '../../../shared/contract/settings.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { openDeskDatabase, openWireDatabase, type Database } from '../database/open.ts';
import { createEventBus } from '../events.ts';
import { createJobQueue, type JobQueue } from '../jobs/queue.ts';
import { createPublishingService, type PublishingService } from './service.ts';
import {
  PublishConflict,
  PublishError,
  type PublishedArticle,
  type PublishingTarget,
  type PublishRequest,
  type RemotePost,
  type TargetContext,
} from './target.ts';

const silent = { info() {}, warn() {}, error() {} };
const document = buildDocument([paragraph([text('Isi.')])]);

/** A target that keeps posts in memory and does as it is told before each call. */
function memoryTarget() {
  const sent: PublishRequest[] = [];
  const contexts: TargetContext[] = [];
  const script: ((request: PublishRequest | null) => Promise<void> | void)[] = [];
  let inFlight = 0;
  let mostInFlight = 0;

  async function scripted(request: PublishRequest | null): Promise<void> {
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    try {
      await script.shift()?.(request);
    } finally {
      inFlight -= 1;
    }
  }

  const target: PublishingTarget = {
    kind: 'folder-site',
    capabilities: {
      update: true,
      unpublish: true,
      schedule: false,
      remove: false,
      read: false,
      preview: true,
      pictures: true,
      needsSecret: false,
    },
    verify: async (_configuration, { secret }) => ({
      ok: true,
      checks: [{ code: 'log-in', ok: true, detail: secret ?? 'no secret' }],
    }),
    async publish(_configuration, request, context): Promise<PublishedArticle> {
      sent.push(request);
      contexts.push(context);
      await scripted(request);
      const post: RemotePost = {
        remoteId: request.existing?.remoteId ?? request.article.slug,
        url: `https://situs.test/${request.article.slug}`,
        modifiedStamp: `stamp ${sent.length}`,
      };
      return { post, visibility: 'public', publicAt: now, differences: [] };
    },
    async unpublish(): Promise<void> {
      await scripted(null);
    },
  };
  return { target, sent, contexts, script, mostInFlight: () => mostInFlight };
}

let dataFolder: string;
let database: Database;
let jobs: JobQueue;
let publishing: PublishingService;
let memory: ReturnType<typeof memoryTarget>;
let told: CoreEvent[];
let now: number;
let states: Map<string, ArticleState>;
let sources: (ArticleSource & { embargoUnreadable: boolean })[];
const secrets = new Map<string, string>();

/** Makes the core's parts anew on the same folder, as a start after a stop or a crash does. */
function open(): void {
  openWireDatabase(dataFolder).close();
  database = openDeskDatabase(dataFolder);
  const clock = { now: () => now };
  jobs = createJobQueue({ database, clock, log: silent });
  const events = createEventBus(() => {});
  events.subscribe((event) => told.push(event));
  const db = database;
  publishing = createPublishingService({
    database,
    jobs,
    events,
    vault: {
      get: async (key) => secrets.get(key) ?? null,
      set: async (key, secret) => void secrets.set(key, secret),
      delete: async (key) => void secrets.delete(key),
    },
    clock,
    log: silent,
    dataFolder,
    house: () => houseSchema.parse({}),
    articles: {
      stored(articleId) {
        const row = db
          .prepare<[string], { fields: string }>('SELECT fields FROM article WHERE id = ?')
          .get(articleId);
        const fields = articleFieldsSchema.parse(JSON.parse(row?.fields ?? '{}'));
        return { articleId, state: 'ready', fields, document, updatedAt: now };
      },
      cutRevision: (articleId) =>
        Number(
          db
            .prepare(
              `INSERT INTO revision (article_id, created_at, reason, note, person_code, base, fields, document, word_count)
               SELECT id, ?, 'publish', '', '', base, fields, document, 0 FROM article WHERE id = ?`,
            )
            .run(now, articleId).lastInsertRowid,
        ),
      revision(revisionId) {
        const row = db
          .prepare<[number], { fields: string; created_at: number }>('SELECT * FROM revision WHERE id = ?')
          .get(revisionId);
        if (!row) return null;
        return {
          fields: articleFieldsSchema.parse(JSON.parse(row.fields)),
          document,
          createdAt: row.created_at,
        };
      },
      sources: () => sources,
      markPublished: (articleId, published) => void states.set(articleId, published ? 'published' : 'ready'),
    },
    pictures: { find: () => null, read: () => Promise.reject(new Error('none')) },
    targets: {
      'folder-site': { ...memory.target, kind: 'folder-site' },
      wordpress: { ...memory.target, kind: 'wordpress' },
    },
  });
}

function addArticle(headline: string, slug = ''): string {
  const id = randomUUID();
  const fields = JSON.stringify({ headline, slug, section: 'dunia' });
  database
    .prepare(
      `INSERT INTO article (id, state, base, fields, document, headline, section, byline, teaser, word_count, created_at, updated_at)
       VALUES (?, 'ready', 1, ?, '{}', ?, '', '', '', 0, ?, ?)`,
    )
    .run(id, fields, headline, now, now);
  return id;
}

function rewrite(articleId: string, headline: string): void {
  database
    .prepare('UPDATE article SET fields = ? WHERE id = ?')
    .run(JSON.stringify({ headline, section: 'dunia' }), articleId);
}

async function builtIn(): Promise<string> {
  return (await publishing.targets.list())[0]?.id ?? '';
}

function delivery(id: string): Delivery {
  const found = publishing.deliveries(undefined, null, 200).rows.find(({ deliveryId }) => deliveryId === id);
  if (!found) throw new Error(`delivery ${id} is gone`);
  return found;
}

/** Waits until the delivery rests in a state. */
function until(id: string, state: Delivery['state']): Promise<Delivery> {
  return vi.waitFor(
    () => {
      const found = delivery(id);
      expect(found.state).toBe(state);
      return found;
    },
    { timeout: 4000, interval: 5 },
  );
}

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'redaksi-outbox-'));
  now = Date.parse('2026-11-24T01:00:00Z');
  memory = memoryTarget();
  told = [];
  states = new Map();
  sources = [];
  secrets.clear();
  open();
  publishing.ensureBuiltInTarget();
});

afterEach(async () => {
  await jobs.stop();
  database.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

function publish(articleId: string, targetId: string, requestId = randomUUID()): Delivery {
  return publishing.publish({ articleId, targetId, requestId });
}

describe('a delivery', () => {
  test('is on disk before anything is sent, then goes live: state, address, article, events', async () => {
    const articleId = addArticle('Presiden tiba');
    const targetId = await builtIn();
    const queued = publish(articleId, targetId);
    expect(queued).toMatchObject({
      state: 'queued',
      action: 'publish',
      attempts: 0,
      headline: 'Presiden tiba',
    });
    expect(publishing.counts()).toEqual({ waiting: 1, failed: 0 });
    expect(memory.sent).toEqual([]);

    jobs.start();
    const live = await until(queued.deliveryId, 'live');
    expect(live).toMatchObject({ url: 'https://situs.test/presiden-tiba', attempts: 1, error: null });
    expect(memory.sent[0]).toMatchObject({ mayHaveArrived: false, existing: null, earlierMarkers: [] });
    expect(states.get(articleId)).toBe('published');
    expect(publishing.counts()).toEqual({ waiting: 0, failed: 0 });
    expect(publishing.liveTargets([articleId]).get(articleId)).toEqual([
      { targetId, name: 'Situs folder', url: 'https://situs.test/presiden-tiba' },
    ]);
    const steps = told.filter((event) => event.type === 'delivery.changed');
    expect(steps).toHaveLength(3);
  });

  test('asked for twice with one request id is one delivery and one revision', async () => {
    const articleId = addArticle('Sekali');
    const requestId = randomUUID();
    const targetId = await builtIn();
    const first = publish(articleId, targetId, requestId);
    expect(publish(articleId, targetId, requestId)).toEqual(first);
    jobs.start();
    await until(first.deliveryId, 'live');
    expect(memory.sent).toHaveLength(1);
    expect(publish(articleId, targetId, requestId).deliveryId).toBe(first.deliveryId);
  });

  test('sends the revision it was asked for, whatever was typed since', async () => {
    const articleId = addArticle('Judul lama');
    const queued = publish(articleId, await builtIn());
    rewrite(articleId, 'Judul baru');
    jobs.start();
    await until(queued.deliveryId, 'live');
    expect(memory.sent[0]?.article.fields.headline).toBe('Judul lama');
  });

  test('waits as long as the site asked for, then tries again and looks for what may have arrived', async () => {
    memory.script.push(() => {
      throw new PublishError('rate-limited', 'slow down', { retryable: true, retryAfterMs: 600_000 });
    });
    const queued = publish(addArticle('Nanti'), await builtIn());
    jobs.start();
    const waiting = await until(queued.deliveryId, 'retry');
    expect(waiting.error).toEqual({ code: 'rate-limited', detail: 'slow down' });
    expect(Date.parse(waiting.retryAt ?? '') - now).toBeGreaterThanOrEqual(600_000);
    jobs.wake();
    now += 599_000;
    jobs.wake();
    expect(memory.sent).toHaveLength(1);
    now += 1_000;
    jobs.wake();
    await until(queued.deliveryId, 'live');
    expect(memory.sent[1]).toMatchObject({ mayHaveArrived: true, marker: memory.sent[0]?.marker });
  });

  test('a person need not wait: “try now”', async () => {
    memory.script.push(() => {
      throw new PublishError('unreachable', '', { retryable: true, retryAfterMs: 3_600_000 });
    });
    const queued = publish(addArticle('Sekarang'), await builtIn());
    jobs.start();
    await until(queued.deliveryId, 'retry');
    expect(publishing.retry(queued.deliveryId).state).toBe('queued');
    await until(queued.deliveryId, 'live');
  });

  test('cut short in the middle goes on after the next start, asking first what arrived', async () => {
    let entered: () => void = () => {};
    const underWay = new Promise<void>((resolve) => (entered = resolve));
    memory.script.push(() => {
      entered();
      return new Promise<void>(() => {});
    });
    const queued = publish(addArticle('Putus'), await builtIn());
    jobs.start();
    await underWay;
    expect(delivery(queued.deliveryId).state).toBe('sending');

    // The process is gone: nobody writes anything any more; the file is opened anew.
    const crashed = database;
    open();
    jobs.start();
    await until(queued.deliveryId, 'live');
    crashed.close();
    expect(memory.sent.map(({ mayHaveArrived }) => mayHaveArrived)).toEqual([false, true]);
    expect(memory.sent[1]?.marker).toBe(memory.sent[0]?.marker);
    expect(delivery(queued.deliveryId).attempts).toBe(2);
  });

  test('is refused with every reason where the article may not go out', async () => {
    const articleId = addArticle('');
    const targetId = await builtIn();
    expect(publishing.publishability(articleId)).toMatchObject({ ok: false });
    expect(() => publish(articleId, targetId)).toThrow(
      expect.objectContaining({
        code: 'NOT_PUBLISHABLE',
        data: { reasons: [{ code: 'headline-missing', detail: null }] },
      }),
    );
    expect(publishing.deliveries(undefined, null, 10).rows).toEqual([]);
  });

  test('does not go out where its source was withdrawn while it waited', async () => {
    const queued = publish(addArticle('Ditarik'), await builtIn());
    sources = [
      {
        storyId: 1,
        versionId: 1,
        uri: 'urn:1',
        headline: 'Berita kawat',
        sourceName: 'Antara',
        creditName: 'Ant',
        effectiveStatus: 'canceled',
        embargoed: null,
        embargoUnreadable: false,
        outdated: false,
      },
    ];
    jobs.start();
    const failed = await until(queued.deliveryId, 'failed');
    expect(failed.error).toEqual({ code: 'not-publishable', detail: 'source-withdrawn' });
    expect(memory.sent).toEqual([]);
    expect(publishing.publishability(failed.articleId).reasons).toContainEqual({
      code: 'source-withdrawn',
      level: 'block',
      detail: 'Berita kawat',
    });
  });

  test('that fails stays in the list with its reason, and can be sent again', async () => {
    memory.script.push(() => {
      throw new PublishError('wrong-password', 'HTTP 401');
    });
    const queued = publish(addArticle('Gagal'), await builtIn());
    jobs.start();
    const failed = await until(queued.deliveryId, 'failed');
    expect(failed.error).toEqual({ code: 'wrong-password', detail: 'HTTP 401' });
    expect(publishing.counts()).toEqual({ waiting: 0, failed: 1 });
    const shown = (view: DeliveryView, targetId?: string) =>
      publishing.deliveries(undefined, null, 10, view, targetId).rows.map(({ deliveryId }) => deliveryId);
    expect(shown('stopped')).toEqual([queued.deliveryId]);
    expect([...shown('waiting'), ...shown('done'), ...shown('all', randomUUID())]).toEqual([]);
    publishing.retry(queued.deliveryId);
    await until(queued.deliveryId, 'live');
    expect(publishing.counts()).toEqual({ waiting: 0, failed: 0 });
  });

  test('that waits can be cancelled; the next one still asks what the cancelled one left there', async () => {
    memory.script.push(() => {
      throw new PublishError('timed-out', '', { retryable: true, retryAfterMs: 60_000 });
    });
    const articleId = addArticle('Batal');
    const targetId = await builtIn();
    const first = publish(articleId, targetId);
    jobs.start();
    await until(first.deliveryId, 'retry');
    expect(publishing.cancel(first.deliveryId).state).toBe('cancelled');
    expect(() => publishing.cancel(first.deliveryId)).toThrow(expect.objectContaining({ code: 'INVALID' }));
    const second = publish(articleId, targetId);
    await until(second.deliveryId, 'live');
    expect(memory.sent[1]).toMatchObject({ mayHaveArrived: true, earlierMarkers: [memory.sent[0]?.marker] });
  });
});

describe('several deliveries', () => {
  test('of one article to one target go out in order, one at a time', async () => {
    const articleId = addArticle('Satu');
    const targetId = await builtIn();
    memory.script.push(() => {
      throw new PublishError('unreachable', '', { retryable: true, retryAfterMs: 60_000 });
    });
    const first = publish(articleId, targetId);
    rewrite(articleId, 'Dua');
    const second = publish(articleId, targetId);
    expect([first.action, second.action]).toEqual(['publish', 'update']);
    jobs.start();
    await until(first.deliveryId, 'retry');
    jobs.wake();
    expect(delivery(second.deliveryId).state).toBe('queued');
    now += 61_000;
    jobs.wake();
    await until(second.deliveryId, 'live');
    expect(memory.sent.map(({ article }) => article.fields.headline)).toEqual(['Satu', 'Satu', 'Dua']);
    // The address keeps still although the headline changed.
    expect(memory.sent[2]).toMatchObject({ article: { slug: 'satu' }, existing: { remoteId: 'satu' } });
    expect(memory.mostInFlight()).toBe(1);
  });

  test('to different targets go out side by side', async () => {
    const targetId = await builtIn();
    const other = await publishing.targets.add({
      name: 'Lain',
      configuration: { kind: 'folder-site', folder: '/x' },
    });
    let release: () => void = () => {};
    const both = new Promise<void>((resolve) => (release = resolve));
    memory.script.push(
      () => both,
      () => release(),
    );
    // The second is begun only while the first is still under way.
    const articleId = addArticle('Dua tempat');
    const one = publish(articleId, targetId);
    const two = publish(articleId, other.id);
    jobs.start();
    await Promise.all([until(one.deliveryId, 'live'), until(two.deliveryId, 'live')]);
    expect(memory.mostInFlight()).toBe(2);
  });

  test('of two articles with one headline get two addresses', async () => {
    const targetId = await builtIn();
    const first = publish(addArticle('Sama'), targetId);
    const second = publish(addArticle('Sama'), targetId);
    jobs.start();
    const [left, right] = await Promise.all([
      until(first.deliveryId, 'live'),
      until(second.deliveryId, 'live'),
    ]);
    expect([left.url, right.url].toSorted()).toEqual([
      'https://situs.test/sama',
      'https://situs.test/sama-2',
    ]);
  });

  test('a failed one that a later one has overtaken is not sent again', async () => {
    const articleId = addArticle('Lama');
    const targetId = await builtIn();
    memory.script.push(() => {
      throw new PublishError('rejected', '');
    });
    const first = publish(articleId, targetId);
    jobs.start();
    await until(first.deliveryId, 'failed');
    const second = publish(articleId, targetId);
    await until(second.deliveryId, 'live');
    expect(() => publishing.retry(first.deliveryId)).toThrow(
      expect.objectContaining({ code: 'INVALID', data: { field: 'deliveryId', reason: 'overtaken' } }),
    );
    expect(publishing.counts().failed).toBe(0);
    const ids = (view: DeliveryView) =>
      publishing.deliveries(undefined, null, 10, view).rows.map((row) => row.deliveryId);
    expect(ids('stopped')).toEqual([]);
    expect(ids('done')).toEqual([second.deliveryId]);
    expect(ids('all')).toEqual([second.deliveryId, first.deliveryId]);
  });
});

describe('what happened at the target', () => {
  test('a change made there is a conflict; sending again goes on from the post as it was shown', async () => {
    const articleId = addArticle('Konflik');
    const targetId = await builtIn();
    jobs.start();
    await until(publish(articleId, targetId).deliveryId, 'live');
    const found = { remoteId: 'konflik', url: null, modifiedStamp: 'as shown' };
    memory.script.push(() => {
      throw new PublishConflict('changed', found, [{ field: 'headline', meant: 'Konflik', found: 'Lain' }]);
    });
    const update = publish(articleId, targetId);
    const conflict = await until(update.deliveryId, 'conflict');
    expect(conflict.error?.code).toBe('changed-at-target');
    expect(conflict.differences).toEqual([{ field: 'headline', meant: 'Konflik', found: 'Lain' }]);
    publishing.retry(update.deliveryId);
    expect((await until(update.deliveryId, 'live')).differences).toEqual([]);
    expect(memory.sent.at(-1)?.existing).toEqual(found);
  });

  test('a post taken away there is told; sending again makes a new one', async () => {
    const articleId = addArticle('Hilang');
    const targetId = await builtIn();
    jobs.start();
    await until(publish(articleId, targetId).deliveryId, 'live');
    memory.script.push(() => {
      throw new PublishError('post-missing', '');
    });
    const update = publish(articleId, targetId);
    await until(update.deliveryId, 'failed');
    expect(states.get(articleId)).toBe('ready');
    expect(publishing.liveTargets([articleId]).size).toBe(0);
    publishing.retry(update.deliveryId);
    expect((await until(update.deliveryId, 'live')).action).toBe('publish');
    expect(memory.sent.at(-1)?.existing).toBeNull();
    expect(states.get(articleId)).toBe('published');
  });

  test('taking back, then publishing again, keeps the post; one thrown away meanwhile is made anew at once', async () => {
    const articleId = addArticle('Kembali');
    const targetId = await builtIn();
    jobs.start();
    await until(publish(articleId, targetId).deliveryId, 'live');
    const back = publishing.unpublish({ articleId, targetId, requestId: randomUUID() });
    expect((await until(back.deliveryId, 'live')).url).toBeNull();
    expect(states.get(articleId)).toBe('ready');
    expect(() => publishing.unpublish({ articleId, targetId, requestId: randomUUID() })).toThrow(
      expect.objectContaining({ code: 'INVALID' }),
    );
    memory.script.push(() => {
      throw new PublishError('post-missing', '');
    });
    await until(publish(articleId, targetId).deliveryId, 'live');
    expect(memory.sent.slice(1).map(({ existing }) => existing?.remoteId ?? null)).toEqual(['kembali', null]);
  });

  test('a target sees what else stands live there, newest first, without the article at hand', async () => {
    const targetId = await builtIn();
    jobs.start();
    for (const headline of ['Pertama', 'Kedua', 'Ketiga']) {
      now += 1000;
      await until(publish(addArticle(headline), targetId).deliveryId, 'live');
    }
    const listed = memory.contexts[2]?.liveArticles().map(({ fields }) => fields.headline);
    expect(listed).toEqual(['Kedua', 'Pertama']);
  });
});

describe('targets', () => {
  test('the folder site is there at the first start, and stays away once removed', async () => {
    expect(await publishing.targets.list()).toMatchObject([
      { name: 'Situs folder', configuration: { kind: 'folder-site', folder: '' }, hasSecret: false },
    ]);
    publishing.ensureBuiltInTarget();
    const waiting = publish(addArticle('Menunggu'), await builtIn());
    await publishing.targets.remove(await builtIn());
    publishing.ensureBuiltInTarget();
    expect(await publishing.targets.list()).toEqual([]);
    expect(delivery(waiting.deliveryId).state).toBe('cancelled');
  });

  test('a password is kept in the vault and lent to its own site only', async () => {
    const configuration = { kind: 'wordpress' as const, siteUrl: 'https://situs.test', user: 'a' };
    const added = await publishing.targets.add({ name: 'WP', configuration, secret: 'rahasia' });
    expect(added.hasSecret).toBe(true);
    expect(JSON.stringify(database.prepare('SELECT * FROM target').all())).not.toContain('rahasia');
    const verify = async (siteUrl: string) =>
      (await publishing.targets.verify({ id: added.id, configuration: { ...configuration, siteUrl } }))
        .checks[0]?.detail;
    expect(await verify('www.situs.test/wp-admin/')).toBe('rahasia');
    expect(await verify('https://jahat.test')).toBe('no secret');
    const moved = await publishing.targets.change({
      id: added.id,
      name: 'WP',
      configuration: { ...configuration, siteUrl: 'https://lain.test' },
    });
    expect(moved.hasSecret).toBe(false);
  });

  test('TERPOPULER keeps its hand order and only names articles that are there', () => {
    const [a, b] = [addArticle('A'), addArticle('B')];
    publishing.setPopular([b, randomUUID(), a]);
    expect(publishing.popular()).toEqual([b, a]);
    publishing.setPopular([a]);
    expect(publishing.popular()).toEqual([a]);
  });
});
