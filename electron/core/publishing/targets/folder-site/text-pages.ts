/** Redaksi, Pedoman Media Siber and the page for addresses that lead nowhere. */
import { translate } from '../../../../../shared/i18n/translate.ts';
import { FOOTER_PAGES, renderPage } from './layout.ts';
import { absoluteLinks, relativeLinks } from './links.ts';
import { lines, Markup, markup } from './markup.ts';
import { sidebar } from './sidebar.ts';
import { absolutePage, siteAddress, type Site } from './site-model.ts';

const GUIDELINES_SOURCE = 'https://dewanpers.or.id/';

function broken(text: string): Markup[] {
  return text.split('\n').map((line, index) => markup`${index > 0 && new Markup('<br>')}${line.trim()}`);
}

/** Plain text as paragraphs parted by empty lines; `## ` opens a heading, `- ` an item of a list. */
function textHtml(text: string): Markup[] {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n\s*\n/);
  return blocks
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => {
      if (block.startsWith('## ')) return markup`<h2>${block.slice(3)}</h2>`;
      if (!block.startsWith('- ')) return markup`<p>${broken(block)}</p>`;
      const items = block.slice(2).split(/\n- /);
      return lines(
        markup`<ul>`,
        items.map((item) => markup`<li>${broken(item)}</li>`),
        markup`</ul>`,
      );
    });
}

export function textPage(title: string, content: Markup[]): Markup {
  return lines(markup`<article class="text-page">`, markup`<h1>${title}</h1>`, content, markup`</article>`);
}

export function renderTextPage(site: Site, path: string, title: string, content: Markup[]): string {
  const links = relativeLinks(path);
  return renderPage(
    site,
    {
      title,
      description: `${title} ${site.house.name}`,
      canonical: absolutePage(site.house, path),
      main: textPage(title, content),
      aside: sidebar(site, links),
    },
    links,
  );
}

/** The masthead as the house wrote it. */
export function renderMastheadPage(site: Site): string {
  const { house } = site;
  const text = house.mastheadText.trim() || translate('id', 'site.mastheadEmpty', { house: house.name });
  return renderTextPage(site, FOOTER_PAGES.masthead, translate('id', 'site.masthead'), textHtml(text));
}

/** The rules the site keeps, in our own words (`text`), with the way to the official ones. */
export function renderGuidelinesPage(site: Site, text: string): string {
  const source = markup`<p><a href="${GUIDELINES_SOURCE}">Dewan Pers (dewanpers.or.id)</a></p>`;
  const content = [...textHtml(text), source];
  return renderTextPage(site, FOOTER_PAGES.guidelines, translate('id', 'site.guidelines'), content);
}

/** 404.html is shown at whatever address was asked for, so that its links are absolute where the site's address is known. */
export function renderNotFoundPage(site: Site): string {
  const address = siteAddress(site.house);
  const links = address === null ? relativeLinks('') : absoluteLinks(address);
  const title = translate('id', 'site.notFoundTitle');
  return renderPage(
    site,
    {
      title,
      description: title,
      canonical: null,
      head: markup`<meta name="robots" content="noindex">`,
      main: textPage(title, [
        markup`<p>${translate('id', 'site.notFound')}</p>`,
        markup`<p><a href="${links.page('')}">${translate('id', 'site.toFront')}</a></p>`,
      ]),
      aside: sidebar(site, links),
    },
    links,
  );
}
