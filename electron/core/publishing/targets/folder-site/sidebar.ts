/** The column beside a page: the collections that were launched for it. Without anything to show there is none. */
import { typographicQuotes } from '../../../../../shared/domain/typographic-quotes.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { sideCollection } from './front-markup.ts';
import type { PageLinks } from './links.ts';
import { lines, markup, type Markup } from './markup.ts';
import { besideOf } from './site-fronts.ts';
import { homeOf, type Site, type SiteArticle, type SiteFront } from './site-model.ts';

/** What begins the column in a page's text; nothing of an article's copy can look like it. */
const SIDEBAR_START = '<aside class="sidebar"';
const SIDEBAR_END = '</aside>';

/** The headline as it is shown. */
export function headlineOf(article: SiteArticle): string {
  return typographicQuotes(article.fields.headline.trim());
}

/** `current` is the article on the page; `front` whose page it is, where its own column takes the place of Beranda's. */
export function sidebar(
  site: Site,
  links: PageLinks,
  { current = null, front = null }: { current?: string | null; front?: SiteFront | null } = {},
): Markup | null {
  const own = front === null ? [] : besideOf(front.resolved);
  const home = homeOf(site);
  const collections = own.length > 0 || home === null ? own : besideOf(home.resolved);
  if (collections.length === 0) return null;
  return lines(
    markup`<aside class="sidebar" aria-label="${translate('id', 'site.more')}">`,
    collections.map((collection) => sideCollection(site, collection, links, current)),
    markup`</aside>`,
  );
}

/**
 * The text of a page with another column in place of its own; null where it has none to put it in place of, or would get
 * none: then the page has to be made anew.
 */
export function withSidebar(page: string, column: string): string | null {
  const start = page.lastIndexOf(SIDEBAR_START);
  const end = page.indexOf(SIDEBAR_END, start);
  if (start === -1 || end === -1 || column === '') return null;
  return page.slice(0, start) + column + page.slice(end + SIDEBAR_END.length);
}
