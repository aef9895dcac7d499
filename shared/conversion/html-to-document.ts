/**
 * HTML from outside → the document. A whitelist conversion: what the vocabulary has a node for becomes that node,
 * everything else gives its words, and scripts, styles, event handlers and foreign schemes have no way in. Used for
 * wire copy, pasted text and CMS content alike. One pass over the source, no recursion, linear time.
 */
import { buildDocument, embed, horizontalRule, image, link, paragraph, text } from '../document/build.ts';
import { embedOfAddress } from '../document/embeds.ts';
import { isAllowedLink, TEXT_FORMAT, type ArticleDocument } from '../document/vocabulary.ts';
import { BlockWriter, type OpenLink } from './block-writer.ts';
import { FORMATS, formatOfStyle, FormatStack } from './formats.ts';
import { FigureStack, withoutLoneGalleries } from './figures.ts';
import {
  BLOCKS,
  ENDS_WORD_LIST,
  HEADINGS,
  isHidden,
  isMailQuote,
  PAGE_CONTROLS,
  PARTED_BY_MARKUP,
  PARTING,
} from './html-elements.ts';
import { readHtml, type Attributes, type HtmlEvents } from './html-tokens.ts';
import { linkAddress, resourceAddress } from './links.ts';
import { pictureOfPage } from './picture-address.ts';
import { RegionReader } from './regions.ts';
import { TableStack } from './tables.ts';
import { isListMarker, WordLists } from './word-lists.ts';
import {
  isComment,
  isCommentMark,
  isRuleOfComments,
  noteReference,
  WordNotes,
  wordsOfCommentMark,
} from './word-notes.ts';

export interface HtmlToDocumentOptions {
  /** Absolute http(s) address against which relative links and pictures are resolved. */
  baseUrl?: string | null;
  /** The source was cut out of XML (Atom's `xhtml`), where `<script/>` is a whole element. */
  selfClosing?: boolean;
  /** Elements left out with all they hold (`nav`, `aside`), for whole pages; lower case. */
  leaveOut?: ReadonlySet<string>;
  /**
   * Markup of a word processor, or copied from a screen, as it shows itself: bold that only is a heading's look, an
   * underline that only is a link's, hidden parts, controls of a page and frames of unknown sites are left out; links that
   * lead somewhere on their own page only, and quotations that only are the manner of a mail program, are none. Of Word,
   * comments are left out, tracked changes taken as accepted, and notes listed at the end.
   */
  pasted?: boolean;
  /**
   * Takes a picture that lies nowhere on the web (`data:`, `cid:`, `file:` …): the id by which the document names it, or
   * null to leave it out, as happens without this option.
   */
  takePicture?: (address: string) => string | null;
  /** Links keep address, title, `rel` and `target` as they stand: for copy that goes back to where it came from. */
  linksAsTheyStand?: boolean;
}

/** An element that is passed over. Of a mark of Word's, be it of an item of a list or of a comment, the text is read. */
interface Skipped {
  name: string;
  depth: number;
  mark: 'item' | 'comment' | null;
  text: string;
}

const WORD_NAMESPACE = 'urn:schemas-microsoft-com:office:word';

class Converter implements HtmlEvents {
  readonly writer = new BlockWriter();
  readonly #baseUrl: string | null;
  readonly #leaveOut: ReadonlySet<string>;
  readonly #linksAsTheyStand: boolean;
  readonly #blankLinesPart: boolean;
  readonly #pasted: boolean;
  readonly #takePicture: (address: string) => string | null;
  readonly #formats = new FormatStack();
  readonly #tables = new TableStack(this.writer);
  readonly #figures = new FigureStack(this.writer, this.#tables);
  readonly #notes = new WordNotes();
  readonly #regions: RegionReader;
  readonly #pictures = new Set<string>();
  readonly #wordLists = new WordLists(this.writer);
  /** Quotations that are open, and whether each is one and not a mail program's indentation. */
  #quotes: boolean[] = [];
  /** Depths of tables in which a cell's own formats are open. */
  readonly #cellFormats = new Set<number>();
  #preformatted = 0;
  /** The source is Word's own: what is put in and deleted is a tracked change, and taken as accepted. */
  #ofWord = false;
  #player: { shown: boolean } | null = null;
  #skipped: Skipped | null = null;

