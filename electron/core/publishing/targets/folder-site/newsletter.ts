/**
 * A newsletter front as mail: one HTML file that any mailing programme can send as it is (tables and styles in the
 * elements, as mail programmes know nothing else; no script, nothing fetched but pictures), and the same as plain text.
 */
import { needsPicture } from '../../../../../shared/domain/front/layouts.ts';
import type { ResolvedCollection, ResolvedItem } from '../../../../../shared/domain/front/resolve.ts';
import { makeSlug } from '../../../../../shared/domain/slug.ts';
import { typographicQuotes } from '../../../../../shared/domain/typographic-quotes.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { GENERATOR } from './layout.ts';
import { absoluteLinks, relativeLinks, type PageLinks } from './links.ts';
import { lines, markup, type Markup } from './markup.ts';
import { siteAddress, type Site, type SiteFront } from './site-model.ts';

const SERIF = "Georgia, 'Times New Roman', serif";
const SANS = 'Arial, Helvetica, sans-serif';
const WIDTH = 600;
const STYLE = {
  body: 'margin:0;padding:0;background:#f6f3ed;',
  frame: `width:100%;max-width:${WIDTH}px;background:#fffefb;color:#1d1b18;`,
  house: `margin:0;font:bold 26px/1.2 ${SERIF};color:#1d1b18;`,
  name: `margin:4px 0 0;font:14px/1.4 ${SANS};color:#57534b;`,
  title: `margin:0;padding:0 0 8px;border-bottom:2px solid #1d1b18;font:bold 15px/1.3 ${SANS};color:#1d1b18;`,
  kicker: `margin:0 0 4px;font:bold 12px/1.3 ${SANS};color:#a3231b;`,
  summary: `margin:6px 0 0;font:16px/1.5 ${SERIF};color:#57534b;`,
  picture: 'display:block;width:100%;height:auto;border:0;margin:0 0 10px;',
  link: 'color:#1d1b18;text-decoration:none;',
  foot: `margin:0;font:13px/1.5 ${SANS};color:#6b665c;`,
} as const;
const HEADLINE_PIXELS = { large: 26, standard: 20, small: 18 } as const;

/** Name of a newsletter's files without what they are: `surat/pagi-7c1d0f3a`. */
export function newsletterFile({ name, frontId }: SiteFront): string {
  return `surat/${makeSlug(name) || frontId}-${frontId.slice(0, 8)}`;
}

/** Mail is read far from the site: addresses are whole wherever the house has set its site's. */
function linksOf({ house }: Site): PageLinks {
  const address = siteAddress(house);
  return address === null ? relativeLinks('surat') : absoluteLinks(address);
}

function addressOf(site: Site, { content }: ResolvedItem, links: PageLinks): string | null {
  if (content.kind === 'link') return content.url;
  const article = content.kind === 'article' ? site.articleById.get(content.articleId) : undefined;
  return article === undefined ? null : links.page(article.path);
}

/** Paragraphs of a fixed block; of anything else its summary. */
function paragraphsOf({ content, summary }: ResolvedItem): string[] {
  const text = content.kind === 'block' ? content.text : '';
  return [summary, ...text.split(/\n\s*\n/)]
    .map((paragraph) => typographicQuotes(paragraph.replace(/\s+/g, ' ').trim()))
    .filter((paragraph) => paragraph !== '');
}

function pictureOf(site: Site, item: ResolvedItem, links: PageLinks): Markup | null {
  const picture = item.picture && site.pictures.get(item.picture.mediaId);
  if (!item.picture || !picture) return null;
  return markup`<img src="${links.file(picture.file)}" alt="${item.picture.alt}" width="${WIDTH - 48}" style="${STYLE.picture}">`;
}

