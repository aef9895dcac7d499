/**
 * Bytes → text, whatever their labels say. Order of trust: byte order mark; UTF-8 where the bytes prove it; the HTTP
 * charset, the XML declaration and HTML's `meta` in that order where they fit the bytes; windows-1252 at last.
 * Labels are read as the WHATWG Encoding Standard does (`iso-8859-1` is windows-1252).
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { withoutIllegalCharacters } from '../../../shared/conversion/characters.ts';

export interface DecodedText {
  text: string;
  /** Name of the encoding used, in lower case. */
  encoding: string;
  /** True where no label told the encoding, or the label was wrong. */
  guessed: boolean;
}

const ALIASES: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso_8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  l1: 'windows-1252',
  cp1252: 'windows-1252',
  'x-cp1252': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'x-sjis': 'shift_jis',
  sjis: 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
  unicode: 'utf-16le',
  'utf-16': 'utf-16le',
  'ucs-2': 'utf-16le',
};

const HEAD = 4096;

function nameOf(label: string | null | undefined): string | null {
  const name = (label ?? '').trim().toLowerCase();
  if (!/^[a-z\d][\w.:-]{1,40}$/.test(name)) return null;
  const known = ALIASES[name] ?? name;
  // UTF-7 lets ASCII spell anything, and no browser reads it; the others are transfer codings, not charsets.
  if (/^(?:utf-?7|hex$|base64|binary$|internal)/.test(known)) return null;
  return known === 'utf-8' || iconv.encodingExists(known) ? known : null;
}

/** The `charset` of a Content-Type header, or null. */
export function charsetOfContentType(contentType: string | null | undefined): string | null {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', length: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Wide encodings without a mark show as zeroes beside the `<`, `{` or letters of an opening. */
function wideEncoding(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 256);
  if (head.length < 4) return null;
  if (head[0] === 0 && head[1] === 0 && head[2] === 0 && head[3] !== 0) return 'utf-32be';
  if (head[0] !== 0 && head[1] === 0 && head[2] === 0 && head[3] === 0) return 'utf-32le';
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = head.length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be';
  return null;
}

function declaredInside(bytes: Uint8Array): string[] {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1');
  const xml = /<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'<>]{1,40})["']/i.exec(head)?.[1];
  const meta =
    /<meta\s[^>]*?\bcharset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1] ??
    /<meta\s[^>]*?content\s*=\s*["'][^"'>]*charset=([\w.:-]{1,40})/i.exec(head)?.[1];
  return [xml, meta].filter((label) => label !== undefined);
}

/** Length of the UTF-8 sequence at a place (RFC 3629), 0 where there is none, -1 where the bytes end inside one. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  for (let offset = 1; offset < length; offset += 1) {
    const byte = bytes[at + offset];
    if (byte === undefined) return -1;
    let low = 0x80;
    let high = 0xbf;
    if (offset === 1) {
      if (lead === 0xe0) low = 0xa0;
      else if (lead === 0xed) high = 0x9f;
      else if (lead === 0xf0) low = 0x90;
      else if (lead === 0xf4) high = 0x8f;
    }
    if (byte < low || byte > high) return 0;
  }
  return length;
}

interface Utf8Census {
  /** Sequences of more than one byte that are sound. */
  sound: number;
  /** Bytes that stand in none. */
  unsound: number;
}

function takeCensus(bytes: Uint8Array): Utf8Census {
  const census = { sound: 0, unsound: 0 };
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === -1) break;
    if (length === 0) census.unsound += 1;
    else if (length > 1) census.sound += 1;
    at += Math.max(1, length);
  }
  return census;
}

/** UTF-8 in which stray bytes are read as windows-1252: pages glued together from two sources. */
function decodeMixed(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < buffer.length;) {
    const length = sequenceLength(buffer, at);
    if (length > 0) {
      at += length;
      continue;
    }
    parts.push(buffer.toString('utf8', from, at));
    if (length === -1) return parts.join('');
    parts.push(iconv.decode(buffer.subarray(at, at + 1), 'windows-1252'));
    at += 1;
    from = at;
  }
  parts.push(buffer.toString('utf8', from));
  return parts.join('');
}

function decodeWith(bytes: Uint8Array, encoding: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return encoding === 'utf-8' ? buffer.toString('utf8') : iconv.decode(buffer, encoding, { stripBOM: true });
}

function finished(text: string, encoding: string, guessed: boolean): DecodedText {
  return { text: withoutIllegalCharacters(text.replace(/^\ufeff+/, '')), encoding, guessed };
}

/**
 * Decodes a delivery. `charset` is what the transport said (HTTP, mail). Never throws: every byte becomes some
 * character, and characters that XML forbids are left out.
 */
export function decodeText(bytes: Uint8Array, charset: string | null = null): DecodedText {
  const mark = byteOrderMark(bytes);
  if (mark !== null)
    return finished(decodeWith(bytes.subarray(mark.length), mark.encoding), mark.encoding, false);
  const wide = wideEncoding(bytes);
  if (wide !== null) return finished(decodeWith(bytes, wide), wide, false);

  const labels = [charset, ...declaredInside(bytes)]
    .map(nameOf)
    // Nobody could have read a label that is written in bytes and says that they are words.
    .filter((name): name is string => name !== null && !/^(?:utf-?16|utf-?32|ucs)/.test(name));
  if (isUtf8(bytes)) {
    const mislabelled = labels.length > 0 && !labels.includes('utf-8') && bytes.some((byte) => byte >= 0x80);
    return finished(decodeWith(bytes, 'utf-8'), 'utf-8', mislabelled);
  }
  const census = takeCensus(bytes);
  // A cut-off last character, or few strays among many sound sequences.
  const cutOff = census.unsound === 0 && (census.sound > 0 || labels.includes('utf-8'));
  const doubt = labels.some((label) => label !== 'utf-8') ? 4 : 1;
  if (cutOff || census.sound > census.unsound * doubt) {
    return finished(decodeMixed(bytes), 'utf-8', census.unsound > 0);
  }
  for (const label of labels) {
    if (label === 'utf-8') continue;
    const text = decodeWith(bytes, label);
    const misread = text.split('\ufffd').length - 1;
    if (misread === 0 || misread < text.length / 200) return finished(text, label, false);
  }
  return finished(decodeWith(bytes, 'windows-1252'), 'windows-1252', true);
}
