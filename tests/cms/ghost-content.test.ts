/** What Ghost makes of each kind of block, on a real Ghost: nothing of a story is missing from the page readers get. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { failure } from '../../electron/core/publishing/testing-target.ts';
import { readHtml } from '../../shared/conversion/html-tokens.ts';
import { arbitraryDocument } from '../../shared/document/arbitrary-document.ts';
import {
  buildDocument,
  embed,
  gallery,
  image,
  paragraph,
  picture,
  text,
} from '../../shared/document/build.ts';
import { embedOfAddress } from '../../shared/document/embeds.ts';
import type { ArticleDocument, BlockNode } from '../../shared/document/vocabulary.ts';
import { blockText } from '../../shared/document/walk.ts';
import { asking, editThere, named, openGhost, place, postAt, target } from './ghost-at-site.ts';
import { page } from './rest.ts';
import { article, everyNode, fields, pictureId, story } from './story.ts';

openGhost();

/** A request for an article of its own with this body. */
function holding(marker: string, headline: string, document: ArticleDocument) {
  const asked = asking(marker, headline);
  return { ...asked, article: article({ ...asked.article, document }) };
}

/** One of each place things are embedded from. */
const everyEmbed = [
  'https://x.com/jokowi/status/989771234567890',
  'https://www.instagram.com/p/Bh4mK2_nQ1z/',
  'https://www.tiktok.com/@seruji/video/7012345678901234567',
  'https://www.facebook.com/seruji/posts/1234567890',
  'https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk',
  'https://www.openstreetmap.org/#map=12/-6.2/106.8',
].flatMap((address) => {
  const known = embedOfAddress(address);
  return known === null ? [] : [embed(known, `Dari ${known.provider}`, `Keterangan ${known.provider}`)];
});

/** What readers get of each kind of block of `everyNode`, beside its words. */
const asGhostShows: Readonly<Record<Exclude<BlockNode['type'], 'foreign'>, readonly string[]>> = {
  paragraph: [
    // Ghost tells other sites where its readers come from, and knows no titles of links.
    '<a href="https://asean.org/?a=1&b=2&ref=127.0.0.1"><strong>laman</strong></a>',
    'H<sub>2</sub>O, m<sup>2</sup>',
    '<code>kode</code> dan <s>dicoret</s><br>',
    '<em><u>&lt;b&gt;bukan tanda&lt;/b&gt;',
  ],
  heading: ['<h3 id="anak-judul">Anak judul</h3>'],
  quote: ['<blockquote>Kutipan biasa.</blockquote>'],
  pullquote: ['<blockquote class="kg-blockquote-alt">Kutipan yang diangkat.<br>— Presiden</blockquote>'],
  list: ['<ol start="3"><li>satu<ul><li>anak</li></ul></li><li>dua</li></ol>'],
  image: ['kg-image-card', 'alt="A &quot;B&quot; &amp; <C>"', '(ANTARA FOTO)</figcaption>'],
  horizontalrule: ['<hr>'],
  gallery: ['kg-gallery-card', 'alt="satu"'],
  embed: ['youtube-nocookie.com/embed/dQw4w9WgXcQ', 'open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk'],
  relatedstory: ['kg-bookmark-card', 'href="https://situs.test/cabai/?a=1&b=2&ref=127.0.0.1"'],
  sourcenote: ['<p class="source-note">Sumber: BPS, diolah.</p>'],
  readmore: ['<!--more-->'],
  factbox: ['class="fact-box"', '<p class="fact-box-title">Fakta &amp; angka</p>'],
  table: [
    '<col class="share-60" style="width:60%">',
    '<th scope="col">Kota</th>',
    '<th scope="row">Jakarta</th><td>Rp1,16 juta &amp; naik</td>',
    '<figcaption>Harga &amp; kota</figcaption>',
  ],
};

/** The lines of a document's blocks that a page does not show, white space aside. */
function wordsMissing(html: string, document: ArticleDocument): string[] {
  let shown = '';
  readHtml(html, { open() {}, close() {}, text: (words) => (shown += words.replace(/\s+/g, '')) });
  return document.root.children
    .flatMap((block) => blockText(block).split(/[\n\t]+/))
    .filter((line) => !shown.includes(line.replace(/\s+/g, '')));
}

/** A block with its pictures at hand; none where there is nothing of it that a reader could be shown. */
function canBeShown(block: BlockNode): BlockNode[] {
  if (block.type === 'foreign') return [];
  if (block.type === 'relatedstory') return block.url === '' || block.headline.trim() === '' ? [] : [block];
  if (block.type === 'image') return [{ ...block, mediaId: pictureId }];
  if (block.type !== 'gallery') return [block];
  return [{ ...block, pictures: block.pictures.map((one) => ({ ...one, mediaId: pictureId })) }];
}

