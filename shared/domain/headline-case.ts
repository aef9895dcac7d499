/** Capitals in Indonesian headlines: titled with small particles (EYD V), or as in a sentence. Pure. */

/** Small in a titled headline unless they open it (EYD V). */
const PARTICLES = new Set(
  'di ke dari dan yang untuk pada dengan atau dalam oleh bagi antara agar sebagai serta tentang terhadap hingga sampai sejak karena jika bila maka tetapi namun tapi'.split(
    ' ',
  ),
);
/** From this share of capitals on a headline is taken for a titled one. */
const TITLED_SHARE = 0.6;

export interface HeadlineWord {
  word: string;
  /** UTF-16 offset in the headline. */
  at: number;
  capital: boolean;
  /** It opens the headline, a part of it after a colon, or a quotation. */
  opens: boolean;
}

export function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase());
}

export function headlineWords(text: string): HeadlineWord[] {
  return Array.from(text.matchAll(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu), ({ 0: word, index }) => ({
    word,
    at: index,
    capital: /^\p{Lu}/u.test(word),
    opens: index === 0 || /[:?!.“‘"–—][ \u00a0]*$/u.test(text.slice(0, index)),
  }));
}

/** Whether a headline is written with capitals: what it does with its words but particles, abbreviations and the first. */
export function isTitled(text: string): boolean {
  const telling = headlineWords(text).filter(
    ({ word, opens }) => !opens && !isParticle(word) && word !== word.toUpperCase(),
  );
  const capitals = telling.filter(({ capital }) => capital).length;
  return telling.length >= 2 && capitals / telling.length >= TITLED_SHARE;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `anak-anak` → `Anak-Anak`: a word doubled as it is has both its capitals (EYD V), `kupu-kupuan` has one. */
function titledWord(word: string): string {
  const [first = '', second, ...more] = word.split('-');
  const isDoubled = more.length === 0 && second?.toLowerCase() === first.toLowerCase();
  return isDoubled ? `${capitalised(first)}-${capitalised(second)}` : capitalised(word);
}

/** Abbreviations and names such as `DPR`, `iPhone`, `PLTU-nya` are written as they are. */
function hasOwnCapitals(word: string): boolean {
  return /\p{Lu}/u.test(word.slice(1)) && !/^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(word);
}

function rewrite(text: string, write: (word: HeadlineWord) => string): string {
  // All in capitals says nothing of any word's own.
  const plain = /\p{Ll}/u.test(text) ? text : text.toLowerCase();
  let result = '';
  let done = 0;
  for (const word of headlineWords(plain)) {
    result += plain.slice(done, word.at) + write(word);
    done = word.at + word.word.length;
  }
  return result + plain.slice(done);
}

/** The headline titled by EYD V: every word with a capital, particles small where they do not open it. */
export function toTitledCase(text: string): string {
  return rewrite(text, ({ word, opens }) => {
    if (hasOwnCapitals(word)) return word;
    return isParticle(word) && !opens ? word.toLowerCase() : titledWord(word);
  });
}

/** The headline as a sentence: capitals for what opens it, abbreviations and names (in small letters), `se-Indonesia` too. */
export function toSentenceCase(text: string, names: ReadonlySet<string>): string {
  return rewrite(text, ({ word, opens }) => {
    if (hasOwnCapitals(word)) return word;
    const parts = word.toLowerCase().split('-');
    return parts
      .map((part, index) => ((opens && index === 0) || names.has(part) ? capitalised(part) : part))
      .join('-');
  });
}

/**
 * Words, in small letters, that copy writes with a capital in the middle of a sentence and never small: its names, those in
 * `se-Indonesia` and `Aceh-Sumut` too.
 */
export function namesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const ordinary = new Set<string>();
  for (const { word, opens, at } of headlineWords(text)) {
    const tellsNothing = opens || text.slice(0, at).endsWith('\n');
    for (const part of word.split('-')) {
      if (!/^\p{Lu}/u.test(part)) ordinary.add(part.toLowerCase());
      else if (!tellsNothing) names.add(part.toLowerCase());
    }
  }
  return new Set([...names].filter((name) => !ordinary.has(name)));
}
