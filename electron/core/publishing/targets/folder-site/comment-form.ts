/**
 * TINGGALKAN KOMENTAR. The form works without a script: fields are required, and the house's own words for an empty
 * one stand beside it and show when the browser finds it empty. site.js puts the same words into the browser's bubble.
 */
import type { House } from '../../../../../shared/contract/settings.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { FOOTER_PAGES } from './layout.ts';
import type { PageLinks } from './links.ts';
import { html, type Markup } from './markup.ts';
import { absolutePage, type Site, type SiteArticle } from './site-model.ts';

/** Where comments go: a web address or a path of the site's own server; null where there is none (or neither). */
function endpointOf(house: House): string | null {
  const endpoint = house.comments.endpoint.trim();
  if (/^\/(?!\/)\S*$/.test(endpoint)) return endpoint;
  return /^https?:\/\/\S+$/i.test(endpoint) && URL.canParse(endpoint) ? endpoint : null;
}

function form(site: Site, article: SiteArticle, links: PageLinks, endpoint: string): Markup {
  const { commentRequired, nameRequired } = site.house.comments;
  return html`<form class="comment-form" method="post" action="${endpoint}">
    <input type="hidden" name="article" value="${article.articleId}" />
    <input type="hidden" name="url" value="${absolutePage(site.house, article.path) ?? article.path}" />
    <p class="field">
      <label for="comment">${translate('id', 'site.commentField')}</label>
      <textarea
        id="comment"
        name="comment"
        rows="6"
        maxlength="5000"
        required
        data-required="${commentRequired}"
        aria-describedby="comment-error"
      ></textarea>
      <span class="field-error" id="comment-error">${commentRequired}</span>
    </p>
    <p class="field">
      <label for="name">${translate('id', 'site.nameField')}</label>
      <input
        type="text"
        id="name"
        name="name"
        maxlength="100"
        autocomplete="name"
        pattern=".*\\S.*"
        required
        data-required="${nameRequired}"
        aria-describedby="name-error"
      />
      <span class="field-error" id="name-error">${nameRequired}</span>
    </p>
    <p class="comment-send">
      <button type="submit">${translate('id', 'site.commentSend')}</button>
      <a href="${links.page(FOOTER_PAGES.guidelines)}">${translate('id', 'site.commentRules')}</a>
    </p>
  </form>`;
}

/** The readers' comment form of an article, or a note why there is none. */
export function commentSection(site: Site, article: SiteArticle, links: PageLinks): Markup {
  const endpoint = endpointOf(site.house);
  let content = html`<p class="note">${translate('id', 'site.commentsNowhere')}</p>`;
  if (!article.fields.commentsOpen)
    content = html`<p class="note">${translate('id', 'site.commentsClosed')}</p>`;
  else if (endpoint !== null) content = form(site, article, links, endpoint);
  return html`<section class="comments" aria-labelledby="komentar">
    <h2 id="komentar">${translate('id', 'site.comments')}</h2>
    ${content}
  </section>`;
}
