import { expect, test } from 'vitest';
import { segmentsOfBlock } from '../checks/segments.ts';
import type { CheckedBlock, Segment } from '../contract/checks.ts';
import { quote, text as wordsOfBlock } from '../document/build.ts';
import { createFidelity } from './fidelity.ts';
import type { SourceInput } from './source-copy.ts';

const wire: SourceInput = {
  sourceId: 'wire',
  name: 'Ant',
  headline: 'Bendungan mulai diisi',
  text: [
    'Kupang (ANTARA) - Bendungan Sukaraya mulai diisi pada Senin (16/11) setelah 1.240 keluarga dipindahkan.',
    '“Pintu air kami tutup bertahap,” kata kepala balai wilayah sungai.',
    'Ketua kelompok tani meminta jadwal dipasang. “Kami sudah tiga kali gagal panen,” ucapnya.',
  ].join('\n'),
  standing: 'usable',
  time: { at: Date.parse('2026-11-16T10:00:00+07:00'), offsetMinutes: 420 },
};

function codesOf(text: string, ...sources: SourceInput[]): string[] {
  const block: CheckedBlock = {
    id: '0',
    segments: [{ kind: 'text', text, italics: [], links: [], path: [], property: null, about: '' }],
  };
  return createFidelity(sources)
    .check([block])
    .flatMap(({ findings }) => findings.map(({ code, text: words }) => `${code}: ${words}`));
}

test('a quotation that is cut, begun small, marked straight or explained in brackets is the source’s', () => {
  expect(codesOf('"pintu air [di hilir] kami tutup", kata kepala balai.', wire)).toEqual([]);
  expect(codesOf('“Pintu air kami buka bertahap,” kata kepala balai.', wire)).toEqual([
    'quote-altered: Pintu air kami buka bertahap',
  ]);
});

test('words of the copy that nobody said there are no quotation', () => {
  expect(codesOf('“Bendungan Sukaraya mulai diisi pada Senin,” kata bupati.', wire)).toEqual([
    'quote-not-direct: Bendungan Sukaraya mulai diisi pada Senin,',
  ]);
});

test('what somebody said is not given to another', () => {
  expect(codesOf('“Kami sudah tiga kali gagal panen,” kata kepala balai wilayah sungai.', wire)).toEqual([
    'speaker-other: Kami sudah tiga kali gagal panen,',
  ]);
});

test('who speaks may stand in a paragraph before, ours or the source’s', () => {
  const block = (text: string, before: string): CheckedBlock => ({
    id: '0',
    segments: [{ kind: 'text', text, italics: [], links: [], path: [], property: null, about: '' }],
    before,
  });
  const codes = (...blocks: CheckedBlock[]): string[] =>
    createFidelity([wire])
      .check(blocks)
      .flatMap(({ findings }) => findings.map(({ code }) => code));
  const quotation = '“Kami sudah tiga kali gagal panen,” katanya.';
  expect(codes(block(quotation, 'Ketua kelompok tani menemui bupati.\nHujan belum turun.'))).toEqual([]);
  expect(codes(block(quotation, 'Ketua kelompok tani pulang.\nKepala balai mengatakan air cukup.'))).toEqual([
    'speaker-other',
  ]);
  // Nobody is named there: nothing can be said of it.
  expect(codes(block(quotation, 'Hujan belum turun.'))).toEqual([]);
  expect(codes(block('“Kami sudah tiga kali gagal panen.”', 'Kepala balai mengatakan air cukup.'))).toEqual(
    [],
  );

  const parted: SourceInput = {
    ...wire,
    text: 'Ketua kelompok tani meminta jadwal dipasang.\n“Kami sudah tiga kali gagal panen,” ucapnya.',
  };
  expect(codesOf('“Kami sudah tiga kali gagal panen,” kata ketua kelompok tani.', parted)).toEqual([]);
  expect(codesOf('“Kami sudah tiga kali gagal panen,” kata bupati.', parted)).toEqual([
    'speaker-other: Kami sudah tiga kali gagal panen,',
  ]);
});

