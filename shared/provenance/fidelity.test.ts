import { expect, test } from 'vitest';
import type { CheckedBlock } from '../contract/checks.ts';
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
