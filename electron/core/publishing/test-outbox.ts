/** An outbox on a real database with targets in memory, for tests: a clock to move, calls to script. */
import { unfinishedWork } from '../../../shared/document/unfinished.ts';
import { publishable } from '../../../shared/document/publishable.ts';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { ArticleSource } from '../../../shared/contract/article-sources.ts';
import type { ArticleState } from '../../../shared/contract/articles.ts';
import { articleFieldsSchema } from '../../../shared/contract/articles.ts';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import type { Delivery } from '../../../shared/contract/publishing.ts';
import type { WordPressConfiguration } from '../../../shared/contract/target-configuration.ts';
import { houseSchema } from '../../../shared/contract/settings.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { openDeskDatabase, openWireDatabase, type Database } from '../database/open.ts';
import { createEventBus, type EventBus } from '../events.ts';
import { createJobQueue, type JobQueue } from '../jobs/queue.ts';
import type { LaunchedFront } from '../launched-front.ts';
import { openTestWorkplace } from '../testing.ts';
import type { Workplace } from '../workplace.ts';
import type { EnterPublication, PicturesForPublishing, RecordForPublishing } from './neighbours.ts';
import { createPublishingService, type PublishingService } from './service.ts';
import {
  type PublishedArticle,
  type PublishingTarget,
  type PublishRequest,
  type RemotePost,
  type StandingPost,
  type TargetContext,
} from './target.ts';
import { siteCapabilities } from './targets/site-capabilities.ts';

const silent = { info() {}, warn() {}, error() {} };
const plainDocument = buildDocument([paragraph([text('Isi.')])]);

type Behaviour = (request: PublishRequest | null) => Promise<void> | void;

/** A target that keeps posts in memory and does as it is told before each call. */
function memoryTarget() {
  const sent: PublishRequest[] = [];
  const contexts: TargetContext[] = [];
  const launches: LaunchedFront[] = [];
  const posts = new Map<string, { marker: string; scheduledFor: number; released: boolean }>();
  const control = {
    sent,
    contexts,
    /** Fronts as they were sent. */
    launches,
    /** What stands at the target. */
    posts,
    /** Answers who asks for a post as it stands there. */
    read: async (): Promise<StandingPost | null> => null,
    /** True where the target lets the time of scheduled posts pass. */
    missesSchedules: false,
    /** What each of the next calls does first, in turn. */
    script: [] as Behaviour[],
    /** What every call does that the script does not name. */
    always: null as Behaviour | null,
    inFlight: () => inFlight,
    mostInFlight: () => mostInFlight,
  };
  let inFlight = 0;
  let mostInFlight = 0;

  async function scripted(request: PublishRequest | null): Promise<void> {
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    try {
      await (control.script.shift() ?? control.always)?.(request);
    } finally {
      inFlight -= 1;
    }
  }

  const target: PublishingTarget = {
    kind: 'folder-site',
    capabilities: siteCapabilities,
    verify: async (_configuration, { secret }) => ({
      ok: true,
      checks: [{ code: 'log-in', ok: true, detail: secret ?? 'no secret' }],
    }),
    async publish(_configuration, request, context): Promise<PublishedArticle> {
      sent.push(request);
      contexts.push(context);
      await scripted(request);
      context.record({
        at: context.now(),
        milliseconds: 12.5,
        method: 'WRITE',
        address: request.article.slug,
        sent: request.article.fields.headline,
        status: null,
        answer: null,
      });
      const remoteId = request.existing?.remoteId ?? request.article.slug;
      const known = posts.get(remoteId);
      const scheduledFor = request.publishAt ?? 0;
      const standing =
        known?.marker === request.marker ? known : { marker: request.marker, scheduledFor, released: false };
      posts.set(remoteId, standing);
      const isHeld = context.now() < standing.scheduledFor || control.missesSchedules;
      standing.released ||= standing.scheduledFor === 0 || !isHeld;
      const post: RemotePost = {
        remoteId,
        url: `https://situs.test/${request.article.slug}`,
        modifiedStamp: `stamp ${sent.length}`,
      };
      const visibility = standing.released ? 'public' : 'scheduled';
      return { post, visibility, publicAt: context.now(), differences: [] };
    },
    showsFronts: () => true,
    async launchFront(_configuration, front) {
      await scripted(null);
      launches.push(front);
      return { url: 'https://situs.test/', differences: [] };
    },
    async remove(_configuration, { remoteId }): Promise<void> {
      await scripted(null);
      posts.delete(remoteId);
    },
    async unpublish(_configuration, post): Promise<RemotePost> {
      await scripted(null);
      posts.delete(post.remoteId);
      return post;
    },
  };
  return Object.assign(control, { target });
}

