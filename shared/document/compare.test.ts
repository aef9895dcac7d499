import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleFieldsSchema, type ArticleFields } from '../contract/articles.ts';
import { arbitraryDocument } from './arbitrary-document.ts';
import {
  buildDocument,
  embed,
  gallery,
  heading,
  image,
  link,
  list,
  paragraph,
  picture,
  table,
  text,
} from './build.ts';
import type { DetailValue } from './compare-details.ts';
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

/** How the one block became the other: the row's kind, and each detail with what it was and is. */
function told(before: BlockNode, after: BlockNode): string[] {
  const rows = compare(story(before), story(after));
  const shownValue = (value: DetailValue) => (typeof value === 'string' ? value : JSON.stringify(value));
  return rows.flatMap(({ kind, details }) => [
    kind,
    ...details.map(({ what, picture: number, link: words, values }) => {
      const name = [number, what, words].filter(Boolean).join(' ');
      return values === null ? name : `${name}: ${shownValue(values.before)} → ${shownValue(values.after)}`;
    }),
  ]);
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

  test('a changed picture, and what is said of it or shown of it, is told as such', () => {
    const one = image('aa'.repeat(32), { caption: 'Gudang terbakar', alt: 'Api' });
    expect(told(one, { ...one, mediaId: 'bb'.repeat(32) })).toEqual(['changed', 'picture']);
    expect(told(one, { ...one, alt: 'Api di atap' })).toEqual(['changed', 'alt: Api → Api di atap']);
    expect(told(one, { ...one, caption: 'Gudang tekstil terbakar' })).toEqual(['changed', 'caption']);
    expect(told(one, { ...one, credit: 'ANTARA/Rina' })).toEqual(['changed', 'credit']);
    expect(told(one, { ...one, ratio: '16:9' })).toEqual(['changed', 'crop: original → 16:9']);
    expect(told(one, { ...one, focusX: 0.25 })).toEqual([
      'changed',
      'focus: {"x":50,"y":50} → {"x":25,"y":50}',
    ]);
  });

  test('a picture without words that was exchanged is no other block, one that was fetched since the same', () => {
    const bare = image('aa'.repeat(32));
    expect(told(bare, image('bb'.repeat(32)))).toEqual(['changed', 'picture']);
    expect(told(bare, { ...bare, alt: 'Api' })).toEqual(['changed', 'alt:  → Api']);
    const elsewhere = image('', { sourceUrl: 'https://a.id/api.jpg' });
    expect(told(elsewhere, { ...elsewhere, mediaId: 'aa'.repeat(32) })).toEqual(['same']);
    const rows = compare(story(bare, fire, cause), story(fire, cause, bare));
    expect(rows.map(({ kind }) => kind)).toEqual(['moved-from', 'same', 'same', 'moved-to']);
  });

  test('pictures of a gallery are told one by one', () => {
    const [one, two, three] = ['aa', 'bb', 'cc'].map((id) => picture(id.repeat(32), { alt: `Foto ${id}` }));
    const before = gallery([one!, two!]);
    expect(told(before, gallery([{ ...one!, alt: 'Api' }, two!, three!]))).toEqual([
      'changed',
      '1 alt: Foto aa → Api',
      '3 pictureAdded:  → Foto cc',
    ]);
    expect(told(before, gallery([two!, one!]))).toEqual(['changed', 'pictureOrder']);
    expect(told(before, gallery([one!, { ...three!, alt: two!.alt }]))).toEqual(['changed', '2 picture']);
    expect(told(before, gallery([two!]))).toEqual(['changed', '1 pictureRemoved: Foto aa → ']);
  });

  test('tells where a link leads now, that one came or went, and on which words it is', () => {
    const linked = (words: string, url: string) =>
      paragraph([text('Kata '), link(url, [text(words)]), text(' itu.')]);
    const [a, b] = ['https://a.id/x', 'https://b.id/y'];
    expect(told(linked('Antara', a), linked('Antara', b))).toEqual(['changed', `link Antara: ${a} → ${b}`]);
    const plain = paragraph([text('Kata Antara itu.')]);
    expect(told(plain, linked('Antara', a))).toEqual(['changed', `link Antara:  → ${a}`]);
    expect(told(linked('Antara', a), plain)).toEqual(['changed', `link Antara: ${a} → `]);
    const wider = paragraph([link(a, [text('Kata Antara')]), text(' itu.')]);
    expect(told(linked('Antara', a), wider)).toEqual(['changed', 'linkWords: Antara → Kata Antara']);
    expect(
      told(list('bullet', [[link(a, [text('Api')])]]), list('bullet', [[link(b, [text('Api')])]])),
    ).toEqual(['changed', `link Api: ${a} → ${b}`]);
    const bold = paragraph([text('Kata '), link(b, [text('Antara', TEXT_FORMAT.bold)]), text(' itu.')]);
    expect(told(linked('Antara', a), bold)).toEqual(['changed', `link Antara: ${a} → ${b}`, 'style']);
  });

  test('tells the changed address of an embed and of a story, the widths, headers and size of a table', () => {
    const film = (id: string) => embed({ provider: 'youtube', url: `https://www.youtube.com/watch?v=${id}` });
    expect(told(film('aaaaaaaa'), film('bbbbbbbb'))).toEqual([
      'changed',
      'address: https://www.youtube.com/watch?v=aaaaaaaa → https://www.youtube.com/watch?v=bbbbbbbb',
    ]);
    const cells = [[[text('Kota')], [text('Korban')]]];
    expect(told(table(cells), table(cells, { shares: [30, 70] }))).toEqual([
      'changed',
      'columns:  → 30% : 70%',
    ]);
    expect(told(table(cells), table(cells, { headerRow: true }))).toEqual([
      'changed',
      'headers: {"row":false,"column":false} → {"row":true,"column":false}',
    ]);
    expect(told(table(cells), table([...cells, [[], []]]))).toEqual([
      'changed',
      'size: 1 × 2 → 2 × 2',
      'spacing',
    ]);
  });

  test('a note on words is no typography, and how a text was put together nothing at all', () => {
    const noted = { ...text(fire), $: { notes: ['n1'] } };
    expect(told(paragraph([text(fire)]), paragraph([noted]))).toEqual(['changed', 'notes']);
    const parts = paragraph([text(fire.slice(0, 20)), text(fire.slice(20))]);
    expect(told(paragraph([text(fire)]), parts)).toEqual(['same']);
    expect(told(paragraph([text('Rp 5')]), paragraph([text('Rp\u00a05')]))).toEqual(['changed', 'spacing']);
  });

  test('a new block without words is told by what it shows', () => {
    const url = 'https://www.youtube.com/watch?v=aaaaaaaa';
    const rows = compare(
      story(fire),
      story(
        fire,
        embed({ provider: 'youtube', url }),
        image('aa'.repeat(32), { alt: 'Api di atap' }),
        gallery([picture('bb'.repeat(32), { alt: 'Satu' }), picture('cc'.repeat(32), { alt: 'Dua' })]),
      ),
    );
    expect(rows.slice(1).map(({ kind, label }) => [kind, label])).toEqual([
      ['inserted', { provider: 'youtube', pictures: null, words: url }],
      ['inserted', { provider: null, pictures: null, words: 'Api di atap' }],
      ['inserted', { provider: null, pictures: 2, words: 'Satu · Dua' }],
    ]);
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
