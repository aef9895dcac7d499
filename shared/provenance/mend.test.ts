import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDocument, heading, paragraph, text } from '../document/build.ts';
import { TEXT_FORMAT } from '../document/vocabulary.ts';
import { blockText, documentText } from '../document/walk.ts';
import { findMends, mendCopy, mendedSentences, plainDecisions, type MendableCopy } from './mend.ts';
import { splitSentences } from './sentences.ts';

/** A copy of paragraphs. */
function copy(...paragraphs: string[]): MendableCopy {
  return {
    fields: { headline: 'Harga cabai turun', dek: '' },
    document: buildDocument(paragraphs.map((words) => paragraph([text(words)]))),
  };
}

function sentences({ document }: MendableCopy): string[] {
  return document.root.children.flatMap((block) =>
    splitSentences(blockText(block)).map((one) => one.text.trim()),
  );
}

const price = 'Harga cabai turun menjadi Rp40.000 per kilogram.';
const corrected = 'Harga cabai turun menjadi Rp45.000 per kilogram.';
const supply = 'Pasokan dari Jember kembali normal sejak Kamis.';
const weather = 'Cuaca di Jawa Timur membaik pekan ini.';
const base = copy(`${price} ${supply}`, weather);
const theirs = copy(`${corrected} ${supply}`, weather);

test('what was mended is told in the order of the copy, whatever order it was decided in', () => {
  const changed = copy(`${corrected} ${supply}`, 'Cuaca di Jawa Timur memburuk pekan ini.');
  const mends = findMends(base, changed, base);
  const decidedBackwards = new Map([...plainDecisions(mends)].toReversed());
  expect(mendedSentences(mends, decidedBackwards).map(({ before }) => before)).toEqual([price, weather]);
});

describe('a correction of one sentence', () => {
  test('is taken over where ours is the source’s own sentence, wherever it stands by now', () => {
    const ours = copy(`Sari melaporkan dari pasar. ${weather}`, `${supply} ${price}`);
    const mends = findMends(base, theirs, ours);
    expect(mends).toMatchObject([
      { before: price, after: corrected, standing: 'untouched', proposed: corrected },
    ]);
    const mended = mendCopy(ours, mends, plainDecisions(mends));
    expect(documentText(mended.document)).toBe(
      `Sari melaporkan dari pasar. ${weather}\n\n${supply} ${corrected}`,
    );
  });

  test('is for a person to decide where ours says it in other words, with the figure put in', () => {
    const ours = copy('Cabai kini dijual Rp40.000 per kilogram, turun dari pekan lalu.', weather);
    const [mend, ...others] = findMends(base, theirs, ours);
    expect(others).toEqual([]);
    expect(mend).toMatchObject({
      standing: 'rewritten',
      proposed: 'Cabai kini dijual Rp45.000 per kilogram, turun dari pekan lalu.',
    });
    expect(plainDecisions([...(mend ? [mend] : [])]).size).toBe(0);
  });

  test('is no concern of ours where we say so already, or have nothing of it', () => {
    expect(findMends(base, theirs, copy(corrected))).toMatchObject([{ standing: 'already', proposed: null }]);
    expect(findMends(base, theirs, copy(weather))).toMatchObject([{ standing: 'unused', proposed: null }]);
  });

  test('leaves formats, links and pictures around it alone', () => {
    const bold = text('Tebal di depan.', TEXT_FORMAT.bold);
    const ours = {
      ...base,
      document: buildDocument([paragraph([bold, text(` ${price}`)]), heading('h2', [text('Sela')])]),
    };
    const mends = findMends(base, theirs, ours);
    const [first, second] = mendCopy(ours, mends, plainDecisions(mends)).document.root.children;
    expect(first).toMatchObject({ children: [bold, { text: ' ' }, { text: corrected, format: 0 }] });
    expect(second).toMatchObject({ type: 'heading' });
  });

  test('keeps the conversation about the words it replaces', () => {
    const noted = { ...text(price), $: { notes: ['catatan'] } };
    const ours = { ...base, document: buildDocument([paragraph([noted])]) };
    const mends = findMends(base, theirs, ours);
    expect(mendCopy(ours, mends, plainDecisions(mends)).document.root.children[0]).toMatchObject({
      children: [{ text: corrected, $: { notes: ['catatan'] } }],
    });
  });
});

