import { Transformer } from '@napi-rs/image';
import ExifReader from 'exifreader';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barePicture } from './bare-picture.ts';
import { tiffSaying } from './camera-data.ts';
import { cameraData, colourful, PACKET } from './testing-pictures.ts';
import { readWebp, withMetadata, writeWebp, type WebpChunk, type WebpMetadata } from './webp-container.ts';

const SIZE = [47, 33] as const;

/** Its upper half can be seen through. */
function halfClear(): Transformer {
  const pixels = new Uint8Array(SIZE[0] * SIZE[1] * 4).map((_, at) =>
    at % 4 === 3 && at < SIZE[0] * SIZE[1] * 2 ? 90 : (at * 7) % 256,
  );
  return Transformer.fromRgbaPixels(pixels, ...SIZE);
}

const opaque = { lossy: colourful(...SIZE).webpSync(90), lossless: colourful(...SIZE).webpLosslessSync() };
const simple = { ...opaque, 'lossless, to be seen through': halfClear().webpLosslessSync() };

const xmp = PACKET.toString('utf8');
const names = (bytes: Buffer) => readWebp(bytes).map(({ name }) => name);
const pixels = (bytes: Uint8Array) => new Transformer(bytes).rawPixelsSync();

describe.each(Object.entries(simple))('a simple file, %s', (kind, original) => {
  test('gets an extended header for what is told with it, which others read, and no other pixels', () => {
    expect(names(original)).toHaveLength(1);
    const told = Buffer.from(barePicture(original, 'image/webp', { xmp }));
    expect(names(told)).toEqual(['VP8X', ...names(original), 'XMP ']);
    expect(readWebp(told)[1]).toEqual(readWebp(original)[0]);
    expect(pixels(told)).toEqual(pixels(original));
    const { xmp: read, riff } = ExifReader.load(told, { expanded: true });
    expect(read?.['Credit']?.description).toBe('ANTARA FOTO');
    expect(riff?.['ImageWidth']?.value).toBe(SIZE[0]);
    expect(riff?.['ImageHeight']?.value).toBe(SIZE[1]);
    expect(riff?.['Alpha']?.value).toBe(kind in opaque ? 0 : 1);
    expect(Buffer.from(barePicture(told, 'image/webp', { xmp }))).toEqual(told);
  });

  test('stays as it is where nothing is told', () => {
    expect(Buffer.from(barePicture(original, 'image/webp', { xmp: '' }))).toEqual(original);
  });

  test('cut off anywhere in its pixels stays as it is: what were added would be read as pixels', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: original.length - 2 }), (length) => {
        const cut = original.subarray(0, length);
        expect(Buffer.from(barePicture(cut, 'image/webp', { xmp }))).toEqual(cut);
      }),
    );
  });
});

const chunk = (name: string, data: Uint8Array): WebpChunk => ({
  name,
  size: data.length,
  data: Buffer.from(data),
});
const data = fc.uint8Array({ maxLength: 60 });

const canvas = fc.record({
  width: fc.integer({ min: 1, max: 16_384 }),
  height: fc.integer({ min: 1, max: 16_384 }),
});

/** The head of pixels of VP8 (RFC 6386, 9.1), 1 to 16,383 a side, or of VP8L (RFC 9649, 3.4), with anything behind it. */
const lossy = fc.tuple(canvas, fc.nat(3), data).map(([{ width, height }, scale, behind]) => {
  const head = Buffer.from([0x10, 0, 0, 0x9d, 0x01, 0x2a, 0, 0, 0, 0]);
  const side = (length: number) => Math.min(length, 16_383);
  head.writeUInt16LE(side(width) | (scale << 14), 6);
  head.writeUInt16LE(side(height) | (scale << 14), 8);
  const frame = { width: side(width), height: side(height), isClear: false };
  return { ...frame, pixels: chunk('VP8 ', Buffer.concat([head, behind])) };
});
const lossless = fc.tuple(canvas, fc.boolean(), data).map(([{ width, height }, isClear, behind]) => {
  const head = Buffer.alloc(5, 0x2f);
  head.writeUInt32LE(((width - 1) | ((height - 1) << 14) | (isClear ? 1 << 28 : 0)) >>> 0, 1);
  return { width, height, isClear, pixels: chunk('VP8L', Buffer.concat([head, behind])) };
});
const frame = fc.oneof(lossy, lossless);

const metadata: fc.Arbitrary<WebpMetadata> = fc.record({
  profile: fc.option(data.map((bytes) => Buffer.from(bytes))),
  exif: fc.option(data.map((bytes) => Buffer.from(bytes))),
  xmp: fc.option(data.map((bytes) => Buffer.from(bytes))),
});

const otherName = fc
  .string({ minLength: 4, maxLength: 4, unit: fc.constantFrom(...'ABCXYZ 089') })
  .filter((name) => !['VP8X', 'EXIF', 'XMP '].includes(name));
const others = fc.array(
  fc
    .tuple(fc.oneof(otherName, fc.constantFrom('ICCP', 'ALPH', 'ANIM', 'ANMF', 'EXIF', 'XMP ')), data)
    .map(([name, bytes]) => chunk(name, bytes)),
  { maxLength: 6 },
);

