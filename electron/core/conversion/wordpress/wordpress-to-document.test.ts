import { publishable } from '../../../../shared/document/publishable.ts';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { arbitraryDocument } from '../../../../shared/document/arbitrary-document.ts';
import { shownAs } from '../../../../shared/document/crop.ts';
import { documentToWordPressBlocks } from '../../../../shared/document/to-wordpress-blocks.ts';
import { documentImages } from '../../../../shared/document/walk.ts';
import type { ArticleDocument } from '../../../../shared/document/vocabulary.ts';
import { canonicalMarkup, splitMarkup } from './block-markup.ts';
import { wordPressToDocument, type PictureAtSite } from './wordpress-to-document.ts';

const origin = 'situs';
const mediaId = 'c'.repeat(64);

function pull(content: string, pictures: PictureAtSite[] = []) {
  return wordPressToDocument(content, { origin, pictures });
}

function push(
  { document, dateline, credit }: ReturnType<typeof pull>,
  pictures: PictureAtSite[] = [],
  relatedLabel = '',
): string {
  return documentToWordPressBlocks(publishable(document), {
    origin,
    dateline,
    credit,
    image: (picture) => pictures.find(({ shown }) => shown === shownAs(picture)) ?? null,
    relatedLabel: () => relatedLabel,
  });
}

function types(document: ArticleDocument): string[] {
  return document.root.children.map(({ type }) => type);
}

