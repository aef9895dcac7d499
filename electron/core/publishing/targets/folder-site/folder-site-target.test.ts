import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildDocument, image, paragraph, text } from '../../../../../shared/document/build.ts';
import { PublishConflict, PublishError } from '../../target.ts';
import { MANIFEST_NAME } from './manifest.ts';
import { makeTestDesk, pixel, pixelId, PUBLISHED_AT, testArticle, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await makeTestDesk();
});
afterEach(() => desk.remove());

const minute = 60_000;

/** What a failed promise failed with. */
async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => error,
  );
}

describe('publishing', () => {
  it('puts the article in a folder by section, year and month, and tells its address', async () => {
    const { post, differences } = await desk.publish(testArticle('Presiden Tiba', { slug: 'presiden-tiba' }));
    expect(post.remoteId).toBe('nasional/2018/04/presiden-tiba');
    expect(post.url).toBe('https://seruji.example/nasional/2018/04/presiden-tiba/');
    expect(differences).toEqual([]);
    expect(await desk.read('nasional/2018/04/presiden-tiba/index.html')).toContain('<h1>Presiden Tiba</h1>');
  });

  it('shows every article in the lists and in every sidebar, the newest first', async () => {
    for (const [index, headline] of ['Satu', 'Dua', 'Tiga'].entries()) {
      await desk.publish(
        testArticle(headline, { firstPublishedAt: PUBLISHED_AT + index * minute, slug: headline }),
      );
    }
    const pages = [
      'index.html',
      'nasional/index.html',
      'indeks/index.html',
      'nasional/2018/04/satu/index.html',
      'feed.xml',
    ];
    for (const path of pages) {
      const page = await desk.read(path);
      const order = ['Tiga', 'Dua', 'Satu'].map((headline) => page.indexOf(`>${headline}<`));
      expect(
        order.every((position) => position > 0),
        path,
      ).toBe(true);
    }
    const sidebar = (await desk.read('nasional/2018/04/satu/index.html')).split('ARTIKEL TERBARU')[1] ?? '';
    expect(sidebar.indexOf('Tiga')).toBeLessThan(sidebar.indexOf('Dua'));
    expect(sidebar).toContain('href="../../../../nasional/2018/04/tiga/index.html"');
  });

  it('rewrites nothing when nothing changed, not even for the same delivery again', async () => {
    const articles = [testArticle('Satu', { slug: 'satu' }), testArticle('Dua', { slug: 'dua' })] as const;
    await desk.publish(articles[0], { marker: 'a' });
    await desk.publish(articles[1], { marker: 'b' });
    const before = await desk.files();
    await desk.publish(articles[1], { marker: 'b' });
    expect(await desk.files()).toEqual(before);
  });

  it('keeps the address of a page when headline, slug and section change, and takes the old lists away', async () => {
    const article = testArticle('Satu', { slug: 'satu', fields: { tags: ['Banjir'] } });
    await desk.publish(article);
    expect([...(await desk.files()).keys()]).toContain('tag/banjir/index.html');
    const { post } = await desk.publish({
      ...article,
      slug: 'lain',
      updatedAt: PUBLISHED_AT + 90 * minute,
      fields: { ...article.fields, headline: 'Satu, Diralat', section: 'politik', tags: [] },
    });
    expect(post.remoteId).toBe('nasional/2018/04/satu');
    const page = await desk.read('nasional/2018/04/satu/index.html');
    expect(page).toContain('<h1>Satu, Diralat</h1>');
    expect(page).toContain(
      'Diperbarui <time datetime="2018-04-27T23:40:00+07:00">Jumat, 27 April 2018, 23.40 WIB</time>',
    );
    expect(await desk.read('politik/index.html')).toContain('Satu, Diralat');
    expect(await desk.read('nasional/index.html')).toContain('Belum ada artikel');
    expect([...(await desk.files()).keys()]).not.toContain('tag/banjir/index.html');
  });

  it('numbers the page of another article that asks for the same place', async () => {
    await desk.publish(testArticle('Banjir', { slug: 'banjir' }));
    const { post } = await desk.publish(testArticle('Banjir', { slug: 'banjir' }));
    expect(post.remoteId).toBe('nasional/2018/04/banjir-2');
  });

  it('takes an article off with its pictures, out of every list, and leaves no empty folder', async () => {
    const withPicture = testArticle('Ditarik', {
      slug: 'ditarik',
      firstPublishedAt: Date.parse('2018-03-01T10:00:00+07:00'),
      document: buildDocument([image(pixelId), paragraph([text('Isi.')])]),
    });
    await desk.publish(testArticle('Tinggal', { slug: 'tinggal' }));
    await desk.publish(withPicture);
    expect(await desk.read(`media/${pixelId}.png`)).toBe(pixel.toString('utf8'));
    await desk.unpublish(withPicture.articleId);
    const files = [...(await desk.files()).keys()];
    expect(files.filter((path) => /ditarik|^media|2018\/03/.test(path))).toEqual([]);
    expect(await readdir(join(desk.root, 'nasional', '2018'))).toEqual(['04']);
    for (const path of files.filter((name) => /\.(?:html|xml)$/.test(name))) {
      expect(await desk.read(path), path).not.toContain('Ditarik');
    }
    await desk.target.unpublish(
      desk.configuration,
      { remoteId: 'nasional/2018/03/ditarik', url: null, modifiedStamp: null },
      desk.context(withPicture.articleId),
    );
    const { post } = await desk.publish(withPicture);
    expect(post.remoteId).toBe('nasional/2018/03/ditarik');
  });

  it('tells of a picture that was never fetched, and stops where one is lost', async () => {
    const unfetched = image('', { caption: 'Presiden', sourceUrl: 'https://a.id/x.jpg' });
    const { differences } = await desk.publish(testArticle('Satu', { document: buildDocument([unfetched]) }));
    expect(differences).toEqual([{ field: 'picture', meant: 'Presiden', found: '' }]);
    const lost = testArticle('Dua', { slug: 'dua', document: buildDocument([image('b'.repeat(64))]) });
    expect(await failure(desk.publish(lost))).toMatchObject({ code: 'picture-missing', retryable: false });
    expect([...(await desk.files()).keys()].filter((path) => path.includes('dua'))).toEqual([]);
  });

  it('loses nobody when two deliveries run at once and the records lag behind', async () => {
    const [one, other] = [testArticle('Satu', { slug: 'satu' }), testArticle('Dua', { slug: 'dua' })];
    await Promise.all(
      [one, other].map((article) =>
        desk.target.publish(
          desk.configuration,
          {
            article,
            marker: article.slug,
            existing: null,
            mayHaveArrived: false,
            recordsLostSince: null,
            earlierMarkers: [],
            publishAt: null,
          },
          desk.context(article.articleId),
        ),
      ),
    );
    const front = await desk.read('index.html');
    expect(front).toContain('Satu');
    expect(front).toContain('Dua');
  });
});

