/** A page of a news site saved as HTML: one story, out of its article element and what its head says about it. */
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { documentImages, documentText } from '../../../../shared/document/walk.ts';
import { identityOfLink } from '../../../../shared/domain/antara.ts';
import { formatIsoWithOffset } from '../../../../shared/domain/indonesian-dates.ts';
import { readDate } from '../../../../shared/domain/read-date.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { readHtml, type Attributes } from '../../../../shared/conversion/html-tokens.ts';
import { resourceAddress } from '../../../../shared/conversion/links.ts';
import type { FormatResult, ParseContext, WireFormat } from './format.ts';
import { WireParseError } from './parse-error.ts';
import { emptyStory, identityOfWords } from './story.ts';

/** Furniture of a page around its article. */
const FURNITURE = new Set(['nav', 'aside', 'footer', 'form', 'button', 'noscript', 'dialog', 'menu']);
const CONTAINERS = ['marked', 'article', 'main', 'body'] as const;
type Container = (typeof CONTAINERS)[number];

interface Page {
  meta: Map<string, string>;
  canonical: string | null;
  language: string | null;
  title: string;
  heading: string;
  time: string | null;
  /** Where the widest element of each kind begins and ends. */
  ranges: Map<Container, { start: number; end: number }>;
}

function containerOf(name: string, attributes: Attributes): Container | null {
  if (/\barticleBody\b/.test(attributes['itemprop'] ?? '')) return 'marked';
  return name === 'article' || name === 'main' || name === 'body' ? name : null;
}

function surveyPage(html: string): Page {
  const page: Page = {
    meta: new Map(),
    canonical: null,
    language: null,
    title: '',
    heading: '',
    time: null,
    ranges: new Map(),
  };
  const open: { name: string; container: Container; start: number; depth: number }[] = [];
  let collecting: 'heading' | null = null;

  const keep = (container: Container, start: number, end: number): void => {
    const known = page.ranges.get(container);
    if (known === undefined || end - start > known.end - known.start)
      page.ranges.set(container, { start, end });
  };
  readHtml(html, {
    open(name, attributes, _start, end) {
      for (const element of open) if (element.name === name) element.depth += 1;
      const container = open.length < 32 ? containerOf(name, attributes) : null;
      if (container !== null) open.push({ name, container, start: end, depth: 0 });
      if (name === 'html') page.language ??= attributes['lang'] || null;
      else if (name === 'meta') {
        const key = (
          attributes['property'] ??
          attributes['name'] ??
          attributes['itemprop'] ??
          ''
        ).toLowerCase();
        const content = attributes['content'];
        if (key !== '' && content && !page.meta.has(key)) page.meta.set(key, content);
      } else if (name === 'link') {
        if (attributes['rel'] === 'canonical') page.canonical ??= attributes['href'] ?? null;
      } else if (name === 'time') page.time ??= attributes['datetime'] || null;
      else if (name === 'h1' && page.heading === '') collecting = 'heading';
    },
    close(name, start) {
      if (name === 'h1') collecting = null;
      for (let index = open.length - 1; index >= 0; index -= 1) {
        const element = open[index];
        if (element === undefined || element.name !== name) continue;
        if (element.depth > 0) element.depth -= 1;
        else {
          keep(element.container, element.start, start);
          open.splice(index, 1);
        }
      }
    },
    text(value) {
      if (collecting === 'heading') page.heading += value;
    },
  });
  for (const { container, start } of open) keep(container, start, html.length);
  page.title = /<title[^>]*>([^<]*)/i.exec(html)?.[1] ?? '';
  return page;
}

/** The innermost element that still holds the article, by what pages promise most firmly. */
function articleSource(
  html: string,
  page: Page,
  baseUrl: string | null,
): { body: WireStory['body']; text: string } {
  let best: { body: WireStory['body']; text: string } | null = null;
  for (const container of CONTAINERS) {
    const range = page.ranges.get(container);
    if (range === undefined) continue;
    const body = htmlToDocument(html.slice(range.start, range.end), { baseUrl, leaveOut: FURNITURE });
    const text = documentText(body);
    if (text.length >= 200) return { body, text };
    if (best === null || text.length > best.text.length) best = { body, text };
  }
  const body = htmlToDocument(html, { baseUrl, leaveOut: FURNITURE });
  const whole = { body, text: documentText(body) };
  return best !== null && best.text.length >= whole.text.length ? best : whole;
}

function parsePage(html: string, context: ParseContext): FormatResult {
  const page = surveyPage(html);
  const said = (...names: string[]): string | null => {
    for (const name of names) {
      const value = plainLine(page.meta.get(name));
      if (value !== null) return value;
    }
    return null;
  };
  const url =
    resourceAddress(page.canonical, context.url) ??
    resourceAddress(said('og:url'), context.url) ??
    context.url;
  const headline =
    plainLine(page.heading) ?? said('og:title', 'twitter:title', 'headline') ?? plainLine(page.title);
  const { body, text } = articleSource(html, page, url);
  // The headline stands above the copy, not in it.
  const [first] = body.root.children;
  if (
    first?.type === 'heading' &&
    documentText({ ...body, root: { ...body.root, children: [first] } }) === headline
  ) {
    body.root.children.shift();
  }
  const bodyText = documentText(body);
  if (headline === null && text === '')
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

const OPENS_HTML =
  /^(?:<!--[^]*?-->|<\?xml[^>]*>|\s)*<(?:!doctype\s+html|(?:html|head|body|title|meta|article|main|section|div|p|h[1-6]|span|table|ul|ol|blockquote|figure|img|br|b|strong|i|em|a|font|center|pre)[\s/>])/i;

export const HTML_FORMAT: WireFormat = {
  name: 'html',
  recognises: ({ head, isBinary }) => !isBinary && OPENS_HTML.test(head),
  parse: ({ text }, context) => parsePage(text, context),
};
