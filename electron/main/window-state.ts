/** Where a window opens: where it was, as far as that is on a screen that is there. */
import type { Rectangle } from 'electron';
import type { WindowState } from './desktop-store.ts';

export const SMALLEST = { width: 900, height: 600 };
export const FIRST_SIZE = { width: 1440, height: 900 };
/** A second window opens this far from the one it is opened beside. */
const BESIDE = 28;
/** So much of the title bar must be seen for the window to be caught. */
const SEEN_PIXELS = 80;

type Place = { x?: number; y?: number; width: number; height: number };

function fitInto(
  size: { width: number; height: number },
  area: Rectangle,
): { width: number; height: number } {
  return { width: Math.min(size.width, area.width), height: Math.min(size.height, area.height) };
}

/**
 * The bounds to open with, given the areas of the screens (the first is the main one). A window that would lie out of
 * sight, on a screen that was unplugged, opens in the middle of the main one: without `x` and `y`.
 */
export function placeWindow(
  state: Pick<WindowState, 'x' | 'y' | 'width' | 'height'> | null,
  areas: readonly Rectangle[],
): Place {
  const [main] = areas;
  const wanted = state ?? FIRST_SIZE;
  const size = {
    width: Math.max(wanted.width, SMALLEST.width),
    height: Math.max(wanted.height, SMALLEST.height),
  };
  if (main === undefined) return size;
  const { x, y } = state ?? {};
  if (x === undefined || y === undefined) return fitInto(size, main);
  const places = areas.map((area) => ({ area, place: { x, y, ...fitInto(size, area) } }));
  const seen = places.find(
    ({ area, place }) =>
      y >= area.y &&
      y <= area.y + area.height - SEEN_PIXELS &&
      x + place.width >= area.x + SEEN_PIXELS &&
      x <= area.x + area.width - SEEN_PIXELS,
  );
  return seen?.place ?? fitInto(size, main);
}

/** The place of a further window: beside the one in front. */
export function placeBeside(front: Rectangle, areas: readonly Rectangle[]): Place {
  return placeWindow({ ...front, x: front.x + BESIDE, y: front.y + BESIDE }, areas);
}
