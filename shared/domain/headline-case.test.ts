import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTitled, namesIn, toSentenceCase, toTitledCase } from './headline-case.ts';

describe('headlines with capitals', () => {
  it('are titled by EYD V, particles small unless they open a part', () => {
    expect(toTitledCase('presiden bertemu warga di Bandung dan ke pasar')).toBe(
      'Presiden Bertemu Warga di Bandung dan ke Pasar',
    );
    expect(toTitledCase('Banjir Di Demak: Dari hulu Ke hilir')).toBe('Banjir di Demak: Dari Hulu ke Hilir');
    expect(toTitledCase('“untuk rakyat”, kata DPR')).toBe('“Untuk Rakyat”, Kata DPR');
  });

  it('give a doubled word both its capitals and leave abbreviations and names with their own', () => {
    expect(toTitledCase('anak-anak bermain kupu-kupuan, iPhone dan PLTU-nya')).toBe(
      'Anak-Anak Bermain Kupu-kupuan, iPhone dan PLTU-nya',
    );
    expect(toTitledCase('HARGA BERAS NAIK DI PASAR')).toBe('Harga Beras Naik di Pasar');
  });

  it('are the same when titled twice, and letters are all that changes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = toTitledCase(text);
        // What is all in capitals is taken for shouted, not for titled.
        fc.pre(/\p{Ll}/u.test(once));
        expect(toTitledCase(once)).toBe(once);
        expect(once.toLowerCase()).toBe(text.toLowerCase());
      }),
      { examples: [['DI di Di-Di'], ['a KPK']] },
    );
  });
});

describe('headlines as a sentence', () => {
  it('keep the capitals of names the copy tells, of abbreviations and of what opens', () => {
    const names = namesIn('Menurut Presiden Joko Widodo, warga Bandung aman.\nPresiden lalu pulang ke Solo.');
    expect(toSentenceCase('Presiden Joko Widodo Temui DPR Di Bandung: Warga Aman', names)).toBe(
      'Presiden Joko Widodo temui DPR di Bandung: Warga aman',
    );
  });

  it('keep the capitals of names within words of more parts, whatever their own first part is', () => {
    const names = namesIn(
      'Anak-Anak Bermain\nPramuka di Indonesia dan warga Aceh-Sumut hadir, kata Amir. Se-Asia pun begitu.',
    );
    expect(toSentenceCase('Pramuka Se-Indonesia Dan Pro-Palestina Di Aceh-Sumut', names)).toBe(
      'Pramuka se-Indonesia dan pro-palestina di Aceh-Sumut',
    );
    expect(toSentenceCase('Anak-Anak Se-indonesia Non-Amir', names)).toBe('Anak-anak se-Indonesia non-Amir');
  });

  it('learn no name from the beginning of a sentence, nor one the copy also writes small', () => {
    const names = namesIn('Warga pulang. Kota itu sepi, kata Wali Kota Bima. Semua kota begitu.');
    expect([...names].sort()).toEqual(['bima', 'wali']);
  });
});

it('tells a titled headline from a sentence', () => {
  expect(isTitled('Presiden Bertemu Warga di Bandung')).toBe(true);
  expect(isTitled('Presiden bertemu warga di Bandung')).toBe(false);
});
