/** Rows of the inbox as entries: one row stands for every copy of its story. */
import type { WireListItem } from '../../../shared/contract/wire.ts';

/** Whether the row stands for this story: its own, or one folded into it. */
export function standsFor(row: WireListItem, storyId: number): boolean {
  return row.storyId === storyId || row.duplicates.some((story) => story.storyId === storyId);
}

/** The row a story is found under: its own before that of an entry it belongs to; -1 where it is not listed. */
export function rowIndexOf(rows: readonly WireListItem[], storyId: number | null): number {
  if (storyId === null) return -1;
  const own = rows.findIndex((row) => row.storyId === storyId);
  return own === -1 ? rows.findIndex((row) => standsFor(row, storyId)) : own;
}

/** The names of the other sources that carry it, each once. */
export function otherSources(row: WireListItem): string[] {
  const names = new Set(row.duplicates.map(({ sourceName }) => sourceName));
  names.delete(row.sourceName);
  return [...names];
}
