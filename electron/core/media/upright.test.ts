import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExifReader from 'exifreader';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDeskDatabase } from '../database/open.ts';
import { measurePicture } from './measure-picture.ts';
import { cropPicture, LONGEST_SIDE, preparePicture, shrinkPicture } from './prepare-picture.ts';
import { createMediaService, type MediaService } from './service.ts';
import {
  cameraData,
  colourful,
  cornersOf,
  exifSegment,
  extendedWebp,
  quarters,
  TURNED,
  turnedAvif,
  withAvifItems,
  withChunk,
  PACKET,
} from './testing-pictures.ts';

type Size = readonly [width: number, height: number];

/** `quarters` as files that say by their own means which side is up. */
const made = {
  'image/jpeg': (size: Size, orientation: number) =>
    exifSegment(quarters(...size).jpegSync(95), cameraData(orientation)),
  'image/png': (size: Size, orientation: number) =>
    withChunk(quarters(...size).pngSync(), 'eXIf', cameraData(orientation)),
  'image/webp': (size: Size, orientation: number) =>
    extendedWebp(quarters(...size).webpSync(90), size, [['EXIF', cameraData(orientation)]]),
  'image/avif': (size: Size, orientation: number) =>
    turnedAvif(quarters(...size).avifSync({ speed: 10 }), orientation),
};

const SMALL: Size = [48, 32];
const LARGE: Size = [LONGEST_SIDE + 160, 40];
const ALL = [1, 2, 3, 4, 5, 6, 7, 8];

/** As they are seen by who does what the file says. */
function seen([width, height]: Size, orientation: number): Size {
  return orientation > 4 ? [height, width] : [width, height];
}

function prepared(original: Buffer, mimeType: string): Buffer {
  const { width, height } = measurePicture(original);
  return Buffer.from(preparePicture({ bytes: original, mimeType, width, height }).kept);
}

function sizeOf(bytes: Uint8Array): Size {
  const { width, height } = measurePicture(bytes);
  return [width, height];
}

/** Which way whoever shows a file is told by its camera data to turn it. */
function toldToTurn(bytes: Buffer): number {
  const { exif } = ExifReader.load(bytes, { expanded: true });
  return Number(exif?.Orientation?.value ?? 1);
}

