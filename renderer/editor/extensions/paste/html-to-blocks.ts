/**
 * Pasted HTML → blocks of the vocabulary. What is taken is listed here; styles, classes, fonts, scripts and anything
 * unknown leave only their text behind, as paragraphs. Knows the habits of Word, Google Docs and web pages.
 */
import type {
  BlockNode,
  HeadingNode,
  ImageNode,
  InlineNode,
  ListItemNode,
  ListNode,
} from '../../../../shared/document/vocabulary.ts';
import { isAllowedLink, TEXT_FORMAT } from '../../../../shared/document/vocabulary.ts';
import {
  heading,
  horizontalRule,
  image,
  lineBreak,
  list,
  paragraph,
  pullQuote,
  quote,
} from '../../../../shared/document/build.ts';
import { inlineNodesOf, splitAtEmptyLines, type Run } from './inline-runs.ts';
import { embedOf, picturesOf, tableOf } from './structures.ts';

const SKIPPED = new Set(
  'script style head title meta link template noscript object embed svg math canvas audio video button input select textarea form nav dialog'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer header h1 h2 h3 h4 h5 h6 hr li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const HEADINGS: Readonly<Record<string, HeadingNode['tag']>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
};
const FORMATS: Readonly<Record<string, number>> = {
  b: TEXT_FORMAT.bold,
  strong: TEXT_FORMAT.bold,
  i: TEXT_FORMAT.italic,
  em: TEXT_FORMAT.italic,
  cite: TEXT_FORMAT.italic,
  u: TEXT_FORMAT.underline,
  ins: TEXT_FORMAT.underline,
  s: TEXT_FORMAT.strikethrough,
  strike: TEXT_FORMAT.strikethrough,
  del: TEXT_FORMAT.strikethrough,
  code: TEXT_FORMAT.code,
  sub: TEXT_FORMAT.subscript,
  sup: TEXT_FORMAT.superscript,
};
/** Only a whole address tells where a link of somebody else's page leads. */
const WHOLE_ADDRESS = /^(?:https?:\/\/|mailto:|tel:)/i;

type MakeBlock = (children: InlineNode[]) => BlockNode;

interface Surroundings {
  format: number;
  url: string | null;
  /** What loose text becomes here. */
  make: MakeBlock;
  preserveLines: boolean;
  inHeading: boolean;
}

function nameOf(element: Element): string {
  return element.localName.toLowerCase();
}

function rawStyle(element: Element): string {
  return element.getAttribute('data-style') ?? element.getAttribute('style') ?? '';
}

function styleOf(element: Element): string {
  return rawStyle(element)
    .toLowerCase()
    .replaceAll(/\s*:\s*/g, ':');
}

function formatOf(element: Element, inherited: number): number {
  const style = styleOf(element);
  let format = inherited | (FORMATS[nameOf(element)] ?? 0);
  // Google Docs wraps everything in <b style="font-weight:normal">.
  if (/font-weight:(?:normal|[1-4]00)/.test(style)) format &= ~TEXT_FORMAT.bold;
  if (/font-weight:(?:bold|[6-9]00)/.test(style)) format |= TEXT_FORMAT.bold;
  if (/font-style:italic/.test(style)) format |= TEXT_FORMAT.italic;
  if (/font-style:normal/.test(style)) format &= ~TEXT_FORMAT.italic;
  if (/text-decoration[^;]*line-through/.test(style)) format |= TEXT_FORMAT.strikethrough;
  if (/text-decoration[^;]*underline/.test(style)) format |= TEXT_FORMAT.underline;
  if (/vertical-align:super/.test(style)) format |= TEXT_FORMAT.superscript;
  if (/vertical-align:sub(?:;|$)/.test(style)) format |= TEXT_FORMAT.subscript;
  return format;
}

function linkOf(element: Element): string | null {
  const address = (element.getAttribute('href') ?? '').trim();
  return WHOLE_ADDRESS.test(address) && isAllowedLink(address) ? address : null;
}

function isPullQuote(element: Element): boolean {
  return /\bpull-?quote\b/i.test(element.getAttribute('class') ?? '');
}

/** Text with every run of white space as one space, without what nobody sees. */
export function collapse(value: string): string {
  return value.replaceAll(/[\u200b\u200c\u2060\ufeff\u00ad]/g, '').replaceAll(/[\s\u00a0]+/g, ' ');
}

class Converter {
  readonly blocks: BlockNode[] = [];
  private runs: Run[] = [];
  private make: MakeBlock = paragraph;
  /** A list of Word's, written as paragraphs, that is still growing. */
  private wordList: { numbered: boolean; items: ListItemNode['children'][] } | null = null;

  children(parent: ParentNode, around: Surroundings): void {
    for (const node of parent.childNodes) this.node(node, around);
  }

