/** Files of pictures as cameras, telephones and picture desks write them, for tests. */
import { crc32 } from 'node:zlib';
import { Transformer } from '@napi-rs/image';

/** What must not leave the house, as words that can be looked for in a file. */
export const SECRETS = ['SN-471100', 'Pemilik Kamera', 'Kampung Rahasia', 'GAMBAR-KECIL'];

/** Stripes and steps of colour, so that a picture which is turned or changed is another one. */
export function colourful(width: number, height: number): Transformer {
  const pixels = new Uint8Array(width * height * 4).map((_, at) => {
    const [x, y] = [(at >> 2) % width, Math.floor((at >> 2) / width)];
    return [x * 5, y * 6, x < width / 3 && y < height / 3 ? 255 : 20, 255][at % 4] ?? 0;
  });
  return Transformer.fromRgbaPixels(pixels, width, height);
}

export type Corner = 'red' | 'green' | 'blue' | 'yellow';

const CORNERS: Record<Corner, readonly [number, number, number]> = {
  red: [220, 20, 20],
  green: [20, 180, 20],
  blue: [20, 20, 220],
  yellow: [230, 220, 20],
};

/** Four quarters: red and green above, blue and yellow below. */
export function quarters(width: number, height: number): Transformer {
  const pixels = Buffer.alloc(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const [isLeft, isUpper] = [at % width < width / 2, at < (width * height) / 2];
    const name = isUpper ? (isLeft ? 'red' : 'green') : isLeft ? 'blue' : 'yellow';
    pixels.set([...CORNERS[name], 255], at * 4);
  }
  return Transformer.fromRgbaPixels(pixels, width, height);
}

/** Which of `quarters` a colour is nearest to. */
export function cornerOf(colour: ArrayLike<number>): Corner {
  const far = (name: Corner) =>
    CORNERS[name].reduce((sum, value, channel) => sum + Math.abs(value - (colour[channel] ?? 0)), 0);
  return (Object.keys(CORNERS) as Corner[]).reduce((best, name) => (far(name) < far(best) ? name : best));
}

/** What of `quarters` a file's pixels have in their corners: above from left to right, then below. */
export function cornersOf(bytes: Uint8Array): Corner[] {
  const png = new Transformer(bytes).pngSync();
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const pixels = new Transformer(png).rawPixelsSync();
  const channels = pixels.length / (width * height);
  return [2, height - 3].flatMap((y) =>
    [2, width - 3].map((x) => cornerOf(pixels.subarray((y * width + x) * channels))),
  );
}

/** `quarters` with its pixels turned, as seen by who does what EXIF says in 1 to 8 (CIPA DC-008, 4.6.4). */
export const TURNED: Readonly<Record<number, readonly Corner[]>> = {
  1: ['red', 'green', 'blue', 'yellow'],
  2: ['green', 'red', 'yellow', 'blue'],
  3: ['yellow', 'blue', 'green', 'red'],
  4: ['blue', 'yellow', 'red', 'green'],
  5: ['red', 'blue', 'green', 'yellow'],
  6: ['blue', 'red', 'yellow', 'green'],
  7: ['yellow', 'green', 'blue', 'red'],
  8: ['green', 'yellow', 'red', 'blue'],
};

/** A JPEG with one segment more behind its first two bytes. */
export function withSegment(jpeg: Buffer, marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** One dataset of IPTC-IIM record 2. */
export function dataset(number: number, text: string): Buffer {
  const words = Buffer.from(text, 'utf8');
  const head = Buffer.from([0x1c, 2, number, words.length >> 8, words.length & 0xff]);
  return Buffer.concat([head, words]);
}

/** A JPEG with IPTC data in Photoshop's APP13 segment, as picture desks of agencies write it. */
export function withIptc(jpeg: Buffer, datasets: Buffer[]): Buffer {
  const utf8 = Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47]);
  const data = Buffer.concat([utf8, ...datasets]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const resource = Buffer.concat([Buffer.from('8BIM'), Buffer.from([4, 4, 0, 0]), size, data]);
  const body = Buffer.concat([
    Buffer.from('Photoshop 3.0\0', 'latin1'),
    resource,
    Buffer.alloc(data.length % 2),
  ]);
  return withSegment(jpeg, 0xed, body);
}

type Value = string | number | readonly [number, number][];
type Directory = readonly (readonly [tag: number, value: Value | Directory])[];

