/** The board read off the page as it stands: which places there are, which lies under the pointer, the next grip. */
import type { Columns, Direction, Place } from './places.ts';

/** Marks, as attributes, what the board shows: a column, a collection in it (with its id), a card among its places. */
export const boardMarks = {
  column: 'data-column',
  collection: 'data-collection',
  card: 'data-card',
} as const;

/** The clipboard is a place like a collection, by this id. */
export const CLIPBOARD = 'clipboard';

interface Point {
  x: number;
  y: number;
}

/** The place under a point of the window; null where it is over no column of the board. */
export function placeUnder(point: Point): Place | null {
  const column = document.elementFromPoint(point.x, point.y)?.closest(`[${boardMarks.column}]`);
  if (column === null || column === undefined) return null;
  const collections = [...column.querySelectorAll(`[${boardMarks.collection}]`)];
  const collection = nearestAbove(collections, point.y);
  if (collection === undefined) return null;
  const cards = [...collection.querySelectorAll(`[${boardMarks.card}]`)];
  const index = cards.filter((card) => middleOf(card) < point.y).length;
  return { collectionId: collection.getAttribute(boardMarks.collection) ?? '', index };
}

/** The places of the board, as its columns show them now, and of the clipboard behind them. */
export function readColumns(): Columns {
  const columns = [...document.querySelectorAll(`[${boardMarks.column}]`)];
  const ordered = columns.toSorted((one, other) => Number(isClipboard(one)) - Number(isClipboard(other)));
  return ordered.map((column) =>
    [...column.querySelectorAll(`[${boardMarks.collection}]`)].map((collection) => ({
      collectionId: collection.getAttribute(boardMarks.collection) ?? '',
      cards: collection.querySelectorAll(`[${boardMarks.card}]`).length,
    })),
  );
}

function isClipboard(column: Element): boolean {
  return column.getAttribute(boardMarks.column) === CLIPBOARD;
}

/** The grip one arrow away from another one; sideways the one nearest in height. */
export function nextGrip(from: HTMLElement, direction: Direction): HTMLElement | null {
  const column = from.closest(`[${boardMarks.column}]`);
  if (column === null) return null;
  if (direction === 'up' || direction === 'down') {
    const grips = gripsOf(column);
    return grips[grips.indexOf(from) + (direction === 'up' ? -1 : 1)] ?? null;
  }
  const columns = [...document.querySelectorAll(`[${boardMarks.column}]`)];
  const beside = columns[columns.indexOf(column) + (direction === 'left' ? -1 : 1)];
  if (beside === undefined) return null;
  const height = middleOf(from);
  const distance = (grip: Element): number => Math.abs(middleOf(grip) - height);
  return gripsOf(beside).toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}

function gripsOf(column: Element): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>(`[${boardMarks.card}] [data-grip]`)];
}

/** The last one that begins above the point; the first where all begin below it. */
function nearestAbove(elements: readonly Element[], y: number): Element | undefined {
  return elements.findLast((element) => element.getBoundingClientRect().top <= y) ?? elements[0];
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
