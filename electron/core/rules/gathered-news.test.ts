import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { News } from '../../../shared/contract/notifications.ts';
import { createGatheredNews } from './gathered-news.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function told(ruleId: string, ...storyIds: number[]) {
  return storyIds.map((storyId) => ({
    rule: { ruleId, name: `Aturan ${ruleId}` },
    storyId,
    headline: `Berita ${storyId}`,
  }));
}

function gather() {
  const news: News[] = [];
  const gathered = createGatheredNews((one) => void news.push(one));
  const counts = () => news.map((one) => (one.kind === 'wire-rule' ? [one.rule, one.storyIds.length] : one));
  return { gathered, news, counts };
}

test('the first stories are told at once, what follows within a minute together, and each rule by itself', () => {
  const { gathered, counts } = gather();
  gathered.add([...told('a', 1, 2), ...told('b', 1)]);
  expect(counts()).toEqual([
    ['Aturan a', 2],
    ['Aturan b', 1],
  ]);
  for (let storyId = 3; storyId < 40; storyId += 1) gathered.add(told('a', storyId));
  expect(counts()).toHaveLength(2);
  vi.advanceTimersByTime(60_000);
  expect(counts().slice(2)).toEqual([['Aturan a', 37]]);
  gathered.add(told('a', 40));
  expect(counts()).toHaveLength(3);
  vi.advanceTimersByTime(60_000);
  expect(counts().slice(3)).toEqual([['Aturan a', 1]]);
  // A minute in which nothing came: the next is told at once.
  vi.advanceTimersByTime(60_000);
  gathered.add(told('a', 41));
  expect(counts()).toHaveLength(5);
});

test('what has gathered is told before the workstation stops, and nothing after it', () => {
  const { gathered, counts, news } = gather();
  gathered.add(told('a', 1));
  gathered.add(told('a', ...Array.from({ length: 30 }, (_none, index) => index + 2)));
  gathered.finish();
  expect(counts()).toEqual([
    ['Aturan a', 1],
    ['Aturan a', 30],
  ]);
  expect(news[1]).toMatchObject({
    headlines: Array.from({ length: 10 }, (_none, index) => `Berita ${index + 2}`),
  });
  vi.advanceTimersByTime(120_000);
  expect(news).toHaveLength(2);
});
