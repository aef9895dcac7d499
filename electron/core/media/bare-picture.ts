/**
 * Takes what a picture's file tells of places, devices and people out of it, without touching a pixel: only parts that
 * draw the picture are kept, so that nothing has to be known of what else there may be. Pure; runs in picture-worker.ts.
 *
 * JPEG (ITU-T T.81, JFIF), PNG (W3C, third edition), WebP (RFC 9649), GIF 89a, AVIF (ISO/IEC 14496-12, 23008-12).
 */

import { crc32, inflateSync } from 'node:zlib';
import { boxesIn, reader, type Box } from './avif-boxes.ts';
import {
  EXIF_HEADER,
  orientationOf,
  TIFF_BYTES,
  tiffSaying,
  UPRIGHT,
  withoutExifHeader,
} from './camera-data.ts';
import { pngChunks } from './png-chunks.ts';
import { readWebp, webpOrientation, withMetadata, writeWebp } from './webp-container.ts';

/** What is written into a bare picture again. */
export interface KeptFacts {
  /** An XMP packet; empty for none. GIF has no place for it, AVIF may have none. */
  xmp: string;
  /** Of a picture that was made of another one's pixels: that one's `colourProfile`. */
  profile?: readonly Uint8Array[];
}

/** Which of these bytes are kept, in their order. */
type Parts = Uint8Array[];

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

const XMP_HEADER = latin1('http://ns.adobe.com/xap/1.0/\0');
const ICC_HEADER = latin1('ICC_PROFILE\0');
const LONGEST_SEGMENT = 0xffff - 2;
const JFIF_BYTES = 14;
const ADOBE_BYTES = 12;

function segment(marker: number, ...body: Buffer[]): Buffer {
  const length = body.reduce((sum, part) => sum + part.length, 2);
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), ...body]);
}

/** Where the coded pixels that begin here end: at the next marker that is not one of theirs, or with the file. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return bytes.length;
}

/** What of one segment stays, without the small pictures that JFIF may hold; null for nothing. */
function keptSegment(marker: number, body: Buffer): Buffer | null {
  const begins = (header: Buffer) => body.subarray(0, header.length).equals(header);
  if (marker === 0xe0 && begins(latin1('JFIF\0')) && body.length >= JFIF_BYTES) {
    return segment(marker, body.subarray(0, JFIF_BYTES - 2), Buffer.alloc(2));
  }
  if (marker === 0xe2 && begins(ICC_HEADER)) return segment(marker, body);
  if (marker === 0xee && begins(latin1('Adobe')) && body.length >= ADOBE_BYTES) {
    return segment(marker, body.subarray(0, ADOBE_BYTES));
  }
  return marker >= 0xc0 && marker <= 0xdf ? segment(marker, body) : null;
}

/** What stands behind its end (further pictures, films, a maker's own data) goes as well. */
function bareJpeg(bytes: Buffer, { xmp, profile = [] }: KeptFacts): Parts {
  const first: Parts = [];
  const rest: Parts = [];
  let orientation: number | null = null;
  let at = 2;
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      rest.push(bytes.subarray(at, at + 2));
      break;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const end = at + 4 > bytes.length ? Infinity : at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) break;
    const body = bytes.subarray(at + 4, end);
    if (marker === 0xe1 && body.subarray(0, 6).equals(EXIF_HEADER)) {
      orientation ??= orientationOf(body.subarray(6));
    }
    const kept = keptSegment(marker, body);
    if (kept !== null) (marker === 0xe0 ? first : rest).push(kept);
    at = end;
    if (marker === 0xda) {
      at = endOfScan(bytes, end);
      rest.push(bytes.subarray(end, at));
    }
  }
  const packet = Buffer.from(xmp, 'utf8');
  const isTold = xmp !== '' && XMP_HEADER.length + packet.length <= LONGEST_SEGMENT;
  return [
    bytes.subarray(0, 2),
    ...first,
    ...(orientation !== null && orientation > UPRIGHT
      ? [segment(0xe1, EXIF_HEADER, tiffSaying(orientation))]
      : []),
    ...(isTold ? [segment(0xe1, XMP_HEADER, packet)] : []),
    ...profile,
    ...rest,
  ];
}

