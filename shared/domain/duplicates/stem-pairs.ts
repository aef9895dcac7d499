/**
 * Copy as pairs of neighbouring stems, each a 32-bit hash, stop words left out. Every story that arrives comes by here: its
 * copy is gone through once, and no words are made of what is known. Hashes are stored in sketches: they stay what they are.
 */
import { stemOf, type CopyLanguage } from './copy-facts.ts';
import { isStopWord } from './word-stems.ts';

/** A stop word. */
const NOTHING = 0;

const FNV_START = 0x811c9dc5 | 0;

/** One step of FNV-1a, 32 bits. */
function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** FNV-1a, 32 bits, never 0. */
function hashOf(word: string): number {
  let hash = FNV_START;
  for (let index = 0; index < word.length; index += 1) hash = mix(hash, word.charCodeAt(index));
  return hash || 1;
}

/** Letters and digits, in any script well enough: what is no mark of the Latin or the general punctuation. */
function isInWord(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f) && code !== 0xd7 && code !== 0xf7;
}

const SLOTS = 1 << 16;

/** Hashes of stems by hashes of words, which are met again and again: a word takes the place of another in its slot. */
interface KnownStems {
  words: Int32Array;
  stems: Int32Array;
}

function slotOf(word: number): number {
  return (word ^ (word >>> 16)) & (SLOTS - 1);
}

function knownStems(): KnownStems {
  const words = new Int32Array(SLOTS);
  // No word is in its slot at first; 0 would be in its own.
  words[slotOf(0)] = 1;
  return { words, stems: new Int32Array(SLOTS) };
}

const known: Readonly<Record<CopyLanguage, KnownStems>> = { id: knownStems(), en: knownStems() };

/** Grows with the longest copy. */
let pairs = new Uint32Array(4_096);

/**
 * The hashes of all pairs in a copy, in its order, repetitions included. What is given back is overwritten by the next call.
 */
export function stemPairs(body: string, language: CopyLanguage): Uint32Array {
  const text = body.toLowerCase();
  const { words, stems } = known[language];
  if (pairs.length < text.length / 2 + 1) pairs = new Uint32Array(text.length);
  let count = 0;
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
      const slot = slotOf(word);
      let hash = stems[slot] ?? NOTHING;
      if (words[slot] !== word) {
        const letters = text.slice(start, index);
        hash = isStopWord(letters) ? NOTHING : hashOf(stemOf(letters, language));
        words[slot] = word;
        stems[slot] = hash;
      }
      if (hash !== NOTHING) {
        if (before !== NOTHING) {
          const mixed = Math.imul(before ^ Math.imul(hash, 0x9e3779b1), 0x85ebca6b);
          pairs[count] = mixed ^ (mixed >>> 15);
          count += 1;
        }
        before = hash;
      }
    }
    start = index + 1;
    word = FNV_START;
  }
  return pairs.subarray(0, count);
}
