import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryDocument } from './arbitrary-document.ts';
import { cropOf, framingOf, readShownAs, shownAs } from './crop.ts';
import { PICTURE_RATIOS } from './vocabulary.ts';
import { documentImages } from './walk.ts';

it.each([
  ['original' as const, 800, 600, { left: 0, top: 0, width: 1, height: 1 }],
  ['1:1' as const, 800, 400, { left: 0.25, top: 0, width: 0.5, height: 1 }],
  ['16:9' as const, 900, 900, { left: 0, top: 0.21875, width: 1, height: 0.5625 }],
  ['3:2' as const, 0, 0, { left: 0, top: 0, width: 1, height: 1 }],
])('%s of %i × %i', (ratio, width, height, crop) => {
  expect(cropOf({ ratio, width, height, focusX: 0.5, focusY: 0.5 })).toEqual(crop);
});

it('stays inside the picture, as large as it can be', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  const pixels = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(
      fc.constantFrom(...PICTURE_RATIOS),
      fraction,
      fraction,
      pixels,
      pixels,
      (ratio, focusX, focusY, width, height) => {
        const crop = cropOf({ ratio, focusX, focusY, width, height });
        expect(crop.left + crop.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(crop.top + crop.height).toBeLessThanOrEqual(1 + 1e-9);
        expect(Math.max(crop.width, crop.height)).toBe(1);
      },
    ),
  );
});

it('is in the name a picture goes out by, and read from it again', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      for (const picture of documentImages(document)) {
        const { mediaId, ...framing } = readShownAs(shownAs(picture));
        expect(mediaId).toBe(picture.mediaId);
        if (framing.ratio !== 'original') expect(framing).toEqual(framingOf(picture));
        else expect(framingOf(picture).ratio).toBe('original');
      }
    }),
  );
});
