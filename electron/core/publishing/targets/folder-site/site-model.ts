/** What the pages of a site are made from: its live articles with their places, sections and tags. Pure. */
import type { ArticleFields } from '../../../../../shared/contract/articles.ts';
import type { FrontKind } from '../../../../../shared/contract/front-content.ts';
import type { House } from '../../../../../shared/contract/settings.ts';
import type { PublishableDocument } from '../../../../../shared/document/publishable.ts';
import type { Picture } from '../../../../../shared/document/vocabulary.ts';
import { documentImages, inlineText } from '../../../../../shared/document/walk.ts';
import { withdrawalAmong, type CorrectionTies } from '../../../../../shared/document/with-corrections.ts';
import { civilTimeAt } from '../../../../../shared/domain/civil-time.ts';
import { cutAtWord } from '../../../../../shared/domain/cut-at-word.ts';
import {
  formatDateTime,
  formatIsoWithOffset,
  offsetOfIndonesianZone,
} from '../../../../../shared/domain/indonesian-dates.ts';
import type { ResolvedFront } from '../../../../../shared/domain/front/resolve.ts';
import { makeSlug } from '../../../../../shared/domain/slug.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';

/** An article with its place on the site. Times are milliseconds since 1970. */
export interface SiteArticle extends CorrectionTies {
  articleId: string;
  fields: ArticleFields;
  document: PublishableDocument;
  firstPublishedAt: number;
  updatedAt: number;
  /** Folder of its page from the site's root: `nasional/2018/04/judul`. Fixed once published. */
  path: string;
  /** The delivery that wrote it last. */
  marker: string;
}

/** A picture's file from the site's root, `media/<sha-256>.jpg`, and its pixels (0 where unknown). */
export interface SitePicture {
  file: string;
  width: number;
  height: number;
}

export interface Site {
  house: House;
  /** Newest first, without those that were withdrawn. */
  articles: readonly SiteArticle[];
  /** Withdrawn stories: their pages announce it, and no list leads there but that of corrections. */
  withdrawn: readonly SiteArticle[];
  articleById: ReadonlyMap<string, SiteArticle>;
  /** Launched fronts, as they stand with these articles. */
  fronts: readonly SiteFront[];
  /** By media id. What is missing here is not shown. */
  pictures: ReadonlyMap<string, SitePicture>;
}

/** A launched front, resolved with the site's articles. */
export interface SiteFront {
  frontId: string;
  kind: FrontKind;
  /** Slug of the section it is the page of; empty for other kinds. */
  section: string;
  name: string;
  resolved: ResolvedFront;
}

/** Beranda; null where it was never launched. */
export function homeOf({ fronts }: Site): SiteFront | null {
  return fronts.find(({ kind }) => kind === 'home') ?? null;
}

/** The front of the section whose list is in that folder; null where it has none. */
export function sectionFrontOf({ fronts }: Site, path: string): SiteFront | null {
  return fronts.find(({ kind, section }) => kind === 'section' && sectionFolder(section) === path) ?? null;
}

export interface Section {
  /** Folder of its list, from the site's root. */
  path: string;
  name: string;
}

const SUMMARY_LENGTH = 170;

/** Folders and files of the site's own; a section of that name gets another folder. */
const TAKEN_NAMES = new Set(['assets', 'media', 'tag', 'indeks', 'redaksi', 'pedoman-media-siber', 'ralat']);
/** Names that Windows keeps for devices. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const otherSection: Section = { path: 'berita', name: translate('id', 'site.otherSection') };

/** Folder of a section's list, from the site's root. */
export function sectionFolder(slug: string): string {
  const folder = makeSlug(slug);
  return TAKEN_NAMES.has(folder) || DEVICE_NAME.test(folder) ? `rubrik-${folder}` : folder;
}

