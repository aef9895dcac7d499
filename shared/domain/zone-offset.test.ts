import { expect, test } from 'vitest';
import { offsetInZone } from './zone-offset.ts';

test.each([
  ['America/New_York', '2026-07-01T12:00:00Z', -240],
  ['America/New_York', '2026-12-01T12:00:00Z', -300],
  ['Asia/Jakarta', '2026-07-01T12:00:00Z', 420],
  ['Asia/Kolkata', '2026-07-01T12:00:00Z', 330],
  ['America/St_Johns', '2026-07-01T12:00:00Z', -150],
  ['UTC', '2026-07-01T12:00:00Z', 0],
  ['Mars/Olympus', '2026-07-01T12:00:00Z', null],
  ['', '2026-07-01T12:00:00Z', null],
])('%s at %s', (zone, at, minutes) => {
  expect(offsetInZone(zone, Date.parse(at))).toBe(minutes);
});