test('a pull quote is a quotation where it says whose, or has marks; else only what is nearly one is told', () => {
  const pullQuote = (words: string, attribution: string): string[] => {
    const segment = (text: string, property: string | null): Segment => ({
      kind: property === null ? 'text' : 'label',
      text,
      italics: [],
      links: [],
      path: [],
      property,
      about: '',
    });
    return createFidelity([wire])
      .check([{ id: '0', segments: [segment(words, null), segment(attribution, 'attribution')] }])
      .flatMap(({ findings }) => findings.map(({ code }) => code));
  };
  expect(pullQuote('Pintu air kami tutup bertahap', 'Kepala balai')).toEqual([]);
  expect(pullQuote('Pintu air kami buka bertahap', '')).toEqual(['quote-altered']);
  expect(pullQuote('Pintu air kami tutup bertahap', 'Ketua kelompok tani')).toEqual(['speaker-other']);
  expect(pullQuote('Bendungan Sukaraya mulai diisi pada Senin', '')).toEqual([]);
  expect(pullQuote('“Bendungan Sukaraya mulai diisi pada Senin”', '')).toEqual(['quote-not-direct']);
});

test('a block quote is a quotation where it or the paragraph before says whose; else only what is nearly one is told', () => {
  const codes = (words: string, before = '', source = wire, signature = ''): string[] =>
    createFidelity([source])
      .check([{ id: '0', segments: segmentsOfBlock(quote([wordsOfBlock(words)])), before, signature }])
      .flatMap(({ findings }) => findings.map(({ code }) => code));
  const farmers = 'Ketua kelompok tani meminta jadwal dipasang.';
  expect(codes('Pintu air kami tutup bertahap.\n— Kepala balai wilayah sungai')).toEqual([]);
  expect(codes('Pintu air kami buka bertahap.')).toEqual(['quote-altered']);
  expect(codes('Pintu air kami tutup bertahap, kata ketua kelompok tani.')).toEqual(['speaker-other']);
  expect(codes('Kami sudah tiga kali gagal panen.', farmers)).toEqual([]);
  expect(codes('Kami sudah tiga kali gagal panen.', 'Bupati menjawab wartawan:')).toEqual(['speaker-other']);
  expect(codes('Air akan kami bagi rata ke semua desa.', farmers)).toEqual(['quote-unknown']);
  expect(codes('Air akan kami bagi rata ke semua desa.', 'Hujan belum turun.')).toEqual([]);
  expect(codes('Bendungan Sukaraya mulai diisi pada Senin.\n— Bupati')).toEqual(['quote-not-direct']);
  expect(codes('Bendungan Sukaraya mulai diisi pada Senin.')).toEqual([]);

  // Who says it may stand in the paragraph below.
  const said = 'Pintu air kami tutup bertahap.';
  expect(codes(said, '', wire, '— Kepala balai wilayah sungai')).toEqual([]);
  expect(codes(said, '', wire, '— Ketua kelompok tani')).toEqual(['speaker-other']);
  expect(codes('Air akan kami bagi rata ke semua desa.', '', wire, '— Bupati')).toEqual(['quote-unknown']);

  // A source may quote that way too.
  const lines = [farmers, 'Kami sudah tiga kali gagal panen.'];
  const quoting = { ...wire, text: lines.join('\n'), blockQuotes: lines.slice(1) };
  expect(codes('Kami sudah tiga kali gagal panen.', farmers, quoting)).toEqual([]);
  expect(codes('Kami sudah empat kali gagal panen.', farmers, quoting)).toEqual(['quote-altered']);
  expect(codes('Kami sudah tiga kali gagal panen.\n— Bupati', '', quoting)).toEqual(['speaker-other']);

  const signing = ['Kami sudah tiga kali gagal panen.', '— Ketua kelompok tani, Rahman'];
  const signed = { ...wire, text: signing.join('\n'), blockQuotes: signing };
  const inMarks = { ...wire, text: `“${signing[0]}”\n${signing[1]}` };
  for (const source of [signed, inMarks]) {
    expect(codes(signing.join('\n'), '', source)).toEqual([]);
    expect(codes('Kami sudah tiga kali gagal panen.\n— Bupati', '', source)).toEqual(['speaker-other']);
  }
});

