/**
 * Article body → semantic HTML (WHATWG HTML). Everything a reader gets is escaped here; addresses are checked once
 * more on the way out. Headings never skip a level below the page's own h1.
 */
import { typographicQuotes } from '../domain/typographic-quotes.ts';
import {
  isAllowedLink,
  TEXT_FORMAT,
  type ArticleDocument,
  type BlockNode,
  type ImageNode,
  type InlineNode,
  type LinkNode,
  type ListItemNode,
  type ListNode,
  type PullQuoteNode,
} from './vocabulary.ts';

/** Where a picture is found from the page. Width and height are its pixels, 0 where unknown. */
export interface PictureSource {
  src: string;
  width: number;
  height: number;
}

export interface HtmlOptions {
  /** Where a picture is; null leaves it out. Without this option no picture is written. */
  picture?: (image: ImageNode) => PictureSource | null;
  /** Plain text in a `<span class="dateline">` before the first paragraph's words, trailing space included. */
  dateline?: string;
  /** Sets straight quotation marks of the copy typographically, code excepted. */
  typographic?: boolean;
  /** Word before a picture's credit: `Foto: `. */
  creditLabel?: string;
  /** Pictures after the first are loaded when they come into view, unless this is false. */
  lazyPictures?: boolean;
}

// What may stand neither in HTML nor in XML: controls but tab, line feed and return, non-characters.
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Text for HTML or XML, safe in element content and in double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Innermost element first. */
const FORMAT_ELEMENTS = [
  [TEXT_FORMAT.code, 'code'],
  [TEXT_FORMAT.subscript, 'sub'],
  [TEXT_FORMAT.superscript, 'sup'],
  [TEXT_FORMAT.strikethrough, 's'],
  [TEXT_FORMAT.underline, 'u'],
  [TEXT_FORMAT.italic, 'em'],
  [TEXT_FORMAT.bold, 'strong'],
] as const;

const LINK_RELATIONS = new Set(['nofollow', 'sponsored', 'ugc', 'external', 'license', 'author']);

interface Run {
  options: HtmlOptions;
  /** Last character written in this block: tells an opening quotation mark from a closing one. */
  previous: string;
}

function formatted(text: string, format: number, run: Run): string {
  const isCode = (format & TEXT_FORMAT.code) !== 0;
  const set = run.options.typographic && !isCode ? typographicQuotes(text, run.previous) : text;
  run.previous = set.at(-1) ?? run.previous;
  let html = escapeHtml(set);
  if (html === '') return '';
  for (const [bit, name] of FORMAT_ELEMENTS) {
    if ((format & bit) !== 0) html = `<${name}>${html}</${name}>`;
  }
  return html;
}

function linkHtml(node: LinkNode, run: Run): string {
  const words = inlineHtml(node.children, run);
  if (words === '' || !isAllowedLink(node.url)) return words;
  const relations = (node.rel ?? '').split(/\s+/).filter((word) => LINK_RELATIONS.has(word));
  const rel = relations.length > 0 ? ` rel="${relations.join(' ')}"` : '';
  const title = node.title ? ` title="${escapeHtml(node.title)}"` : '';
  return `<a href="${escapeHtml(addressOf(node.url))}"${rel}${title}>${words}</a>`;
}

/** Spaces and the like percent-encoded where they stand in an address. */
function addressOf(url: string): string {
  return url.trim().replace(/[\s"<>\\^`{|}]/g, (character) => encodeURIComponent(character));
}

function inlineHtml(children: readonly (InlineNode | ListNode)[], run: Run): string {
  let html = '';
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child?.type === 'text') {
      let text = child.text;
      for (let next = children[index + 1]; next?.type === 'text' && next.format === child.format;) {
        text += next.text;
        index += 1;
        next = children[index + 1];
      }
      html += formatted(text, child.format, run);
    } else if (child?.type === 'tab') {
      html += '\t';
      run.previous = '\t';
    } else if (child?.type === 'linebreak') {
      html += '<br>';
      run.previous = '\n';
    } else if (child?.type === 'link') {
      html += linkHtml(child, run);
    }
  }
  return html;
}

function startOfRun(options: HtmlOptions): Run {
  return { options, previous: '' };
}

function directionOf(node: { direction: 'ltr' | 'rtl' | null }): string {
  return node.direction === 'rtl' ? ' dir="rtl"' : '';
}

function isBlank(html: string): boolean {
  return html.replaceAll('<br>', '').trim() === '';
}

