/**
 * A story as plain text, as copied from a news site or out of a mail, or lying in a text file: the headline on the
 * first line, then perhaps the time and the address, then the copy with dateline and footer.
 */
import { identityOfLink } from '../../../../shared/domain/antara.ts';
import { recogniseDateline } from '../../../../shared/domain/datelines.ts';
import { formatIsoWithOffset } from '../../../../shared/domain/indonesian-dates.ts';
import { readDate } from '../../../../shared/domain/read-date.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { textToDocument } from '../../../../shared/conversion/text-to-document.ts';
import { emptyStory } from '../../../../shared/domain/empty-story.ts';
import type { FormatResult, ParseContext, WireFormat } from './format.ts';
import { WireParseError } from './parse-error.ts';
import { identityOfWords } from './identity-of-words.ts';

const LONGEST_HEADLINE = 240;
const MAIL_HEADER =
  /^(from|dari|to|kepada|cc|bcc|subject|subjek|perihal|date|tanggal|sent|dikirim|reply-to)\s*:[ \t]*(.*)$/i;
const BYLINE =
  /^(?:oleh|by|pewarta|penulis|reporter|wartawan)(?:\s*:\s*|\s+)(\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,5})$/iu;

interface Opening {
  headline: string | null;
  date: string | null;
  url: string | null;
  byline: string | null;
  provider: string | null;
}

/** Takes the head of a mail off the lines; a single line that looks like a field is no head. */
function takeMailHead(lines: string[], opening: Opening): void {
  const end = lines.findIndex((line) => !MAIL_HEADER.test(line));
  const head = lines.slice(0, end === -1 ? lines.length : end);
  if (head.length < 2) return;
  for (const line of head) {
    const [, name = '', value = ''] = MAIL_HEADER.exec(line) ?? [];
    if (/^(?:subject|subjek|perihal)$/i.test(name)) opening.headline = plainLine(value);
    else if (/^(?:date|tanggal|sent|dikirim)$/i.test(name)) opening.date = value.trim() || null;
    else if (/^(?:from|dari)$/i.test(name)) opening.provider = plainLine(value.replace(/<[^>]*>/g, ''));
  }
  lines.splice(0, head.length);
}

function dropEmptyLines(lines: string[]): void {
  const first = lines.findIndex((line) => line.trim() !== '');
  lines.splice(0, first === -1 ? lines.length : first);
}

/** The first line, unless the copy itself opens there. */
function takeHeadline(lines: string[], opening: Opening): void {
  dropEmptyLines(lines);
  const first = lines[0]?.trim() ?? '';
  if (opening.headline !== null || first === '' || first.length > LONGEST_HEADLINE) return;
  const rest = lines.slice(1).some((line) => line.trim() !== '');
  if (!rest || recogniseDateline(first) !== null) return;
  opening.headline = plainLine(first);
  lines.shift();
}

function isAddress(line: string): boolean {
  return /^(?:(?:sumber|source|link|tautan|url)\s*:\s*)?https?:\/\/\S+$/i.test(line.trim());
}

/** What sites print between headline and copy: the time, the reporter, the address. */
function takeDetails(lines: string[], opening: Opening, offsetMinutes: number): void {
  for (let taken = 0; taken < 4; taken += 1) {
    dropEmptyLines(lines);
    const line = lines[0]?.trim() ?? '';
    const byline = BYLINE.exec(line)?.[1];
    if (opening.url === null && isAddress(line)) opening.url = line.slice(line.search(/https?:/i));
    else if (opening.date === null && line.length <= 60 && readDate(line, offsetMinutes) !== null)
      opening.date = line;
    else if (opening.byline === null && byline !== undefined) opening.byline = byline;
    else return;
    lines.shift();
  }
}

function takeClosingAddress(lines: string[], opening: Opening): void {
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  const last = lines.at(-1) ?? '';
  if (opening.url !== null || !isAddress(last)) return;
  opening.url = last.slice(last.search(/https?:/i)).trim();
  lines.pop();
}

/** Reads one story out of plain text. Throws `no-stories` where there is no word in it. */
export function parsePastedText(text: string, context: ParseContext): FormatResult {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const opening: Opening = { headline: null, date: null, url: null, byline: null, provider: null };
  dropEmptyLines(lines);
  if (lines.length === 0) throw new WireParseError('no-stories', 'there are no words in it');
  takeMailHead(lines, opening);
  takeHeadline(lines, opening);
  takeDetails(lines, opening, context.defaultOffsetMinutes);
  takeClosingAddress(lines, opening);

  const body = textToDocument(lines.join('\n'));
  const bodyText = documentText(body);
  if (opening.headline === null && bodyText === '') {
    throw new WireParseError('no-stories', 'there are no words in it');
  }
  const url = opening.url !== null && URL.canParse(opening.url) ? opening.url : null;
  const date = readDate(opening.date, context.defaultOffsetMinutes);
  const versionCreated = date === null ? null : formatIsoWithOffset(date.epochMs, date.offsetMinutes);
  const story = {
    ...emptyStory(url === null ? identityOfWords(opening.headline, bodyText) : identityOfLink(url)),
    version: versionCreated,
    url,
    headline: opening.headline,
    byline: opening.byline,
    language: context.sourceLanguage,
    versionCreated,
    firstCreated: versionCreated,
    provider: opening.provider,
    body,
    bodyText,
  };
  if (url === null) story.problems.push('identity-made-up');
  if (opening.date !== null && date === null) story.problems.push('date-unreadable');
  return { stories: [story], problems: [] };
}

/** Share of characters that no text has: what is left of bytes that are no text. */
function looksLikeProse(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const strange = sample.match(/[\ufffd\u0080-\u009f]/g)?.length ?? 0;
  return /[\p{L}\p{N}]/u.test(sample) && strange <= sample.length / 50;
}

export const TEXT_FORMAT: WireFormat = {
  name: 'text',
  recognises: ({ head, text, json, isBinary }) =>
    !isBinary && !/^[<{]/.test(head) && json === null && looksLikeProse(text),
  parse: ({ text }, context) => parsePastedText(text, context),
};