const PNG_CHUNKS = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
);

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([latin1(name), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function barePng(bytes: Buffer, { xmp, profile = [] }: KeptFacts): Parts {
  const kept: Parts = [];
  let orientation: number | null = null;
  for (const { name, data, bytes: chunk, isWhole } of pngChunks(bytes)) {
    // Of a picture that was cut off, what there is of its pixels.
    if (isWhole ? PNG_CHUNKS.has(name) : name === 'IDAT') kept.push(chunk);
    if (isWhole && name === 'eXIf') orientation ??= orientationOf(withoutExifHeader(data));
  }
  const added = [
    ...profile,
    ...(orientation !== null && orientation > UPRIGHT ? [pngChunk('eXIf', tiffSaying(orientation))] : []),
    ...(xmp === ''
      ? []
      : [pngChunk('iTXt', Buffer.concat([latin1('XML:com.adobe.xmp\0\0\0\0\0'), Buffer.from(xmp)]))]),
  ];
  return [bytes.subarray(0, 8), ...kept.slice(0, 1), ...added, ...kept.slice(1)];
}

const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

function bareWebp(bytes: Buffer, { xmp, profile: [profile] = [] }: KeptFacts): Parts {
  const chunks = readWebp(bytes);
  const orientation = webpOrientation(chunks);
  const kept = withMetadata(
    chunks.filter(({ name }) => WEBP_CHUNKS.has(name)),
    {
      profile: profile === undefined ? null : asBuffer(profile),
      exif: orientation > UPRIGHT ? tiffSaying(orientation) : null,
      xmp: xmp === '' ? null : Buffer.from(xmp, 'utf8'),
    },
  );
  return [writeWebp(kept)];
}

/** How often it moves, and its colours; all other extensions of applications are words. */
const GIF_APPLICATIONS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

function colourTableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** Behind the empty block that ends them, or the file's end. */
function endOfSubBlocks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1;
  return at + 1;
}

function bareGif(bytes: Buffer): Parts {
  let at = 13 + colourTableBytes(bytes[10] ?? 0);
  const kept: Parts = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x21) {
      const label = bytes[at + 1];
      const end = endOfSubBlocks(bytes, at + 2);
      const isKept =
        label === 0xf9 ||
        label === 0x01 ||
        (label === 0xff && GIF_APPLICATIONS.has(bytes.toString('latin1', at + 3, at + 14)));
      if (isKept) kept.push(bytes.subarray(at, end));
      at = end;
    } else if (kind === 0x2c) {
      const end = endOfSubBlocks(bytes, at + 11 + colourTableBytes(bytes[at + 9] ?? 0));
      kept.push(bytes.subarray(at, end));
      at = end;
    } else if (kind === 0) {
      at += 1;
    } else {
      if (kind === 0x3b) kept.push(bytes.subarray(at, at + 1));
      break;
    }
  }
  return kept;
}

/** The items of an AVIF file that are not pictures or parts of one, with what they are. */
function itemsOfWords(bytes: Buffer, information: Box): Map<number, string> {
  const isShort = bytes[information.data] === 0;
  const words = new Map<number, string>();
  for (const { name, data, end } of boxesIn(bytes, information.data + (isShort ? 6 : 8), information.end)) {
    if (name !== 'infe' || data + 12 > end) continue;
    const version = bytes[data] ?? 0;
    const fields = reader(bytes, data + 4, end);
    const item = fields.number(version === 3 ? 4 : 2);
    const at = data + (version === 3 ? 10 : 8);
    const kind = bytes.toString('latin1', at, at + 4);
    if (version >= 2 && (kind === 'Exif' || kind === 'mime' || kind === 'uri ')) words.set(item, kind);
  }
  return words;
}

interface Extent {
  item: number;
  from: number;
  to: number;
}

