/** A story's copy as it is compared with another's, and the sketch by which copies worth comparing are found. */
import { daysOf, figuresOf, turnsOf, type CopyLanguage, type Turns } from './copy-facts.ts';
import { stemPairs } from './stem-pairs.ts';
import { isStopWord } from './word-stems.ts';

/** Copy without its dateline; paragraphs parted by line breaks. */
export interface CopyText {
  headline: string;
  body: string;
  language: CopyLanguage;
}

export interface ComparedCopy {
  language: CopyLanguage;
  /** Pairs of neighbouring stems of the body. */
  pairs: Set<number>;
  /** How many paragraphs say something. */
  paragraphs: number;
  /** Every word of headline and body, in small letters. */
  words: Set<string>;
  figures: Set<string>;
  days: Set<string>;
  /** Words written as names within sentences, in small letters. */
  names: Set<string>;
  /** Of the headline and the first paragraph, where news stands. */
  lead: { figures: Set<string>; days: Set<string>; names: Set<string>; turns: Turns };
}

const WORDS = /[\p{L}\p{N}]+/gu;
export const SKETCH_LENGTH = 12;

/**
 * The sketch of a copy: its lowest pair hashes (a bottom-k MinHash), ascending, at most `SKETCH_LENGTH`. Copies that
 * have much in common, a short one and the long one it was cut from included, have some of them in common.
 */
export function sketchOf({ body, language }: Pick<CopyText, 'body' | 'language'>): Uint32Array {
  const lowest = new Uint32Array(SKETCH_LENGTH);
  let count = 0;
  let highest = Number.POSITIVE_INFINITY;
  for (const hash of stemPairs(body, language)) {
    if (hash >= highest) continue;
    let place = count;
    while (place > 0 && (lowest[place - 1] ?? 0) > hash) place -= 1;
    if (place > 0 && lowest[place - 1] === hash) continue;
    if (count < SKETCH_LENGTH) count += 1;
    for (let above = count - 1; above > place; above -= 1) lowest[above] = lowest[above - 1] ?? 0;
    lowest[place] = hash;
    if (count === SKETCH_LENGTH) highest = lowest[SKETCH_LENGTH - 1] ?? 0;
  }
  return lowest.slice(0, count);
}

/** Written with a capital before the name of a place, by some houses; and zones. */
const NO_NAMES = new Set(
  'provinsi kota kabupaten kecamatan kelurahan desa kampung pemerintah pemprov pemkab pemkot city province regency wib wita wit'.split(
    ' ',
  ),
);

/** Words with a capital that no sentence begins with; those all in capitals are as often a house's abbreviation. */
function namesOf(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, name = ''] of text.matchAll(/(?<=[\p{Ll}\p{N},;)] )(\p{Lu}\p{Ll}{2,})/gu)) {
    const word = name.toLowerCase();
    if (!isStopWord(word) && daysOf([word]).size === 0 && !NO_NAMES.has(word)) names.add(word);
  }
  return names;
}

/** Works out all that a comparison needs: some ten times what a sketch costs. */
export function comparedCopy({ headline, body, language }: CopyText): ComparedCopy {
  const paragraphs = body.split('\n').filter((paragraph) => /\p{L}/u.test(paragraph));
  const first = paragraphs[0] ?? '';
  const lower = body.toLowerCase();
  const lead = `${headline}\n${first}`;
  const leadWords = lead.toLowerCase().match(WORDS) ?? [];
  const words = lower.match(WORDS) ?? [];
  const figures = figuresOf(lower, language);
  // A figure that only the headline has is a sum, or the number of a take.
  const headlineFigures = [...figuresOf(headline.toLowerCase(), language)].filter((figure) =>
    figures.has(figure),
  );
  return {
    language,
    pairs: new Set(stemPairs(body, language)),
    paragraphs: paragraphs.length,
    words: new Set([...leadWords, ...words]),
    figures,
    days: daysOf(words),
    names: namesOf(body),
    lead: {
      figures: new Set([...headlineFigures, ...figuresOf(first.toLowerCase(), language)]),
      days: daysOf(leadWords),
      names: namesOf(first),
      turns: turnsOf(leadWords),
    },
  };
}
