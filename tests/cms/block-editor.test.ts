/** Every kind of block as readers get it from a real WordPress, and as that WordPress's own editor opens it. */
import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '../../.ci/find-chromium.ts';
import type { Difference } from '../../electron/core/publishing/target.ts';
import { createWordPressTarget } from '../../electron/core/publishing/targets/wordpress/target.ts';
import { buildDocument } from '../../shared/document/build.ts';
import { page } from './rest.ts';
import { article, context, everyNode, request } from './story.ts';
import { startWordPress, type RunningWordPress } from './wordpress/start.ts';

const password = 'sandi-untuk-uji';
let site: RunningWordPress;
let browser: Browser;
let post: { id: string; url: string; differences: Difference[] };

beforeAll(async () => {
  site = await startWordPress();
  browser = await chromium.launch({
    executablePath: findChromium() ?? chromium.executablePath(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const { user, password: secret } = site.users.editor;
  site.php(`wp_set_password('${password}', get_user_by('login', '${user}')->ID);`);
  const published = await createWordPressTarget().publish(
    { kind: 'wordpress', siteUrl: site.url, user },
    request('redaksi-every-node', {
      article: article({ slug: 'setiap-blok', document: buildDocument(Object.values(everyNode)) }),
    }),
    context(secret),
  );
  post = { id: published.post.remoteId, url: published.post.url ?? '', differences: published.differences };
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test('readers get every kind of block', async () => {
  expect(post.differences).toEqual([]);
  const { html } = await page(post.url);
  const wanted = [
    /<a href="https:\/\/asean\.org\/\?a=1&(?:amp|#038);b=2"[^>]*><strong>laman<\/strong><\/a>/,
    /H<sub>2<\/sub>O, m<sup>2<\/sup>/,
    /<code>kode<\/code> dan <s>dicoret<\/s>/,
    /&lt;b&gt;bukan tanda&lt;\/b&gt;/,
    /<h3[^>]*>Anak judul<\/h3>/,
    /<blockquote class="wp-block-quote[^"]*">\s*<p>Kutipan biasa\.<\/p>/,
    /<figure class="wp-block-pullquote"><blockquote><p>Kutipan yang diangkat\.<\/p><cite>Presiden<\/cite>/,
    /<ol[^>]* start="3"[^>]*>\s*<li>satu\s*<ul[^>]*>\s*<li>anak<\/li>/,
    /<figcaption class="wp-element-caption">Keterangan\. \(ANTARA FOTO\)<\/figcaption>/,
    /<hr class="wp-block-separator/,
    /<figure[^>]*\bclass="[^"]*\bwp-block-gallery has-nested-images/,
    /Dua gambar &amp; satu keterangan/,
    /wp-block-embed-youtube/,
    /<p class="related-story">Baca juga: <a href="https:\/\/situs\.test\/cabai\//,
    /<p class="source-note">Sumber: BPS, diolah\.<\/p>/,
    /<span id="more-\d+"><\/span>/,
    /<div class="[^"]*wp-block-group[^"]*fact-box[^"]*"/,
    /<h3[^>]*>Fakta &amp; angka<\/h3>/,
    /<th scope="row">Jakarta<\/th><td>Rp1,16 juta &amp; naik<\/td>/,
    /<pre class="wp-block-verse">Bait\s*dua<\/pre>/,
  ];
  expect(wanted.filter((one) => !one.test(html)).map(String)).toEqual([]);
});

test('the site’s own editor opens every block without complaint, and knows each of them', async () => {
  const tab = await browser.newPage();
  await tab.goto(`${site.url}/wp-login.php`);
  await tab.fill('#user_login', site.users.editor.user);
  await tab.fill('#user_pass', password);
  await tab.click('#wp-submit');
  await tab.waitForURL(/wp-admin/);
  await tab.goto(`${site.url}/wp-admin/post.php?post=${post.id}&action=edit`);
  await tab.waitForFunction(`window.wp?.data?.select('core/block-editor')?.getBlocks().length > 10`);
  const blocks = (await tab.evaluate(`(() => {
    const flat = (blocks) => blocks.flatMap((one) => [one, ...flat(one.innerBlocks)]);
    return flat(wp.data.select('core/block-editor').getBlocks()).map(({ name, isValid }) => ({ name, isValid }));
  })()`)) as { name: string; isValid: boolean }[];
  expect(blocks.filter(({ name, isValid }) => !isValid || name === 'core/missing')).toEqual([]);
  expect(new Set(blocks.map(({ name }) => name.replace('core/', '')))).toEqual(
    new Set([
      ...['paragraph', 'heading', 'quote', 'pullquote', 'list', 'list-item', 'image', 'separator', 'gallery'],
      ...['embed', 'more', 'group', 'table', 'verse'],
    ]),
  );
  expect(await tab.locator('.block-editor-warning').count()).toBe(0);
  await tab.close();
});