  constructor(html: string, options: HtmlToDocumentOptions) {
    this.#baseUrl = options.baseUrl ?? null;
    this.#leaveOut = options.leaveOut ?? new Set();
    this.#linksAsTheyStand = options.linksAsTheyStand ?? false;
    this.#blankLinesPart = !PARTED_BY_MARKUP.test(html);
    this.#pasted = options.pasted ?? false;
    this.#takePicture = options.takePicture ?? (() => null);
    const notes = this.#pasted ? this.#notes : null;
    this.#regions = new RegionReader(this.writer, this.#tables, this.#figures, notes);
  }

  text(value: string): void {
    if (this.#skipped !== null) {
      if (this.#skipped.mark !== null) this.#skipped.text += value;
      return;
    }
    this.#wordLists.words(value);
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
    const mark = this.#markOf(name, attributes);
    if (mark !== null || this.#isLeftOut(name, attributes)) {
      this.#skipped = { name, depth: 1, mark, text: '' };
      return;
    }
    if (this.#noteReferred(name, attributes)) return;
    if (name === 'html') this.#ofWord = this.#pasted && attributes['xmlns:w'] === WORD_NAMESPACE;
    if (ENDS_WORD_LIST.has(name)) this.#wordLists.block(name, attributes['style']);
    const format = FORMATS[name];
    this.#regions.open(name, attributes, { isBlock: PARTING.has(name) });
    if (format !== undefined) this.#openFormat(name, format, attributes);
    else if (BLOCKS.has(name)) this.writer.endBlock();
    else this.#openOther(name, attributes);
  }

  close(name: string): void {
    if (this.#skipped !== null) return this.#closeSkipped(this.#skipped, name);
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

  #markOf(name: string, attributes: Attributes): Skipped['mark'] {
    if (isListMarker(attributes['style'])) return 'item';
    return this.#pasted && isCommentMark(name, attributes) ? 'comment' : null;
  }

  #isLeftOut(name: string, attributes: Attributes): boolean {
    if (name === 'svg' || name === 'template' || this.#leaveOut.has(name)) return true;
    if (this.#pasted && (PAGE_CONTROLS.has(name) || isHidden(name, attributes))) return true;
    if (this.#pasted && isComment(name, attributes)) return true;
    if (this.#ofWord && name === 'del') return true;
    return this.#regions.isSaidTwice(name, attributes);
  }

  #closeSkipped(skipped: Skipped, name: string): void {
    if (name !== skipped.name) return;
    skipped.depth -= 1;
    if (skipped.depth > 0) return;
    this.#skipped = null;
    if (skipped.mark === 'item') this.#wordLists.marker(skipped.text);
    else if (skipped.mark === 'comment') this.text(wordsOfCommentMark(skipped.text));
  }

  /** A raised number in brackets stands where Word refers to a note, and nothing in the note where it refers back. */
  #noteReferred(name: string, attributes: Attributes): boolean {
    const reference = this.#pasted ? noteReference(name, attributes) : null;
    if (reference === null) return false;
    if (!reference.isBack) {
      this.#formats.open('note', TEXT_FORMAT.superscript);
      this.#setFormat();
      this.text(`[${this.#notes.numberOf(reference.note)}]`);
      this.#formats.close('note');
      this.#setFormat();
    }
    this.#skipped = { name, depth: 1, mark: null, text: '' };
    return true;
  }

  finish(): ArticleDocument {
    this.writer.endBlock();
    this.#wordLists.end();
    this.#tables.closeAll();
    this.#figures.closeAll();
    this.#regions.giveUp();
    if (this.writer.inList) this.writer.closeAllLists();
    const notes = this.#notes.list();
    if (notes !== null) this.writer.block(notes);
    return buildDocument(withoutLoneGalleries(this.writer.sink));
  }

  /** Spreadsheets set the formats of a cell's words on the cell, whose end tag may be left out. */
  #beginCellFormat(style: string | undefined): void {
    const bits = style === undefined || !this.#pasted ? 0 : formatOfStyle(style, 0);
    if (bits === 0) return;
    this.#cellFormats.add(this.#tables.depth);
    this.#formats.open(`cell ${this.#tables.depth}`, bits);
    this.#setFormat();
  }

  #endCellFormat(): void {
    if (!this.#cellFormats.delete(this.#tables.depth)) return;
    this.#formats.close(`cell ${this.#tables.depth}`);
    this.#setFormat();
  }

  /** What loose words are here. */
  get #textKind(): 'quote' | 'paragraph' {
    return this.#quotes.includes(true) ? 'quote' : 'paragraph';
  }

  #openFormat(name: string, own: number, attributes: Attributes): void {
    const style = attributes['style'];
    if (this.#ofWord && name === 'ins') own = 0;
    this.#formats.open(name, style === undefined ? own : formatOfStyle(style, own));
    this.#setFormat();
  }

  /** The formats that are open here, without what only is the look of a heading or a link. */
  #setFormat(): void {
    const { writer } = this;
    const ofHeading = writer.kind.startsWith('h') ? TEXT_FORMAT.bold : 0;
    const ofLink = writer.link === null ? 0 : TEXT_FORMAT.underline;
    writer.format = this.#formats.bits & (this.#pasted ? ~(ofHeading | ofLink) : ~0);
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
        if (!this.#pasted || !isRuleOfComments(attributes)) writer.block(horizontalRule());
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
        this.#quotes.push(!this.#pasted || !isMailQuote(attributes));
        writer.kind = this.#textKind;
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
      case 'col':
        this.#tables.column(attributes);
        break;
      case 'caption':
        this.#endCellFormat();
        this.#tables.caption();
        break;
      case 'tr':
        this.#endCellFormat();
        this.#tables.row();
        break;
      case 'td':
      case 'th':
        this.#endCellFormat();
        this.#tables.cell({
          header: name === 'th',
          columns: attributes['colspan'],
          rows: attributes['rowspan'],
        });
        this.#beginCellFormat(attributes['style']);
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
      writer.kind = this.#textKind;
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
        this.#quotes.pop();
        writer.kind = this.#textKind;
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
        this.#endCellFormat();
        this.#wordLists.end();
        this.#tables.close();
        break;
      case 'caption':
      case 'tr':
        this.#endCellFormat();
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
    return url === null || (this.#pasted && url.startsWith('/')) ? null : { url };
  }

  #picture(attributes: Attributes): void {
    if (this.#pasted && attributes['aria-roledescription'] === 'checkbox') return;
    const found = pictureOfPage(attributes, this.#baseUrl);
    if (/\b(?:emoji|wp-smiley)\b/.test(attributes['class'] ?? '') && (found?.alt.length ?? 0) <= 16) {
      this.writer.text(found?.alt ?? '');
      return;
    }
    if (found === null) return;
    const { address, src, alt, width, height } = found;
    const place = address ?? src;
    if (place === '' || this.#pictures.has(place)) return;
    const mediaId = address === null ? this.#takePicture(src) : '';
    if (mediaId === null) return;
    this.#pictures.add(place);
    this.#figures.picture(image(mediaId, { sourceUrl: address ?? '', alt, width, height }));
  }

  /** What a known provider shows becomes an embed; other players and frames leave their address behind as a link. */
  #embedded(address: string | undefined, title = ''): void {
    const url = resourceAddress(address, this.#baseUrl);
    if (url === null || this.#player?.shown === true) return;
    if (this.#player !== null) this.#player.shown = true;
    if (this.#regions.takesAddress(url)) return;
    const shown = embedOfAddress(url);
    if (shown === null && this.#pasted) return;
    this.writer.endBlock();
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
