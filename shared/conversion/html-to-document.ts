/**
 * HTML from outside → the document. A whitelist conversion: what the vocabulary has a node for becomes that node,
 * everything else gives its words, and scripts, styles, event handlers and foreign schemes have no way in. Used for
 * wire copy, pasted text and CMS content alike. One pass over the source, no recursion, linear time.
 */
import { buildDocument, embed, horizontalRule, image, link, paragraph, text } from '../document/build.ts';
import { embedOfAddress } from '../document/embeds.ts';
import {
  isAllowedLink,
  TEXT_FORMAT,
  type ArticleDocument,
  type HeadingNode,
} from '../document/vocabulary.ts';
import { BlockWriter, type OpenLink } from './block-writer.ts';
import { FORMATS, formatOfStyle, FormatStack } from './formats.ts';
import { FigureStack, withoutLoneGalleries } from './figures.ts';
import { readHtml, type Attributes, type HtmlEvents } from './html-tokens.ts';
import { linkAddress, resourceAddress } from './links.ts';
import { RegionReader } from './regions.ts';
import { TableStack } from './tables.ts';

export interface HtmlToDocumentOptions {
  /** Absolute http(s) address against which relative links and pictures are resolved. */
  baseUrl?: string | null;
  /** The source was cut out of XML (Atom's `xhtml`), where `<script/>` is a whole element. */
  selfClosing?: boolean;
  /** Elements left out with all they hold (`nav`, `aside`), for whole pages; lower case. */
  leaveOut?: ReadonlySet<string>;
  /** False: bold that only is a heading's look and an underline that only is a link's are dropped. */
  ownLook?: boolean;
  /**
   * Takes a picture that lies nowhere on the web (`data:`, `cid:`, `file:` …): the id by which the document names it, or
   * null to leave it out, as happens without this option.
   */
  takePicture?: (address: string) => string | null;
  /** Links keep address, title, `rel` and `target` as they stand: for copy that goes back to where it came from. */
  linksAsTheyStand?: boolean;
}

const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'body', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt'],
  ...['fieldset', 'footer', 'form', 'head', 'header', 'hgroup', 'html', 'legend', 'main', 'menu', 'nav'],
  ...['optgroup', 'option', 'p', 'search', 'section', 'select', 'summary', 'textarea'],
]);

/** Elements that end a paragraph. */
const PARTING = new Set([
  ...BLOCKS,
  ...['blockquote', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'ol', 'pre', 'table', 'ul'],
]);

const HEADINGS: Readonly<Record<string, HeadingNode['tag']>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
};

/** Without one of these an empty line in the source is all that parts paragraphs. */
const PARTED_BY_MARKUP =
  /<(?:\w+:)?(?:p|br|div|li|h[1-6]|table|tr|blockquote|pre|section|article|dd|hr)[\s/>]/i;

function pixels(value: string | undefined): number {
  const match = /^\s*(\d{1,6})(?:px|\.\d+)?\s*$/.exec(value ?? '');
  return match === null ? 0 : Number(match[1]);
}

/** The largest picture a `srcset` offers, or its first. */
function largestOfSrcset(srcset: string): string {
  let best = '';
  let bestSize = -1;
  for (const candidate of srcset.split(/,\s+|,(?=https?:)/)) {
    const [address = '', descriptor = ''] = candidate.trim().split(/\s+/);
    const size = Number.parseFloat(descriptor) || 0;
    if (address !== '' && size > bestSize) [best, bestSize] = [address, size];
  }
  return best;
}

class Converter implements HtmlEvents {
  readonly writer = new BlockWriter();
  readonly #baseUrl: string | null;
  readonly #leaveOut: ReadonlySet<string>;
  readonly #linksAsTheyStand: boolean;
  readonly #blankLinesPart: boolean;
  readonly #ownLook: boolean;
  readonly #takePicture: (address: string) => string | null;
  readonly #formats = new FormatStack();
  readonly #tables = new TableStack(this.writer);
  readonly #figures = new FigureStack(this.writer, this.#tables);
  readonly #regions = new RegionReader(this.writer, this.#tables, this.#figures);
  readonly #pictures = new Set<string>();
  #quotes = 0;
  #preformatted = 0;
  #player: { shown: boolean } | null = null;
  #skipped: { name: string; depth: number } | null = null;

