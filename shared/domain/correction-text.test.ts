import { expect, test } from 'vitest';
import { correctionsSettingsSchema } from '../contract/corrections.ts';
import { correctionText, proposeCorrection, withdrawalText } from './correction-text.ts';

const house = correctionsSettingsSchema.parse({});
const at = Date.parse('2018-04-27T15:10:00Z');

test('a correction carries its time by the house’s clock, what was wrong, what is right and the apology', () => {
  const words = { wrong: 'Rp1 triliun.', right: ' Rp1,16\ntriliun. ', apology: true };
  expect(correctionText(house, words, at, 420)).toBe(
    'Jumat, 27 April 2018, 22.10 WIB. Sebelumnya tertulis: “Rp1 triliun”. Yang benar: “Rp1,16 triliun”. Redaksi memohon maaf atas kekeliruan ini.',
  );
});

test('without an apology none stands there; words in braces that a person typed stay as they are', () => {
  const words = { wrong: '', right: '{waktu}', apology: false };
  expect(correctionText(house, words, at, 420)).toBe(
    'Jumat, 27 April 2018, 22.10 WIB. Sebelumnya tertulis: “(tidak disebut)”. Yang benar: “{waktu}”.',
  );
});

test('a withdrawal names its ground', () => {
  expect(withdrawalText(house, 'sara', at, 540)).toBe(
    'Berita ini dicabut redaksi pada Sabtu, 28 April 2018, 00.10 WIT. Alasan pencabutan: menyangkut masalah SARA.',
  );
});

test('a template without time, or without what is right, is refused', () => {
  expect(correctionsSettingsSchema.safeParse({ correctionText: 'Ralat: {benar}' }).success).toBe(false);
  expect(correctionsSettingsSchema.safeParse({ correctionText: '{waktu} Ralat' }).success).toBe(false);
});

test('what is proposed are the mended sentences side by side, whole ones, as many as the form takes', () => {
  const mended = [
    { before: 'Korban 12 orang.', after: 'Korban 21 orang.' },
    { before: '', after: 'Bantuan tiba Rabu.' },
    { before: 'Sekolah libur.', after: '' },
  ];
  expect(proposeCorrection(mended)).toEqual({
    wrong: 'Korban 12 orang. Sekolah libur.',
    right: 'Korban 21 orang. Bantuan tiba Rabu.',
  });
  const long = { before: `${'kata '.repeat(299)}akhir.`, after: 'Benar.' };
  expect(proposeCorrection([long, long]).wrong).toBe(long.before);
  expect(proposeCorrection([])).toEqual({ wrong: '', right: '' });
});
