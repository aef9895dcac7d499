import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typographicStep, type CopyLanguage } from './smart-typography.ts';

/** What stands there after every character was typed. */
function typed(text: string, language: CopyLanguage = 'id'): string {
  let result = '';
  for (const character of text) {
    result += character;
    const step = typographicStep(result, language);
    if (step !== null) result = result.slice(0, result.length - step.remove) + step.insert;
  }
  return result;
}

describe('typed copy', () => {
  it.each([
    ['"Kami siap," katanya.', '“Kami siap,” katanya.'],
    ['("start-up") dan "x"', '(“start-up”) dan “x”'],
    ["Jum'at dan 'kata'", 'Jum’at dan ‘kata’'],
    ["era '90-an, reformasi '98", 'era ’90-an, reformasi ’98'],
    ["'98 (atau '99) “'97", '’98 (atau ’99) “’97'],
    ["film '12 Angry Men', '20 Tahun' dan", 'film ‘12 Angry Men’, ‘20 Tahun’ dan'],
    ["disebut '65' dan '212' dan '1998'", 'disebut ‘65’ dan ‘212’ dan ‘1998’'],
    ['Lalu ... dan', 'Lalu … dan'],
    ['Jakarta - Presiden', 'Jakarta – Presiden'],
    ['Jakarta -- Presiden', 'Jakarta – Presiden'],
    ['anak-anak dan 2018-2019', 'anak-anak dan 2018-2019'],
    ['sebesar Rp 100.000', 'sebesar Rp100.000'],
    ['sebesar Rp. 1,16 triliun.', 'sebesar Rp1,16\u00a0triliun.'],
    ['sejauh 5 km, lalu 3 jam lagi', 'sejauh 5\u00a0km, lalu 3\u00a0jam lagi'],
    ['pada 27 orang', 'pada 27 orang'],
    ['XRp 1', 'XRp 1'],
    ['....', '….'],
  ])('%j becomes %j', (text, expected) => {
    expect(typed(text)).toBe(expected);
  });

  it.each([
    ['"We are ready," he said. It\'s "done"', '“We are ready,” he said. It’s “done”'],
    ['Jakarta -- the capital -- waits', 'Jakarta — the capital — waits'],
    ['Jakarta - Bandung', 'Jakarta – Bandung'],
    ['Rp 1.16 trillion, or 5 percent.', 'Rp1.16\u00a0trillion, or 5\u00a0percent.'],
    ['at 7 a.m. on 5 km.', 'at 7\u00a0a.m. on 5\u00a0km.'],
    ['3 jam lagi', '3 jam lagi'],
    ["the '90s didn't end", 'the ’90s didn’t end'],
    ["the '90s and summer of '69", 'the ’90s and summer of ’69'],
  ])('English: %j becomes %j', (text, expected) => {
    expect(typed(text, 'en')).toBe(expected);
  });

  it('keeps every letter and digit in its place', () => {
    const letters = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '');
    const text = fc.array(fc.constantFrom('Rp', ' ', '1', '"', "'", '.', '-', 'km', 'juta', 'a', ','), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (parts) => {
        expect(letters(typed(parts.join('')))).toBe(letters(parts.join('')));
      }),
    );
  });

  it('leaves what it has made alone', () => {
    for (const character of '“”‘’…–') expect(typographicStep(`kata ${character}`, 'id')).toBeNull();
  });
});
