/**
 * Which sentence of the sources a sentence of ours came from. Told from the words alone, sentence by sentence, so cutting,
 * pasting, moving and typing again change nothing. Pure.
 */
import { commonPositions } from '../document/common-positions.ts';
import { stemsOf, wordsOf } from './words.ts';

/** The same but for typography; a few words changed; the same in other words; no source says it. */
export type AlignmentKind = 'verbatim' | 'edited' | 'rewritten' | 'new';

export interface SourceSentences {
  sourceId: string;
  /** In their order; as `splitSentences` gives them. */
  sentences: readonly string[];
}

export interface AlignedTo {
  sourceId: string;
  /** Position of the sentence in its source. */
  sentence: number;
  kind: Exclude<AlignmentKind, 'new'>;
  /** 0 to 1. */
  similarity: number;
}

export interface Alignment {
  kind: AlignmentKind;
  /** 0 to 1: of the best. */
  similarity: number;
  /** Best first: what it was made of, and other sources that say the same. Empty where it is new. */
  sources: AlignedTo[];
}

export interface Aligner {
  /** The answer to a sentence is remembered: asking again after an edit works out only what changed. */
  align(sentences: readonly string[]): Alignment[];
}

/** What two sentences must have in common, 0 to 1. Words in their order for edited, stems in any order for rewritten. */
const EDITED = 0.7;
/** A cut: the sentence has nothing that the source has not, and enough words to say so. */
const CUT = 0.9;
const CUT_WORDS = 5;
const REWRITTEN = 0.45;
const REWRITTEN_STEMS = 3;
/** A further sentence counts where it holds this much of what the ones before it did not. */
const FURTHER = 0.25;
/** Another source says the same where it is nearly as like. */
const AS_LIKE = 0.1;

const CANDIDATES = 8;
/** Stems that stand in more sentences than this find none: they say nothing of where a sentence comes from. */
const COMMON_STEM = 250;
const MOST_ALIGNED = 4;
const ANSWERS_REMEMBERED = 5_000;

interface Known {
  sourceId: string;
  sentence: number;
  text: string;
  /** Worked out when first compared. */
  plain: string[] | null;
  stems: Set<string>;
}

