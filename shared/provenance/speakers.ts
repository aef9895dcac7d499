/** Who says a quotation, as far as the words around it tell. Pure. */
import { quotationsIn, type Quotation } from './quotes.ts';
import { splitSentences } from './sentences.ts';
import { closesTitle, TITLE_HEADS, titlesIn } from './titles.ts';
import { isAnybody, stemOfWord, wordsOf } from './words.ts';

export interface Speaker {
  /** As the copy names it. */
  text: string;
  start: number;
  end: number;
  /** Stems by which it is known elsewhere. */
  stems: string[];
}

const SAYING =
  'kata|ujar|ucap|tutur|tegas|jelas|ungkap|imbuh|tambah|papar|sebut|terang|seru|cetus|lanjut|aku|keluh|pesan|said|says';
const BEHIND = new RegExp(String.raw`^[”"»]?[,.]?\s*(?:demikian\s)?(?:${SAYING})(nya)?(?!\p{L})\s*`, 'iu');
const PRONOUN = /^(?:dia|ia|beliau|he|she)(?!\p{L})/iu;
const HEADS = new Set(TITLE_HEADS.split('|').flatMap((head) => head.split(' ')));

/** The name or office a stretch of copy begins with. */
function personAt(text: string, from: number): Speaker | null {
  const words = wordsOf(text.slice(from, from + 160));
  let end = from;
  const named: string[] = [];
  for (const { plain, start, end: wordEnd } of words) {
    if (/[.,;:“”"()]/u.test(text.slice(end, from + start)) || (named.length > 0 && closesTitle(plain))) break;
    if (named.length === 0 && closesTitle(plain)) break;
    named.push(plain);
    end = from + wordEnd;
  }
  const telling = named.filter((plain) => !isAnybody(plain));
  const withoutHeads = telling.filter((plain) => !HEADS.has(plain));
  const known = withoutHeads.length > 0 ? withoutHeads : telling;
  if (known.length === 0) return null;
  return { text: text.slice(from, end), start: from, end, stems: known.map(stemOfWord) };
}

/** Whom `katanya` means: who the copy before the quotation is about, or who spoke the one before. */
function spokenOfBefore(text: string, quotation: Quotation, before: Quotation | null): Speaker | null {
  const from = before === null ? 0 : before.end + 1;
  const between = text.slice(from, quotation.start - 1);
  const sentence = splitSentences(between)
    .filter((one) => wordsOf(one.text).length > 2)
    .at(-1);
  const isAttribution = before !== null && BEHIND.test(text.slice(before.end));
  if (sentence !== undefined && !(isAttribution && sentence.start === 0)) {
    const lead = /^\s*/.exec(sentence.text)?.[0].length ?? 0;
    return personAt(text, from + sentence.start + lead);
  }
  return before === null ? null : speakerOf(text, before);
}

/** Null where nobody is named near by. */
export function speakerOf(text: string, quotation: Quotation): Speaker | null {
  const others = quotationsIn(text);
  const before = others.filter(({ end }) => end < quotation.start).at(-1) ?? null;
  const rest = text.slice(quotation.end);
  const behind = BEHIND.exec(rest);
  if (behind !== null) {
    const from = quotation.end + behind[0].length;
    const isPronoun = behind[1] !== undefined || PRONOUN.test(text.slice(from));
    return isPronoun ? spokenOfBefore(text, quotation, before) : personAt(text, from);
  }
  return spokenOfBefore(text, quotation, before);
}

/** A quotation and the text it stands in. */
interface Quoted {
  text: string;
  quotation: Quotation;
}

interface QuotedInParagraphs {
  paragraphs: readonly string[];
  quotation: Quotation & { paragraph: number };
}

/** Stems by which the copy names one person or office in one breath: `Kepala Dinas Budi` makes the one known by the other. */
function alsoKnownBy(stems: readonly string[], paragraphs: readonly string[]): Set<string> {
  const known = new Set(stems);
  for (const paragraph of paragraphs) {
    for (const { words } of titlesIn(paragraph)) {
      const ofTitle = words.flatMap((word) => word.split(' ')).map(stemOfWord);
      if (ofTitle.some((stem) => stems.includes(stem))) for (const stem of ofTitle) known.add(stem);
    }
  }
  return known;
}

/** Who says it in the source, where ours gives it to somebody else; null where both name the same, or one names nobody. */
export function otherSpeaker(ours: Quoted, theirs: QuotedInParagraphs): Speaker | null {
  const speaker = speakerOf(ours.text, ours.quotation);
  const theirSpeaker = speakerOf(theirs.paragraphs[theirs.quotation.paragraph] ?? '', theirs.quotation);
  if (speaker === null || theirSpeaker === null) return null;
  const known = alsoKnownBy(theirSpeaker.stems, theirs.paragraphs);
  return speaker.stems.some((stem) => known.has(stem)) ? null : theirSpeaker;
}
