/** The words of a text that spelling looks at: no addresses, figures, abbreviations or names. */

export interface TextWord {
  word: string;
  start: number;
  end: number;
  /** A capital that the start of a sentence, quotation or headline may have brought: it need not be a name. */
  opens: boolean;
}

/** Stretches that are no words of a language: addresses, mail, site names, tags, figures with letters, code. */
const NO_WORDS =
  /https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?![\p{L}\p{N}])|[@#][\p{L}\p{N}_]+|\{\{[^{}]*\}\}/gu;
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;
/** What may stand between the end of a sentence and the capital that opens the next. */
const OPENS_SENTENCE = /(?:^|[.?!:…–—\n\t“‘"(•])[\s“‘"(]*$/u;

function isName(word: string, opens: boolean): boolean {
  const inner = word.slice(1);
  // A capital further in: `WhatsApp`, `iPhone`; all capitals: an abbreviation.
  if (inner !== inner.toLowerCase()) return true;
  const first = word.charAt(0);
  return first !== first.toLowerCase() && !opens;
}

/** Words in their order. `titled`: the text is a headline whose capitals say nothing. */
export function wordsToSpell(text: string, titled: boolean): TextWord[] {
  const blanked = text.replaceAll(NO_WORDS, (stretch) => ' '.repeat(stretch.length));
  const words: TextWord[] = [];
  for (const { 0: run, index } of blanked.matchAll(WORD)) {
    const word = run.replace(/[-'’]+$/, '');
    if (/\p{N}/u.test(word) || word.length < 2) continue;
    const opens = titled || OPENS_SENTENCE.test(blanked.slice(Math.max(0, index - 8), index));
    if (isName(word, opens)) continue;
    words.push({ word, start: index, end: index + word.length, opens });
  }
  return words;
}
