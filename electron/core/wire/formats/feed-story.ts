/** Feed items → wire stories: copy converted, the fullest of it chosen, times and identity settled. */
import type { WireMedia, WireProblem, WireStory } from '../../../../shared/contract/wire-story.ts';
import { buildDocument } from '../../../../shared/document/build.ts';
import type { ArticleDocument } from '../../../../shared/document/vocabulary.ts';
import { documentImages, documentText } from '../../../../shared/document/walk.ts';
import { formatIsoWithOffset } from '../../../../shared/domain/indonesian-dates.ts';
import { readDate } from '../../../../shared/domain/read-date.ts';
import { normaliseUrgency, readEmbargo } from '../../../../shared/domain/wire-status.ts';
import { decodeXML } from 'entities/decode';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { textToDocument } from '../../../../shared/conversion/text-to-document.ts';
import { identitiesOf } from './feed-identity.ts';
import type { Copy, FeedItem } from './feed-item.ts';
import type { ParseContext } from './format.ts';

const TAG = /<(?:[a-z][a-z0-9:]*|\/[a-z]|!--)/i;
const ESCAPED_TAG =
  /&lt;\/?(?:p|br|a|b|i|u|div|span|strong|em|ul|ol|li|img|figure|h[1-6]|blockquote|table|tr|td|center|font)(?:\s[^]*?)?\/?&gt;/i;

interface ReadCopy {
  document: ArticleDocument;
  text: string;
  whole: boolean;
}

/** Markup that was escaped once more on its way, or wrapped in a CDATA section of its own. */
function unwrapped(source: string): string {
  let html = source;
  if (/^\s*<!\[CDATA\[/.test(html)) html = html.replace(/^\s*<!\[CDATA\[/, '').replace(/\]\]>\s*$/, '');
  return !TAG.test(html) && ESCAPED_TAG.test(html) ? decodeXML(html) : html;
}

function readCopy(copy: Copy, baseUrl: string | null): ReadCopy {
  const document =
    copy.kind === 'text'
      ? textToDocument(copy.source)
      : htmlToDocument(copy.kind === 'xml' ? copy.source : unwrapped(copy.source), {
          baseUrl,
          selfClosing: copy.kind === 'xml',
        });
  return { document, text: documentText(document), whole: copy.whole === true };
}

function fullest(copies: readonly ReadCopy[]): ReadCopy | null {
  let best: ReadCopy | null = null;
  for (const copy of copies) if (copy.text !== '' && copy.text.length > (best?.text.length ?? 0)) best = copy;
  return best;
}

/** The fullest copy is the body; the source's own summary, where it is another text, the abstract. */
/** Longer copy is taken for the story itself, in characters. */
const LONGEST_SUMMARY = 300;
const LONGEST_BROKEN_OFF = 800;

/** The feed has but a few lines and a link to where the story stands: a paragraph, or text that is said to go on. */
function onlyAnnounces(item: FeedItem, { text, whole }: ReadCopy): boolean {
  if (item.link === null || text === '' || text.length > LONGEST_BROKEN_OFF) return false;
  if (!whole && text.length <= LONGEST_SUMMARY && !text.trim().includes('\n')) return true;
  return /(?:…|\.\.\.|\[[^\]]*\]|selengkapnya|read more)\W*$/i.test(text);
}

function chooseCopy(item: FeedItem): { body: ReadCopy; abstract: string | null } {
  const bodies = item.bodies.map((copy) => readCopy(copy, item.baseUrl));
  const summaries = item.summaries.map((copy) => readCopy(copy, item.baseUrl));
  // Copy without words may still hold pictures.
  const body = fullest(bodies) ?? fullest(summaries) ?? bodies[0] ?? summaries[0] ?? null;
  if (body === null) return { body: { document: buildDocument([]), text: '', whole: false }, abstract: null };
  const summary = [...summaries, ...bodies].find(({ text }) => text !== '' && text !== body.text);
  return { body, abstract: summary === undefined ? null : summary.text.replace(/\s+/g, ' ').trim() };
}

/** A story's media objects with the pictures of its copy among them; of the same picture what either says of it. */
export function withPicturesOf(body: ArticleDocument, listed: readonly WireMedia[]): WireMedia[] {
  const media = [...listed];
  const known = new Map(media.map((object) => [object.url, object]));
  for (const picture of documentImages(body)) {
    if (picture.sourceUrl === '') continue;
    const twin = known.get(picture.sourceUrl);
    if (twin !== undefined) {
      twin.caption ??= picture.caption || null;
      twin.alt ??= picture.alt || null;
      continue;
    }
    media.push({
      url: picture.sourceUrl,
      mediaId: null,
      type: 'picture',
      mimeType: null,
      width: picture.width || null,
      height: picture.height || null,
      caption: picture.caption || null,
      credit: picture.credit || null,
      alt: picture.alt || null,
    });
  }
  return media;
}

/** A language tag in its canonical form (BCP 47), or as the source wrote it where it is none. */
export function languageTag(language: string | null): string | null {
  const tag = language?.trim().replaceAll('_', '-') ?? '';
  if (tag === '') return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

/** Of an item the source broke off in, there must be words and a name or a headline to find it again by. */
function isWorthKeeping(item: FeedItem): boolean {
  return (
    !item.partial || item.id !== null || item.link !== null || item.bodies.length + item.summaries.length > 0
  );
}

/** Makes the stories of one delivery. */
export function storiesOfItems(items: readonly FeedItem[], context: ParseContext): WireStory[] {
  const read = items.filter(isWorthKeeping).map((item) => {
    const { body, abstract } = chooseCopy(item);
    return { item, body, abstract, headline: item.title, bodyText: body.text };
  });
  const identities = identitiesOf(read);
  return read.map(({ item, body, abstract }, index) => {
    const problems: WireProblem[] = item.partial ? ['partial'] : [];
    const instant = (raw: string | null): string | null => {
      if (raw === null) return null;
      const date = readDate(raw, context.defaultOffsetMinutes);
      if (date === null && !problems.includes('date-unreadable')) problems.push('date-unreadable');
      return date === null ? null : formatIsoWithOffset(date.epochMs, date.offsetMinutes);
    };
    const firstCreated = instant(item.published);
    const versionCreated = instant(item.updated) ?? firstCreated;
    const embargo = readEmbargo(item.embargoed, { defaultOffsetMinutes: context.defaultOffsetMinutes });
    if (embargo.state === 'unreadable') problems.push('embargo-unreadable');
    const identity = identities[index] ?? { uri: '', madeUp: true };
    if (identity.madeUp) problems.push('identity-made-up');
    if (onlyAnnounces(item, body)) problems.push('summary-only');
    return {
      uri: identity.uri,
      version: versionCreated,
      url: item.link,
      headline: item.title,
      slugline: null,
      byline: item.authors.length === 0 ? null : item.authors.join(', '),
      dateline: null,
      language: languageTag(item.language ?? context.sourceLanguage),
      urgency: normaliseUrgency(item.urgency),
      pubStatus: item.withdrawn ? 'canceled' : 'usable',
      signals: [],
      versionCreated,
      firstCreated,
      embargoed: embargo.state === 'until' ? embargo.at : null,
      expires: null,
      edNote: item.note,
      abstract,
      subjects: item.subjects,
      keywords: item.keywords,
      rights: item.rights,
      credit: null,
      provider: item.provider,
      body: body.document,
      bodyText: body.text,
      media: withPicturesOf(body.document, item.media),
      problems,
    };
  });
}