describe('TERPOPULER', () => {
  const popularOn = async (path: string): Promise<string[]> => {
    const box = (await desk.read(path)).split('TERPOPULER')[1]?.split('</section>')[0] ?? '';
    return [...box.matchAll(/index\.html"[^>]*>([^<]+)</g)].map(([, headline]) => headline ?? '');
  };

  it('follows the hand, leaves out what is not live, and falls back to the latest', async () => {
    const articles = ['Satu', 'Dua', 'Tiga'].map((headline, index) =>
      testArticle(headline, { slug: headline, firstPublishedAt: PUBLISHED_AT + index * minute }),
    );
    for (const article of articles) await desk.publish(article);
    expect(await popularOn('index.html')).toEqual(['Tiga', 'Dua', 'Satu']);
    desk.popular = [articles[0]?.articleId ?? '', 'not-live', articles[2]?.articleId ?? ''];
    await desk.target.rebuild?.(desk.configuration, desk.context(null));
    expect(await popularOn('index.html')).toEqual(['Satu', 'Tiga']);
    expect(await popularOn('nasional/2018/04/dua/index.html')).toEqual(['Satu', 'Tiga']);
  });
});

describe('after a crash', () => {
  it('a page whose bytes were lost, or a file half-recorded, is written again without a conflict', async () => {
    const article = testArticle('Satu', { slug: 'satu' });
    const { post } = await desk.publish(article);
    await writeFile(join(desk.root, post.remoteId, 'index.html'), '');
    await desk.publish(article);
    expect(await desk.read(`${post.remoteId}/index.html`)).toContain('<h1>Satu</h1>');
    await rm(desk.root, { recursive: true });
    await desk.publish(article);
    expect(await desk.read('index.html')).toContain('Satu');
  });

  it('knows its pages again without the manifest', async () => {
    const article = testArticle('Satu', { slug: 'satu' });
    await desk.publish(article);
    await writeFile(join(desk.root, MANIFEST_NAME), '{ broken');
    desk.forgetMemory();
    const { post, differences } = await desk.publish({ ...article, updatedAt: PUBLISHED_AT + 5 * minute });
    expect(post.remoteId).toBe('nasional/2018/04/satu');
    expect(differences).toEqual([]);
  });
});

describe('what others made', () => {
  it('foreign files stay as they are', async () => {
    await mkdir(join(desk.root, 'nasional', '2018', '04', 'satu'), { recursive: true });
    await writeFile(
      join(desk.root, 'nasional', '2018', '04', 'satu', 'index.html'),
      '<p>bukan punya Redaksi',
    );
    await writeFile(join(desk.root, 'robots.txt'), 'User-agent: x\n');
    await writeFile(join(desk.root, 'catatan.txt'), 'x');
    const article = testArticle('Satu', { slug: 'satu' });
    const { post } = await desk.publish(article);
    expect(post.remoteId).toBe('nasional/2018/04/satu-2');
    await desk.unpublish(article.articleId);
    expect(await desk.read('nasional/2018/04/satu/index.html')).toBe('<p>bukan punya Redaksi');
    expect(await desk.read('robots.txt')).toBe('User-agent: x\n');
    expect(await desk.read('catatan.txt')).toBe('x');
  });

  it('a front page that is not ours stops the delivery before anything is public', async () => {
    await mkdir(desk.root);
    await writeFile(join(desk.root, 'index.html'), '<h1>Situs lama</h1>');
    const error = await failure(desk.publish(testArticle('Satu', { slug: 'satu' })));
    expect(error).toMatchObject({ code: 'folder-unwritable', retryable: false });
    expect([...(await desk.files()).keys()]).toEqual(['index.html']);
    expect(await desk.target.verify(desk.configuration, desk.context(null))).toMatchObject({
      ok: false,
      checks: expect.arrayContaining([{ code: 'folder-foreign', ok: false, detail: 'index.html' }]),
    });
  });

  it('an article page changed by hand is shown, not overwritten, until a person says so', async () => {
    const article = testArticle('Satu', { slug: 'satu' });
    const { post } = await desk.publish(article);
    const file = join(desk.root, post.remoteId, 'index.html');
    const changed = (await desk.read(`${post.remoteId}/index.html`)).replace(
      '<h1>Satu</h1>',
      '<h1>Satu!</h1>',
    );
    await writeFile(file, changed);
    const { differences } = await desk.publish(testArticle('Dua', { slug: 'dua' }));
    expect(differences).toEqual([{ field: 'otherPage', meant: '', found: `${post.remoteId}/index.html` }]);
    const error = await failure(
      desk.publish({ ...article, fields: { ...article.fields, headline: 'Baru' } }),
    );
    expect(error).toBeInstanceOf(PublishConflict);
    if (!(error instanceof PublishConflict)) return;
    expect(error.differences).toEqual([{ field: 'headline', meant: 'Baru', found: 'Satu!' }]);
    expect(await desk.read(`${post.remoteId}/index.html`)).toBe(changed);
    await desk.publish(
      { ...article, fields: { ...article.fields, headline: 'Baru' } },
      { existing: error.found },
    );
    expect(await desk.read(`${post.remoteId}/index.html`)).toContain('<h1>Baru</h1>');
    expect(await readdir(join(desk.base, 'site-kept'))).toHaveLength(1);
  });
});

describe('a page of ours that the records have lost', () => {
  it('is found where it stands, and not overwritten with other words', async () => {
    const article = testArticle('Satu', { slug: 'satu' });
    const { post } = await desk.publish(article);
    desk.live.clear();
    desk.forgetMemory();
    const page = `${post.remoteId}/index.html`;
    const before = await desk.read(page);
    const older = { ...article, fields: { ...article.fields, headline: 'Nol' } };
    expect(await failure(desk.publish(older, { recordsLostSince: 1 }))).toMatchObject({
      code: 'already-there',
      differences: [{ field: 'headline', meant: 'Nol', found: 'Satu' }],
    });
    expect(await desk.read(page)).toBe(before);
    expect((await desk.publish(article, { recordsLostSince: 1 })).post.remoteId).toBe(post.remoteId);
  });
});

describe('folders that will not do', () => {
  it('are told in typed words', async () => {
    const relative = { kind: 'folder-site', folder: 'situs' } as const;
    const request = {
      article: testArticle('Satu'),
      marker: 'm',
      existing: null,
      mayHaveArrived: false,
      recordsLostSince: null,
      earlierMarkers: [],
      publishAt: null,
    };
    const context = desk.context(null);
    expect(await failure(desk.target.publish(relative, request, context))).toMatchObject({
      code: 'folder-unwritable',
    });
    expect(await desk.target.verify(relative, context)).toEqual({
      ok: false,
      checks: [{ code: 'folder-absolute', ok: false, detail: 'situs' }],
    });
    await writeFile(join(desk.base, 'berkas'), '');
    const inFile = { kind: 'folder-site', folder: join(desk.base, 'berkas', 'situs') } as const;
    const error = await failure(desk.target.publish(inFile, request, context));
    expect(error).toBeInstanceOf(PublishError);
    expect(error).toMatchObject({ code: 'folder-unwritable', retryable: false });
    expect((await desk.target.verify(inFile, context)).checks.at(-1)).toMatchObject({
      code: 'folder-writable',
      ok: false,
    });
  });

  it('a missing folder is made, an empty setting means `site` in the data folder', async () => {
    const verification = await desk.target.verify(desk.configuration, desk.context(null));
    expect(verification.ok).toBe(true);
    expect(verification.checks.map(({ code }) => code)).toEqual([
      'folder-absolute',
      'folder-writable',
      'folder-space',
      'folder-foreign',
    ]);
    const built = await desk.target.verify({ kind: 'folder-site', folder: '' }, desk.context(null));
    expect(built.checks[0]?.detail).toBe(join(desk.base, 'site'));
  });

  it('moved away with everything in it, the site goes on', async () => {
    const article = testArticle('Satu', { slug: 'satu' });
    await desk.publish(article);
    await rename(desk.root, `${desk.root}-lama`);
    await desk.publish(testArticle('Dua', { slug: 'dua' }));
    expect(await desk.read('nasional/2018/04/satu/index.html')).toContain('<h1>Satu</h1>');
  });
});

describe('a launch', () => {
  it('puts the column into pages as they stand, keeps what others made of them, and makes anew what is lost', async () => {
    const articles = ['Satu', 'Dua', 'Tiga'].map((headline, index) =>
      testArticle(headline, { slug: headline, firstPublishedAt: PUBLISHED_AT + index * minute }),
    );
    for (const article of articles) await desk.publish(article);
    const page = (slug: string) => join(desk.root, 'nasional', '2018', '04', slug, 'index.html');
    const before = await desk.read('nasional/2018/04/satu/index.html');
    await rm(page('dua'));
    const changed = (await desk.read('nasional/2018/04/tiga/index.html')).replace('<h1>Tiga', '<h1>Tiga!');
    await writeFile(page('tiga'), changed);
    desk.popular = [articles[1]?.articleId ?? ''];
    const [home] = desk.context(null).fronts();
    if (!home) throw new Error('Beranda is launched');
    const launched = await desk.target.launchFront?.(desk.configuration, home, desk.context(null));
    expect(launched?.differences).toEqual([
      { field: 'otherPage', meant: '', found: 'nasional/2018/04/tiga/index.html' },
    ]);
    const after = await desk.read('nasional/2018/04/satu/index.html');
    expect(after).not.toBe(before);
    expect(after.split('<aside class="sidebar"')[0]).toBe(before.split('<aside class="sidebar"')[0]);
    expect(await desk.read('nasional/2018/04/dua/index.html')).toContain('<h1>Dua</h1>');
    expect(await desk.read('nasional/2018/04/tiga/index.html')).toBe(changed);
    // What an article's own delivery would write is the same page.
    const pages = async () => [...(await desk.files())].filter(([path]) => path !== MANIFEST_NAME);
    const files = await pages();
    await desk.target.rebuild?.(desk.configuration, desk.context(null));
    expect(await pages()).toEqual(files);
  });
});
