import { describe, expect, test } from 'vitest';
import { parseWireBytes } from './parse.ts';

function nextOf(content: string, url = 'https://kawat.example/a/feed'): string | null {
  return parseWireBytes(Buffer.from(content), { url }).nextPage;
}

const item =
  '<item><title>Satu</title><link>https://kawat.example/1</link><description>Isi.</description></item>';

describe('where a feed goes on', () => {
  test('Atom, and Atom in RSS', () => {
    expect(
      nextOf(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title><link rel="self" href="/x"/><link rel="next" href="?page=2"/><entry><id>urn:1</id><title>S</title><content>Isi</content></entry></feed>',
      ),
    ).toBe('https://kawat.example/a/feed?page=2');
    expect(
      nextOf(
        `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>K</title><atom:link rel="next" href="https://kawat.example/2"/>${item}</channel></rss>`,
      ),
    ).toBe('https://kawat.example/2');
  });

  test('JSON Feed', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'K',
      next_url: 'feed?p=2',
      items: [{ id: '1', content_text: 'Isi', title: 'S' }],
    };
    expect(nextOf(JSON.stringify(feed))).toBe('https://kawat.example/a/feed?p=2');
  });

  test('nowhere, and nowhere else than the web', () => {
    expect(nextOf(`<rss version="2.0"><channel><title>K</title>${item}</channel></rss>`)).toBeNull();
    expect(
      nextOf(
        `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>K</title><atom:link rel="next" href="file:///etc/passwd"/>${item}</channel></rss>`,
      ),
    ).toBeNull();
    expect(nextOf('Jakarta (ANTARA) - Presiden bertemu menteri.\n\nIsi kedua.')).toBeNull();
  });
});

describe('whether a feed has the whole story', () => {
  const feedWith = (description: string) =>
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>K</title><item><title>S</title><link>https://kawat.example/1</link>${description}</item></channel></rss>`;
  const problemsOf = (content: string, copy?: 'whole' | 'summary') =>
    parseWireBytes(Buffer.from(content), copy === undefined ? {} : { copy }).stories[0]?.problems;
  const paragraph = `<p>${'Presiden bertemu para menteri di istana. '.repeat(20)}</p>`;

  test('is seen from its copy', () => {
    expect(problemsOf(feedWith('<description>Presiden bertemu menteri.</description>'))).toEqual([
      'summary-only',
    ]);
    expect(problemsOf(feedWith(`<description><![CDATA[${paragraph}${paragraph}]]></description>`))).toEqual(
      [],
    );
    expect(problemsOf(feedWith('<content:encoded>Presiden bertemu menteri.</content:encoded>'))).toEqual([]);
    expect(problemsOf(feedWith('<content:encoded>Presiden bertemu menteri […]</content:encoded>'))).toEqual([
      'summary-only',
    ]);
  });

  test('or settled by the house', () => {
    expect(problemsOf(feedWith('<description>Pendek.</description>'), 'whole')).toEqual([]);
    expect(problemsOf(feedWith('<content:encoded>Panjang.</content:encoded>'), 'summary')).toEqual([
      'summary-only',
    ]);
  });
});
