/**
 * One version of an article as partners get it, whatever the format: plain values, nothing of our desk in them. Words as
 * in NewsML-G2 and ninjs. Notes and suggestions cannot be in it: it takes a publishable document only.
 */
import type { ArticleFields } from '../../../../shared/contract/articles.ts';
import type { House } from '../../../../shared/contract/settings.ts';
import { printable } from '../../../../shared/document/inline-html.ts';
import type { PublishableDocument } from '../../../../shared/document/publishable.ts';
import { blockText } from '../../../../shared/document/walk.ts';
import { recogniseDateline } from '../../../../shared/domain/datelines.ts';
import { formatIsoWithOffset, offsetOfIndonesianZone } from '../../../../shared/domain/indonesian-dates.ts';
import { translate, type Language } from '../../../../shared/i18n/translate.ts';
import { mediaTopicOfSection, type MediaTopic } from '../../../../shared/domain/media-topics.ts';

/** A picture of the copy where the partner can fetch it. */
export interface ItemPicture {
  /** Absolute address. */
  href: string;
  mimeType: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** Times are ISO 8601 in whole seconds with the newsroom's offset; text is plain text; empty is not said. */
export interface NewsItem {
  /** The same for all versions of a story. */
  uri: string;
  /** From 1 on, one higher with each version. */
  version: number;
  pubStatus: 'usable' | 'canceled';
  firstCreated: string;
  versionCreated: string;
  /** Until when it may not be published; null where it may. */
  embargoed: string | null;
  /** What became of the version before: nothing (it is the first), or why this one stands in its place. */
  change: 'new' | 'update' | 'correction' | 'withdrawal';
  /** To the partner's desk, not for readers. */
  edNote: string;
  headline: string;
  dek: string;
  byline: string;
  /** Where the copy comes from, as its dateline names it. */
  city: string;
  /** Opens the copy, dash and space included. */
  dateline: string;
  /** Closes the copy. */
  credit: string;
  slug: string;
  section: { slug: string; name: string } | null;
  mediaTopic: MediaTopic | null;
  tags: readonly string[];
  /** BCP 47. */
  language: string;
  provider: string;
  copyrightNotice: string;
  usageTerms: string;
  /** Null of a withdrawal, which has no copy. */
  document: PublishableDocument | null;
  /** By media id. A picture that is not in it is left out. */
  pictures: ReadonlyMap<string, ItemPicture>;
}

/** What a house agreed on with a partner. */
export interface PartnerTerms {
  language: string;
  copyrightNotice: string;
  usageTerms: string;
}

/** Which version of which item it is. Times are milliseconds since 1970. */
export interface ItemVersion {
  uri: string;
  version: number;
  firstCreated: number;
  versionCreated: number;
}

/** A time as items carry it, by the house's clock. */
export function itemTime({ timeZone }: House, at: number): string {
  return formatIsoWithOffset(Math.floor(at / 1000) * 1000, offsetOfIndonesianZone(timeZone));
}

/** One line of plain text. */
function line(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}

/** A block that tells readers of a correction: `Ralat (27/4): …`. */
const CORRECTION = /^[([]?\s*(?:ralat|koreksi|correction)\b/i;

/** A fact box that tells them of a right of reply. */
const REPLY = /^(?:hak jawab|right of reply)\b/i;

/** What a story tells its readers of its own corrections and of the right of reply, a line for each; null: nothing. */
export function houseNoteOf(document: PublishableDocument): string | null {
  const notes = document.root.children.flatMap((block) => {
    const told = line(blockText(block));
    return CORRECTION.test(told) || (block.type === 'factbox' && REPLY.test(told)) ? [told] : [];
  });
  return notes.length === 0 ? null : notes.join('\n');
}

/** Of such a note the lines that correct. */
function correctionsIn(note: string | null): string {
  return (note ?? '')
    .split('\n')
    .filter((each) => CORRECTION.test(each))
    .join('\n');
}

/** What every item says of who it is from and how it may be used. */
function statedBy(
  house: House,
  terms: PartnerTerms,
): Pick<NewsItem, 'language' | 'provider' | 'copyrightNotice' | 'usageTerms'> {
  return {
    language: terms.language,
    provider: line(house.name),
    copyrightNotice: line(terms.copyrightNotice),
    usageTerms: line(terms.usageTerms),
  };
}

/** The language in which the partner is told things: Indonesian unless its copy is English. */
export function toldIn({ language }: PartnerTerms): Language {
  return language.startsWith('en') ? 'en' : 'id';
}

/** An article as an item. What was not asked for by the house's terms says nothing. */
export function newsItemOf(
  article: { fields: ArticleFields; slug: string; document: PublishableDocument },
  { uri, version, firstCreated, versionCreated }: ItemVersion,
  {
    house,
    terms,
    noteToldBefore,
    embargoedUntil,
    forbidsAi,
    pictures,
  }: {
    house: House;
    terms: PartnerTerms;
    /** The note (`houseNoteOf`) of the version before; null: none. */
    noteToldBefore: string | null;
    /** Milliseconds since 1970; null where there is none. */
    embargoedUntil: number | null;
    /** Whether machines are to be kept away from it, as its sources want. */
    forbidsAi: boolean;
    pictures: ReadonlyMap<string, ItemPicture>;
  },
): NewsItem {
  const { fields, slug, document } = article;
  const told = version === 1 ? null : houseNoteOf(document);
  const note = told === noteToldBefore ? null : told;
  const corrects = note !== null && correctionsIn(note) !== correctionsIn(noteToldBefore);
  const section = house.sections.find(({ slug: each }) => each === fields.section) ?? null;
  return {
    uri,
    version,
    pubStatus: 'usable',
    firstCreated: itemTime(house, firstCreated),
    versionCreated: itemTime(house, versionCreated),
    embargoed: embargoedUntil === null ? null : itemTime(house, embargoedUntil),
    change: version === 1 ? 'new' : corrects ? 'correction' : 'update',
    edNote: note ?? '',
    headline: line(fields.headline),
    dek: line(fields.dek),
    byline: line(fields.byline),
    city: recogniseDateline(`${fields.dateline}x`)?.city ?? '',
    dateline: printable(fields.dateline),
    credit: line(fields.credit),
    slug,
    section,
    mediaTopic: mediaTopicOfSection(fields.section),
    tags: fields.tags.map(line).filter((tag) => tag !== ''),
    ...statedBy(house, terms),
    usageTerms: line(
      `${terms.usageTerms} ${forbidsAi ? translate(toldIn(terms), 'partner.terms.noAi') : ''}`,
    ),
    document,
    pictures,
  };
}

/**
 * The version that takes a story back (NewsML-G2 `stat:canceled`, ninjs `canceled`): it names the story and says why, and
 * carries no copy.
 */
export function withdrawalOf(
  { headline, edNote }: { headline: string; edNote: string },
  { uri, version, firstCreated, versionCreated }: ItemVersion,
  { house, terms }: { house: House; terms: PartnerTerms },
): NewsItem {
  return {
    uri,
    version,
    pubStatus: 'canceled',
    firstCreated: itemTime(house, firstCreated),
    versionCreated: itemTime(house, versionCreated),
    embargoed: null,
    change: 'withdrawal',
    edNote,
    headline,
    dek: '',
    byline: '',
    city: '',
    dateline: '',
    credit: '',
    slug: '',
    section: null,
    mediaTopic: null,
    tags: [],
    ...statedBy(house, terms),
    document: null,
    pictures: new Map(),
  };
}
