import { describe, expect, test } from 'vitest';
import { applyFix } from '../../../shared/checks/found.ts';
import { isIndonesianWord } from '../../../shared/checks/indonesian-forms.ts';
import { rankSuggestions } from '../../../shared/checks/suggestions.ts';
import { segmentOf, shippedChecker, shippedLexicon, usualChoices } from './testing.ts';

const lexicon = await shippedLexicon(['seruji']);
const find = await shippedChecker({ rules: [], lexicon });

function told(text: string): string[] {
  return find(segmentOf(text)).map(({ code, text: words }) => `${code}: ${words}`);
}

describe('derived forms of ordinary copy are words', () => {
  test.each([
    'Pemerintah memberlakukan pembatasan kendaraan, memperketat pengawasan, dan menindaklanjuti laporan warga.',
    'Ketidakpastian itu menyebabkan keterlambatan; pertanggungjawabannya dipertanyakan.',
    'Anak-anak berlari-lari, kemerah-merahan wajahnya, tolong-menolong dan bersama-sama menulis surat-suratnya.',
    'Siapakah yang menyelenggarakannya? Bacalah penjelasannya, lalu sampaikanlah.',
    'Petani menyemprotkan, memupuki, mengairi, mengolah, dan memanen sawahnya.',
    'Penyelenggaraan kegiatan antardaerah pascabencana dilatarbelakangi kesepakatan nonformal.',
    'Ia dipersilakan memperkenalkan diri, diperbolehkan masuk, dan dimintai keterangan.',
  ])('%s', (text) => expect(told(text)).toEqual([]));
});

test('names, abbreviations, figures and addresses are no words of a language', () => {
  const text =
    'Menurut Prabowo Subianto, PT Krakatau di blok C-12 rugi Rp1,16 triliun (lihat https://contoh.id/xyzzy, surel tim@contoh.co.id, SERUJI.CO.ID, @seruji, #Pemilu2024, ke-32, COVID-19, WhatsApp).';
  expect(told(text)).toEqual([]);
  expect(told('Prabowo berkata. “Gibran setuju,” kata Luhut.')).toEqual([]);
});

test.each([
  ['Pemerinta menaikkan harga.', 'unknown-word: Pemerinta'],
  ['Gubernur mengatakn hal itu.', 'unknown-word: mengatakn'],
  ['Rapat membhas anggaran.', 'unknown-word: membhas'],
  ['Korban di rawat karna lukaa.', 'unknown-word: lukaa'],
  ['Warga mengungsii ke posko.', 'unknown-word: mengungsii'],
  ['Kebijakannnya dinilai baik.', 'unknown-word: Kebijakannnya'],
  ['Bantuan disalukran kemarin.', 'unknown-word: disalukran'],
  ['Jalan itu ditutp polisi.', 'unknown-word: ditutp'],
  ['Harga berass naik.', 'unknown-word: berass'],
  ['Presidne tiba.', 'unknown-word: Presidne'],
])('a slip is found: %s', (text, line) => expect(told(text)).toContain(line));

test('the house’s and the person’s words are known, with what leans on them', () => {
  expect(told('Kata seruji dan serujinya dipakai.')).toEqual([]);
});

test('foreign words are told as one term, set off by the house’s choice, and left alone where they are', async () => {
  const text = 'Perusahaan startup itu memakai machine learning untuk layanannya.';
  const findings = find(segmentOf(text));
  expect(findings.map(({ code, text: words }) => `${code}: ${words}`)).toEqual([
    'foreign-quotes: startup',
    'foreign-quotes: machine learning',
  ]);
  const [fix] = findings[1]?.fixes ?? [];
  if (fix === undefined || findings[1] === undefined) throw new Error('no fix');
  expect(told(applyFix(text, findings[1], fix))).toEqual(['foreign-quotes: startup']);

  const italic = await shippedChecker({
    rules: [],
    lexicon,
    choices: { ...usualChoices, foreignWords: 'italic' },
  });
  expect(italic(segmentOf(text))[0]?.fixes[0]).toEqual({ kind: 'italic' });
  expect(italic({ ...segmentOf(text), italics: [[11, 18]] }).map(({ text: words }) => words)).toEqual([
    'machine learning',
  ]);
  // A field knows no italics.
  expect(italic({ ...segmentOf(text, 'label'), property: 'dek' })[0]?.fixes).toEqual([
    { kind: 'replace', text: '“startup”' },
  ]);
  const off = await shippedChecker({ rules: [], lexicon, choices: { ...usualChoices, foreignWords: 'off' } });
  expect(off(segmentOf(text))).toEqual([]);
});

test('English copy is checked as English, and no Indonesian rule speaks of it', async () => {
  const whole = await shippedChecker({ lexicon });
  const text = 'The government said on Friday that 5 people were injurred in the earthquake.';
  expect(whole(segmentOf(text)).map(({ code, text: words }) => `${code}: ${words}`)).toEqual([
    'unknown-word: injurred',
  ]);
});

test('without the Indonesian dictionary nothing of Indonesian copy is told; without the English one foreign words are unknown', async () => {
  const none = await shippedChecker({ rules: [], lexicon: { ...lexicon, indonesian: null } });
  expect(none(segmentOf('Pemerinta mengatakn hal itu.'))).toEqual([]);
  const noEnglish = await shippedChecker({ rules: [], lexicon: { ...lexicon, english: null } });
  expect(noEnglish(segmentOf('Perusahaan startup itu maju.')).map(({ code }) => code)).toEqual([
    'unknown-word',
  ]);
});

test('copy in a language nobody here can check is left alone', () => {
  expect(
    told('Wong Jawa kudu ngerti unggah-ungguh, aja nganti lali marang tembung lan paugerane dhewe.'),
  ).toEqual([]);
});

test('what may not stand together is no word', () => {
  const roots = new Set(['lari', 'makan', 'kerja', 'luar']);
  const knows = (word: string): boolean => roots.has(word);
  expect(
    ['berlarian', 'dimakan', 'pekerjaan', 'mengeluarkan', 'kerjakanlah'].filter(
      (word) => !isIndonesianWord(word, knows),
    ),
  ).toEqual([]);
  expect(
    ['berlarii', 'dimakanan', 'memakanan', 'kemakankan'].filter((word) => isIndonesianWord(word, knows)),
  ).toEqual([]);
});

test('what is offered first is the likeliest slip: a letter left out or exchanged before one too many', () => {
  expect(rankSuggestions('mengatakn', ['mengatak', 'mengatakan', 'menenggak'], [])).toEqual([
    'mengatakan',
    'mengatak',
    'menenggak',
  ]);
  expect(rankSuggestions('hoask', ['hoki'], ['hoaks', 'timnas'])).toEqual(['hoaks', 'hoki']);
  expect(rankSuggestions('Presidne', ['Presiden', 'presidensi'], [])).toEqual(['Presiden', 'presidensi']);
});
