/** What the text wires of the teleprinter age share: times, identities, the lines at the head and the end of a text. */
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import type { ArticleDocument } from '../../../../shared/document/vocabulary.ts';
import { formatIsoWithOffset } from '../../../../shared/domain/indonesian-dates.ts';
import { readDate } from '../../../../shared/domain/read-date.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import {
  applyAdvisories,
  applyEmbargo,
  embargoWords,
  isEditorsNote,
  readEditorsNote,
  type KeywordLine,
} from './advisories.ts';
import { charsetOfContentType, decodeText } from '../../conversion/decode.ts';
import type { Delivery, FormatResult, ParseContext } from './format.ts';
import type { HeadLines } from './head-lines.ts';
import { WireParseError } from './parse-error.ts';
import { identityOfWords } from './identity-of-words.ts';

/** The bytes of a delivery, one character each, so that control bytes can be searched for. */
export function charactersOfBytes({ bytes }: Delivery): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** A piece of those characters as text, in the charset its bytes show. */
export function textOfCharacters(characters: string, context: ParseContext): string {
  return decodeText(Buffer.from(characters, 'latin1'), charsetOfContentType(context.contentType)).text;
}

const TWO_DAYS_MS = 2 * 86_400_000;

/** ISO 8601 of `18 Oct 2018 22:10 GMT` and the like; without a year the latest that is not in the future. */
export function instantOf(
  parts: { day: string; month: string; year: string | null; clock: string; zone: string },
  { now, defaultOffsetMinutes }: ParseContext,
): string | null {
  const thisYear = new Date(now).getUTCFullYear();
  const years = parts.year === null ? [thisYear + 1, thisYear, thisYear - 1] : [parts.year];
  for (const year of years) {
    const date = readDate(
      `${parts.day} ${parts.month} ${year} ${parts.clock} ${parts.zone}`,
      defaultOffsetMinutes,
    );
    if (date !== null && (parts.year !== null || date.epochMs < now + TWO_DAYS_MS))
      return formatIsoWithOffset(date.epochMs, date.offsetMinutes);
  }
  return null;
}

/**
 * The identity of a story in wires that number messages, not stories: its slug on its day, which later leads, write-
 * throughs and kills repeat; each further take is a text of its own. Without slug or day, the words.
 */
export function identityOfSlug(
  scheme: string,
  day: string | null,
  slug: string | null,
  story: WireStory,
): string {
  const name =
    slug
      ?.toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') ?? '';
  if (day === null || name === '') return identityOfWords(story.headline, story.bodyText);
  const take = story.signals.find((signal) => /^take:\d+$/.test(signal) && signal !== 'take:1');
  return `${scheme}:${day}:${name}${take === undefined ? '' : `:${take.replace(':', '-')}`}`;
}

/** What a keyword line says of a version, brought into the story; its version words name the version. */
export function applyKeywordLine(story: WireStory, line: KeywordLine): void {
  applyAdvisories(story, [line]);
  story.version = line.version ?? story.version;
  story.slugline = line.slug || story.slugline;
}

/** Takes embargo lines and notes to editors off the head of a text: the desk reads them, the copy does not hold them. */
export function takeNotes(lines: HeadLines, story: WireStory, context: ParseContext): void {
  for (;;) {
    lines.skipEmpty();
    const first = lines.peek().trim();
    const embargo = embargoWords(first);
    if (embargo !== null) {
      applyEmbargo(story, embargo, context.defaultOffsetMinutes);
      noteToDesk(story, lines.take().join(''));
    } else if (isEditorsNote(first)) {
      // A note runs to the next empty or indented line.
      const length = lines.countBefore((line) => /^(?:\s*$|\t| {3,})/.test(line));
      noteToDesk(story, lines.take(length).join(' '));
    } else return;
  }
}

/** Keeps a note to the desk and acts on what it says. */
export function noteToDesk(story: WireStory, words: string): void {
  const note = plainLine(words);
  if (note === null) return;
  applyAdvisories(story, [readEditorsNote(note)]);
  story.edNote = story.edNote === null ? note : `${story.edNote}\n${note}`;
}

/** The name in a by-line (`Oleh Biro Mataram`), or null. */
export function bylineOf(line: string): string | null {
  return plainLine(/^(?:by|oleh|pewarta|von|par|por)\b\s*:?\s+(.{2,120})$/i.exec(line.trim())?.[1]);
}

/** Takes what closes a transmission off the end of a text: `(bersambung)`, `MORE`, `-30-`, `ENDS`. */
export function takeClosing(lines: string[], story: WireStory): void {
  for (;;) {
    while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
    const last = lines.at(-1)?.trim() ?? '';
    if (/^\W*(?:more|bersambung|lanjut|mehr)\W*$/i.test(last)) applyAdvisories(story, [CONTINUES]);
    else if (!/^(?:\W*(?:ends?|nnnn|habis|endit)\W*|[-#*\s]*30[-#*\s]*)$/i.test(last)) return;
    lines.pop();
  }
}

const CONTINUES = { status: null, signals: ['take:continues'], urgency: null };

/** Sets the copy of a story. */
export function setBody(story: WireStory, body: ArticleDocument): void {
  story.body = body;
  story.bodyText = documentText(body);
}

/** The stories that say something. Throws `no-stories` where none does. */
export function resultOf(stories: readonly WireStory[]): FormatResult {
  const telling = stories.filter(
    ({ headline, bodyText, edNote }) => headline !== null || bodyText !== '' || edNote !== null,
  );
  if (telling.length === 0) throw new WireParseError('no-stories', 'there are no words in it');
  return {
    stories: telling,
    problems: telling.some(({ problems }) => problems.includes('partial')) ? ['partial'] : [],
  };
}
