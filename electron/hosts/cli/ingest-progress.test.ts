import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createIngestTeller } from './ingest-progress.ts';

let said: string[];
beforeEach(() => {
  said = [];
  vi.useFakeTimers({ now: new Date(2026, 1, 20, 9, 0, 0) });
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => said.push(String(line).trim()) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('a short delivery says nothing', () => {
  const teller = createIngestTeller(1, 1_000, 'en');
  teller.begin('a.xml', 1_000);
  vi.advanceTimersByTime(1_000);
  teller.tell(500, 1_000);
  teller.end();
  expect(said).toEqual([]);
});

test('the rate and the end are those of all deliveries together', () => {
  const teller = createIngestTeller(2, 4_000, 'en');
  teller.begin('a.xml', 1_000);
  vi.advanceTimersByTime(5_000);
  teller.tell(1_000, 1_000);
  teller.end();
  teller.begin('b.xml', 3_000);
  vi.advanceTimersByTime(5_000);
  teller.tell(1_000, 3_000);
  vi.advanceTimersByTime(100);
  teller.tell(1_020, 3_000);
  expect(said).toEqual([
    '[1/2] a.xml: 1,000 of 1,000 stories, 200 a second, done at 09:00:20',
    '[2/2] b.xml: 1,000 of 3,000 stories, 200 a second, done at 09:00:20',
  ]);
});
