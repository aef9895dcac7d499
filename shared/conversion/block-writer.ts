/**
 * Writes blocks of a document from text, breaks and marks in reading order, with white space as HTML has it: runs
 * become one space, none at the edges of a block; one break is a line break, two part paragraphs.
 */
import { heading, lineBreak, link, list, paragraph, quote, text } from '../document/build.ts';
import type {
  BlockNode,
  HeadingNode,
  InlineNode,
  LinkNode,
  ListItemNode,
  ListNode,
  TextNode,
} from '../document/vocabulary.ts';

/** Deeper lists are read into the deepest allowed one: readers, Lexical and every output stop long before. */
const DEEPEST_LIST = 8;

export type TextBlockKind = 'paragraph' | 'quote' | HeadingNode['tag'];

/** A link that is open; two links with one address stay two. */
export interface OpenLink extends Partial<Pick<LinkNode, 'title' | 'rel' | 'target'>> {
  readonly url: string;
}

interface OpenList {
  node: ListNode;
  item: ListItemNode | null;
}

interface Mark {
  format: number;
  link: OpenLink | null;
}

// eslint-disable-next-line no-control-regex -- they are what is removed
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000e-\u001f\u007f]/g;
/** Anything but words parted by single spaces: only then is there something to clean. */
const UNCLEAN =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u001f\u007f\u00a0\u00ad\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]| {2}/;

/** Removes what no reader sees: soft hyphens, zero-width spaces and marks, control characters. */
function visible(value: string): string {
  return value.replace(UNSEEN, '');
}

function collapse(value: string): string {
  return UNCLEAN.test(value) ? visible(value).replace(/\s+/g, ' ') : value;
}

export class BlockWriter {
  /** Where finished blocks go; a cell or a caption puts its own list here for a while. */
  sink: BlockNode[] = [];
  kind: TextBlockKind = 'paragraph';
  format = 0;
  link: OpenLink | null = null;

  #inline: InlineNode[] = [];
  #lastLink: { node: LinkNode; open: OpenLink } | null = null;
  #space: Mark | null = null;
  #breaks = 0;
  #lists: OpenList[] = [];
  #overflow = 0;
  #after: BlockNode[] = [];
  #afterList: BlockNode[] = [];

  /** Text in which white space is only a gap between words. */
  text(value: string): void {
    const collapsed = collapse(value);
    if (collapsed === '') return;
    const startsWithSpace = collapsed.startsWith(' ');
    const endsWithSpace = collapsed.endsWith(' ');
    if (startsWithSpace) this.#owe();
    if (collapsed === ' ') return;
    const bare = startsWithSpace || endsWithSpace;
    this.#write(bare ? collapsed.slice(startsWithSpace ? 1 : 0, endsWithSpace ? -1 : undefined) : collapsed);
    if (endsWithSpace) this.#owe();
  }

  /** Text whose lines and spaces count; an empty line parts paragraphs. */
  preformatted(value: string): void {
    const lines = value.replace(/\r\n?/g, '\n').split('\n');
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.lineBreak();
      const shown = visible(line).replace(/[\t\v\f\u00a0]/g, ' ');
      if (shown.trim() !== '') this.#write(this.#inline.length === 0 ? shown.trimStart() : shown);
      else if (shown !== '' && this.#breaks === 0) this.#owe();
    }
  }

  lineBreak(): void {
    this.#breaks += 1;
    this.#space = null;
  }

  /** Whether the block being written has words in it. */
  get hasContent(): boolean {
    return this.#inline.length > 0;
  }

