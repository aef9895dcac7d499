/**
 * IPTC 7901 (“The IPTC Recommended Message Format”, 5th revision) → stories, and the control-byte text wires like it
 * that frame messages by ZCZC and NNNN. A message is SOH, the message header (§3: source identification, message
 * number, priority, category, word count, optional information), STX, the message text (§4), the day and time line
 * (§5: `DDHHMM[Z] MMM YY`), ETX, EOT. Any number of messages may follow one another.
 */
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { recogniseDateline } from '../../../../shared/domain/datelines.ts';
import { normaliseUrgency } from '../../../../shared/domain/wire-status.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { textToDocument } from '../../../../shared/conversion/text-to-document.ts';
import { emptyStory } from '../../../../shared/domain/empty-story.ts';
import { readKeywordLine, type KeywordLine } from './advisories.ts';
import type { FormatResult, ParseContext, WireFormat } from './format.ts';
import { HeadLines } from './head-lines.ts';
import { WireParseError } from './parse-error.ts';
import {
  applyKeywordLine,
  bylineOf,
  charactersOfBytes,
  identityOfSlug,
  instantOf,
  resultOf,
  setBody,
  takeClosing,
  takeNotes,
  textOfCharacters,
} from './text-wire.ts';

/** Pieces of the delivery, one character a byte. */
interface Message {
  header: string;
  text: string;
  /** What stands between the end of the text and the end of the transmission. */
  trailer: string;
  isWhole: boolean;
}

const HEADER =
  /([A-Za-z]{2,4})[ -]?(\d{3,5})[ \t]+([1-9a-z])[ \t]+([A-Za-z]{1,4}|\d{1,3})(?:[ \t]+(\d{1,5}))?(?:[ \t]+([^\r\n]*))?(?=[\r\n\x02]|$)/i;
const LONGEST_HEADER = 400;
const LONGEST_TRAILER = 400;

function endOf(source: string, marks: RegExp, from: number): { at: number; mark: string } {
  marks.lastIndex = from;
  const found = marks.exec(source);
  return found === null ? { at: source.length, mark: '' } : { at: found.index, mark: found[0] };
}

/** Messages between SOH and ETX or EOT. */
function controlFramed(source: string): Message[] {
  const messages: Message[] = [];
  for (let at = source.indexOf('\x01'); at !== -1;) {
    const next = source.indexOf('\x01', at + 1);
    const whole = source.slice(at + 1, next === -1 ? source.length : next);
    at = next;
    const begin = whole.indexOf('\x02');
    if (begin === -1 || begin > LONGEST_HEADER) continue;
    const end = endOf(whole, /[\x03\x04]/g, begin + 1); // eslint-disable-line no-control-regex -- ETX and EOT
    messages.push({
      header: whole.slice(0, begin),
      text: whole.slice(begin + 1, end.at),
      trailer: whole.slice(end.at, end.at + LONGEST_TRAILER),
      isWhole: end.mark !== '',
    });
  }
  return messages;
}

/** Messages between ZCZC and NNNN, the start and end of message signals of ITU-T teleprinter practice. */
function signalFramed(source: string): Message[] {
  const messages: Message[] = [];
  const begins = /(?:^|[\r\n\0-\x1f])ZCZC(?=[\s\x00-\x1f])/g; // eslint-disable-line no-control-regex -- any may stand before
  const ends = /(?:^|[\r\n])[ \t]*NNNN(?![\w])|(?:[\r\n\0-\x1f])ZCZC(?=[\s\x00-\x1f])/g; // eslint-disable-line no-control-regex
  for (let found = begins.exec(source); found !== null; found = begins.exec(source)) {
    const from = found.index + found[0].length;
    const end = endOf(source, ends, from);
    const [, header = '', text = ''] = /^[^\S\r\n]*([^\r\n]*)([^]*)$/.exec(source.slice(from, end.at)) ?? [];
    const [first = '', ...others] = text.replace(/^[\r\n]+/, '').split('\n');
    const isHeaderNext = header.trim() === '' && HEADER.test(first);
    messages.push({
      header: isHeaderNext ? first : header,
      text: isHeaderNext ? others.join('\n') : text,
      trailer: '',
      isWhole: end.mark.includes('NNNN'),
    });
    begins.lastIndex = Math.max(end.at, from);
  }
  return messages;
}

