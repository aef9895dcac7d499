/** A story's copy as it is compared with another's, and the sketch by which copies worth comparing are found. */
import { daysOf, figuresOf, stemOf, turnsOf, type CopyLanguage, type Turns } from './copy-facts.ts';
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
const STEMS_REMEMBERED = 100_000;

/** A stop word. */
const NOTHING = 0;

const FNV_START = 0x811c9dc5;

/** One step of FNV-1a, 32 bits. */
function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** FNV-1a, 32 bits, never 0. */
function hashOf(word: string): number {
  let hash = FNV_START;
  for (let index = 0; index < word.length; index += 1) hash = mix(hash, word.charCodeAt(index));
  return hash >>> 0 || 1;
}

/** Hashes of stems by hashes of words, which are met again and again. */
const stemHashes: Record<CopyLanguage, Map<number, number>> = { id: new Map(), en: new Map() };

/** Letters and digits, in any script well enough: what is no mark of the Latin or the general punctuation. */
function isInWord(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f) && code !== 0xd7 && code !== 0xf7;
}

/**
 * Visits the hash of every two stems that stand side by side, stop words left out. Every story that arrives comes by
 * here: it goes through the copy once and makes no words of what it knows.
 */
function eachPair(body: string, language: CopyLanguage, visit: (hash: number) => void): void {
  const text = body.toLowerCase();
  const known = stemHashes[language];
  let before = NOTHING;
  let start = 0;
  let word = FNV_START;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index === text.length ? 0 : text.charCodeAt(index);
    if (isInWord(code)) {
      word = mix(word, code);
      continue;
    }
    if (index > start) {
      let hash = known.get(word);
      if (hash === undefined) {
        const letters = text.slice(start, index);
        hash = isStopWord(letters) ? NOTHING : hashOf(stemOf(letters, language));
        if (known.size === STEMS_REMEMBERED) known.clear();
        known.set(word, hash);
      }
      if (hash !== NOTHING) {
        if (before !== NOTHING) {
          const mixed = Math.imul(before ^ Math.imul(hash, 0x9e3779b1), 0x85ebca6b);
          visit((mixed ^ (mixed >>> 15)) >>> 0);
        }
        before = hash;
      }
    }
    start = index + 1;
    word = FNV_START;
  }
}

function pairsOf(body: string, language: CopyLanguage): Set<number> {
  const pairs = new Set<number>();
  eachPair(body, language, (hash) => pairs.add(hash));
  return pairs;
}

export const SKETCH_LENGTH = 12;

/**
 * The sketch of a copy: its lowest pair hashes (a bottom-k MinHash), ascending, at most `SKETCH_LENGTH`. Copies that
 * have much in common, a short one and the long one it was cut from included, have some of them in common.
 */
export function sketchOf({ body, language }: Pick<CopyText, 'body' | 'language'>): Uint32Array {
  const lowest = new Uint32Array(SKETCH_LENGTH);
  let count = 0;
  eachPair(body, language, (hash) => {
    if (count === SKETCH_LENGTH && hash >= (lowest[SKETCH_LENGTH - 1] ?? 0)) return;
    let place = count;
    while (place > 0 && (lowest[place - 1] ?? 0) > hash) place -= 1;
    if (place > 0 && lowest[place - 1] === hash) return;
    if (count < SKETCH_LENGTH) count += 1;
    lowest.copyWithin(place + 1, place, count - 1);
    lowest[place] = hash;
  });
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
    pairs: pairsOf(body, language),
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