function itemMarkup(
  site: Site,
  item: ResolvedItem,
  { layout, ranked }: ResolvedCollection,
  links: PageLinks,
): Markup {
  const address = addressOf(site, item, links);
  const headline = typographicQuotes(item.headline);
  const size = HEADLINE_PIXELS[item.size];
  const words =
    address === null
      ? markup`${headline}`
      : markup`<a href="${address}" style="${STYLE.link}">${headline}</a>`;
  return lines(
    markup`<tr><td style="padding:16px 0;border-bottom:1px solid #e2ddd3;">`,
    needsPicture(layout, item.size) && pictureOf(site, item, links),
    item.kicker !== '' && markup`<p style="${STYLE.kicker}">${typographicQuotes(item.kicker)}</p>`,
    headline !== '' &&
      markup`<h3 style="margin:0;font:bold ${size}px/1.25 ${SERIF};color:#1d1b18;">${ranked && `${item.place}. `}${words}</h3>`,
    paragraphsOf(item).map((paragraph) => markup`<p style="${STYLE.summary}">${paragraph}</p>`),
    markup`</td></tr>`,
  );
}

function collectionMarkup(site: Site, collection: ResolvedCollection, links: PageLinks): Markup {
  return lines(
    markup`<tr><td style="padding:24px 24px 0;">`,
    collection.title.trim() !== '' && markup`<h2 style="${STYLE.title}">${collection.title.trim()}</h2>`,
    markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">`,
    collection.items.map((item) => itemMarkup(site, item, collection, links)),
    markup`</table>`,
    markup`</td></tr>`,
  );
}

function shownCollections({ resolved }: SiteFront): ResolvedCollection[] {
  return resolved.collections.filter(({ items }) => items.length > 0);
}

/** The mail as HTML text; `links` as the preview has them, or left out: as they are on the site. */
export function renderNewsletter(site: Site, front: SiteFront, links: PageLinks = linksOf(site)): string {
  const { house } = site;
  const collections = shownCollections(front);
  const { html } = lines(
    markup`<!DOCTYPE html>`,
    markup`<html lang="id">`,
    markup`<head>`,
    markup`<meta charset="utf-8">`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    markup`<meta name="generator" content="${GENERATOR}">`,
    markup`<meta name="robots" content="noindex">`,
    markup`<title>${front.name} – ${house.name}</title>`,
    markup`</head>`,
    markup`<body style="${STYLE.body}">`,
    markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px 8px;">`,
    markup`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${STYLE.frame}">`,
    markup`<tr><td style="padding:24px 24px 0;"><h1 style="${STYLE.house}">${house.name}</h1><p style="${STYLE.name}">${front.name}</p></td></tr>`,
    collections.length === 0 &&
      markup`<tr><td style="padding:24px 24px 0;"><p style="${STYLE.summary}">${translate('id', 'site.noArticles')}</p></td></tr>`,
    collections.map((collection) => collectionMarkup(site, collection, links)),
    markup`<tr><td style="padding:24px;"><p style="${STYLE.foot}"><a href="${links.page('')}" style="${STYLE.foot}">${house.name}</a></p></td></tr>`,
    markup`</table>`,
    markup`</td></tr></table>`,
    markup`</body>`,
    markup`</html>`,
  );
  return `${html}\n`;
}

/** The same as plain text, for programmes that send both. */
export function renderNewsletterText(site: Site, front: SiteFront): string {
  const links = linksOf(site);
  const parts = [`${site.house.name}\n${front.name}`];
  const collections = shownCollections(front);
  if (collections.length === 0) parts.push(translate('id', 'site.noArticles'));
  for (const { title, ranked, items } of collections) {
    if (title.trim() !== '') parts.push(title.trim().toLocaleUpperCase('id'));
    for (const item of items) {
      const headline = typographicQuotes(item.headline);
      const numbered = ranked && headline !== '' ? `${item.place}. ${headline}` : headline;
      const address = addressOf(site, item, links) ?? '';
      parts.push([numbered, ...paragraphsOf(item), address].filter((line) => line !== '').join('\n'));
    }
  }
  return `${parts.join('\n\n')}\n`;
}
