/** Rows of one table of a damaged database: what cannot be read is passed over. */
import type { Database } from 'better-sqlite3';

export interface TableShape {
  name: string;
  columns: readonly string[];
  /** What rows are ordered by: `rowid`, or the primary key of a table without one. */
  key: readonly string[];
}

/** The values of one row, in the order of the columns. */
export type SalvagedRow = readonly unknown[];

/** How many numbers behind the last row that was read are tried where it is not known how many there were. */
const LONGEST_GAP = 20_000;

interface Walk {
  complete: boolean;
  /** Number of the last row read, where rows have numbers. */
  last: number | null;
}

/**
 * Yields every row that can be read (a row may come twice): from the front up to the first damaged page, from the back
 * down to the last one, and between the two, where rows have numbers, one by one.
 */
export function* readRows(source: Database, shape: TableShape): Generator<SalvagedRow> {
  const front = yield* walk(source, shape, 'ASC');
  if (front.complete) return;
  const back = yield* walk(source, shape, 'DESC');
  // Where neither end could be read there is nothing to hold on to.
  if (!isNumbered(shape) || (front.last === null && back.last === null)) return;
  const first = (front.last ?? 0) + 1;
  yield* readOneByOne(source, shape, first, back.last ?? first + LONGEST_GAP);
}

function isNumbered({ key }: TableShape): boolean {
  return key[0] === 'rowid';
}

function selectionOf(shape: TableShape): string {
  const columns = shape.columns.map((name) => `"${name}"`);
  return `SELECT ${[isNumbered(shape) ? 'rowid' : 'NULL', ...columns].join()} FROM "${shape.name}"`;
}

function* walk(source: Database, shape: TableShape, order: 'ASC' | 'DESC'): Generator<SalvagedRow, Walk> {
  const ordered = shape.key.map((name) => (name === 'rowid' ? name : `"${name}"`) + ` ${order}`).join();
  let last: number | null = null;
  try {
    const rows = source
      .prepare(`${selectionOf(shape)} ORDER BY ${ordered}`)
      .raw()
      .iterate();
    for (const row of rows as IterableIterator<unknown[]>) {
      const [number, ...values] = row;
      if (typeof number === 'number') last = number;
      yield values;
    }
    return { complete: true, last };
  } catch {
    return { complete: false, last };
  }
}

function* readOneByOne(
  source: Database,
  shape: TableShape,
  first: number,
  end: number,
): Generator<SalvagedRow> {
  const one = source.prepare(`${selectionOf(shape)} WHERE rowid = ?`).raw();
  for (let number = first; number < end; number += 1) {
    try {
      const row = one.get(number);
      if (Array.isArray(row)) yield row.slice(1);
    } catch {
      // On a damaged page.
    }
  }
}
