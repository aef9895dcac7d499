/**
 * feed.xml (RSS 2.0, https://www.rssboard.org/rss-specification, with content:encoded, dc:creator and atom:link),
 * sitemap.xml (https://www.sitemaps.org/protocol.html) and robots.txt. Where the house has set no address of the site,
 * addresses in them are relative to the file.
 */
import { escapeHtml } from '../../../../../shared/document/inline-html.ts';
import { correctionTitles } from '../../../../../shared/document/with-corrections.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { bodyHtml } from './article-page.ts';
import { GENERATOR } from './layout.ts';
import { absoluteLinks, relativeLinks, type PageLinks } from './links.ts';
import { isoTime, sectionOf, siteAddress, summaryOf, type Site, type SiteArticle } from './site-model.ts';

const FEED_LENGTH = 30;

function linksOf(site: Site): PageLinks {
  const address = siteAddress(site.house);
  return address === null ? relativeLinks('') : absoluteLinks(address);
}

/** RFC 822 date in UTC, as RSS wants it. */
function rssDate(time: number): string {
  return new Date(time).toUTCString().replace('GMT', '+0000');
}

function element(name: string, text: string, attributes = ''): string {
  return text === '' ? '' : `<${name}${attributes}>${escapeHtml(text)}</${name}>\n`;
}

function feedItem(site: Site, article: SiteArticle, links: PageLinks): string {
  const { fields } = article;
  const credit = fields.credit.trim() === '' ? '' : `\n<p>${escapeHtml(fields.credit.trim())}</p>`;
  // The copy itself opens or closes with what the house has said; those that read the feed before are told that there is something.
  const marks = correctionTitles(article.corrections);
  const categories = [sectionOf(site.house, fields).name, ...fields.tags, ...marks];
  return [
    '<item>\n',
    element('title', fields.headline),
    element('link', links.page(article.path)),
    element('guid', `urn:uuid:${article.articleId}`, ' isPermaLink="false"'),
    element('pubDate', rssDate(article.firstPublishedAt)),
    element('dc:creator', fields.byline.trim()),
    ...categories.map((name) => element('category', name)),
    element('description', summaryOf(article)),
    marks.length > 0 ? element('atom:updated', isoTime(site.house, article.updatedAt)) : '',
    element('content:encoded', `${bodyHtml(site, article, links, false).html}${credit}`),
    '</item>\n',
  ].join('');
}

/** The thirty newest articles, whole. */
export function renderFeed(site: Site): string {
  const { house } = site;
  const links = linksOf(site);
  const address = siteAddress(house);
  const newest = site.articles.reduce((time, article) => Math.max(time, article.updatedAt), 0);
  const self =
    address === null
      ? ''
      : `<atom:link href="${escapeHtml(`${address}/feed.xml`)}" rel="self" type="application/rss+xml"/>\n`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"',
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n',
    '<channel>\n',
    element('title', house.name),
    element('link', links.page('')),
    element('description', house.tagline || translate('id', 'site.frontDescription', { house: house.name })),
    element('language', 'id'),
    element('generator', GENERATOR),
    newest > 0 ? element('lastBuildDate', rssDate(newest)) : '',
    self,
    ...site.articles.slice(0, FEED_LENGTH).map((article) => feedItem(site, article, links)),
    '</channel>\n</rss>\n',
  ].join('');
}

/** The front page, the lists at `lists` (folders from the root) and every article. */
export function renderSitemap(site: Site, lists: readonly string[]): string {
  const links = linksOf(site);
  const row = (path: string, modified: number | null): string =>
    `<url>\n${element('loc', links.page(path))}${
      modified === null ? '' : element('lastmod', isoTime(site.house, modified))
    }</url>\n`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<!-- ${GENERATOR} -->\n`,
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n',
    row('', null),
    ...lists.map((path) => row(path, null)),
    ...site.articles.map((article) =>
      row(article.path, Math.max(article.updatedAt, article.firstPublishedAt)),
    ),
    '</urlset>\n',
  ].join('');
}

export function renderRobots(site: Site): string {
  const address = siteAddress(site.house);
  const sitemap = address === null ? '' : `\nSitemap: ${address}/sitemap.xml\n`;
  return `# ${GENERATOR}\nUser-agent: *\nDisallow:\n${sitemap}`;
}
