/** The article page: everything a reader of the story gets. */
import { documentToHtml } from '../../../../../shared/document/to-html.ts';
import { blockText } from '../../../../../shared/document/walk.ts';
import { typographicQuotes } from '../../../../../shared/domain/typographic-quotes.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { commentSection } from './comment-form.ts';
import { renderPage } from './layout.ts';
import type { PageLinks } from './links.ts';
import { html, jsonScript, Markup } from './markup.ts';
import { headlineOf, sidebar } from './sidebar.ts';
import {
  absolutePage,
  isoTime,
  leadPicture,
  readableTime,
  sectionOf,
  siteAddress,
  summaryOf,
  tagsOf,
  type Site,
  type SiteArticle,
} from './site-model.ts';

/** The copy as HTML, opened by the dateline, pictures addressed by `links`. */
export function bodyHtml(site: Site, article: SiteArticle, links: PageLinks, lazyPictures = true): Markup {
  return new Markup(
    documentToHtml(article.document, {
      dateline: article.fields.dateline,
      typographic: true,
      creditLabel: translate('id', 'site.photo'),
      lazyPictures,
      picture(image) {
        const picture = site.pictures.get(image.mediaId);
        return picture ? { ...picture, src: links.file(picture.file) } : null;
      },
    }),
  );
}

function bylineOf(article: SiteArticle): string {
  const byline = article.fields.byline.trim();
  if (byline === '' || /^(?:oleh|by|laporan|penulis)\b/i.test(byline)) return byline;
  return translate('id', 'site.by', { byline });
}

function isUpdated(article: SiteArticle): boolean {
  return article.updatedAt - article.firstPublishedAt >= 60_000;
}

function timesOf({ house }: Site, article: SiteArticle): Markup {
  const time = (at: number): Markup =>
    html`<time datetime="${isoTime(house, at)}">${readableTime(house, at)}</time>`;
  const updated =
    isUpdated(article) &&
    html` <span class="updated">${translate('id', 'site.updated')} ${time(article.updatedAt)}</span>`;
  return html`<p class="published">${time(article.firstPublishedAt)}${updated}</p>`;
}

/** https://schema.org/NewsArticle */
function structuredData(site: Site, article: SiteArticle): Markup {
  const { house } = site;
  const { fields } = article;
  const address = siteAddress(house);
  const picture = leadPicture(site, article);
  const organization = { '@type': 'NewsMediaOrganization', name: house.name, url: address ?? undefined };
  return jsonScript('application/ld+json', {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: fields.headline,
    description: summaryOf(article) || undefined,
    datePublished: isoTime(house, article.firstPublishedAt),
    dateModified: isoTime(house, Math.max(article.updatedAt, article.firstPublishedAt)),
    dateline: fields.dateline.replace(/[\s–—-]+$/, '') || undefined,
    author: fields.byline.trim() ? { '@type': 'Person', name: fields.byline.trim() } : organization,
    publisher: organization,
    creditText: fields.credit || undefined,
    articleSection: sectionOf(house, fields).name,
    keywords: fields.tags.length > 0 ? fields.tags : undefined,
    inLanguage: 'id',
    wordCount: article.document.root.children.map(blockText).join(' ').split(/\s+/).filter(Boolean).length,
    image: picture && address !== null ? [`${address}/${picture.picture.file}`] : undefined,
    mainEntityOfPage: absolutePage(house, article.path) ?? undefined,
  });
}

function articleHead(site: Site, article: SiteArticle): Markup {
  const { house } = site;
  const address = siteAddress(house);
  const lead = leadPicture(site, article);
  const times = html`<meta
      property="article:published_time"
      content="${isoTime(house, article.firstPublishedAt)}"
    />
    ${
      isUpdated(article) &&
      html`<meta property="article:modified_time" content="${isoTime(house, article.updatedAt)}" /> `
    }`;
  const picture =
    lead &&
    address !== null &&
    html`<meta property="og:image" content="${address}/${lead.picture.file}" /> ${
        lead.picture.width > 0 &&
        html`<meta property="og:image:width" content="${lead.picture.width}" />
          <meta property="og:image:height" content="${lead.picture.height}" /> `
      }${lead.image.alt !== '' && html`<meta property="og:image:alt" content="${lead.image.alt}" /> `}`;
  return html`<meta property="og:type" content="article" /> ${times}<meta
      property="article:section"
      content="${sectionOf(house, article.fields).name}"
    />
    ${article.fields.tags.map((tag) => html`<meta property="article:tag" content="${tag}" /> `)}${picture}<meta
      name="twitter:card"
      content="${lead ? 'summary_large_image' : 'summary'}"
    />
    <meta name="redaksi-article" content="${article.articleId}" />
    <meta name="redaksi-delivery" content="${article.marker}" />
    ${structuredData(site, article)} `;
}

function tagList(article: SiteArticle, links: PageLinks): Markup | null {
  const tags = tagsOf(article.fields);
  if (tags.length === 0) return null;
  return html`<ul class="tags" aria-label="${translate('id', 'site.tags')}">
    ${tags.map(({ path, name }) => html`<li><a href="${links.page(path)}" rel="tag">${name}</a></li> `)}
  </ul> `;
}

/** The page of an article as HTML text. */
export function renderArticlePage(site: Site, article: SiteArticle, links: PageLinks): string {
  const { house } = site;
  const { fields } = article;
  const section = sectionOf(house, fields);
  const byline = bylineOf(article);
  const dek = typographicQuotes(fields.dek.trim());
  const main = html`<article class="story">
      <header class="story-header">
        <p class="story-section">
          <a href="${links.page(section.path)}">${section.name}</a
          >${fields.kicker.trim() !== '' && html` <span class="kicker">${typographicQuotes(fields.kicker.trim())}</span>`}
        </p>
        <h1>${headlineOf(article)}</h1>
        ${dek !== '' && html`<p class="dek">${dek}</p> `}
        <div class="story-facts">
          ${byline !== '' && html`<p class="byline">${byline}</p> `}${timesOf(site, article)}
        </div>
      </header>
      <div class="story-body">
        ${bodyHtml(site, article, links)}
        ${fields.credit.trim() !== '' && html`<p class="credit">${fields.credit.trim()}</p> `}
      </div>
      ${tagList(article, links)}
    </article>
    ${commentSection(site, article, links)}`;
  return renderPage(
    site,
    {
      title: headlineOf(article),
      description: summaryOf(article),
      canonical: absolutePage(house, article.path),
      head: articleHead(site, article),
      section: section.path,
      withScript: fields.commentsOpen,
      main,
      aside: sidebar(site, links, { current: article.articleId }),
    },
    links,
  );
}
