/** Inline nodes → Markdown (CommonMark 0.31 with GitHub's strikethrough): formats, links, breaks, everything else escaped. */
import { encodedAddress, escapeHtml } from './inline-html.ts';
import {
  isAllowedLink,
  TEXT_FORMAT,
  type InlineNode,
  type LinkNode,
  type ListNode,
  type TextNode,
} from './vocabulary.ts';
import { inlineText } from './walk.ts';

/** Everything that could mean something to a reader of Markdown, wherever it stands. */
const SPECIAL = /[\\`*_[\]<>~|&]/g;
/** Bare addresses would be made links. */
const BARE_ADDRESS = /(?<=https?|ftp):(?=\/\/)|(?<=www)\.|@/gi;
/** At the start of a line: headings, quotes, lists, rules, underlines of headings. */
const LINE_START = /^(?:[#+=-]|\d+(?=[.)]))/;

const LETTERS = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su;

/** Text that means nothing but itself. */
export function escapeMarkdown(text: string): string {
  return text.toWellFormed().replace(SPECIAL, '\\$&').replace(BARE_ADDRESS, '\\$&');
}

/** A line that opens no block. */
function withSafeStart(line: string): string {
  return line.replace(LINE_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

interface Delimiters {
  bit: number;
  mark: string;
  tag: string;
}

/** Innermost first; those without a mark in Markdown are written as HTML. */
const DELIMITERS: readonly Delimiters[] = [
  { bit: TEXT_FORMAT.code, mark: '', tag: 'code' },
  { bit: TEXT_FORMAT.subscript, mark: '', tag: 'sub' },
  { bit: TEXT_FORMAT.superscript, mark: '', tag: 'sup' },
  { bit: TEXT_FORMAT.strikethrough, mark: '~~', tag: 's' },
  { bit: TEXT_FORMAT.underline, mark: '', tag: 'u' },
  { bit: TEXT_FORMAT.italic, mark: '*', tag: 'em' },
  { bit: TEXT_FORMAT.bold, mark: '**', tag: 'strong' },
];

/**
 * One run of text. Marks are used where they cannot be misread: around letters or digits, with no other marks beside them;
 * elsewhere the HTML that Markdown allows says the same.
 */
function formatted(text: string, format: number, isAlone: boolean): string {
  if (format === TEXT_FORMAT.code && isAlone && LETTERS.test(text) && !/[`|]/.test(text))
    return `\`${text}\``;
  let result = escapeMarkdown(text);
  const isSafe = isAlone && LETTERS.test(text);
  let isInside = true;
  for (const { bit, mark, tag } of DELIMITERS) {
    if ((format & bit) === 0) continue;
    const asMark = mark !== '' && isSafe && isInside;
    if (!asMark) isInside = false;
    result = asMark ? mark + result + mark : `<${tag}>${result}</${tag}>`;
  }
  return result;
}

/**
 * An address where Markdown expects one. Brackets of its own are written as character references: readers take them for the
 * end of the link, or miss marks behind it, whether they are escaped or stand in angle brackets.
 */
export function markdownAddress(url: string): string {
  return encodedAddress(url)
    .replaceAll(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('(', '&#40;')
    .replaceAll(')', '&#41;');
}

function linkMarkdown(node: LinkNode): string {
  // Brackets inside the brackets of a link confuse readers, escaped or not.
  const words = run(node.children).replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;');
  if (inlineText(node.children).trim() === '' || !isAllowedLink(node.url)) return words;
  const title = node.title ? ` "${escapeHtml(node.title).replaceAll('\\', '\\\\')}"` : '';
  return `[${words}](${markdownAddress(node.url)}${title})`;
}

function isFormatted(node: InlineNode | ListNode | undefined): boolean {
  return node?.type === 'text' && node.format !== 0;
}

function run(children: readonly (InlineNode | ListNode)[]): string {
  const nodes = joined(children);
  return nodes
    .map((node, index) => {
      switch (node.type) {
        case 'text': {
          const isAlone = !isFormatted(nodes[index - 1]) && !isFormatted(nodes[index + 1]);
          const words = formatted(node.text.replaceAll(/\s+/g, ' '), node.format, isAlone);
          // Before a link it would make a picture of it.
          return nodes[index + 1]?.type === 'link' ? words.replace(/!$/, '\\!') : words;
        }
        case 'tab':
          return ' ';
        case 'linebreak':
          return nodes[index - 1]?.type === 'linebreak' || nodes[index + 1]?.type === 'linebreak'
            ? '<br>'
            : '<br>\n';
        case 'link':
          return linkMarkdown(node);
        case 'list':
          return '';
      }
    })
    .join('');
}

/** Neighbours of one format as one run; empty ones left out. */
function joined(children: readonly (InlineNode | ListNode)[]): (InlineNode | ListNode)[] {
  const nodes: (InlineNode | ListNode)[] = [];
  for (const child of children) {
    const last = nodes.at(-1);
    if (child.type !== 'text') nodes.push(child);
    else if (last?.type === 'text' && last.format === child.format) {
      nodes[nodes.length - 1] = { ...last, text: last.text + child.text } satisfies TextNode;
    } else if (child.text !== '') nodes.push(child);
  }
  return nodes;
}

/** The lines of a run of inline nodes, none of which opens a block; empty where there is nothing to read. */
export function inlineMarkdownLines(children: readonly (InlineNode | ListNode)[]): string[] {
  if (inlineText(children).trim() === '') return [];
  return (
    run(children)
      .replace(/^(?:<br>|\s)+/, '')
      .replace(/(?:<br>|\s)+$/, '')
      // At the head of a line it would begin a block of HTML.
      .replaceAll(/\n\s*(?=<br>)/g, '')
      .split('\n')
      .map((line) => withSafeStart(line.trim()))
  );
}

/** The same in one line, for headings and the cells of tables. */
export function inlineMarkdown(children: readonly (InlineNode | ListNode)[]): string {
  return inlineMarkdownLines(children).join('');
}