/** Where the items of an AVIF file lie. */
function* extentsIn(bytes: Buffer, location: Box, dataBox: Box | undefined): Generator<Extent> {
  const version = bytes[location.data] ?? 0;
  const fields = reader(bytes, location.data + 4, location.end);
  const sizes = fields.number(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  if ([offsetSize, lengthSize, baseSize, indexSize].some((size) => ![0, 4, 8].includes(size))) return;
  const count = fields.number(version === 2 ? 4 : 2);
  for (let index = 0; index < count && !fields.isAtEnd(); index += 1) {
    const item = fields.number(version === 2 ? 4 : 2);
    const isInDataBox = version > 0 && (fields.number(2) & 15) === 1;
    fields.number(2);
    const base = fields.number(baseSize) + (isInDataBox ? (dataBox?.data ?? Infinity) : 0);
    // Numbers of no size say the same each time.
    const extentCount = Math.min(fields.number(2), indexSize + offsetSize + lengthSize === 0 ? 1 : Infinity);
    for (let extent = 0; extent < extentCount && !fields.isAtEnd(); extent += 1) {
      fields.number(indexSize);
      const from = base + fields.number(offsetSize);
      const length = fields.number(lengthSize);
      yield { item, from, to: Math.min(length === 0 ? bytes.length : from + length, bytes.length) };
    }
  }
}

const AVIF_BOXES = new Set(['ftyp', 'meta', 'mdat', 'moov', 'moof', 'mfra', 'sidx', 'free']);
const MOVING_BOXES = new Set(['moov', 'trak']);
const BOXES_OF_WORDS = new Set(['uuid', 'udta', 'meta']);

/**
 * Overwritten where it lies, since everything in the file is found by how far from its beginning it stands. Which side is
 * up is told by the picture itself: camera data is to say nothing of it, lest somebody turns it twice.
 */
function bareAvif(original: Buffer, { xmp }: KeptFacts): Parts {
  const bytes = Buffer.from(original);
  function empty({ at, data, end }: Box): void {
    bytes.write('free', at + 4, 'latin1');
    bytes.fill(0, data, end);
  }
  function emptyWordsIn(moving: Box): void {
    for (const box of boxesIn(bytes, moving.data, moving.end)) {
      if (BOXES_OF_WORDS.has(box.name)) empty(box);
      else if (MOVING_BOXES.has(box.name)) emptyWordsIn(box);
    }
  }
  function overwrite({ from, to }: Extent, kind: string): void {
    if (kind === 'Exif') {
      bytes.fill(0, from, to);
      if (to - from >= 4 + TIFF_BYTES) bytes.set(tiffSaying(UPRIGHT), from + 4);
    } else {
      bytes.fill(0x20, from, to);
      if (Buffer.byteLength(xmp) <= to - from) bytes.write(xmp, from, 'utf8');
    }
  }
  for (const box of boxesIn(bytes, 0, bytes.length)) {
    if (!AVIF_BOXES.has(box.name) || box.name === 'free') empty(box);
    if (box.name === 'moov') emptyWordsIn(box);
    if (box.name !== 'meta') continue;
    const inside = boxesIn(bytes, box.data + 4, box.end);
    for (const each of inside) if (BOXES_OF_WORDS.has(each.name)) empty(each);
    const boxNamed = (name: string) => inside.find((each) => each.name === name);
    const [information, location] = [boxNamed('iinf'), boxNamed('iloc')];
    if (information === undefined || location === undefined) continue;
    const words = itemsOfWords(bytes, information);
    // Parts that lie over one another are a hostile file's: no byte is worth more than one visit.
    let left = bytes.length;
    for (const extent of extentsIn(bytes, location, boxNamed('idat'))) {
      const kind = words.get(extent.item);
      if (kind === undefined || extent.from >= extent.to) continue;
      left -= extent.to - extent.from;
      if (left >= 0) overwrite(extent, kind);
    }
  }
  return [bytes];
}

/** ICC.1: what the colours of a profile are made of. */
function isOfRed(profile: Buffer): boolean {
  return profile.toString('latin1', 16, 20) === 'RGB ';
}

function inflated(deflated: Buffer): Buffer {
  try {
    return inflateSync(deflated, { maxOutputLength: 1 << 24 });
  } catch {
    return Buffer.alloc(0);
  }
}

/**
 * The parts of a JPEG, PNG or WebP file that tell what its red, green and blue are, for a file of the same kind that is made
 * of its pixels. Empty where it has none, has other colours or is of another kind.
 */
export function colourProfile(bytes: Uint8Array, mimeType: string): Uint8Array[] {
  if (mimeType === 'image/jpeg') {
    const parts = bareJpeg(asBuffer(bytes), { xmp: '' }).filter(
      (part) => part[1] === 0xe2 && part[0] === 0xff,
    );
    const isUsable = parts.some((part) => isOfRed(asBuffer(part).subarray(4 + ICC_HEADER.length + 2)));
    return isUsable ? parts : [];
  }
  if (mimeType === 'image/webp') {
    return readWebp(asBuffer(bytes)).flatMap(({ name, data }) =>
      name === 'ICCP' && isOfRed(data) ? [data] : [],
    );
  }
  if (mimeType !== 'image/png') return [];
  return barePng(asBuffer(bytes), { xmp: '' }).filter((part) => {
    const chunk = asBuffer(part);
    if (chunk.toString('latin1', 4, 8) !== 'iCCP') return false;
    const endOfName = chunk.indexOf(0, 8);
    return endOfName !== -1 && isOfRed(inflated(chunk.subarray(endOfName + 2, -4)));
  });
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function partsOf(bytes: Buffer, mimeType: string, kept: KeptFacts): Parts {
  switch (mimeType) {
    case 'image/jpeg':
      return bareJpeg(bytes, kept);
    case 'image/png':
      return barePng(bytes, kept);
    case 'image/webp':
      return bytes.length < 12 ? [bytes] : bareWebp(bytes, kept);
    case 'image/gif':
      return bareGif(bytes);
    case 'image/avif':
      return bareAvif(bytes, kept);
    default:
      throw new TypeError(`no picture of a known kind: ${mimeType}`);
  }
}

/**
 * The same pixels, colour profile, movement and upright side, and of words only `kept`. A file that is cut off or broken
 * stays so, and loses what cannot be read of it. `mimeType` is what the file is (JPEG, PNG, WebP, GIF, AVIF), else a
 * TypeError is thrown.
 */
export function barePicture(bytes: Uint8Array, mimeType: string, kept: KeptFacts): Uint8Array {
  return Buffer.concat(partsOf(asBuffer(bytes), mimeType, kept));
}
