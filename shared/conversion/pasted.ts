/** What a clipboard or a drag carries → the document. */
import { buildDocument, text } from '../document/build.ts';
import { tableFromCells } from '../document/table-from-cells.ts';
import type { ArticleDocument, BlockNode, InlineNode, ListNode, TableNode } from '../document/vocabulary.ts';
import { inlineText } from '../document/walk.ts';
import { htmlToDocument } from './html-to-document.ts';
import { withEmbedsOfLoneAddresses } from './lone-addresses.ts';
import { blocksOfMessages, markedLine } from './messages.ts';
import { listedLines } from './text-lists.ts';
import { textToDocument } from './text-to-document.ts';

/** HTML of a word processor, a mail, a spreadsheet or a page; see the converter's `takePicture` for pictures inside it. */
export function pastedHtmlToDocument(
  html: string,
  takePicture: (address: string) => string | null,
): ArticleDocument {
  return htmlToDocument(html, { pasted: true, takePicture });
}

/** Rows of a spreadsheet as plain text: lines with the same number of tabs. */
function tableOfText(source: string): TableNode | null {
  if (!source.includes('\t')) return null;
  const rows = source
    .split(/\r\n|[\r\n]/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'));
  const columns = rows[0]?.length ?? 0;
  if (columns === 2 && listedLines(source.split(/\r\n|[\r\n]/), () => false).size === rows.length)
    return null;
  if (columns < 2 || !rows.every((row) => row.length === columns)) return null;
  return tableFromCells(
    rows.map((row) =>
      row.map((cell) => {
        const words = cell.replace(/\s+/g, ' ').trim();
        return { words: words === '' ? [] : [text(words)], header: false, columns: null, rows: null };
      }),
    ),
  );
}

/** `> ` in front of every line is how mail programs pass a text on. */
function withoutMailQuotes(source: string): string {
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 && lines.every((line) => /^\s*>/.test(line))
    ? source.replaceAll(/^\s*(?:>[ \t]?)+/gm, '')
    : source;
}

/** Longer runs are no messages, and looking for marks in them takes long. */
const LONGEST_MARKED = 5_000;

function withMarks<Node extends InlineNode | ListNode>(children: readonly Node[]): (Node | InlineNode)[] {
  if (inlineText(children).length > LONGEST_MARKED) return [...children];
  return children.flatMap((node): (Node | InlineNode)[] =>
    node.type === 'text' ? markedLine(node.text) : [node],
  );
}

function marked(block: BlockNode): BlockNode {
  if (block.type === 'paragraph') return { ...block, children: withMarks(block.children) };
  if (block.type !== 'list') return block;
  return {
    ...block,
    children: block.children.map((item) => ({ ...item, children: withMarks(item.children) })),
  };
}

/**
 * Plain text: rows of a spreadsheet, messages, the address of something that can be embedded, else paragraphs and lists,
 * the marks of messengers read as formats.
 */
export function pastedTextToDocument(source: string): ArticleDocument {
  const table = tableOfText(source);
  if (table !== null) return buildDocument([table]);
  const messages = blocksOfMessages(source);
  if (messages !== null) return buildDocument(messages);
  const { root } = textToDocument(withoutMailQuotes(source), { copied: true });
  return withEmbedsOfLoneAddresses(buildDocument(root.children.map(marked)));
}

/** Plain text taken at its letters: a paragraph a line, empty lines left out. */
export function literalTextToDocument(source: string): ArticleDocument {
  const lines = source.split(/\r\n|[\r\n\u2028\u2029]/).filter((line) => line.trim() !== '');
  return buildDocument(lines.flatMap((line) => textToDocument(line.trim()).root.children));
}
