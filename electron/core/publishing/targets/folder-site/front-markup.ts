/** Collections of a front as markup: the front page's own, and the lists beside every page. */
import type { ResolvedCollection, ResolvedItem } from '../../../../../shared/domain/front/resolve.ts';
import { showsPicture } from '../../../../../shared/domain/front/layouts.ts';
import { typographicQuotes } from '../../../../../shared/domain/typographic-quotes.ts';
import type { PageLinks } from './links.ts';
import { lines, markup, type Markup } from './markup.ts';
import { isoTime, readableTime, sectionOf, type Site, type SiteArticle } from './site-model.ts';

type CardSize = 'lead' | 'secondary' | 'row';

/** An item with the article it shows, where it shows one. */
interface Shown {
  item: ResolvedItem;
  article: SiteArticle | null;
  address: string | null;
}

function shownOf(site: Site, item: ResolvedItem, links: PageLinks): Shown {
  const { content } = item;
  const article = content.kind === 'article' ? (site.articleById.get(content.articleId) ?? null) : null;
  const address = article ? links.page(article.path) : content.kind === 'link' ? content.url : null;
  return { item, article, address };
}

function linked({ item: { headline }, address }: Shown, here: Markup | false = false): Markup {
  const words = typographicQuotes(headline);
  return address === null ? markup`${words}` : markup`<a href="${address}"${here}>${words}</a>`;
}

function paragraphs(item: ResolvedItem): Markup[] {
  const text = item.content.kind === 'block' ? item.content.text : '';
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => markup`<p>${typographicQuotes(paragraph)}</p>`);
}

/** The headline beside it is the link; a second one on the picture would only be read out twice. */
function pictureOf(site: Site, { item }: Shown, links: PageLinks, isFirst: boolean): Markup | null {
  const picture = item.picture && site.pictures.get(item.picture.mediaId);
  if (!item.picture || !picture) return null;
  const size = picture.width > 0 && markup` width="${picture.width}" height="${picture.height}"`;
  const lazy = !isFirst && markup` loading="lazy" decoding="async"`;
  return markup`<div class="card-picture"><img src="${links.file(picture.file)}" alt="${item.picture.alt}"${size}${lazy}></div>`;
}

function card(site: Site, shown: Shown, links: PageLinks, size: CardSize, level: 'h2' | 'h3'): Markup {
  const { item, article } = shown;
  const { house } = site;
  const kicker = typographicQuotes(item.kicker);
  const kickerPart = kicker !== '' && markup`<span class="kicker">${kicker}</span>`;
  const section = article === null ? '' : sectionOf(house, article.fields).name;
  const summary = typographicQuotes(item.summary);
  const at = article?.firstPublishedAt ?? null;
  return lines(
    markup`<article class="card card-${size}">`,
    pictureOf(site, shown, links, size === 'lead'),
    markup`<div class="card-text">`,
    section !== ''
      ? markup`<p class="card-section">${section}${kickerPart && markup` ${kickerPart}`}</p>`
      : kickerPart && markup`<p class="card-section">${kickerPart}</p>`,
    item.headline !== '' && markup`<${level}>${linked(shown)}</${level}>`,
    summary !== '' && markup`<p class="card-summary">${summary}</p>`,
    paragraphs(item),
    at !== null &&
      markup`<p class="card-time"><time datetime="${isoTime(house, at)}">${readableTime(house, at)}</time></p>`,
    markup`</div>`,
    markup`</article>`,
  );
}

function cardSizeOf({ size }: ResolvedItem, layout: ResolvedCollection['layout']): CardSize {
  if (size === 'large') return 'lead';
  return layout === 'list' ? 'row' : 'secondary';
}

/** One collection in the main column; `isFirst` stands at the head of the page and needs no heading of its own. */
export function mainCollection(
  site: Site,
  { title, layout, items }: ResolvedCollection,
  links: PageLinks,
  isFirst: boolean,
): Markup {
  const hasHeading = !(isFirst && layout === 'lead4') && title.trim() !== '';
  const level = hasHeading ? 'h3' : 'h2';
  const cards = items.map((item) => {
    const size = cardSizeOf(item, layout);
    const withPicture = showsPicture(layout, item.size) ? item : { ...item, picture: null };
    return { size, html: card(site, shownOf(site, withPicture, links), links, size, level) };
  });
  const heading = hasHeading && markup`<h2>${title.trim()}</h2>`;
  if (layout === 'list') {
    return lines(
      markup`<section class="list">`,
      heading,
      cards.map(({ html }) => html),
      markup`</section>`,
    );
  }
  const leads = cards.filter(({ size }) => size === 'lead').map(({ html }) => html);
  const others = cards.filter(({ size }) => size !== 'lead').map(({ html }) => html);
  return lines(
    markup`<section class="collection collection-${layout}">`,
    heading,
    leads,
    others.length > 0 && lines(markup`<div class="secondary">`, others, markup`</div>`),
    markup`</section>`,
  );
}

/** One collection beside a page; `current` is the article on that page. */
export function sideCollection(
  site: Site,
  { title, ranked, items }: ResolvedCollection,
  links: PageLinks,
  current: string | null,
): Markup {
  const rows = items.map((item) => {
    const shown = shownOf(site, item, links);
    const { article } = shown;
    const here = article !== null && article.articleId === current && markup` aria-current="page"`;
    const head = item.headline !== '' && linked(shown, here);
    if (ranked) return markup`<li>${head}</li>`;
    const at = article?.firstPublishedAt ?? null;
    return lines(
      markup`<li>`,
      head,
      item.summary !== '' && markup`<p>${typographicQuotes(item.summary)}</p>`,
      paragraphs(item),
      at !== null &&
        markup`<time datetime="${isoTime(site.house, at)}">${readableTime(site.house, at)}</time>`,
      markup`</li>`,
    );
  });
  const list = ranked ? 'ol' : 'ul';
  return lines(
    markup`<section class="${ranked ? 'popular' : 'latest'}">`,
    title.trim() !== '' && markup`<h2>${title.trim()}</h2>`,
    markup`<${list}>`,
    rows,
    markup`</${list}>`,
    markup`</section>`,
  );
}
