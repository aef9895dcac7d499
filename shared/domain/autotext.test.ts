import { expect, it } from 'vitest';
import { fillIn, findAutotext } from './autotext.ts';

const entries = [
  { abbreviation: 'tk1', text: 'Tim kami di {kota} melaporkan' },
  { abbreviation: 'k1', text: 'kutipan' },
];
const values = {
  kota: 'Demak',
  hari: 'Rabu',
  tanggal: '25 November 2026',
  jam: '22.30',
  penulis: 'Sari',
  outlet: 'SERUJI.CO.ID',
};

it('finds the abbreviation that is the whole word before the caret', () => {
  expect(findAutotext('Kata tk1', entries)?.abbreviation).toBe('tk1');
  expect(findAutotext('tk1', entries)?.abbreviation).toBe('tk1');
  expect(findAutotext('atk1', entries)).toBeNull();
  expect(findAutotext('TK1', entries)).toBeNull();
  expect(findAutotext('tk1 ', entries)).toBeNull();
});

it('fills variables in and leaves other braces alone', () => {
  expect(fillIn('{kota}, {hari} {tanggal}: {entah} {', values)).toBe(
    'Demak, Rabu 25 November 2026: {entah} {',
  );
});
