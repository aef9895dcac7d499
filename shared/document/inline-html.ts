/** Inline nodes → HTML: text, its formats, line breaks and links, escaped and their addresses checked. */
import { typographicQuotes } from '../domain/typographic-quotes.ts';
import { isAllowedLink, TEXT_FORMAT, type InlineNode, type LinkNode, type ListNode } from './vocabulary.ts';

// What may stand neither in HTML nor in XML: controls but tab, line feed and return, non-characters.
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** The text without what may stand neither in HTML nor in XML. */
export function printable(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '');
}

/** Text for HTML or XML, safe in element content and in double-quoted attributes. */
export function escapeHtml(text: string): string {
  return printable(text)
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

/** One run of inline nodes being written. */
interface Run {
  typographic: boolean;
  /** Last character written in this block: tells an opening quotation mark from a closing one. */
  previous: string;
}

function formatted(text: string, format: number, run: Run): string {
  const isCode = (format & TEXT_FORMAT.code) !== 0;
  const set = run.typographic && !isCode ? typographicQuotes(text, run.previous) : text;
  run.previous = set.at(-1) ?? run.previous;
  let html = escapeHtml(set);
  if (html === '') return '';
  for (const [bit, name] of FORMAT_ELEMENTS) {
    if ((format & bit) !== 0) html = `<${name}>${html}</${name}>`;
  }
  return html;
}

function linkHtml(node: LinkNode, run: Run): string {
  const words = runHtml(node.children, run);
  if (words === '' || !isAllowedLink(node.url)) return words;
  const relations = (node.rel ?? '').split(/\s+/).filter((word) => LINK_RELATIONS.has(word));
  const rel = relations.length > 0 ? ` rel="${relations.join(' ')}"` : '';
  const title = node.title ? ` title="${escapeHtml(node.title)}"` : '';
  return `<a href="${escapeHtml(encodedAddress(node.url))}"${rel}${title}>${words}</a>`;
}

/** The address with spaces and the like percent-encoded where they stand in an address. */
export function encodedAddress(url: string): string {
  return url.trim().replace(/[\s"<>\\^`{|}]/g, (character) => encodeURIComponent(character));
}

function runHtml(children: readonly (InlineNode | ListNode)[], run: Run): string {
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

/** A run of inline nodes as HTML; `typographic` sets its straight quotation marks, code excepted. Lists are left out. */
export function inlineHtml(
  children: readonly (InlineNode | ListNode)[],
  { typographic = false }: { typographic?: boolean } = {},
): string {
  return runHtml(children, { typographic, previous: '' });
}

/** The `dir` attribute of an element that is set from right to left. */
export function directionOf(node: { direction: 'ltr' | 'rtl' | null }): string {
  return node.direction === 'rtl' ? ' dir="rtl"' : '';
}

/** Whether a run of HTML has nothing to read. */
export function isBlank(html: string): boolean {
  return html.replaceAll(/<[^>]*>/g, '').trim() === '';
}
