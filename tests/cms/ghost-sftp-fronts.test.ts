/** One launch of a whole desk: the real Ghost and the real SFTP server show it, a partner gets nothing of it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import {
  beranda,
  headlinesOf,
  launch,
  place as placeInFront,
  slotOf,
} from '../../electron/core/fronts/test-fronts.ts';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { desk, openDesk, publish, until, writeArticle } from './desk.ts';
import { allPosts, openGhost, site } from './ghost-at-site.ts';
import { page } from './rest.ts';
import { openServer, place, server } from './sftp/at-server.ts';

openGhost();
openServer();
openDesk();

test('a launch reaches each place as far as it can show one', async () => {
  const { targets } = desk.client.publishing;
  const { place: where, file } = place();
  const partnerFolder = mkdtempSync(join(tmpdir(), 'redaksi-mitra-'));
  try {
    const ghost = await targets.add({
      name: 'Koran di Ghost',
      configuration: { kind: 'ghost', siteUrl: site.url, fronts: { featured: true } },
      secret: site.key,
    });
    const sftp = await targets.add({
      name: 'Koran di server',
      configuration: { kind: 'sftp-site', publicUrl: 'https://koran.test', ...where },
      secret: server.privateKey,
    });
    const partner = await targets.add({
      name: 'Mitra',
      configuration: {
        kind: 'partner',
        format: 'ninjs-3',
        delivery: { way: 'folder', folder: partnerFolder },
        language: 'id',
        copyrightNotice: '',
        usageTerms: '',
        picturesAddress: '',
      },
    });
    const headlines = ['Presiden tiba di Singapura', 'Harga cabai turun'];
    const slots = [];
    for (const headline of headlines) {
      const articleId = await writeArticle(headline, buildDocument([paragraph([text('Isinya.')])]));
      for (const { id } of [ghost, sftp]) await until(await publish(articleId, id), 'live');
      slots.push(slotOf(articleId));
    }
    const { draft, frontId } = await beranda(desk);
    await placeInFront(desk, draft.collections[0]?.title ?? '', ...slots);
    await launch(desk);

    const sent = await vi.waitFor(
      async () => {
        const rows = await desk.client.publishing.fronts.deliveries({ frontId });
        expect(rows.length).toBeGreaterThan(1);
        expect(rows.every(({ state }) => state === 'live')).toBe(true);
        return rows;
      },
      { timeout: 30_000, interval: 100 },
    );
    expect(sent.map(({ targetId }) => targetId)).toEqual(expect.arrayContaining([ghost.id, sftp.id]));
    expect(sent.map(({ targetId }) => targetId)).not.toContain(partner.id);
    expect(sent.flatMap(({ differences }) => differences)).toEqual([]);

    const atServer = headlinesOf(readFileSync(file('index.html'), 'utf8'));
    expect(atServer.filter((headline) => headlines.includes(headline))).toEqual(headlines);
    const [front] = (await allPosts('pages')).filter(({ title }) => title === 'Beranda');
    const { html } = await page(front?.url ?? '');
    const [first = -1, second = -1] = headlines.map((headline) => html.indexOf(`>${headline}`));
    expect(first).toBeGreaterThan(-1);
    expect(second).toBeGreaterThan(first);
    expect((await allPosts()).find(({ title }) => title === headlines[0])?.featured).toBe(true);
    expect(readdirSync(partnerFolder)).toEqual([]);
  } finally {
    rmSync(partnerFolder, { recursive: true, force: true });
  }
});
