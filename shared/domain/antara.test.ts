import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANTARA_CHANNELS, identityOfLink } from './antara.ts';

describe('channels', () => {
  test('every preset has an address of its own on a host of Antara', () => {
    const urls = ANTARA_CHANNELS.map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
    for (const url of urls) expect(url).toMatch(/^https:\/\/[a-z]+\.antaranews\.com\/rss\/[a-z-]+\.xml$/);
    expect(urls).toContain('https://www.antaranews.com/rss/terkini.xml');
    expect(urls).toContain('https://en.antaranews.com/rss/news.xml');
  });
});

describe('identity of a link', () => {
  test.each([
    [
      'https://www.antaranews.com/berita/705123/presiden?utm_source=antaranews&utm_medium=rss#top',
      'https://www.antaranews.com/berita/705123/presiden',
    ],
    [
      'HTTPS://WWW.AntaraNews.com:443/berita/705123/Presiden',
      'https://www.antaranews.com/berita/705123/Presiden',
    ],
    ['  https://contoh.id  ', 'https://contoh.id/'],
    ['https://contoh.id/?p=12&utm_source=rss', 'https://contoh.id/?p=12'],
    ['https://contoh.id/baca.php?id=3#komentar', 'https://contoh.id/baca.php?id=3'],
    ['https://contoh.id:8080/a?b', 'https://contoh.id:8080/a'],
    ['tag:contoh.id,2018:12#a', 'tag:contoh.id,2018:12#a'],
    ['705123', '705123'],
  ])('%s', (link, identity) => {
    expect(identityOfLink(link)).toBe(identity);
  });

  test('stories told apart by their query stay apart', () => {
    expect(identityOfLink('https://contoh.id/?p=12')).not.toBe(identityOfLink('https://contoh.id/?p=13'));
  });

  test('is stable, and blind to query and fragment of a story page', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (link) => {
        expect(identityOfLink(identityOfLink(link))).toBe(identityOfLink(link));
      }),
    );
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const page = 'https://www.antaranews.com/berita/1/judul';
        expect(identityOfLink(`${page}?${query}#x`)).toBe(page);
      }),
    );
  });
});
