/**
 * What a ZIP file holds (PKWARE's APPNOTE.TXT 6.3, 4.3), measured before anybody else unpacks it: the sizes that its
 * directory declares, and those its entries really have.
 */
import { inflateRawSync } from 'node:zlib';
import { hasTooManyPieces } from '../../conversion/pieces.ts';
import { MARKUP_PIECES } from './limits.ts';
import { ManuscriptError } from './manuscript.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

const MOST_ENTRIES = 5_000;
/** Everything inside together: a long manuscript with a hundred photographs of a camera. */
const LARGEST_INSIDE_BYTES = 400 * 1024 * 1024;
/** One part of markup; a book of a million words has less. */
const LARGEST_MARKUP_BYTES = 60 * 1024 * 1024;

interface Entry {
  name: string;
  encrypted: boolean;
  method: number;
  packed: number;
  unpacked: number;
  at: number;
}

function broken(what: string): ManuscriptError {
  return new ManuscriptError('broken', what);
}

function bomb(what: string): ManuscriptError {
  return new ManuscriptError('zip-bomb', what);
}

function endOfDirectory(file: Buffer): number {
  const lowest = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = file.length - END_LENGTH; at >= lowest; at -= 1) {
    if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw broken('the ZIP file has no directory: it was cut off');
}

function directoryOf(file: Buffer): Entry[] {
  const end = endOfDirectory(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw bomb(`${count} entries`);
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw broken('its directory is damaged');
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (file.readUInt16LE(at + 8) & 1) !== 0,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function isMarkup({ name }: Entry): boolean {
  return /\.(?:xml|rels)$/i.test(name);
}

/** What is in an entry. Throws where it is more than the entry declares, and where it cannot be unpacked. */
function unpack(file: Buffer, { at, method, packed, unpacked, name }: Entry): Buffer {
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL_HEADER)
    throw broken(`${name} is not where it should be`);
  const begin = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const content = file.subarray(begin, begin + packed);
  if (content.length < packed) throw broken(`${name} is cut off`);
  if (method === 0) return content;
  if (method !== 8) throw broken(`${name} is packed in a way that word processors do not use`);
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, unpacked) });
  } catch (error) {
    if (error instanceof RangeError) throw bomb(`${name} is larger than it says`);
    throw broken(`${name} is damaged`);
  }
}

export interface CheckedZip {
  names: ReadonlySet<string>;
  /** The bytes of an entry, empty where there is none of that name. */
  read(name: string): Uint8Array;
}

/**
 * A ZIP file in which everything was found to be of a bearable size, declared and actual, and no markup of too many tags. Throws ManuscriptError:
 * `encrypted`, `zip-bomb`, `out-of-memory`, `broken`.
 */
export function checkZip(bytes: Uint8Array): CheckedZip {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(file);
  const declared = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (declared > LARGEST_INSIDE_BYTES) throw bomb(`${declared} bytes inside`);
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.encrypted) throw new ManuscriptError('encrypted', entry.name);
    const largest = isMarkup(entry) ? LARGEST_MARKUP_BYTES : LARGEST_INSIDE_BYTES;
    if (entry.unpacked > largest) throw bomb(`${entry.name} has ${entry.unpacked} bytes`);
    // Two of one name are what a reader could be fooled with.
    if (byName.has(entry.name)) throw broken(`${entry.name} is there twice`);
    const content = unpack(file, entry);
    if (isMarkup(entry) && hasTooManyPieces(content, MARKUP_PIECES)) {
      throw new ManuscriptError('out-of-memory', `${entry.name} has more than ${MARKUP_PIECES.most} tags`);
    }
    byName.set(entry.name, entry);
  }
  return {
    names: new Set(byName.keys()),
    read(name) {
      const entry = byName.get(name);
      return entry === undefined ? new Uint8Array() : unpack(file, entry);
    },
  };
}
