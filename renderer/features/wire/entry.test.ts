import { expect, test } from 'vitest';
import type { EntryStory, WireListItem } from '../../../shared/contract/wire.ts';
import { otherSources, rowIndexOf, standsFor } from './entry.ts';

function copy(storyId: number, sourceName: string): EntryStory {
  return {
    storyId,
    newestVersionId: storyId,
    sourceId: `00000000-0000-4000-8000-00000000000${storyId}`,
    sourceName,
    headline: 'Pasar terbakar',
    pubStatus: 'usable',
    versionCreated: null,
    arrivedAt: '2026-02-20T00:00:00Z',
  };
}

function row(storyId: number, sourceName: string, ...duplicates: EntryStory[]): WireListItem {
  return {
    ...copy(storyId, sourceName),
    duplicates,
    teaser: '',
    urgency: null,
    withdrawalReason: null,
    embargoed: null,
    problems: [],
    versionCount: 1,
    read: false,
    marks: { claimed: null, spiked: null, flagged: null, note: null, tags: [], section: null },
    articleIds: [],
    refusedUses: [],
  };
}

test('a row stands for its own story and for those folded into it', () => {
  const entry = row(1, 'Satu', copy(2, 'Dua'));
  expect([1, 2, 3].map((storyId) => standsFor(entry, storyId))).toEqual([true, true, false]);
});

test('a story is found in its own row before that of its entry', () => {
  const head = row(1, 'Satu', copy(2, 'Dua'));
  const own = row(2, 'Dua', copy(1, 'Satu'));
  expect(rowIndexOf([head, own], 2)).toBe(1);
  expect(rowIndexOf([head], 2)).toBe(0);
  expect(rowIndexOf([head], 3)).toBe(-1);
  expect(rowIndexOf([head], null)).toBe(-1);
});

test('other sources are named once, and never the row’s own', () => {
  expect(
    otherSources(row(1, 'Satu', copy(2, 'Dua'), copy(3, 'Satu'), copy(4, 'Dua'), copy(5, 'Tiga'))),
  ).toEqual(['Dua', 'Tiga']);
});
