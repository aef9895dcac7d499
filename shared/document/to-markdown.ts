/**
 * Article body → Markdown (CommonMark 0.31 with GitHub's tables and strikethrough). What Markdown has no words for
 * (galleries, fact boxes, pull quotes, tables with a caption, widths or other headers than a first row) is written as the HTML that Markdown allows, so that
 * reading it back gives what HTML can carry.
 */
import { buildDocument } from './build.ts';
import { encodedAddress } from './inline-html.ts';
import { escapeMarkdown, inlineMarkdown, inlineMarkdownLines, markdownAddress } from './inline-markdown.ts';
import { publishable, type PublishableDocument } from './publishable.ts';
import { documentToHtml, type HtmlOptions } from './to-html.ts';
import type { BlockNode, EmbedNode, ImageNode, ListNode, QuoteNode, TableNode } from './vocabulary.ts';
import { columnShares } from './table-widths.ts';
import { pictureText, tableCaption, tableHeaders } from './walk.ts';

export type MarkdownOptions = Pick<HtmlOptions, 'picture' | 'relatedStory' | 'relatedLabel' | 'mapName'>;

/** Addresses longer than this stand at the end of the text, not in it. */
const LONGEST_ADDRESS = 300;

interface Writing {
  options: MarkdownOptions;
  headingLevel: number;
  /** Addresses of pictures that stand at the end, by number. */
  references: string[];
}

function asHtml(block: BlockNode, { options }: Writing): string {
  return documentToHtml(publishable(buildDocument([block])), { ...options, lazyPictures: false }).replaceAll(
    /\s*\n\s*/g,
    ' ',
  );
}

function listLines(node: ListNode): string[] {
  let number = node.start;
  const lines: string[] = [];
  for (const { children } of node.children) {
    const words = inlineMarkdownLines(children);
    const nested = children.flatMap((child) => (child.type === 'list' ? listLines(child) : []));
    if (words.length === 0 && nested.length === 0) continue;
    // An item that only holds a list, as Lexical nests them, belongs to the item before it.
    const continues = words.length === 0 && lines.length > 0;
    const marker = node.listType === 'number' ? `${continues ? number - 1 : number}. ` : '- ';
    const indent = ' '.repeat(marker.length);
    // Behind words a list that begins with another number than 1 would be words as well (CommonMark 0.31, 5.2).
    const isParted = !/^(?:-|1\.) /.test(nested[0] ?? '- ') && (words.length > 0 || lines.length > 0);
    if (isParted) nested.unshift('');
    for (const [index, line] of [...words, ...nested].entries()) {
      lines.push(index === 0 && !continues ? marker + line : line === '' ? '' : indent + line);
    }
    if (!continues) number += 1;
  }
  return lines;
}

/** Markdown numbers from 0, with at most nine digits. */
function isNumbered(node: ListNode): boolean {
  const starts = [node.start, ...node.children.map(() => node.start + node.children.length)];
  const isHere = node.listType === 'bullet' || starts.every((start) => start >= 0 && start < 1_000_000_000);
  return (
    isHere &&
    node.children.every(({ children }) =>
      children.every((child) => child.type !== 'list' || isNumbered(child)),
    )
  );
}

/** Signs at the end of a heading would close it. */
function escapeClosingHashes(words: string): string {
  return words.replace(/(?<=^|[ \t])#+$/, '\\$&');
}

function quoteMarkdown(node: QuoteNode): string {
  return inlineMarkdownLines(node.children)
    .map((line) => `> ${line}`)
    .join('\n');
}

function tableMarkdown(node: TableNode, writing: Writing): string {
  const headers = tableHeaders(node);
  const isPlain = headers.row && !headers.column && tableCaption(node).trim() === '';
  if (!isPlain || columnShares(node) !== null) return asHtml(node, writing);
  const rows = node.children.map(({ children }) =>
    children.map((cell) => cell.children.map((words) => inlineMarkdown(words.children)).join('<br>')),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

function imageMarkdown(node: ImageNode, writing: Writing): string {
  const source = writing.options.picture?.(node) ?? null;
  if (source === null) return '';
  const alt = escapeMarkdown(node.alt.replaceAll(/\s+/g, ' ').trim());
  const words = escapeMarkdown(pictureText(node).replaceAll(/\s+/g, ' ').trim()).replaceAll('"', '\\"');
  const title = words === '' ? '' : ` "${words}"`;
  const address = `${markdownAddress(source.src)}${title}`;
  if (source.src.length <= LONGEST_ADDRESS) return `![${alt}](${address})`;
  writing.references.push(`[gambar-${writing.references.length + 1}]: ${address}`);
  return `![${alt}][gambar-${writing.references.length}]`;
}

/** A paragraph of its own with nothing but the address. */
function embedMarkdown(node: EmbedNode, writing: Writing): string {
  const isBare = node.title.trim() === '' && node.caption.trim() === '';
  return isBare ? `<${encodedAddress(node.url)}>` : asHtml(node, writing);
}

function blockMarkdown(block: BlockNode, writing: Writing): string {
  switch (block.type) {
    case 'paragraph':
      return inlineMarkdownLines(block.children).join('\n');
    case 'heading': {
      const words = inlineMarkdown(block.children);
      if (words === '') return '';
      writing.headingLevel = Math.min(Number(block.tag.slice(1)), writing.headingLevel + 1);
      return `${'#'.repeat(writing.headingLevel)} ${escapeClosingHashes(words)}`;
    }
    case 'quote':
      return quoteMarkdown(block);
    case 'list':
      return isNumbered(block) ? listLines(block).join('\n') : asHtml(block, writing);
    case 'horizontalrule':
      // Three hyphens at the head of a file would begin its front matter.
      return '***';
    case 'image':
      return imageMarkdown(block, writing);
    case 'table':
      return tableMarkdown(block, writing);
    case 'embed':
      return embedMarkdown(block, writing);
    default:
      return asHtml(block, writing);
  }
}

/**
 * The body as Markdown, an empty line between blocks; blocks without anything to read, and foreign ones, are left out.
 * Long addresses of pictures (`data:`) are told at the end.
 */
export function documentToMarkdown(document: PublishableDocument, options: MarkdownOptions = {}): string {
  const writing: Writing = { options, headingLevel: 1, references: [] };
  const parts: string[] = [];
  let last: BlockNode | null = null;
  for (const block of document.root.children) {
    const markdown = blockMarkdown(block, writing);
    if (markdown === '') continue;
    // Two lists in a row would be one.
    if (last?.type === 'list' && block.type === 'list') parts.push('<!-- -->');
    parts.push(markdown);
    last = block;
  }
  return [...parts, ...writing.references].map((part) => `${part}\n`).join('\n');
}