/** Items of a list; one that holds nothing but a list (as Lexical nests them) goes into the item before it. */
function itemsHtml(items: readonly ListItemNode[], options: HtmlOptions): string[] {
  const result: string[] = [];
  for (const item of items) {
    const words = inlineHtml(item.children, startOfRun(options));
    const nested = item.children
      .flatMap((child) => (child.type === 'list' ? [listHtml(child, options)] : []))
      .join('');
    const before = result.at(-1);
    if (isBlank(words) && before !== undefined) result[result.length - 1] = before + nested;
    else if (!isBlank(words) || nested !== '') result.push(isBlank(words) ? nested : words + nested);
  }
  return result;
}

function listHtml(node: ListNode, options: HtmlOptions): string {
  const items = itemsHtml(node.children, options);
  if (items.length === 0) return '';
  const name = node.listType === 'number' ? 'ol' : 'ul';
  const start = name === 'ol' && node.start !== 1 ? ` start="${node.start}"` : '';
  return `<${name}${start}${directionOf(node)}>${items.map((item) => `<li>${item}</li>`).join('')}</${name}>`;
}

function pullQuoteHtml(node: PullQuoteNode, options: HtmlOptions): string {
  const words = inlineHtml(node.children, startOfRun(options));
  if (isBlank(words)) return '';
  const attribution = escapeHtml(node.attribution.trim());
  const caption = attribution === '' ? '' : `<figcaption>${attribution}</figcaption>`;
  return `<figure class="pull-quote"${directionOf(node)}><blockquote><p>${words}</p></blockquote>${caption}</figure>`;
}

function pictureHtml(node: ImageNode, options: HtmlOptions, position: number): string {
  const source = options.picture?.(node) ?? null;
  if (!source) return '';
  const size =
    source.width > 0 && source.height > 0 ? ` width="${source.width}" height="${source.height}"` : '';
  const lazy = position > 0 && options.lazyPictures !== false ? ' loading="lazy" decoding="async"' : '';
  const caption = escapeHtml(node.caption.trim());
  const credit = escapeHtml(node.credit.trim());
  const creditHtml =
    credit === ''
      ? ''
      : `<span class="picture-credit">${escapeHtml(options.creditLabel ?? '')}${credit}</span>`;
  const words = [caption, creditHtml].filter((part) => part !== '').join(' ');
  const figcaption = words === '' ? '' : `<figcaption>${words}</figcaption>`;
  return `<figure class="picture"><img src="${escapeHtml(source.src)}" alt="${escapeHtml(node.alt)}"${size}${lazy}>${figcaption}</figure>`;
}

interface Progress {
  headingLevel: number;
  datelineWritten: boolean;
  pictures: number;
}

function datelineHtml(options: HtmlOptions): string {
  const dateline = options.dateline ?? '';
  return dateline.trim() === '' ? '' : `<span class="dateline">${escapeHtml(dateline)}</span>`;
}

function blockHtml(block: BlockNode, options: HtmlOptions, progress: Progress): string {
  switch (block.type) {
    case 'paragraph': {
      const words = inlineHtml(block.children, startOfRun(options));
      if (isBlank(words)) return '';
      const dateline = progress.datelineWritten ? '' : datelineHtml(options);
      progress.datelineWritten = true;
      return `<p${directionOf(block)}>${dateline}${words}</p>`;
    }
    case 'heading': {
      const words = inlineHtml(block.children, startOfRun(options));
      if (isBlank(words)) return '';
      progress.headingLevel = Math.min(Number(block.tag.slice(1)), progress.headingLevel + 1);
      const name = `h${progress.headingLevel}`;
      return `<${name}${directionOf(block)}>${words}</${name}>`;
    }
    case 'quote': {
      const words = inlineHtml(block.children, startOfRun(options));
      return isBlank(words) ? '' : `<blockquote${directionOf(block)}><p>${words}</p></blockquote>`;
    }
    case 'pullquote':
      return pullQuoteHtml(block, options);
    case 'list':
      return listHtml(block, options);
    case 'image': {
      const html = pictureHtml(block, options, progress.pictures);
      if (html !== '') progress.pictures += 1;
      return html;
    }
    case 'horizontalrule':
      return '<hr>';
  }
}

/**
 * The body as HTML, one block a line, blocks without anything to read left out. A dateline that finds no paragraph
 * stands in one of its own at the start.
 */
export function documentToHtml(document: ArticleDocument, options: HtmlOptions = {}): string {
  const progress: Progress = { headingLevel: 1, datelineWritten: false, pictures: 0 };
  const blocks = document.root.children
    .map((block) => blockHtml(block, options, progress))
    .filter((html) => html !== '');
  const dateline = datelineHtml(options);
  if (!progress.datelineWritten && dateline !== '') blocks.unshift(`<p>${dateline}</p>`);
  return blocks.join('\n');
}
