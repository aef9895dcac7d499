/** Redaksi, Pedoman Media Siber and the page for addresses that lead nowhere. */
import { translate } from '../../../../../shared/i18n/translate.ts';
import { FOOTER_PAGES, renderPage } from './layout.ts';
import { absoluteLinks, relativeLinks, type PageLinks } from './links.ts';
import { html, Markup } from './markup.ts';
import { sidebar } from './sidebar.ts';
import { absolutePage, siteAddress, type Site } from './site-model.ts';

const GUIDELINES_SOURCE = 'https://dewanpers.or.id/';

function lines(text: string): Markup[] {
  return text.split('\n').map((line, index) => html`${index > 0 && new Markup('<br>')}${line.trim()}`);
}

/** Plain text as paragraphs parted by empty lines; `## ` opens a heading, `- ` an item of a list. */
function textHtml(text: string): Markup[] {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n\s*\n/);
  return blocks
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => {
      if (block.startsWith('## ')) return html`<h2>${block.slice(3)}</h2> `;
      if (!block.startsWith('- ')) return html`<p>${lines(block)}</p> `;
      const items = block.slice(2).split(/\n- /);
      return html`<ul>
        ${items.map((item) => html`<li>${lines(item)}</li> `)}
      </ul> `;
    });
}

function renderTextPage(site: Site, path: string, title: string, content: Markup, links: PageLinks): string {
  return renderPage(
    site,
    {
      title,
      description: `${title} ${site.house.name}`,
      canonical: absolutePage(site.house, path),
      main: html`<article class="text-page">
        <h1>${title}</h1>
        ${content}
      </article>`,
      aside: sidebar(site, links),
    },
    links,
  );
}

/** The masthead as the house wrote it. */
export function renderMastheadPage(site: Site): string {
  const { house } = site;
  const text = house.mastheadText.trim() || translate('id', 'site.mastheadEmpty', { house: house.name });
  const path = FOOTER_PAGES.masthead;
  return renderTextPage(
    site,
    path,
    translate('id', 'site.masthead'),
    html`${textHtml(text)}`,
    relativeLinks(path),
  );
}

/** The rules the site keeps, in our own words (`text`), with the way to the official ones. */
export function renderGuidelinesPage(site: Site, text: string): string {
  const path = FOOTER_PAGES.guidelines;
  const content = html`${textHtml(text)}
    <p><a href="${GUIDELINES_SOURCE}">Dewan Pers (dewanpers.or.id)</a></p> `;
  return renderTextPage(site, path, translate('id', 'site.guidelines'), content, relativeLinks(path));
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
      head: html`<meta name="robots" content="noindex" /> `,
      main: html`<article class="text-page">
        <h1>${title}</h1>
        <p>${translate('id', 'site.notFound')}</p>
        <p><a href="${links.page('')}">${translate('id', 'site.toFront')}</a></p>
      </article>`,
      aside: sidebar(site, links),
    },
    links,
  );
}
