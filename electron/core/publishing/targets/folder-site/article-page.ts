/** The article page: everything a reader of the story gets. */
import { documentToHtml } from '../../../../../shared/document/to-html.ts';
import { correctionLabel, withdrawalAmong } from '../../../../../shared/document/with-corrections.ts';
import { blockText } from '../../../../../shared/document/walk.ts';
import { typographicQuotes } from '../../../../../shared/domain/typographic-quotes.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { commentSection } from './comment-form.ts';
import { renderPage } from './layout.ts';
import type { PageLinks } from './links.ts';
import { jsonScript, lines, Markup, markup } from './markup.ts';
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
      relatedLabel: (story) => correctionLabel(article, story) ?? translate('id', 'site.related'),
      mapName: translate('id', 'site.map'),
      relatedStory(articleId) {
        const story = site.articles.find((each) => each.articleId === articleId);
        return story ? links.page(story.path) : null;
      },
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
    markup`<time datetime="${isoTime(house, at)}">${readableTime(house, at)}</time>`;
  const updated =
    isUpdated(article) &&
    markup` <span class="updated">${translate('id', 'site.updated')} ${time(article.updatedAt)}</span>`;
  return markup`<p class="published">${time(article.firstPublishedAt)}${updated}</p>`;
}

/** https://schema.org/correction: each with its own time, beside the story's that stays. */
function statedCorrections({ house }: Site, { corrections, path }: SiteArticle) {
  const withdrawal = withdrawalAmong(corrections);
  const corrected = corrections.filter(({ matter }) => matter.kind === 'correction');
  const told = withdrawal === null ? corrected : [withdrawal];
  if (told.length === 0) return {};
  return {
    creativeWorkStatus: withdrawal === null ? 'corrected' : 'withdrawn',
    correction: told.map(({ text, at }) => ({
      '@type': 'CorrectionComment',
      text,
      datePublished: isoTime(house, Date.parse(at)),
      url: absolutePage(house, path) ?? undefined,
    })),
  };
}

/** https://schema.org/citation: a reply and the story it answers name each other. */
function statedReplies(site: Site, { corrections }: SiteArticle) {
  const others = corrections.flatMap(({ matter }) => {
    if (matter.kind !== 'reply' && matter.kind !== 'reply-to') return [];
    return site.articles.filter(({ articleId }) => articleId === matter.otherArticleId);
  });
  if (others.length === 0) return {};
  return {
    citation: others.map((other) => ({
      '@type': 'NewsArticle',
      headline: other.fields.headline,
      url: absolutePage(site.house, other.path) ?? undefined,
    })),
  };
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
    ...statedCorrections(site, article),
    ...statedReplies(site, article),
    inLanguage: article.fields.language,
    wordCount: article.document.root.children.map(blockText).join(' ').split(/\s+/).filter(Boolean).length,
    image: picture && address !== null ? [`${address}/${picture.picture.file}`] : undefined,
    mainEntityOfPage: absolutePage(house, article.path) ?? undefined,
  });
}

function meta(property: string, content: string | number | null | false): Markup | null {
  if (content === null || content === false || content === '') return null;
  return markup`<meta property="${property}" content="${content}">`;
}

/** https://ogp.me and what the delivery needs to find its page again. */
function articleHead(site: Site, article: SiteArticle): Markup {
  const { house } = site;
  const address = siteAddress(house);
  const lead = leadPicture(site, article);
  const shared = address === null ? null : lead;
  return lines(
    withdrawalAmong(article.corrections) !== null && markup`<meta name="robots" content="noindex">`,
    meta('og:type', 'article'),
    meta('article:published_time', isoTime(house, article.firstPublishedAt)),
    meta('article:modified_time', isUpdated(article) && isoTime(house, article.updatedAt)),
    meta('article:section', sectionOf(house, article.fields).name),
    article.fields.tags.map((tag) => meta('article:tag', tag)),
    meta('og:image', shared && `${address}/${shared.picture.file}`),
    meta('og:image:width', shared && shared.picture.width > 0 && shared.picture.width),
    meta('og:image:height', shared && shared.picture.height > 0 && shared.picture.height),
    meta('og:image:alt', shared && shared.image.alt),
    markup`<meta name="twitter:card" content="${shared ? 'summary_large_image' : 'summary'}">`,
    markup`<meta name="redaksi-article" content="${article.articleId}">`,
    markup`<meta name="redaksi-delivery" content="${article.marker}">`,
    structuredData(site, article),
  );
}

function tagList(article: SiteArticle, links: PageLinks): Markup | null {
  const tags = tagsOf(article.fields);
  if (tags.length === 0) return null;
  return lines(
    markup`<ul class="tags" aria-label="${translate('id', 'site.tags')}">`,
    tags.map(({ path, name }) => markup`<li><a href="${links.page(path)}" rel="tag">${name}</a></li>`),
    markup`</ul>`,
  );
}

function storyHeader(site: Site, article: SiteArticle, links: PageLinks): Markup {
  const { fields } = article;
  const section = sectionOf(site.house, fields);
  const kicker = typographicQuotes(fields.kicker.trim());
  const dek = typographicQuotes(fields.dek.trim());
  const byline = bylineOf(article);
  const kickerPart = kicker !== '' && markup` <span class="kicker">${kicker}</span>`;
  return lines(
    markup`<header class="story-header">`,
    markup`<p class="story-section"><a href="${links.page(section.path)}">${section.name}</a>${kickerPart}</p>`,
    markup`<h1>${headlineOf(article)}</h1>`,
    dek !== '' && markup`<p class="dek">${dek}</p>`,
    markup`<div class="story-facts">`,
    byline !== '' && markup`<p class="byline">${byline}</p>`,
    timesOf(site, article),
    markup`</div>`,
    markup`</header>`,
  );
}

/** The page of an article as HTML text. */
export function renderArticlePage(site: Site, article: SiteArticle, links: PageLinks): string {
  const { house } = site;
  const credit = article.fields.credit.trim();
  const main = lines(
    // The page around it is Indonesian.
    article.fields.language === 'id'
      ? markup`<article class="story">`
      : markup`<article class="story" lang="${article.fields.language}">`,
    storyHeader(site, article, links),
    markup`<div class="story-body">`,
    bodyHtml(site, article, links),
    credit !== '' && markup`<p class="credit">${credit}</p>`,
    markup`</div>`,
    tagList(article, links),
    markup`</article>`,
    commentSection(site, article, links),
  );
  return renderPage(
    site,
    {
      title: headlineOf(article),
      seoTitle: article.fields.seoTitle.trim(),
      socialTitle: article.fields.socialTitle.trim(),
      description: article.fields.seoDescription.trim() || summaryOf(article),
      canonical: absolutePage(house, article.path),
      head: articleHead(site, article),
      section: sectionOf(house, article.fields).path,
      withScript: article.fields.commentsOpen,
      main,
      aside: sidebar(site, links, { current: article.articleId }),
    },
    links,
  );
}
