import { expect, test } from 'vitest';
import type { SiteFacts } from '../shared/contract/publishing.ts';
import { readSiteClock } from './site-clock.ts';

const site = (timeZone: string | null, offsetMinutes: number): SiteFacts => ({
  name: 'Situs',
  timeZone,
  offsetMinutes,
  clockAheadMs: 0,
});
const WIB = 420;
const at = (instant: string, facts: SiteFacts) => readSiteClock(facts, Date.parse(instant), WIB, 'id');

test('a site in New York shows the evening before, and keeps its own summer time', () => {
  const newYork = site('America/New_York', -240);
  expect(at('2026-07-06T02:00:00Z', newYork)).toEqual({
    time: 'Min 22.00',
    zone: 'UTC-04:00',
    isSame: false,
  });
  // Told in summer, asked about winter.
  expect(at('2026-12-07T02:00:00Z', newYork)).toEqual({
    time: 'Min 21.00',
    zone: 'UTC-05:00',
    isSame: false,
  });
  expect(at('2026-12-07T10:00:00Z', newYork)).toMatchObject({ time: '05.00' });
});

test('a bare offset and a zone nobody knows count by what the site told', () => {
  expect(at('2026-12-07T02:00:00Z', site(null, 330))).toEqual({
    time: '07.30',
    zone: 'UTC+05:30',
    isSame: false,
  });
  expect(at('2026-12-07T02:00:00Z', site('Mars/Olympus', 480))).toMatchObject({
    time: '10.00',
    zone: 'WITA',
  });
  expect(at('2026-12-07T02:00:00Z', site('Asia/Jakarta', 420))).toMatchObject({ isSame: true });
});