  flush(make: MakeBlock): void {
    for (const part of splitAtEmptyLines(this.runs)) {
      const children = inlineNodesOf(part);
      if (children.length > 0) this.push(this.make(children));
    }
    this.runs = [];
    this.make = make;
  }

  finish(): BlockNode[] {
    this.flush(paragraph);
    this.endWordList();
    return this.blocks;
  }

  private push(block: BlockNode): void {
    this.endWordList();
    this.blocks.push(block);
  }

  private endWordList(): void {
    if (this.wordList === null) return;
    this.blocks.push(list(this.wordList.numbered ? 'number' : 'bullet', this.wordList.items));
    this.wordList = null;
  }

  private node(node: ChildNode, around: Surroundings): void {
    if (node.nodeType === node.TEXT_NODE) this.text(node.nodeValue ?? '', around);
    else if (isElement(node)) this.element(node, around);
  }

  private text(value: string, around: Surroundings): void {
    // Underlined because it is a link, bold because it is a heading: that is their own look.
    const ofLink = around.url === null ? 0 : TEXT_FORMAT.underline;
    const ofHeading = around.inHeading ? TEXT_FORMAT.bold : 0;
    const format = around.format & ~(ofLink | ofHeading);
    const lines = around.preserveLines ? value.split(/\r?\n/) : [value];
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.runs.push({ text: '\n', format: 0, url: null });
      const collapsed = collapse(line);
      if (collapsed !== '') this.runs.push({ text: collapsed, format, url: around.url });
    }
  }

  private element(element: Element, around: Surroundings): void {
    const name = nameOf(element);
    const embedded = embedOf(element);
    if (embedded !== null) {
      this.flush(around.make);
      this.push(embedded);
      return;
    }
    if (name === 'iframe' || SKIPPED.has(name) || element.hasAttribute('hidden')) return;
    if (/mso-list:\s*ignore/i.test(rawStyle(element))) return;
    if (name === 'br') {
      this.runs.push({ text: '\n', format: 0, url: around.url });
    } else if (BLOCKS.has(name)) {
      this.block(element, name, { ...around, format: formatOf(element, around.format) });
    } else if (name === 'img') {
      this.image(element, around);
    } else {
      const url = name === 'a' ? linkOf(element) : around.url;
      this.children(element, { ...around, url, format: formatOf(element, around.format) });
    }
  }

  private block(element: Element, name: string, around: Surroundings): void {
    if (name === 'tr') {
      this.row(element, around);
      return;
    }
    this.flush(around.make);
    const tag = HEADINGS[name];
    const asTable = name === 'table' ? tableOf(element, cellWords) : null;
    if (asTable !== null) this.push(asTable);
    else if (name === 'hr') this.push(horizontalRule());
    else if (name === 'ul' || name === 'ol') this.list(element, name);
    else if (isPullQuote(element)) this.pullQuote(element);
    else if (name === 'figure' && isPictureFigure(element)) this.figure(element);
    else if (/^msolistparagraph/i.test(element.getAttribute('class') ?? '')) this.wordListItem(element);
    else {
      const make = tag !== undefined ? makeHeading(tag) : name === 'blockquote' ? quote : around.make;
      this.make = make;
      this.children(element, {
        ...around,
        make,
        inHeading: tag !== undefined,
        preserveLines: around.preserveLines || name === 'pre',
      });
    }
    this.flush(around.make);
  }

  private image(element: Element, around: Surroundings): void {
    const read = imageOf(element);
    if (read === null) return;
    this.flush(around.make);
    this.push(read);
  }

  private figure(element: Element): void {
    const own = [...element.children].find((child) => nameOf(child) === 'figcaption');
    const caption = collapse((own ?? element.querySelector('figcaption'))?.textContent ?? '').trim();
    const images = [...element.querySelectorAll('img')].flatMap((each) => {
      const read = imageOf(each);
      if (read === null) return [];
      const inner = each.closest('figure');
      const words =
        inner === element ? '' : collapse(inner?.querySelector('figcaption')?.textContent ?? '').trim();
      return [{ ...read, caption: words }];
    });
    for (const block of picturesOf(images, caption)) this.push(block);
    if (images.length === 0 && caption !== '')
      this.push(paragraph(inlineNodesOf([{ text: caption, format: 0, url: null }])));
  }

  private pullQuote(element: Element): void {
    const cite = element.querySelector('cite, figcaption, footer');
    const attribution = collapse(cite?.textContent ?? '')
      .trim()
      .replace(/^[—–-]\s*/, '');
    cite?.remove();
    const words = inlineOf(element);
    if (words.length > 0) this.push(pullQuote(words, attribution));
  }

  private row(element: Element, around: Surroundings): void {
    this.flush(around.make);
    for (const cell of element.childNodes) {
      if (isElement(cell) && cell.previousElementSibling !== null) {
        this.runs.push({ text: ' | ', format: 0, url: null });
      }
      this.children(isElement(cell) ? cell : single(cell), { ...around, make: paragraph });
    }
    this.flush(around.make);
  }

  private list(element: Element, name: string): void {
    const made = listOf(element, name);
    if (made !== null) this.push(made);
  }

  private wordListItem(element: Element): void {
    const marker = [...element.querySelectorAll('[style], [data-style]')].find((each) =>
      /mso-list:\s*ignore/i.test(rawStyle(each)),
    );
    const numbered = /^\s*[0-9a-z]+[.)]/i.test(marker?.textContent ?? '');
    const children = inlineOf(element);
    if (children.length === 0) return;
    if (this.wordList?.numbered !== numbered) this.endWordList();
    this.wordList ??= { numbered, items: [] };
    this.wordList.items.push(children);
  }
}