test('names, titles, days and what is denied are the source’s; each finding has its words and a way to mend it', () => {
  const source: SourceInput = {
    ...wire,
    text: [
      'Bendungan Sukaraya mulai diisi pada Senin (16/11) di hadapan Direktur Operasi Rahmawati.',
      'Pemerintah tidak mengubah harga pembelian gabah petani di sekitar waduk itu.',
      'Warga di hilir boleh menangkap ikan sampai akhir tahun depan.',
    ].join('\n'),
  };
  const told = (text: string) =>
    createFidelity([source])
      .check([
        {
          id: '0',
          segments: [{ kind: 'text', text, italics: [], links: [], path: [], property: null, about: '' }],
        },
      ])
      .flatMap(({ findings }) =>
        findings.map(({ code, text: ours, fixes, evidence }) => [
          code,
          ours,
          fixes.map((fix) => (fix.kind === 'replace' ? fix.text : fix.kind)).join(),
          evidence?.source?.sentence.slice(0, 20) ?? '',
        ]),
      );
  expect(told('Bendungan Sukarya mulai diisi di hadapan Direktur Operasi Rahmawati.')).toEqual([
    ['name-spelled', 'Sukarya', 'Sukaraya', 'Bendungan Sukaraya m'],
  ]);
  expect(told('Bendungan Sukaraya mulai diisi di hadapan Manajer Operasi Rahmawati.')).toEqual([
    ['title-differs', 'Manajer Operasi Rahmawati', 'Direktur Operasi Rahmawati', 'Bendungan Sukaraya m'],
  ]);
  expect(told('Bendungan Sukaraya mulai diisi pada Selasa (17/11).').map(([code]) => code)).toEqual([
    'date-differs',
    'date-differs',
  ]);
  expect(told('Pemerintah mengubah harga pembelian gabah petani di sekitar waduk itu.')).toEqual([
    ['negation-lost', 'Pemerintah mengubah', 'Pemerintah tidak mengubah', 'Pemerintah tidak men'],
  ]);
  expect(told('Warga di hilir tidak boleh menangkap ikan sampai akhir tahun depan.')).toEqual([
    ['negation-added', 'tidak boleh menangkap', 'boleh menangkap', 'Warga di hilir boleh'],
  ]);
  // In other words it is no change.
  expect(told('Harga pembelian gabah petani di sekitar waduk itu tetap.')).toEqual([]);
});

test('money, shares and measures are the same however they are written', () => {
  const source = {
    ...wire,
    text: 'Bendungan senilai Rp1,16 triliun itu mengairi 6.800 hektare sawah dan memanjang 3,2 kilometer, 12,5 persen lebih dari rencana 27 April.',
  };
  for (const same of ['Rp1.160 miliar', 'Rp1,16 T', '1,16 triliun rupiah'])
    expect(
      codesOf(`Bendungan senilai ${same} itu memanjang 3.200 meter, 12,5% lebih (27/4).`, source),
    ).toEqual([]);
  expect(codesOf('Bendungan senilai Rp1,16 miliar itu mengairi 6.800 hektare sawah.', source)).toEqual([
    'figure-differs: Rp1,16 miliar',
  ]);
  expect(codesOf('Bendungan itu mengairi 6.800 kilometer persegi sawah.', source)).toEqual([
    'figure-differs: 6.800 kilometer persegi',
  ]);
  expect(codesOf('Bendungan itu memanjang 3,2 kilometer, 15 persen lebih dari rencana.', source)).toEqual([
    'figure-differs: 15 persen',
  ]);
});

test('what only a withheld source says is told as that alone', () => {
  const withheld: SourceInput = {
    ...wire,
    sourceId: 'withheld',
    standing: 'withheld',
    text: 'Biaya bendungan membengkak menjadi Rp2,4 triliun menurut dokumen yang beredar.',
  };
  const claim = 'Biaya bendungan membengkak menjadi Rp2,4 triliun menurut dokumen yang beredar.';
  expect(codesOf(claim, wire, withheld)).toEqual([`claim-withdrawn: ${claim}`]);
  expect(codesOf(claim, wire, { ...withheld, standing: 'usable' })).toEqual([]);
});

test('of a source in another language figures and names are compared, quotations marked as translated', () => {
  const english: SourceInput = {
    ...wire,
    text: 'The dam was filled after 1,240 families moved, and the head of the agency said "the gates will close in stages".',
  };
  expect(
    codesOf('Sebanyak 1.240 keluarga pindah. “Pintu akan ditutup bertahap,” kata kepala badan itu.', english),
  ).toEqual(['quote-translated: Pintu akan ditutup bertahap,']);
  expect(codesOf('Sebanyak 1.420 keluarga dari desa itu pindah.', english)).toEqual([
    'figure-unknown: 1.420',
  ]);
});
