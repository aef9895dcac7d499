import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBeside, placeWindow, SMALLEST } from './window-state.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const monitor = { x: 1440, y: 0, width: 2560, height: 1400 };

describe('where a window opens', () => {
  it('opens where it was', () => {
    const state = { x: 1600, y: 100, width: 1500, height: 1000 };
    expect(placeWindow(state, [laptop, monitor])).toEqual(state);
  });

  it('comes back to the main screen when its own was unplugged', () => {
    const state = { x: 1600, y: 100, width: 1500, height: 1000 };
    expect(placeWindow(state, [laptop])).toEqual({ width: 1440, height: 875 });
  });

  it('the first time, is as large as the design, or as the screen allows', () => {
    expect(placeWindow(null, [monitor])).toEqual({ width: 1440, height: 900 });
    expect(placeWindow(null, [laptop])).toEqual({ width: 1440, height: 875 });
  });

  it('a further one lies beside the one in front', () => {
    const front = { x: 100, y: 100, width: 1000, height: 700 };
    expect(placeBeside(front, [laptop])).toEqual({ x: 128, y: 128, width: 1000, height: 700 });
  });

  it('whatever was remembered, some of its title bar can be caught', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 });
    const size = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(number, number, size, size, (x, y, width, height) => {
        const place = placeWindow({ x, y, width, height }, [laptop, monitor]);
        expect(place.width).toBeGreaterThanOrEqual(SMALLEST.width);
        if (place.x === undefined || place.y === undefined) return;
        const { x: left, y: top } = place;
        const caught = [laptop, monitor].some(
          (area) =>
            left + place.width > area.x &&
            left < area.x + area.width &&
            top >= area.y &&
            top < area.y + area.height,
        );
        expect(caught).toBe(true);
      }),
    );
  });
});
