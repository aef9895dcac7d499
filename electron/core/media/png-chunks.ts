/** The parts a PNG file is made of (W3C, third edition, 5.3). Pure. */

export interface PngChunk {
  name: string;
  data: Buffer;
  /** The chunk itself, with its length and its sum. */
  bytes: Buffer;
  /** False where the file is cut off inside of it. */
  isWhole: boolean;
}

/** In their order, to the one that ends the picture. */
export function* pngChunks(bytes: Buffer): Generator<PngChunk> {
  for (let at = 8; at + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    yield {
      name,
      data: bytes.subarray(at + 8, end - 4),
      bytes: bytes.subarray(at, end),
      isWhole: end <= bytes.length,
    };
    at = end;
    if (name === 'IEND') return;
  }
}
