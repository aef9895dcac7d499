import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remindersDue } from './decide-reminder.ts';

const hour = 3_600_000;

test('what readers have is told of after an hour, four, a day and three days; a draft after a day and three', () => {
  const ages = [0.9, 1, 3.9, 4, 23, 24, 72, 10_000].map((hours) => hours * hour);
  expect(ages.map((age) => remindersDue(age, true))).toEqual([0, 1, 1, 2, 2, 3, 4, 4]);
  expect(ages.map((age) => remindersDue(age, false))).toEqual([0, 0, 0, 0, 0, 1, 2, 2]);
});

test('the older, the more have come due, and there is an end to them', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.boolean(), (age, more, pressing) => {
      const [before, after] = [remindersDue(age, pressing), remindersDue(age + more, pressing)];
      return before <= after && after <= 4;
    }),
  );
});
