/**
 * Article body → semantic HTML (WHATWG HTML). Everything a reader gets is escaped here; addresses are checked once
 * more on the way out. Headings never skip a level below the page's own h1.
 */
import { datelineLead } from './dateline-lead.ts';
import { EMBED_NAMES } from './embeds.ts';
import { typographicQuotes } from '../domain/typographic-quotes.ts';
import { directionOf, encodedAddress, escapeHtml, inlineHtml, isBlank } from './inline-html.ts';
import type { PublishableDocument } from './publishable.ts';
import type {
  BlockNode,
  EmbedNode,
  FactBoxNode,
  GalleryNode,
  ImageNode,
  ListItemNode,
  ListNode,
  Picture,
  PullQuoteNode,
  RelatedStoryNode,
  TableNode,
} from './vocabulary.ts';
import { columnShares } from './table-widths.ts';
import { tableCaption, tableHeaders } from './walk.ts';

/** Where a picture is found from the page. Width and height are its pixels, 0 where unknown. */
export interface PictureSource {
  src: string;
  width: number;
  height: number;
}

export interface HtmlOptions {
  /** Where a picture is; null leaves it out. Without this option no picture is written. */
  picture?: (picture: Picture) => PictureSource | null;
  /** Where a story of ours is; null where it is not out. A related story without an address is left out. */
  relatedStory?: (articleId: string) => string | null;
  /** Plain text in a `<span class="dateline">` before the first paragraph's words, with one space behind it. */
  dateline?: string;
  /** Sets straight quotation marks of the copy and its captions typographically, code excepted. */
  typographic?: boolean;
  /** Word before a picture's credit: `Foto: `. */
  creditLabel?: string;
  /** Words before a related story: `Baca juga:`; empty for none. */
  relatedLabel?: (story: RelatedStoryNode) => string;
  /** What an embedded map is called; other embeds have names of their own. */
  mapName?: string;
  /** Column widths are written as inline styles as well: for pages that have no style of ours and forbid none. */
  inlineStyles?: boolean;
  /** Pictures after the first are loaded when they come into view, unless this is false. */
  lazyPictures?: boolean;
}

/** A line of plain text that a block has beside its copy: a caption, a title. */
function lineHtml(words: string, { typographic = false }: HtmlOptions): string {
  return escapeHtml(typographic ? typographicQuotes(words.trim()) : words.trim());
}

