/** What is shown of a picture in the ratio somebody chose for it. */
import type { ImageNode, Picture } from './vocabulary.ts';

export type Framing = Pick<ImageNode, 'ratio' | 'focusX' | 'focusY'>;

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
}: Framing & Pick<ImageNode, 'width' | 'height'>): Crop {
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

/** How a picture of the copy is framed: those of galleries are shown whole. */
export function framingOf(picture: Picture | ImageNode): Framing {
  const { focusX, focusY } = picture;
  return { ratio: 'ratio' in picture ? picture.ratio : 'original', focusX, focusY };
}

/**
 * What a picture of the copy is known by where it is uploaded: by its id where it is shown whole, by its id and its framing
 * where a cropped copy goes out.
 */
export function shownAs(picture: Picture | ImageNode): string {
  const { ratio, focusX, focusY } = framingOf(picture);
  return ratio === 'original' ? picture.mediaId : [picture.mediaId, ratio, focusX, focusY].join(' ');
}

/** The opposite of `shownAs`. */
export function readShownAs(shown: string): Framing & Pick<Picture, 'mediaId'> {
  const [mediaId = '', ratio = 'original', focusX = 0.5, focusY = 0.5] = shown.split(' ');
  return { mediaId, ratio: ratio as Framing['ratio'], focusX: Number(focusX), focusY: Number(focusY) };
}
