import { createServer, type IncomingMessage, type Server } from 'node:http';
import type * as FileSystem from 'node:fs/promises';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  partnerConfigurationSchema,
  type PartnerConfiguration,
} from '../../../../../shared/contract/target-configuration.ts';
import { buildDocument, image, paragraph, text } from '../../../../../shared/document/build.ts';
import { publishable } from '../../../../../shared/document/publishable.ts';
import type { ListedArticle, PublishRequest, RemotePost, TargetContext } from '../../target.ts';
import { testContext, testPicture, testRequest } from '../../testing-target.ts';
import {
  pixel,
  pixelId,
  PUBLISHED_AT,
  serujiHouse,
  testArticle,
  type TestArticle,
} from '../folder-site/test-desk.ts';
import { createPartnerTarget } from './target.ts';

const disk = vi.hoisted(() => ({ failure: null as null | { at: 'write' | 'rename'; code: string } }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof FileSystem>();
  const fail = (at: 'write' | 'rename'): void => {
    if (disk.failure?.at === at)
      throw Object.assign(new Error(disk.failure.code), { code: disk.failure.code });
  };
  return {
    ...real,
    async open(...parameters: Parameters<typeof real.open>) {
      fail('write');
      return real.open(...parameters);
    },
    async rename(...parameters: Parameters<typeof real.rename>) {
      await real.rename(...parameters);
      fail('rename');
    },
  };
});

/** The records of a desk, and what it publishes to one partner; `forbidden` is an article kept away from machines. */
function openDesk(configuration: PartnerConfiguration, secret: string | null = null, forbidden?: string) {
  const target = createPartnerTarget();
  const memory = new Map<string, string>();
  const live = new Map<string, { article: ListedArticle; post: RemotePost }>();
  let clock = PUBLISHED_AT;
  const context = (atHand: string): TargetContext =>
    testContext({
      targetId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
      house: serujiHouse,
      now: () => (clock += 1000),
      secret,
      picture: async (mediaId) =>
        mediaId === pixelId ? testPicture({ mediaId, bytes: async () => pixel }) : null,
      liveArticles: () =>
        [...live.values()].map(({ article }) => article).filter(({ articleId }) => articleId !== atHand),
      forbidsAi: (articleId) => articleId === forbidden,
      remoteIdOf: (articleId) => live.get(articleId)?.post.remoteId ?? null,
      memory: { get: (key) => memory.get(key) ?? null, set: (key, value) => void memory.set(key, value) },
    });
  const posts = new Map<string, RemotePost>();
  return {
    target,
    posts,
    context,
    async publish(article: TestArticle, request: Partial<PublishRequest> = {}) {
      const published = await target.publish(
        configuration,
        testRequest(article, {
          marker: `redaksi-${article.articleId}-${article.revisionId}`,
          existing: posts.get(article.articleId) ?? null,
          ...request,
        }),
        context(article.articleId),
      );
      posts.set(article.articleId, published.post);
      live.set(article.articleId, { article, post: published.post });
      return published;
    },
    async withdraw({ articleId }: TestArticle) {
      const post = posts.get(articleId);
      if (post === undefined) throw new Error('nothing to withdraw');
      const kept = await target.unpublish(configuration, post, context(articleId));
      if (kept) posts.set(articleId, kept);
      live.delete(articleId);
    },
  };
}

const story = testArticle('Presiden di Singapura');
const uuid = story.articleId;
const corrected = {
  ...story,
  revisionId: 2,
  fields: { ...story.fields, headline: 'Presiden di Singapura (Ralat)' },
};

