/**
 * Mail → stories: Internet Message Format (RFC 5322 §3.6) with MIME bodies (RFC 2045–2047, 2183, 2231, 3676). One
 * story a message; wire files attached to it are read as the formats they are.
 */
import { imageSize } from 'image-size';
import libmime from 'libmime';
import type { WireMedia, WireStory } from '../../../../shared/contract/wire-story.ts';
import { buildDocument } from '../../../../shared/document/build.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { blockText, documentText } from '../../../../shared/document/walk.ts';
import { formatIsoWithOffset } from '../../../../shared/domain/indonesian-dates.ts';
import { readDate } from '../../../../shared/domain/read-date.ts';
import { normaliseUrgency } from '../../../../shared/domain/wire-status.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { textToDocument } from '../../../../shared/conversion/text-to-document.ts';
import { emptyStory } from '../../../../shared/domain/empty-story.ts';
import {
  applyAdvisories,
  applyEmbargo,
  embargoWords,
  isEditorsNote,
  readEditorsNote,
  readLabel,
} from './advisories.ts';
import { decodeText } from '../../conversion/decode.ts';
import { mediaType, nameOfAuthor } from './feed-item.ts';
import type { Delivery, FormatResult, ParseContext, WireFormat } from './format.ts';
import { cutForward, withHeadsApart, withoutSignature, type Forward } from './mail-copy.ts';
import { readMime, type MimePart } from './mime.ts';
import { WireParseError } from './parse-error.ts';
import { identityOfWords } from './identity-of-words.ts';

/** Parts that only mail programs have a use for. */
const MACHINERY = /^(?:application\/(?:pgp|pkcs7|x-pkcs7)-?|text\/(?:calendar|x-vcard)|message\/delivery)/;

interface Contents {
  copy: MimePart[];
  attachments: MimePart[];
}

function isCopy(part: MimePart): boolean {
  if (part.disposition === 'attachment' || part.fileName !== null) return false;
  return part.type === 'text/plain' || part.type === 'text/html';
}

/** Whether a part brings words in HTML; of alternatives that one is the fullest (RFC 2046 §5.1.4). */
function bringsHtml(part: MimePart): boolean {
  if (isCopy(part)) return part.type === 'text/html' && documentText(copyOf(part)) !== '';
  return part.parts.some(bringsHtml);
}

function collect(part: MimePart, contents: Contents): void {
  if (part.type === 'multipart/alternative') {
    const chosen = part.parts.find(bringsHtml) ?? part.parts.find((one) => isCopy(one)) ?? part.parts.at(-1);
    for (const one of part.parts) {
      if (one === chosen) collect(one, contents);
      else collectAttachments(one, contents);
    }
  } else if (part.parts.length > 0) {
    for (const one of part.parts) collect(one, contents);
  } else if (isCopy(part)) contents.copy.push(part);
  else if (!part.type.startsWith('multipart/')) contents.attachments.push(part);
}

function collectAttachments(part: MimePart, contents: Contents): void {
  for (const one of part.parts) collectAttachments(one, contents);
  if (part.parts.length === 0 && !isCopy(part)) contents.attachments.push(part);
}

function copyOf(part: MimePart): ReturnType<typeof buildDocument> {
  const { text } = decodeText(part.bytes, part.parameters.get('charset') ?? null);
  if (part.type === 'text/html') return htmlToDocument(text);
  const isFlowed = /^flowed$/i.test(part.parameters.get('format') ?? '');
  const deletesSpaces = /^yes$/i.test(part.parameters.get('delsp') ?? '');
  const lines = isFlowed ? libmime.decodeFlowed(text.replace(/\r\n?/g, '\n'), deletesSpaces) : text;
  return textToDocument(withHeadsApart(lines));
}

function pixelsOf(part: MimePart): { width: number | null; height: number | null } {
  try {
    const { width, height } = imageSize(part.bytes);
    return { width: width || null, height: height || null };
  } catch {
    return { width: null, height: null };
  }
}

function mediaOf(part: MimePart): WireMedia {
  const kind = mediaType(part.type, null, part.fileName ?? '');
  const description = plainLine(part.field('content-description'));
  return {
    url: null,
    mediaId: null,
    ...kind,
    ...(kind.type === 'picture' ? pixelsOf(part) : { width: null, height: null }),
    caption: description ?? plainLine(part.fileName),
    credit: null,
    alt: null,
  };
}

/** `Fwd: Re: Judul` says only how the mail travelled. */
function headlineOf(subject: string | null): string | null {
  return plainLine(subject?.replace(/^(?:\s*(?:re|fwd?|trs|bls)\s*:)+/i, ''));
}

