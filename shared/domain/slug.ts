/** Slugs as WordPress would make them from a headline, with Latin letters folded to ASCII. */

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
};

/** Long enough for a headline, short enough for a link. */
const DEFAULT_LENGTH = 80;
/** What may be typed as one. */
const LONGEST_SLUG = 200;

function foldToAscii(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłıħŋ]/g, (letter) => LETTERS[letter] ?? '');
}

/** The last part of an article's address: its slug, else what sites make of its headline. Empty where neither gives one. */
export function articleAddress({ slug, headline }: { slug: string; headline: string }): string {
  return makeSlug(slug, LONGEST_SLUG) || makeSlug(headline);
}

/** What a file of an article is called: its slug, else one of its headline. */
export function articleFileName(
  { slug, headline }: { slug: string; headline: string },
  extension: string,
): string {
  return `${makeSlug(slug || headline) || 'naskah'}.${extension}`;
}

/**
 * A slug of lower-case ASCII letters, figures and single hyphens: accents folded, apostrophes and quotation marks
 * dropped, everything else between words one hyphen, no word left out. Cut at a word's end to `maxLength` characters
 * (a single longer word is cut within). Empty where the headline has no Latin letter or figure. Stable: the slug of a
 * slug is itself.
 */
export function makeSlug(headline: string, maxLength: number = DEFAULT_LENGTH): string {
  const words = foldToAscii(headline)
    .replace(/['’‘"“”`´ʼ]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, maxLength) : `${slug}-${word}`;
    if (longer.length > maxLength) break;
    slug = longer;
  }
  return slug;
}
