import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transformer } from '@napi-rs/image';
import ExifReader from 'exifreader';
import { imageSize } from 'image-size';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';
import { LONGEST_SIDE } from './prepare-picture.ts';
import {
  cameraData,
  colourful,
  dataset,
  exifSegment,
  exifTexts,
  extendedWebp,
  itxt,
  PACKET,
  SECRETS,
  withAvifItems,
  withChunk,
  withIptc,
  withSegment,
  xmpSegment,
} from './testing-pictures.ts';

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore();
});

afterEach(() => desk.close());

function add(bytes: Uint8Array, name = 'foto.jpg') {
  return desk.client.media.add({ file: new File([new Uint8Array(bytes)], name), name });
}

function storedBytes(mediaId: string): Promise<Buffer> {
  return readFile(join(desk.dataFolder, 'media', mediaId.slice(0, 2), mediaId));
}

function pixels(width: number, height: number): Transformer {
  return Transformer.fromRgbaPixels(new Uint8Array(width * height * 4).fill(180), width, height);
}

/** The first bytes of a PNG that claims a size, and garbage where its pixels should be. */
function pngThatClaims(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    Buffer.from('IHDR'),
    header,
    Buffer.alloc(64),
  ]);
}

describe('small versions', () => {
  test('are made once, upright and small, and kept beside what can be made again', async () => {
    const { mediaId } = await add(await pixels(1800, 1200).jpeg());
    const [one, other] = await Promise.all([
      desk.core.serve(`/media/${mediaId}/small`),
      desk.core.serve(`/media/${mediaId}/small`),
    ]);
    expect(one).toEqual(other);
    const path = one && 'path' in one.content ? one.content.path : '';
    expect(path).toContain(join(desk.dataFolder, 'cache'));
    expect(one?.mimeType).toBe('image/webp');
    expect(imageSize(await readFile(path))).toMatchObject({ type: 'webp', width: 640, height: 427 });
    expect(await desk.core.serve(`/media/${'0'.repeat(64)}/small`)).toBeNull();
  });

  test('asked for by the screenful, with a broken one among them, are each the right one', async () => {
    const widths = [900, 1000, 1100, 1200, 1300, 1400];
    const added = await Promise.all(widths.map(async (width) => add(await pixels(width, 600).jpeg())));
    const broken = await add(pngThatClaims(900, 700), 'rusak.png');
    const asked = [...added.slice(0, 2), broken, ...added.slice(2)];
    const served = await Promise.all(asked.map(({ mediaId }) => desk.core.serve(`/media/${mediaId}/small`)));
    const paths = served.map((each) => (each && 'path' in each.content ? each.content.path : ''));
    expect(paths[2]).toBe(join(desk.dataFolder, 'media', broken.mediaId.slice(0, 2), broken.mediaId));
    const heights = await Promise.all(
      paths.toSpliced(2, 1).map(async (path) => imageSize(await readFile(path)).height),
    );
    expect(heights).toEqual(widths.map((width) => Math.round((640 * 600) / width)));
  });

  test('of what is small already, and of what cannot be shrunk, is the picture itself', async () => {
    const tiny = await add(await pixels(200, 100).jpeg());
    const broken = await add(pngThatClaims(900, 700), 'rusak.png');
    for (const { mediaId } of [tiny, broken]) {
      const served = await desk.core.serve(`/media/${mediaId}/small`);
      expect(served?.content).toEqual({ path: join(desk.dataFolder, 'media', mediaId.slice(0, 2), mediaId) });
    }
  });
});

describe('what a picture says of itself', () => {
  test('its caption, and its credit with the photographer', async () => {
    const jpeg = withIptc(await pixels(40, 30).jpeg(), [
      dataset(80, 'Aprillio Akbar'),
      dataset(110, 'ANTARA FOTO'),
      dataset(120, 'Presiden Joko Widodo tiba di Singapura, Jumat (27/4). "Kami siap".'),
    ]);
    expect(await add(jpeg)).toMatchObject({
      width: 40,
      height: 30,
      caption: 'Presiden Joko Widodo tiba di Singapura, Jumat (27/4). "Kami siap".',
      credit: 'ANTARA FOTO/Aprillio Akbar',
    });
  });

  test('as EXIF and XMP have it, where IPTC says nothing', async () => {
    const words = exifTexts([
      [0x010e, 'Banjir di Demak surut'],
      [0x013b, 'Sari Dewi'],
    ]);
    const camera = exifSegment(await pixels(40, 30).jpeg(), words);
    expect(await add(camera)).toMatchObject({ caption: 'Banjir di Demak surut', credit: 'Sari Dewi' });
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="ANTARA FOTO"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">Air surut &amp; jalan kering</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>Aji Styawan</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>';
    expect(await add(xmpSegment(await pixels(41, 30).jpeg(), Buffer.from(xmp)))).toMatchObject({
      caption: 'Air surut & jalan kering',
      credit: 'ANTARA FOTO/Aji Styawan',
    });
  });

  test('until when it may be used, that it is for the archive only, and its terms', async () => {
    const jpeg = withIptc(await pixels(40, 30).jpeg(), [
      dataset(37, '20261231'),
      dataset(40, 'ARCHIVE ONLY, not for syndication'),
      dataset(110, 'ANTARA FOTO'),
      dataset(116, '© ANTARA'),
    ]);
    const { mediaId } = await add(jpeg);
    expect(await desk.client.rights.picture({ mediaId })).toMatchObject({
      credit: 'ANTARA FOTO',
      expires: '2026-12-31T16:59:59.000Z',
      uses: 'archive-only',
      notice: 'ARCHIVE ONLY, not for syndication\n© ANTARA',
      from: 'file',
    });
    const bare = await add(await pixels(21, 20).jpeg());
    expect(await desk.client.rights.picture({ mediaId: bare.mediaId })).toMatchObject({
      uses: 'open',
      expires: null,
      from: 'nobody',
    });
  });

  test('is nothing where it has none, or only what the camera wrote', async () => {
    expect(await add(await pixels(20, 20).jpeg())).toMatchObject({ caption: '', credit: '' });
    const camera = withIptc(await pixels(20, 20).jpeg(), [dataset(120, 'OLYMPUS DIGITAL CAMERA')]);
    expect(await add(camera)).toMatchObject({ caption: '' });
  });
});

