/** Every way a WordPress, its host or the network is known to fail, through the whole outbox: the state and the reason. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { PublishErrorCode } from '../../../shared/contract/publish-errors.ts';
import type { Delivery } from '../../../shared/contract/publishing.ts';
import type { TermMapping } from '../../../shared/contract/target-configuration.ts';
import { buildDocument, image, paragraph, text } from '../../../shared/document/build.ts';
import { endless, html, json, type Reply } from './site-http/scripted-server.ts';
import { mediaId } from './testing-target.ts';
import { errorPage, index, refusal, scriptedSite } from './targets/wordpress/scripted-site.ts';
import { createWordPressTarget } from './targets/wordpress/target.ts';
import { openTestOutbox } from './test-outbox.ts';

const posts = 'POST /wp/v2/posts';
const write = 'POST /wp/v2/posts/1';
const me = '/wp/v2/users/me';
const hour = 3_600_000;

/** An outbox whose WordPress is the real one of the program; it waits a short while for answers. */
function openOutbox() {
  const desk = openTestOutbox({
    wordPress: createWordPressTarget({ callMs: 3_000, uploadMs: 3_000 }),
    document: buildDocument([paragraph([text('Isi.')]), image(mediaId)]),
    pictures: {
      find: () => ({
        mediaId,
        mimeType: 'image/png',
        width: 1,
        height: 1,
        bytes: 8,
        fileName: 'f.png',
        caption: '',
        credit: '',
      }),
      read: async () => new Uint8Array(8),
      crop: () => Promise.reject(new Error('none')),
      add: () => Promise.reject(new Error('none')),
    },
  });
  onTestFinished(() => desk.close());
  desk.jobs.start();
  return desk;
}

async function addSite(desk: ReturnType<typeof openOutbox>, siteUrl: string, mapping?: TermMapping) {
  const configuration = { kind: 'wordpress' as const, siteUrl, user: 'editor', ...(mapping && { mapping }) };
  return (await desk.publishing.targets.add({ name: 'WP', configuration, secret: 'abcd' })).id;
}

/** Waits until the attempt is over. */
function rests(desk: ReturnType<typeof openOutbox>, { deliveryId }: Delivery): Promise<Delivery> {
  return vi.waitFor(
    () => {
      const found = desk.delivery(deliveryId);
      expect(['queued', 'sending']).not.toContain(found.state);
      return found;
    },
    { timeout: 20_000, interval: 10 },
  );
}

/** What becomes of a first publication at that address. */
async function publishTo(siteUrl: string) {
  const desk = openOutbox();
  const targetId = await addSite(desk, siteUrl);
  const delivery = await rests(desk, desk.publish(desk.addArticle('Judul'), targetId));
  const [target] = (await desk.publishing.targets.list()).filter(({ id }) => id === targetId);
  return { desk, delivery, trouble: target?.trouble ?? null };
}

