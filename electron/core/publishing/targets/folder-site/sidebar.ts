/** ARTIKEL TERBARU and TERPOPULER. Without any live article there is no box. */
import { typographicQuotes } from '../../../../../shared/domain/typographic-quotes.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import type { PageLinks } from './links.ts';
import { lines, markup, type Markup } from './markup.ts';
import { isoTime, latestOf, readableTime, summaryOf, type Site, type SiteArticle } from './site-model.ts';

function latest(site: Site, links: PageLinks, current: string | null): Markup | null {
  const { house } = site;
  const rows = latestOf(site).map((article) => {
    const summary = summaryOf(article);
    const at = article.firstPublishedAt;
    return lines(
      markup`<li>`,
      link(article, links, current),
      summary !== '' && markup`<p>${typographicQuotes(summary)}</p>`,
      markup`<time datetime="${isoTime(house, at)}">${readableTime(house, at)}</time>`,
      markup`</li>`,
    );
  });
  return lines(
    markup`<section class="latest">`,
    markup`<h2>${translate('id', 'site.latest')}</h2>`,
    markup`<ul>`,
    rows,
    markup`</ul>`,
    markup`</section>`,
  );
}

function popular(site: Site, links: PageLinks, current: string | null): Markup | null {
  return lines(
    markup`<section class="popular">`,
    markup`<h2>${translate('id', 'site.popular')}</h2>`,
    markup`<ol>`,
    site.popular.map((article) => markup`<li>${link(article, links, current)}</li>`),
    markup`</ol>`,
    markup`</section>`,
  );
}

function link(article: SiteArticle, links: PageLinks, current: string | null): Markup {
  const here = article.articleId === current && markup` aria-current="page"`;
  return markup`<a href="${links.page(article.path)}"${here}>${headlineOf(article)}</a>`;
}

/** The headline as it is shown. */
export function headlineOf(article: SiteArticle): string {
  return typographicQuotes(article.fields.headline.trim());
}

/** The column beside a page; `current` is the article on it. The front page is ARTIKEL TERBARU itself. */
export function sidebar(
  site: Site,
  links: PageLinks,
  { current = null, withLatest = true }: { current?: string | null; withLatest?: boolean } = {},
): Markup | null {
  if (site.articles.length === 0) return null;
  return lines(
    markup`<aside class="sidebar" aria-label="${translate('id', 'site.more')}">`,
    withLatest && latest(site, links, current),
    popular(site, links, current),
    markup`</aside>`,
  );
}