function senderOf(from: string | null): string | null {
  const name = plainLine(nameOfAuthor((from ?? '').replace(/"/g, '')).replace(/[<>]/g, ''));
  // An address alone names its house.
  return name === null ? null : (/^[^\s@]+@([^\s@]+)$/.exec(name)?.[1] ?? name);
}

/** RFC 2392: the address of a message by its identification. */
function identityOf(message: MimePart): string | null {
  const id = /<\s*([^<>\s]{3,250})\s*>/.exec(message.field('message-id') ?? '')?.[1];
  return id === undefined ? null : `mid:${id}`;
}

function fillTimes(story: WireStory, date: string | null, message: MimePart, offsetMinutes: number): void {
  const read = readDate(date, offsetMinutes);
  if (read === null) story.problems.push('date-unreadable');
  else story.versionCreated = formatIsoWithOffset(read.epochMs, read.offsetMinutes);
  story.firstCreated = story.versionCreated;
  story.version = story.versionCreated;
  const expires = readDate(message.field('expires') ?? message.field('expiry-date'), offsetMinutes);
  if (expires !== null) story.expires = formatIsoWithOffset(expires.epochMs, expires.offsetMinutes);
}

/** Notes to editors and embargo lines at the head of the copy: they are told to the desk and leave the copy. */
function takeNotes(blocks: readonly BlockNode[], story: WireStory, offsetMinutes: number): BlockNode[] {
  const notes: string[] = [];
  let taken = 0;
  for (const block of blocks.slice(0, 6)) {
    const words = blockText(block).trim();
    const embargo = words.length <= 300 ? embargoWords(words) : null;
    if (embargo !== null) applyEmbargo(story, embargo, offsetMinutes);
    else if (!isEditorsNote(words)) break;
    applyAdvisories(story, [readEditorsNote(words)]);
    notes.push(words);
    taken += 1;
  }
  story.edNote = [story.edNote, ...notes].filter((note) => note !== null).join('\n') || null;
  return blocks.slice(taken);
}

function storyOf(message: MimePart, contents: Contents, context: ParseContext): WireStory {
  const whole = contents.copy.flatMap((part) => copyOf(part).root.children);
  const forward: Forward = cutForward(whole);
  const story = emptyStory(identityOf(message) ?? '');
  const organization = plainLine(message.field('organization'));
  const sender = senderOf(forward.from ?? message.field('from') ?? message.field('sender'));
  story.headline = headlineOf(message.field('subject')) ?? headlineOf(forward.subject);
  // RFC 5322 §3.6.5, RFC 4021 §2.1: what the sender says of the message besides its words.
  story.keywords = (message.field('keywords') ?? '').split(',').flatMap((word) => plainLine(word) ?? []);
  story.language =
    /^[a-z]{2,3}(?:-[a-z\d]{2,8})*/i.exec(message.field('content-language') ?? '')?.[0] ??
    context.sourceLanguage;
  story.urgency = normaliseUrgency(message.field('priority'));
  story.provider = organization ?? sender;
  story.byline = organization === null ? null : sender;
  story.edNote =
    [plainLine(message.field('comments')), forward.coverNote].filter((note) => note !== null).join('\n') ||
    null;
  fillTimes(story, forward.date ?? message.field('date'), message, context.defaultOffsetMinutes);
  applyAdvisories(story, [readLabel(story.headline ?? '')]);
  story.body = buildDocument(
    takeNotes(withoutSignature(forward.blocks), story, context.defaultOffsetMinutes),
  );
  story.bodyText = documentText(story.body);
  if (story.uri === '') {
    story.uri = identityOfWords(story.headline, story.bodyText);
    story.problems.push('identity-made-up');
  }
  if (!message.isWhole) story.problems.push('partial');
  return story;
}

/** Reads a message and the wire files in it. Throws `set-aside` for delivery reports, `no-stories` without words. */
export function parseMail(bytes: Uint8Array, context: ParseContext): FormatResult {
  const message = readMime(bytes);
  if (message.type === 'multipart/report') {
    throw new WireParseError('set-aside', 'a report of a mail server, not copy');
  }
  const contents: Contents = { copy: [], attachments: [] };
  collect(message, contents);
  const story = storyOf(message, contents, context);
  const results: FormatResult[] = [];
  for (const part of contents.attachments) {
    const isSound = /^(?:image|audio|video)\//.test(part.type);
    const inside = isSound
      ? null
      : context.readInside(part.bytes, part.type, part.parameters.get('charset') ?? null);
    if (inside !== null) results.push(inside);
    else if (!MACHINERY.test(part.type)) story.media.push(mediaOf(part));
  }
  const stories = results.flatMap((result) => result.stories);
  // A message that only carries wire files has nothing to say for itself; one of a subject alone may be a flash.
  const speaks =
    story.bodyText !== '' || (stories.length === 0 && (story.headline !== null || story.media.length > 0));
  if (speaks) stories.unshift(story);
  if (stories.length === 0) throw new WireParseError('no-stories', 'there are no words in it');
  const problems = new Set(results.flatMap((result) => result.problems));
  if (!message.isWhole) problems.add('partial');
  return { stories, problems: [...problems] };
}

const FIELD = /^([!-9;-~]+)[ \t]*:/;
/** Fields that mail programs write and nobody copies along with a story. */
const MACHINE_FIELD =
  /^(?:message-id|mime-version|received|return-path|dkim-signature|x-mailer|content-transfer-encoding):/im;

/** RFC 5322 §2.2: nothing but fields and their folded lines up to the first empty line. */
function looksLikeMail(head: string): boolean {
  const [header = ''] = head.replace(/^From [^\n]*\n/, '').split(/\r?\n\r?\n/, 1);
  const lines = header.split(/\r?\n/);
  // The last line may be cut off by the head's own length.
  if (header.length === head.length) lines.pop();
  if (lines.length === 0 || !lines.every((line) => FIELD.test(line) || /^[ \t]/.test(line))) return false;
  return MACHINE_FIELD.test(header) && /^(?:from|subject):/im.test(header);
}

function bytesOf({ bytes, decoded, text }: Delivery): Uint8Array {
  return /^utf-(?:16|32)/.test(decoded.encoding) ? Buffer.from(text) : bytes;
}

export const MAIL_FORMAT: WireFormat = {
  name: 'mail',
  recognises: ({ head, isBinary }) => !isBinary && looksLikeMail(head),
  parse: (delivery, context) => parseMail(bytesOf(delivery), context),
};
