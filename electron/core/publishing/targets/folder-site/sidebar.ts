/** ARTIKEL TERBARU and TERPOPULER. Without any live article there is no box. */
import { typographicQuotes } from '../../../../../shared/domain/typographic-quotes.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import type { PageLinks } from './links.ts';
import { html, type Markup } from './markup.ts';
import { isoTime, latestOf, readableTime, summaryOf, type Site, type SiteArticle } from './site-model.ts';

function latest(site: Site, links: PageLinks, current: string | null): Markup | null {
  const articles = latestOf(site);
  if (articles.length === 0) return null;
  const rows = articles.map((article) => {
    const here = article.articleId === current && html` aria-current="page"`;
    const summary = summaryOf(article);
    return html`<li>
      <a href="${links.page(article.path)}" ${here}>${headlineOf(article)}</a>
      ${summary !== '' && html`<p>${typographicQuotes(summary)}</p>`}
      <time datetime="${isoTime(site.house, article.firstPublishedAt)}"
        >${readableTime(site.house, article.firstPublishedAt)}</time
      >
    </li> `;
  });
  return html`<section class="latest">
    <h2>${translate('id', 'site.latest')}</h2>
    <ul>
      ${rows}
    </ul>
  </section> `;
}

function popular(site: Site, links: PageLinks, current: string | null): Markup | null {
  if (site.popular.length === 0) return null;
  const rows = site.popular.map(
    (article) =>
      html`<li>
        <a href="${links.page(article.path)}" ${article.articleId === current && html` aria-current="page"`}
          >${headlineOf(article)}</a
        >
      </li> `,
  );
  return html`<section class="popular">
    <h2>${translate('id', 'site.popular')}</h2>
    <ol>
      ${rows}
    </ol>
  </section> `;
}

/** The headline as it is shown. */
export function headlineOf(article: SiteArticle): string {
  return typographicQuotes(article.fields.headline.trim());
}

/** The column beside a page; `current` is the article on it. Without ARTIKEL TERBARU where the page is that list itself. */
export function sidebar(
  site: Site,
  links: PageLinks,
  { current = null, withLatest = true }: { current?: string | null; withLatest?: boolean } = {},
): Markup | null {
  if (site.articles.length === 0) return null;
  return html`<aside class="sidebar" aria-label="${translate('id', 'site.more')}">
    ${withLatest && latest(site, links, current)}${popular(site, links, current)}
  </aside>`;
}