describe('a folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redaksi-mitra-'));
  });
  afterEach(() => {
    disk.failure = null;
    rmSync(folder, { recursive: true, force: true });
  });

  const to = (format: PartnerConfiguration['format'], more: Partial<PartnerConfiguration> = {}) =>
    partnerConfigurationSchema.parse({
      kind: 'partner',
      format,
      delivery: { way: 'folder', folder },
      copyrightNotice: '© Seruji',
      ...more,
    });
  const names = (): string[] => readdirSync(folder).sort();
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

  test('every version is a file of its own; a withdrawal is one too and carries no copy', async () => {
    const desk = openDesk(to('ninjs-3'));
    await desk.publish(story);
    await desk.publish(corrected);
    await desk.withdraw(story);
    expect(names()).toEqual([`${uuid}-v1.json`, `${uuid}-v2.json`, `${uuid}-v3.json`]);
    expect(JSON.parse(read(`${uuid}-v2.json`))).toMatchObject({
      uri: `urn:uuid:${uuid}`,
      version: '2',
      pubStatus: 'usable',
      headlines: [{ value: 'Presiden di Singapura (Ralat)' }],
    });
    const withdrawal = JSON.parse(read(`${uuid}-v3.json`)) as object;
    expect(withdrawal).toMatchObject({ uri: `urn:uuid:${uuid}`, version: '3', pubStatus: 'canceled' });
    expect(withdrawal).not.toHaveProperty('bodies');
  });

  test('a correction is told with the version that makes it, however often that is sent; what follows is an update', async () => {
    const desk = openDesk(to('newsml-g2'));
    const note = 'Ralat (27/4): angka pada alinea kedua semestinya 600 juta.';
    const version = (revisionId: number, ...notes: string[]) => ({
      ...story,
      revisionId,
      document: publishable(
        buildDocument([...notes, `Isi nomor ${revisionId}.`].map((words) => paragraph([text(words)]))),
      ),
    });
    await desk.publish(version(1));
    await desk.publish(version(2, note));
    const sent = read(`${uuid}-v2.xml`);
    await desk.publish(version(2, note), { existing: null, mayHaveArrived: true });
    expect(read(`${uuid}-v2.xml`)).toBe(sent);
    await desk.publish(version(3, note));
    await desk.publish(version(4, note, 'Ralat (28/4): nama pejabat.'));
    const told = [1, 2, 3, 4].map((number) => {
      const written = read(`${uuid}-v${number}.xml`);
      return [/sig:\w+/.exec(written)?.[0], /<edNote>(.*?)<\/edNote>/s.exec(written)?.[1]];
    });
    expect(told).toEqual([
      [undefined, undefined],
      ['sig:correction', note],
      ['sig:update', undefined],
      ['sig:correction', `${note}\nRalat (28/4): nama pejabat.`],
    ]);
  });

  test('copy that machines are to be kept away from says so among its terms of use', async () => {
    const desk = openDesk(to('ninjs-3', { usageTerms: 'Hanya untuk pelanggan.' }), null, uuid);
    await desk.publish(story);
    expect(JSON.parse(read(`${uuid}-v1.json`))).toMatchObject({
      usageTerms: 'Hanya untuk pelanggan. Tidak untuk pengayapan, pelatihan, atau penggunaan lain oleh AI.',
    });
    const open = testArticle('Pasar dibuka');
    await desk.publish(open);
    expect(JSON.parse(read(`${open.articleId}-v1.json`))).toMatchObject({
      usageTerms: 'Hanya untuk pelanggan.',
    });
  });

  test('the same delivery again, whatever it was stopped by, is the same file with the same bytes', async () => {
    const desk = openDesk(to('newsml-g2'));
    disk.failure = { at: 'rename', code: 'EIO' };
    await expect(desk.publish(story)).rejects.toMatchObject({ code: 'folder-unwritable', retryable: true });
    disk.failure = null;
    const before = read(`${uuid}-v1.xml`);
    await desk.publish(story, { mayHaveArrived: true });
    expect(names()).toEqual([`${uuid}-v1.xml`]);
    expect(read(`${uuid}-v1.xml`)).toBe(before);
  });

  test('a full disk leaves nothing half written, and is tried again', async () => {
    const desk = openDesk(to('ninjs-2'));
    disk.failure = { at: 'write', code: 'ENOSPC' };
    await expect(desk.publish(story)).rejects.toMatchObject({ code: 'disk-full', retryable: true });
    expect(names()).toEqual([]);
    disk.failure = null;
    await desk.publish(story, { mayHaveArrived: true });
    expect(names()).toEqual([`${uuid}-v1.json`]);
  });

  test('a delivery that was given up and may have arrived never shares its version with another text', async () => {
    const desk = openDesk(to('ninjs-3'));
    await desk.publish(story);
    disk.failure = { at: 'rename', code: 'EIO' };
    await expect(desk.publish(corrected)).rejects.toMatchObject({ retryable: true });
    disk.failure = null;
    const third = { ...corrected, revisionId: 3, fields: { ...story.fields, headline: 'Lain' } };
    await desk.publish(third, { earlierMarkers: [`redaksi-${uuid}-2`] });
    expect(names()).toEqual([`${uuid}-v1.json`, `${uuid}-v2.json`, `${uuid}-v3.json`]);
    expect(read(`${uuid}-v2.json`)).toContain('Ralat');
    expect(read(`${uuid}-v3.json`)).toContain('Lain');
  });

  test('what goes out after a withdrawal is a story of its own: the withdrawal is for good', async () => {
    const desk = openDesk(to('ninjs-3'));
    await desk.publish(story);
    await desk.withdraw(story);
    await desk.publish(corrected);
    const [post] = desk.posts.values();
    expect(post?.remoteId).toMatch(
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(post?.remoteId).not.toBe(`urn:uuid:${uuid}`);
    expect(post?.modifiedStamp).toBe('1');
    expect(names()).toHaveLength(3);
  });

  test('after a backup was restored no number is given twice', async () => {
    const desk = openDesk(to('ninjs-3'));
    await desk.publish(story);
    desk.posts.set(uuid, { remoteId: `urn:uuid:${uuid}`, url: null, modifiedStamp: null });
    await desk.publish(corrected);
    expect(names()).toEqual([`${uuid}-v1.json`, `${uuid}-v102.json`]);
  });

  const shown = {
    ...story,
    document: publishable(
      buildDocument([image(pixelId, { caption: 'Keterangan', credit: 'Sari' }), paragraph([text('Isi.')])]),
    ),
  };

  test('pictures go along where the partner can fetch them, and are told missing where it cannot', async () => {
    const desk = openDesk(to('ninjs-3', { picturesAddress: 'https://mitra.example/kiriman/' }));
    expect((await desk.publish(shown)).differences).toEqual([]);
    expect(readFileSync(join(folder, 'media', `${pixelId}.png`))).toEqual(pixel);
    expect(read(`${uuid}-v1.json`)).toContain(`https://mitra.example/kiriman/media/${pixelId}.png`);

    rmSync(join(folder, 'media'), { recursive: true });
    await desk.publish({ ...shown, revisionId: 2 });
    expect(names()).not.toContain('media');

    const without = openDesk(to('ninjs-2'));
    expect((await without.publish(shown)).differences).toEqual([
      { field: 'picture', meant: 'Keterangan', found: '' },
    ]);
  });

  test('a feed is one file of what is out; Atom says what was withdrawn', async () => {
    const desk = openDesk(to('atom'));
    const other = testArticle('Banjir surut', { firstPublishedAt: PUBLISHED_AT + 60_000 });
    await desk.publish(story);
    await desk.publish(other);
    expect(names()).toEqual(['feed.xml']);
    expect(read('feed.xml').indexOf('Banjir surut')).toBeLessThan(
      read('feed.xml').indexOf('Presiden di Singapura'),
    );
    await desk.withdraw(story);
    expect(read('feed.xml')).toContain(`<at:deleted-entry ref="urn:uuid:${uuid}"`);
    expect(read('feed.xml')).not.toContain('Presiden di Singapura');
    expect(read('feed.xml')).toContain('Banjir surut');
  });

  test('a folder that cannot be is told in the check, not thrown', async () => {
    const broken = to('ninjs-3', { delivery: { way: 'folder', folder: 'relatif/saja' } });
    const desk = openDesk(broken);
    expect(await desk.target.verify(broken, desk.context(''))).toMatchObject({ ok: false });
    await expect(desk.publish(story)).rejects.toMatchObject({ code: 'folder-unwritable' });
  });
});