  /** The block that was placed last, wherever it waits; null while words are being written. */
  get lastBlock(): BlockNode | null {
    if (this.#inline.length > 0 && this.#after.length === 0) return null;
    return this.#after.at(-1) ?? this.#afterList.at(-1) ?? this.sink.at(-1) ?? null;
  }

  get inList(): boolean {
    return this.#lists.length > 0;
  }

  /** Ends the block being written, if it has words. */
  endBlock(): void {
    this.#breaks = 0;
    this.#space = null;
    const inline = this.#inline;
    if (inline.length > 0) {
      this.#inline = [];
      this.#lastLink = null;
      const open = this.#lists.at(-1);
      if (open !== undefined) this.#toItem(open, inline);
      else if (this.kind === 'paragraph') this.sink.push(paragraph(inline));
      else if (this.kind === 'quote') this.sink.push(quote(inline));
      else this.sink.push(heading(this.kind, inline));
    }
    if (this.#after.length > 0) {
      for (const block of this.#after) this.#place(block);
      this.#after = [];
    }
  }

  /** A picture or rule. Inside a running text it waits for the end of the paragraph, inside a list for the list's. */
  block(node: BlockNode): void {
    if (this.#inline.length > 0) this.#after.push(node);
    else this.#place(node);
  }

  openList(listType: ListNode['listType'], start: number): void {
    this.endBlock();
    if (this.#lists.length >= DEEPEST_LIST) {
      this.#overflow += 1;
      return;
    }
    const node = list(listType, [], start);
    const parent = this.#lists.at(-1);
    if (parent === undefined) {
      this.sink.push(node);
    } else {
      parent.node.children.push(this.#makeItem(parent, [node]));
      parent.item = null;
    }
    this.#lists.push({ node, item: null });
  }

  nextItem(): void {
    this.endBlock();
    const open = this.#lists.at(-1);
    if (open !== undefined) open.item = null;
  }

  closeList(): void {
    this.endBlock();
    if (this.#overflow > 0) {
      this.#overflow -= 1;
      return;
    }
    const closed = this.#lists.pop();
    if (closed === undefined) return;
    if (closed.node.children.length === 0) {
      const parent = this.#lists.at(-1);
      if (parent !== undefined) parent.node.children.pop();
      else if (this.sink.at(-1) === closed.node) this.sink.pop();
    }
    if (this.#lists.length > 0) return;
    for (const block of this.#afterList) this.sink.push(block);
    this.#afterList = [];
  }

  closeAllLists(): void {
    this.#overflow = 0;
    do this.closeList();
    while (this.#lists.length > 0);
  }

  #place(block: BlockNode): void {
    if (this.#lists.length > 0) this.#afterList.push(block);
    else this.sink.push(block);
  }

  /** A space is owed between what stands and what follows; it belongs to the marks it was written under. */
  #owe(): void {
    if (this.#inline.length === 0 || this.#space !== null || this.#breaks > 0) return;
    this.#space = { format: this.format, link: this.link };
  }

  #write(value: string): void {
    if (this.#breaks > 0) this.#settleBreaks();
    if (this.#space !== null) {
      // A link that held nothing but the space is none.
      const within = this.#space.link !== null && this.#lastLink?.open === this.#space.link;
      this.#push(' ', this.#space.format, within ? this.#space.link : null);
      this.#space = null;
    }
    this.#push(value, this.format, this.link);
  }

  #settleBreaks(): void {
    const parts = this.#breaks > 1 && this.#lists.length === 0 && !this.kind.startsWith('h');
    this.#breaks = 0;
    if (this.#inline.length === 0) return;
    if (parts) {
      this.endBlock();
    } else {
      this.#inline.push(lineBreak());
      this.#lastLink = null;
    }
  }

  #push(value: string, format: number, open: OpenLink | null): void {
    if (open === null) {
      appendText(this.#inline, value, format);
      this.#lastLink = null;
      return;
    }
    if (this.#lastLink === null || this.#lastLink.open !== open) {
      const node = link(open.url, [], open);
      this.#inline.push(node);
      this.#lastLink = { node, open };
    }
    appendText(this.#lastLink.node.children, value, format);
  }

  #toItem(open: OpenList, inline: InlineNode[]): void {
    if (open.item === null) {
      open.item = this.#makeItem(open, inline);
      open.node.children.push(open.item);
      return;
    }
    open.item.children.push(lineBreak());
    for (const node of inline) open.item.children.push(node);
  }

  /** Numbers count the items with words; the item that carries a nested list takes the number that comes next. */
  #makeItem(open: OpenList, children: ListItemNode['children']): ListItemNode {
    let value = open.node.start;
    const last = open.node.children.at(-1);
    if (last !== undefined) value = last.children[0]?.type === 'list' ? last.value : last.value + 1;
    const indent = Math.max(0, this.#lists.indexOf(open));
    return { type: 'listitem', value, children, direction: null, format: '', indent, version: 1 };
  }
}

function appendText(nodes: (InlineNode | TextNode)[], value: string, format: number): void {
  const last = nodes.at(-1);
  if (last?.type === 'text' && last.format === format) last.text += value;
  else nodes.push(text(value, format));
}
