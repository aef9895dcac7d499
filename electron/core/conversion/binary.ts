/** Whether bytes are no text at all. */

/** How PDF, ZIP (docx, xlsx …), pictures, gzip, old Office files, archives and recordings begin. */
const FILE_MARKS = [
  ...['%PDF-', 'PK\x03\x04', '\x89PNG', 'GIF8', '\xff\xd8\xff', '\x1f\x8b', '\xd0\xcf\x11\xe0'],
  ...['Rar!', '7z\xbc\xaf', 'ID3', 'RIFF', 'OggS'],
];

/** Bytes that no text has: zeroes outside the wide encodings, many control characters, the marks of common files. */
export function looksBinary(bytes: Uint8Array, encoding: string): boolean {
  const opening = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).toString('latin1');
  if (FILE_MARKS.some((mark) => opening.startsWith(mark))) return true;
  if (/^utf-(?:16|32)/.test(encoding)) return false;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) {
    // Agencies' own control characters (SOH, STX, ETX, EOT, ESC and their like) are few in a text.
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12)
      controls += byte === 0 ? 4 : 1;
  }
  return controls > Math.max(16, sample.length / 20);
}
