/** Block markup as WordPress's editor serialises it: a block's comments around its HTML, and the HTML of inline nodes. */
import { TEXT_FORMAT, type InlineNode, type ListNode, type TextNode } from './vocabulary.ts';

type Attributes = Record<string, unknown>;

export interface Block {
  name: string;
  attributes: Attributes;
  /** Markup between the block's comments. */
  content: string;
}

/** From the outside in: the order in which formats are nested. */
const formatTags = [
  [TEXT_FORMAT.bold, 'strong'],
  [TEXT_FORMAT.italic, 'em'],
  [TEXT_FORMAT.underline, 'u'],
  [TEXT_FORMAT.strikethrough, 's'],
  [TEXT_FORMAT.subscript, 'sub'],
  [TEXT_FORMAT.superscript, 'sup'],
  [TEXT_FORMAT.code, 'code'],
] as const;

/** Control characters that are no text, and halves of surrogate pairs, which JSON readers refuse. */
function printable(value: string): string {
  // oxlint-disable-next-line no-control-regex
  return value.toWellFormed().replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');
}

/** Text content; an opening bracket of a would-be shortcode is written as an entity, so that nothing runs. */
export function escapeText(value: string): string {
  return printable(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\[(?=[\w/])/g, '&#091;')
    .replaceAll('\n', '<br>');
}

/** Text for an attribute in double quotes. */
export function escapeAttribute(value: string): string {
  return printable(value)
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\[(?=[\w/])/g, '&#091;')
    .replaceAll('\n', ' ');
}

/** Block attributes as the editor serialises them: JSON that can neither end the comment nor be taken for markup. */
function serialiseAttributes(attributes: Attributes): string {
  return JSON.stringify(attributes)
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\\"', '\\u0022');
}

/** A block with its comments. */
export function serialise({ name, attributes, content }: Block): string {
  const json = Object.keys(attributes).length === 0 ? '' : `${serialiseAttributes(attributes)} `;
  return `<!-- wp:${name} ${json}-->\n${content}\n<!-- /wp:${name} -->`;
}

function formatted({ text, format }: TextNode): string {
  const tags = formatTags.flatMap(([bit, tag]) => (format & bit ? [tag] : []));
  const open = tags.map((tag) => `<${tag}>`).join('');
  const close = tags
    .map((tag) => `</${tag}>`)
    .toReversed()
    .join('');
  return text === '' ? '' : `${open}${escapeText(text)}${close}`;
}

/** Inline nodes as HTML; lists are left out. */
export function inline(children: readonly (InlineNode | ListNode)[]): string {
  return children
    .map((child) => {
      switch (child.type) {
        case 'text':
          return formatted(child);
        case 'tab':
          return '\t';
        case 'linebreak':
          return '<br>';
        case 'link': {
          const attributes = (['target', 'rel', 'title'] as const).map((name) =>
            child[name] ? ` ${name}="${escapeAttribute(child[name])}"` : '',
          );
          return `<a href="${escapeAttribute(child.url)}"${attributes.join('')}>${inline(child.children)}</a>`;
        }
        case 'list':
          return '';
      }
    })
    .join('');
}

/** A paragraph; with a class, one that themes can set apart. */
export function paragraph(content: string, className = ''): Block {
  return className === ''
    ? { name: 'paragraph', attributes: {}, content: `<p>${content}</p>` }
    : { name: 'paragraph', attributes: { className }, content: `<p class="${className}">${content}</p>` };
}
