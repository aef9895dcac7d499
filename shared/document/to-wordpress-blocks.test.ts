import { publishable } from './publishable.ts';
import { parseDocument } from 'htmlparser2';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
import { documentToWordPressBlocks } from './to-wordpress-blocks.ts';
import { TEXT_FORMAT, type BlockNode, type ListItemNode } from './vocabulary.ts';
import { blockText, documentText } from './walk.ts';

const mediaId = 'a'.repeat(64);
const place = { id: 7, url: 'https://situs.test/foto.jpg?a=1&b=2' };

function blocks(nodes: BlockNode[], options: Parameters<typeof documentToWordPressBlocks>[1] = {}): string {
  return documentToWordPressBlocks(publishable(buildDocument(nodes)), options);
}

/** The words a browser would show. */
function shown(html: string): string {
  function words(node: unknown): string {
    if (typeof node !== 'object' || node === null) return '';
    const { type, data, name, children } = node as {
      type?: string;
      data?: string;
      name?: string;
      children?: unknown[];
    };
    if (type === 'text') return data ?? '';
    if (name === 'br') return '\n';
    return (children ?? []).map(words).join('');
  }
  return words(parseDocument(html));
}

function withoutSpace(value: string): string {
  return value.replace(/\s+/g, '');
}

/** Opening and closing block comments in pairs, properly nested, with JSON that can be read. */
function blockNames(markup: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  for (const [, closing, name = '', json] of markup.matchAll(/<!-- (\/)?wp:([a-z-]+) (\{[^]*?\} )?-->/g)) {
    if (json) JSON.parse(json);
    if (!closing) {
      open.push(name);
      names.push(name);
    } else if (open.pop() !== name) throw new Error(`/${name} closes another block`);
  }
  expect(open).toEqual([]);
  return names;
}

