import type { ImageNode } from '../../../../shared/document/vocabulary.ts';

/** A part of a picture, in fractions of its width and height. */
export interface Crop {
  left: number;
  top: number;
  width: number;
  height: number;
}

const WHOLE: Crop = { left: 0, top: 0, width: 1, height: 1 };

/**
 * What a page shows of a picture in its ratio: as much as fits, its focus as far from the edge in the crop as in the whole
 * (CSS `object-fit: cover` with the focus as `object-position`).
 */
export function cropOf({
  ratio,
  focusX,
  focusY,
  width,
  height,
}: Pick<ImageNode, 'ratio' | 'focusX' | 'focusY' | 'width' | 'height'>): Crop {
  const [across = 0, down = 0] = ratio === 'original' ? [] : ratio.split(':').map(Number);
  if (across === 0 || width === 0 || height === 0) return WHOLE;
  const wanted = across / down;
  const actual = width / height;
  const cropWidth = Math.min(1, wanted / actual);
  const cropHeight = Math.min(1, actual / wanted);
  return {
    left: (1 - cropWidth) * focusX,
    top: (1 - cropHeight) * focusY,
    width: cropWidth,
    height: cropHeight,
  };
}
