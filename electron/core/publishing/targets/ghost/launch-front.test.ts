import { expect, test } from 'vitest';
import { TEST_NOW } from '../../../../../shared/domain/front/arbitrary-front.ts';
import { json, type Reply } from '../../site-http/scripted-server.ts';
import { launchedBeranda, remoteIdOf } from '../test-launch.ts';
import { configurationOf, contextWith, scriptedGhost, target } from './scripted-ghost.ts';

const page = { id: 'p', url: '', title: '', status: 'published', updated_at: '2026-01-01T00:00:00.000Z' };
const post = (id: string, status: string) => ({ ...page, id, status });

/** Launches at a site that lists posts by these ids; answers with what its page holds, and what was told. */
async function launchAt(listed: readonly string[], script: Record<string, Reply> = {}) {
  const site = await scriptedGhost({
    'GET posts/': json({ posts: listed.map((id) => post(id, 'published')) }),
    'GET pages/': json({ pages: [] }),
    'POST pages/': json({ pages: [page] }, 201),
    ...script,
  });
  const context = contextWith({ now: () => TEST_NOW, remoteIdOf });
  const configuration = { ...configurationOf(site.url), fronts: { featured: false } };
  const launched = await target.launchFront?.(configuration, launchedBeranda, context);
  const written = site.calls.find(({ method, route }) => method === 'POST' && route === 'pages/');
  return { headlines: written?.body.match(/Berita \d/g), differences: launched?.differences };
}

test('a placed story whose post was deleted or taken down leaves its place to the rule, and that is told', async () => {
  const left = {
    headlines: ['Berita 2', 'Berita 3'],
    differences: [{ field: 'front-story', meant: 'Berita 1', found: '' }],
  };
  expect(await launchAt(['2', '3'])).toEqual(left);
  const draft = { 'GET posts/1/': json({ posts: [post('1', 'draft')] }) };
  expect(await launchAt(['2', '3'], draft)).toEqual(left);
});

test('where all are there, or one is that the list leaves out, nothing is told', async () => {
  const whole = { headlines: ['Berita 1', 'Berita 2'], differences: [] };
  expect(await launchAt(['1', '2', '3'])).toEqual(whole);
  const leftOut = { 'GET posts/1/': json({ posts: [post('1', 'published')] }) };
  expect(await launchAt(['2', '3'], leftOut)).toEqual(whole);
});
