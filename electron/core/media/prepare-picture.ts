/**
 * Reading and scaling of one picture; runs in picture-worker.ts. The library's own threads are not used: what they do for a
 * thread that is about to end can take the whole process with it.
 */
import { ResizeFit, Transformer } from '@napi-rs/image';
import ExifReader from 'exifreader';
import { readDate } from '../../../shared/domain/read-date.ts';
import { plainLine } from '../../../shared/conversion/characters.ts';
import { barePicture, colourProfile } from './bare-picture.ts';
import { UPRIGHT } from './camera-data.ts';
import { measurePicture } from './measure-picture.ts';
import { rightsPacket } from './rights-packet.ts';
import { readWebp, webpOrientation, type WebpChunk } from './webp-container.ts';

/** Pixels of the longest side that is kept: enough for a screen of 4K, and for print at column width. */
export const LONGEST_SIDE = 3840;
const JPEG_QUALITY = 88;
/** Of small versions, which stand beside a headline. */
const SMALL_QUALITY = 76;

export interface PictureToPrepare {
  bytes: Uint8Array;
  mimeType: string;
  width: number;
  height: number;
}

export type PictureToBare = Pick<PictureToPrepare, 'bytes' | 'mimeType'>;

export interface PreparedPicture {
  /** The picture as it is stored: bare of camera data (`barePicture`) but for its rights, and scaled where it is too large. */
  kept: Uint8Array;
  /** What IPTC, XMP or EXIF say of it; empty where they say nothing. */
  caption: string;
  credit: string;
  rights: PictureTerms;
}

/** What a picture's file says of what may be done with it. */
export interface PictureTerms {
  /** Milliseconds since 1970 from which on it may not be published any more; null where it does not say. */
  expiresAt: number | null;
  uses: 'open' | 'archive-only';
  /** Terms in words; empty where it has none. */
  notice: string;
}

/** What cameras and programs write where nobody wrote anything. */
const BOILERPLATE =
  /^(?:olympus digital camera|sony dsc|samsung(?: camera pictures)?|dcim|untitled|default|picasa)/i;

function words(...candidates: (string | undefined)[]): string {
  const found = candidates
    .map((candidate) => plainLine(candidate) ?? '')
    .find((line) => line !== '' && !BOILERPLATE.test(line));
  return found?.slice(0, 5000) ?? '';
}

interface Described {
  description?: string;
}

/** Days of files are the newsroom's own; the last one is whole. */
const LATEST_OF_DAY = 'T235959+0700';
const ARCHIVE_ONLY =
  /\b(?:archiv(?:e|al) (?:use )?only|for archive only|not for publication|hanya (?:untuk )?arsip|khusus arsip)\b/i;