interface Header {
  source: string | null;
  number: string | null;
  priority: string | null;
  category: string | null;
  optional: string | null;
}

/** §3. A header that is none by the standard is information all the same. */
function readHeader(words: string): Header {
  const full = HEADER.exec(words);
  if (full !== null) {
    const [, source = null, number = null, priority = null, category = null, , optional] = full;
    return { source, number, priority, category, optional: plainLine(optional) };
  }
  const [, source = null, number = null, rest = words] =
    /^\s*([A-Z]{2,4})[ -]?(\d{3,5})\b(.*)$/.exec(words) ?? [];
  return { source, number, priority: null, category: null, optional: plainLine(rest) };
}

const DAY_AND_TIME =
  /(?:^|[\s])(\d{2})(\d{2})(\d{2})[ \t]*(Z|GMT|UTC|WIB|WITA|WIT)?[ \t]+(\p{L}{3,10})\.?(?:[ \t]+(\d{4}|\d{2}))?[ \t]*(GMT|UTC|WIB|WITA|WIT)?[ \t]*$/iu;

/** §5: the last line of the text, or what follows ETX. Gives null for a line that is none. */
function readDayAndTime(line: string, context: ParseContext): string | null {
  if (line.length > 120) return null;
  const match = DAY_AND_TIME.exec(line.trim());
  if (match === null) return null;
  const [, day = '', hour = '', minute = '', zone, month = '', year = null, zoneAfter] = match;
  return instantOf({ day, month, year, clock: `${hour}:${minute}`, zone: zone ?? zoneAfter ?? '' }, context);
}

function takeDayAndTime(lines: string[], trailer: string, context: ParseContext): string | null {
  for (const line of trailer.split(/[\r\n]+/)) {
    const after = readDayAndTime(line, context);
    if (after !== null) return after;
  }
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const inside = readDayAndTime(lines[last] ?? '', context);
  if (inside !== null) lines.splice(last);
  return inside;
}

const KEYWORDS = /^[^\s/.][^/.]{0,40}(?:\/[^/.]{0,40})+\s*=?$/;
const SLUG = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}.]+)+$/u;

/** The catchline: a slug (`Indonesia-gempa, Ralat`), or keywords between strokes (`Politik/Pemilu/`). */
function takeCatchline(lines: HeadLines, story: WireStory): KeywordLine | null {
  lines.skipEmpty();
  const first = lines.peek().trim().replace(/\s*=$/, '');
  if (first.length > 100) return null;
  if (KEYWORDS.test(first)) {
    lines.take();
    const keywords = first.split('/').flatMap((word) => plainLine(word) ?? []);
    story.keywords.push(...keywords);
    const said = readKeywordLine(keywords.join(', '));
    return { ...said, slug: first };
  }
  const said = readKeywordLine(first);
  if (!SLUG.test(said.slug) && !(said.slug === '' && said.version !== null)) return null;
  lines.take();
  return said;
}

const LONGEST_TITLE_LINES = 4;

