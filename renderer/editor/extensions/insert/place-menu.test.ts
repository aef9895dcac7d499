import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeMenu } from './place-menu.ts';

const menu = { width: 250, height: 326 };
const view = { width: 1100, height: 700 };

test('a menu stands below the words, above them where below there is no room', () => {
  expect(placeMenu({ left: 300, top: 200, bottom: 224 }, menu, view)).toMatchObject({ left: 300, top: 230 });
  expect(placeMenu({ left: 300, top: 634, bottom: 658 }, menu, view)).toMatchObject({ top: 634 - 6 - 326 });
  expect(placeMenu({ left: 1000, top: 200, bottom: 224 }, menu, view).left).toBe(1100 - 250 - 6);
});

test('wherever the words are, the whole menu is within the window', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1440 }),
      fc.integer({ min: 0, max: 880 }),
      fc.integer({ min: 14, max: 40 }),
      fc.integer({ min: 40, max: 600 }),
      fc.integer({ min: 320, max: 900 }),
      (left, top, line, height, viewHeight) => {
        fc.pre(top + line <= viewHeight);
        const placed = placeMenu(
          { left, top, bottom: top + line },
          { width: 250, height },
          { width: 1100, height: viewHeight },
        );
        expect(placed.top).toBeGreaterThanOrEqual(0);
        expect(placed.top + Math.min(height, placed.maxHeight)).toBeLessThanOrEqual(viewHeight);
        expect(placed.left).toBeGreaterThanOrEqual(0);
        expect(placed.left + 250).toBeLessThanOrEqual(1100);
      },
    ),
  );
});
