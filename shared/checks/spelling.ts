/** Spelling and foreign words, by whatever dictionaries there are. */
import type { Fix, Segment } from '../contract/checks.ts';
import { isTitled } from '../domain/headline-case.ts';
import { replaceWith, type Found } from './found.ts';
import { isIndonesianWord, type Knows } from './indonesian-forms.ts';
import { wordsToSpell, type TextWord } from './words.ts';

export interface Lexicon {
  /** Null where a language's dictionary cannot be had: its words are not checked. */
  indonesian: Knows | null;
  english: Knows | null;
  /** The house's and the person's own words, in small letters. */
  own: ReadonlySet<string>;
}

/** How foreign words are set off. */
export type ForeignWords = 'quotes' | 'italic' | 'off';

/** A capitalised word that opens a sentence may be a name; from this length on a near miss of a word is told. */
const SHORTEST_TELLING_NAME = 7;
/** Fewer words than these do not tell a language. */
const WORDS_THAT_TELL = 4;
/** From this share of unknown words on a text is in a language nobody here can check. */
const STRANGE_SHARE = 0.5;
const STRANGE_WORDS = 6;
const REMEMBERED = 50_000;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Words one slip away: a letter missing, doubled, wrong, or two exchanged. */
function* oneSlipAway(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after.length > 1) yield before + after.charAt(1) + after.charAt(0) + after.slice(2);
    if (after !== '') yield before + after.slice(1);
    for (const letter of LETTERS) {
      yield before + letter + after;
      if (after !== '') yield before + letter + after.slice(1);
    }
  }
}

export interface Spelling {
  check(segment: Segment, foreignWords: ForeignWords): Found[];
  /** Whether a word in small letters is an ordinary one of the language. */
  isOrdinary(word: string): boolean;
  /** Whether a text is English copy, which Indonesian rules have nothing to say about. */
  isEnglish(text: string): boolean;
}

/** Checks by these dictionaries; what was looked up is remembered. */
export function createSpelling({ indonesian, english, own }: Lexicon): Spelling {
  const remembered = new Map<string, boolean>();

  function remember(key: string, look: () => boolean): boolean {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    if (remembered.size >= REMEMBERED) remembered.clear();
    const answer = look();
    remembered.set(key, answer);
    return answer;
  }

  function isOwn(word: string): boolean {
    return own.has(word) || own.has(word.replace(/(?:nya|lah|kah|pun|ku|mu)$/, ''));
  }

  function isIndonesian(word: string): boolean {
    if (isOwn(word)) return true;
    if (indonesian === null) return false;
    const knows: Knows = (form) => own.has(form) || indonesian(form);
    return remember(`id ${word}`, () => isIndonesianWord(word, knows));
  }

  function isEnglishWord(word: string): boolean {
    return english !== null && remember(`en ${word}`, () => english(word.replaceAll('’', "'")));
  }

  function isNearMiss(word: string): boolean {
    if (indonesian === null || word.length < SHORTEST_TELLING_NAME) return false;
    return remember(`near ${word}`, () => {
      for (const near of oneSlipAway(word)) if (indonesian(near)) return true;
      return false;
    });
  }

  function isEnglishCopy(words: readonly TextWord[]): boolean {
    if (english === null || indonesian === null || words.length < WORDS_THAT_TELL) return false;
    let balance = 0;
    for (const { word } of words) {
      const small = word.toLowerCase();
      balance += Number(isEnglishWord(small)) - Number(isIndonesian(small));
    }
    return balance > words.length / 4;
  }

  function isMissing({ word, opens }: TextWord, small: string): boolean {
    const isCapital = word.charAt(0) !== small.charAt(0);
    return isCapital && opens ? isNearMiss(small) : true;
  }

  return {
    isOrdinary: (word) => isIndonesian(word) && !isOwn(word),
    isEnglish: (text) => isEnglishCopy(wordsToSpell(text, false)),
    check(segment, foreignWords) {
      const { text } = segment;
      const words = wordsToSpell(text, segment.kind === 'headline' && isTitled(text));
      const found: Found[] = [];
      const unknown = ({ start, end }: TextWord): Found => ({
        check: 'spelling',
        code: 'unknown-word',
        start,
        end,
        fixes: [],
      });
      if (isEnglishCopy(words)) {
        return words
          .filter(({ word, opens }) => {
            const small = word.toLowerCase();
            return !(word !== small && opens) && !isEnglishWord(small) && !isOwn(small);
          })
          .map(unknown);
      }
      if (indonesian === null) return [];
      let lastForeign: TextWord | null = null;
      for (const word of words) {
        const small = word.word.toLowerCase();
        if (isIndonesian(small)) continue;
        if (isEnglishWord(small) && word.word === small) {
          if (foreignWords === 'off' || isSetOff(segment, word)) continue;
          const previous: Found | undefined = found.at(-1);
          // Words that stand together are one term.
          if (
            previous?.check === 'foreign' &&
            lastForeign?.end === previous.end &&
            /^[ \u00a0-]$/.test(text.slice(previous.end, word.start))
          ) {
            previous.end = word.end;
            previous.fixes = foreignFixes(segment, previous.start, word.end, foreignWords);
          } else {
            found.push({
              check: 'foreign',
              code: `foreign-${foreignWords}`,
              start: word.start,
              end: word.end,
              fixes: foreignFixes(segment, word.start, word.end, foreignWords),
            });
          }
          lastForeign = word;
        } else if (isMissing(word, small)) found.push(unknown(word));
      }
      const missing = found.filter(({ check }) => check === 'spelling').length;
      const isStrange = missing >= STRANGE_WORDS && missing > words.length * STRANGE_SHARE;
      return isStrange ? found.filter(({ check }) => check !== 'spelling') : found;
    },
  };
}

/** In italics, or a term of a few words between quotation marks. */
function isSetOff({ text, italics }: Segment, { start, end }: TextWord): boolean {
  if (italics.some(([from, to]) => from <= start && end <= to)) return true;
  const open = Math.max(
    text.lastIndexOf('“', start),
    text.lastIndexOf('‘', start),
    text.lastIndexOf('"', start - 1),
  );
  if (open === -1) return false;
  const close = text.slice(open + 1).search(/[”’"]/);
  if (close === -1 || open + 1 + close < end) return false;
  return text.slice(open + 1, open + 1 + close).split(/\s+/).length <= 5;
}

/** Fields around the body know no italics. */
function foreignFixes(segment: Segment, start: number, end: number, how: ForeignWords): Fix[] {
  const quoted = replaceWith(`“${segment.text.slice(start, end)}”`);
  if (how === 'italic' && segment.property === null) return [{ kind: 'italic' }, quoted];
  return [quoted];
}
