import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from './arbitrary-document.ts';
import { buildDocument, foreign, image, paragraph, text } from './build.ts';
import { documentSchema, readStoredDocument, VOCABULARY_VERSION } from './vocabulary.ts';
import { blockText, isEmptyDocument } from './walk.ts';

const mediaId = 'a'.repeat(64);

/** A document as another version stored it: only JSON is known of it. */
function stored(vocabulary: number, children: unknown[]): Parameters<typeof documentSchema.parse>[0] {
  const plain = paragraph([text('Presiden tiba.')]);
  return { vocabulary, root: { type: 'root', children: [plain, ...children], version: 1 } };
}

function blocksOf(vocabulary: number, children: unknown[]) {
  return documentSchema.parse(stored(vocabulary, children)).root.children;
}

describe('documents of version 1', () => {
  const picture = {
    ...{ type: 'image', mediaId, sourceUrl: '', alt: 'Dua orang', caption: 'K', credit: 'C' },
    ...{ width: 8, height: 6, version: 1 },
  };

  it('come to this version, their pictures cropped around the middle', () => {
    const document = documentSchema.parse(stored(1, [picture]));
    expect(document.vocabulary).toBe(VOCABULARY_VERSION);
    expect(document.root.children[1]).toEqual(
      image(mediaId, { alt: 'Dua orang', caption: 'K', credit: 'C', width: 8, height: 6 }),
    );
  });

  it('are migrated when they are read from where they were stored', () => {
    const read = readStoredDocument(stored(1, [picture]));
    expect(read).toEqual(documentSchema.parse(stored(1, [picture])));
  });
});

describe('what this version does not know', () => {
  const poll = { type: 'poll', question: 'Siapa?', children: [{ type: 'text', text: 'Ani' }], version: 1 };

  it('is kept verbatim, told by its words, and no empty document', () => {
    const blocks = blocksOf(VOCABULARY_VERSION + 1, [poll]);
    expect(blocks[0]).toMatchObject({ type: 'paragraph' });
    expect(blocks[1]).toEqual(foreign('unknown', JSON.stringify(poll), String(VOCABULARY_VERSION + 1)));
    expect(blocks[1] && blockText(blocks[1])).toBe('Ani');
    expect(isEmptyDocument(buildDocument(blocks.slice(1)))).toBe(false);
  });

  it.each<[string, number, object]>([
    ['a node of a type nobody has heard of, whatever the version says', VOCABULARY_VERSION, poll],
    [
      'a node inside a paragraph',
      VOCABULARY_VERSION + 1,
      { ...paragraph([]), children: [text('Halo '), { type: 'mention', name: 'Ani' }] },
    ],
    ['a property of a known node', VOCABULARY_VERSION + 1, { ...image(mediaId), depth: 3 }],
    ['a value of a known property', VOCABULARY_VERSION + 1, { ...image(mediaId), ratio: '21:9' }],
    ['a changed shape', VOCABULARY_VERSION + 1, { type: 'heading', level: 2, children: [] }],
    ['a node of an older version that was never there', 1, poll],
  ])('keeps %s', (_, version, block) => {
    const [, kept] = blocksOf(version, [block]);
    expect(kept).toEqual(foreign('unknown', JSON.stringify(block), String(version)));
  });

  it('goes through reading and saving as often as one likes', () => {
    const once = documentSchema.parse(stored(99, [poll]));
    expect(documentSchema.parse(once)).toEqual(once);
    expect(documentSchema.parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
  });

  it('is opened again by the version that knows it, migrated from the one it was written in', () => {
    const picture = { type: 'image', mediaId, sourceUrl: '', alt: 'x', caption: '', credit: '', version: 1 };
    const kept = foreign('unknown', JSON.stringify(picture), '1');
    expect(blocksOf(VOCABULARY_VERSION, [kept])[1]).toEqual(image(mediaId, { alt: 'x' }));
  });

  it.each([
    ['JSON that is none', foreign('unknown', '{"type":', '1')],
    ['a block that is still unknown', foreign('unknown', JSON.stringify(poll), '1')],
    ['a version that is still to come', foreign('unknown', JSON.stringify(image(mediaId)), '99')],
    ['an origin that is no version', foreign('unknown', JSON.stringify(image(mediaId)), 'x')],
    ['a block of another kind', foreign('wordpress-blocks', JSON.stringify(image(mediaId)), '1')],
  ])('stays closed: %s', (_, kept) => {
    expect(blocksOf(VOCABULARY_VERSION, [kept])[1]).toEqual(kept);
  });
});

describe('any document', () => {
  it('of this version comes back as it is, also through a version that says it is newer', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(documentSchema.parse(document)).toEqual(document);
        const newer = { ...document, vocabulary: VOCABULARY_VERSION + 1 };
        expect(documentSchema.parse(newer as unknown as typeof document)).toEqual(document);
      }),
    );
  });

  it('of any JSON is refused or kept whole', () => {
    const node = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(node), fc.integer({ min: 1, max: 9 }), (children, version) => {
        const result = documentSchema.safeParse(stored(version, children));
        if (version > VOCABULARY_VERSION) expect(result.success).toBe(true);
        if (result.success) {
          for (const [index, child] of children.entries()) {
            const raw = JSON.stringify(child);
            expect(result.data.root.children[index + 1]).toMatchObject({ kind: 'unknown', raw });
          }
        }
      }),
    );
  });

  it.each([
    { vocabulary: 2 },
    { vocabulary: 1.5, root: { type: 'root', children: [] } },
    { vocabulary: 'x', root: { type: 'root', children: [] } },
    { root: { type: 'root', children: {} } },
    { root: { type: 'root', children: [{ type: 'heading', tag: 'h9', children: [] }] } },
  ])('that is none is refused: %j', (value) => {
    expect(documentSchema.safeParse(value).success).toBe(false);
  });
});
