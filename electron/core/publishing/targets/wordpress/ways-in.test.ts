import { describe, expect, test } from 'vitest';
import { html, json, type Reply } from '../../site-http/scripted-server.ts';
import {
  capabilities,
  configurationOf,
  contextWith,
  index,
  refusal,
  requestWith,
  scriptedSite,
  target,
} from './scripted-site.ts';

describe('what sites do that still work', () => {
  test('PHP notices before the JSON are read past', async () => {
    const noisy: Reply = (response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(
        `<br />\n<b>Warning</b>: Undefined [x] in {y}\n${JSON.stringify({ id: 3, name: 'E', roles: [], capabilities })}`,
      );
    };
    const { url } = await scriptedSite({ '/wp/v2/users/me': noisy });
    const { post } = await target.publish(configurationOf(url), requestWith(), contextWith());
    expect(post.remoteId).toBe('1');
  });

  test('plain permalinks: the REST interface under ?rest_route=', async () => {
    const { url, calls } = await scriptedSite({ '/wp-json/': html('Not found', 404) });
    const { post } = await target.publish(configurationOf(url), requestWith(), contextWith());
    expect(post.remoteId).toBe('1');
    expect(calls.some(({ method, route }) => method === 'POST' && route === '/wp/v2/posts/1')).toBe(true);
  });

  test('WordPress in a folder below, named by the Link header of the page', async () => {
    const linked: Reply = (response) => {
      response.writeHead(200, {
        'content-type': 'text/html',
        link: '</blog/wp-json/>; rel="https://api.w.org/"',
      });
      response.end('<html></html>');
    };
    const { url } = await scriptedSite({
      '/wp-json/': html('', 404),
      '/': linked,
      '/blog/wp-json/': json(index),
    });
    const { checks } = await target.verify(configurationOf(url), contextWith());
    expect(checks[0]).toEqual({ code: 'site', ok: true, detail: `Situs · ${url}/blog/wp-json/` });
  });

  test('a REST interface shut to strangers opens with the password, which goes out only then', async () => {
    const shut: Reply = (response, request) =>
      (request.headers.authorization ? json(index) : refusal(401, 'rest_login_required'))(response, request);
    const { url, calls } = await scriptedSite({ '/wp-json/': shut, '/': shut });
    const { ok } = await target.verify(configurationOf(url), contextWith());
    expect(ok).toBe(true);
    expect(calls[0]?.authorization).toBeUndefined();
  });

  test('a new post is a draft first, public second; the marker is looked for only where one may be there', async () => {
    const { url, calls, posts: stored } = await scriptedSite();
    await target.publish(configurationOf(url), requestWith(), contextWith());
    const written = calls.filter(
      ({ method, route }) => method === 'POST' && route.startsWith('/wp/v2/posts'),
    );
    expect(written.map(({ body }) => (JSON.parse(body) as { status: string }).status)).toEqual([
      'draft',
      'publish',
    ]);
    expect(calls.some(({ method, route }) => method === 'GET' && route === '/wp/v2/posts')).toBe(false);
    expect(stored.get(1)).toMatchObject({ title: 'Judul', featured_media: 9, categories: [5] });
  });
});