describe('a post that is pulled', () => {
  test('gives its blocks as nodes, its dateline and credit as fields', () => {
    const pulled = pull(`<!-- wp:paragraph {"metadata":{"redaksi":"redaksi-1"}} -->
<p><strong>SINGAPURA, SERUJI.CO.ID –</strong> Presiden menekankan <a href="https://a.test">kerja sama</a>.</p>
<!-- /wp:paragraph -->

<!-- wp:heading -->
<h2 class="wp-block-heading">Latar</h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p>(Ant/SU02)</p>
<!-- /wp:paragraph -->`);
    expect(types(pulled.document)).toEqual(['paragraph', 'heading']);
    expect(pulled.dateline).toBe('SINGAPURA, SERUJI.CO.ID – ');
    expect(pulled.credit).toBe('(Ant/SU02)');
    expect(pulled.document.root.children[0]).toMatchObject({
      children: [{ text: 'Presiden menekankan ' }, { type: 'link', url: 'https://a.test' }, { text: '.' }],
    });
  });

  test.each([
    [
      'a block of a plugin',
      '<!-- wp:jetpack/tiled-gallery {"ids":[1,2]} --><div class="x"></div><!-- /wp:jetpack/tiled-gallery -->',
    ],
    ['a block without content', '<!-- wp:latest-posts {"postsToShow":3} /-->'],
    [
      'a paragraph with a look of its own',
      '<!-- wp:paragraph {"align":"center"} -->\n<p class="has-text-align-center">Tengah</p>\n<!-- /wp:paragraph -->',
    ],
    [
      'a paragraph with a foreign class',
      '<!-- wp:paragraph {"className":"promo"} -->\n<p class="promo">Iklan</p>\n<!-- /wp:paragraph -->',
    ],
    [
      'a quote of several paragraphs',
      '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>Satu</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>Dua</p>\n<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->',
    ],
    [
      'columns with blocks of ours inside',
      '<!-- wp:columns -->\n<div class="wp-block-columns"><!-- wp:column -->\n<div class="wp-block-column"><!-- wp:paragraph -->\n<p>Kiri</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:column --></div>\n<!-- /wp:columns -->',
    ],
    [
      'an embed of a site we do not know',
      '<!-- wp:embed {"url":"https://vimeo.com/1","type":"video","providerNameSlug":"vimeo"} -->\n<figure class="wp-block-embed">x</figure>\n<!-- /wp:embed -->',
    ],
    [
      'markup by hand',
      '<!-- wp:html -->\n<script>alert(1)</script><b onclick="x()">tebal</b>\n<!-- /wp:html -->',
    ],
    [
      'a picture that is not here',
      '<!-- wp:image {"id":5} -->\n<figure class="wp-block-image"><img src="https://situs.test/a.jpg" alt="" class="wp-image-5"/></figure>\n<!-- /wp:image -->',
    ],
    ['a block nobody closed', '<!-- wp:group -->\n<div class="wp-block-group"><p>Terbuka'],
  ])('keeps %s verbatim, and gives it back as it came', (_what, markup) => {
    const content = `<!-- wp:paragraph -->\n<p>Sebelum.</p>\n<!-- /wp:paragraph -->\n\n${markup}`;
    const pulled = pull(content);
    expect(types(pulled.document)).toEqual(['paragraph', 'foreign']);
    expect(push(pulled)).toBe(content);
  });

  test('a no-break space a browser left in it, or a space behind its last word, makes a paragraph no foreign block', () => {
    const { document, dateline } = pull(
      '<!-- wp:paragraph -->\n<p><strong>MATARAM, SERUJI.CO.ID –</strong> Di tiga desa.\u00a0Bantuan tiba. </p>\n<!-- /wp:paragraph -->',
    );
    expect(types(document)).toEqual(['paragraph']);
    expect(dateline).toBe('MATARAM, SERUJI.CO.ID – ');
  });

  test('what is kept verbatim goes to no other site', () => {
    const { document } = pull(
      '<!-- wp:latest-posts /-->\n\n<!-- wp:paragraph -->\n<p>Isi.</p>\n<!-- /wp:paragraph -->',
    );
    expect(documentToWordPressBlocks(publishable(document), { origin: 'situs lain' })).not.toContain(
      'latest-posts',
    );
  });

  test('links keep where they open, what they are to the page, and every part of their address', () => {
    const words =
      '<a href="https://a.test/?utm_source=x#isi" target="_blank" rel="noreferrer noopener nofollow" title="Laman">di sini</a> dan <a href="#catatan">catatan</a>';
    const block = `<!-- wp:paragraph -->\n<p>Lihat ${words}.</p>\n<!-- /wp:paragraph -->`;
    const pulled = pull(block);
    expect(types(pulled.document)).toEqual(['paragraph']);
    expect(canonicalMarkup(push(pulled))).toBe(canonicalMarkup(block));
    const classic = pull(`Lihat ${words}.`);
    expect(types(classic.document)).toEqual(['paragraph']);
    expect(canonicalMarkup(push(classic))).toBe(canonicalMarkup(block));
  });

  test('a picture of the site is the one in our store, and goes back to where it was', () => {
    const pictures = [{ id: 5, url: 'https://situs.test/a.jpg', shown: mediaId }];
    const content = `<!-- wp:image {"id":5,"sizeSlug":"full","linkDestination":"none"} -->
<figure class="wp-block-image size-full"><img src="https://situs.test/a.jpg" alt="Pasar" class="wp-image-5"/><figcaption class="wp-element-caption">Pasar induk</figcaption></figure>
<!-- /wp:image -->`;
    const pulled = pull(content, pictures);
    expect(pulled.document.root.children).toMatchObject([
      { type: 'image', mediaId, alt: 'Pasar', caption: 'Pasar induk' },
    ]);
    expect(canonicalMarkup(push(pulled, pictures))).toBe(canonicalMarkup(content));
  });

  test('the classic editor’s paragraphs are paragraphs; a shortcode or a frame among them stays as it is', () => {
    const pulled = pull(`Jakarta - Kalimat <em>pertama</em>.
Baris kedua.

<h2>Judul</h2>

[gallery ids="1,2"]

<iframe src="https://peta.test"></iframe>

Penutup.`);
    expect(types(pulled.document)).toEqual(['paragraph', 'heading', 'foreign', 'foreign', 'paragraph']);
    expect(push(pulled)).toContain(
      '\n\n[gallery ids="1,2"]\n\n<iframe src="https://peta.test"></iframe>\n\n',
    );
    expect(pulled.document.root.children[0]).toMatchObject({
      children: [
        { text: 'Jakarta - Kalimat ' },
        { text: 'pertama' },
        { text: '.' },
        { type: 'linebreak' },
        { text: 'Baris kedua.' },
      ],
    });
  });

  test('bold words are no dateline, and an only paragraph in brackets is no credit', () => {
    const bold = pull('<!-- wp:paragraph -->\n<p><strong>Penting!</strong> Isi.</p>\n<!-- /wp:paragraph -->');
    expect(bold.dateline).toBe('');
    const brackets = pull('<!-- wp:paragraph -->\n<p>(kosong)</p>\n<!-- /wp:paragraph -->');
    expect(brackets.credit).toBe('');
    expect(types(brackets.document)).toEqual(['paragraph']);
  });

  it('is the same when it was published from here, pulled, and published again', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const pictures = documentImages(document)
          .filter(({ mediaId: id }) => id !== '')
          .map((one, index) => ({
            id: index + 1,
            url: `https://situs.test/${index}.jpg`,
            shown: shownAs(one),
          }));
        const first = documentToWordPressBlocks(publishable(document), {
          origin,
          image: (picture) => pictures.find(({ shown }) => shown === shownAs(picture)) ?? null,
          relatedStory: (id) => `https://situs.test/${id}`,
          marker: 'redaksi-1',
        });
        expect(canonicalMarkup(push(pull(first, pictures), pictures))).toBe(canonicalMarkup(first));
      }),
      { numRuns: 300 },
    );
  });

  it('any content at all comes back with nothing missing, and never throws', () => {
    const fragment = fc.constantFrom(
      '<!-- wp:paragraph -->',
      '<!-- /wp:paragraph -->',
      '<!-- wp:group {"a":1} -->',
      '<!-- /wp:group -->',
      '<!-- wp:more /-->',
      '<!-- wp:x {bad} -->',
      '<p>',
      '</p>',
      '<b>',
      'kata ',
      '\n\n',
      '<script>',
      '[kode]',
      '<!--',
      '-->',
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 20 }), (parts) => {
        const content = parts.join('');
        expect(
          splitMarkup(content)
            .map((piece) => (piece.kind === 'block' ? piece.block.source : piece.source))
            .join(''),
        ).toBe(content);
        expect(() => push(pull(content))).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});
