/**
 * What the news formats in XML (NITF, NewsML-G2, NewsML 1.x) share: elements by their local name, the words in them,
 * copy in whatever form it stands, and times, status and embargo read on the safe side.
 */
import type { PubStatus } from '../../../../shared/contract/common.ts';
import type { WireProblem, WireStory } from '../../../../shared/contract/wire-story.ts';
import type { ArticleDocument } from '../../../../shared/document/vocabulary.ts';
import { formatIsoWithOffset } from '../../../../shared/domain/indonesian-dates.ts';
import { recogniseDateline } from '../../../../shared/domain/datelines.ts';
import { readDate } from '../../../../shared/domain/read-date.ts';
import { normalisePubStatus, readEmbargo } from '../../../../shared/domain/wire-status.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { readHtml } from '../../../../shared/conversion/html-tokens.ts';
import { textToDocument } from '../../../../shared/conversion/text-to-document.ts';
import { innerMarkup } from './feed-fields.ts';
import type { FormatResult, ParseContext } from './format.ts';
import { WireParseError } from './parse-error.ts';
import { innerSource, type XmlElement, type XmlTree } from './xml.ts';

function isNamed(element: XmlElement, name: string): boolean {
  return element.name === name || element.name.toLowerCase() === name.toLowerCase();
}

/** The children of these local names, in any case and namespace, in document order. */
export function childrenNamed(element: XmlElement | null | undefined, ...names: string[]): XmlElement[] {
  return (element?.children ?? []).filter((child) => names.some((name) => isNamed(child, name)));
}

/** The first element down a path of local names; null where the path breaks off. */
export function childAt(element: XmlElement | null | undefined, ...path: string[]): XmlElement | null {
  let at = element ?? null;
  for (const name of path) at = at?.children.find((child) => isNamed(child, name)) ?? null;
  return at;
}

/** Elements of a local name wherever they stand, in document order; those inside one another count once. */
export function descendantsNamed(element: XmlElement | null | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const open = [...(element?.children ?? [])].reverse();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (isNamed(at, name)) found.push(at);
    else for (const child of at.children.toReversed()) open.push(child);
  }
  return found;
}

/** Elements between which words are never joined. */
const PARTING = /^(?:p|br|div|li|td|th|tr|h[1-6]|hl[12]|byttl|name|name\.given|name\.family|para)$/;

/** The words of an element on one line, markup inside it left out; null where there are none. */
export function wordsOf(tree: XmlTree, element: XmlElement | null | undefined): string | null {
  if (element === null || element === undefined) return null;
  if (element.children.length === 0) return plainLine(element.text);
  let words = '';
  const part = (name: string): void => {
    if (PARTING.test(name)) words += ' ';
  };
  readHtml(
    innerSource(tree, element),
    {
      open: part,
      close: part,
      text(value) {
        words += value;
      },
    },
    { selfClosing: true },
  );
  return plainLine(words.replaceAll('<', '&lt;'));
}

/** The words of the first of these elements that has any. */
export function firstWords(tree: XmlTree, elements: readonly (XmlElement | null)[]): string | null {
  for (const element of elements) {
    const words = wordsOf(tree, element);
    if (words !== null) return words;
  }
  return null;
}

/** All that is said in these elements, each thing once. */
export function allWords(tree: XmlTree, elements: readonly XmlElement[]): string[] {
  const words = elements.map((element) => wordsOf(tree, element));
  return [...new Set(words.filter((each) => each !== null))];
}

/** The parts that say something, each once, in one text; null where none does. */
export function joined(parts: readonly (string | null)[], separator: string): string | null {
  const said = [...new Set(parts.filter((part) => part !== null && part !== ''))];
  return said.length === 0 ? null : said.join(separator);
}