  constructor(html: string, options: HtmlToDocumentOptions) {
    this.#baseUrl = options.baseUrl ?? null;
    this.#leaveOut = options.leaveOut ?? new Set();
    this.#linksAsTheyStand = options.linksAsTheyStand ?? false;
    this.#blankLinesPart = !PARTED_BY_MARKUP.test(html);
    this.#ownLook = options.ownLook ?? true;
    this.#takePicture = options.takePicture ?? (() => null);
  }

  text(value: string): void {
    if (this.#skipped !== null) return;
    this.#tables.beforeText(value);
    if (this.#preformatted > 0) {
      this.writer.preformatted(value);
    } else if (this.#blankLinesPart) {
      for (const [index, part] of value
        .replace(/\r\n?/g, '\n')
        .split(/\n[^\S\n]*\n\s*/)
        .entries()) {
        if (index > 0) this.writer.endBlock();
        this.writer.text(part);
      }
    } else {
      this.writer.text(value);
    }
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipped !== null) {
      if (name === this.#skipped.name) this.#skipped.depth += 1;
      return;
    }
    if (
      name === 'svg' ||
      name === 'template' ||
      this.#leaveOut.has(name) ||
      this.#regions.isSaidTwice(name, attributes)
    ) {
      this.#skipped = { name, depth: 1 };
      return;
    }
    const format = FORMATS[name];
    this.#regions.open(name, attributes, { isBlock: PARTING.has(name) });
    if (format !== undefined) this.#openFormat(name, format, attributes);
    else if (BLOCKS.has(name)) this.writer.endBlock();
    else this.#openOther(name, attributes);
  }

  close(name: string): void {
    if (this.#skipped !== null) {
      if (name !== this.#skipped.name) return;
      this.#skipped.depth -= 1;
      if (this.#skipped.depth === 0) this.#skipped = null;
      return;
    }
    if (FORMATS[name] !== undefined) {
      this.#formats.close(name);
      this.#setFormat();
    } else if (BLOCKS.has(name)) {
      this.writer.endBlock();
    } else {
      this.#closeOther(name);
    }
    this.#regions.close(name);
  }

  finish(): ArticleDocument {
    this.writer.endBlock();
    this.#tables.closeAll();
    this.#figures.closeAll();
    this.#regions.giveUp();
    if (this.writer.inList) this.writer.closeAllLists();
    return buildDocument(withoutLoneGalleries(this.writer.sink));
  }

  #openFormat(name: string, own: number, attributes: Attributes): void {
    const style = attributes['style'];
    this.#formats.open(name, style === undefined ? own : formatOfStyle(style, own));
    this.#setFormat();
  }

  /** The formats that are open here, without what only is the look of a heading or a link. */
  #setFormat(): void {
    const { writer } = this;
    const ofHeading = writer.kind.startsWith('h') ? TEXT_FORMAT.bold : 0;
    const ofLink = writer.link === null ? 0 : TEXT_FORMAT.underline;
    writer.format = this.#formats.bits & (this.#ownLook ? ~0 : ~(ofHeading | ofLink));
  }

  #openOther(name: string, attributes: Attributes): void {
    const { writer } = this;
    if (HEADINGS[name] !== undefined) {
      writer.endBlock();
      writer.kind = HEADINGS[name];
      this.#setFormat();
      return;
    }
    switch (name) {
      case 'br':
        writer.lineBreak();
        break;
      case 'a': {
        writer.link = this.#link(attributes);
        this.#setFormat();
        break;
      }
      case 'img':
      case 'image':
        this.#picture(attributes);
        break;
      case 'hr':
        writer.endBlock();
        writer.block(horizontalRule());
        break;
      case 'ul':
        writer.openList('bullet', 1);
        break;
      case 'ol':
        writer.openList('number', Number.parseInt(attributes['start'] ?? '1', 10) || 1);
        break;
      case 'li':
        writer.nextItem();
        break;
      case 'blockquote':
        writer.endBlock();
        this.#quotes += 1;
        writer.kind = 'quote';
        break;
      case 'q':
        writer.text('“');
        break;
      case 'pre':
      case 'listing':
      case 'plaintext':
      case 'xmp':
        writer.endBlock();
        this.#preformatted += 1;
        break;
      case 'figure':
        this.#figures.open();
        break;
      case 'figcaption':
        this.#figures.openCaption();
        break;
      case 'table':
        this.#tables.open();
        break;
      case 'caption':
      case 'tr':
        this.#tables.row();
        break;
      case 'td':
      case 'th':
        this.#tables.cell({
          header: name === 'th',
          columns: attributes['colspan'],
          rows: attributes['rowspan'],
        });
        break;
      case 'video':
      case 'audio':
        writer.endBlock();
        this.#player = { shown: false };
        this.#embedded(attributes['src']);
        break;
      case 'source':
        if (this.#player !== null) this.#embedded(attributes['src']);
        break;
      case 'iframe':
      case 'embed':
      case 'frame':
        this.#embedded(attributes['src'] || attributes['data-src'], attributes['title']);
        break;
      case 'object':
        this.#embedded(attributes['data']);
        break;
      default:
        break;
    }
  }

  #closeOther(name: string): void {
    const { writer } = this;
    if (HEADINGS[name] !== undefined) {
      writer.endBlock();
      writer.kind = this.#quotes > 0 ? 'quote' : 'paragraph';
      this.#setFormat();
      return;
    }
    switch (name) {
      case 'br':
        writer.lineBreak();
        break;
      case 'a':
        writer.link = null;
        this.#setFormat();
        break;
      case 'ul':
      case 'ol':
        writer.closeList();
        break;
      case 'li':
        writer.nextItem();
        break;
      case 'blockquote':
        writer.endBlock();
        this.#quotes = Math.max(0, this.#quotes - 1);
        writer.kind = this.#quotes > 0 ? 'quote' : 'paragraph';
        break;
      case 'q':
        writer.text('”');
        break;
      case 'pre':
      case 'listing':
      case 'plaintext':
      case 'xmp':
        writer.endBlock();
        this.#preformatted = Math.max(0, this.#preformatted - 1);
        break;
      case 'figure':
        this.#figures.close();
        break;
      case 'figcaption':
        this.#figures.closeCaption();
        break;
      case 'table':
        this.#tables.close();
        break;
      case 'caption':
      case 'tr':
        this.#tables.row();
        break;
      case 'video':
      case 'audio':
        writer.endBlock();
        this.#player = null;
        break;
      default:
        break;
    }
  }

  #link(attributes: Attributes): OpenLink | null {
    const { href = '', title = null, rel = null, target = null } = attributes;
    if (this.#linksAsTheyStand && isAllowedLink(href)) return { url: href, title, rel, target };
    const url = linkAddress(href, this.#baseUrl);
    return url === null ? null : { url };
  }

  #picture(attributes: Attributes): void {
    const alt = (attributes['alt'] ?? '').replace(/\s+/g, ' ').trim();
    const width = pixels(attributes['width']);
    const height = pixels(attributes['height']);
    if (/\b(?:emoji|wp-smiley)\b/.test(attributes['class'] ?? '') && alt.length <= 16) {
      this.writer.text(alt);
      return;
    }
    // Counting pixels of feed services.
    if ((width === 1 || height === 1) && width <= 1 && height <= 1) return;
    const lazy = attributes['data-src'] || attributes['data-lazy-src'] || attributes['data-original'];
    const src = attributes['src'] ?? '';
    const sourceUrl =
      resourceAddress(lazy, this.#baseUrl) ??
      resourceAddress(src, this.#baseUrl) ??
      resourceAddress(largestOfSrcset(attributes['srcset'] ?? ''), this.#baseUrl);
    const address = sourceUrl ?? src;
    if (address === '' || this.#pictures.has(address)) return;
    const mediaId = sourceUrl === null ? this.#takePicture(src) : '';
    if (mediaId === null) return;
    this.#pictures.add(address);
    this.#figures.picture(image(mediaId, { sourceUrl: sourceUrl ?? '', alt, width, height }));
  }

  /** What a known provider shows becomes an embed; other players and frames leave their address behind as a link. */
  #embedded(address: string | undefined, title = ''): void {
    const url = resourceAddress(address, this.#baseUrl);
    if (url === null || this.#player?.shown === true) return;
    if (this.#player !== null) this.#player.shown = true;
    if (this.#regions.takesAddress(url)) return;
    this.writer.endBlock();
    const shown = embedOfAddress(url);
    this.writer.block(
      shown === null ? paragraph([link(url, [text(url)])]) : embed(shown, title.replace(/\s+/g, ' ').trim()),
    );
  }
}

/** Converts HTML, however broken, to a valid document; never throws on content. Words are kept, formatting where known. */
export function htmlToDocument(html: string, options: HtmlToDocumentOptions = {}): ArticleDocument {
  const converter = new Converter(html, options);
  readHtml(html, converter, { selfClosing: options.selfClosing ?? false });
  return converter.finish();
}
