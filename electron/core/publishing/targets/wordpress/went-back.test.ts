import { expect, test } from 'vitest';
import { PublishConflict } from '../../target.ts';
import { json, type Reply } from '../../site-http/scripted-server.ts';
import { failure } from '../../testing-target.ts';
import { configurationOf, contextWith, requestWith, scriptedSite, target } from './scripted-site.ts';

/** Published, then the desk went back to a state from before: nothing is known of the post. */
async function publishedThenForgotten(script: Record<string, Reply> = {}) {
  const site = await scriptedSite(script);
  await target.publish(configurationOf(site.url), requestWith(), contextWith());
  return site;
}

const lost = { marker: 'redaksi-2', recordsLostSince: Date.parse('2026-01-01T00:00:00Z') };

function withHeadline(headline: string) {
  const { article } = requestWith();
  return requestWith({ ...lost, article: { ...article, fields: { ...article.fields, headline } } });
}

test('an article that stands there without our records knowing is found by its own marker, and not posted again', async () => {
  const { url, posts } = await publishedThenForgotten();
  const { post } = await target.publish(configurationOf(url), requestWith(lost), contextWith());
  expect(post.remoteId).toBe('1');
  expect([...posts.keys()]).toEqual([1]);
});

test('where it differs from what is meant nothing is overwritten: it is a conflict that says so', async () => {
  const { url, posts, calls } = await publishedThenForgotten();
  const before = calls.length;
  const error = await failure(
    target.publish(configurationOf(url), withHeadline('Judul lama'), contextWith()),
  );
  expect(error).toBeInstanceOf(PublishConflict);
  expect(error).toMatchObject({
    code: 'already-there',
    retryable: false,
    found: { remoteId: '1' },
    differences: [{ field: 'headline', meant: 'Judul lama', found: 'Judul' }],
  });
  expect([...posts.values()]).toMatchObject([{ title: 'Judul' }]);
  const written = calls.slice(before).filter(({ method, route }) => method === 'POST' && /posts/.test(route));
  expect(written).toEqual([]);

  // Still not known how we left it: an update is not let through either.
  const existing = { remoteId: '1', url: null, modifiedStamp: null };
  const update = { ...withHeadline('Judul lama'), existing };
  expect(await failure(target.publish(configurationOf(url), update, contextWith()))).toMatchObject({
    code: 'already-there',
  });
});

test('a site whose search does not cover the marker is looked through, page by page, back to the backup', async () => {
  const others = Array.from({ length: 100 }, (_, position) => ({
    id: 1000 + position,
    status: 'publish',
    modified_gmt: '2026-02-01T00:00:00',
    title: { raw: 'Lain' },
    content: { raw: 'Lain' },
    excerpt: { raw: '' },
  }));
  const site = await publishedThenForgotten({
    'GET /wp/v2/posts': (response, request) => {
      const asked = new URL(request.url ?? '', 'http://situs').searchParams;
      const page = Number(asked.get('page') ?? '1');
      const ours = site.posts.get(1) ?? {};
      const raw = (value: unknown) => ({ raw: String(value) });
      const post = {
        ...ours,
        id: 1,
        modified_gmt: '2026-01-15T00:00:00',
        title: raw(ours['title']),
        content: raw(ours['content']),
        excerpt: raw(ours['excerpt']),
      };
      json(asked.has('search') ? [] : page < 3 ? others : [post])(response, request);
    },
  });
  const { post } = await target.publish(configurationOf(site.url), requestWith(lost), contextWith());
  expect(post.remoteId).toBe('1');
  expect([...site.posts.keys()]).toEqual([1]);
});

test('an article that is not there is posted, also after the desk went back', async () => {
  const { url, posts } = await scriptedSite();
  await target.publish(configurationOf(url), requestWith(lost), contextWith());
  expect([...posts.values()]).toMatchObject([{ status: 'publish', title: 'Judul' }]);
});
