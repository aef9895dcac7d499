/** Small rules about characters that every reader of foreign text shares. */
import { decodeHTMLStrict } from 'entities/decode';

/** Removes what XML and HTML forbid and SQLite, JSON or a screen would stumble over: controls, lone surrogates. */
export function withoutIllegalCharacters(value: string): string {
  // eslint-disable-next-line no-control-regex -- they are what is removed
  const cleaned = value.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]/g, '');
  return cleaned.isWellFormed() ? cleaned : cleaned.toWellFormed();
}

const MARKUP =
  /<!--[^]*?(?:-->|$)|<\/?(?:\w+:)?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|q|s|script|small|span|strike|strong|style|sub|sup|u|ul|wbr)(?:\s[^<>]*)?\/?>/gi;

/**
 * A line of plain text out of what should be one but may hold tags and entities (titles, names, captions). Only tags
 * of HTML count as such: `x < y` and `Pemilu <2024>` stay. Null where nothing is left.
 */
export function plainLine(value: string | null | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  let line = value;
  if (line.includes('<'))
    line = line.replace(/<(script|style)\b[^]*?<\/\1\s*>/gi, ' ').replace(MARKUP, gapOf);
  if (line.includes('&')) line = decodeHTMLStrict(line);
  // Twice escaped, as in `AT&amp;amp;T` or `&amp;quot;`.
  if (/&(?:amp|quot|lt|gt|apos|nbsp|#\d{1,6}|#x[\da-f]{1,5});/i.test(line)) line = decodeHTMLStrict(line);
  line = withoutIllegalCharacters(line)
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
  return line === '' ? null : line;
}

function gapOf(tag: string): string {
  return /^<\/?(?:br|p|div|li|h\d|hr|ul|ol|blockquote|center)\b/i.test(tag) ? ' ' : '';
}
