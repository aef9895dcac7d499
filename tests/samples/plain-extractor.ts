/**
 * An extractor of the copy of feed items that shares nothing with the product: regular expressions over the XML,
 * linkedom for markup. It knows just enough to say which letters a reader of the item must find.
 */
import { parseHTML } from 'linkedom';

export interface PlainItem {
  title: string;
  /** Words of the item's own body: its full text, or its description where it has none. */
  body: string;
}

function decode(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const declared = /encoding=["']([\w-]+)/.exec(head)?.[1] ?? 'windows-1252';
    return new TextDecoder(declared.toLowerCase() === 'utf-8' ? 'windows-1252' : declared).decode(bytes);
  }
}

function wordsOfMarkup(markup: string): string {
  const { document } = parseHTML(`<!doctype html><html><body><div id="copy">${markup}</div></body></html>`);
  for (const element of document.querySelectorAll('script, style, title, iframe, svg, template, noembed')) {
    element.remove();
  }
  return document.body.textContent ?? '';
}

function unescapeXml(text: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-f]+));/gi, (whole, name, decimal, hex) => {
    if (name) return names[String(name).toLowerCase()] ?? whole;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(String(hex), 16));
  });
}

/** The words of the element's content: of CDATA as it stands, of escaped text unescaped, of naked markup itself. */
function wordsOfElement(attributes: string, inner: string): string {
  const isPlain = /\btype=["']text["']/.test(attributes);
  if (/\bmode=["']base64["']/.test(attributes)) return '';
  const opened = inner
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_, data: string) =>
      data.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
    );
  const isNaked = /<[a-z]/i.test(opened);
  const markup = isNaked ? opened.replace(/&lt;/g, '<').replace(/&gt;/g, '>') : unescapeXml(opened);
  return isPlain && !isNaked ? markup : wordsOfMarkup(markup);
}

function fieldOf(item: string, names: readonly string[]): string {
  for (const name of names) {
    const found = new RegExp(`<${name}(\\s[^>]*?)?>([^]*?)</${name}>`, 'i').exec(item);
    const words = found === null ? '' : wordsOfElement(found[1] ?? '', found[2] ?? '');
    if (words.trim() !== '') return words;
  }
  return '';
}

function itemsOfXml(text: string): PlainItem[] {
  return [...text.matchAll(/<((?:\w+:)?(?:item|entry))(?:\s[^>]*)?>([^]*?)<\/\1>/g)].map((match) => {
    const item = match[2] ?? '';
    const outside = item.replace(/<!\[CDATA\[[^]*?\]\]>/g, '');
    return {
      title: fieldOf(
        outside.includes('<media:title') ? item.replace(/<media:title[^]*?<\/media:title>/g, '') : item,
        ['title', 'atom:title'],
      ),
      body: fieldOf(item, [
        'content:encoded',
        'content',
        'atom:content',
        'description',
        'summary',
        'atom:summary',
      ]),
    };
  });
}

function itemsOfJson(text: string): PlainItem[] {
  const feed = JSON.parse(text) as { items?: Record<string, unknown>[] };
  return (feed.items ?? []).map((item) => {
    const html = typeof item['content_html'] === 'string' ? wordsOfMarkup(item['content_html']) : '';
    const plain = [item['content_text'], item['summary']].find((value) => typeof value === 'string');
    return { title: String(item['title'] ?? ''), body: html.trim() === '' ? String(plain ?? '') : html };
  });
}

/** The items of a feed file, in its order. */
export function plainItems(bytes: Uint8Array, format: string): PlainItem[] {
  const text = decode(bytes);
  return format.startsWith('json') ? itemsOfJson(text) : itemsOfXml(text);
}

/** The words of all copy in a delivery of NITF or NewsML: of the elements that hold copy, style sheets left out. */
export function plainNewsCopy(bytes: Uint8Array): string {
  const text = decode(bytes)
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<ContentItem(?:(?!<\/ContentItem>)[^])*?text\/css[^]*?<\/ContentItem>/g, '');
  const held = /<(body\.content|tagline|DataContent|inlineXML|inlineData|hl1)(?:\s[^>]*)?>([^]*?)<\/\1>/g;
  return [...text.matchAll(held)]
    .map((match) => wordsOfMarkup((match[2] ?? '').replace(/<(\w[\w.-]*)([^<>]*)\/>/g, '<$1$2></$1>')))
    .join(' ');
}

function letterCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.normalize('NFC').match(/[\p{L}\p{N}]/gu) ?? [])
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** Which share of the letters and figures of `expected` is in `found`; 1 where there are none. */
export function shareOfLetters(expected: string, found: string): number {
  const there = letterCounts(found);
  let all = 0;
  let kept = 0;
  for (const [letter, count] of letterCounts(expected)) {
    all += count;
    kept += Math.min(count, there.get(letter) ?? 0);
  }
  return all === 0 ? 1 : kept / all;
}