describe('a first publication', () => {
  test.each<[string, Record<string, Reply>, Delivery['state'], PublishErrorCode]>([
    ['slow', { [posts]: endless }, 'retry', 'timed-out'],
    ['no WordPress but a page', { '*': html('<h1>Toko</h1>') }, 'failed', 'not-this-kind-of-site'],
    ['a page instead of JSON, as 200', { [posts]: errorPage }, 'retry', 'unexpected-answer'],
    ['nothing at all, as 200', { [write]: html('') }, 'retry', 'unexpected-answer'],
    ['413', { [posts]: html('', 413) }, 'failed', 'too-large'],
    ['429', { [posts]: html('', 429, { 'retry-after': '600' }) }, 'retry', 'rate-limited'],
    ['500', { [posts]: html('', 500) }, 'retry', 'server-error'],
    ['502', { [me]: html('', 502) }, 'retry', 'server-error'],
    ['503', { [write]: html('', 503) }, 'retry', 'server-error'],
    [
      'a redirect to a log-in',
      { [posts]: html('', 302, { location: '/wp-login.php' }) },
      'failed',
      'log-in-wall',
    ],
    [
      'a log-in in front of everything',
      { '*': html('', 302, { location: '/login' }) },
      'failed',
      'log-in-wall',
    ],
    [
      'a wrong password, with 200 on public routes',
      { [me]: refusal(401, 'rest_not_logged_in') },
      'failed',
      'wrong-password',
    ],
    ['a password revoked mid-way', { [write]: refusal(401, 'rest_cannot_edit') }, 'failed', 'wrong-password'],
    ['rights lost mid-way', { [write]: refusal(403, 'rest_cannot_publish') }, 'failed', 'rights-missing'],
    [
      'a picture rejected',
      { 'POST /wp/v2/media': refusal(500, 'rest_upload_unknown_error') },
      'failed',
      'media-rejected',
    ],
    [
      'a title too long for the database',
      { [posts]: refusal(500, 'db_insert_error') },
      'failed',
      'not-stored',
    ],
    ['a title too long for a plugin', { [posts]: refusal(400, 'rest_invalid_param') }, 'failed', 'rejected'],
    ['a firewall', { [posts]: html('Blocked', 403) }, 'failed', 'firewall'],
    ['a REST interface shut off', { '*': refusal(403, 'rest_disabled') }, 'failed', 'rest-blocked'],
  ])('%s', async (_what, script, state, code) => {
    const { url } = await scriptedSite(script);
    const { desk, delivery } = await publishTo(url);
    expect(delivery).toMatchObject({ state, error: { code } });
    // What goes on by itself says when; what does not is among those that ask for a person.
    expect(delivery.retryAt === null).toBe(state === 'failed');
    expect(desk.publishing.counts()).toMatchObject(state === 'failed' ? { failed: 1 } : { waiting: 1 });
  });

  test('a target that is down, and a name nobody knows any more: tried again, the target is in trouble', async () => {
    const site = await scriptedSite();
    const nobodyThere = site.url.replace(/\d+$/, '1');
    for (const [address, code] of [
      [nobodyThere, 'unreachable'],
      ['https://tidak-ada.invalid', 'name-not-found'],
    ] as const) {
      const { delivery, trouble } = await publishTo(address);
      expect(delivery).toMatchObject({ state: 'retry', error: { code } });
      expect(trouble).toMatchObject({ error: { code }, nextTryAt: expect.any(String) });
    }
  });

  test('an expired certificate: nothing is sent until a person has seen to it', async () => {
    const pem = (name: string) =>
      readFileSync(join(import.meta.dirname, '../../../tests/fixtures/tls', `${name}.pem`), 'utf8');
    const usual = getCACertificates('default');
    setDefaultCACertificates([...usual, pem('authority')]);
    onTestFinished(() => setDefaultCACertificates(usual));
    const { url, calls } = await scriptedSite({}, { key: pem('server.key'), cert: pem('expired') });
    const { delivery, trouble } = await publishTo(url);
    expect(delivery).toMatchObject({ state: 'failed', error: { code: 'certificate-dates' } });
    expect(trouble).toMatchObject({ nextTryAt: null });
    expect(calls).toEqual([]);
  });

  test('`Retry-After` as seconds and as a date: nothing is asked before', async () => {
    for (const told of ['600', 'Tue, 24 Nov 2026 01:10:00 GMT']) {
      const { url } = await scriptedSite({ [posts]: html('', 429, { 'retry-after': told }) });
      const { desk, delivery, trouble } = await publishTo(url);
      const waits = (at: string | null | undefined) => Date.parse(at ?? '') - desk.now;
      expect(waits(delivery.retryAt)).toBeGreaterThanOrEqual(600_000);
      expect(waits(trouble?.nextTryAt)).toBeGreaterThanOrEqual(600_000);
    }
  });
});

test('a site whose clock is a day off is given no schedule, and what goes out now goes out', async () => {
  const dated: Reply = json(
    {
      id: 3,
      name: 'Editor',
      roles: ['editor'],
      capabilities: { publish_posts: true, upload_files: true, manage_categories: true },
    },
    200,
    { date: 'Wed, 25 Nov 2026 01:00:00 GMT' },
  );
  const { url } = await scriptedSite({ [me]: dated });
  const desk = openOutbox();
  const targetId = await addSite(desk, url);
  const at = new Date(desk.now + 4 * hour).toISOString();
  const request = { articleId: desk.addArticle('Nanti'), targetId, requestId: randomUUID(), at };
  const scheduled = await rests(desk, desk.publishing.schedule.schedule(request));
  expect(scheduled).toMatchObject({ state: 'failed', error: { code: 'clock-wrong' } });
  const now = await rests(desk, desk.publish(desk.addArticle('Sekarang'), targetId));
  expect(now.state).toBe('live');
});

test.each<[string, (site: Awaited<ReturnType<typeof scriptedSite>>) => void]>([
  ['deleted', ({ posts: stored }) => stored.delete(1)],
  ['in the trash', ({ posts: stored }) => stored.set(1, { ...stored.get(1), status: 'trash' })],
])(
  'a post %s at the CMS: the update fails with that reason, and the article is live no more',
  async (_what, gone) => {
    const site = await scriptedSite();
    const desk = openOutbox();
    const targetId = await addSite(desk, site.url);
    const articleId = desk.addArticle('Judul');
    expect((await rests(desk, desk.publish(articleId, targetId))).state).toBe('live');
    gone(site);
    const update = await rests(desk, desk.publish(articleId, targetId));
    expect(update).toMatchObject({ state: 'failed', error: { code: 'post-missing' } });
    expect(desk.states.get(articleId)).toBe('ready');
  },
);

test('a term deleted at the CMS: the post goes out under what is found by name, and that is told', async () => {
  const mapping = { sections: { dunia: { id: '77', name: 'Mancanegara' } }, tags: {}, authors: {} };
  const { url } = await scriptedSite({ '/': json(index) });
  const desk = openOutbox();
  const targetId = await addSite(desk, url, mapping);
  const delivery = await rests(desk, desk.publish(desk.addArticle('Judul'), targetId));
  expect(delivery).toMatchObject({ state: 'live', error: null });
  expect(delivery.differences).toContainEqual({
    field: 'mapped-categories',
    meant: 'Mancanegara',
    found: '',
  });
});
