import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleFieldsSchema, type ArticleFields } from '../contract/articles.ts';
import { arbitraryDocument } from './arbitrary-document.ts';
import { buildDocument, heading, image, paragraph, text } from './build.ts';
import { compareCopies, type ComparedRow } from './compare.ts';
import { TEXT_FORMAT, type ArticleDocument, type BlockNode } from './vocabulary.ts';
import { blockText } from './walk.ts';

const fields = (some: Partial<ArticleFields> = {}) => articleFieldsSchema.parse(some);
const story = (...blocks: (string | BlockNode)[]) =>
  buildDocument(blocks.map((block) => (typeof block === 'string' ? paragraph([text(block)]) : block)));
const compare = (before: ArticleDocument, after: ArticleDocument) =>
  compareCopies({ fields: fields(), document: before }, { fields: fields(), document: after });

/** `[-out-]` and `{+in+}`, a figure with `#`, a name with `@`. */
function shown({ kind, pieces }: ComparedRow): string {
  const words = pieces.map(({ text: words, change, fact }) => {
    const sign = fact === null ? '' : fact === 'figure' ? '#' : '@';
    if (change === 'same') return words;
    return change === 'removed' ? `[-${sign}${words}-]` : `{+${sign}${words}+}`;
  });
  return `${kind}: ${words.join('')}`;
}

const fire = 'Kebakaran melanda gudang tekstil di Kabupaten Bandung pada Jumat malam.';
const cause = 'Polisi masih menyelidiki penyebabnya dan memeriksa lima orang saksi.';
const loss = 'Kerugian ditaksir Rp1,16 triliun menurut kepala dinas setempat.';

describe('comparing two copies', () => {
  test('shows words that came and went in one text, changed figures as such', () => {
    const rows = compare(
      story(fire, loss),
      story(fire, loss.replace('Rp1,16', 'Rp2').replace('kepala ', '')),
    );
    expect(rows.map(shown)).toEqual([
      `same: ${fire}`,
      'changed: Kerugian ditaksir [-#Rp1,16 -]{+#Rp2 +}triliun menurut [-kepala -]dinas setempat.',
    ]);
  });

  test('shows changed names as such, and no first word of a sentence', () => {
    const rows = compare(
      story('Menteri Budi Santoso (Golkar) hadir. Semua setuju, kata "Rina".'),
      story('Menteri Budi Hartono (PKB) hadir. Banyak setuju, kata "Rini".'),
    );
    expect(rows.map(shown)).toEqual([
      'changed: Menteri Budi [-@Santoso (Golkar) -]{+@Hartono (PKB) +}hadir. [-Semua -]{+Banyak +}setuju, kata [-@"Rina".-]{+@"Rini".+}',
    ]);
  });

  test('tells a moved paragraph at both its places, with what changed on the way', () => {
    const rows = compare(story(fire, cause, loss), story(cause, loss, fire.replace('Jumat', 'Sabtu')));
    expect(rows.map(({ kind, move }) => [kind, move])).toEqual([
      ['moved-from', 1],
      ['same', null],
      ['same', null],
      ['moved-to', 1],
    ]);
    expect(shown(rows.at(-1)!)).toContain('[-Jumat -]{+Sabtu +}');
  });

  test('tells paragraphs that came and went, and words that were only set otherwise', () => {
    expect(compare(story(fire, cause), story(fire, loss)).map(({ kind }) => kind)).toEqual([
      'same',
      'removed',
      'inserted',
    ]);
    const bold = paragraph([text(fire, TEXT_FORMAT.bold)]);
    expect(compare(story(fire), story(bold)).map(({ kind }) => kind)).toEqual(['restyled']);
    expect(compare(story(heading('h2', [text('Api')])), story(heading('h3', [text('Api')])))).toMatchObject([
      { kind: 'restyled', role: 'heading' },
    ]);
  });

  test('takes no notice of what Lexical notes for itself', () => {
    const { textFormat: _format, ...rest } = { ...paragraph([text(fire)]), direction: 'ltr' as const };
    expect(compare(story(fire), story({ textFormat: 1, ...rest })).map(({ kind }) => kind)).toEqual(['same']);
  });

  test('sees a picture exchanged for another with the same caption', () => {
    const one = image('aa'.repeat(32), { caption: 'Gudang terbakar' });
    const rows = compare(story(one), story({ ...one, mediaId: 'bb'.repeat(32) }));
    expect(rows).toMatchObject([{ kind: 'restyled', role: 'image' }]);
  });

  test('compares the fields around the body, those that are not read only where they differ', () => {
    const rows = compareCopies(
      { fields: fields({ headline: 'Api', dek: 'Dua tewas', tags: ['api'] }), document: story('') },
      {
        fields: fields({ headline: 'Api', dek: 'Tiga tewas', tags: ['api', 'gudang'] }),
        document: story(''),
      },
    );
    expect(rows.map((row) => [row.role, shown(row)])).toEqual([
      ['headline', 'same: Api'],
      ['dek', 'changed: [-Dua -]{+Tiga +}tewas'],
      ['tags', 'changed: [-api-]{+api, gudang+}'],
    ]);
  });

  test('a long article rewritten from end to end is compared', () => {
    const many = (word: string) =>
      story(...Array.from({ length: 400 }, (_, at) => `${word} ${at} `.repeat(13).trim()));
    const rows = compare(many('lama'), many('baru'));
    expect(rows.map(({ kind }) => kind)).toEqual(Array.from({ length: 400 }, () => 'changed'));
  });

  test('whatever the documents: each side’s words are all in the flowing text', () => {
    const squeezed = (value: string) => value.replaceAll(/\s+/g, '');
    const words = (document: ArticleDocument) =>
      document.root.children.map((block) => squeezed(blockText(block)));
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (before, after) => {
        const rows = compare(before, after);
        const side = (without: 'inserted' | 'removed', place: ComparedRow['kind']) =>
          rows
            .filter(({ kind }) => kind !== place)
            .map(({ pieces }) =>
              squeezed(
                pieces
                  .filter(({ change }) => change !== without)
                  .map((piece) => piece.text)
                  .join(''),
              ),
            );
        const filled = (list: string[]) => list.filter((value) => value !== '');
        expect(filled(side('removed', 'moved-from'))).toEqual(filled(words(after)));
        expect(filled(side('inserted', 'moved-to'))).toEqual(filled(words(before)));
        expect(compare(after, after).every(({ kind }) => kind === 'same')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
