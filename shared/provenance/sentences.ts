/** Sentences of Indonesian (and English) news copy. Pure; linear in the text. */

/** A sentence with the white space that follows it: the sentences of a text, joined, are the text. */
export interface Sentence {
  text: string;
  /** Offsets in the text they were split from, UTF-16 units; `end` is the next one's `start`. */
  start: number;
  end: number;
}

/** Short forms whose full stop ends no sentence; in small letters, without it. */
const ABBREVIATIONS = new Set(
  `dr drg drs dra prof ir h hj kh rm ra st sdr sdri tn ny bpk yth alm almh pdt pst ust jl jln gg no nomor hlm hal tgl pkl
kab kec kel prov rt rw a.n u.p u.b d.a s.d s/d e.g i.e vs cf al mr mrs ms jr sr gen col sen rep gov capt lt sgt st mt ft
brigjen mayjen letjen irjen kombes komjen jend kol kapt let kompol iptu ipda aipda bripka akbp akp ltd inc co corp tbk pt cv
jan feb mar apr jun jul agu ags agt sep sept okt oct nov des dec`.split(/\s+/),
);

/** What may close together with a sentence. */
const CLOSING = `["'”’»)\\]]`;

/** A full stop and its kin, the marks that close with it, and the white space behind them; a line break alone is an end too. */
const POSSIBLE_END = new RegExp(String.raw`([.!?…]+)(${CLOSING}*)([^\S\n]+|(?=\n)|$)|\n+`, 'gu');
const OPENING = /^["'“‘«([]*/u;

/** The run of letters, digits and inner full stops right before a full stop. */
function wordBefore(text: string, at: number): string {
  return /[\p{L}\p{N}./]*$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
}

function isEnd(text: string, match: RegExpExecArray, start: number): boolean {
  const [whole, marks, , space] = match;
  if (marks === undefined) return true;
  const after = match.index + whole.length;
  if (space === '') return true;
  const next = text.slice(after, after + 8).replace(OPENING, '');
  // `”kata`, `… dan`: whatever closed, the sentence goes on.
  if (/^\p{Ll}/u.test(next)) return false;
  if (marks !== '.') return true;
  const word = wordBefore(text, match.index);
  if (ABBREVIATIONS.has(word.toLowerCase())) return false;
  // Initials, and the number of an item of a list.
  if (/^\p{Lu}$/u.test(word)) return false;
  return !(/^\d{1,2}$/.test(word) && text.slice(start, match.index).trim() === word);
}

/**
 * The sentences of one text. Full stops in abbreviations (`Prof.`, `Jl.`), initials, figures (`Rp1,16`, `1.160`, `09.04`) and
 * before a word in small letters end none, nor does a quotation that its speaker follows (`… naik,” ucapnya.`, `… naik!” serunya.`).
 * A line break ends one.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  function close(end: number): void {
    if (end === start) return;
    const last = sentences.at(-1);
    const piece = text.slice(start, end);
    // White space alone belongs to what stands before it.
    if (piece.trim() === '' && last !== undefined) {
      last.text += piece;
      last.end = end;
    } else sentences.push({ text: piece, start, end });
    start = end;
  }
  for (const match of text.matchAll(POSSIBLE_END)) {
    if (match[0] !== '' && isEnd(text, match, start)) close(match.index + match[0].length);
  }
  close(text.length);
  return sentences;
}
