/**
 * What agencies set below a story: who reported and edited it, the copyright line, the notice against crawling, a
 * credit, `(*)`. It goes into fields and never into copy. Whatever is not wholly such a footer is copy and stays.
 */
import { parseCredit } from './credits.ts';
import type { Credit } from './credits.ts';

export interface FooterByline {
  reporters: string[];
  editors: string[];
  translators: string[];
}

/** A pointer to another story (`Baca juga: …`): told, not stripped. */
export interface RelatedLine {
  index: number;
  text: string;
}

export interface Footers {
  /** How many paragraphs stand before the first stripped one. */
  keep: number;
  /** Positions of the paragraphs that are footer and nothing else, ascending. All others are kept. */
  stripped: number[];
  /** The footer that ends a kept paragraph: keep its first `keepLength` characters; `text` is what goes. */
  tail: { index: number; keepLength: number; text: string } | null;
  byline: FooterByline;
  /** `Copyright © ANTARA 2025`, as written. */
  copyright: string | null;
  /** The notice that forbids copying, crawling or AI use, as written; it belongs to the story's rights. */
  rightsNotice: string | null;
  credit: Credit | null;
  related: RelatedLine[];
}

type Role = keyof FooterByline;

type Segment =
  | { kind: 'names'; role: Role; names: string[] }
  | { kind: 'copyright' | 'notice'; text: string }
  | { kind: 'credit'; credit: Credit }
  | { kind: 'stars' };

const ROLES: Readonly<Record<string, Role>> = {
  pewarta: 'reporters',
  'pewarta foto': 'reporters',
  reporter: 'reporters',
  wartawan: 'reporters',
  jurnalis: 'reporters',
  kontributor: 'reporters',
  penulis: 'reporters',
  writer: 'reporters',
  oleh: 'reporters',
  by: 'reporters',
  editor: 'editors',
  penyunting: 'editors',
  redaktur: 'editors',
  uploader: 'editors',
  translator: 'translators',
  penerjemah: 'translators',
};

const LABELS = Object.keys(ROLES)
  .sort((one, other) => other.length - one.length)
  .join('|');
const CASED_LABELS = 'Pewarta|Reporter|Penulis|Editor|Penyunting|Redaktur|Uploader|Translator|Penerjemah';

const LABEL = new RegExp(`(${LABELS})\\s*:[^\\S\\n]*`, 'iy');
/** Where a list of names ends: the next label (`SavitriEditor:` comes glued), the copyright line, a notice, a mark. */
const NAMES_END = new RegExp(
  `\\n|(?<![\\p{L}])(?:${LABELS})\\s*:|(?<=\\p{Ll})(?:${CASED_LABELS})\\s*:|copyright|hak cipta|©|\\(c\\)|dilarang|\\(\\*`,
  'iu',
);
const GLUED_LABEL = new RegExp(`(?<=\\p{Ll})(?:${CASED_LABELS})\\s*:`, 'u');

const YEAR = String.raw`(?:19|20)\d{2}(?!\d)(?:\s*[-–]\s*(?:19|20)\d{2}(?!\d))?`;
const RESERVED = String.raw`(?:[.,]?\s*(?:all rights reserved|(?:seluruh )?hak cipta dilindungi(?: undang-undang)?)\.?)?`;
const COPYRIGHT = new RegExp(
  String.raw`(?:copyright|hak cipta|©|\(c\))\s*(?:©|\(c\))?\s*(?:${YEAR}(?:(?!dilarang)[^\n.!?©]){0,60}|[^\n!?©]{1,60}?\s*${YEAR})${RESERVED}`,
  'iuy',
);
const SIGN_ONLY = /(?:copyright\s*)?©\s*[^\n.!?©]{1,40}(?=\n|$)/iuy;
const STARS = /\(\*{1,3}\)|\*{1,3}(?=\s|$)/y;
const BRACKETS = /\([^()\n]{1,60}\)/y;
const SEPARATORS = /[\s,;|/·.]*/y;
const RELATED =
  /^\s*(?:baca|simak|lihat) juga\s*:|^\s*(?:berita terkait|related (?:news|stor(?:y|ies))|also read|read also)\s*:/i;

