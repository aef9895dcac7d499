/** Direct quotations of a text, and whether a source has them word for word. Pure. */
import { commonPositions } from '../document/common-positions.ts';
import { wordsOf, type Word } from './words.ts';

export interface Quotation {
  /** What stands between the marks. */
  start: number;
  end: number;
  text: string;
  /** In a block quote: who says it may stand beneath it or in the paragraph before. */
  inBlock?: true;
}

/** A mark that opens alone, as where a quotation goes on in the next paragraph, holds to the end. */
const QUOTATION = /[“„]([^”“„]*)(?:”|$)|«([^»]*)(?:»|$)|(?<![\p{L}\p{N}])"([^"]*)(?:"|$)/gu;

export function quotationsIn(text: string): Quotation[] {
  return [...text.matchAll(QUOTATION)].map((match) => {
    const inner = match[1] ?? match[2] ?? match[3] ?? '';
    const start = match.index + 1;
    return { start, end: start + inner.length, text: inner };
  });
}

/** Who signs a block quote: `— Kepala balai`, on a line of its own or behind the end of a sentence. */
export const SIGNATURE = /(?:(?<=[.!?…”"])\s*|\s*\n\s*)(?:—|–|--?)\s*(?=\p{Lu})([^\n]+)$/u;

/** A paragraph that signs the quotation above it. */
export const SIGNATURE_LINE = /^\s*(?:—|–|--)\s*(?=\p{Lu})([^\n“”"?!]{1,120})$/u;

/** Verbs behind a quotation. */
export const SAYING =
  'kata|ujar|ucap|tutur|tegas|jelas|ungkap|imbuh|tambah|papar|sebut|terang|seru|cetus|lanjut|aku|keluh|pesan|said|says';
/** What closes a block quote without marks: `, kata kepala balai.` Bare `aku` is somebody who speaks of himself. */
const CLOSING = new RegExp(
  String.raw`[,.!?]\s+(?:demikian\s)?(?!aku\s)(?:${SAYING})(?:nya)?(?!\p{L})[^.!?]*\.?\s*$`,
  'iu',
);

/** The quotations of a block quote: what stands between marks, else all of it but who says it. */
export function quotationsInBlock(text: string): Quotation[] {
  const marked = quotationsIn(text);
  if (marked.length > 0) return marked.map((quotation) => ({ ...quotation, inBlock: true }));
  const end = (SIGNATURE.exec(text) ?? CLOSING.exec(text))?.index ?? text.length;
  return [{ start: 0, end, text: text.slice(0, end), inBlock: true }];
}

/** What the desk put in, of the length it has, so that places stay. */
function withoutInsertions(text: string): string {
  return text.replaceAll(/\[[^\]]*\]|\((?=\.{3}|…)[^)]*\)/g, (whole) => '…'.padEnd(whole.length));
}

/** The runs of words of a quotation, parted where something was left out or put in. */
function runsOf(text: string): string[][] {
  return withoutInsertions(text)
    .split(/…|\.{3,}/)
    .map((part) => wordsOf(part).map(({ plain }) => plain))
    .filter((words) => words.length > 0);
}

const joined = (words: readonly string[]): string => ` ${words.join(' ')} `;

function holds(haystack: string, runs: readonly string[][]): boolean {
  let from = 0;
  return runs.every((words) => {
    const at = haystack.indexOf(joined(words), from);
    if (at === -1) return false;
    // The space that closes one run may open the next.
    from = at + joined(words).length - 1;
    return true;
  });
}

/** A quotation of a source, with the paragraph it stands in. */
export interface SourceQuotation extends Quotation {
  paragraph: number;
}

export interface QuotedSource {
  sourceId: string;
  paragraphs: readonly string[];
  quotations: SourceQuotation[];
  /** The words of all its quotations, one after the other. */
  quoted: string;
  /** Every word of it. */
  all: string;
}

/** `blockQuotes`: lines of the paragraphs that are block quotes. */
export function quotedSource(
  sourceId: string,
  paragraphs: readonly string[],
  blockQuotes: readonly string[],
): QuotedSource {
  const inBlocks = new Set(blockQuotes);
  const quotations = paragraphs.flatMap((text, paragraph) =>
    (inBlocks.has(text) && !SIGNATURE_LINE.test(text) ? quotationsInBlock(text) : quotationsIn(text)).map(
      (quotation) => ({ ...quotation, paragraph }),
    ),
  );
  const plain = (texts: readonly string[]) =>
    joined(texts.flatMap((text) => wordsOf(text).map((word) => word.plain)));
  return {
    sourceId,
    paragraphs,
    quotations,
    quoted: plain(quotations.map(({ text }) => text)),
    all: plain(paragraphs),
  };
}

export type QuotationVerdict =
  /** Word for word in a source's quotation: which one, where it is in one. */
  | { kind: 'verbatim'; source: QuotedSource; quotation: SourceQuotation | null }
  /** Word for word in a source, but nobody is quoted there. */
  | { kind: 'not-direct'; source: QuotedSource }
  /** Like a quotation of a source, but not the same: `wording` is what the source has in its place. */
  | { kind: 'altered'; source: QuotedSource; quotation: SourceQuotation; wording: string }
  | { kind: 'unknown' };

/** Fewer words are a name, a term or irony. */
const SHORTEST = 3;
/** As much of a quotation must stand in one of a source for the one to be a wording of the other. */
const ALTERED = 0.5;

/** The stretch of a source's quotation that ours is made of: as long before its first and behind its last common word as ours is. */
function wordingOf(
  ours: readonly string[],
  theirs: readonly Word[],
  pairs: readonly [number, number][],
  text: string,
): string {
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined) return text;
  const from = theirs[Math.max(0, first[1] - first[0])];
  const to = theirs[Math.min(theirs.length - 1, last[1] + (ours.length - 1 - last[0]))];
  return text.slice(from?.start ?? 0, to?.end ?? text.length);
}

function closest(text: string, sources: readonly QuotedSource[]): QuotationVerdict {
  const ours = runsOf(text).flat();
  let best: { share: number; verdict: QuotationVerdict } = { share: ALTERED, verdict: { kind: 'unknown' } };
  for (const source of sources) {
    for (const quotation of source.quotations) {
      const theirs = wordsOf(quotation.text);
      const pairs = commonPositions(
        ours,
        theirs.map(({ plain }) => plain),
      );
      const share = pairs.length / ours.length;
      if (share < best.share || pairs.length < 2) continue;
      const wording = wordingOf(ours, theirs, pairs, quotation.text);
      best = { share, verdict: { kind: 'altered', source, quotation, wording } };
    }
  }
  return best.verdict;
}

/**
 * Whether sources have a quotation of ours word for word. Marks, capitals, words in square brackets and what `…` leaves out
 * are no difference. Null for what is too short to be what somebody said.
 */
export function judgeQuotation(text: string, sources: readonly QuotedSource[]): QuotationVerdict | null {
  const runs = runsOf(text);
  const words = runs.flat().length;
  const quoting = sources.find(({ quoted }) => holds(quoted, runs));
  if (quoting !== undefined && words > 0) {
    const quotation = quoting.quotations.find((one) =>
      holds(joined(wordsOf(one.text).map(({ plain }) => plain)), runs),
    );
    return { kind: 'verbatim', source: quoting, quotation: quotation ?? null };
  }
  if (words < SHORTEST) return null;
  const saying = sources.find(({ all }) => holds(all, runs));
  const verdict = closest(text, sources);
  return saying !== undefined && verdict.kind === 'unknown'
    ? { kind: 'not-direct', source: saying }
    : verdict;
}
