/** The page *Ralat*: everything the house has corrected, withdrawn or let be answered, each with the way to its story. */
import type { CorrectionEntry } from '../../../../../shared/contract/corrections.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { FOOTER_PAGES } from './layout.ts';
import { relativeLinks, type PageLinks } from './links.ts';
import { lines, markup, type Markup } from './markup.ts';
import { headlineOf } from './sidebar.ts';
import { isoTime, isWithdrawn, readableTime, type Site, type SiteArticle } from './site-model.ts';
import { renderTextPage } from './text-pages.ts';

interface Told {
  entry: CorrectionEntry;
  article: SiteArticle;
}

/** The newest first. A withdrawn story is told of by its withdrawal alone, and a reply once, with the story it answers. */
function toldOn(site: Site): Told[] {
  return [...site.articles, ...site.withdrawn]
    .flatMap((article) => article.corrections.map((entry) => ({ entry, article })))
    .filter(({ entry: { matter }, article }) =>
      isWithdrawn(article) ? matter.kind === 'withdrawal' : matter.kind !== 'reply-to',
    )
    .toSorted((one, other) => Date.parse(other.entry.at) - Date.parse(one.entry.at));
}

/** The reply, or the post of its own that tells of the correction; null where there is none at this site. */
function otherOf(site: Site, { matter }: CorrectionEntry): SiteArticle | null {
  if (matter.kind === 'withdrawal') return null;
  return site.articles.find(({ articleId }) => articleId === matter.otherArticleId) ?? null;
}

function entryOf(site: Site, { entry, article }: Told, links: PageLinks): Markup {
  const { house } = site;
  const at = Date.parse(entry.at);
  const other = otherOf(site, entry);
  const title = translate('id', `site.correction.title.${entry.matter.kind}`);
  return lines(
    markup`<h2><a href="${links.page(article.path)}">${headlineOf(article)}</a></h2>`,
    markup`<p>${title} · <time datetime="${isoTime(house, at)}">${readableTime(house, at)}</time></p>`,
    markup`<p>${entry.text}</p>`,
    other !== null && markup`<p><a href="${links.page(other.path)}">${headlineOf(other)}</a></p>`,
  );
}

export function renderCorrectionsPage(site: Site): string {
  const path = FOOTER_PAGES.corrections;
  const told = toldOn(site);
  const links = relativeLinks(path);
  const content =
    told.length === 0
      ? [markup`<p>${translate('id', 'site.corrections.empty')}</p>`]
      : told.map((each) => entryOf(site, each, links));
  return renderTextPage(site, path, translate('id', 'site.corrections'), [
    markup`<p>${translate('id', 'site.corrections.text')}</p>`,
    ...content,
  ]);
}
