import { parseFeed } from 'feedsmith';
import { HtmlValidate } from 'html-validate';
import { DOMParser, parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  buildDocument,
  embed,
  factBox,
  foreign,
  gallery,
  heading,
  horizontalRule,
  image,
  link,
  list,
  paragraph,
  picture,
  pullQuote,
  quote,
  readMore,
  relatedStory,
  sourceNote,
  table,
  text,
} from '../../../../../shared/document/build.ts';
import { TEXT_FORMAT } from '../../../../../shared/document/vocabulary.ts';
import type { PublishableArticle } from '../../target.ts';
import { renderArticlePreview } from './preview.ts';
import { makeTestDesk, pixelId, PUBLISHED_AT, serujiHouse, testArticle, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await makeTestDesk();
});
afterEach(() => desk.remove());

const minute = 60_000;
const nasty = `</script><script>alert(1)</script> & "kutip" <b>x</b> ]]> \u0007`;

const reference: PublishableArticle = testArticle('Jokowi Temui Lee, "Kerja Sama Naik"', {
  slug: 'jokowi-temui-lee',
  updatedAt: PUBLISHED_AT + 40 * minute,
  fields: {
    dek: 'Nilai kerja sama kedua negara menjadi Rp1,16 triliun.',
    kicker: 'KTT ASEAN',
    section: 'nasional',
    tags: ['Presiden', 'Singapura', 'ASEAN & Mitra'],
    byline: 'Siti Aminah',
    dateline: 'SINGAPURA, SERUJI.CO.ID – ',
    credit: '(Ant/SU02)',
  },
  document: buildDocument([
    image(pixelId, { caption: 'Presiden tiba', credit: 'Antara', alt: 'Presiden di tangga pesawat' }),
    paragraph([text('Presiden Joko Widodo pada Jumat (27/4) malam "menemui" PM Lee.')]),
    pullQuote([text('Kami siap')], 'Joko Widodo'),
    heading('h3', [text('Latar')]),
    list('number', [[text('satu')], [text('dua')]], 2),
    quote([text('Kutipan')]),
    paragraph([
      text('Lihat '),
      link('https://a.id/?a=1&b=2', [text('ini')]),
      text(' dan '),
      text('start-up', TEXT_FORMAT.italic),
    ]),
    horizontalRule(),
    image(pixelId, { ratio: '16:9', focusX: 0.3 }),
    gallery([picture(pixelId, { caption: 'Satu', alt: 'Satu' }), picture(pixelId, { alt: 'Dua' })], 'Semua'),
    table(
      [
        [[text('Tim')], [text('Poin')]],
        [[text('Persija')], [text('3')]],
      ],
      {
        headerRow: true,
        headerColumn: true,
      },
    ),
    embed({ provider: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' }, 'Pidato', 'Di Istana'),
    factBox('Angka "kunci"', [paragraph([text('Inflasi')]), list('bullet', [[text('3,4')]])]),
    factBox('', [paragraph([text('Tanpa judul')])]),
    relatedStory('Di tempat lain', { url: 'https://lain.example/a' }),
    sourceNote([text('Sumber: BPS')]),
    readMore(),
    foreign('wordpress-blocks', '<script>alert(1)</script>'),
  ]),
});

async function pageOf(article: PublishableArticle) {
  const { post } = await desk.publish(article);
  const source = await desk.read(`${post.remoteId}/index.html`);
  const { document } = parseHTML(source);
  const words = (selector: string): string =>
    (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const attribute = (selector: string, name: string): string | null =>
    document.querySelector(selector)?.getAttribute(name) ?? null;
  return { source, document, words, attribute };
}

describe('the article page', () => {
  it('has everything a reader of the story gets', async () => {
    const { document, words, attribute } = await pageOf(reference);
    expect(words('h1')).toBe('Jokowi Temui Lee, “Kerja Sama Naik”');
    expect(words('.dek')).toBe('Nilai kerja sama kedua negara menjadi Rp1,16 triliun.');
    expect(words('.story-section')).toBe('Nasional KTT ASEAN');
    expect(words('.byline')).toBe('Oleh Siti Aminah');
    expect(words('.published')).toBe(
      'Jumat, 27 April 2018, 22.10 WIB Diperbarui Jumat, 27 April 2018, 22.50 WIB',
    );
    expect(attribute('.published time', 'datetime')).toBe('2018-04-27T22:10:00+07:00');
    expect(words('.story-body p')).toBe(
      'SINGAPURA, SERUJI.CO.ID – Presiden Joko Widodo pada Jumat (27/4) malam “menemui” PM Lee.',
    );
    expect(words('.dateline')).toBe('SINGAPURA, SERUJI.CO.ID –');
    expect(words('.picture figcaption')).toBe('Presiden tiba Foto: Antara');
    expect(attribute('.picture img', 'alt')).toBe('Presiden di tangga pesawat');
    expect(attribute('.picture img', 'src')).toBe(`../../../../media/${pixelId}.png`);
    expect(words('.pull-quote')).toBe('Kami siapJoko Widodo');
    expect(document.querySelector('.story-body')?.lastElementChild?.textContent).toBe('(Ant/SU02)');
    expect([...document.querySelectorAll('.tags a')].map((tag) => tag.getAttribute('href'))).toEqual([
      '../../../../tag/presiden/index.html',
      '../../../../tag/singapura/index.html',
      '../../../../tag/asean-mitra/index.html',
    ]);
    expect(words('.latest h2')).toBe('ARTIKEL TERBARU');
    expect(words('.popular h2')).toBe('TERPOPULER');
    expect(words('.latest li p')).toBe('Nilai kerja sama kedua negara menjadi Rp1,16 triliun.');
  });

  it('is named for search engines and social cards where the article is, by its headline where not', async () => {
    const named = {
      ...reference.fields,
      seoTitle: 'Kerja sama naik',
      socialTitle: 'Jokowi & Lee',
      seoDescription: 'Rp1,16 triliun',
    };
    const { document } = await pageOf({ ...reference, fields: named });
    expect(document.title).toMatch(/^Kerja sama naik – /);
    const content = (name: string) =>
      document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content');
    expect([content('og:title'), content('description')]).toEqual(['Jokowi & Lee', 'Rp1,16 triliun']);
    const plain = (await pageOf(reference)).document;
    expect(plain.title).toMatch(/^Jokowi Temui Lee/);
  });

  it('leads to related stories that are out, and says what it leaves out', async () => {
    const other = testArticle('Harga cabai turun', { slug: 'harga-cabai' });
    const document = buildDocument([
      paragraph([text('Isi')]),
      relatedStory('Cabai', { articleId: other.articleId }),
      foreign('wordpress-blocks', '<!-- wp:plugin/kuis --><p>Kuis hari ini</p><!-- /wp:plugin/kuis -->'),
    ]);
    const story = testArticle('Inflasi', { slug: 'inflasi', document });
    const first = await desk.publish(story);
    expect(first.differences).toEqual([
      { field: 'related-story', meant: 'Cabai', found: '' },
      { field: 'foreign-block', meant: 'Kuis hari ini', found: '' },
    ]);
    expect(await desk.read(`${first.post.remoteId}/index.html`)).not.toMatch(/Cabai|Kuis/);
    await desk.publish(other);
    const page = parseHTML(await desk.read(`${first.post.remoteId}/index.html`)).document;
    expect(page.querySelector('.related-story')?.textContent).toBe('Baca juga: Cabai');
    expect(page.querySelector('.related-story a')?.getAttribute('href')).toBe(
      '../../../../nasional/2018/04/harga-cabai/index.html',
    );
  });

  it('asks for a comment and a name with the words of the house', async () => {
    const { document, words, attribute } = await pageOf(reference);
    expect(words('#komentar')).toBe('TINGGALKAN KOMENTAR');
    expect(attribute('form', 'action')).toBe('https://komentar.example/kirim');
    const fields = [...document.querySelectorAll('form [name]')].map((field) => field.getAttribute('name'));
    expect(fields).toEqual(['article', 'url', 'comment', 'name']);
    expect(attribute('input[name=article]', 'value')).toBe(reference.articleId);
    expect(attribute('input[name=url]', 'value')).toBe(
      'https://seruji.example/nasional/2018/04/jokowi-temui-lee/',
    );
    expect(words('#comment-error')).toBe('Silahkan isi komentar anda');
    expect(words('#name-error')).toBe('Silahkan masukan nama');
    expect(document.querySelectorAll('form [required]')).toHaveLength(2);
  });

  it('has a note instead where comments are closed or go nowhere', async () => {
    const closed = await pageOf({ ...reference, fields: { ...reference.fields, commentsOpen: false } });
    expect(closed.words('.comments')).toBe('TINGGALKAN KOMENTAR Komentar untuk artikel ini ditutup.');
    for (const endpoint of ['', 'javascript:alert(1)', '//jahat.example/']) {
      desk.house = { ...serujiHouse, comments: { ...serujiHouse.comments, endpoint } };
      const open = await pageOf(reference);
      expect(open.document.querySelector('form')).toBeNull();
      expect(open.words('.comments .note')).toBe('Komentar belum dapat dikirim lewat situs ini.');
    }
  });

  it('tells machines the same story', async () => {
    const { document, attribute } = await pageOf(reference);
    const data: unknown = JSON.parse(
      document.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
    );
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Jokowi Temui Lee, "Kerja Sama Naik"',
      datePublished: '2018-04-27T22:10:00+07:00',
      dateModified: '2018-04-27T22:50:00+07:00',
      dateline: 'SINGAPURA, SERUJI.CO.ID',
      author: { name: 'Siti Aminah' },
      publisher: { name: 'Seruji' },
      image: [`https://seruji.example/media/${pixelId}.png`],
    });
    expect(attribute('link[rel=canonical]', 'href')).toBe(
      'https://seruji.example/nasional/2018/04/jokowi-temui-lee/',
    );
    expect(attribute('meta[property="og:image"]', 'content')).toBe(
      `https://seruji.example/media/${pixelId}.png`,
    );
    expect(attribute('meta[name=redaksi-delivery]', 'content')).toMatch(/^redaksi-/);
  });

  it('shows in the preview what the page will be', async () => {
    const { words } = await pageOf(reference);
    const preview = renderArticlePreview({
      article: reference,
      house: serujiHouse,
      liveArticles: [],
      fronts: desk.context(null).fronts(),
      now: PUBLISHED_AT,
    });
    const shown = parseHTML(preview).document;
    expect((shown.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ').trim()).toBe(words('main'));
    expect(shown.querySelector('link[rel=stylesheet]')?.getAttribute('href')).toBe('/preview/site.css');
    expect(shown.querySelector('.picture img')?.getAttribute('src')).toBe(`/media/${pixelId}`);
    expect(preview).not.toContain('<script src');
    expect(shown.querySelector('form')?.getAttribute('action')).toBeNull();
  });
});

/** Elements of an XML text that are left open, or the first tag that is malformed or closes another element. */
function openElements(xml: string): string[] {
  const open: string[] = [];
  for (const [tag] of xml.replace(/^<\?xml[^>]*\?>|<!--.*?-->/g, '').matchAll(/<[^>]*>?/g)) {
    const [, end, name, single] = /^<(\/?)([\w:]+)(?: [\w:]+="[^"<]*")*(\/?)>$/.exec(tag) ?? [];
    if (name === undefined || (end === '/' && open.pop() !== name)) return [tag];
    if (end === '' && single === '') open.push(name);
  }
  return open;
}

describe('the whole site', () => {
  const hostile = testArticle(nasty, {
    slug: '../../../etc/passwd',
    firstPublishedAt: PUBLISHED_AT + minute,
    fields: {
      dek: nasty,
      kicker: nasty,
      byline: nasty,
      dateline: nasty,
      credit: nasty,
      section: '../jahat',
      tags: [nasty, '../..'],
    },
    document: buildDocument([
      paragraph([text(nasty)]),
      image(pixelId, { caption: nasty, credit: nasty, alt: nasty }),
      pullQuote([text(nasty)], nasty),
    ]),
  });

  async function publishAll(): Promise<string[]> {
    await desk.publish(hostile);
    for (let index = 0; index < 33; index += 1) {
      const slug = `berita-${index}`;
      await desk.publish(
        testArticle(`Berita ${index}`, { slug, firstPublishedAt: PUBLISHED_AT - index * minute }),
      );
    }
    await desk.publish({ ...reference, firstPublishedAt: PUBLISHED_AT + 2 * minute });
    return [...(await desk.files()).keys()];
  }

  it('is valid HTML on every page, every link on it leads somewhere, and no copy becomes markup', async () => {
    const names = await publishAll();
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      // Headlines are as long as they are.
      rules: { 'long-title': 'off' },
    });
    const pages = names.filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(40);
    for (const name of pages) {
      const source = await desk.read(name);
      const report = await validator.validateString(source);
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${ruleId} ${message} ${line}`),
        ),
        name,
      ).toEqual([]);
      expect(source).not.toContain('<script>alert');
      const { document } = parseHTML(source);
      for (const element of document.querySelectorAll('[href], [src]')) {
        const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
        if (/^(?:#|https?:)/.test(address) && !address.startsWith('https://seruji.example/')) continue;
        const url = new URL(address, `https://seruji.example/${name}`);
        const path = url.pathname.slice(1).replace(/(?<=^|\/)$/, 'index.html');
        expect(names, `${address} on ${name}`).toContain(path);
      }
    }
  });

  it('pages long lists', async () => {
    const names = await publishAll();
    expect(names).toContain('nasional/halaman/2/index.html');
    expect(names).toContain('indeks/halaman/2/index.html');
    const { document } = parseHTML(await desk.read('nasional/halaman/2/index.html'));
    expect(document.querySelectorAll('main article.card')).toHaveLength(4);
    expect(document.querySelector('.pager')?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      'Lebih baru Halaman 2 dari 2',
    );
  });

  it('gives a feed that a feed reader reads back', async () => {
    await publishAll();
    const { format, feed } = parseFeed(await desk.read('feed.xml'));
    expect(format).toBe('rss');
    if (format !== 'rss') return;
    expect(feed.title).toBe('Seruji');
    expect(feed.link).toBe('https://seruji.example/');
    expect(feed.language).toBe('id');
    expect(feed.items).toHaveLength(30);
    const [item, second] = feed.items ?? [];
    expect(item).toMatchObject({
      title: 'Jokowi Temui Lee, "Kerja Sama Naik"',
      link: 'https://seruji.example/nasional/2018/04/jokowi-temui-lee/',
      guid: { value: `urn:uuid:${reference.articleId}`, isPermaLink: false },
      pubDate: 'Fri, 27 Apr 2018 15:12:00 +0000',
      description: 'Nilai kerja sama kedua negara menjadi Rp1,16 triliun.',
    });
    expect(item?.content?.encoded).toContain('<span class="dateline">SINGAPURA, SERUJI.CO.ID – </span>');
    expect(item?.content?.encoded).toContain(`src="https://seruji.example/media/${pixelId}.png"`);
    expect(item?.content?.encoded).toMatch(/<p>\(Ant\/SU02\)<\/p>$/);
    expect(second?.title).toBe(nasty.replace('\u0007', '').trim());
  });

  it('gives well-formed XML and a map of every page', async () => {
    const names = await publishAll();
    for (const name of ['feed.xml', 'sitemap.xml']) {
      const source = await desk.read(name);
      // oxlint-disable-next-line no-control-regex
      expect(source).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|&(?!(?:amp|lt|gt|quot);)/);
      expect(openElements(source), name).toEqual([]);
    }
    const sitemap = new DOMParser().parseFromString(await desk.read('sitemap.xml'), 'text/xml');
    const places = [...sitemap.querySelectorAll('loc')].map(({ textContent }) => textContent ?? '');
    const indexed = names.filter((name) => name.endsWith('index.html') && !name.includes('/halaman/'));
    expect(places.toSorted()).toEqual(
      indexed.map((name) => `https://seruji.example/${name.replace(/index\.html$/, '')}`).toSorted(),
    );
    expect(await desk.read('robots.txt')).toContain('Sitemap: https://seruji.example/sitemap.xml');
  });

  it('works without an address of its own: nothing absolute is claimed', async () => {
    desk.house = { ...serujiHouse, siteUrl: '' };
    const { source } = await pageOf(reference);
    expect(source).not.toContain('canonical');
    expect(source).not.toContain('seruji.example');
    expect(desk.live.get(reference.articleId)?.post.url).toMatch(
      /^file:\/\/\/.*\/jokowi-temui-lee\/index\.html$/,
    );
    expect(await desk.read('feed.xml')).toContain(
      '<link>nasional/2018/04/jokowi-temui-lee/index.html</link>',
    );
  });

  it('has the masthead as the house wrote it and the rules it keeps', async () => {
    await desk.publish(reference);
    const masthead = parseHTML(await desk.read('redaksi/index.html')).document;
    expect(masthead.querySelector('.text-page')?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      'Redaksi Pemimpin Redaksi: Ani <ani@seruji.example>Redaktur: Budi Alamat: Jakarta & Surabaya',
    );
    const rules = await desk.read('pedoman-media-siber/index.html');
    expect(rules).toContain('Pedoman Pemberitaan Media Siber');
    expect(rules).toContain('href="https://dewanpers.or.id/"');
    expect(rules).toContain('2 × 24 jam');
  });
});
