/** Where a picture of a page is, and how large its markup says it is. */
import type { Attributes } from './html-tokens.ts';
import { resourceAddress } from './links.ts';

function pixels(value: string | undefined): number {
  const match = /^\s*(\d{1,6})(?:px|\.\d+)?\s*$/.exec(value ?? '');
  return match === null ? 0 : Number(match[1]);
}

/** The largest picture a `srcset` offers, or its first. */
function largestOfSrcset(srcset: string): string {
  let best = '';
  let bestSize = -1;
  for (const candidate of srcset.split(/,\s+|,(?=https?:)/)) {
    const [address = '', descriptor = ''] = candidate.trim().split(/\s+/);
    const size = Number.parseFloat(descriptor) || 0;
    if (address !== '' && size > bestSize) [best, bestSize] = [address, size];
  }
  return best;
}

export interface PictureOfPage {
  /** Its absolute http(s) address; null where it lies nowhere on the web, and `src` says where. */
  address: string | null;
  src: string;
  alt: string;
  width: number;
  height: number;
}

/** Reads an `img` element; null for counting pixels of feed services. */
export function pictureOfPage(attributes: Attributes, baseUrl: string | null): PictureOfPage | null {
  const width = pixels(attributes['width']);
  const height = pixels(attributes['height']);
  if ((width === 1 || height === 1) && width <= 1 && height <= 1) return null;
  const lazy = attributes['data-src'] || attributes['data-lazy-src'] || attributes['data-original'];
  const src = attributes['src'] ?? '';
  return {
    address:
      resourceAddress(lazy, baseUrl) ??
      resourceAddress(src, baseUrl) ??
      resourceAddress(largestOfSrcset(attributes['srcset'] ?? ''), baseUrl),
    src,
    alt: (attributes['alt'] ?? '').replace(/\s+/g, ' ').trim(),
    width,
    height,
  };
}
