/**
 * The container of WebP (RFC 9649): chunks in a RIFF file. What is more than pixels needs an extended header (VP8X), which
 * simple files do not have. Pure.
 */

import { orientationOf, UPRIGHT, withoutExifHeader } from './camera-data.ts';

export interface WebpChunk {
  name: string;
  /** What its header says; there is less of it where the file is cut off. */
  size: number;
  data: Buffer;
}

/** What is written beside the pixels; null for what there is none of. */
export interface WebpMetadata {
  /** An ICC profile; null leaves the one that is there. */
  profile: Buffer | null;
  /** Camera data: a TIFF file. */
  exif: Buffer | null;
  xmp: Buffer | null;
}

const LARGEST_SIZE = 0xffff_fffe;
const HEADER_BYTES = 10;
const HAS_PROFILE = 0x20;
const HAS_ALPHA = 0x10;
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

/** The chunks of a file in their order, as far as there are any. */
export function readWebp(bytes: Buffer): WebpChunk[] {
  if (bytes.length < 12) return [];
  const file = bytes.subarray(0, 8 + bytes.readUInt32LE(4));
  const chunks: WebpChunk[] = [];
  for (let at = 12; at + 8 <= file.length;) {
    const size = file.readUInt32LE(at + 4);
    const data = file.subarray(at + 8, at + 8 + size);
    chunks.push({ name: file.toString('latin1', at, at + 4), size, data });
    at += 8 + size + (size % 2);
  }
  return chunks;
}

/** What the camera data of an extended file says of which side is up, as EXIF counts. A simple one has none. */
export function webpOrientation(chunks: readonly WebpChunk[]): number {
  const exif = chunks.find(({ name }) => name === 'EXIF');
  const isExtended = chunks.some(({ name }) => name === 'VP8X');
  return exif === undefined || !isExtended ? UPRIGHT : orientationOf(withoutExifHeader(exif.data));
}

/** A file of these chunks, cut off where they are. */
export function writeWebp(chunks: readonly WebpChunk[]): Buffer {
  let size = 4;
  const parts = chunks.flatMap((chunk) => {
    const padding = chunk.size % 2;
    size += 8 + chunk.size + padding;
    const head = Buffer.alloc(8);
    head.write(chunk.name, 'latin1');
    head.writeUInt32LE(chunk.size, 4);
    return [head, chunk.data, Buffer.alloc(isWhole(chunk) ? padding : 0)];
  });
  const head = Buffer.alloc(12);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(Math.min(size, LARGEST_SIZE), 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, ...parts]);
}

function chunkOf(name: string, data: Buffer): WebpChunk {
  return { name, size: data.length, data };
}

function isWhole({ size, data }: WebpChunk): boolean {
  return data.length === size;
}

/** Of the pixels themselves (RFC 6386, 9.1; RFC 9649, 3.4): null where they do not begin as such. */
function frameOf({ name, data }: WebpChunk): { width: number; height: number; flags: number } | null {
  if (name === 'VP8 ' && data.length >= 10) {
    const isKeyFrame = ((data[0] ?? 0) & 1) === 0 && data.readUIntBE(3, 3) === 0x9d012a;
    const [width, height] = [data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff];
    return isKeyFrame && width > 0 && height > 0 ? { width, height, flags: 0 } : null;
  }
  if (name === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
    const bits = data.readUInt32LE(1);
    if (bits >>> 29 !== 0) return null;
    const [width, height] = [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)];
    return { width, height, flags: (bits & (1 << 28)) === 0 ? 0 : HAS_ALPHA };
  }
  return null;
}

/** Of an extended file its own header and all that follows; of a simple one a header made of its pixels, and those alone. */
function extended(chunks: readonly WebpChunk[]): { header: Buffer; body: readonly WebpChunk[] } | null {
  const own = chunks.find(({ name }) => name === 'VP8X');
  if (own !== undefined) {
    if (own.data.length < HEADER_BYTES) return null;
    return {
      header: Buffer.from(own.data.subarray(0, HEADER_BYTES)),
      body: chunks.filter(({ name }) => name !== 'VP8X'),
    };
  }
  const [pixels] = chunks;
  const frame = pixels === undefined ? null : frameOf(pixels);
  if (pixels === undefined || frame === null) return null;
  const header = Buffer.alloc(HEADER_BYTES);
  header[0] = frame.flags;
  header.writeUIntLE(frame.width - 1, 4, 3);
  header.writeUIntLE(frame.height - 1, 7, 3);
  return { header, body: [pixels] };
}

/**
 * The same pixels with this metadata in place of what was there, in an extended file where it needs one. A picture that is cut
 * off or broken gets none: it would be read as pixels.
 */
export function withMetadata(
  chunks: readonly WebpChunk[],
  { profile, exif, xmp }: WebpMetadata,
): WebpChunk[] {
  const bare = chunks.filter(({ name }) => name !== 'EXIF' && name !== 'XMP ');
  const isExtended = bare.some(({ name }) => name === 'VP8X');
  const isNeeded = profile !== null || exif !== null || xmp !== null;
  const parts = isExtended || isNeeded ? extended(bare) : null;
  if (parts === null) return bare;
  const { header, body } = parts;
  header[0] = (header[0] ?? 0) & ~(HAS_EXIF | HAS_XMP);
  if (!body.every(isWhole)) return isExtended ? [chunkOf('VP8X', header), ...body] : bare;
  if (profile !== null) header[0] |= HAS_PROFILE;
  if (exif !== null) header[0] |= HAS_EXIF;
  if (xmp !== null) header[0] |= HAS_XMP;
  return [
    chunkOf('VP8X', header),
    ...(profile === null ? [] : [chunkOf('ICCP', profile)]),
    ...(profile === null ? body : body.filter(({ name }) => name !== 'ICCP')),
    ...(exif === null ? [] : [chunkOf('EXIF', exif)]),
    ...(xmp === null ? [] : [chunkOf('XMP ', xmp)]),
  ];
}
