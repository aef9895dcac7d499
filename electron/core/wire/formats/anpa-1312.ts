/**
 * ANPA 1312 (“Wire Service Transmission Guidelines”, high-speed form) → stories. A transmission is SYN SYN SOH, the
 * message header (service level, number, selector codes; then priority, category, format codes, cycle, keyword line,
 * date `MM-DD`, word count), STX, the text with its typesetting codes, ETX with the sender's date line, EOT. Any number
 * of transmissions may follow one another.
 */
import { escapeUTF8 } from 'entities/escape';
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { normaliseUrgency } from '../../../../shared/domain/wire-status.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { textToDocument } from '../../../../shared/conversion/text-to-document.ts';
import { emptyStory } from '../../../../shared/domain/empty-story.ts';
import { isEditorsNote, readKeywordLine } from './advisories.ts';
import type { FormatResult, ParseContext, WireFormat } from './format.ts';
import { HeadLines } from './head-lines.ts';
import { WireParseError } from './parse-error.ts';
import {
  applyKeywordLine,
  bylineOf,
  charactersOfBytes,
  identityOfSlug,
  instantOf,
  noteToDesk,
  resultOf,
  setBody,
  takeClosing,
  takeNotes,
  textOfCharacters,
} from './text-wire.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Header, first part: service level, number and selector codes, parted by US (0x1F). */
const ADDRESS = /^([a-z])(\d{4})[\x1f ]([a-z\d-]*)/i; // eslint-disable-line no-control-regex -- US parts the fields
/** Header, second part: priority, category, format codes (DC3 or DC4; DC1 for text, DC2 for tables), keyword line. */
const DESCRIPTION = /^\s*([a-z]) ([a-z\d])[ ]?([\x11-\x14]*)[ ]?([^\r\n\x02]*)/i; // eslint-disable-line no-control-regex -- the format codes
const DATE_AND_COUNT = /\s(\d{1,2})-(\d{1,2})(?:\s+(\d{1,5}))?\s*$/;
const CYCLE = /^(?:am|pm|bc|ap)-+/i;
const LONGEST_HEADER = 400;
const TABLES = '\x12';

interface Transmission {
  address: string;
  description: string;
  text: string;
  trailer: string;
  isWhole: boolean;
}

/** Pieces of the delivery, one character a byte, between each SOH and the next. */
function transmissionsOf(source: string): Transmission[] {
  return source
    .split('\x01')
    .slice(1)
    .flatMap((whole): Transmission[] => {
      const begin = whole.indexOf('\x02');
      if (begin === -1 || begin > LONGEST_HEADER) return [];
      const header = whole.slice(0, begin);
      const address = ADDRESS.exec(header)?.[0];
      if (address === undefined) return [];
      const end = whole.slice(begin).search(/[\x03\x04]/); // eslint-disable-line no-control-regex -- ETX and EOT
      return [
        {
          address,
          description: header.slice(address.length),
          text: whole.slice(begin + 1, end === -1 ? whole.length : begin + end),
          trailer: end === -1 ? '' : whole.slice(begin + end, begin + end + LONGEST_HEADER),
          isWhole: end !== -1,
        },
      ];
    });
}

/**
 * Typesetting codes as text: space bands and thin spaces are spaces, a tab line indicator begins a cell, quads and
 * format codes go.
 */
function withoutTypesetting(characters: string): string {
  return characters
    .replace(/\x08/g, '\t') // eslint-disable-line no-control-regex -- the tab line indicator
    .replace(/[\x0b\x10\x1c-\x1f]/g, ' ') // eslint-disable-line no-control-regex -- space bands and thin spaces
    .replace(/[\0\x05-\x07\x0e\x0f\x11-\x1b\x7f]/g, '') // eslint-disable-line no-control-regex -- format and shift codes
    .replace(/\r\n?/g, '\n');
}