/** What readers of a picture's file are told by it. */
async function toldBy(mediaId: string) {
  return ExifReader.load(await storedBytes(mediaId), { expanded: true });
}

describe('what a picture says of where, with what and by whom it was taken', () => {
  const size = [48, 32] as const;
  const camera = cameraData(6);
  const chunks = [
    ['EXIF', cameraData(1)],
    ['XMP ', PACKET],
  ] as const;
  test.each([
    ['foto.jpg', 6, exifSegment(xmpSegment(colourful(...size).jpegSync(90)), camera)],
    [
      'foto.png',
      6,
      withChunk(
        withChunk(colourful(...size).pngSync(), 'iTXt', itxt('XML:com.adobe.xmp', PACKET)),
        'eXIf',
        camera,
      ),
    ],
    ['foto.webp', undefined, extendedWebp(colourful(...size).webpSync(90), size, chunks)],
    ['foto.avif', 1, withAvifItems(colourful(...size).avifSync({ speed: 10 }), camera, PACKET)],
  ])('is not stored; its words, pixels and upright side are: %s', async (name, orientation, original) => {
    expect(ExifReader.load(original, { expanded: true }).gps?.Latitude).toBeCloseTo(-6.175, 3);

    const { mediaId, caption, credit } = await add(original, name);

    expect({ caption, credit }).toEqual({
      caption: 'Banjir di Demak surut',
      credit: 'ANTARA FOTO/Aji Styawan',
    });
    const stored = await storedBytes(mediaId);
    expect(SECRETS.filter((secret) => stored.includes(secret))).toEqual([]);
    const { gps, exif, xmp } = await toldBy(mediaId);
    expect(gps).toBeUndefined();
    expect(exif?.Orientation?.value).toBe(orientation);
    expect(exif?.['Make']).toBeUndefined();
    expect(xmp?.['Credit']?.description).toBe('ANTARA FOTO');
    expect(xmp?.['creator']?.description).toBe('Aji Styawan');
    expect(xmp?.['rights']?.description).toBe('© ANTARA & mitra');
    expect(xmp?.['WebStatement']?.description).toBe('https://antara.example/izin');
    expect(new Transformer(stored).rawPixelsSync()).toEqual(new Transformer(original).rawPixelsSync());
    expect((await add(stored, name)).mediaId).toBe(mediaId);
  });

  test('does not come back with a picture that was scaled: its rights and colours do', async () => {
    const profile = Buffer.alloc(300);
    profile.write('RGB ', 16, 'latin1');
    const coloured = withSegment(
      await pixels(4000, 40).jpeg(),
      0xe2,
      Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), profile]),
    );
    // The camera data stands last, where the scaling program does not look for it.
    const { mediaId, width, height } = await add(xmpSegment(exifSegment(coloured, cameraData(6))));
    expect({ width, height }).toEqual({ width: 38, height: LONGEST_SIDE });
    const stored = await storedBytes(mediaId);
    expect(SECRETS.filter((secret) => stored.includes(secret))).toEqual([]);
    expect(stored.includes(profile)).toBe(true);
    expect((await toldBy(mediaId)).xmp?.['Credit']?.description).toBe('ANTARA FOTO');
  });
});

const svg = (source: string): Buffer => Buffer.from(source);

describe('large pictures', () => {
  test('are scaled to what a page needs, and keep their words', async () => {
    const original = withIptc(await pixels(5000, 1000).jpeg(), [dataset(120, 'Panorama')]);
    const media = await add(original);
    expect(media).toMatchObject({ width: LONGEST_SIDE, height: 768, caption: 'Panorama' });
    const stored = await storedBytes(media.mediaId);
    expect(imageSize(stored)).toMatchObject({ width: LONGEST_SIDE, height: 768 });
    expect((await add(original)).mediaId).toBe(media.mediaId);
  });

  test('are kept as they came where they are not too large', async () => {
    const original = await pixels(300, 200).png();
    const { mediaId, bytes } = await add(original, 'a.png');
    expect(bytes).toBe(original.length);
    expect(Buffer.compare(await storedBytes(mediaId), original)).toBe(0);
  });

  test.each([
    ['300 megapixels by its own word', pngThatClaims(30_000, 10_000), 'picture-too-many-pixels'],
    ['large, and broken inside', pngThatClaims(5000, 20), 'not-a-picture'],
    ['SVG', svg('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'picture-kind-not-taken'],
    ['SVG by its view box', svg('<svg viewBox="0 0 24 16"></svg>'), 'picture-kind-not-taken'],
    [
      'SVG without any size, as drawing programs write it',
      svg(
        '\uFEFF<?xml version="1.0"?>\n<!-- Inkscape --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [<!ENTITY a "b">]>\n<svg><g/></svg>',
      ),
      'picture-kind-not-taken',
    ],
    ['a page with SVG inside', svg('<!DOCTYPE html><p><svg></svg>'), 'not-a-picture'],
  ])('%s: refused in words, and nothing is stored', async (_, bytes, reason) => {
    await expect(add(bytes)).rejects.toMatchObject({ code: 'INVALID', data: { reason } });
  });
});
