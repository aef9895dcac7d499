import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INDONESIAN_MONTHS } from '../domain/calendar-names.ts';
import { datesIn, isSameDate } from './dates.ts';

// Friday, 27 April 2018, in Jakarta.
const time = { at: Date.parse('2018-04-27T15:00:00+07:00'), offsetMinutes: 420 };
const same = (ours: string, theirs: string): boolean => {
  const [left, right] = [datesIn(ours)[0], datesIn(theirs)[0]];
  return left !== undefined && right !== undefined && isSameDate(left, right, time);
};

test.each([
  ['27/4', '27 April'],
  ['27 April', '(27/4)'],
  ['27 April 2018', '27/4'],
  ['27-4-2018', '27 April'],
  ['Jumat', '27/4'],
  ['26/4', 'Kamis'],
  ['pukul 23.00 WIB', 'pukul 00.00 Wita'],
  ['pukul 9.04', 'pukul 09:04 WIB'],
  ['April', '27/4'],
  ['2018', '27/4'],
  ['Okt 2019', 'Oktober 2019'],
])('%s is what %s says', (ours, theirs) => {
  expect(same(ours, theirs)).toBe(true);
});

test.each([
  ['28/4', '27 April'],
  ['27 April 2017', '27/4'],
  ['Kamis', '27/4'],
  ['pukul 23.00 WIB', 'pukul 23.00 WIT'],
  ['pukul 09.14', 'pukul 09.04'],
  ['Mei', '27/4'],
  ['27 April', 'April'],
])('%s is not what %s says', (ours, theirs) => {
  expect(same(ours, theirs)).toBe(false);
});

test('amounts are no dates, weeks no days', () => {
  expect(datesIn('Rp2.018, 2018 orang, 3,5 kilometer, skor 2-1, dua minggu').map(({ text }) => text)).toEqual(
    [],
  );
});

test('a range names both of its days', () => {
  expect(datesIn('18–20 November').map((mention) => mention.kind === 'day' && mention.day)).toEqual([18, 20]);
});

test('every day of the year reads the same in figures and by name', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2017-11-01'), max: new Date('2018-10-01'), noInvalidDate: true }),
      (date) => {
        const [day, month] = [date.getUTCDate(), date.getUTCMonth()];
        const figures = `${day}/${month + 1}`;
        const named = `${day} ${INDONESIAN_MONTHS[month]}`;
        expect([figures, same(figures, named)]).toEqual([figures, true]);
        expect([named, same(named, `${figures}/${date.getUTCFullYear()}`)]).toEqual([named, true]);
      },
    ),
  );
});

test('no text makes it fail, and what it tells stands where it says', () => {
  const part = fc.oneof(
    fc.constantFrom('27', '/', '4', ' ', 'April', 'pukul ', '.', '2018', '-', 'Jumat'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      for (const { start, end, text: words } of datesIn(text)) expect(text.slice(start, end)).toBe(words);
    }),
  );
});