/** One directory of TIFF 6.0, little-endian, that lies at `at`, with what it points to behind it. */
function directory(entries: Directory, at: number, next: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16LE(entries.length, 0);
  head.writeUInt32LE(next, head.length - 4);
  let behind = Buffer.alloc(0);
  for (const [index, [tag, value]] of entries.entries()) {
    const place = 2 + index * 12;
    const end = at + head.length + behind.length;
    head.writeUInt16LE(tag, place);
    if (typeof value === 'number') {
      head.writeUInt16LE(tag > 0x0200 && tag < 0x0203 ? 4 : 3, place + 2);
      head.writeUInt32LE(1, place + 4);
      head.writeUInt32LE(value, place + 8);
      continue;
    }
    const isRational = Array.isArray(value) && Array.isArray(value[0]) && tag < 5;
    if (typeof value === 'string') {
      const text = Buffer.from(`${value}\0`.padEnd(5, '\0'), 'latin1');
      head.writeUInt16LE(2, place + 2);
      head.writeUInt32LE(text.length, place + 4);
      behind = Buffer.concat([behind, text]);
    } else if (isRational) {
      const numbers = Buffer.alloc(value.length * 8);
      for (const [each, [over, under]] of (value as [number, number][]).entries()) {
        numbers.writeUInt32LE(over, each * 8);
        numbers.writeUInt32LE(under, each * 8 + 4);
      }
      head.writeUInt16LE(5, place + 2);
      head.writeUInt32LE(value.length, place + 4);
      behind = Buffer.concat([behind, numbers]);
    } else {
      head.writeUInt16LE(4, place + 2);
      head.writeUInt32LE(1, place + 4);
      behind = Buffer.concat([behind, directory(value as Directory, end, 0)]);
    }
    head.writeUInt32LE(end, place + 8);
  }
  return Buffer.concat([head, behind]);
}

/** Texts in EXIF's first directory. */
export function exifTexts(texts: readonly (readonly [tag: number, text: string])[]): Buffer {
  return Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), directory(texts, 8, 0)]);
}

/**
 * As a telephone writes it: who made it, which side is up, the camera's number and owner, where it stood (6°10′30″ S,
 * 106°49′39″ E), and a small picture.
 */
export function cameraData(orientation: number): Buffer {
  const main: Directory = [
    [0x010e, 'Banjir di Demak surut'],
    [0x010f, 'Kamera Rakyat'],
    [0x0112, orientation],
    [0x013b, 'Sari Dewi'],
    [
      0x8769,
      [
        [0xa430, 'Pemilik Kamera'],
        [0xa431, 'SN-471100'],
      ],
    ],
    [
      0x8825,
      [
        [1, 'S'],
        // prettier-ignore
        [2, [[6, 1], [10, 1], [30, 1]]],
        [3, 'E'],
        // prettier-ignore
        [4, [[106, 1], [49, 1], [39, 1]]],
      ],
    ],
  ];
  const small = Buffer.from('\xff\xd8GAMBAR-KECIL\xff\xd9', 'latin1');
  const length = directory(main, 8, 0).length;
  const second = (at: number): Directory => [
    [0x0103, 6],
    [0x0201, at],
    [0x0202, small.length],
  ];
  const start = 8 + length;
  const secondLength = directory(second(0), start, 0).length;
  return Buffer.concat([
    Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]),
    directory(main, 8, start),
    directory(second(start + secondLength), start, 0),
    small,
  ]);
}

/** As a picture desk writes it, with the place beside the rights, and room to write more. */
export const PACKET = Buffer.from(
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" photoshop:Credit="ANTARA FOTO" photoshop:City="Kampung Rahasia" xmpRights:WebStatement="https://antara.example/izin"><dc:creator><rdf:Seq><rdf:li>Aji Styawan</rdf:li></rdf:Seq></dc:creator><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© ANTARA &amp; mitra</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>'.padEnd(
    2048,
  ),
  'utf8',
);

export function exifSegment(jpeg: Buffer, tiff: Buffer): Buffer {
  return withSegment(jpeg, 0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

export function xmpSegment(jpeg: Buffer, packet: Buffer = PACKET): Buffer {
  return withSegment(
    jpeg,
    0xe1,
    Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1'), packet]),
  );
}

/** A PNG with one chunk more behind its header. */
export function withChunk(png: Buffer, name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([
    png.subarray(0, 33),
    frame.subarray(0, 4),
    body,
    frame.subarray(4),
    png.subarray(33),
  ]);
}

export function itxt(keyword: string, text: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), text]);
}

function riffChunk(name: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** A WebP of one frame with an extended header (RFC 9649) and chunks behind its pixels. */
export function extendedWebp(
  webp: Buffer,
  [width, height]: readonly [number, number],
  chunks: readonly (readonly [name: string, data: Uint8Array])[],
): Buffer {
  const flags = chunks.reduce(
    (sum, [name]) => sum | (name === 'EXIF' ? 0x08 : name === 'XMP ' ? 0x04 : 0),
    0,
  );
  const header = Buffer.alloc(10);
  header[0] = flags;
  header.writeUIntLE(width - 1, 4, 3);
  header.writeUIntLE(height - 1, 7, 3);
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    riffChunk('VP8X', header),
    webp.subarray(12),
    ...chunks.map(([name, data]) => riffChunk(name, data)),
  ]);
  return riffChunk('RIFF', body);
}

function box(name: string, ...data: Uint8Array[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(
    data.reduce((sum, { length }) => sum + length, 8),
    0,
  );
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, ...data]);
}