/** Items of a list; one that holds nothing but a list (as Lexical nests them) goes into the item before it. */
function itemsHtml(items: readonly ListItemNode[], options: HtmlOptions): string[] {
  const result: string[] = [];
  for (const item of items) {
    const words = inlineHtml(item.children, options);
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
  const words = inlineHtml(node.children, options);
  if (isBlank(words)) return '';
  const attribution = lineHtml(node.attribution, options);
  const caption = attribution === '' ? '' : `<figcaption>${attribution}</figcaption>`;
  return `<figure class="pull-quote"${directionOf(node)}><blockquote><p>${words}</p></blockquote>${caption}</figure>`;
}

function pictureWords(node: Picture, options: HtmlOptions): string {
  const caption = lineHtml(node.caption, options);
  const credit = escapeHtml(node.credit.trim());
  const creditHtml =
    credit === ''
      ? ''
      : `<span class="picture-credit">${escapeHtml(options.creditLabel ?? '')}${credit}</span>`;
  return [caption, creditHtml].filter((part) => part !== '').join(' ');
}

function captionHtml(words: string): string {
  return words === '' ? '' : `<figcaption>${words}</figcaption>`;
}

/** Classes that crop a picture around its focus, in steps of ten per cent: a page may forbid inline styles. */
function cropClasses({ ratio, focusX, focusY }: ImageNode): string {
  if (ratio === 'original') return '';
  const step = (value: number): number => Math.round(value * 10) * 10;
  return ` ratio-${ratio.replace(':', '-')} focus-x-${step(focusX)} focus-y-${step(focusY)}`;
}

function pictureHtml(node: Picture, options: HtmlOptions, progress: Progress, classes = ''): string {
  const source = options.picture?.(node) ?? null;
  if (!source) return '';
  const size =
    source.width > 0 && source.height > 0 ? ` width="${source.width}" height="${source.height}"` : '';
  const lazy =
    progress.pictures > 0 && options.lazyPictures !== false ? ' loading="lazy" decoding="async"' : '';
  progress.pictures += 1;
  return `<figure class="picture${classes}"><img src="${escapeHtml(source.src)}" alt="${escapeHtml(node.alt)}"${size}${lazy}>${captionHtml(pictureWords(node, options))}</figure>`;
}

function galleryHtml(node: GalleryNode, options: HtmlOptions, progress: Progress): string {
  const pictures = node.pictures.map((picture) => pictureHtml(picture, options, progress)).join('');
  if (pictures === '') return '';
  const caption = captionHtml(lineHtml(node.caption, options));
  return `<figure class="gallery"><div class="gallery-pictures">${pictures}</div>${caption}</figure>`;
}

/** Widths as classes, which a page's own style can heed, and as styles where that is allowed. */
function columnsHtml(node: TableNode, { inlineStyles = false }: HtmlOptions): string {
  const columns = columnShares(node)?.map(
    (share) => `<col class="share-${share}"${inlineStyles ? ` style="width:${share}%"` : ''}>`,
  );
  return columns === undefined ? '' : `<colgroup>${columns.join('')}</colgroup>`;
}

function tableHtml(node: TableNode, options: HtmlOptions): string {
  const headers = tableHeaders(node);
  const rows = node.children.map((row, rowIndex) => {
    const cells = row.children.map((cell, column) => {
      const words = cell.children.map(({ children }) => inlineHtml(children, options)).join('<br>');
      if (headers.row && rowIndex === 0) return `<th scope="col">${words}</th>`;
      return headers.column && column === 0 ? `<th scope="row">${words}</th>` : `<td>${words}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  if (rows.length === 0) return '';
  const head = headers.row ? `<thead>${rows[0] ?? ''}</thead>` : '';
  const body = rows.slice(headers.row ? 1 : 0).join('');
  const caption = captionHtml(lineHtml(tableCaption(node), options));
  return `<figure class="table"><table>${columnsHtml(node, options)}${head}${body === '' ? '' : `<tbody>${body}</tbody>`}</table>${caption}</figure>`;
}

/** A card that leads there. Nothing of the other site is loaded. */
function embedHtml(node: EmbedNode, options: HtmlOptions): string {
  const address = URL.parse(node.url);
  if (address === null) return '';
  const name = node.provider === 'map' ? (options.mapName ?? 'Map') : EMBED_NAMES[node.provider];
  const parts = [
    `<span class="embed-provider">${escapeHtml(name)}</span>`,
    node.title.trim() === '' ? '' : `<span class="embed-title">${lineHtml(node.title, options)}</span>`,
    `<span class="embed-address">${escapeHtml(address.hostname.replace(/^www\./, ''))}</span>`,
  ].filter((part) => part !== '');
  const card = `<a href="${escapeHtml(encodedAddress(node.url))}">${parts.join(' ')}</a>`;
  return `<figure class="embed embed-${node.provider}">${card}${captionHtml(lineHtml(node.caption, options))}</figure>`;
}

function relatedStoryHtml(node: RelatedStoryNode, options: HtmlOptions): string {
  const place = (node.articleId !== '' && options.relatedStory?.(node.articleId)) || node.url;
  const headline = lineHtml(node.headline, options);
  if (place === '' || headline === '') return '';
  const words = options.relatedLabel?.(node) ?? '';
  const label = words === '' ? '' : `<span class="related-label">${escapeHtml(words)}</span> `;
  return `<p class="related-story">${label}<a href="${escapeHtml(encodedAddress(place))}">${headline}</a></p>`;
}

function factBoxHtml(node: FactBoxNode, options: HtmlOptions): string {
  const blocks = node.children.map((block) => {
    if (block.type === 'list') return listHtml(block, options);
    const words = inlineHtml(block.children, options);
    return isBlank(words) ? '' : `<p${directionOf(block)}>${words}</p>`;
  });
  const title = lineHtml(node.title, options);
  if (title === '' && blocks.every((html) => html === '')) return '';
  const heading = title === '' ? '' : `<p class="fact-box-title">${title}</p>`;
  return `<div class="fact-box" role="note">${heading}${blocks.join('')}</div>`;
}

interface Progress {
  headingLevel: number;
  datelineWritten: boolean;
  pictures: number;
  moreWritten: boolean;
}

function datelineHtml(options: HtmlOptions): string {
  const lead = datelineLead(options.dateline ?? '');
  return lead === '' ? '' : `<span class="dateline">${escapeHtml(lead)}</span>`;
}

function blockHtml(block: BlockNode, options: HtmlOptions, progress: Progress): string {
  switch (block.type) {
    case 'paragraph': {
      const words = inlineHtml(block.children, options);
      if (isBlank(words)) return '';
      const dateline = progress.datelineWritten ? '' : datelineHtml(options);
      progress.datelineWritten = true;
      return `<p${directionOf(block)}>${dateline}${words}</p>`;
    }
    case 'heading': {
      const words = inlineHtml(block.children, options);
      if (isBlank(words)) return '';
      progress.headingLevel = Math.min(Number(block.tag.slice(1)), progress.headingLevel + 1);
      const name = `h${progress.headingLevel}`;
      return `<${name}${directionOf(block)}>${words}</${name}>`;
    }
    case 'quote': {
      const words = inlineHtml(block.children, options);
      return isBlank(words) ? '' : `<blockquote${directionOf(block)}><p>${words}</p></blockquote>`;
    }
    case 'pullquote':
      return pullQuoteHtml(block, options);
    case 'list':
      return listHtml(block, options);
    case 'image':
      return pictureHtml(block, options, progress, cropClasses(block));
    case 'gallery':
      return galleryHtml(block, options, progress);
    case 'table':
      return tableHtml(block, options);
    case 'embed':
      return embedHtml(block, options);
    case 'relatedstory':
      return relatedStoryHtml(block, options);
    case 'factbox':
      return factBoxHtml(block, options);
    case 'sourcenote': {
      const words = inlineHtml(block.children, options);
      return isBlank(words) ? '' : `<p class="source-note"${directionOf(block)}>${words}</p>`;
    }
    case 'readmore': {
      if (progress.moreWritten) return '';
      progress.moreWritten = true;
      return '<span class="read-more" id="selengkapnya"></span>';
    }
    case 'foreign':
      return '';
    case 'horizontalrule':
      return '<hr>';
  }
}

/**
 * The body as HTML, one block a line; blocks without anything to read, and foreign ones, are left out. A dateline that finds no paragraph
 * stands in one of its own at the start.
 */
export function documentToHtml(document: PublishableDocument, options: HtmlOptions = {}): string {
  const progress: Progress = { headingLevel: 1, datelineWritten: false, pictures: 0, moreWritten: false };
  const blocks = document.root.children
    .map((block) => blockHtml(block, options, progress))
    .filter((html) => html !== '');
  const dateline = datelineHtml(options);
  if (!progress.datelineWritten && dateline !== '') blocks.unshift(`<p>${dateline}</p>`);
  return blocks.join('\n');
}