describe('what a story holds', () => {
  test('of every kind of block is on the page, and is read back as the same document', async () => {
    const { configuration, given } = place();
    const { foreign: _elsewhere, ...nodes } = everyNode;
    const document = buildDocument([paragraph([text('Pembuka.')]), ...Object.values(nodes), ...everyEmbed]);
    const { post, differences } = await target.publish(
      configuration,
      holding('redaksi-nodes', 'Segala jenis blok', document),
      given,
    );
    expect(differences).toEqual([]);
    const { html } = await page(post.url ?? '');
    expect(wordsMissing(html, document)).toEqual([]);
    for (const [type, markup] of Object.entries(asGhostShows)) {
      expect(
        markup.filter((one) => !html.includes(one)),
        type,
      ).toEqual([]);
    }
    const standing = await target.read?.(configuration, post.remoteId, given);
    expect(standing?.content.document).toEqual(document);
    expect(standing?.content).toMatchObject({ dateline: fields.dateline, credit: fields.credit });
  });

  test('of another place’s own making is left out, told, and takes nothing with it', async () => {
    const { configuration, given } = place();
    const document = buildDocument([everyNode.foreign, everyNode.paragraph, everyNode.factbox]);
    const { post, differences } = await target.publish(
      configuration,
      holding('redaksi-foreign', 'Blok dari tempat lain', document),
      given,
    );
    expect(differences).toEqual([{ field: 'foreign-block', meant: 'Bait dua', found: '' }]);
    const { html } = await page(post.url ?? '');
    expect(wordsMissing(html, buildDocument([everyNode.paragraph, everyNode.factbox]))).toEqual([]);
  });

  test('is on the page whatever it is: generated documents', async () => {
    const { configuration, given } = place();
    const documents = fc
      .sample(arbitraryDocument, { numRuns: 40, seed: 8 })
      .map(({ root }) => buildDocument(root.children.flatMap(canBeShown)));
    for (const [index, document] of documents.entries()) {
      const { post, differences } = await target.publish(
        configuration,
        holding(`redaksi-any-${index}`, `Apa saja ${index}`, document),
        given,
      );
      expect({ document, differences }).toEqual({ document, differences: [] });
      const { html } = await page(post.url ?? '');
      expect({ document, missing: wordsMissing(html, document) }).toEqual({ document, missing: [] });
    }
  });

  test('that opens with a picture has it at the head of the post and nowhere else', async () => {
    const { configuration, given } = place();
    const opening = image(pictureId, { alt: 'Suasana', caption: 'Suasana rapat.', credit: '(ANTARA)' });
    const document = buildDocument([opening, paragraph([text('Isinya.')])]);
    const published = await target.publish(
      configuration,
      holding('redaksi-head', 'Dibuka gambar', document),
      given,
    );
    expect(published.differences).toEqual([]);
    const post = await postAt(published.post.remoteId);
    expect(post).toMatchObject({
      feature_image_alt: 'Suasana',
      feature_image_caption: 'Suasana rapat. (ANTARA)',
    });
    expect(post.lexical).not.toContain('"type":"image"');
    const standing = await target.read?.(configuration, published.post.remoteId, given);
    expect(standing?.content.document).toEqual(document);
  });

  test('with ten pictures in one gallery goes into two of Ghost’s, and comes back as one', async () => {
    const { configuration, given } = place();
    const many = gallery(
      Array.from({ length: 10 }, (_, index) => picture(pictureId, { alt: `${index}` })),
      'Sepuluh gambar',
    );
    const document = buildDocument([paragraph([text('Satu.')]), many]);
    const { post, differences } = await target.publish(
      configuration,
      holding('redaksi-many', 'Sepuluh gambar', document),
      given,
    );
    expect(differences).toEqual([]);
    expect((await target.read?.(configuration, post.remoteId, given))?.content.document).toEqual(document);
  });

  test('too long for Ghost is refused before anything is sent', async () => {
    const { configuration, given } = place();
    const long = (part: object) =>
      asking('redaksi-long', 'x', { article: article({ fields: { ...fields, ...part } }) });
    const headline = await failure(target.publish(configuration, long({ headline: 'x'.repeat(256) }), given));
    expect(headline).toMatchObject({ code: 'headline-too-long', retryable: false });
    const dek = await failure(target.publish(configuration, long({ dek: 'é'.repeat(301) }), given));
    expect(dek).toMatchObject({ code: 'dek-too-long' });
    const fits = await target.publish(
      configuration,
      asking('redaksi-fits', 'Pas', {
        article: article({
          fields: { ...fields, headline: 'é'.repeat(255), dek: 'é'.repeat(300) },
          slug: 'pas',
        }),
      }),
      given,
    );
    expect(fits.differences).toEqual([]);
  });

  test('a node Ghost does not know is told, since its page stops there', async () => {
    const { configuration, given } = place();
    const first = await target.publish(configuration, asking('redaksi-u1', 'Simpul asing'), given);
    const { lexical } = await postAt(first.post.remoteId);
    const body = z
      .object({ root: z.looseObject({ children: z.array(z.unknown()) }) })
      .parse(JSON.parse(lexical ?? ''));
    body.root.children.splice(1, 0, { type: 'table', version: 1, children: [] });
    await editThere(first.post.remoteId, { lexical: JSON.stringify(body) });
    const standing = await target.read?.(configuration, first.post.remoteId, given);
    const kept = standing?.content.document.root.children.filter(({ type }) => type === 'foreign');
    expect(kept).toMatchObject([{ kind: 'ghost-lexical', origin: 'situs' }]);
    const again = await target.publish(
      configuration,
      asking('redaksi-u2', 'Simpul asing', {
        existing: standing?.post ?? null,
        article: article({
          fields: named('Simpul asing'),
          slug: 'simpul-asing',
          document: standing?.content.document ?? story(),
        }),
      }),
      given,
    );
    expect(again.differences.map(({ field }) => field)).toEqual(['body']);
  });
});