/** Headline and by-line: lines closed by `=`, or a first line set apart from the copy. */
function takeTitle(lines: HeadLines, story: WireStory): void {
  for (;;) {
    lines.skipEmpty();
    const opening = Array.from({ length: LONGEST_TITLE_LINES }, (_none, ahead) => lines.peek(ahead));
    const end = opening.findIndex((line) => /=\s*$/.test(line));
    if (end === -1) break;
    const title = opening
      .slice(0, end + 1)
      .join(' ')
      .replace(/=\s*$/, '')
      .trim();
    if (title.length > 300) break;
    const byline = bylineOf(title);
    if (byline !== null && story.byline === null) story.byline = byline;
    else if (story.headline === null) story.headline = plainLine(title);
    else break;
    lines.take(end + 1);
  }
  const first = lines.peek();
  const isSetApart = first.trim() !== '' && first.length <= 240 && /^(?:\s*$|\t| {3,}\S)/.test(lines.peek(1));
  const hasMore = lines
    .rest()
    .slice(1)
    .some((line) => line.trim() !== '');
  if (story.headline !== null || !isSetApart || !hasMore || recogniseDateline(first.trim()) !== null) return;
  story.headline = plainLine(first);
  lines.take();
}

function storyOf(message: Message, context: ParseContext): WireStory {
  const header = readHeader(textOfCharacters(message.header, context).trim());
  const lines = textOfCharacters(message.text, context).replace(/\r\n?/g, '\n').split('\n');
  const story = emptyStory('');
  const provider = header.source?.toUpperCase() ?? null;
  story.provider = provider;
  story.urgency = normaliseUrgency(header.priority);
  if (header.category !== null)
    story.subjects.push({ scheme: 'iptc-7901', code: header.category.toLowerCase(), name: null });
  story.language = context.sourceLanguage;
  const trailer = textOfCharacters(message.trailer, context);
  story.versionCreated = takeDayAndTime(lines, trailer, context);
  story.firstCreated = story.versionCreated;
  story.version = story.versionCreated ?? header.number;
  takeClosing(lines, story);

  const optional = header.optional === null ? null : readKeywordLine(header.optional);
  if (optional !== null) {
    // Information that is no slug (a channel, a number) still may say `URGENT` or `KILL`.
    applyKeywordLine(story, SLUG.test(optional.slug) ? optional : { ...optional, slug: '' });
  }
  const head = new HeadLines(lines);
  takeNotes(head, story, context);
  const catchline = takeCatchline(head, story);
  if (catchline !== null) applyKeywordLine(story, catchline);
  takeNotes(head, story, context);
  takeTitle(head, story);
  takeNotes(head, story, context);
  setBody(story, textToDocument(head.rest().join('\n')));

  const day = story.versionCreated?.slice(0, 10) ?? null;
  // Keywords between strokes name a subject that many stories share; only then does the number tell them apart.
  const slug = story.slugline === null || story.slugline.includes('/') ? header.number : story.slugline;
  story.uri = identityOfSlug(`iptc-7901:${provider ?? ''}`, day, slug, story);
  story.problems.push('identity-made-up', ...(message.isWhole ? [] : (['partial'] as const)));
  return story;
}

/** Reads every message of a delivery, given as one character a byte. Throws `not-recognised` or `no-stories`. */
export function parseIptc7901(source: string, context: ParseContext): FormatResult {
  const framed = controlFramed(source);
  const messages = framed.length > 0 ? framed : signalFramed(source);
  if (messages.length === 0)
    throw new WireParseError('not-recognised', 'no message between SOH and ETX or ZCZC and NNNN');
  return resultOf(messages.map((message) => storyOf(message, context)));
}

function looksLike7901(source: string): boolean {
  const begin = source.indexOf('\x01');
  const end = source.indexOf('\x02', begin);
  if (
    begin !== -1 &&
    end !== -1 &&
    end - begin <= LONGEST_HEADER &&
    HEADER.test(source.slice(begin + 1, end))
  )
    return true;
  return /^[\s\0-\x1f]*ZCZC[\s\x00-\x1f]/.test(source); // eslint-disable-line no-control-regex -- any may stand before
}

export const IPTC_7901_FORMAT: WireFormat = {
  name: 'iptc-7901',
  recognises: ({ bytes }) => looksLike7901(Buffer.from(bytes.subarray(0, 4096)).toString('latin1')),
  parse: (delivery, context) => parseIptc7901(charactersOfBytes(delivery), context),
};