describe('HTTP', () => {
  let server: Server;
  let address = '';
  let answer: { status: number; headers?: Record<string, string>; body?: string } | 'drop' = { status: 202 };
  let kept = new Map<string, string>();
  let requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];

  beforeEach(async () => {
    kept = new Map();
    requests = [];
    answer = { status: 202 };
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const body = Buffer.concat(chunks).toString('utf8');
        requests.push({ method, url, headers, body });
        if (method === 'GET') {
          const found = kept.get(url);
          response.writeHead(found === undefined ? 404 : 200).end(found);
          return;
        }
        if (answer === 'drop' || answer.status < 300) kept.set(url, body);
        if (answer === 'drop') return void request.socket.destroy();
        response.writeHead(answer.status, answer.headers).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    address = typeof bound === 'object' && bound !== null ? `http://127.0.0.1:${bound.port}/masuk` : '';
  });
  afterEach(() => new Promise<void>((resolve) => void server.close(() => resolve())));

  const to = (method: 'PUT' | 'POST', user = '') =>
    partnerConfigurationSchema.parse({
      kind: 'partner',
      format: 'ninjs-3',
      delivery: { way: 'http', address: `${address}/`, method, user },
    });

  test('a partner that answers 202 without a body has taken it', async () => {
    const desk = openDesk(to('PUT'), 'token-rahasia');
    await desk.publish(story);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      method: 'PUT',
      url: `/masuk/${uuid}-v1.json`,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `"${uuid}-v1.json"`,
        authorization: 'Bearer token-rahasia',
      },
    });
  });

  test('POST names the file and repeats its key', async () => {
    const desk = openDesk(to('POST', 'seruji'), 'sandi');
    answer = 'drop';
    await expect(desk.publish(story)).rejects.toMatchObject({ code: 'unreachable', retryable: true });
    answer = { status: 204 };
    await desk.publish(story, { mayHaveArrived: true });
    expect(requests.map(({ url }) => url)).toEqual(['/masuk', '/masuk']);
    expect(requests[1]?.headers['idempotency-key']).toBe(requests[0]?.headers['idempotency-key']);
    expect(requests[1]?.body).toBe(requests[0]?.body);
    expect(requests[1]?.headers.authorization).toBe(
      `Basic ${Buffer.from('seruji:sandi').toString('base64')}`,
    );
    expect(requests[1]?.headers['content-disposition']).toContain(`${uuid}-v1.json`);
  });

  test('an answer that was lost is looked for before anything is sent again', async () => {
    const desk = openDesk(to('PUT'));
    answer = 'drop';
    await expect(desk.publish(story)).rejects.toMatchObject({ retryable: true });
    answer = { status: 500 };
    await desk.publish(story, { mayHaveArrived: true });
    expect(requests.map(({ method }) => method)).toEqual(['PUT', 'GET']);
  });

  test.each([
    [401, 'partner-password', false],
    [403, 'partner-password', false],
    [404, 'partner-address', false],
    [409, 'server-error', true],
    [413, 'too-large', false],
    [422, 'partner-rejected', false],
    [429, 'rate-limited', true],
    [503, 'server-error', true],
    [507, 'disk-full', true],
  ])('HTTP %i is %s', async (status, code, retryable) => {
    const desk = openDesk(to('PUT'));
    answer = { status, headers: { 'retry-after': '7' }, body: '<p>Maaf, penuh</p>' };
    await expect(desk.publish(story)).rejects.toMatchObject({
      code,
      retryable,
      retryAfterMs: 7000,
      message: `HTTP ${status} · Maaf, penuh`,
    });
  });

  test('the check asks only to read, and says what is wrong', async () => {
    const desk = openDesk(to('PUT'));
    const checks = await desk.target.verify(to('PUT'), desk.context(''));
    expect(checks.checks).toMatchObject([
      { code: 'partner-host', ok: true },
      { code: 'encryption', ok: false },
      { code: 'partner-answers', ok: true },
    ]);
    expect(checks.ok).toBe(true);
    expect(requests.map(({ method }) => method)).toEqual(['GET']);

    const nowhere = partnerConfigurationSchema.parse({
      ...to('PUT'),
      delivery: { way: 'http', address: 'http://127.0.0.1:1/masuk', method: 'PUT' },
    });
    expect(await desk.target.verify(nowhere, desk.context(''))).toMatchObject({
      ok: false,
      checks: [{ ok: true }, { ok: false }, { code: 'unreachable', ok: false }],
    });
  });
});