describe('headline and dek', () => {
  const other = { ...theirs, fields: { headline: 'Harga cabai naik', dek: '' } };

  test('are taken over where they are the source’s, and decided where they are ours', () => {
    const taken = findMends(base, other, base);
    expect(mendCopy(base, taken, plainDecisions(taken)).fields.headline).toBe('Harga cabai naik');
    const ours = { ...base, fields: { headline: 'Cabai di Jember murah lagi', dek: '' } };
    expect(findMends(base, other, ours)[0]).toMatchObject({
      standing: 'rewritten',
      ours: 'Cabai di Jember murah lagi',
    });
  });
});

describe('sentences that come and go', () => {
  test('one that is gone goes only where somebody says so, with its paragraph where that held nothing else', () => {
    const mends = findMends(base, copy(`${price} ${supply}`), base);
    expect(mends).toMatchObject([{ before: weather, after: '', standing: 'untouched', proposed: '' }]);
    expect(mendCopy(base, mends, plainDecisions(mends)).document).toEqual(base.document);
    expect(documentText(mendCopy(base, mends, new Map([[0, '']])).document)).toBe(`${price} ${supply}`);
  });

  test('a new one comes only where somebody wants it, behind the one it follows', () => {
    const added = 'Kepala dinas mengimbau warga tidak memborong.';
    const mends = findMends(base, copy(`${price} ${added} ${supply}`, weather), base);
    expect(mends).toMatchObject([{ before: '', after: added, standing: 'unused', opensParagraph: false }]);
    expect(mendCopy(base, mends, plainDecisions(mends)).document).toEqual(base.document);
    expect(documentText(mendCopy(base, mends, new Map([[0, added]])).document)).toBe(
      `${price} ${added} ${supply}\n\n${weather}`,
    );
  });

  test('what merely moved in the source is no change', () => {
    expect(findMends(base, copy(weather, `${price} ${supply}`), base)).toEqual([]);
  });
});

/** Sentences that are told apart, with a figure each. */
const pool = Array.from(
  { length: 40 },
  (_, at) => `Warga kelurahan nomor ${at} menerima ${at + 100} paket bantuan.`,
);
const someOf = (list: readonly string[]) => fc.subarray([...list], { minLength: 1 });
const inParagraphs = (list: readonly string[], size: number) =>
  copy(
    ...Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
      list.slice(at * size, at * size + size).join(' '),
    ),
  );

describe('whatever is merged', () => {
  test('nothing of ours is lost: only sentences the source changed are other than they were', () => {
    fc.assert(
      fc.property(
        someOf(pool),
        fc.array(fc.nat({ max: 39 }), { maxLength: 8 }),
        fc.array(fc.nat({ max: 39 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        (source, changedAt, ownAt, size) => {
          const changed = new Set(changedAt.map((at) => pool[at]));
          const now = source.map((one) => (changed.has(one) ? one.replace('paket', 'karung') : one));
          const own = ownAt.map((at) => `Ketua RT ${at} berterima kasih kepada para relawan.`);
          const mine = [...own, ...source.toReversed()];
          const ours = inParagraphs(mine, size);
          const mends = findMends(inParagraphs(source, size), inParagraphs(now, size), ours);
          const mended = mendCopy(ours, mends, plainDecisions(mends));
          const told = new Set(
            mends.filter(({ standing }) => standing === 'untouched').map(({ before }) => before),
          );
          const kept = mine.filter((one) => !told.has(one));
          const result = sentences(mended);
          expect(result.filter((one) => kept.includes(one))).toEqual(kept);
          expect(mine.filter((one) => changed.has(one)).every((one) => told.has(one))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a copy nobody touched becomes the source’s new version where every change is taken', () => {
    fc.assert(
      fc.property(someOf(pool), someOf(pool), fc.integer({ min: 1, max: 4 }), (before, after, size) => {
        const [was, is] = [inParagraphs(before, size), inParagraphs(after, size)];
        const mends = findMends(was, is, was);
        const all = new Map(mends.map(({ after: words }, at) => [at, words] as const));
        expect(sentences(mendCopy(was, mends, all)).toSorted()).toEqual([...after].toSorted());
      }),
      { numRuns: 150 },
    );
  });

  test('no decision, no change', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 6 }),
        fc.array(fc.string(), { maxLength: 6 }),
        (one, other) => {
          const ours = copy(...one);
          expect(mendCopy(ours, findMends(copy(...other), ours, ours), new Map()).document).toEqual(
            ours.document,
          );
        },
      ),
    );
  });
});
