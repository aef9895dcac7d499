import { Transformer } from '@napi-rs/image';
import ExifReader from 'exifreader';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barePicture } from './bare-picture.ts';
import {
  cameraData,
  colourful,
  exifSegment,
  extendedWebp,
  itxt,
  PACKET,
  SECRETS,
  withAvifItems,
  withChunk,
  withExtension,
  withIptc,
  withSegment,
  dataset,
  xmpSegment,
} from './testing-pictures.ts';

const SIZE = [48, 32] as const;
const jpeg = colourful(...SIZE).jpegSync(90);
const png = colourful(...SIZE).pngSync();
const webp = colourful(...SIZE).webpSync(90);
const avif = colourful(...SIZE).avifSync({ speed: 10 });
const gif = Buffer.from('R0lGODlhAgABAIAAAAUEBAAAACwAAAAAAgABAAACAgQKADs=', 'base64');

const behind = Buffer.from('\xff\xd8 Kampung Rahasia', 'latin1');

/** One of each kind, told everything a file can tell, which side is up among it. */
function told(orientation: number): Record<string, Buffer> {
  const camera = cameraData(orientation);
  const profile = Buffer.from(`ICC_PROFILE\0\x01\x01${'profil'.repeat(30)}`, 'latin1');
  return {
    'image/jpeg': Buffer.concat([
      exifSegment(
        xmpSegment(
          withIptc(withSegment(withSegment(jpeg, 0xfe, Buffer.from('SN-471100')), 0xe2, profile), [
            dataset(90, 'Kampung Rahasia'),
          ]),
        ),
        camera,
      ),
      behind,
    ]),
    'image/png': Buffer.concat([
      withChunk(
        withChunk(
          withChunk(png, 'iTXt', itxt('XML:com.adobe.xmp', PACKET)),
          'tEXt',
          Buffer.from('Author\0Pemilik Kamera'),
        ),
        'eXIf',
        camera,
      ),
      behind,
    ]),
    'image/webp': Buffer.concat([
      extendedWebp(webp, SIZE, [
        ['EXIF', camera],
        ['XMP ', PACKET],
      ]),
      behind,
    ]),
    'image/avif': withAvifItems(avif, camera, PACKET),
    'image/gif': Buffer.concat([withExtension(gif, 0xfe, 'Kampung Rahasia'), behind]),
  };
}

const bare = (bytes: Uint8Array, mimeType: string, xmp = '') =>
  Buffer.from(barePicture(bytes, mimeType, { xmp }));
const pixels = (bytes: Uint8Array) => new Transformer(bytes).rawPixelsSync();
const upright = (bytes: Uint8Array) => new Transformer(bytes).rotate().rawPixelsSync();

