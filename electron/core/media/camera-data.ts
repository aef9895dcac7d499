/** What a camera writes into a picture (EXIF 2.32: a TIFF 6.0 file), as far as it says which side is up. Pure. */

const ORIENTATION_TAG = 0x0112;
/** Little-endian, one directory with one entry of one SHORT. */
export const TIFF_BYTES = 26;

export const EXIF_HEADER: Buffer = Buffer.from('Exif\0\0', 'latin1');

/** As EXIF counts which side is up, from 1 to 8. */
export const UPRIGHT = 1;

/** Which side is up, as EXIF counts; upright where it says nothing that can be read. */
export function orientationOf(tiff: Buffer): number {
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 10 || (order !== 'II' && order !== 'MM')) return UPRIGHT;
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return UPRIGHT;
  const entries = short(directory);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return UPRIGHT;
    if (short(at) !== ORIENTATION_TAG) continue;
    const orientation = short(at + 8);
    return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
  }
  return UPRIGHT;
}

/** Camera data that says which side is up, and nothing else. */
export function tiffSaying(orientation: number): Buffer {
  const tiff = Buffer.alloc(TIFF_BYTES);
  tiff.set([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0]);
  tiff.writeUInt16LE(ORIENTATION_TAG, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return tiff;
}

/** Some programs write the header that only JPEG has also elsewhere. */
export function withoutExifHeader(data: Buffer): Buffer {
  return data.subarray(0, EXIF_HEADER.length).equals(EXIF_HEADER) ? data.subarray(EXIF_HEADER.length) : data;
}