describe('blocks as the editor writes them', () => {
  test('paragraph with every inline format, a line break and a link', () => {
    const { bold, italic, underline, strikethrough, code, subscript, superscript } = TEXT_FORMAT;
    expect(
      blocks([
        paragraph([
          text('a', bold),
          text('b', bold | italic),
          text('c', underline),
          text('d', strikethrough),
          text('e', code),
          text('f', subscript),
          text('g', superscript),
          lineBreak(),
          link('https://a.test/?x=1&y="2"', [text('h')], { title: 'Judul "i"' }),
        ]),
      ]),
    ).toBe(
      '<!-- wp:paragraph -->\n<p><strong>a</strong><strong><em>b</em></strong><u>c</u><s>d</s><code>e</code><sub>f</sub><sup>g</sup><br>' +
        '<a href="https://a.test/?x=1&amp;y=&quot;2&quot;" title="Judul &quot;i&quot;">h</a></p>\n<!-- /wp:paragraph -->',
    );
  });

  test('headings name their level, except the second', () => {
    const markup = blocks([
      heading('h2', [text('A')]),
      heading('h3', [text('B')]),
      heading('h4', [text('C')]),
    ]);
    expect(markup).toContain(
      '<!-- wp:heading -->\n<h2 class="wp-block-heading">A</h2>\n<!-- /wp:heading -->',
    );
    expect(markup).toContain('<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">B</h3>');
    expect(markup).toContain('<!-- wp:heading {"level":4} -->\n<h4 class="wp-block-heading">C</h4>');
  });

  test('a nested list belongs to the item before it, as Lexical keeps it in an item of its own', () => {
    const nested = list('number', [[text('satu')]], 3);
    const item = (children: ListItemNode['children']) => children;
    const markup = blocks([list('bullet', [item([text('luar')]), item([nested]), item([text('akhir')])])]);
    expect(markup).toContain(
      '<li>luar<!-- wp:list {"ordered":true,"start":3} -->\n<ol start="3" class="wp-block-list"><!-- wp:list-item -->\n<li>satu</li>\n<!-- /wp:list-item --></ol>\n<!-- /wp:list --></li>',
    );
    expect(blockNames(markup)).toEqual(['list', 'list-item', 'list', 'list-item', 'list-item']);
  });

  test('quote, pull quote with its speaker, picture with caption and credit, rule', () => {
    const markup = blocks(
      [
        quote([text('Kutipan')]),
        pullQuote([text('Kita sepakat')], 'Presiden'),
        image(mediaId, { alt: 'Dua "orang"', caption: 'Keterangan.', credit: '(ANTARA)' }),
        horizontalRule(),
      ],
      { image: () => place },
    );
    expect(markup).toContain(
      '<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>Kutipan</p>\n<!-- /wp:paragraph --></blockquote>',
    );
    expect(markup).toContain(
      '<figure class="wp-block-pullquote"><blockquote><p>Kita sepakat</p><cite>Presiden</cite></blockquote></figure>',
    );
    expect(markup).toContain(
      '<!-- wp:image {"id":7,"sizeSlug":"full","linkDestination":"none"} -->\n<figure class="wp-block-image size-full">' +
        '<img src="https://situs.test/foto.jpg?a=1&amp;b=2" alt="Dua &quot;orang&quot;" class="wp-image-7"/>' +
        '<figcaption class="wp-element-caption">Keterangan. (ANTARA)</figcaption></figure>',
    );
    expect(markup).toContain('<hr class="wp-block-separator has-alpha-channel-opacity"/>');
  });

  test('a gallery holds picture blocks and a caption of its own', () => {
    const markup = blocks([gallery([picture(mediaId, { caption: 'Satu' }), picture(mediaId)], 'Semua')], {
      image: () => place,
    });
    expect(blockNames(markup)).toEqual(['gallery', 'image', 'image']);
    expect(markup).toContain(
      '<!-- wp:gallery {"linkTo":"none"} -->\n<figure class="wp-block-gallery has-nested-images columns-default is-cropped"><!-- wp:image {"id":7,',
    );
    expect(markup).toContain(
      '<!-- /wp:image --><figcaption class="blocks-gallery-caption wp-element-caption">Semua</figcaption></figure>\n<!-- /wp:gallery -->',
    );
    expect(blocks([gallery([picture(mediaId)])], { image: () => null })).toBe('');
  });

  test('a table says its layout outright, headers are header cells', () => {
    const cells = [
      [[text('Tim')], [text('Poin')]],
      [[text('Persija')], [text('3', TEXT_FORMAT.bold)]],
    ];
    expect(blocks([table(cells, { headerRow: true, headerColumn: true })])).toBe(
      '<!-- wp:table {"hasFixedLayout":false} -->\n<figure class="wp-block-table"><table><thead><tr><th scope="col">Tim</th><th scope="col">Poin</th></tr></thead>' +
        '<tbody><tr><th scope="row">Persija</th><td><strong>3</strong></td></tr></tbody></table></figure>\n<!-- /wp:table -->',
    );
    expect(blocks([table(cells, { caption: 'Klasemen <Liga 1>', shares: [70, 30] })])).toContain(
      '</table><figcaption class="wp-element-caption">Klasemen &lt;Liga 1&gt;</figcaption></figure>',
    );
  });

  test('an embed names its provider as the editor does; X is known there as Twitter, a map stays a link', () => {
    const markup = blocks([
      embed({ provider: 'x', url: 'https://x.com/jokowi/status/98' }, 'Kata presiden', 'Cuitan'),
      embed({ provider: 'map', url: 'https://maps.app.goo.gl/AbC' }, 'Istana'),
    ]);
    expect(markup).toBe(
      '<!-- wp:embed {"url":"https://twitter.com/jokowi/status/98","type":"rich","providerNameSlug":"twitter","responsive":true} -->\n' +
        '<figure class="wp-block-embed is-type-rich is-provider-twitter wp-block-embed-twitter"><div class="wp-block-embed__wrapper">\nhttps://twitter.com/jokowi/status/98\n</div>' +
        '<figcaption class="wp-element-caption">Kata presiden Cuitan</figcaption></figure>\n<!-- /wp:embed -->\n\n' +
        '<!-- wp:paragraph {"className":"map"} -->\n<p class="map"><a href="https://maps.app.goo.gl/AbC">Istana</a></p>\n<!-- /wp:paragraph -->',
    );
  });

  test('a fact box is a group, a related story and a source note are paragraphs with a class, one place to read more', () => {
    const id = '5f0c4a6e-6f0e-4a3c-9b1e-0d0a1b2c3d4e';
    const markup = blocks(
      [
        factBox('Angka', [paragraph([text('Inflasi')]), list('bullet', [[text('3,4')]])]),
        relatedStory('Harga cabai', { articleId: id }),
        relatedStory('Belum terbit', { articleId: id.replace('5f', '6f') }),
        sourceNote([text('Sumber: BPS')]),
        readMore(),
        readMore(),
      ],
      {
        relatedLabel: () => 'Baca juga:',
        relatedStory: (each) => (each === id ? 'https://situs.test/?p=3' : null),
      },
    );
    expect(markup).toContain(
      '<!-- wp:group {"className":"fact-box"} -->\n<div class="wp-block-group fact-box"><!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">Angka</h3>\n<!-- /wp:heading -->\n\n<!-- wp:paragraph -->',
    );
    expect(markup).toContain(
      '<!-- wp:paragraph {"className":"related-story"} -->\n<p class="related-story">Baca juga: <a href="https://situs.test/?p=3">Harga cabai</a></p>',
    );
    expect(markup).not.toContain('Belum terbit');
    expect(markup).toContain('<p class="source-note">Sumber: BPS</p>');
    expect(markup.match(/<!-- wp:more -->\n<!--more-->\n<!-- \/wp:more -->/g)).toHaveLength(1);
  });

  test('a foreign block goes back verbatim where it comes from, and nowhere else', () => {
    const raw = '<!-- wp:plugin/kuis {"id":3} -->\n<div>--></div>\n<!-- /wp:plugin/kuis -->';
    const nodes = [
      foreign('wordpress-blocks', raw, 'situs-a'),
      foreign('unknown', '{"type":"x"}', '99'),
      paragraph([text('B')]),
    ];
    expect(blocks(nodes, { origin: 'situs-a', marker: 'redaksi-1' })).toBe(
      `${raw}\n\n<!-- wp:paragraph {"metadata":{"redaksi":"redaksi-1"}} -->\n<p>B</p>\n<!-- /wp:paragraph -->`,
    );
    expect(shown(blocks(nodes, { origin: 'situs-b' })).trim()).toBe('B');
    expect(blocks([foreign('wordpress-blocks', raw)], { marker: 'redaksi-1' })).toContain('"redaksi-1"');
  });

  test('a picture that has no place at the site is left out', () => {
    expect(
      blocks([image(mediaId), image('', { sourceUrl: 'https://lain.test/a.jpg' })], { image: () => null }),
    ).toBe('');
  });
});

