import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PublishConflict, type PublishError } from '../../target.ts';
import { endless, html, inTurn, json, type Reply } from '../../site-http/scripted-server.ts';
import { failure } from '../../testing-target.ts';
import {
  configurationOf,
  contextWith,
  key,
  now,
  refusal,
  requestWith,
  scriptedGhost,
  target,
} from './scripted-ghost.ts';

const making = 'POST posts/';
const changing = 'PUT posts/1/';
const collision = refusal(409, { code: 'UPDATE_COLLISION', type: 'UpdateCollisionError' });

describe('a delivery that does not go through is told typed', () => {
  test.each<[string, Record<string, Reply>, Partial<PublishError>]>([
    ['no answer', { [making]: endless }, { code: 'timed-out', retryable: true, retryAfterMs: 60_000 }],
    [
      'a page instead of JSON',
      { [making]: html('<h1>Galat</h1>') },
      { code: 'unexpected-answer', retryable: true },
    ],
    [
      'JSON without a post',
      { [making]: json({ posts: [] }) },
      { code: 'unexpected-answer', retryable: true },
    ],
    ['413', { [making]: html('', 413) }, { code: 'too-large', retryable: false }],
    [
      '429',
      { [making]: refusal(429, { type: 'TooManyRequestsError' }) },
      { code: 'rate-limited', retryable: true },
    ],
    [
      '429 that says when',
      { [making]: html('', 429, { 'retry-after': '120' }) },
      { code: 'rate-limited', retryAfterMs: 120_000 },
    ],
    ['422', { [making]: refusal(422, { type: 'ValidationError' }) }, { code: 'rejected', retryable: false }],
    [
      '500',
      { [making]: refusal(500, { type: 'InternalServerError' }) },
      { code: 'server-error', retryable: true },
    ],
    ['503', { [making]: html('Maintenance', 503) }, { code: 'server-error', retryable: true }],
    [
      'a key of another site',
      { [making]: refusal(401, { code: 'UNKNOWN_ADMIN_API_KEY' }) },
      { code: 'key-unknown', retryable: false },
    ],
    [
      'a wrong signature',
      { [making]: refusal(401, { code: 'INVALID_JWT', message: 'Invalid token: invalid signature' }) },
      { code: 'wrong-key', retryable: false },
    ],
    [
      'clocks that do not agree',
      { [making]: refusal(401, { code: 'INVALID_JWT', message: 'Invalid token: jwt expired' }) },
      { code: 'clock-wrong', retryable: false },
    ],
    ['403', { [making]: refusal(403, { type: 'NoPermissionError' }) }, { code: 'rights-missing' }],
    ['a wall', { [making]: html('cf-error-details', 403) }, { code: 'firewall' }],
    ['no Ghost at all', { 'site/': html('<h1>Toko</h1>', 404) }, { code: 'not-this-kind-of-site' }],
    ['another page at its address', { 'site/': html('<h1>Toko</h1>') }, { code: 'not-this-kind-of-site' }],
    [
      'a Ghost that is down',
      { 'site/': html('Bad gateway', 502) },
      { code: 'server-error', retryable: true },
    ],
    [
      'a Ghost from before Lexical',
      { 'site/': json({ site: { title: 'Koran', url: 'http://koran.test/', version: '4.48' } }) },
      { code: 'version-too-old', retryable: false },
    ],
    [
      'a redirect that would send it twice',
      { [making]: html('', 301, { location: '/ghost/api/admin/posts/lain' }) },
      { code: 'unexpected-answer', retryable: true },
    ],
  ])('%s', async (_what, script, expected) => {
    const { url } = await scriptedGhost(script);
    expect(await failure(target.publish(configurationOf(url), requestWith(), contextWith()))).toMatchObject(
      expected,
    );
  });

  test.each<[string, Reply, Partial<PublishError>]>([
    ['415', refusal(415, { type: 'UnsupportedMediaTypeError' }), { code: 'media-rejected' }],
    ['a picture it cannot read', refusal(400, { type: 'BadRequestError' }), { code: 'media-rejected' }],
    ['a picture too large', html('', 413), { code: 'too-large' }],
  ])('of a picture: %s', async (_what, reply, expected) => {
    const { url, posts } = await scriptedGhost({ 'POST images/upload/': reply });
    const asked = target.publish(configurationOf(url), requestWith({}, true), contextWith());
    expect(await failure(asked)).toMatchObject(expected);
    expect(posts.size).toBe(0);
  });
});