function boxes(bytes: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = 0; at + 8 <= bytes.length; at += bytes.readUInt32BE(at)) {
    found.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + bytes.readUInt32BE(at)));
  }
  return found;
}

/** An AVIF of one picture (ISO/IEC 14496-12), as its encoder writes it, with camera data and a packet beside it. */
export function withAvifItems(avif: Buffer, tiff: Buffer, packet: Buffer): Buffer {
  const top = boxes(avif);
  const meta = boxes((top.get('meta') ?? Buffer.alloc(0)).subarray(4));
  const get = (of: Map<string, Buffer>, name: string) => of.get(name) ?? Buffer.alloc(0);
  const pixels = get(top, 'mdat');
  const exif = Buffer.concat([Buffer.alloc(4), tiff]);
  const entry = (item: number, kind: string) =>
    box(
      'infe',
      Buffer.from([2, 0, 0, 0, 0, item, 0, 0]),
      Buffer.from(`${kind}\0${kind === 'mime' ? 'application/rdf+xml\0' : ''}`, 'latin1'),
    );
  function metaAt(start: number): Buffer {
    const location = Buffer.alloc(8 + 3 * 14);
    location.set([0, 0, 0, 0, 0x44, 0, 0, 3]);
    let from = start;
    for (const [index, { length }] of [pixels, exif, packet].entries()) {
      const at = 8 + index * 14;
      location.writeUInt16BE(index + 1, at);
      location.writeUInt16BE(1, at + 4);
      location.writeUInt32BE(from, at + 6);
      location.writeUInt32BE(length, at + 10);
      from += length;
    }
    return box(
      'meta',
      Buffer.alloc(4),
      box('hdlr', get(meta, 'hdlr')),
      box('pitm', get(meta, 'pitm')),
      box('iloc', location),
      box('iinf', Buffer.from([0, 0, 0, 0, 0, 3]), entry(1, 'av01'), entry(2, 'Exif'), entry(3, 'mime')),
      box('iprp', get(meta, 'iprp')),
    );
  }
  const before = box('ftyp', get(top, 'ftyp'));
  const start = before.length + metaAt(0).length + 8;
  return Buffer.concat([before, metaAt(start), box('mdat', pixels, exif, packet)]);
}

/** How an AVIF says in 1 to 8 of EXIF which side is up: by turning (anticlockwise, in quarters), then by mirroring. */
// prettier-ignore
const TURNS: readonly (readonly [name: 'irot' | 'imir', value: number])[][] = [
  [],
  [['imir', 1]],
  [['irot', 2]],
  [['imir', 0]],
  [['irot', 1], ['imir', 0]],
  [['irot', 3]],
  [['irot', 1], ['imir', 1]],
  [['irot', 1]],
];

/** An AVIF of one picture, as its encoder writes it, that says itself which side is up (ISO/IEC 23008-12, 6.5.10, 6.5.12). */
export function turnedAvif(avif: Buffer, orientation: number): Buffer {
  const top = boxes(avif);
  const get = (of: Map<string, Buffer>, name: string) => of.get(name) ?? Buffer.alloc(0);
  const meta = boxes(get(top, 'meta').subarray(4));
  const properties = boxes(get(meta, 'iprp'));
  const turns = TURNS[orientation - 1] ?? [];
  // One item with four properties of its own, which are all there are.
  const association = Buffer.concat([
    get(properties, 'ipma'),
    Buffer.from(turns.map((_, index) => 0x80 | (5 + index))),
  ]);
  association[10] = 4 + turns.length;
  const pixels = get(top, 'mdat');
  const before = box('ftyp', get(top, 'ftyp'));
  function metaAt(start: number): Buffer {
    const location = Buffer.from(get(meta, 'iloc'));
    location.writeUInt32BE(start, 14);
    return box(
      'meta',
      Buffer.alloc(4),
      box('hdlr', get(meta, 'hdlr')),
      box('pitm', get(meta, 'pitm')),
      box('iloc', location),
      box('iinf', get(meta, 'iinf')),
      box(
        'iprp',
        box(
          'ipco',
          get(properties, 'ipco'),
          ...turns.map(([name, value]) => box(name, Buffer.from([value]))),
        ),
        box('ipma', association),
      ),
    );
  }
  const start = before.length + metaAt(0).length + 8;
  return Buffer.concat([before, metaAt(start), box('mdat', pixels)]);
}

/** A GIF with an extension (a label and a text in one block) behind its colours. */
export function withExtension(gif: Buffer, label: number, text: string): Buffer {
  const flags = gif[10] ?? 0;
  const at = 13 + ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  const words = Buffer.from(text, 'latin1');
  const extension = Buffer.concat([Buffer.from([0x21, label, words.length]), words, Buffer.alloc(1)]);
  return Buffer.concat([gif.subarray(0, at), extension, gif.subarray(at)]);
}
