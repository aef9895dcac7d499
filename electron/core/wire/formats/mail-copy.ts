/** What mail programs put around copy: the head of a forwarded message, the note above it, the signature below. */
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { blockText } from '../../../../shared/document/walk.ts';

export interface Forward {
  /** The copy without the forwarded head; all of it where nothing was forwarded. */
  blocks: BlockNode[];
  from: string | null;
  date: string | null;
  subject: string | null;
  /** What whoever forwarded it wrote above. */
  coverNote: string | null;
}

const MARKER =
  /^\s*(?:[-_]{2,}\s*(?:forwarded message|original message|pesan (?:yang )?diteruskan|pesan terusan|pesan asli)\s*[-_]{2,}|_{10,}|(?:begin forwarded message|awal pesan terusan|mulai pesan yang diteruskan)\s*:)\s*$/i;
const FIELD =
  /^[\s>*]*(from|dari|to|kepada|cc|bcc|subject|subjek|perihal|date|tanggal|sent|dikirim|reply-to)[*\s]*:[*\s]*(.*?)[*\s]*$/i;
const SIGNATURE = /^--\s?$/;
const SEARCHED = 80;

interface Line {
  words: string;
  block: number;
  /** Which line of its block it is; -1 for the gap between two blocks. */
  index: number;
}

function linesOf(blocks: readonly BlockNode[]): Line[] {
  return blocks.flatMap((block, at): Line[] => [
    ...blockText(block)
      .split('\n')
      .map((words, index): Line => ({ words, block: at, index })),
    { words: '', block: at, index: -1 },
  ]);
}

function isEmpty(line: Line | undefined): boolean {
  return line !== undefined && line.words.trim() === '';
}

/** The last line of the fields that begin at `from` (empty lines between them allowed), and how many there are. */
function fieldsFrom(lines: readonly Line[], from: number): { fields: string[]; end: number } {
  const fields: string[] = [];
  let end = from;
  let at = from;
  let isAddressees = false;
  for (; at < lines.length; at += 1) {
    const words = lines[at]?.words ?? '';
    if (isEmpty(lines[at])) continue;
    const name = FIELD.exec(words)?.[1];
    // A list of addressees may run over several lines.
    if (name === undefined && !(isAddressees && words.includes('@') && words.length < 200)) break;
    if (name !== undefined) {
      isAddressees = /^(?:to|kepada|cc|bcc)$/i.test(name);
      fields.push(words);
    }
    end = at + 1;
  }
  return { fields, end };
}

/** A block without its first lines. */
function withoutLines(block: BlockNode, count: number): BlockNode {
  if (block.type !== 'paragraph' && block.type !== 'quote' && block.type !== 'heading') return block;
  const children = [...block.children];
  for (let left = count; left > 0 && children.length > 0;) {
    if (children.shift()?.type === 'linebreak') left -= 1;
  }
  return { ...block, children } as BlockNode;
}

function fieldOf(fields: readonly string[], names: RegExp): string | null {
  for (const field of fields) {
    const [, name = '', value = ''] = FIELD.exec(field) ?? [];
    if (names.test(name)) return value.trim() || null;
  }
  return null;
}

/** Plain text in which a forwarded head and the mark of a signature stand line by line, not wrapped into the copy. */
export function withHeadsApart(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const isApart = (line = ''): boolean => MARKER.test(line) || FIELD.test(line) || SIGNATURE.test(line);
  return lines.map((line, at) => (isApart(line) || isApart(lines[at + 1]) ? `${line}\n` : line)).join('\n');
}

/** Takes the head of a forwarded message out of the copy, with everything above it. */
export function cutForward(blocks: readonly BlockNode[]): Forward {
  const untouched: Forward = { blocks: [...blocks], from: null, date: null, subject: null, coverNote: null };
  const lines = linesOf(blocks);
  for (let at = 0; at < Math.min(lines.length, SEARCHED); at += 1) {
    const isMarked = MARKER.test(lines[at]?.words ?? '');
    if (!isMarked && !FIELD.test(lines[at]?.words ?? '')) continue;
    const { fields, end } = fieldsFrom(lines, isMarked ? at + 1 : at);
    const isHead = isMarked
      ? fields.length >= 2
      : fields.length >= 3 && /^[\s>*]*(?:from|dari)\b/i.test(fields[0] ?? '');
    if (!isHead) continue;
    const next = lines.slice(end).find((line) => !isEmpty(line));
    // A head with nothing below it is all there is to read.
    if (next === undefined) return untouched;
    const first = blocks[next.block];
    const rest = blocks.slice(next.block + 1);
    const note = blocks.slice(0, lines[at]?.block ?? 0);
    const cover = withoutSignature(note).map(blockText).join('\n').trim();
    return {
      blocks:
        first === undefined ? rest : [next.index > 0 ? withoutLines(first, next.index) : first, ...rest],
      from: fieldOf(fields, /^(?:from|dari)$/i),
      date: fieldOf(fields, /^(?:date|tanggal|sent|dikirim)$/i),
      subject: fieldOf(fields, /^(?:subject|subjek|perihal)$/i),
      coverNote: cover === '' ? null : cover,
    };
  }
  return untouched;
}

/** Signatures are short (RFC 3676 §4.3 names four lines); what is longer is copy that happens to hold two dashes. */
const LONGEST_SIGNATURE = 800;

/** Drops the signature: everything from a line of two dashes on, where that is little. */
export function withoutSignature(blocks: readonly BlockNode[]): BlockNode[] {
  const lines = linesOf(blocks);
  const at = lines.findLastIndex(({ words }) => SIGNATURE.test(words));
  const mark = lines[at];
  if (mark === undefined) return [...blocks];
  const after = lines.slice(at + 1).reduce((length, { words }) => length + words.length, 0);
  if (after > LONGEST_SIGNATURE) return [...blocks];
  const block = blocks[mark.block];
  if (mark.index === 0 || block === undefined) return blocks.slice(0, mark.block);
  return [...blocks.slice(0, mark.block), firstLines(block, mark.index)];
}

function firstLines(block: BlockNode, count: number): BlockNode {
  if (block.type !== 'paragraph' && block.type !== 'quote' && block.type !== 'heading') return block;
  let left = count;
  const end = block.children.findIndex((child) => child.type === 'linebreak' && (left -= 1) === 0);
  return { ...block, children: block.children.slice(0, end === -1 ? undefined : end) } as BlockNode;
}