/** A line without the signs at its end; read from the end, so that a line of nothing else costs no more than its length. */
function withoutEnding(line: string, signs: RegExp): string {
  let end = line.length;
  while (end > 0 && signs.test(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end);
}

/** Lines of the head begin with `^` and end in `<` or `=`. */
function headLine(line: string): string {
  return withoutEnding(line.replace(/^\^+/, ''), /[<=^\s]/).trim();
}

const SLUG_LINE = /^(?:(?:am|pm|bc|ap)-|[a-z]{2}-[a-z]{2}--|[a-z]{2}--)\S/i;

/** The head of the text: the full keyword line, headline, notes, by-line with the office's name, in this order. */
function takeHead(lines: HeadLines, story: WireStory): void {
  let isAfterByline = false;
  for (;;) {
    lines.skipEmpty();
    const first = lines.peek();
    if (!first.startsWith('^')) return;
    const words = headLine(first);
    const byline = bylineOf(words);
    if (SLUG_LINE.test(words)) applyKeywordLine(story, readKeywordLine(withoutPrefix(words)));
    else if (isEditorsNote(words)) noteToDesk(story, words);
    else if (byline !== null && story.byline === null) story.byline = byline;
    else if (isAfterByline && story.credit === null && words.length <= 60) story.credit = plainLine(words);
    else if (story.headline === null) story.headline = plainLine(words);
    else return;
    isAfterByline = byline !== null;
    lines.take();
  }
}

/** `BC-AS--Indonesia Quake` → `Indonesia Quake`: cycle and region are the wire's, not the story's. */
function withoutPrefix(keywords: string): string {
  return keywords.replace(CYCLE, '').replace(/^[A-Z]{2}--/, '');
}

/** `ap-ny-10-18-18 2210GMT`, behind ETX: the time of sending. */
function sentAt(trailer: string, context: ParseContext): string | null {
  const match = /(\d{1,2})-(\d{1,2})-(\d{2}|\d{4})\s+(\d{2})(\d{2})\s*([A-Z]{1,4})?/.exec(trailer);
  if (match === null) return null;
  const [, month = '', day = '', year = '', hour = '', minute = '', zone = ''] = match;
  return instantOf(
    { day, month: MONTHS[Number(month) - 1] ?? '', year, clock: `${hour}:${minute}`, zone },
    context,
  );
}

/** The day of the header (`10-18`), its year that of the sending or the latest that is not in the future. */
function dayOf(month: string, day: string, sent: string | null, context: ParseContext): string | null {
  const parts = { day, month: MONTHS[Number(month) - 1] ?? '', clock: '00:00', zone: 'UTC' };
  return instantOf({ ...parts, year: sent?.slice(0, 4) ?? null }, context)?.slice(0, 10) ?? null;
}

function storyOf(sent: Transmission, context: ParseContext): WireStory {
  const [, level = '', number = '', selectors = ''] = ADDRESS.exec(sent.address) ?? [];
  const [, priority = null, category = null, codes = '', keywordField = ''] =
    DESCRIPTION.exec(sent.description) ?? [];
  const keywords = textOfCharacters(withoutTypesetting(keywordField), context);
  const [dated = '', month = null, day = null] = DATE_AND_COUNT.exec(keywords) ?? [];
  const text = textOfCharacters(withoutTypesetting(sent.text), context);
  // Teletypes have no quotation marks that open and close.
  const lines = text.replace(/``/g, '“').replace(/''/g, '”').split('\n');
  const story = emptyStory('');
  story.urgency = normaliseUrgency(priority);
  if (category !== null)
    story.subjects.push({ scheme: 'anpa-1312', code: category.toLowerCase(), name: null });
  for (const code of selectors.split('-'))
    if (code !== '')
      story.subjects.push({ scheme: 'anpa-1312:selector', code: code.toLowerCase(), name: null });
  story.language = context.sourceLanguage;
  story.versionCreated = sentAt(sent.trailer, context);
  story.firstCreated = story.versionCreated;
  story.version = story.versionCreated ?? `${level}${number}`;
  const keywordLine = readKeywordLine(
    withoutPrefix(keywords.slice(0, keywords.length - dated.length).trim()),
  );
  applyKeywordLine(story, keywordLine);
  takeClosing(lines, story);
  const head = new HeadLines(lines);
  takeHead(head, story);
  takeNotes(head, story, context);
  const copy = head
    .rest()
    .map((line) => (line.startsWith('^') ? headLine(line) : withoutEnding(line.trimEnd(), /</)))
    .join('\n');
  // Format code DC2: tables, whose lines and columns are the author's.
  setBody(
    story,
    codes.includes(TABLES) ? htmlToDocument(`<pre>${escapeUTF8(copy)}</pre>`) : textToDocument(copy),
  );

  const stated = month === null || day === null ? null : dayOf(month, day, story.versionCreated, context);
  story.uri = identityOfSlug(
    'anpa-1312',
    stated ?? story.versionCreated?.slice(0, 10) ?? null,
    keywordLine.slug || story.slugline,
    story,
  );
  story.problems.push('identity-made-up', ...(sent.isWhole ? [] : (['partial'] as const)));
  return story;
}

/** Reads every transmission of a delivery, given as one character a byte. Throws `not-recognised` or `no-stories`. */
export function parseAnpa1312(source: string, context: ParseContext): FormatResult {
  const transmissions = transmissionsOf(source);
  if (transmissions.length === 0)
    throw new WireParseError('not-recognised', 'no transmission between SOH and STX');
  return resultOf(transmissions.map((sent) => storyOf(sent, context)));
}

/** SYN may be lost on the way where US is not. */
const OPENING = /(?:\x01[a-z]\d{4}\x1f|\x16\x01[a-z]\d{4} )[^\x02]{0,380}\x02/i; // eslint-disable-line no-control-regex -- the marks of the header

export const ANPA_1312_FORMAT: WireFormat = {
  name: 'anpa-1312',
  recognises: ({ bytes }) => OPENING.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1')),
  parse: (delivery, context) => parseAnpa1312(charactersOfBytes(delivery), context),
};