describe('dateline, credit, marker', () => {
  const options = { dateline: 'SINGAPURA, SERUJI.CO.ID – ', credit: '(Ant/SU02)' };

  test('the dateline opens the first paragraph even behind a pull quote, the credit closes the text', () => {
    const markup = blocks(
      [pullQuote([text('Q')]), paragraph([text('Presiden tiba.')]), paragraph([text('B')])],
      options,
    );
    expect(markup).toContain('<p><strong>SINGAPURA, SERUJI.CO.ID –</strong> Presiden tiba.</p>');
    expect(markup.match(/SINGAPURA/g)).toHaveLength(1);
    expect(markup.endsWith('<p>(Ant/SU02)</p>\n<!-- /wp:paragraph -->')).toBe(true);
  });

  test('the dateline opens the copy itself, no note and no related story', () => {
    const markup = blocks(
      [
        relatedStory('Lain', { url: 'https://a.id/' }),
        sourceNote([text('S')]),
        paragraph([text('Presiden tiba.')]),
      ],
      options,
    );
    expect(markup).toContain('<p><strong>SINGAPURA, SERUJI.CO.ID –</strong> Presiden tiba.</p>');
  });

  test('stand in paragraphs of their own where the body has none', () => {
    expect(shown(blocks([heading('h2', [text('H')])], options)).replace(/\n+/g, '|')).toBe(
      '|SINGAPURA, SERUJI.CO.ID –|H|(Ant/SU02)|'.replace(/\|$/, '|'),
    );
  });

  test('the marker is in the first block, cannot end its comment, and is shown to nobody', () => {
    const marker = 'redaksi-1--> <b>';
    const markup = blocks([heading('h3', [text('H')])], { marker });
    expect(markup).toContain(
      '<!-- wp:heading {"level":3,"metadata":{"redaksi":"redaksi-1\\u002d\\u002d\\u003e \\u003cb\\u003e"}} -->',
    );
    expect(shown(markup).trim()).toBe('H');
    expect(blocks([], { marker: 'redaksi-2' })).toContain('"redaksi":"redaksi-2"');
  });
});