/** What a file has beside `metadata` and its header. */
function rest(chunks: readonly WebpChunk[], { profile }: WebpMetadata): WebpChunk[] {
  const gone = new Set(['VP8X', 'EXIF', 'XMP ', ...(profile === null ? [] : ['ICCP'])]);
  return chunks.filter(({ name }) => !gone.has(name));
}

function expectTold(chunks: readonly WebpChunk[], told: WebpMetadata): Buffer {
  const found = (name: string) => chunks.filter((each) => each.name === name).map((each) => each.data);
  const only = (one: Buffer | null) => (one === null ? [] : [one]);
  expect(chunks[0]?.name).toBe('VP8X');
  expect(found('VP8X')).toHaveLength(1);
  expect(found('EXIF')).toEqual(only(told.exif));
  expect(found('XMP ')).toEqual(only(told.xmp));
  if (told.profile !== null) {
    expect(chunks[1]).toEqual(chunk('ICCP', told.profile));
    expect(found('ICCP')).toHaveLength(1);
  }
  const header = chunks[0]?.data ?? Buffer.alloc(0);
  expect((header[0] ?? 0) & 0x08).toBe(told.exif === null ? 0 : 0x08);
  expect((header[0] ?? 0) & 0x04).toBe(told.xmp === null ? 0 : 0x04);
  if (told.profile !== null) expect((header[0] ?? 0) & 0x20).toBe(0x20);
  return header;
}

test('an extended file read back is the same but for what is told with it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), others, metadata, (head, chunks, told) => {
      const original = [chunk('VP8X', head), ...chunks];
      const back = readWebp(writeWebp(withMetadata(original, told)));
      const header = expectTold(back, told);
      expect(rest(back, told)).toEqual(rest(original, told));
      expect(header.subarray(1)).toEqual(Buffer.from(head.subarray(1)));
      const told0 = 0x08 | 0x04 | (told.profile === null ? 0 : 0x20);
      expect((header[0] ?? 0) & ~told0).toBe((head[0] ?? 0) & ~told0);
      expect(readWebp(writeWebp(withMetadata(back, told)))).toEqual(back);
    }),
    { numRuns: 1000 },
  );
});

test('a simple file read back is its pixels, a header of their size, and what is told with it', () => {
  fc.assert(
    fc.property(frame, metadata, ({ width, height, isClear, pixels: only }, told) => {
      const back = readWebp(writeWebp(withMetadata(readWebp(writeWebp([only])), told)));
      if (Object.values(told).every((each) => each === null)) {
        expect(back).toEqual([only]);
        return;
      }
      const header = expectTold(back, told);
      expect(rest(back, told)).toEqual([only]);
      expect(header.readUIntLE(4, 3) + 1).toBe(width);
      expect(header.readUIntLE(7, 3) + 1).toBe(height);
      expect((header[0] ?? 0) & 0x10).toBe(isClear ? 0x10 : 0);
      expect((header[0] ?? 0) & 0xc3).toBe(0);
    }),
    { numRuns: 1000 },
  );
});

const everything: WebpMetadata = { profile: null, exif: tiffSaying(6), xmp: Buffer.from(xmp) };

test('whatever bytes there are, nothing is thrown, and no pixels are lost or made', () => {
  const isOfPixels = ({ name }: WebpChunk) => name.startsWith('VP8') && name !== 'VP8X';
  const begun = fc.constantFrom(...Object.values(simple).map((bytes) => bytes.subarray(0, 40)));
  const hostile = fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    fc.tuple(begun, fc.uint8Array({ maxLength: 400 })).map(([head, bytes]) => Buffer.concat([head, bytes])),
    fc
      .tuple(
        fc.constantFrom(...Object.values(simple)),
        fc.nat(800),
        fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 6 }),
      )
      .map(([bytes, length, changes]) => {
        const broken = Buffer.from(bytes.subarray(0, length));
        for (const [at, value] of changes) if (at < broken.length) broken[at] = value;
        return broken;
      }),
  );
  fc.assert(
    fc.property(hostile, (bytes) => {
      const chunks = readWebp(bytes);
      const told = withMetadata(chunks, everything);
      const isExtended = told.some(({ name }) => name === 'VP8X');
      if (!isExtended) expect(told).toEqual(chunks.filter(({ name }) => !['EXIF', 'XMP '].includes(name)));
      expect(told.find(isOfPixels)).toEqual(chunks.find(isOfPixels));
      expect(writeWebp(told)).toBeInstanceOf(Buffer);
      expect(barePicture(bytes, 'image/webp', { xmp })).toBeInstanceOf(Uint8Array);
    }),
    { numRuns: 3000 },
  );
});

test('camera data of a simple file is none', () => {
  const beside = writeWebp([...readWebp(opaque.lossy), chunk('EXIF', cameraData(6))]);
  expect(Buffer.from(barePicture(beside, 'image/webp', { xmp: '' }))).toEqual(opaque.lossy);
});
