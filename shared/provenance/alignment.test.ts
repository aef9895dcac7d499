import { expect, test } from 'vitest';
import { alignSentences, createAligner, unusedSentences } from './alignment.ts';
import { splitSentences } from './sentences.ts';

const sentencesOf = (text: string): string[] => splitSentences(text).map((sentence) => sentence.text);

const wire = {
  sourceId: 'wire',
  sentences: sentencesOf(
    'Bendungan Sukaraya mulai diisi pada Senin (16/11) setelah 1.240 keluarga di hulu selesai dipindahkan. ' +
      'Bendungan itu menampung 52,3 juta meter kubik air dan mengairi 6.800 hektare sawah. ' +
      '“Pintu air kami tutup bertahap supaya desa di hilir tidak kekurangan air,” kata kepala balai wilayah sungai. ' +
      'Pengisian penuh diperkirakan selesai pada 27 April tahun depan.',
  ),
};

const kinds = (draft: string[]) =>
  alignSentences(draft, [wire]).map(({ kind, sources }) => [kind, sources[0]?.sentence ?? null]);

test('copy taken over, touched up, told in other words and our own are told apart', () => {
  expect(
    kinds([
      '"Pintu air kami tutup bertahap supaya desa di hilir tidak kekurangan air," kata kepala balai wilayah sungai.',
      'Bendungan Sukaraya mulai diisi Senin (16/11) sesudah 1.240 keluarga di hulu selesai dipindahkan.',
      'Sawah seluas 6.800 hektare akan diairi dari 52,3 juta meter kubik air bendungan.',
      'Rapat anggaran kota ditunda sampai pekan depan.',
    ]),
  ).toEqual([
    ['verbatim', 2],
    ['edited', 0],
    ['rewritten', 1],
    ['new', null],
  ]);
});

test('the order of sentences makes no difference', () => {
  const forward = alignSentences(wire.sentences, [wire]);
  const backward = alignSentences([...wire.sentences].reverse(), [wire]);
  expect(backward.toReversed()).toEqual(forward);
  expect(forward.map(({ sources }) => sources[0]?.sentence)).toEqual([0, 1, 2, 3]);
});

test('a sentence that was cut short still comes from the whole one', () => {
  expect(kinds(['Bendungan Sukaraya mulai diisi pada Senin (16/11).'])).toEqual([['edited', 0]]);
});

test('a sentence made of two names both', () => {
  const [alignment] = alignSentences(
    [
      'Bendungan Sukaraya mulai diisi pada Senin (16/11) dan pengisian penuh selesai pada 27 April tahun depan.',
    ],
    [wire],
  );
  expect(alignment?.sources.map(({ sentence }) => sentence).toSorted()).toEqual([0, 3]);
});

test('what several sources say names each of them', () => {
  const other = { sourceId: 'other', sentences: [wire.sentences[1] ?? ''] };
  const [alignment] = alignSentences([wire.sentences[1] ?? ''], [wire, other]);
  expect(alignment?.sources.map(({ sourceId }) => sourceId)).toEqual(['wire', 'other']);
});

test('sentences nobody used are named', () => {
  const alignments = alignSentences([wire.sentences[0] ?? '', wire.sentences[2] ?? ''], [wire]);
  expect(unusedSentences(alignments, [wire])).toEqual([{ sourceId: 'wire', sentences: [1, 3] }]);
});

test('without sources, and of sources without sentences, everything is new', () => {
  const empty = { sourceId: 'empty', sentences: ['—', '2024 ', '***'] };
  expect(alignSentences(['Harga naik.', ''], [])).toEqual([
    { kind: 'new', similarity: 0, sources: [] },
    { kind: 'new', similarity: 0, sources: [] },
  ]);
  expect(alignSentences(['Harga naik tajam.'], [empty])[0]?.kind).toBe('new');
});

test('asked again, it gives the same answers', () => {
  const aligner = createAligner([wire]);
  expect(aligner.align(wire.sentences)).toEqual(aligner.align(wire.sentences));
});