describe.each(['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const)(
  '%s that says which side is up',
  (mimeType) => {
    test.each(ALL)('large, is scaled upright, once, and measured as it is seen: %i', (orientation) => {
      const kept = prepared(made[mimeType](LARGE, orientation), mimeType);
      expect(sizeOf(kept)).toEqual(seen([LONGEST_SIDE, 38], orientation));
      expect(cornersOf(kept)).toEqual(TURNED[orientation]);
      expect(toldToTurn(kept)).toBe(1);
    });

    test.each(ALL)('small, is measured, cropped and shrunk as it is seen: %i', (orientation) => {
      const kept = prepared(made[mimeType](SMALL, orientation), mimeType);
      const [width, height] = sizeOf(kept);
      expect([width, height]).toEqual(seen(SMALL, orientation));
      expect(cornersOf(shrinkPicture(kept, 24) ?? kept)).toEqual(TURNED[orientation]);
      const half = { left: 0, top: 0, width, height: height / 2 };
      const stored = measurePicture(kept).mimeType ?? '';
      const upperHalf = cropPicture({ bytes: kept, mimeType: stored, width, height }, half);
      expect(sizeOf(upperHalf ?? kept)).toEqual([width, height / 2]);
      expect(cornersOf(upperHalf ?? kept).slice(0, 2)).toEqual(TURNED[orientation]?.slice(0, 2));
    });
  },
);

test.each(['image/jpeg', 'image/png', 'image/avif'] as const)(
  'a small %s, which every browser turns, keeps its pixels as they lie',
  (mimeType) => {
    expect(cornersOf(prepared(made[mimeType](SMALL, 6), mimeType))).toEqual(TURNED[1]);
  },
);

test('a small WebP, which some browsers turn and others do not, is turned, in its colours, and asks nobody to', () => {
  const profile = Buffer.alloc(301);
  profile.write('RGB ', 16, 'latin1');
  const original = extendedWebp(quarters(...SMALL).webpSync(90), SMALL, [
    ['ICCP', profile],
    ['EXIF', cameraData(6)],
    ['XMP ', PACKET],
  ]);
  const kept = prepared(original, 'image/webp');
  expect(cornersOf(kept)).toEqual(TURNED[6]);
  expect(toldToTurn(kept)).toBe(1);
  expect(kept.includes(profile)).toBe(true);
  expect(ExifReader.load(kept, { expanded: true }).xmp?.['Credit']?.description).toBe('ANTARA FOTO');
  expect(prepared(kept, 'image/webp')).toEqual(kept);
});

test('a WebP that moves is not turned, however far from its beginning it says so', () => {
  const moving = extendedWebp(quarters(...SMALL).webpSync(90), SMALL, [
    ['ICCP', Buffer.alloc(3000)],
    ['ANIM', Buffer.alloc(6)],
    ['EXIF', cameraData(6)],
  ]);
  expect(cornersOf(prepared(moving, 'image/webp'))).toEqual(TURNED[1]);
});

test('what camera data says in an AVIF turns nothing, large or small: no browser heeds it there', () => {
  const avif = (size: Size) =>
    withAvifItems(quarters(...size).avifSync({ speed: 10 }), cameraData(6), PACKET);
  for (const [size, wanted] of [
    [SMALL, SMALL],
    [LARGE, [LONGEST_SIDE, 38]],
  ] as const) {
    const kept = prepared(avif(size), 'image/avif');
    expect(sizeOf(kept)).toEqual(wanted);
    expect(cornersOf(kept)).toEqual(TURNED[1]);
    expect(toldToTurn(kept)).toBe(1);
  }
});

function openMedia() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'redaksi-upright-'));
  const database = openDeskDatabase(dataFolder);
  onTestFinished(() => {
    database.close();
    rmSync(dataFolder, { recursive: true });
  });
  const media: MediaService = createMediaService({
    database,
    dataFolder,
    clock: { now: () => 0 },
    onRights() {},
  });
  return { media, database };
}

test('the desk is told the size a picture is seen in, of one it had taken for another size before as well', async () => {
  const { media, database } = openMedia();
  const original = made['image/png'](SMALL, 6);
  const { mediaId, width, height } = await media.add(original, 'foto.png');
  expect([width, height]).toEqual([32, 48]);

  database.prepare('UPDATE media SET width = 48, height = 32').run();
  const square = await media.crop(mediaId, { ratio: '1:1', focusX: 0, focusY: 0 });
  expect([square.width, square.height]).toEqual([32, 32]);
  expect(cornersOf(readFileSync(media.path(square.mediaId))).slice(0, 2)).toEqual(TURNED[6]?.slice(0, 2));
  await media.add(original, 'foto.png');
  expect(media.get(mediaId)).toMatchObject({ width: 32, height: 48 });
});

test('a WebP that is scaled or cropped still tells its rights', async () => {
  const { media } = openMedia();
  const credit = (mediaId: string) =>
    ExifReader.load(readFileSync(media.path(mediaId)), { expanded: true }).xmp?.['Credit']?.description;
  const original = extendedWebp(colourful(...LARGE).webpSync(90), LARGE, [['XMP ', PACKET]]);
  const scaled = await media.add(original, 'foto.webp');
  expect(scaled).toMatchObject({
    width: LONGEST_SIDE,
    mimeType: 'image/webp',
    credit: 'ANTARA FOTO/Aji Styawan',
  });
  expect(credit(scaled.mediaId)).toBe('ANTARA FOTO');
  const square = await media.crop(scaled.mediaId, { ratio: '1:1', focusX: 0.5, focusY: 0.5 });
  expect(credit(square.mediaId)).toBe('ANTARA FOTO');
});
