/** XML written by hand: elements with text or elements in them, escaped. */
import { escapeHtml } from '../../../../shared/document/inline-html.ts';

/** Attributes in their order; one without a value is left out. */
function attributesXml(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value)).replace(/[\t\n\r]/g, ' ')}"`)
    .join('');
}

/** An element of text on a line of its own; nothing where there is no text. */
export function textElement(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string | number>> = {},
): string {
  return text.trim() === '' ? '' : `<${name}${attributesXml(attributes)}>${escapeHtml(text)}</${name}>\n`;
}

/** An element with these elements in it; an empty one where there are none. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): string {
  const inside = children.join('');
  return inside === ''
    ? `<${name}${attributesXml(attributes)}/>\n`
    : `<${name}${attributesXml(attributes)}>\n${inside}</${name}>\n`;
}

/** A whole document with this root. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}