/** A figure that holds pictures and their captions, and no words beside them. */
function isPictureFigure(element: Element): boolean {
  const letters = (value: string | null): number => (value ?? '').replaceAll(/\s/g, '').length;
  const captions = [...element.querySelectorAll('figcaption')].filter(
    (each) => each.parentElement?.closest('figcaption') === null,
  );
  const said = captions.reduce((sum, caption) => sum + letters(caption.textContent), 0);
  return element.querySelector('img') !== null && letters(element.textContent) === said;
}

/** A picture of the web; none for counting pixels, and for those that are nowhere. */
function imageOf(element: Element): ImageNode | null {
  const address = (element.getAttribute('src') ?? '').trim();
  const isPixel = ['width', 'height'].some((side) => /^[01](?:px)?$/.test(element.getAttribute(side) ?? ''));
  if (!/^https?:\/\/\S+$/i.test(address) || isPixel) return null;
  return image('', { sourceUrl: address, alt: collapse(element.getAttribute('alt') ?? '').trim() });
}

function makeHeading(tag: HeadingNode['tag']): MakeBlock {
  return (children) => heading(tag, children);
}

/** A block as lines, for places that hold nothing but words: a list gives its items. */
function linesOf(block: BlockNode): InlineNode[][] {
  switch (block.type) {
    case 'list':
      return block.children.flatMap(({ children }) => itemLines(children));
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'pullquote':
    case 'sourcenote':
      return [block.children];
    default:
      return [];
  }
}

function itemLines(children: ListItemNode['children']): InlineNode[][] {
  const words = children.filter((node) => node.type !== 'list');
  const nested = children.flatMap((node) => (node.type === 'list' ? linesOf(node) : []));
  return words.length === 0 ? nested : [words, ...nested];
}

/** Spreadsheets set the format of a cell on the cell. */
function cellWords(cell: Element): InlineNode[] {
  return inlineOf(cell, () => false, formatOf(cell, 0));
}

/** Everything in an element as one run: blocks inside it become lines. */
function inlineOf(
  parent: ParentNode,
  except: (node: ChildNode) => boolean = () => false,
  format = 0,
): InlineNode[] {
  const converter = new Converter();
  const around: Surroundings = {
    format,
    url: null,
    make: paragraph,
    preserveLines: false,
    inHeading: false,
  };
  for (const node of parent.childNodes) {
    if (except(node)) continue;
    converter.children(single(node), around);
  }
  return converter
    .finish()
    .flatMap(linesOf)
    .flatMap((line, index) => (index === 0 ? line : [lineBreak(), ...line]));
}

/** A node as the only child of something, without taking it out of the page it is in. */
function single(node: ChildNode): ParentNode {
  return { childNodes: [node] } as unknown as ParentNode;
}

function isElement(node: ChildNode): node is ChildNode & Element {
  return node.nodeType === node.ELEMENT_NODE;
}

function isList(node: ChildNode): node is ChildNode & Element {
  return isElement(node) && (nameOf(node) === 'ul' || nameOf(node) === 'ol');
}

function listOf(element: Element, name: string): ListNode | null {
  const items: ListItemNode['children'][] = [];
  for (const child of element.childNodes) {
    if (isList(child)) {
      const nested = listOf(child, nameOf(child));
      if (nested !== null) items.push([nested]);
      continue;
    }
    const own = inlineOf(isElement(child) ? child : single(child), isList);
    if (own.length > 0) items.push(own);
    for (const each of isElement(child) ? child.children : []) {
      const nested = isList(each) ? listOf(each, nameOf(each)) : null;
      if (nested !== null) items.push([nested]);
    }
  }
  if (items.length === 0) return null;
  const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
  return list(name === 'ol' ? 'number' : 'bullet', items, name === 'ol' && start > 0 ? start : 1);
}

/** The blocks of pasted HTML, already parsed into a document nobody shows. Empty where it holds no copy. */
export function blocksFromHtml(body: ParentNode): BlockNode[] {
  const converter = new Converter();
  converter.children(body, { format: 0, url: null, make: paragraph, preserveLines: false, inHeading: false });
  return converter.finish();
}
