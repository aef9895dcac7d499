/** Who says a quotation, as far as the words around it tell. Pure. */
import { quotationsIn, SAYING, SIGNATURE, SIGNATURE_LINE, type Quotation } from './quotes.ts';
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
  const between = text.slice(from, Math.max(from, quotation.start - 1));
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

/** A quotation and where it stands. */
export interface Quoted {
  text: string;
  quotation: Quotation;
  /** The paragraphs before, the nearest last, one a line; empty where they are not known. */
  before: string;
  /** The paragraph below that signs it; empty where none does. */
  signature: string;
}

/** Paragraphs before a quotation that may name who says it. */
export const PARAGRAPHS_BEFORE = 3;

/** What somebody who is quoted does before the quotation, in the sentence that names them. */
const TELLING =
  /^\s*(?:(?:di|dari)\s(?:\p{L}+\s){1,3})?(?:(?:juga|pun|lalu|kemudian|sendiri|itu)\s)?(?:mengatakan|menyatakan|menyebut(?:kan)?|menjelaskan|menegaskan|menambahkan|menuturkan|mengungkapkan|memaparkan|menerangkan|meminta|menilai|menolak|membantah|mengaku(?:i)?|mengingatkan|mengeluhkan|mengkritik|menceritakan|menaksir|memperkirakan|memastikan|menduga|menyayangkan|menyambut|menuntut|mendesak|mengimbau|menyarankan|mengusulkan|menemui|menyerahkan|mengumumkan|melaporkan|berharap|berjanji|bercerita|berpendapat|berkata|said|told|says)(?!\p{L})/iu;
const ATTRIBUTION = new RegExp(String.raw`(?<!\p{L})(?:${SAYING}|menurut|according to)\s+`, 'giu');

/** Everybody a paragraph says tells something: behind `kata`, before a verb of telling. */
function tellersIn(paragraph: string): Speaker[] {
  const attributed = [...paragraph.matchAll(ATTRIBUTION)].flatMap(
    (match) => personAt(paragraph, match.index + match[0].length) ?? [],
  );
  const telling = splitSentences(paragraph).flatMap(({ text, start }) => {
    const lead = /^\s*/.exec(text)?.[0].length ?? 0;
    const person = personAt(paragraph, start + lead);
    return person !== null && TELLING.test(paragraph.slice(person.end)) ? [person] : [];
  });
  return [...attributed, ...telling];
}

/** Everybody a paragraph names as somebody who may speak: by a title, and who tells something. */
function speakersIn(paragraph: string): Speaker[] {
  const titled = titlesIn(paragraph).flatMap(({ start }) => personAt(paragraph, start) ?? []);
  return [...titled, ...tellersIn(paragraph)];
}

function anyOf(speakers: readonly Speaker[]): Speaker | null {
  const last = speakers.at(-1);
  return last === undefined ? null : { ...last, stems: speakers.flatMap(({ stems }) => stems) };
}

/** Whose words a paragraph announces: its last sentence has somebody tell something, or a colon and somebody before it. */
function announcedBy(paragraph: string): Speaker | null {
  const last = splitSentences(paragraph)
    .map(({ text }) => text.trim())
    .findLast((text) => text !== '');
  if (last === undefined) return null;
  if (last.endsWith(':')) {
    const opens = HEADS.has(wordsOf(last)[0]?.plain ?? '') ? personAt(last, 0) : null;
    return anyOf(speakersIn(last)) ?? opens;
  }
  return quotationsIn(paragraph).length > 0 ? null : anyOf(tellersIn(last));
}

function signedBy(text: string, form: RegExp): Speaker | null {
  const signature = form.exec(text)?.[1];
  return signature === undefined ? null : personAt(text, text.length - signature.length);
}

/** `“…,” katanya.` and its kin: who it is stands elsewhere. */
function isLeftOpen(text: string, { end }: Quotation): boolean {
  const rest = text.slice(end);
  const behind = BEHIND.exec(rest);
  return behind !== null && (behind[1] !== undefined || PRONOUN.test(rest.slice(behind[0].length)));
}

/** Whether copy leaves it to the paragraphs before who says a quotation of it. */
export function leavesSpeakerOpen(text: string): boolean {
  return quotationsIn(text).some(
    (quotation) => isLeftOpen(text, quotation) && speakerOf(text, quotation) === null,
  );
}

/**
 * Who says it: named beside it, beneath a block quote or in the paragraph that signs it, else where that is left open by the
 * nearest paragraph before that names anybody (that may name several), else of a block quote whoever the paragraph before
 * announces.
 */
function saidBy({ text, quotation, before, signature }: Quoted): Speaker | null {
  const inBlock = quotation.inBlock === true;
  const own =
    speakerOf(text, quotation) ??
    (inBlock ? signedBy(text, SIGNATURE) : null) ??
    signedBy(signature, SIGNATURE_LINE);
  if (own !== null) return own;
  const nearestFirst = before.split('\n').toReversed();
  if (!isLeftOpen(text, quotation)) return inBlock ? announcedBy(nearestFirst[0] ?? '') : null;
  for (const paragraph of nearestFirst) {
    const speaker = anyOf(speakersIn(paragraph));
    if (speaker !== null) return speaker;
  }
  return null;
}

/** Whether the words around a quotation say that somebody spoke it. */
export function isSpoken(quoted: Quoted): boolean {
  return saidBy(quoted) !== null || isLeftOpen(quoted.text, quoted.quotation);
}

/** Who is named by words that stand alone, as under a pull quote. */
export function namedAlone(text: string): Speaker | null {
  return personAt(text, 0);
}

interface QuotedInParagraphs {
  paragraphs: readonly string[];
  quotation: Quotation & { paragraph: number };
}

/** The paragraph below that signs a quotation of a source: one of a block quote, or one that is its whole paragraph. */
function signatureBelow({ paragraphs, quotation }: QuotedInParagraphs): string {
  const [text = '', below = ''] = paragraphs.slice(quotation.paragraph, quotation.paragraph + 2);
  const around = text.slice(0, quotation.start) + text.slice(quotation.end);
  const isWhole = quotation.inBlock === true || !/\p{L}/u.test(around);
  return isWhole && SIGNATURE_LINE.test(below) ? below : '';
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

/**
 * Who says it in the source, where ours gives it to somebody else (a quotation and where it stands, or who is named beside it);
 * null where both name the same, or one names nobody.
 */
export function otherSpeaker(ours: Quoted | Speaker, source: QuotedInParagraphs): Speaker | null {
  const { paragraphs, quotation } = source;
  const speaker = 'quotation' in ours ? saidBy(ours) : ours;
  const theirs = saidBy({
    text: paragraphs[quotation.paragraph] ?? '',
    quotation,
    before: paragraphs
      .slice(Math.max(0, quotation.paragraph - PARAGRAPHS_BEFORE), quotation.paragraph)
      .join('\n'),
    signature: signatureBelow(source),
  });
  if (speaker === null || theirs === null) return null;
  const known = alsoKnownBy(theirs.stems, paragraphs);
  return speaker.stems.some((stem) => known.has(stem)) ? null : theirs;
}