/** The same for what a reader takes for the same: quotation marks, dashes, spaces, the mark at the end. */
function likePrint(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/["“”«»]/g, '"')
    .replaceAll(/['‘’]/g, "'")
    .replaceAll(/[‐-―−_]+|--/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.,;]+("?)$/, '$1');
}

const plainWords = (text: string): string[] => wordsOf(text).map(({ plain }) => plain);

export function createAligner(sources: readonly SourceSentences[]): Aligner {
  const known: Known[] = [];
  const byPrint = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  const remembered = new Map<string, Alignment>();

  function note<Key>(index: Map<Key, number[]>, key: Key, at: number): void {
    const list = index.get(key);
    if (list === undefined) index.set(key, [at]);
    else list.push(at);
  }

  for (const { sourceId, sentences } of sources) {
    sentences.forEach((text, sentence) => {
      const stems = new Set(stemsOf(wordsOf(text)));
      if (stems.size === 0) return;
      const at = known.push({ sourceId, sentence, text, plain: null, stems }) - 1;
      note(byPrint, likePrint(text), at);
      for (const stem of stems) note(byStem, stem, at);
    });
  }

  /** How much a stem says: more the fewer sentences have it. */
  function weightOf(stem: string): number {
    const holders = byStem.get(stem)?.length ?? 0;
    return Math.log(1 + known.length / (1 + holders)) + 0.2;
  }

  /** The sentences that share the weightiest stems. */
  function candidatesFor(stems: ReadonlySet<string>): number[] {
    const scores = new Map<number, number>();
    for (const stem of stems) {
      const holders = byStem.get(stem);
      if (holders === undefined || holders.length > COMMON_STEM) continue;
      const weight = weightOf(stem);
      for (const at of holders) scores.set(at, (scores.get(at) ?? 0) + weight);
    }
    return [...scores]
      .toSorted((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, CANDIDATES)
      .map(([at]) => at);
  }

  function sum(stems: Iterable<string>): number {
    let total = 0;
    for (const stem of stems) total += weightOf(stem);
    return total;
  }

  function compare(words: readonly string[], stems: ReadonlySet<string>, at: number): AlignedTo | null {
    const source = known[at];
    if (source === undefined) return null;
    const { sourceId, sentence } = source;
    source.plain ??= plainWords(source.text);
    const common = commonPositions(words, source.plain).length;
    const inOrder = (2 * common) / (words.length + source.plain.length);
    const ofOurs = common / words.length;
    if (inOrder >= EDITED || (ofOurs >= CUT && words.length >= CUT_WORDS)) {
      return {
        sourceId,
        sentence,
        kind: 'edited',
        similarity: Math.min(0.99, Math.max(inOrder, ofOurs * 0.9)),
      };
    }
    const shared = [...stems].filter((stem) => source.stems.has(stem));
    if (shared.length < REWRITTEN_STEMS) return null;
    const weight = sum(shared);
    // Either may hold the other: a short rewrite of a long sentence, a long one made of two.
    const similarity = Math.max(weight / sum(stems), (0.9 * weight) / sum(source.stems)) * 0.95;
    return similarity < REWRITTEN ? null : { sourceId, sentence, kind: 'rewritten', similarity };
  }

  /** Of those that are like it the best, others that say the same, and what else it was made of. */
  function choose(stems: ReadonlySet<string>, like: readonly (AlignedTo & { at: number })[]): AlignedTo[] {
    const [best] = like;
    if (best === undefined) return [];
    const chosen: AlignedTo[] = [];
    const missing = new Set(stems);
    const all = sum(stems);
    for (const { at, ...aligned } of like) {
      const held = [...(known[at]?.stems ?? [])].filter((stem) => missing.has(stem));
      const saysTheSame = aligned.similarity >= best.similarity - AS_LIKE && aligned.kind === best.kind;
      if (chosen.length > 0 && !saysTheSame && sum(held) < FURTHER * all) continue;
      for (const stem of held) missing.delete(stem);
      chosen.push(aligned);
      if (chosen.length === MOST_ALIGNED) break;
    }
    return chosen;
  }

  function alignOne(text: string): Alignment {
    const same = byPrint.get(likePrint(text)) ?? [];
    if (same.length > 0) {
      const sourcesOfIt = same.slice(0, MOST_ALIGNED).flatMap((at): AlignedTo[] => {
        const source = known[at];
        if (source === undefined) return [];
        return [{ sourceId: source.sourceId, sentence: source.sentence, kind: 'verbatim', similarity: 1 }];
      });
      return { kind: 'verbatim', similarity: 1, sources: sourcesOfIt };
    }
    const words = wordsOf(text);
    const stems = new Set(stemsOf(words));
    const plain = words.map((word) => word.plain);
    const like = candidatesFor(stems)
      .flatMap((at) => {
        const aligned = compare(plain, stems, at);
        return aligned === null ? [] : [{ ...aligned, at }];
      })
      .toSorted((one, other) => other.similarity - one.similarity);
    const chosen = choose(stems, like);
    const [best] = chosen;
    if (best === undefined) return { kind: 'new', similarity: 0, sources: [] };
    return { kind: best.kind, similarity: best.similarity, sources: chosen };
  }

  return {
    align: (sentences) =>
      sentences.map((text) => {
        const answered = remembered.get(text);
        if (answered !== undefined) return answered;
        if (remembered.size === ANSWERS_REMEMBERED) remembered.clear();
        const alignment = alignOne(text);
        remembered.set(text, alignment);
        return alignment;
      }),
  };
}

/**
 * Matches every sentence of ours with the sentences of the sources, in the order of `draft`. Takes about as long as reading
 * the sources once; whoever asks again about the same sources keeps an `Aligner`.
 */
export function alignSentences(draft: readonly string[], sources: readonly SourceSentences[]): Alignment[] {
  return createAligner(sources).align(draft);
}

/** For each source the positions of the sentences nothing of ours came from. */
export function unusedSentences(
  alignments: readonly Alignment[],
  sources: readonly SourceSentences[],
): { sourceId: string; sentences: number[] }[] {
  const used = new Set(
    alignments.flatMap((alignment) =>
      alignment.sources.map(({ sourceId, sentence }) => `${sourceId}\n${sentence}`),
    ),
  );
  return sources.map(({ sourceId, sentences }) => ({
    sourceId,
    sentences: sentences.flatMap((text, at) =>
      used.has(`${sourceId}\n${at}`) || !/\p{L}/u.test(text) ? [] : [at],
    ),
  }));
}
