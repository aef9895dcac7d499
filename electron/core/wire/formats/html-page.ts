/** A page of a news site saved as HTML: one story, out of its article element and what its head says about it. */
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { documentImages, documentText } from '../../../../shared/document/walk.ts';
import { identityOfLink } from '../../../../shared/domain/antara.ts';
import { formatIsoWithOffset } from '../../../../shared/domain/indonesian-dates.ts';
import { readDate } from '../../../../shared/domain/read-date.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { resourceAddress } from '../../../../shared/conversion/links.ts';
import { emptyStory } from '../../../../shared/domain/empty-story.ts';
import { copyOfPage, opensHtml, saidOfPage, surveyPage } from '../../conversion/page-copy.ts';
import type { FormatResult, ParseContext, WireFormat } from './format.ts';
import { WireParseError } from './parse-error.ts';
import { identityOfWords } from './identity-of-words.ts';

function parsePage(html: string, context: ParseContext): FormatResult {
  const page = surveyPage(html);
  const said = (...names: string[]): string | null => saidOfPage(page, ...names);
  const url =
    resourceAddress(page.canonical, context.url) ??
    resourceAddress(said('og:url'), context.url) ??
    context.url;
  const { headline, body } = copyOfPage(html, page, url);
  const bodyText = documentText(body);
  if (headline === null && bodyText === '')
    throw new WireParseError('no-stories', 'there are no words on the page');

  const raw = said('article:published_time', 'datepublished', 'date', 'pubdate', 'dc.date') ?? page.time;
  const changed = said('article:modified_time', 'og:updated_time', 'datemodified');
  const instant = (value: string | null): string | null => {
    const date = readDate(value, context.defaultOffsetMinutes);
    return date === null ? null : formatIsoWithOffset(date.epochMs, date.offsetMinutes);
  };
  const firstCreated = instant(raw);
  const versionCreated = instant(changed) ?? firstCreated;
  const story: WireStory = {
    ...emptyStory(url === null ? identityOfWords(headline, bodyText) : identityOfLink(url)),
    version: versionCreated,
    url,
    headline,
    byline: said('author', 'article:author', 'dc.creator'),
    language: page.language ?? context.sourceLanguage,
    versionCreated,
    firstCreated,
    abstract: said('og:description', 'description'),
    keywords: (said('news_keywords', 'keywords') ?? '').split(',').flatMap((word) => plainLine(word) ?? []),
    rights: said('copyright', 'dc.rights'),
    provider: said('og:site_name'),
    body,
    bodyText,
    problems: url === null ? ['identity-made-up'] : [],
  };
  const picture = resourceAddress(said('og:image'), url);
  const pictures = documentImages(body).map(({ sourceUrl, caption, alt, width, height }) => ({
    ...{
      url: sourceUrl,
      caption: caption || null,
      alt: alt || null,
      width: width || null,
      height: height || null,
    },
  }));
  if (picture !== null && !pictures.some((one) => one.url === picture)) {
    pictures.unshift({ url: picture, caption: null, alt: said('og:image:alt'), width: null, height: null });
  }
  story.media = pictures.map((one) => ({
    ...one,
    mediaId: null,
    type: 'picture',
    mimeType: null,
    credit: null,
  }));
  return { stories: [story], problems: [] };
}

export const HTML_FORMAT: WireFormat = {
  name: 'html',
  recognises: ({ head, isBinary }) => !isBinary && opensHtml(head),
  parse: ({ text }, context) => parsePage(text, context),
};