/** IPTC-IIM 2:37, 2:38 (until when it may be used), 2:40, 2:116, and XMP of IPTC and PLUS. */
function termsOf(told: (group: 'iptc' | 'xmp', name: string) => string | undefined): PictureTerms {
  const day = words(told('iptc', 'Expiration Date'));
  const time = words(told('iptc', 'Expiration Time'));
  const end = words(told('xmp', 'LicenseEndDate'));
  const ofIptc = day === '' ? null : readDate(`${day}${time === '' ? LATEST_OF_DAY : `T${time}`}`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(end);
  const ofPlus = end === '' ? null : readDate(isDay ? `${end.replaceAll('-', '')}${LATEST_OF_DAY}` : end);
  const terms = [
    words(told('iptc', 'Special Instructions'), told('xmp', 'Instructions')),
    words(told('xmp', 'UsageTerms')),
    words(told('iptc', 'Copyright Notice'), told('xmp', 'rights')),
  ];
  return {
    expiresAt: (ofIptc ?? ofPlus)?.epochMs ?? null,
    uses: terms.some((line) => ARCHIVE_ONLY.test(line)) ? 'archive-only' : 'open',
    notice: [...new Set(terms.filter((line) => line !== ''))].join('\n').slice(0, 2000),
  };
}

const NO_TERMS: PictureTerms = { expiresAt: null, uses: 'open', notice: '' };

interface TextsOfFile extends Omit<PreparedPicture, 'kept'> {
  /** The XMP packet that tells the rights again; empty where the file says nothing of them. */
  xmp: string;
}

/** IPTC-IIM 2:120, 2:110 and 2:80 and their XMP twins (IPTC Photo Metadata Standard), then EXIF. */
function readTexts(bytes: Uint8Array): TextsOfFile {
  try {
    const { iptc = {}, xmp = {}, exif = {} } = ExifReader.load(Buffer.from(bytes), { expanded: true });
    const told = (tags: object, name: string): string | undefined =>
      (tags as Record<string, Described | undefined>)[name]?.description;
    const creditLine = words(told(iptc, 'Credit'), told(xmp, 'Credit'));
    const source = words(told(iptc, 'Source'), told(xmp, 'Source'));
    const credit = creditLine || source;
    const creator = words(told(iptc, 'By-line'), told(xmp, 'creator'));
    const byline = creator || words(told(exif, 'Artist'));
    const groups = { iptc, xmp };
    return {
      rights: termsOf((group, name) => told(groups[group], name)),
      caption: words(
        told(iptc, 'Caption/Abstract'),
        told(xmp, 'description'),
        told(exif, 'ImageDescription'),
      ),
      credit: [credit, credit === byline ? '' : byline].filter((part) => part !== '').join('/'),
      xmp: rightsPacket({
        creator,
        creditLine,
        source,
        copyright: words(told(iptc, 'Copyright Notice'), told(xmp, 'rights')),
        terms: words(told(xmp, 'UsageTerms')),
        statement: words(told(xmp, 'WebStatement')),
      }),
    };
  } catch {
    // Camera data that cannot be read is none.
    return { caption: '', credit: '', rights: NO_TERMS, xmp: '' };
  }
}

function chunksOf({ buffer, byteOffset, byteLength }: Uint8Array): WebpChunk[] {
  return readWebp(Buffer.from(buffer, byteOffset, byteLength));
}

/** Frames that move are not scaled: only the first would be left. */
function isAnimated({ bytes, mimeType }: PictureToPrepare): boolean {
  if (mimeType === 'image/gif') return true;
  return mimeType === 'image/webp' && chunksOf(bytes).some(({ name }) => name === 'ANIM');
}

/**
 * What was made of a picture's pixels as a file, in the format of that picture where it can be written, else as JPEG; in its
 * colours and with its rights (`xmp`).
 */
function encode(made: Transformer, { bytes, mimeType }: PictureToBare, xmp: string): Uint8Array {
  const kept = { xmp, profile: colourProfile(bytes, mimeType) };
  if (mimeType === 'image/png') return barePicture(made.pngSync(), mimeType, kept);
  if (mimeType === 'image/webp') return barePicture(made.webpSync(JPEG_QUALITY), mimeType, kept);
  return barePicture(made.jpegSync(JPEG_QUALITY), 'image/jpeg', kept);
}

/** The pixels of a picture as it is seen. */
function uprightPixels(bytes: Uint8Array): Transformer {
  return new Transformer(bytes).rotate(measurePicture(bytes).orientation);
}

/** The pixels of a picture that are kept, counted as it is seen: upright. */
export interface PixelCrop {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A part of a picture, upright and in the format it came in; null where it moves. Throws where it cannot be decoded. */
export function cropPicture(
  picture: PictureToPrepare,
  { left, top, width, height }: PixelCrop,
): Uint8Array | null {
  if (isAnimated(picture)) return null;
  const part = uprightPixels(picture.bytes).crop(left, top, width, height);
  return encode(part, picture, readTexts(picture.bytes).xmp);
}

/**
 * Where browsers do not agree on which side is up, what the file says is done to its pixels. Throws where a picture that has to
 * be scaled or turned cannot be decoded.
 */
export function preparePicture(picture: PictureToPrepare): PreparedPicture {
  const { mimeType } = picture;
  const { xmp, ...texts } = readTexts(picture.bytes);
  const bytes = barePicture(picture.bytes, mimeType, { xmp });
  if (isAnimated(picture)) return { ...texts, kept: bytes };
  const isTooLarge = Math.max(picture.width, picture.height) > LONGEST_SIDE;
  const said = mimeType === 'image/webp' ? webpOrientation(chunksOf(picture.bytes)) : UPRIGHT;
  if (!isTooLarge && said === UPRIGHT) return { ...texts, kept: bytes };
  const upright = said === UPRIGHT ? uprightPixels(bytes) : new Transformer(bytes).rotate(said);
  const side = LONGEST_SIDE;
  if (isTooLarge) upright.resize({ width: side, height: side, fit: ResizeFit.Inside });
  return { ...texts, kept: encode(upright, { bytes, mimeType }, xmp) };
}

/**
 * A picture for who heeds nothing that its file says of which side is up: turned, in the format it came in where that can be
 * written. Throws where it cannot be decoded.
 */
export function turnPicture(picture: PictureToBare): PictureToBare {
  const bytes = encode(uprightPixels(picture.bytes), picture, readTexts(picture.bytes).xmp);
  return { bytes, mimeType: measurePicture(bytes).mimeType ?? picture.mimeType };
}

/** A stored picture as it may leave the house; see `barePicture`. */
export function barePictureOf({ bytes, mimeType }: PictureToBare): Uint8Array {
  return barePicture(bytes, mimeType, readTexts(bytes));
}

/** A small upright version as WebP, of the first frame where it moves; null where the picture cannot be decoded. */
export function shrinkPicture(bytes: Uint8Array, longestSide: number): Uint8Array | null {
  try {
    return uprightPixels(bytes)
      .resize({ width: longestSide, height: longestSide, fit: ResizeFit.Inside })
      .webpSync(SMALL_QUALITY);
  } catch {
    return null;
  }
}