describe.each(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'])('%s', (mimeType) => {
  test.each([1, 6, 8])('tells nothing any more, and looks as it did, turned as %i says', (orientation) => {
    const original = told(orientation)[mimeType] ?? Buffer.alloc(0);
    const isSecret = SECRETS.some((secret) => original.includes(secret));
    expect(isSecret).toBe(true);
    const stored = bare(original, mimeType);
    expect(SECRETS.filter((secret) => stored.includes(secret))).toEqual([]);
    if (mimeType === 'image/gif') {
      expect(stored).toEqual(gif);
      return;
    }
    expect(pixels(stored)).toEqual(pixels(original));
    expect(upright(stored)).toEqual(upright(original));
    const isTurned = mimeType === 'image/jpeg' && orientation > 1;
    expect(upright(stored).equals(pixels(stored))).toBe(!isTurned);
    if (orientation > 1) {
      const { exif } = ExifReader.load(stored, { expanded: true });
      // An AVIF turns itself, and whoever did what camera data says would turn it twice.
      expect(exif?.Orientation?.value).toBe(mimeType === 'image/avif' ? 1 : orientation);
    }
    expect(bare(stored, mimeType)).toEqual(stored);
  });

  test('keeps the rights it is given, where it has a place for them', () => {
    if (mimeType === 'image/gif') return;
    const stored = bare(told(6)[mimeType] ?? Buffer.alloc(0), mimeType, '<x:xmpmeta>ANTARA FOTO</x:xmpmeta>');
    expect(stored.includes('ANTARA FOTO')).toBe(true);
    expect(upright(stored)).toEqual(upright(told(6)[mimeType] ?? Buffer.alloc(0)));
    expect(bare(stored, mimeType, '<x:xmpmeta>ANTARA FOTO</x:xmpmeta>')).toEqual(stored);
  });

  test('cut off or broken anywhere is borne, and tells no more than what is left of it', () => {
    const original = told(6)[mimeType] ?? Buffer.alloc(0);
    fc.assert(
      fc.property(
        fc.nat(original.length),
        fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { maxLength: 6 }),
        (length, changes) => {
          const broken = Buffer.from(original.subarray(0, length));
          for (const [at, value] of changes) if (at < length) broken[at] = value;
          const once = bare(broken, mimeType);
          expect(once.length).toBeLessThanOrEqual(length + 64);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('any bytes at all are borne', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
        const head = (told(1)[mimeType] ?? Buffer.alloc(0)).subarray(0, 40);
        expect(bare(Buffer.concat([head, bytes]), mimeType)).toBeInstanceOf(Uint8Array);
        expect(bare(bytes, mimeType)).toBeInstanceOf(Uint8Array);
      }),
      { numRuns: 500 },
    );
  });
});

const secretly = fc
  .uint8Array({ maxLength: 300 })
  .map((bytes) => Buffer.concat([Buffer.from('SN-471100'), bytes]));

test.each<[string, Buffer, fc.Arbitrary<(picture: Buffer) => Buffer>]>([
  [
    'image/jpeg',
    jpeg,
    fc.tuple(fc.constantFrom(...Array.from({ length: 16 }, (_, n) => 0xe0 + n), 0xfe), secretly).map(
      ([marker, body]) =>
        (picture) =>
          withSegment(picture, marker, body),
    ),
  ],
  [
    'image/png',
    png,
    fc.tuple(fc.constantFrom('tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'juMB', 'prVt'), secretly).map(
      ([name, data]) =>
        (picture) =>
          withChunk(picture, name, data),
    ),
  ],
  [
    'image/webp',
    webp,
    fc
      .array(fc.tuple(fc.constantFrom('EXIF', 'XMP ', 'C2PA', 'abcd'), secretly), { minLength: 1 })
      .map((chunks) => () => extendedWebp(webp, SIZE, chunks)),
  ],
])('%s: whatever parts are put in come out again, and the pixels stay', (mimeType, clean, part) => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const original = parts.reduce((picture, add) => add(picture), clean);
      expect(original.includes('SN-471100')).toBe(true);
      const stored = bare(original, mimeType);
      expect(stored.includes('SN-471100')).toBe(false);
      expect(pixels(stored)).toEqual(pixels(clean));
      expect(bare(stored, mimeType)).toEqual(stored);
    }),
    { numRuns: 200 },
  );
});

test('a colour profile and how often a picture moves stay', () => {
  const stored = bare(told(1)['image/jpeg'] ?? Buffer.alloc(0), 'image/jpeg');
  expect(stored.includes('ICC_PROFILE\0\x01\x01profilprofil')).toBe(true);
  const loop = withExtension(gif, 0xff, 'NETSCAPE2.0');
  expect(bare(loop, 'image/gif')).toEqual(loop);
});

test('the files these tests are made of tell a place before', () => {
  const { gps } = ExifReader.load(told(1)['image/jpeg'] ?? Buffer.alloc(0), { expanded: true });
  expect(gps).toMatchObject({ Latitude: expect.closeTo(-6.175, 3), Longitude: expect.closeTo(106.8275, 3) });
});
