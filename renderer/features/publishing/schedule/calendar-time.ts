/** Where times stand on the week's calendar; civil days of the newsroom's zone, weeks begin on Monday. */
import { civilTimeAt } from '../../../../shared/domain/civil-time.ts';

const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;

/** Times fall on quarters of an hour when they are dragged. */
export const SNAP_MINUTES = 15;

/** Minutes of the day a card of one line covers: closer ones stand side by side. */
const LINE_MINUTES = 15;

/** Minutes of the day a card of two lines covers, where there is that much room. */
const TALL_MINUTES = 36;

/** First instant (milliseconds since 1970) of the day of an instant. */
export function dayStart(epochMs: number, offsetMinutes: number): number {
  const shift = offsetMinutes * MINUTE_MS;
  return Math.floor((epochMs + shift) / DAY_MS) * DAY_MS - shift;
}

/** First instant of the Monday of an instant's week. */
export function weekStart(epochMs: number, offsetMinutes: number): number {
  const { weekday } = civilTimeAt(epochMs, offsetMinutes);
  return dayStart(epochMs, offsetMinutes) - ((weekday + 6) % 7) * DAY_MS;
}

/** Minutes since the midnight before. */
export function minuteOfDay(epochMs: number, offsetMinutes: number): number {
  return Math.floor((epochMs - dayStart(epochMs, offsetMinutes)) / MINUTE_MS);
}

/** The instant at a place on the calendar: a column (0 is `firstDay`) and a minute, snapped. */
export function timeAt(firstDay: number, column: number, minute: number): number {
  const day = Math.max(0, Math.min(6, column));
  const snapped = Math.round(minute / SNAP_MINUTES) * SNAP_MINUTES;
  const inDay = Math.max(0, Math.min(24 * 60 - SNAP_MINUTES, snapped));
  return firstDay + day * DAY_MS + inDay * MINUTE_MS;
}

export interface Laid<Item> {
  item: Item;
  /** Of `lanes` side by side, counted from 0. */
  lane: number;
  lanes: number;
  /** There is room for two lines before the next one begins. */
  tall: boolean;
}

/** Puts what overlaps on one day side by side; `items` in the order of their times. */
export function layOut<Item extends { minute: number }>(items: readonly Item[]): Laid<Item>[] {
  const laid: Laid<Item>[] = [];
  let group: Laid<Item>[] = [];
  let ends: number[] = [];
  for (const [index, item] of items.entries()) {
    if (ends.every((end) => end <= item.minute)) {
      group = [];
      ends = [];
    }
    const free = ends.findIndex((end) => end <= item.minute);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = item.minute + LINE_MINUTES;
    const next = items[index + 1]?.minute ?? Number.POSITIVE_INFINITY;
    const placed = { item, lane, lanes: ends.length, tall: next - item.minute >= TALL_MINUTES };
    group.push(placed);
    laid.push(placed);
    for (const one of group) one.lanes = ends.length;
  }
  return laid;
}
