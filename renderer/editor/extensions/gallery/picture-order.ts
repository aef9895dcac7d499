/** The order of the pictures of a gallery, which stand in rows, and where among them one is let go. */

interface Point {
  x: number;
  y: number;
}

/** A picture as it stands in the window. */
type Box = Pick<DOMRectReadOnly, 'left' | 'top' | 'width'>;

/** Beside which picture one would come to stand, and on which side of it. */
export interface Landing {
  beside: number;
  side: 'before' | 'after';
}

/** Nearest to a point of the window, in the row it is in; null where there are no pictures. */
export function landingAt(boxes: readonly Box[], { x, y }: Point): Landing | null {
  const first = boxes[0];
  if (first === undefined) return null;
  const row = boxes.findLast(({ top }) => top <= y)?.top ?? first.top;
  const distance = ({ left, width }: Box): number => Math.abs(left + width / 2 - x);
  const [nearest = first] = boxes
    .filter(({ top }) => top === row)
    .toSorted((one, other) => distance(one) - distance(other));
  const side = x < nearest.left + nearest.width / 2 ? 'before' : 'after';
  return { beside: boxes.indexOf(nearest), side };
}

/** The place a picture has once it is let go there; its own where it would stand as before. */
export function placeAfter(from: number, { beside, side }: Landing): number {
  const among = side === 'before' ? beside : beside + 1;
  return among > from ? among - 1 : among;
}

/** The pictures with one of them at another place. */
export function reordered<Picture>(pictures: readonly Picture[], from: number, to: number): Picture[] {
  const moved = pictures[from];
  return moved === undefined ? [...pictures] : pictures.toSpliced(from, 1).toSpliced(to, 0, moved);
}