const words = fc.string({ unit: 'grapheme', maxLength: 30 });
const inlineText = fc.tuple(words, fc.nat(127)).map(([value, format]) => text(value, format));
const anyBlock: fc.Arbitrary<BlockNode> = fc.oneof(
  fc.array(inlineText, { maxLength: 4 }).map(paragraph),
  fc
    .tuple(fc.constantFrom('h2', 'h3', 'h4'), fc.array(inlineText, { maxLength: 2 }))
    .map(([tag, children]) => heading(tag, children)),
  fc.array(inlineText, { maxLength: 3 }).map(quote),
  fc.tuple(fc.array(inlineText, { maxLength: 2 }), words).map(([children, by]) => pullQuote(children, by)),
  fc
    .array(fc.array(inlineText, { maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((items) => list('bullet', items)),
  words.map((caption) => image(mediaId, { caption })),
);

test('whatever is written, every letter is shown and the blocks stay whole', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 6 }), (nodes) => {
      const document = buildDocument(nodes);
      const markup = documentToWordPressBlocks(publishable(document), {
        image: () => place,
        marker: 'redaksi-x',
      });
      blockNames(markup);
      // oxlint-disable-next-line no-control-regex
      const meant = documentText(document).replace(/[\u0000-\u001F\u007F]/g, '');
      expect(withoutSpace(shown(markup))).toBe(withoutSpace(meant));
    }),
    { numRuns: 300 },
  );
});

test('of any node every letter is shown and the blocks stay whole', () => {
  const meant = (node: BlockNode): string => {
    if (node.type === 'relatedstory') return node.url === '' ? '' : node.headline;
    if (node.type !== 'embed') return blockText(node);
    const url = node.url.replace('//x.com', '//twitter.com');
    if (node.provider === 'map') return blockText(node).trim() === '' ? url : blockText(node);
    return `${url}${blockText(node)}`;
  };
  fc.assert(
    fc.property(arbitraryDocument, ({ root }) => {
      const nodes = root.children
        .filter(({ type }) => type !== 'foreign')
        .map((node): BlockNode => {
          if (node.type === 'image') return { ...node, mediaId };
          if (node.type !== 'gallery') return node;
          return { ...node, pictures: node.pictures.map((each) => ({ ...each, mediaId })) };
        });
      const markup = blocks(nodes, { image: () => place, marker: 'redaksi-x' });
      blockNames(markup);
      expect(withoutSpace(shown(markup))).toBe(withoutSpace(nodes.map(meant).join('')));
    }),
  );
});
