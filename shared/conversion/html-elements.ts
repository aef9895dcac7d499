/** What elements of HTML are to the converter. */
import type { HeadingNode } from '../document/vocabulary.ts';
import type { Attributes } from './html-tokens.ts';

export const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'body', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt'],
  ...['fieldset', 'footer', 'form', 'head', 'header', 'hgroup', 'html', 'legend', 'main', 'menu', 'nav'],
  ...['optgroup', 'option', 'p', 'search', 'section', 'select', 'summary', 'textarea'],
]);

/** Elements that end a paragraph. */
export const PARTING = new Set([
  ...BLOCKS,
  ...['blockquote', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'ol', 'pre', 'table', 'ul'],
]);

export const HEADINGS: Readonly<Record<string, HeadingNode['tag']>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
};

/** Without one of these an empty line in the source is all that parts paragraphs. */
export const PARTED_BY_MARKUP =
  /<(?:\w+:)?(?:p|br|div|li|h[1-6]|table|tr|blockquote|pre|section|article|dd|hr)[\s/>]/i;

/** Elements in front of which a list of Word's is over, unless they are a paragraph of it. */
export const ENDS_WORD_LIST = new Set([...PARTING, 'caption', 'li', 'td', 'th', 'tr']);

/** Controls of a page; none is an element without an end. */
export const PAGE_CONTROLS = new Set([
  'button',
  'canvas',
  'dialog',
  'math',
  'nav',
  'noscript',
  'select',
  'textarea',
]);

const WITHOUT_END = new Set(['br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

export function isHidden(name: string, attributes: Attributes): boolean {
  if (WITHOUT_END.has(name)) return false;
  return (
    attributes['hidden'] !== undefined ||
    /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attributes['style'] ?? '')
  );
}

/** Mail programs show the mail that is answered, and indented lines, as quotations. */
export function isMailQuote({ class: name = '', style = '', type }: Attributes): boolean {
  return type === 'cite' || /\bgmail_quote\b/.test(name) || /border\s*:\s*none/i.test(style);
}
