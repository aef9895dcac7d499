/**
 * Elements of HTML that stand for one block of the document and are told by their class: posts embedded as quotations
 * (X, Instagram, TikTok, Facebook), embed blocks of WordPress, pull quotes, what our own pages write for fact boxes,
 * source notes and related stories, and notes of Word, told by their style. What is written inside is collected and made
 * into that block at the end.
 */
import {
  embed,
  factBox,
  lineBreak,
  paragraph,
  pullQuote,
  relatedStory,
  sourceNote,
} from '../document/build.ts';
import { embedOfAddress, type EmbedAddress } from '../document/embeds.ts';
import type { BlockNode, FactBoxNode, InlineNode } from '../document/vocabulary.ts';
import { blockText } from '../document/walk.ts';
import type { BlockWriter } from './block-writer.ts';
import type { FigureStack } from './figures.ts';
import type { Attributes } from './html-tokens.ts';
import type { TableStack } from './tables.ts';
import { isNoteList, noteName, type WordNotes } from './word-notes.ts';

type Kind = 'embed' | 'pullquote' | 'factbox' | 'sourcenote' | 'relatedstory' | 'notes';

const REGIONS: readonly (readonly [Kind, RegExp, ReadonlySet<string>])[] = [
  [
    'embed',
    /^(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|wp-block-embed|embed)$/,
    new Set(['blockquote', 'figure', 'div']),
  ],
  ['pullquote', /^(?:wp-block-pullquote|pull-?quote)$/, new Set(['figure', 'blockquote', 'aside', 'div'])],
  ['factbox', /^fact-box$/, new Set(['aside', 'div', 'section'])],
  ['sourcenote', /^source-note$/, new Set(['p'])],
  ['relatedstory', /^related-story$/, new Set(['p'])],
];

/** Told at a glance of most classes: they begin no region. */
const PERHAPS = /twitter-|instagram-|tiktok-|fb-|embed|quote|fact-box|source-note|related-story/;

/** Parts of our own cards that say what is known already. */
const SAID_TWICE = /^(?:embed-provider|embed-address|related-label)$/;

function classesOf(attributes: Attributes): string[] {
  return (attributes['class'] ?? '').split(/\s+/);
}

function kindOf(name: string, attributes: Attributes): Kind | null {
  if (!PERHAPS.test(attributes['class'] ?? '')) return null;
  const classes = classesOf(attributes);
  const found = REGIONS.find(
    ([, pattern, names]) => names.has(name) && classes.some((each) => pattern.test(each)),
  );
  return found?.[0] ?? null;
}

/** Blocks of words as one run of inline nodes, a line each. */
function oneRun(blocks: readonly BlockNode[]): InlineNode[] {
  return blocks.flatMap((block, index): InlineNode[] => {
    const words = 'children' in block && isRun(block) ? block.children : [];
    return index === 0 ? words : [lineBreak(), ...words];
  });
}

function isRun(block: BlockNode): block is Extract<BlockNode, { type: 'paragraph' | 'heading' | 'quote' }> {
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote';
}

function wordsOf(blocks: readonly BlockNode[]): string {
  return blocks.map(blockText).join(' ').replace(/\s+/g, ' ').trim();
}

interface Region {
  kind: Kind;
  /** Element it began with, and how many of that name are open in it. */
  name: string;
  depth: number;
  sink: BlockNode[];
  blocks: BlockNode[];
  tables: number;
  /** Where the caption, or who said it, begins among the blocks. */
  captionFrom: number | null;
  hasTitle: boolean;
  /** Addresses its attributes tell, then those of its links and frames. */
  told: string[];
  links: string[];
  /** Where each of its notes begins among the blocks. */
  notes: { name: string; from: number }[];
}

function embedBlocks({ blocks, captionFrom, told, links }: Region): BlockNode[] | null {
  const words = blocks.slice(0, captionFrom ?? undefined);
  const title = wordsOf(words);
  const candidates = [...told, ...links.toReversed(), title];
  const address = candidates.map(embedOfAddress).find((found): found is EmbedAddress => found !== null);
  if (address === undefined) return null;
  const caption = captionFrom === null ? '' : wordsOf(blocks.slice(captionFrom));
  return [embed(address, embedOfAddress(title) === null ? title : '', caption)];
}

function factBoxBlocks({ blocks, hasTitle }: Region): BlockNode[] | null {
  const [first] = blocks;
  const titled = first !== undefined && (hasTitle || first.type === 'heading');
  const inside: FactBoxNode['children'] = [];
  const behind: BlockNode[] = [];
  for (const block of titled ? blocks.slice(1) : blocks) {
    if (block.type === 'paragraph' || block.type === 'list') inside.push(block);
    else if (isRun(block)) inside.push(paragraph(block.children));
    else behind.push(block);
  }
  if (inside.length === 0 && !titled) return null;
  return [factBox(titled ? wordsOf([first]) : '', inside.length === 0 ? [paragraph([])] : inside), ...behind];
}

function relatedStoryBlocks({ blocks, links }: Region): BlockNode[] | null {
  const [url] = links;
  const headline = wordsOf(blocks);
  return url === undefined || headline === '' || !/^https?:/i.test(url)
    ? null
    : [relatedStory(headline, { url })];
}

