/** What no page should hold and many do: scripts in every disguise, tags in any order, nesting without end. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentSchema, type ArticleDocument } from '../document/vocabulary.ts';
import { documentText } from '../document/walk.ts';
import { htmlToDocument } from './html-to-document.ts';

/** Tags that lose no word whatever their order. */
const TAGS = [
  ['<p>', '</p>', '<div>', '</div>', '<b>', '</b>', '<i>', '</i>', '<a href="https://x.id/a">', '</a>'],
  ['<ul>', '</ul>', '<ol>', '</ol>', '<li>', '</li>', '<dl>', '<dd>', '</dl>'],
  ['<table>', '<tr>', '<td>', '</td>', '</tr>', '</table>', '<caption>', '</caption>', '<th>'],
  ['<td colspan="3" rowspan="2">', '<figure>', '<figcaption>', '</figcaption>', '</figure>'],
  ['<img src="https://x.id/1.jpg">', '<br>', '<h2>', '</h2>', '<blockquote>', '</blockquote>'],
  ['<pre>', '</pre>', '<blockquote class="twitter-tweet">', '<figure class="wp-block-pullquote">'],
  ['<aside class="fact-box">', '</aside>', '<p class="fact-box-title">', '<p class="source-note">'],
  ['<p class="related-story">', '<cite>', '</cite>'],
].flat();
/** What stands for something else on a page, or for nothing. */
const PLAYERS = [
  ['<hr>', '&nbsp;', '\n\n', ' ', '<video src="https://x.id/v">', '</video>'],
  ['<figure class="wp-block-embed">', '<iframe src="https://youtu.be/dQw4w9WgXcQ">', '</iframe>'],
].flat();

describe('hostile input', () => {
  const VECTORS = [
    '<img src=x onerror=alert(1)>',
    '<a href="jav&#x09;ascript:alert(1)">a</a>',
    '<a href="&#106;avascript:alert(1)">a</a>',
    '<a href=javascript&colon;alert(1)>a</a>',
    '<svg/onload=alert(1)>',
    '<math><mi xlink:href="data:x,<script>alert(1)</script>">',
    '<iframe srcdoc="<script>alert(1)</script>" src="javascript:alert(1)">',
    '<object data="data:text/html;base64,PHNjcmlwdD4="></object>',
    '<embed src="javascript:alert(1)">',
    '<form action="javascript:alert(1)"><button formaction="javascript:x">a</button></form>',
    '<video poster="javascript:x" src="data:video/mp4,x"></video>',
    '<base href="javascript:alert(1)//"><a href="a">b</a>',
    '<<script>script>alert(1)</script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<style>@import "javascript:alert(1)";</style>',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    '<img src="https://x.id/a.jpg" alt="&quot;><script>alert(1)</script>">',
  ];

  function addresses(document: ArticleDocument): string[] {
    return [...JSON.stringify(document).matchAll(/"(?:url|sourceUrl)":"([^"]*)"/g)].map(
      (match) => match[1] ?? '',
    );
  }

  test.each(VECTORS)('%s', (html) => {
    const document = htmlToDocument(html, { baseUrl: 'https://www.contoh.id/' });
    expect(documentSchema.parse(document)).toEqual(document);
    for (const address of addresses(document)) expect(address).toMatch(/^(?:https?:\/\/|mailto:|tel:|$)/);
    expect(JSON.stringify(document)).not.toMatch(/"on[a-z]+":|srcdoc|"style":"[^"]/);
  });

  test('a table of more rows than can be handed on at once keeps its words', () => {
    const rows = 130_000;
    const { children } = htmlToDocument(`<table>${'<tr><td>a<td>b'.repeat(rows)}</table>`).root;
    expect(children).toHaveLength(rows);
    expect(children.at(-1)).toMatchObject({
      type: 'paragraph',
      children: [{ text: 'a' }, {}, { text: 'b' }],
    });
  });

  const soup = fc
    .array(fc.oneof(fc.constantFrom(...TAGS, ...PLAYERS, ...VECTORS), fc.stringMatching(/^[a-z]{1,6}$/)), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''));

  test('any soup gives a valid document', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const document = htmlToDocument(html, { baseUrl: 'https://www.contoh.id/' });
        expect(documentSchema.parse(document)).toEqual(document);
        for (const address of addresses(document)) expect(address).toMatch(/^(?:https?:\/\/|mailto:|tel:|$)/);
      }),
      { numRuns: 400 },
    );
  });

  test('no soup of harmless tags loses a word or their order in a block', () => {
    const words = fc.stringMatching(/^[a-z]{3,6}$/);
    const tags = fc.constantFrom(...TAGS);
    fc.assert(
      fc.property(fc.array(fc.oneof(words, tags), { maxLength: 40 }), (parts) => {
        const document = htmlToDocument(parts.join(' '));
        const found = documentText(document).match(/[a-z]+/g) ?? [];
        const expected = parts.filter((part) => !part.startsWith('<'));
        expect([...found].sort()).toEqual([...expected].sort());
      }),
      { numRuns: 1000 },
    );
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (html) => {
        const document = htmlToDocument(html);
        expect(documentSchema.parse(document)).toEqual(document);
      }),
    );
  });

  test.each([
    '<div>',
    '<b>',
    '<ul><li>',
    '<blockquote>',
    '<table><tr><td>',
    '<figure><figcaption>',
    '<a href="https://x.id/">',
    '<svg>',
    '<pre>',
    '<h2>',
  ])('20,000 deep: %s', (tag) => {
    const document = htmlToDocument(`awal ${tag.repeat(20_000)} akhir`);
    expect(documentSchema.parse(document)).toEqual(document);
    expect(documentText(document)).toContain('awal');
    // Inside a drawing nothing is copy.
    expect(documentText(document).includes('akhir')).toBe(tag !== '<svg>');
  });
});
