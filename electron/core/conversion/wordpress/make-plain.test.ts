import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDocument } from '../../../../shared/document/build.ts';
import { documentSchema } from '../../../../shared/document/vocabulary.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import { makePlain, type PlainLoss } from './make-plain.ts';

const mediaId = 'c'.repeat(64);
const known = (id: number, url: string) => (id === 5 || url.includes('/a.jpg') ? mediaId : null);
const plain = (raw: string) => makePlain(raw, 'situs', known);

describe('a foreign block made plain', () => {
  test.each<[string, string, string, PlainLoss[]]>([
    [
      'a centred paragraph',
      '<!-- wp:paragraph {"align":"center"} -->\n<p class="has-text-align-center">Tengah <em>sekali</em></p>\n<!-- /wp:paragraph -->',
      'Tengah sekali',
      ['look'],
    ],
    [
      'a paragraph with a link the editor made to a post of the site',
      '<!-- wp:paragraph -->\n<p>Baca <a href="https://situs.test/x/" data-type="post" data-id="12">ini</a>.</p>\n<!-- /wp:paragraph -->',
      'Baca ini.',
      ['links'],
    ],
    [
      'a quote of several paragraphs',
      '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>Satu</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>Dua</p>\n<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->',
      'Satu\n\nDua',
      [],
    ],
    [
      'columns',
      '<!-- wp:columns -->\n<div class="wp-block-columns"><!-- wp:column -->\n<div class="wp-block-column"><!-- wp:paragraph -->\n<p>Kiri</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:column -->\n\n<!-- wp:column -->\n<div class="wp-block-column"><!-- wp:list -->\n<ul class="wp-block-list"><!-- wp:list-item -->\n<li>butir</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list --></div>\n<!-- /wp:column --></div>\n<!-- /wp:columns -->',
      'Kiri\n\nbutir',
      ['block'],
    ],
    [
      'markup by hand, without what would run',
      '<!-- wp:html -->\n<script>alert(1)</script><b onclick="x()" style="color:red">tebal</b>\n<!-- /wp:html -->',
      'tebal',
      ['block', 'look'],
    ],
    ['a shortcode among words', 'Lihat [peta kota="Solo"] ini', 'Lihat ini', ['block']],
  ])('%s', (_what, raw, text, lost) => {
    const { nodes, lost: told } = plain(raw);
    expect(documentText(buildDocument(nodes))).toBe(text);
    expect(new Set(told)).toEqual(new Set(lost));
  });

  test('a picture that is not at full size is the whole picture of our store', () => {
    const { nodes, lost } =
      plain(`<!-- wp:image {"id":5,"width":"300px","sizeSlug":"medium","align":"left"} -->
<figure class="wp-block-image alignleft size-medium is-resized"><img src="https://situs.test/a-300x200.jpg" alt="Pasar" class="wp-image-5" style="width:300px"/><figcaption class="wp-element-caption">Pasar induk</figcaption></figure>
<!-- /wp:image -->`);
    expect(nodes).toMatchObject([{ type: 'image', mediaId, alt: 'Pasar', caption: 'Pasar induk' }]);
    expect(new Set(lost)).toEqual(new Set(['pictures', 'look']));
  });

  test('a picture of the classic editor, in a link, is ours where we have it', () => {
    const { nodes } = plain(
      '<a href="https://situs.test/a.jpg"><img src="https://situs.test/a.jpg" alt="x"></a>',
    );
    expect(nodes).toMatchObject([{ type: 'image', mediaId, sourceUrl: '' }]);
  });

  test('a block that shows nothing of its own gives nothing', () => {
    expect(plain('<!-- wp:latest-posts {"postsToShow":3} /-->')).toEqual({ nodes: [], lost: ['block'] });
    expect(plain('[gallery ids="1,2"]')).toEqual({ nodes: [], lost: ['block'] });
  });

  test('whatever stands there, what comes out is a document of ours', () => {
    const piece = fc.constantFrom(
      '<!-- wp:group -->',
      '<!-- /wp:group -->',
      '<!-- wp:html -->',
      '<p class="x">',
      '</p>',
      '<img src="https://situs.test/b.jpg" width="3">',
      '<a href="javascript:alert(1)">x</a>',
      '[pintas a="b"]',
      'kata ',
      '<!-- wp:image {"id":5',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const document = buildDocument(plain(pieces.join('')).nodes);
        expect(documentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
        expect(JSON.stringify(document)).not.toContain('javascript:');
      }),
      { numRuns: 200 },
    );
  });
});