/** The house's sections in its order; names that make no folder, or one twice, are left out. */
export function sectionsOf(house: House): Section[] {
  const sections = new Map<string, Section>();
  for (const { slug, name } of house.sections) {
    const path = sectionFolder(slug);
    if (path !== '' && !sections.has(path)) sections.set(path, { path, name: name || slug });
  }
  return [...sections.values()];
}

/** The section an article stands in; `berita` where it has none, or one the house does not know. */
export function sectionOf(house: House, fields: ArticleFields): Section {
  const path = sectionFolder(fields.section);
  return sectionsOf(house).find((section) => section.path === path) ?? otherSection;
}

export interface Tag {
  path: string;
  name: string;
}

/** Tags of an article, each with the folder of its list; spellings that differ in case or accents share one. */
export function tagsOf(fields: ArticleFields): Tag[] {
  const tags = new Map<string, Tag>();
  for (const name of fields.tags) {
    const slug = makeSlug(name);
    const path = `tag/${DEVICE_NAME.test(slug) ? `${slug}-` : slug}`;
    if (slug !== '' && !tags.has(path)) tags.set(path, { path, name });
  }
  return [...tags.values()];
}

/** The folder a new article asks for; the writer numbers it where it is taken. */
export function wantedPath(
  house: House,
  article: { articleId: string; fields: ArticleFields; slug: string; firstPublishedAt: number },
): string {
  const { year, month } = civilTimeAt(article.firstPublishedAt, zoneOffset(house));
  const slug = makeSlug(article.slug) || `artikel-${article.articleId.slice(0, 8)}`;
  return [
    sectionOf(house, article.fields).path,
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    DEVICE_NAME.test(slug) ? `${slug}-berita` : slug,
  ].join('/');
}

/** Whether the house took the story back. */
export function isWithdrawn({ corrections }: Pick<SiteArticle, 'corrections'>): boolean {
  return withdrawalAmong(corrections) !== null;
}

export function newestFirst(one: SiteArticle, other: SiteArticle): number {
  const byTime = other.firstPublishedAt - one.firstPublishedAt;
  return byTime !== 0 ? byTime : one.articleId < other.articleId ? -1 : 1;
}

/** The dek, else the opening of the copy cut at a word's end. One line of plain text. */
export function summaryOf(article: Pick<SiteArticle, 'fields' | 'document'>): string {
  const dek = article.fields.dek.replace(/\s+/g, ' ').trim();
  if (dek !== '') return dek;
  const opening = article.document.root.children
    .flatMap((block) => (block.type === 'paragraph' ? [inlineText(block.children)] : []))
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .find((words) => words !== '');
  return cutAtWord(opening ?? '', SUMMARY_LENGTH);
}

/** The first picture of an article that the site holds. */
export function leadPicture(
  site: Site,
  article: SiteArticle,
): { image: Picture; picture: SitePicture } | null {
  for (const image of documentImages(article.document)) {
    const picture = site.pictures.get(image.mediaId);
    if (picture) return { image, picture };
  }
  return null;
}

/** Offset of the house's zone from UTC, in minutes. */
export function zoneOffset(house: House): number {
  return offsetOfIndonesianZone(house.timeZone);
}

/** `Jumat, 27 April 2018, 22.10 WIB`. */
export function readableTime(house: House, time: number): string {
  return formatDateTime(time, zoneOffset(house));
}

/** `2018-04-27T22:10:00+07:00`, without fractions of a second. */
export function isoTime(house: House, time: number): string {
  return formatIsoWithOffset(Math.floor(time / 1000) * 1000, zoneOffset(house));
}

/** The site's address without a slash at its end; null where the house has set none (or no web address). */
export function siteAddress(house: House): string | null {
  const address = house.siteUrl.trim();
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}

/** Address of a place on the site (`nasional/2018/04/judul`, empty for the front page); null without a site address. */
export function absolutePage(house: House, path: string): string | null {
  const address = siteAddress(house);
  return address === null ? null : `${address}/${path === '' ? '' : `${path}/`}`;
}
