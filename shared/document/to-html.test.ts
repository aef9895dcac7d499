import { publishable } from './publishable.ts';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from './arbitrary-document.ts';
import {
  buildDocument,
  embed,
  factBox,
  foreign,
  gallery,
  heading,
  horizontalRule,
  image,
  lineBreak,
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
} from './build.ts';
import { EMBED_NAMES } from './embeds.ts';
import { escapeHtml } from './inline-html.ts';
import { documentToHtml, type HtmlOptions } from './to-html.ts';
import { TEXT_FORMAT, type BlockNode } from './vocabulary.ts';
import { blockText } from './walk.ts';

const hash = 'a'.repeat(64);

function htmlOf(blocks: BlockNode[], options: HtmlOptions = {}): string {
  return documentToHtml(publishable(buildDocument(blocks)), options);
}

describe('documentToHtml', () => {
  it('writes paragraphs, formats, line breaks and links', () => {
    const html = htmlOf([
      paragraph([
        text('Presiden '),
        text('tegas', TEXT_FORMAT.bold | TEXT_FORMAT.italic),
        lineBreak(),
        link('https://a.id/?b=1&c="2"', [text('situs')], { title: 'Judul "x"' }),
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

  it('crops around the focus by classes', () => {
    const html = htmlOf([image(hash, { ratio: '16:9', focusX: 0.24, focusY: 1 })], {
      picture: () => ({ src: 'a.jpg', width: 0, height: 0 }),
    });
    expect(html).toBe(
      '<figure class="picture ratio-16-9 focus-x-20 focus-y-100"><img src="a.jpg" alt=""></figure>',
    );
  });

  it('writes galleries of the pictures that are there', () => {
    const options: HtmlOptions = {
      picture: ({ mediaId }) => (mediaId === '' ? null : { src: 'a.jpg', width: 0, height: 0 }),
    };
    const html = htmlOf(
      [gallery([picture(hash, { caption: 'Satu' }), picture('')], 'Semua'), gallery([])],
      options,
    );
    expect(html).toBe(
      '<figure class="gallery"><div class="gallery-pictures"><figure class="picture"><img src="a.jpg" alt="">' +
        '<figcaption>Satu</figcaption></figure></div><figcaption>Semua</figcaption></figure>',
    );
  });

  it('writes tables with the headers they have', () => {
    const cells = [
      [[text('Tim')], [text('Poin')]],
      [[text('Persija', TEXT_FORMAT.bold)], [text('3')]],
    ];
    expect(htmlOf([table(cells, { headerRow: true, headerColumn: true })])).toBe(
      '<figure class="table"><table><thead><tr><th scope="col">Tim</th><th scope="col">Poin</th></tr></thead>' +
        '<tbody><tr><th scope="row"><strong>Persija</strong></th><td>3</td></tr></tbody></table></figure>',
    );
    expect(htmlOf([table([[[text('a')], [text('b')]]], { caption: 'Satu & dua', shares: [70, 30] })])).toBe(
      '<figure class="table"><table><colgroup><col class="share-70"><col class="share-30"></colgroup>' +
        '<tbody><tr><td>a</td><td>b</td></tr></tbody></table><figcaption>Satu &amp; dua</figcaption></figure>',
    );
    expect(htmlOf([table([[[text('a')]], []])])).toBe(
      '<figure class="table"><table><tbody><tr><td>a</td></tr><tr><td></td></tr></tbody></table></figure>',
    );
  });

  it('writes embeds as cards that lead there', () => {
    const film = { provider: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=4' } as const;
    expect(htmlOf([embed(film, 'Pidato <lengkap>', 'Istana')])).toBe(
      '<figure class="embed embed-youtube"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;t=4">' +
        '<span class="embed-provider">YouTube</span> <span class="embed-title">Pidato &lt;lengkap&gt;</span> ' +
        '<span class="embed-address">youtube.com</span></a><figcaption>Istana</figcaption></figure>',
    );
  });

  it('writes related stories where they are, by id or by address, and leaves out those that are not out', () => {
    const id = '5f0c4a6e-6f0e-4a3c-9b1e-0d0a1b2c3d4e';
    const options: HtmlOptions = {
      relatedLabel: () => 'Baca juga:',
      relatedStory: (articleId) => (articleId === id ? '../cabai/' : null),
    };
    const html = htmlOf(
      [
        relatedStory('Harga cabai turun', { articleId: id }),
        relatedStory('Di tempat lain', { url: 'https://a.id/x y' }),
        relatedStory('Belum terbit', { articleId: '5f0c4a6e-6f0e-4a3c-9b1e-0d0a1b2c3d4f' }),
      ],
      options,
    );
    expect(html.split('\n')).toEqual([
      '<p class="related-story"><span class="related-label">Baca juga:</span> <a href="../cabai/">Harga cabai turun</a></p>',
      '<p class="related-story"><span class="related-label">Baca juga:</span> <a href="https://a.id/x%20y">Di tempat lain</a></p>',
    ]);
  });

  it('writes fact boxes, source notes, one read-more place, and nothing of foreign blocks', () => {
    const html = htmlOf([
      factBox('Angka "kunci"', [
        paragraph([text('Inflasi')]),
        paragraph([]),
        list('bullet', [[text('3,4')]]),
      ]),
      sourceNote([text('Sumber: BPS')]),
      readMore(),
      readMore(),
      foreign('wordpress-blocks', '<!-- wp:x --><script>alert(1)</script><!-- /wp:x -->'),
    ]);
    expect(html.split('\n')).toEqual([
      '<div class="fact-box" role="note"><p class="fact-box-title">Angka &quot;kunci&quot;</p><p>Inflasi</p><ul><li>3,4</li></ul></div>',
      '<p class="source-note">Sumber: BPS</p>',
      '<span class="read-more" id="selengkapnya"></span>',
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
    // However it was typed, one space parts it from the words.
    for (const typed of ['SINGAPURA, SERUJI.CO.ID –', ' SINGAPURA, SERUJI.CO.ID –  '])
      expect(htmlOf(blocks, { dateline: typed })).toBe(html);
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

  it('sets them in captions, titles and names of its blocks too', () => {
    const said = 'Ia "siap"';
    const html = htmlOf(
      [
        image(hash, { caption: said, alt: said }),
        gallery([picture(hash)], said),
        embed({ provider: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' }, said, said),
        factBox(said, [paragraph([text('isi')])]),
        pullQuote([text('Kami')], said),
        relatedStory(said, { url: 'https://a.id/' }),
      ],
      { typographic: true, picture: () => ({ src: 'a.jpg', width: 0, height: 0 }) },
    );
    expect(html.match(/Ia “siap”/g)).toHaveLength(7);
    expect(html.match(/Ia &quot;siap&quot;/g)).toHaveLength(1);
    expect(html).toContain('alt="Ia &quot;siap&quot;"');
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

  it('keeps every readable letter of every node', () => {
    const letters = (value: string): string => value.replace(/\s/g, '');
    const meant = (block: BlockNode): string => {
      switch (block.type) {
        case 'foreign':
          return '';
        case 'relatedstory':
          return block.url === '' ? '' : block.headline;
        case 'embed': {
          const name = block.provider === 'map' ? 'Peta' : EMBED_NAMES[block.provider];
          return `${name}${block.title}${new URL(block.url).hostname.replace('www.', '')}${block.caption}`;
        }
        case 'pullquote':
          return letters(blockText({ ...block, attribution: '' })) === '' ? '' : blockText(block);
        default:
          return blockText(block);
      }
    };
    const options: HtmlOptions = {
      picture: ({ sourceUrl }) => ({ src: sourceUrl, width: 0, height: 0 }),
      mapName: 'Peta',
    };
    fc.assert(
      fc.property(arbitraryDocument, (generated) => {
        const { document } = parseHTML(
          `<!doctype html><html><body>${documentToHtml(publishable(generated), options)}</body></html>`,
        );
        expect(letters(document.body.textContent ?? '')).toBe(
          letters(generated.root.children.map(meant).join('')),
        );
        expect(
          document.body.querySelector('script, iframe, object, embed, style, [style], [onclick]'),
        ).toBeNull();
      }),
    );
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