const LONGEST_FOOTER = 700;
const LONGEST_NOTICE = 400;

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function isName(name: string): boolean {
  if (!/^[\p{L}\p{M}\p{N}.'’ -]{2,50}$/u.test(name) || !/^\p{Lu}/u.test(name)) return false;
  const words = name.split(' ');
  const lower = words.filter(
    (word) => /^\p{Ll}/u.test(word) && !/^(?:bin|binti|van|de|der|al|da|von)$/.test(word),
  );
  return words.length <= 6 && lower.length <= 1;
}

/** The names of a list, or null where it holds anything that is no name. */
function readNames(text: string): string[] | null {
  const list = text.replace(/\s+/g, ' ').replace(/^[\s,;|/·-]+|[\s,;|/.·-]+$/g, '');
  if (list === '') return [];
  if (list.length > 120) return null;
  const names = list.split(/\s*[,/&;]\s*|\s+(?:dan|and)\s+/).filter((name) => name !== '');
  return names.length <= 6 && names.every(isName) ? names : null;
}

/** Whether a text is the notice that forbids taking a site's content, not a story about such a notice. */
function isRightsNotice(text: string): boolean {
  const notice = text.trim();
  if (notice.length > LONGEST_NOTICE) return false;
  if (/^dilarang\b/i.test(notice)) {
    return (
      /\b(?:situs(?: web)? ini|website ini|laman ini)\b/i.test(notice) &&
      /\b(?:tanpa (?:se)?izin|tanpa persetujuan)\b/i.test(notice)
    );
  }
  return (
    /^(?:it is (?:strictly )?(?:prohibited|forbidden)|(?:strictly )?(?:prohibited|forbidden)|any |no part|unauthori[sz]ed|taking|copying|crawling|scraping|retrieving|reproduc)/i.test(
      notice,
    ) &&
    /\b(?:prohibited|forbidden|not permitted|not allowed|no part)\b/i.test(notice) &&
    /\b(?:crawl\w*|index\w*|scrap\w*|AI|artificial intelligence|reproduc\w*)\b/i.test(notice) &&
    /\bth(?:is|e) (?:web ?)?site\b/i.test(notice) &&
    /\b(?:permission|consent|authori[sz]ation)\b/i.test(notice)
  );
}

/** Whether a copyright line names who holds it; a sentence about copyright has more words in lower case. */
function namesHolder(line: string): boolean {
  const holder = line.replace(new RegExp(`copyright|hak cipta|\\(c\\)|${RESERVED}$`, 'giu'), '');
  return holder.split(/\s+/).filter((word) => /^\p{Ll}/u.test(word) && !word.includes('.')).length <= 1;
}

function readSegment(text: string, position: number): { segment: Segment; end: number } | null {
  const stars = matchAt(STARS, text, position);
  if (stars !== null) return { segment: { kind: 'stars' }, end: position + stars[0].length };

  const label = matchAt(LABEL, text, position);
  if (label !== null) {
    const start = position + label[0].length;
    const rest = text.slice(start);
    const stop = Math.min(
      ...[rest.search(NAMES_END), rest.search(GLUED_LABEL), rest.length].filter((at) => at >= 0),
    );
    const names = readNames(rest.slice(0, stop));
    const role = ROLES[(label[1] ?? '').toLowerCase()];
    return names === null || role === undefined
      ? null
      : { segment: { kind: 'names', role, names }, end: start + stop };
  }

  const copyright = matchAt(COPYRIGHT, text, position) ?? matchAt(SIGN_ONLY, text, position);
  if (copyright !== null && namesHolder(copyright[0])) {
    const words = copyright[0].replace(/\s+/g, ' ').trim();
    return { segment: { kind: 'copyright', text: words }, end: position + copyright[0].length };
  }

  const brackets = matchAt(BRACKETS, text, position);
  const credit = brackets === null ? null : parseCredit(brackets[0]);
  if (brackets !== null && credit !== null) {
    return { segment: { kind: 'credit', credit }, end: position + brackets[0].length };
  }

  const line = /^[^\n]*/.exec(text.slice(position))?.[0] ?? '';
  if (!isRightsNotice(line)) return null;
  return { segment: { kind: 'notice', text: line.trim() }, end: position + line.length };
}

/** The segments of a text that is footer from `position` to its end, or null where anything else stands in it. */
function readFooter(text: string, position: number): Segment[] | null {
  if (text.length - position > LONGEST_FOOTER) return null;
  const segments: Segment[] = [];
  let at = position;
  for (;;) {
    at += matchAt(SEPARATORS, text, at)?.[0].length ?? 0;
    if (at >= text.length) return segments.length === 0 ? null : segments;
    const found = readSegment(text, at);
    if (found === null || found.end <= at) return null;
    segments.push(found.segment);
    at = found.end;
  }
}

/** Whether segments cannot be copy wherever they stand: a copyright line, a notice, several labels together. */
function isCertain(segments: readonly Segment[]): boolean {
  const labels = segments.filter(({ kind }) => kind === 'names').length;
  return labels > 1 || segments.some(({ kind }) => kind === 'copyright' || kind === 'notice');
}

const TAIL_STARTS = new RegExp(
  `\\n|(?<![\\p{L}])(?:${LABELS})\\s*:|copyright|hak cipta|©|\\(\\*|\\*|\\((?=[\\p{L}\\p{N}./* -]+\\)\\s*$)|dilarang`,
  'giu',
);

/** The footer a paragraph of copy ends with; it has to begin after the end of a sentence or on a line of its own. */
function readTail(paragraph: string): { keepLength: number; segments: Segment[] } | null {
  for (const { index } of paragraph.matchAll(TAIL_STARTS)) {
    const before = paragraph.slice(0, index);
    const kept = before.trimEnd();
    const ownLine = paragraph[index] === '\n' || before.slice(kept.length).includes('\n');
    if (kept === '' || !(ownLine || /[.!?…"”’'»)\]]$/.test(kept))) continue;
    const segments = readFooter(paragraph, index);
    if (segments === null) continue;
    const onlyMarks = segments.every(({ kind }) => kind === 'stars' || kind === 'credit');
    if (ownLine || onlyMarks || isCertain(segments)) return { keepLength: kept.length, segments };
  }
  return null;
}

type Reading =
  { kind: 'blank' | 'related' | 'copy' } | { kind: 'footer'; segments: Segment[]; certain: boolean };

function readParagraph(paragraph: string): Reading {
  if (paragraph.trim() === '') return { kind: 'blank' };
  if (RELATED.test(paragraph)) return { kind: 'related' };
  const segments = readFooter(paragraph, 0);
  return segments === null ? { kind: 'copy' } : { kind: 'footer', segments, certain: isCertain(segments) };
}

/** Positions of footer paragraphs: every one below the last copy, elsewhere only runs that hold a certain one. */
function strippedPositions(readings: readonly Reading[]): number[] {
  const lastCopy = readings.findLastIndex(({ kind }) => kind === 'copy');
  const stripped: number[] = [];
  for (let start = 0; start < readings.length; start += 1) {
    if (readings[start]?.kind !== 'footer') continue;
    let end = start;
    while (readings[end + 1]?.kind === 'footer' || readings[end + 1]?.kind === 'blank') end += 1;
    const run = readings.slice(start, end + 1);
    if (start > lastCopy || run.some((reading) => reading.kind === 'footer' && reading.certain)) {
      const last =
        end === readings.length - 1 ? run.length - 1 : run.findLastIndex(({ kind }) => kind === 'footer');
      for (let offset = 0; offset <= last; offset += 1) stripped.push(start + offset);
    }
    start = end;
  }
  return stripped;
}

function gather(
  segments: readonly Segment[],
): Pick<Footers, 'byline' | 'copyright' | 'rightsNotice' | 'credit'> {
  const byline: FooterByline = { reporters: [], editors: [], translators: [] };
  let copyright: string | null = null;
  let rightsNotice: string | null = null;
  let credit: Credit | null = null;
  for (const segment of segments) {
    if (segment.kind === 'names') {
      byline[segment.role] = [...new Set([...byline[segment.role], ...segment.names])];
    } else if (segment.kind === 'copyright') copyright ??= segment.text;
    else if (segment.kind === 'notice') rightsNotice ??= segment.text;
    else if (segment.kind === 'credit') credit ??= segment.credit;
  }
  return { byline, copyright, rightsNotice, credit };
}

/**
 * Reads the footers of a story from its paragraphs (plain text; line breaks within one are `\n`). Copy is never taken:
 * a paragraph is stripped only where all of it is footer, and the stripped and the kept ones together are the input.
 */
export function recogniseFooters(paragraphs: readonly string[]): Footers {
  const readings = paragraphs.map(readParagraph);
  const stripped = strippedPositions(readings);
  const segments = stripped.flatMap((index) => {
    const reading = readings[index];
    return reading?.kind === 'footer' ? reading.segments : [];
  });

  const lastCopy = readings.findLastIndex(({ kind }) => kind === 'copy');
  const lastParagraph = paragraphs[lastCopy] ?? '';
  const found = lastCopy === -1 ? null : readTail(lastParagraph);
  const tail =
    found === null
      ? null
      : { index: lastCopy, keepLength: found.keepLength, text: lastParagraph.slice(found.keepLength) };

  return {
    keep: stripped[0] ?? paragraphs.length,
    stripped,
    tail,
    ...gather([...(found?.segments ?? []), ...segments]),
    related: readings.flatMap(({ kind }, index) =>
      kind === 'related' ? [{ index, text: (paragraphs[index] ?? '').replace(RELATED, '').trim() }] : [],
    ),
  };
}
