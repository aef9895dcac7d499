/** Widths as the page's own type setter has them. */
import type { HeadlineLimit } from '../../../../shared/domain/headline-limits.ts';

let context: OffscreenCanvasRenderingContext2D | null = null;

/** Width in CSS pixels of a text in one line; fonts that are not there are measured by their stand-ins. */
export function widthIn({ font }: HeadlineLimit): (text: string) => number {
  context ??= new OffscreenCanvas(1, 1).getContext('2d');
  const canvas = context;
  if (canvas === null) return () => 0;
  return (text) => {
    canvas.font = font;
    return canvas.measureText(text).width;
  };
}
