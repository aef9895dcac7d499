import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import {
  buildDocument,
  heading,
  horizontalRule,
  image,
  lineBreak,
  link,
  list,
  paragraph,
  pullQuote,
  quote,
  text,
} from './build.ts';
import { documentToHtml, escapeHtml, type HtmlOptions } from './to-html.ts';
import { TEXT_FORMAT, type BlockNode } from './vocabulary.ts';
import { blockText } from './walk.ts';

const hash = 'a'.repeat(64);

function htmlOf(blocks: BlockNode[], options: HtmlOptions = {}): string {
  return documentToHtml(buildDocument(blocks), options);
}

describe('documentToHtml', () => {
  it('writes paragraphs, formats, line breaks and links', () => {
    const html = htmlOf([
      paragraph([
        text('Presiden '),
        text('tegas', TEXT_FORMAT.bold | TEXT_FORMAT.italic),
        lineBreak(),
        link('https://a.id/?b=1&c="2"', [text('situs')], 'Judul "x"'),
        text('H'),
        text('2', TEXT_FORMAT.subscript),
        text('O'),
      ]),
    ]);
    expect(html).toBe(
      '<p>Presiden <strong><em>tegas</em></strong><br>' +
        '<a href="https://a.id/?b=1&amp;c=%222%22" title="Judul &quot;x&quot;">situs</a>H<sub>2</sub>O</p>',
    );
  });

  it('joins neighbouring runs of one format', () => {
    expect(htmlOf([paragraph([text('a', 1), text('b', 1), text('c')])])).toBe('<p><strong>ab</strong>c</p>');
  });

  it('writes quotes and pull quotes with who said them', () => {
    expect(htmlOf([quote([text('Kutipan')]), pullQuote([text('Kami siap')], 'Joko Widodo')])).toBe(
      '<blockquote><p>Kutipan</p></blockquote>\n' +
        '<figure class="pull-quote"><blockquote><p>Kami siap</p></blockquote><figcaption>Joko Widodo</figcaption></figure>',
    );
  });

  it('nests a list in the item before it, as Lexical means it', () => {
    const nested = list('bullet', [[text('satu a')]]);
    expect(htmlOf([list('number', [[text('satu')], [nested], [text('dua')]], 3)])).toBe(
      '<ol start="3"><li>satu<ul><li>satu a</li></ul></li><li>dua</li></ol>',
    );
  });

  it('writes pictures with caption, credit, alt and size; those nobody holds are left out', () => {
    const options: HtmlOptions = {
      creditLabel: 'Foto: ',
      picture: (node) =>
        node.mediaId === '' ? null : { src: `media/${node.mediaId}.jpg`, width: 800, height: 600 },
    };
    const html = htmlOf(
      [
        image(hash, { caption: 'Presiden <tiba>', credit: 'Antara', alt: 'Pesawat "1"' }),
        image('', { sourceUrl: 'https://a.id/x.jpg' }),
        image(hash),
      ],
      options,
    );
    expect(html.split('\n')).toEqual([
      `<figure class="picture"><img src="media/${hash}.jpg" alt="Pesawat &quot;1&quot;" width="800" height="600"><figcaption>Presiden &lt;tiba&gt; <span class="picture-credit">Foto: Antara</span></figcaption></figure>`,
      `<figure class="picture"><img src="media/${hash}.jpg" alt="" width="800" height="600" loading="lazy" decoding="async"></figure>`,
    ]);
  });

  it('never skips a heading level', () => {
    const html = htmlOf([heading('h4', [text('a')]), heading('h4', [text('b')]), heading('h2', [text('c')])]);
    expect(html).toBe('<h2>a</h2>\n<h3>b</h3>\n<h2>c</h2>');
  });

  it('puts the dateline before the first words, after a pull quote and a picture', () => {
    const blocks = [
      pullQuote([text('Kami siap')]),
      paragraph([]),
      paragraph([text('Presiden tiba.')]),
      horizontalRule(),
    ];
    const html = htmlOf(blocks, { dateline: 'SINGAPURA, SERUJI.CO.ID – ' });
    expect(html).toContain(
      '<p><span class="dateline">SINGAPURA, SERUJI.CO.ID – </span>Presiden tiba.</p>\n<hr>',
    );
    expect(html.match(/dateline/g)).toHaveLength(1);
    expect(htmlOf([list('bullet', [[text('a')]])], { dateline: 'JAKARTA – ' })).toMatch(
      /^<p><span class="dateline">JAKARTA – <\/span><\/p>\n<ul>/,
    );
  });

  it('sets quotation marks over runs, and leaves code as it is', () => {
    const html = htmlOf(
      [
        paragraph([
          text('"'),
          text('Start-up', TEXT_FORMAT.italic),
          text('" dan '),
          text('"x"', TEXT_FORMAT.code),
        ]),
      ],
      { typographic: true },
    );
    expect(html).toBe('<p>“<em>Start-up</em>” dan <code>&quot;x&quot;</code></p>');
  });

  it('refuses addresses that run', () => {
    const bad = { ...link('https://a.id', [text('klik')]), url: 'javascript:alert(1)' };
    expect(htmlOf([paragraph([bad])])).toBe('<p>klik</p>');
  });

  it('leaves out what has nothing to read', () => {
    expect(
      htmlOf([
        paragraph([]),
        paragraph([text(' ')]),
        heading('h2', []),
        pullQuote([], 'Nama'),
        list('bullet', []),
      ]),
    ).toBe('');
  });

  it('keeps every readable letter, and only elements of its own', () => {
    const words = fc.string({ unit: 'binary', maxLength: 20 });
    const run = fc
      .tuple(words, fc.integer({ min: 0, max: 127 }))
      .map(([value, format]) => text(value, format));
    const runs = fc.array(run, { minLength: 1, maxLength: 4 });
    const block: fc.Arbitrary<BlockNode> = fc.oneof(
      runs.map((children) => paragraph(children)),
      runs.map((children) => paragraph([link('https://a.id/', children)])),
      runs.map((children) => heading('h3', children)),
      runs.map((children) => quote(children)),
      fc.tuple(runs, words).map(([children, name]) => pullQuote(children, name)),
      runs.map((children) => list('bullet', [children])),
    );
    const allowed = 'p,a,h2,h3,blockquote,figure,figcaption,ul,li,strong,em,s,u,code,sub,sup';
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const { document } = parseHTML(`<!doctype html><html><body>${htmlOf(blocks)}</body></html>`);
        const letters = (value: string): string =>
          value.toWellFormed().replace(/[\s\p{Cc}\ufffe\uffff]/gu, '');
        const meant = blocks.map((node) => {
          const copy = node.type === 'pullquote' && letters(blockText({ ...node, attribution: '' })) === '';
          return copy ? '' : letters(blockText(node));
        });
        expect(letters(document.body.textContent ?? '')).toBe(meant.join(''));
        expect(document.body.querySelectorAll(`:not(${allowed})`)).toHaveLength(0);
      }),
    );
  });
});

describe('escapeHtml', () => {
  it('leaves nothing that opens, closes or ends an attribute', () => {
    expect(escapeHtml('<a b="c">&amp;\u0000\u0008\ud800')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;amp;\ufffd');
  });
});