/** What stands beside the notes, but for the line above them. */
function besideNotes({ blocks, notes }: Region, taken: WordNotes): BlockNode[] {
  const before = blocks.slice(0, notes[0]?.from);
  const behind = notes.flatMap(({ name, from }, index) =>
    taken.take(name, blocks.slice(from, notes[index + 1]?.from)),
  );
  return [...before.filter(({ type }) => type !== 'horizontalrule'), ...behind];
}

/** The blocks a region stands for; null where it turns out to be none, and what was written in it stays as it is. */
function blocksOf(region: Region, notes: WordNotes | null): BlockNode[] | null {
  const { blocks, captionFrom } = region;
  switch (region.kind) {
    case 'embed':
      return embedBlocks(region);
    case 'factbox':
      return factBoxBlocks(region);
    case 'relatedstory':
      return relatedStoryBlocks(region);
    case 'sourcenote':
      return blocks.length > 0 && blocks.every(isRun) ? [sourceNote(oneRun(blocks))] : null;
    case 'notes':
      return notes === null ? null : besideNotes(region, notes);
    case 'pullquote': {
      const words = blocks.slice(0, captionFrom ?? undefined);
      const attribution =
        captionFrom === null ? '' : wordsOf(blocks.slice(captionFrom)).replace(/^(?:[—–-]\s*)+/, '');
      return words.length > 0 && words.every(isRun) ? [pullQuote(oneRun(words), attribution)] : null;
    }
  }
}

/** One region at a time: they do not nest. Without `notes` those of Word are none. */
export class RegionReader {
  readonly #writer: BlockWriter;
  readonly #tables: TableStack;
  readonly #figures: FigureStack;
  readonly #notes: WordNotes | null;
  #region: Region | null = null;

  constructor(writer: BlockWriter, tables: TableStack, figures: FigureStack, notes: WordNotes | null) {
    this.#notes = notes;
    this.#writer = writer;
    this.#tables = tables;
    this.#figures = figures;
  }

  /** Whether what stands in this element was said already and is to be left out. */
  isSaidTwice(name: string, attributes: Attributes): boolean {
    return (
      this.#region !== null && name === 'span' && classesOf(attributes).some((each) => SAID_TWICE.test(each))
    );
  }

  /** To be told of every element before it is read otherwise. */
  open(name: string, attributes: Attributes, { isBlock }: { isBlock: boolean }): void {
    if (this.#region?.name === 'p' && isBlock) this.#end();
    const region = this.#region;
    if (region === null) return this.#begin(name, attributes);
    if (name === region.name) region.depth += 1;
    const note = region.kind === 'notes' ? noteName(name, attributes) : null;
    if (note !== null) {
      this.#writer.endBlock();
      region.notes.push({ name: note, from: region.blocks.length });
    }
    if (attributes['href'] !== undefined) region.links.push(attributes['href']);
    if (name === 'cite' || name === 'figcaption' || name === 'footer') {
      this.#writer.endBlock();
      region.captionFrom ??= region.blocks.length;
    }
    if (classesOf(attributes).includes('fact-box-title') && region.blocks.length === 0)
      region.hasTitle = true;
  }

  /** To be told of every end of an element after it was read otherwise. */
  close(name: string): void {
    const region = this.#region;
    if (region === null || name !== region.name) return;
    region.depth -= 1;
    if (region.depth === 0) this.#end();
  }

  /** An address a frame or a player shows; true where it belongs to the region's own embed. */
  takesAddress(address: string): boolean {
    if (this.#region?.kind !== 'embed') return false;
    this.#region.links.push(address);
    return true;
  }

  /** What was never closed is no region. */
  giveUp(): void {
    if (this.#region !== null) this.#end(false);
  }

  #begin(name: string, attributes: Attributes): void {
    const isNotes = this.#notes !== null && isNoteList(name, attributes);
    const kind = isNotes ? 'notes' : kindOf(name, attributes);
    if (kind === null || this.#writer.inList || this.#figures.inCaption) return;
    this.#writer.endBlock();
    this.#region = {
      ...{ kind, name, depth: 1, sink: this.#writer.sink, blocks: [], tables: this.#tables.depth },
      ...{ captionFrom: null, hasTitle: false, links: [], notes: [] },
      told: ['data-instgrm-permalink', 'data-href', 'cite'].flatMap((each) => attributes[each] ?? []),
    };
    this.#writer.sink = this.#region.blocks;
  }

  #end(asMeant = true): void {
    const region = this.#region;
    if (region === null) return;
    this.#region = null;
    this.#writer.endBlock();
    if (this.#figures.inCaption) this.#figures.closeCaption();
    this.#tables.closeAll(region.tables);
    if (this.#writer.inList) this.#writer.closeAllLists();
    const blocks = (asMeant ? blocksOf(region, this.#notes) : null) ?? region.blocks;
    // What stood around it was closed first: its list is in place, and the blocks join it.
    if (this.#writer.sink === region.blocks) this.#writer.sink = region.sink;
    for (const block of blocks) this.#writer.sink.push(block);
  }
}
