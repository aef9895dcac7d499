import { expect, test } from 'vitest';
import { readLinkAddress } from './link-extension.ts';

test.each([
  ['https://kompas.com', 'https://kompas.com'],
  ['kompas.com/a?utm_source=wa&id=7', 'https://kompas.com/a?id=7'],
  [' https://l.facebook.com/l.php?u=https%3A%2F%2Fkompas.com%2Fa%3Ffbclid%3Dx ', 'https://kompas.com/a'],
  ['redaksi@contoh.id', 'mailto:redaksi@contoh.id'],
  ['#tempat', '#tempat'],
  ['javascript:alert(1)', null],
  ['dua kata', null],
])('%s as the address of a link is %s', (typed, address) => {
  expect(readLinkAddress(typed)).toBe(address);
});