test('the token is a JWT that this key signed, good for five minutes by the clock of the site', async () => {
  const { url, calls } = await scriptedGhost();
  await target.publish(configurationOf(url), requestWith(), contextWith({ now: () => now - 3_600_000 }));
  const [header = '', payload = '', signature] =
    calls.at(-1)?.authorization?.replace('Ghost ', '').split('.') ?? [];
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  expect(read(header)).toEqual({ alg: 'HS256', typ: 'JWT', kid: key.slice(0, 24) });
  const { iat, exp, aud } = read(payload) as { iat: number; exp: number; aud: string };
  expect({ valid: exp - iat, aud }).toEqual({ valid: 300, aud: '/admin/' });
  // The scripted site tells the time by `Date`: the real one, whatever the desk believes.
  expect(Math.abs(iat * 1000 - Date.now())).toBeLessThan(60_000);
  const secret = Buffer.from('c'.repeat(64), 'hex');
  expect(signature).toBe(createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url'));
});

test('the key is sent to nobody before a Ghost was found, and never where it is no key', async () => {
  const shop = await scriptedGhost({ 'site/': html('<h1>Toko</h1>') });
  await failure(target.publish(configurationOf(shop.url), requestWith(), contextWith()));
  expect(shop.calls.map(({ authorization }) => authorization)).toEqual([undefined]);
  const ghost = await scriptedGhost();
  const wrong = target.publish(
    configurationOf(ghost.url),
    requestWith(),
    contextWith({ secret: 'abcd efgh' }),
  );
  expect(await failure(wrong)).toMatchObject({ code: 'wrong-key' });
  expect(ghost.calls).toEqual([]);
});

describe('a collision while it is written', () => {
  async function published(script: Record<string, Reply>) {
    const site = await scriptedGhost(script);
    const context = contextWith();
    const first = await target.publish(configurationOf(site.url), requestWith(), context);
    const update = requestWith({ marker: 'redaksi-2', existing: first.post });
    return { ...site, context, update };
  }

  test('that changed nothing is written again, once', async () => {
    const script: Record<string, Reply> = {};
    const { url, context, update, posts } = await published(script);
    script[changing] = inTurn(collision, (response, request) => {
      posts.set('1', { ...posts.get('1'), codeinjection_foot: '<!-- redaksi-2 -->' });
      json({ posts: [posts.get('1')] })(response, request);
    });
    expect((await target.publish(configurationOf(url), update, context)).visibility).toBe('public');
    script[changing] = collision;
    const again = requestWith({ marker: 'redaksi-3', existing: update.existing });
    expect(await failure(target.publish(configurationOf(url), again, context))).toMatchObject({
      code: 'changed-at-target',
    });
  });

  test('by somebody’s edit is a conflict that shows it, and nothing is written', async () => {
    const script: Record<string, Reply> = {};
    const { url, context, update, posts, calls } = await published(script);
    script[changing] = (response: Parameters<Reply>[0], request: Parameters<Reply>[1]) => {
      posts.set('1', { ...posts.get('1'), title: 'Judul orang lain' });
      collision(response, request);
    };
    const error = await failure(target.publish(configurationOf(url), update, context));
    expect(error).toBeInstanceOf(PublishConflict);
    expect(error).toMatchObject({
      code: 'changed-at-target',
      differences: [{ field: 'headline', meant: 'Judul', found: 'Judul orang lain' }],
    });
    expect(calls.filter(({ method, route }) => `${method} ${route}` === changing)).toHaveLength(2);
  });
});

test('an edit made before a lost answer was asked for again is told, and the next update asks about it', async () => {
  const { url, posts } = await scriptedGhost();
  const context = contextWith();
  await target.publish(configurationOf(url), requestWith(), context);
  posts.set('1', { ...posts.get('1'), title: 'Judul orang lain' });
  const again = await target.publish(configurationOf(url), requestWith({ mayHaveArrived: true }), context);
  expect(again.differences).toEqual([{ field: 'headline', meant: 'Judul', found: 'Judul orang lain' }]);
  const update = requestWith({ marker: 'redaksi-2', existing: again.post });
  expect(await failure(target.publish(configurationOf(url), update, context))).toBeInstanceOf(
    PublishConflict,
  );
  expect(posts.get('1')).toMatchObject({ title: 'Judul orang lain' });
});

test('a filter that an older Ghost refuses does not hide a post that has arrived', async () => {
  const { url, posts } = await scriptedGhost({
    'GET posts/': (response, request) => {
      const asked = new URL(request.url ?? '', 'http://koran.test').searchParams;
      const reply = asked.has('filter')
        ? refusal(400, { type: 'BadRequestError' })
        : json({ posts: [...posts.values()] });
      reply(response, request);
    },
  });
  await target.publish(configurationOf(url), requestWith(), contextWith());
  const second = await target.publish(
    configurationOf(url),
    requestWith({ mayHaveArrived: true }),
    contextWith(),
  );
  expect(second.post.remoteId).toBe('1');
  expect(posts.size).toBe(1);
});

test('a page that lacks what was sent is told, although Ghost answered 200', async () => {
  const { url, posts } = await scriptedGhost({
    'GET posts/1/': (response, request) =>
      json({ posts: [{ ...posts.get('1'), html: '' }] })(response, request),
  });
  const { differences } = await target.publish(configurationOf(url), requestWith(), contextWith());
  expect(differences).toMatchObject([{ field: 'body', meant: 'Isi.', found: '' }]);
});

test('a post that Ghost holds back is no success', async () => {
  const { url } = await scriptedGhost({
    [changing]: inTurn(json({ posts: [{ id: '1', status: 'draft', title: 'Judul' }] })),
  });
  const error = await failure(target.publish(configurationOf(url), requestWith(), contextWith()));
  expect(error).toMatchObject({ code: 'held-at-target' });
});
