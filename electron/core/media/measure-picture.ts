/** What a picture's file is, and how large a browser shows it. Pure. */
import { imageSize } from 'image-size';
import { avifPicture } from './avif-boxes.ts';
import { orientationOf, UPRIGHT, withoutExifHeader } from './camera-data.ts';
import { pngChunks } from './png-chunks.ts';

/** What is taken. SVG is not: it can carry script and most sites refuse it. */
const mimeTypes: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

export interface MeasuredPicture {
  /** Null for a kind that is not taken. */
  mimeType: string | null;
  /** As it is seen. */
  width: number;
  height: number;
  /**
   * Which side of the pixels is up, as EXIF counts, where browsers agree on it: they heed camera data of JPEG and PNG, and what
   * AVIF says itself. WebP is upright here: some turn it as its camera data says, others do not.
   */
  orientation: number;
}

/** Behind the pixels it comes too late for a page that shows them as they arrive. */
function pngOrientation(bytes: Buffer): number {
  for (const { name, data } of pngChunks(bytes)) {
    if (name === 'eXIf') return orientationOf(withoutExifHeader(data));
    if (name === 'IDAT') break;
  }
  return UPRIGHT;
}

function stored(bytes: Buffer): MeasuredPicture {
  const { type = '', width, height, orientation = UPRIGHT } = imageSize(bytes);
  const mimeType = mimeTypes[type] ?? null;
  const size = { mimeType, width, height };
  if (mimeType === 'image/avif') return { ...size, orientation: UPRIGHT, ...avifPicture(bytes) };
  if (mimeType === 'image/png') return { ...size, orientation: pngOrientation(bytes) };
  return { ...size, orientation: orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT };
}

/** Throws for what is no picture. */
export function measurePicture({ buffer, byteOffset, byteLength }: Uint8Array): MeasuredPicture {
  const picture = stored(Buffer.from(buffer, byteOffset, byteLength));
  const { width, height, orientation } = picture;
  return orientation < 5 ? picture : { ...picture, width: height, height: width };
}
