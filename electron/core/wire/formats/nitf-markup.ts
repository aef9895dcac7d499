/** The copy of NITF as HTML, for the one converter. Attributes and unknown elements are left to that converter. */
import { readHtml, type Attributes } from '../../../../shared/conversion/html-tokens.ts';
import { resourceAddress } from '../../../../shared/conversion/links.ts';
import { inSlices } from '../../../../shared/conversion/source-text.ts';

/** Elements of NITF 3.x (body.content, enriched text) by the HTML element that means the same. */
const HTML_NAMES: Readonly<Record<string, string>> = {
  hl1: 'h2',
  hl2: 'h2',
  bq: 'blockquote',
  block: 'div',
  note: 'div',
  abstract: 'div',
  hedline: 'div',
  'nitf-table': 'div',
  fn: 'p',
  credit: 'p',
  byline: 'p',
  dateline: 'p',
  datasource: 'p',
  tagline: 'p',
  bibliography: 'p',
  media: 'figure',
  'media-caption': 'figcaption',
  'media-producer': 'figcaption',
};

/** Data about objects and the objects' own bytes: nothing a reader reads. */
const LEFT_OUT: ReadonlySet<string> = new Set(['media-metadata', 'media-object', 'nitf-table-metadata']);

/** Elements of HTML without an end tag. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

const HTML_NAME = /^[a-z][a-z0-9]*$/;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function openTag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes)
    .filter(([key]) => /^[a-z][a-z0-9-]*$/.test(key))
    .map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join('')}>`;
}

/** What a media-reference shows: a picture, a player, or nothing where its address leads nowhere. */
function referenceMarkup(attributes: Attributes, mediaType: string, baseUrl: string | null): string {
  const src = resourceAddress(attributes['source'], baseUrl);
  if (src === null) return '';
  const kind = `${mediaType} ${attributes['mime-type'] ?? ''}`;
  if (/video/i.test(kind)) return `<video src="${escaped(src)}"></video>`;
  if (/audio/i.test(kind)) return `<audio src="${escaped(src)}"></audio>`;
  if (!/image|photo|picture|graphic/i.test(kind) && kind.trim() !== '') return '';
  const { width = '', height = '' } = attributes;
  return openTag('img', { src, alt: attributes['alternate-text'] ?? '', width, height });
}

/**
 * NITF 3.x body content → HTML: crossheads, lists, tables, block quotes, media as figures; inline elements (person, org,
 * location, chron …) leave their words. One pass, no recursion.
 */
export function nitfToHtml(source: string, baseUrl: string | null): string {
  const html: string[] = [];
  let mediaType = '';
  let leftOut: { name: string; depth: number } | null = null;
  let isFractionParted = true;
  readHtml(
    source,
    {
      open(name, attributes) {
        if (leftOut !== null) {
          if (name === leftOut.name) leftOut.depth += 1;
          return;
        }
        if (LEFT_OUT.has(name)) {
          leftOut = { name, depth: 1 };
          return;
        }
        if (name === 'media') mediaType = attributes['media-type'] ?? '';
        if (name === 'numer') isFractionParted = false;
        if (name === 'frac-sep') isFractionParted = true;
        // A half written `<numer>1</numer><denom>2</denom>` must not read 12.
        if (name === 'denom' && !isFractionParted) html.push('/');
        if (name === 'media-reference') html.push(referenceMarkup(attributes, mediaType, baseUrl));
        const mapped = HTML_NAMES[name];
        if (mapped !== undefined) html.push(`<${mapped}>`);
        else if (HTML_NAME.test(name)) html.push(openTag(name, attributes));
      },
      close(name) {
        if (leftOut !== null) {
          if (name === leftOut.name && (leftOut.depth -= 1) === 0) leftOut = null;
          return;
        }
        const mapped = HTML_NAMES[name] ?? (HTML_NAME.test(name) && !VOID.test(name) ? name : null);
        if (mapped !== null) html.push(`</${mapped}>`);
      },
      text(value) {
        if (leftOut === null) html.push(inSlices(value, escaped));
      },
    },
    { selfClosing: true },
  );
  return html.join('');
}
