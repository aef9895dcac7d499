import { expect, test } from 'vitest';
import { TEST_NOW } from '../../../../../shared/domain/front/arbitrary-front.ts';
import { json, type Reply } from '../../site-http/scripted-server.ts';
import { launchedBeranda, remoteIdOf } from '../test-launch.ts';
import { configurationOf, contextWith, refusal, scriptedSite, target } from './scripted-site.ts';

/** Launches at a site that lists the posts of these numbers; answers with the pattern it was sent, and what was told. */
async function launchAt(listed: readonly number[], script: Record<string, Reply> = {}) {
  const site = await scriptedSite({
    'GET /wp/v2/posts': json(listed.map((id) => ({ id }))),
    'GET /wp/v2/blocks': json([]),
    'POST /wp/v2/blocks': json({ id: 90, title: { raw: '' }, content: { raw: '' } }, 201),
    ...script,
  });
  const context = contextWith({ now: () => TEST_NOW, remoteIdOf });
  const configuration = { ...configurationOf(site.url), fronts: { sticky: false, sidebar: '', feed: false } };
  const launched = await target.launchFront?.(configuration, launchedBeranda, context);
  const written = site.calls.find(({ method, route }) => method === 'POST' && route === '/wp/v2/blocks');
  const { content } = JSON.parse(written?.body ?? '{"content":""}') as { content: string };
  const headlines = [...content.matchAll(/<h3[^>]*><a[^>]*>([^<]*)</g)].map(([, headline]) => headline);
  return { headlines, differences: launched?.differences, calls: site.calls };
}

const postOf = (id: number, status: string): Reply =>
  json({
    id,
    status,
    link: '',
    modified_gmt: '2026-01-01T00:00:00',
    title: { raw: '' },
    content: { raw: '' },
    excerpt: { raw: '' },
  });

test('a placed story whose post was deleted or taken down at the site leaves its place to the rule, and that is told', async () => {
  const missing = [{ field: 'front-story', meant: 'Berita 1', found: '' }];
  const deleted = await launchAt([2, 3]);
  expect(deleted).toMatchObject({ headlines: ['Berita 2', 'Berita 3'], differences: missing });
  for (const status of ['trash', 'draft', 'private']) {
    const takenDown = await launchAt([2, 3], { 'GET /wp/v2/posts/1': postOf(1, status) });
    expect(takenDown).toMatchObject({ headlines: ['Berita 2', 'Berita 3'], differences: missing });
  }
});

test('one question where all are there; what only the list leaves out, or may not be looked at, stays', async () => {
  const whole = await launchAt([1, 2, 3]);
  expect(whole).toMatchObject({ headlines: ['Berita 1', 'Berita 2'], differences: [] });
  expect(whole.calls.filter(({ route }) => route.startsWith('/wp/v2/posts'))).toHaveLength(1);
  const filtered = await launchAt([2, 3], { 'GET /wp/v2/posts/1': postOf(1, 'publish') });
  expect(filtered).toMatchObject({ headlines: ['Berita 1', 'Berita 2'], differences: [] });
  const shut = await launchAt([2, 3], { 'GET /wp/v2/posts/1': refusal(403, 'rest_forbidden_context') });
  expect(shut).toMatchObject({ headlines: ['Berita 1', 'Berita 2'], differences: [] });
});
