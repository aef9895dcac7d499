/**
 * A message's bytes → its tree of parts, each with its header fields and its content out of the transfer encoding.
 * Internet Message Format (RFC 5322 §2), MIME (RFC 2045 §5–6, RFC 2046 §5.1), parameters (RFC 2231), encoded words
 * (RFC 2047). Nothing is refused: what does not hold together is one part of text.
 */
import libmime from 'libmime';
import libqp from 'libqp';
import { decodeText } from '../../conversion/decode.ts';

export interface MimePart {
  /** Media type in lower case; `text/plain` where none is named (RFC 2045 §5.2). */
  type: string;
  /** Parameters of the media type, names in lower case. */
  parameters: ReadonlyMap<string, string>;
  /** `attachment`, `inline` or empty (RFC 2183). */
  disposition: string;
  fileName: string | null;
  /** Values of header fields by their name in lower case, unfolded, encoded words read. */
  field(name: string): string | null;
  /** Of a multipart; else empty. */
  parts: MimePart[];
  /** Content of a part that is no multipart. */
  bytes: Uint8Array;
  /** False where the message broke off: a multipart without its closing delimiter. */
  isWhole: boolean;
}

const DEEPEST = 12;
const LONGEST_HEADER = 256 * 1024;
const MOST_PARTS = 500;

function textOf(latin1: string): string {
  return decodeText(Buffer.from(latin1, 'latin1')).text;
}

function headerAndContent(source: string): { header: string; content: string } {
  if (/^\r?\n/.test(source)) return { header: '', content: source.replace(/^\r?\n/, '') };
  const end = /\r?\n\r?\n/.exec(source);
  if (end === null) return { header: source, content: '' };
  return { header: source.slice(0, end.index), content: source.slice(end.index + end[0].length) };
}

function transferDecoded(content: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(content, 'base64');
  if (encoding === 'quoted-printable') return libqp.decode(content);
  return Buffer.from(content, 'latin1');
}

/** The contents between the delimiters of a multipart; null where its first delimiter never comes. */
function splitAtBoundary(content: string, boundary: string): { parts: string[]; closed: boolean } | null {
  const delimiter = `--${boundary}`;
  const parts: string[] = [];
  let from = -1;
  for (let at = content.indexOf(delimiter); at !== -1; at = content.indexOf(delimiter, at + 1)) {
    if (at > 0 && content[at - 1] !== '\n') continue;
    const lineEnd = content.indexOf('\n', at);
    const rest = content.slice(at + delimiter.length, lineEnd === -1 ? at + delimiter.length + 80 : lineEnd);
    // A longer boundary that begins with this one is another multipart's.
    if (!/^(?:--)?[ \t\r]*$/.test(rest)) continue;
    // The line end before a delimiter belongs to it (RFC 2046 §5.1.1).
    if (from !== -1) parts.push(content.slice(from, Math.max(from, at)).replace(/\r?\n$/, ''));
    if (rest.startsWith('--')) return { parts, closed: true };
    if (parts.length >= MOST_PARTS) return { parts, closed: false };
    from = lineEnd === -1 ? content.length : lineEnd + 1;
  }
  if (from === -1) return null;
  parts.push(content.slice(from));
  return { parts, closed: false };
}

function readPart(source: string, depth: number): MimePart {
  const { header, content } = headerAndContent(source);
  const fields = libmime.decodeHeaders(textOf(header.slice(0, LONGEST_HEADER)), { skipPrototypeKeys: true });
  const raw = (name: string): string => (Object.hasOwn(fields, name) ? (fields[name]?.at(-1) ?? '') : '');
  const typeField = libmime.parseHeaderValue(raw('content-type'), { stripComments: true });
  const dispositionField = libmime.parseHeaderValue(raw('content-disposition'), { stripComments: true });
  const parameters = new Map(Object.entries(typeField.params));
  const name = Object.entries(dispositionField.params).find(([key]) => key === 'filename')?.[1];
  const fileName = libmime.decodeWords(name ?? parameters.get('name') ?? '').trim() || null;
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(typeField.value.trim())
    ? typeField.value.trim().toLowerCase()
    : 'text/plain';
  const part: MimePart = {
    type,
    parameters,
    disposition: dispositionField.value.trim().toLowerCase(),
    fileName,
    field: (wanted) => libmime.decodeWords(raw(wanted)).replace(/\s+/g, ' ').trim() || null,
    parts: [],
    bytes: new Uint8Array(),
    isWhole: true,
  };
  const boundary = parameters.get('boundary') ?? '';
  const split =
    type.startsWith('multipart/') && boundary !== '' && depth < DEEPEST
      ? splitAtBoundary(content, boundary)
      : null;
  if (split !== null) {
    part.parts = split.parts.map((one) => readPart(one, depth + 1));
    part.isWhole = split.closed && part.parts.every(({ isWhole }) => isWhole);
    return part;
  }
  part.bytes = transferDecoded(content, raw('content-transfer-encoding').trim().toLowerCase());
  if (type.startsWith('multipart/')) {
    part.type = 'text/plain';
    part.isWhole = false;
  }
  return part;
}

/** Reads a message, or a mailbox's copy of one with its `From ` line (RFC 4155). Never throws on content. */
export function readMime(bytes: Uint8Array): MimePart {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return readPart(source.replace(/^(?:\xef\xbb\xbf)?\s*(?:From [^\n]*\n)?/, ''), 0);
}