type Source = ArticleSource & { embargoUnreadable: boolean };

/** A wire story an article is written from, with nothing against it. */
export const wireSource: Source = {
  storyId: 1,
  versionId: 1,
  uri: 'urn:1',
  headline: 'Berita kawat',
  sourceName: 'Antara',
  creditName: 'Ant',
  effectiveStatus: 'usable',
  withdrawalReason: null,
  embargoed: null,
  embargoUnreadable: false,
  outdated: false,
};

interface TestOutboxOptions {
  /** Stands in for the WordPress in memory. */
  wordPress?: PublishingTarget<WordPressConfiguration>;
  /** The copy of every article. */
  document?: ArticleDocument;
  pictures?: PicturesForPublishing;
}

const noPictures: PicturesForPublishing = {
  find: () => null,
  read: () => Promise.reject(new Error('none')),
  crop: () => Promise.reject(new Error('none')),
  add: () => Promise.reject(new Error('none')),
};

/** Opens an outbox in a folder of its own; `close` removes it. */
export function openTestOutbox({
  wordPress,
  document = plainDocument,
  pictures = noPictures,
}: TestOutboxOptions = {}) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'redaksi-outbox-'));
  const memory = memoryTarget();
  const told: CoreEvent[] = [];
  const states = new Map<string, ArticleState>();
  /** Kinds of the lines in the articles' trails. */
  const trail: string[] = [];
  /** What somebody said yes to, by revision. */
  const agreed = new Map<number, string[]>();
  const secrets = new Map<string, string>();
  const time = { now: Date.parse('2026-11-24T01:00:00Z') };
  let bus: EventBus | null = null;
  const desk = {
    memory,
    told,
    states,
    trail,
    /** Wire stories every article is written from. */
    sources: [] as Source[],
    /** What readers do not see any more, as the record is told. */
    ended: [] as Pick<Parameters<RecordForPublishing['enterEnd']>[0], 'kind' | 'articleId'>[],
    /** What was left standing at a place as somebody had changed it there. */
    stood: [] as Parameters<EnterPublication>[0][],
    /** Findings against the sources that nobody has answered, in whatever copy. */
    findings: [] as string[],
    /** Fronts that are launched. */
    fronts: [] as LaunchedFront[],
    /** Milliseconds since 1970. */
    get now() {
      return time.now;
    },
    set now(now: number) {
      time.now = now;
    },
    ...open(),
    reopen,
    tellWireChanged: () => bus?.emit({ type: 'wire.changed', sourceId: randomUUID(), added: 1, updated: 0 }),
    addWordPress,
    addArticle,
    rewrite,
    publish,
    builtIn,
    delivery,
    until,
    close,
  };

  /** Makes the core's parts anew on the same folder, as a start after a stop or a crash does. */
  function reopen(): void {
    Object.assign(desk, open());
  }

  function open(): {
    database: Database;
    jobs: JobQueue;
    publishing: PublishingService;
    workplace: Workplace;
  } {
    openWireDatabase(dataFolder).close();
    const database = openDeskDatabase(dataFolder);
    const clock = { now: () => time.now };
    const jobs = createJobQueue({ database, clock, log: silent });
    const events = createEventBus(() => {});
    bus = events;
    events.subscribe((event) => told.push(event));
    const workplace = openTestWorkplace(database);
    const publishing = createPublishingService({
      database,
      jobs,
      events,
      vault: {
        keptBy: 'key-file',
        get: async (key) => secrets.get(key) ?? null,
        set: async (key, secret) => void secrets.set(key, secret),
        delete: async (key) => void secrets.delete(key),
      },
      clock,
      log: silent,
      dataFolder,
      house: () => houseSchema.parse({}),
      language: () => 'id',
      workplace,
      mayPublish: () => true,
      corrections: { carriedBy: () => [], correctedBy: () => null },
      record: {
        prepare: async () => () => {},
        prepareStanding: async () => (entry) => void desk.stood.push(entry),
        enterEnd: ({ kind, articleId }) => void desk.ended.push({ kind, articleId }),
      },
      articles: {
        missingParts: () => [],
        forbidsAi: () => false,
        flaws: () => ({ placeholders: [], dates: [], picturesWithoutAlt: 0 }),
        findings: {
          ofCopy: () => ({ open: desk.findings, rights: [], looked: 'yes' }),
          ofRevision: (revisionId) => ({
            open: desk.findings.filter((key) => agreed.get(revisionId)?.includes(key) !== true),
            rights: [],
            looked: 'yes',
          }),
          agree: (revisionId, keys) =>
            void agreed.set(revisionId, [...(agreed.get(revisionId) ?? []), ...keys]),
        },
        stored(articleId) {
          const row = database
            .prepare<[string], { fields: string }>('SELECT fields FROM article WHERE id = ?')
            .get(articleId);
          const fields = articleFieldsSchema.parse(JSON.parse(row?.fields ?? '{}'));
          return { articleId, base: 1, state: 'ready', fields, document, updatedAt: desk.now };
        },
        cutRevision: (articleId) =>
          Number(
            database
              .prepare(
                `INSERT INTO revision (article_id, created_at, reason, note, person_code, base, fields, document, word_count)
               SELECT id, ?, 'publish', '', '', base, fields, document, 0 FROM article WHERE id = ?`,
              )
              .run(desk.now, articleId).lastInsertRowid,
          ),
        revision(revisionId) {
          const row = database
            .prepare<[number], { fields: string; created_at: number }>('SELECT * FROM revision WHERE id = ?')
            .get(revisionId);
          if (!row) return null;
          return {
            fields: articleFieldsSchema.parse(JSON.parse(row.fields)),
            document: publishable(document),
            unfinished: unfinishedWork(document),
            createdAt: row.created_at,
          };
        },
        sources: () => desk.sources,
        adopt: () => {
          throw new Error('nothing is taken in here');
        },
        markPublished: (articleId, published) =>
          void states.set(articleId, published ? 'published' : 'ready'),
        record: (_articleId, entry) => void trail.push(entry.kind),
      },
      pictures,
      fronts: {
        launched: () => desk.fronts,
        stateOf: () => {
          throw new Error('no front is looked at here');
        },
      },
      targets: {
        'folder-site': { ...memory.target, kind: 'folder-site' },
        ghost: { ...memory.target, kind: 'ghost' },
        partner: { ...memory.target, kind: 'partner' },
        'sftp-site': { ...memory.target, kind: 'sftp-site' },
        wordpress: wordPress ?? {
          ...memory.target,
          kind: 'wordpress',
          capabilities: { ...memory.target.capabilities, schedule: true, remove: true },
          lingersMs: 5_000,
          read: () => memory.read(),
        },
      },
    });
    return { database, jobs, publishing, workplace };
  }

  function addArticle(headline: string, slug = ''): string {
    const id = randomUUID();
    const fields = JSON.stringify({ headline, slug, section: 'dunia' });
    desk.database
      .prepare(
        `INSERT INTO article (id, state, base, fields, document, headline, section, byline, teaser, word_count, created_at, updated_at)
       VALUES (?, 'ready', 1, ?, '{}', ?, '', '', '', 0, ?, ?)`,
      )
      .run(id, fields, headline, desk.now, desk.now);
    return id;
  }

  function rewrite(articleId: string, headline: string): void {
    desk.database
      .prepare('UPDATE article SET fields = ? WHERE id = ?')
      .run(JSON.stringify({ headline, section: 'dunia' }), articleId);
  }

  /** A target that keeps schedules itself and has a trash. */
  async function addWordPress(): Promise<string> {
    const configuration = { kind: 'wordpress' as const, siteUrl: 'https://situs.test', user: 'a' };
    return (await desk.publishing.targets.add({ name: 'WP', configuration, secret: 'rahasia' })).id;
  }

  async function builtIn(): Promise<string> {
    return (await desk.publishing.targets.list()).find(({ name }) => name === 'Situs folder')?.id ?? '';
  }

  function delivery(id: string): Delivery {
    const found = desk.publishing
      .deliveries(undefined, null, 200)
      .rows.find(({ deliveryId }) => deliveryId === id);
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

  function publish(articleId: string, targetId: string, requestId = randomUUID()): Delivery {
    return desk.publishing.publish({ articleId, targetId, requestId });
  }

  async function close(): Promise<void> {
    await desk.jobs.stop();
    desk.database.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }

  desk.publishing.ownTargets.atStart();
  return desk;
}
