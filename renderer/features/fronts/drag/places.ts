import type { BoardPlace } from '../../../../shared/domain/front/drop-edit.ts';

/** Where something can be put down: on the board, or on the clipboard by its id. */
export type Place = BoardPlace;

/** A collection as the board shows it: in a column, with so many cards among which one can put something. */
export interface PlaceList {
  collectionId: string;
  cards: number;
}

export type Columns = readonly (readonly PlaceList[])[];

export type Direction = 'up' | 'down' | 'left' | 'right';

function find(columns: Columns, collectionId: string): { column: number; row: number } | null {
  for (const [column, lists] of columns.entries()) {
    const row = lists.findIndex((list) => list.collectionId === collectionId);
    if (row >= 0) return { column, row };
  }
  return null;
}

/** The first place there is; null on a front without a collection. */
export function firstPlace(columns: Columns): Place | null {
  const list = columns.flat()[0];
  return list === undefined ? null : { collectionId: list.collectionId, index: 0 };
}

/**
 * The place one step further. Up and down go through the places of a column, from one collection into the next; left
 * and right go to the collection beside it. At the edge the place stays.
 */
export function stepPlace(columns: Columns, from: Place, direction: Direction): Place {
  const at = find(columns, from.collectionId);
  if (at === null) return firstPlace(columns) ?? from;
  if (direction === 'left' || direction === 'right') {
    const beside = columns[at.column + (direction === 'left' ? -1 : 1)];
    const list = beside?.[Math.min(at.row, beside.length - 1)];
    return list === undefined ? from : placeIn(list, from.index);
  }
  const lists = columns[at.column] ?? [];
  const here = lists[at.row];
  const index = from.index + (direction === 'up' ? -1 : 1);
  if (here !== undefined && index >= 0 && index <= here.cards) return { ...from, index };
  const next = lists[at.row + (direction === 'up' ? -1 : 1)];
  return next === undefined ? from : placeIn(next, direction === 'up' ? next.cards : 0);
}

function placeIn({ collectionId, cards }: PlaceList, index: number): Place {
  return { collectionId, index: Math.min(index, cards) };
}

export function samePlace(one: Place | null, other: Place | null): boolean {
  return one?.collectionId === other?.collectionId && one?.index === other?.index;
}
