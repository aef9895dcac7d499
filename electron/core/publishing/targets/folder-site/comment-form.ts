/**
 * TINGGALKAN KOMENTAR. The form works without a script: fields are required, and the house's own words for an empty
 * one stand beside it and show when the browser finds it empty. site.js puts the same words into the browser's bubble.
 */
import type { House } from '../../../../../shared/contract/settings.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { FOOTER_PAGES } from './layout.ts';
import type { PageLinks } from './links.ts';
import { lines, markup, type Markup } from './markup.ts';
import { absolutePage, type Site, type SiteArticle } from './site-model.ts';

/** Where comments go: a web address or a path of the site's own server; null where there is none (or neither). */
function endpointOf(house: House): string | null {
  const endpoint = house.comments.endpoint.trim();
  if (/^\/(?!\/)\S*$/.test(endpoint)) return endpoint;
  return /^https?:\/\/\S+$/i.test(endpoint) && URL.canParse(endpoint) ? endpoint : null;
}

function fieldOf(name: string, label: string, required: string, control: Markup): Markup {
  return lines(
    markup`<p class="field">`,
    markup`<label for="${name}">${label}</label>`,
    control,
    markup`<span class="field-error" id="${name}-error">${required}</span>`,
    markup`</p>`,
  );
}

function form(site: Site, article: SiteArticle, links: PageLinks, endpoint: string): Markup {
  const { commentRequired, nameRequired } = site.house.comments;
  const address = absolutePage(site.house, article.path) ?? article.path;
  const comment = markup`<textarea id="comment" name="comment" rows="6" maxlength="5000" required data-required="${commentRequired}" aria-describedby="comment-error"></textarea>`;
  const name = markup`<input type="text" id="name" name="name" maxlength="100" autocomplete="name" pattern=".*\\S.*" required data-required="${nameRequired}" aria-describedby="name-error">`;
  return lines(
    markup`<form class="comment-form" method="post" action="${endpoint}">`,
    markup`<input type="hidden" name="article" value="${article.articleId}">`,
    markup`<input type="hidden" name="url" value="${address}">`,
    fieldOf('comment', translate('id', 'site.commentField'), commentRequired, comment),
    fieldOf('name', translate('id', 'site.nameField'), nameRequired, name),
    markup`<p class="comment-send">`,
    markup`<button type="submit">${translate('id', 'site.commentSend')}</button>`,
    markup`<a href="${links.page(FOOTER_PAGES.guidelines)}">${translate('id', 'site.commentRules')}</a>`,
    markup`</p>`,
    markup`</form>`,
  );
}

/** The readers' comment form of an article, or a note why there is none. */
export function commentSection(site: Site, article: SiteArticle, links: PageLinks): Markup {
  const endpoint = endpointOf(site.house);
  let content = markup`<p class="note">${translate('id', 'site.commentsNowhere')}</p>`;
  if (!article.fields.commentsOpen) {
    content = markup`<p class="note">${translate('id', 'site.commentsClosed')}</p>`;
  } else if (endpoint !== null) {
    content = form(site, article, links, endpoint);
  }
  return lines(
    markup`<section class="comments" aria-labelledby="komentar">`,
    markup`<h2 id="komentar">${translate('id', 'site.comments')}</h2>`,
    content,
    markup`</section>`,
  );
}