/** A dateline with its place: the one the source names, or as much as its words tell. */
export function datelineOf(text: string | null, city: string | null): WireStory['dateline'] {
  if (text === null) return city === null ? null : { text: city, city };
  if (city !== null) return { text, city };
  const known = recogniseDateline(`${text.replace(/[\s–—-]+$/, '')} - x`)?.city;
  return { text, city: known ?? (/^[^,(/\d]+/.exec(text)?.[0].trim() || null) };
}

const MARKUP = /<(?:[a-z][\w:.-]*(?:\s[^<>]*)?\/?|\/[a-z][^<>]*|!--)>?/i;

/**
 * Copy as a document: elements of XHTML, or text that is HTML by its type or by the tags in it, or plain text. `type`
 * is a media type or a format's name, in any case.
 */
export function copyOf(
  tree: XmlTree,
  element: XmlElement,
  type: string | null,
  baseUrl: string | null,
): ArticleDocument {
  if (element.children.length > 0) {
    return htmlToDocument(innerMarkup(tree, element), { baseUrl, selfClosing: true });
  }
  return copyOfText(element.text, type, baseUrl);
}

/** Copy that stands as text, as `copyOf` reads it. */
export function copyOfText(text: string, type: string | null, baseUrl: string | null): ArticleDocument {
  const isPlain = /plain/i.test(type ?? '');
  const isHtml = /html|nitf/i.test(type ?? '') || (!isPlain && MARKUP.test(text));
  return isHtml ? htmlToDocument(text, { baseUrl }) : textToDocument(text);
}

/** Reads one story's times, status and embargo, and keeps what could not be read of them. */
export class StoryReader {
  readonly problems: WireProblem[] = [];
  readonly #offset: number;

  constructor({ defaultOffsetMinutes }: ParseContext) {
    this.#offset = defaultOffsetMinutes;
  }

  doubt(problem: WireProblem): void {
    if (!this.problems.includes(problem)) this.problems.push(problem);
  }

  /** A time in ISO 8601 with offset; null where none is stated or it cannot be read. */
  instant(raw: string | null | undefined): string | null {
    if (raw === null || raw === undefined || raw.trim() === '') return null;
    const date = readDate(raw, this.#offset);
    if (date === null) this.doubt('date-unreadable');
    return date === null ? null : formatIsoWithOffset(date.epochMs, date.offsetMinutes);
  }

  /** The time in an element; one the source broke off in says nothing. */
  instantIn(element: XmlElement | null | undefined): string | null {
    return element?.complete === true ? this.instant(element.text) : null;
  }

  /** The end of an embargo. One that is stated and cannot be read is flagged. */
  embargo(raw: string | null | undefined, emptyMeans: 'none' | 'unreadable' = 'none'): string | null {
    const embargo = readEmbargo(raw, { defaultOffsetMinutes: this.#offset, emptyMeans });
    if (embargo.state === 'unreadable') this.doubt('embargo-unreadable');
    return embargo.state === 'until' ? embargo.at : null;
  }

  /**
   * A status with its embargo. `embargoed` is a status of NITF and NewsML 1.x: usable from the time of release on, and
   * withheld where no time can be read.
   */
  status(raw: string | null | undefined, embargoed: string | null, whenAbsent: PubStatus): PubStatus {
    if (/^\s*(?:[\w-]+:)?embargo(?:ed)?\s*$/i.test(raw ?? '')) {
      if (embargoed !== null) return 'usable';
      this.doubt('embargo-unreadable');
      return 'withheld';
    }
    const status = normalisePubStatus(raw, whenAbsent);
    if (status === 'unknown') this.doubt('status-unknown');
    return status;
  }
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) >= Date.parse(other) ? one : other;
}

/**
 * A story with what its own copy (NITF inside NewsML) says where the item itself is silent. Of two statuses and two
 * embargoes the stricter counts.
 */
export function withInnerStory(outer: WireStory, inner: WireStory): WireStory {
  const isOuterSaid = outer.pubStatus !== 'usable' && inner.pubStatus !== 'canceled';
  return {
    ...outer,
    headline: outer.headline ?? inner.headline,
    slugline: outer.slugline ?? inner.slugline,
    byline: outer.byline ?? inner.byline,
    dateline: outer.dateline ?? inner.dateline,
    language: outer.language ?? inner.language,
    urgency: outer.urgency ?? inner.urgency,
    pubStatus: isOuterSaid ? outer.pubStatus : inner.pubStatus,
    signals: [...new Set([...outer.signals, ...inner.signals])],
    versionCreated: outer.versionCreated ?? inner.versionCreated,
    firstCreated: outer.firstCreated ?? inner.firstCreated,
    embargoed: later(outer.embargoed, inner.embargoed),
    expires: outer.expires ?? inner.expires,
    edNote: joined([outer.edNote, inner.edNote], '\n'),
    abstract: outer.abstract ?? inner.abstract,
    subjects: outer.subjects.length > 0 ? outer.subjects : inner.subjects,
    keywords: [...new Set([...outer.keywords, ...inner.keywords])],
    rights: joined([outer.rights, inner.rights], '\n'),
    credit: outer.credit ?? inner.credit,
    provider: outer.provider ?? inner.provider,
    problems: [
      ...new Set([...outer.problems, ...inner.problems.filter((each) => each !== 'identity-made-up')]),
    ],
  };
}

/** Whether there is anything in a story that a desk could use: words, a picture, a note. */
export function saysSomething(story: WireStory): boolean {
  return (
    story.headline !== null ||
    story.abstract !== null ||
    story.edNote !== null ||
    story.bodyText !== '' ||
    story.media.length > 0
  );
}

/**
 * The result of a delivery. `setAside` names what was recognised and is no story. Throws WireParseError where there is
 * no story: `not-well-formed` for a delivery that broke off, `set-aside`, `no-stories`.
 */
export function resultOf(
  tree: XmlTree,
  stories: WireStory[],
  setAside: readonly string[] = [],
): FormatResult {
  if (stories.length > 0) {
    return { stories, problems: tree.truncated ? ['partial'] : [], setAside };
  }
  if (setAside.length > 0) {
    throw new WireParseError('set-aside', `no story: ${[...new Set(setAside)].join(', ')}`);
  }
  if (tree.truncated) throw new WireParseError('not-well-formed', 'it breaks off before its first story');
  throw new WireParseError('no-stories', 'no story in it');
}
