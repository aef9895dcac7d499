/** A saved web page: where its copy stands, and what its head says of it. */
import { plainLine } from '../../../shared/conversion/characters.ts';
import { htmlToDocument, type HtmlToDocumentOptions } from '../../../shared/conversion/html-to-document.ts';
import { readHtml, type Attributes } from '../../../shared/conversion/html-tokens.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { documentText } from '../../../shared/document/walk.ts';

/** Furniture of a page around its article. */
const FURNITURE = new Set(['nav', 'aside', 'footer', 'form', 'button', 'noscript', 'dialog', 'menu']);
const CONTAINERS = ['marked', 'article', 'main', 'body'] as const;
type Container = (typeof CONTAINERS)[number];

export interface Page {
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

/** One pass over the page. */
export function surveyPage(html: string): Page {
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

type Manner = Omit<HtmlToDocumentOptions, 'baseUrl' | 'leaveOut'>;

/** The innermost element that still holds the article, by what pages promise most firmly. */
function articleSource(html: string, page: Page, baseUrl: string | null, manner: Manner): ArticleDocument {
  const read = (source: string): { body: ArticleDocument; length: number } => {
    const body = htmlToDocument(source, { ...manner, baseUrl, leaveOut: FURNITURE });
    return { body, length: documentText(body).length };
  };
  let best: ReturnType<typeof read> | null = null;
  for (const container of CONTAINERS) {
    const range = page.ranges.get(container);
    if (range === undefined) continue;
    const found = read(html.slice(range.start, range.end));
    if (found.length >= 200) return found.body;
    if (best === null || found.length > best.length) best = found;
  }
  const whole = read(html);
  return best !== null && best.length >= whole.length ? best.body : whole.body;
}

/** What the page says under any of these names, as one line; null where it says none of them. */
export function saidOfPage(page: Page, ...names: string[]): string | null {
  for (const name of names) {
    const value = plainLine(page.meta.get(name));
    if (value !== null) return value;
  }
  return null;
}

/** Headline and copy of a page; the headline stands above the copy, not in it. */
export function copyOfPage(
  html: string,
  page: Page,
  baseUrl: string | null,
  manner: Manner = {},
): { headline: string | null; body: ArticleDocument } {
  const headline =
    plainLine(page.heading) ??
    saidOfPage(page, 'og:title', 'twitter:title', 'headline') ??
    plainLine(page.title);
  const body = articleSource(html, page, baseUrl, manner);
  const [first] = body.root.children;
  if (
    first?.type === 'heading' &&
    documentText({ ...body, root: { ...body.root, children: [first] } }) === headline
  ) {
    body.root.children.shift();
  }
  return { headline, body };
}

const OPENS_HTML =
  /^(?:<!--[^]*?-->|<\?xml[^>]*>|\s)*<(?:!doctype\s+html|(?:html|head|body|title|meta|article|main|section|div|p|h[1-6]|span|table|ul|ol|blockquote|figure|img|br|b|strong|i|em|a|font|center|pre)[\s/>])/i;

/** Whether a text begins as a page or a piece of one does. */
export function opensHtml(head: string): boolean {
  return OPENS_HTML.test(head);
}
