/**
 * A correction of a source carried into a copy made from it: a three-way merge by sentences. Base is the version the copy
 * was written from, theirs the version that stands now, ours the copy. Sentences may have been moved, cut out or joined into
 * other paragraphs; whatever is not named in a decision stays to the letter. Pure.
 */
import type { MendedSentence } from '../contract/impact.ts';
import type { ArticleFields } from '../contract/articles.ts';
import { paragraph, text } from '../document/build.ts';
import { commonPositions } from '../document/common-positions.ts';
import { compareWords, likeness } from '../document/compare-words.ts';
import { mapRuns, replaceInline } from '../document/inline-range.ts';
import type { ArticleDocument, BlockNode, InlineNode } from '../document/vocabulary.ts';
import { inlineText } from '../document/walk.ts';
import { createAligner } from './alignment.ts';
import { splitSentences } from './sentences.ts';

export interface MendableCopy {
  fields: Pick<ArticleFields, 'headline' | 'dek'>;
  document: ArticleDocument;
}

/** Where a sentence stands: a field, or a run of the body with offsets in its text. */
export type SentencePlace =
  { field: 'headline' | 'dek' } | { field: null; run: number; block: number; start: number; end: number };

interface CopySentence {
  /** Without the white space around it. */
  text: string;
  place: SentencePlace;
}

/**
 * `untouched`: ours is the source's own sentence; `rewritten`: ours says the same in other words; `already`: ours says what
 * the source says now; `unused`: ours has nothing of it.
 */
export type MendStanding = 'untouched' | 'rewritten' | 'already' | 'unused';

/** One change of the source, and what it means for ours. */
export interface Mend {
  /** The source's sentence as it was; empty where it is new. */
  before: string;
  /** As it is; empty where it is gone. */
  after: string;
  standing: MendStanding;
  /** Our sentence; empty where there is none. */
  ours: string;
  /** Where ours stands; of a sentence that is new in the source, the one of ours behind which it belongs. */
  place: SentencePlace | null;
  /** What our sentence would be, where it can be told without a person (empty: it goes); null where it cannot. */
  proposed: string | null;
  /** Whether a new sentence opens a paragraph in the source. */
  opensParagraph: boolean;
}

/** What becomes of a change: by its position, the words our sentence gets (empty: it goes). Those not named stay. */
export type MendDecisions = ReadonlyMap<number, string>;

const SAME_SENTENCE = 0.4;

/** Equal for what a reader takes for the same. */
function keyOf(words: string): string {
  return words
    .replaceAll(/[“”«»„]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function sentencesOf({ fields, document }: MendableCopy): CopySentence[] {
  const found: CopySentence[] = (['headline', 'dek'] as const).flatMap((field) =>
    fields[field].trim() === '' ? [] : [{ text: fields[field].trim(), place: { field } }],
  );
  mapRuns(document, (children, { run, block }) => {
    for (const sentence of splitSentences(inlineText(children))) {
      const words = sentence.text.trim();
      if (words === '') continue;
      const start = sentence.start + (sentence.text.length - sentence.text.trimStart().length);
      found.push({ text: words, place: { field: null, run, block, start, end: start + words.length } });
    }
    return children;
  });
  return found;
}

interface SourceChange {
  before: string;
  after: string;
  field: 'headline' | 'dek' | null;
  /** The sentence of theirs right before it, in the same part of the copy. */
  behind: string | null;
  opensParagraph: boolean;
}

function fieldOf({ place }: CopySentence): 'headline' | 'dek' | null {
  return place.field;
}

/** What the source says otherwise now, in its order; what merely moved is no change. */
function changesOf(base: readonly CopySentence[], theirs: readonly CopySentence[]): SourceChange[] {
  const left = base.map((one) => `${fieldOf(one) ?? ''}\n${keyOf(one.text)}`);
  const right = theirs.map((one) => `${fieldOf(one) ?? ''}\n${keyOf(one.text)}`);
  const [kept, known] = [new Set(right), new Set(left)];
  const changes: SourceChange[] = [];

  function between(fromLeft: number, toLeft: number, fromRight: number, toRight: number): void {
    const gone = base.slice(fromLeft, toLeft).filter((_one, at) => !kept.has(left[fromLeft + at] ?? ''));
    const partners = new Map<number, CopySentence>();
    let next = 0;
    for (let at = fromRight; at < toRight; at += 1) {
      const sentence = theirs[at];
      if (sentence === undefined || known.has(right[at] ?? '')) continue;
      const partner = gone.findIndex(
        (one, index) =>
          index >= next &&
          fieldOf(one) === fieldOf(sentence) &&
          (fieldOf(one) !== null || likeness(one.text, sentence.text) >= SAME_SENTENCE),
      );
      if (partner === -1) continue;
      partners.set(at, gone[partner] ?? sentence);
      next = partner + 1;
    }
    const paired = new Set(partners.values());
    for (const one of gone) {
      if (paired.has(one)) continue;
      changes.push({ before: one.text, after: '', field: fieldOf(one), behind: null, opensParagraph: false });
    }
    for (let at = fromRight; at < toRight; at += 1) {
      const sentence = theirs[at];
      if (sentence === undefined || known.has(right[at] ?? '')) continue;
      const previous = theirs[at - 1];
      const isFirst =
        sentence.place.field === null &&
        (previous?.place.field !== null || previous.place.run !== sentence.place.run);
      changes.push({
        before: partners.get(at)?.text ?? '',
        after: sentence.text,
        field: fieldOf(sentence),
        behind: previous !== undefined && fieldOf(previous) === null ? previous.text : null,
        opensParagraph: isFirst,
      });
    }
  }

  let [row, column] = [0, 0];
  for (const [sameLeft, sameRight] of [
    ...commonPositions(left, right),
    [left.length, right.length] as const,
  ]) {
    between(row, sameLeft, column, sameRight);
    [row, column] = [sameLeft + 1, sameRight + 1];
  }
  return changes;
}

/** A word without the marks around it. */
function bare(words: string): string {
  return words.trim().replaceAll(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
}

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** Our sentence with the words that changed in the source, where each of them stands in it once; else null. */
function withChangedWords(ours: string, before: string, after: string): string | null {
  const pieces = compareWords(before, after);
  let mended = ours;
  for (const [at, piece] of pieces.entries()) {
    if (piece.change === 'same') continue;
    const [previous, next] = [pieces[at - 1], pieces[at + 1]];
    if (piece.change === 'inserted' && previous?.change === 'removed') continue;
    if (piece.change === 'inserted' || next?.change !== 'inserted') return null;
    const [old, fresh] = [bare(piece.text), bare(next.text)];
    const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(old)}(?![\p{L}\p{N}])`, 'gu');
    if (old === '' || fresh === '' || [...mended.matchAll(pattern)].length !== 1) return null;
    mended = mended.replace(pattern, () => fresh);
  }
  return mended === ours ? null : mended;
}

/**
 * What each change of the source means for ours, in the source's order. `ours` as it is written, suggestions and all: what
 * one of these stands in counts as rewritten.
 */
export function findMends(base: MendableCopy, theirs: MendableCopy, ours: MendableCopy): Mend[] {
  const mine = sentencesOf(ours);
  const body = mine.filter((one) => fieldOf(one) === null);
  const aligner = createAligner([{ sourceId: 'ours', sentences: body.map((one) => one.text) }]);
  const taken = new Set<CopySentence>();

  function exactly(words: string, field: SourceChange['field']): CopySentence | undefined {
    const key = keyOf(words);
    return mine.find((one) => fieldOf(one) === field && !taken.has(one) && keyOf(one.text) === key);
  }

  function alike(words: string, field: SourceChange['field']): CopySentence | undefined {
    if (field !== null) return mine.find((one) => fieldOf(one) === field && !taken.has(one));
    const [best] = aligner.align([words])[0]?.sources ?? [];
    const found = best === undefined ? undefined : body[best.sentence];
    return found !== undefined && taken.has(found) ? undefined : found;
  }

  return changesOf(sentencesOf(base), sentencesOf(theirs)).map((change): Mend => {
    const { before, after, field, behind, opensParagraph } = change;
    const told = { before, after, opensParagraph };
    const now = after === '' ? undefined : exactly(after, field);
    if (now !== undefined) {
      taken.add(now);
      return { ...told, standing: 'already', ours: now.text, place: now.place, proposed: null };
    }
    const same = before === '' ? undefined : exactly(before, field);
    if (same !== undefined) {
      taken.add(same);
      return { ...told, standing: 'untouched', ours: same.text, place: same.place, proposed: after };
    }
    const other = before === '' ? undefined : alike(before, field);
    if (other !== undefined) {
      taken.add(other);
      const proposed = after === '' ? null : withChangedWords(other.text, before, after);
      return { ...told, standing: 'rewritten', ours: other.text, place: other.place, proposed };
    }
    const anchor =
      before !== '' || behind === null ? undefined : (exactly(behind, null) ?? alike(behind, null));
    return { ...told, standing: 'unused', ours: '', place: anchor?.place ?? null, proposed: null };
  });
}

interface RunEdit {
  start: number;
  end: number;
  words: string;
}

/** The run with its edits, the last first, so that offsets hold; a sentence that goes takes the space behind it along. */
function editRun(children: readonly InlineNode[], edits: readonly RunEdit[]): readonly InlineNode[] {
  return edits
    .toSorted((one, other) => other.start - one.start || other.end - one.end)
    .reduce((run, { start, end, words }) => {
      if (words !== '' || start === end) return replaceInline(run, start, end, words);
      const runText = inlineText(run);
      const behind = /^\s*/u.exec(runText.slice(end))?.[0].length ?? 0;
      const isLast = end + behind === runText.length;
      const before = isLast ? (/\s*$/u.exec(runText.slice(0, start))?.[0].length ?? 0) : 0;
      return replaceInline(run, start - before, end + behind, '');
    }, children);
}

/** Carries decisions out. A paragraph that loses its last sentence goes; a new sentence without a place ends the copy. */
export function mendCopy<Copy extends MendableCopy>(
  ours: Copy,
  mends: readonly Mend[],
  decisions: MendDecisions,
): Copy {
  const fields = { ...ours.fields };
  const edits = new Map<number, RunEdit[]>();
  const behindBlock = new Map<number, BlockNode[]>();
  const emptied = new Set<number>();
  const atEnd = ours.document.root.children.length - 1;

  for (const [position, mend] of mends.entries()) {
    const words = decisions.get(position)?.trim();
    if (words === undefined) continue;
    const { place, standing } = mend;
    if (standing === 'unused') {
      if (words === '') continue;
      if (place === null || place.field !== null || mend.opensParagraph) {
        const block = place === null || place.field !== null ? atEnd : place.block;
        behindBlock.set(block, [...(behindBlock.get(block) ?? []), paragraph([text(words)])]);
      } else {
        const at = { start: place.end, end: place.end, words: ` ${words}` };
        edits.set(place.run, [at, ...(edits.get(place.run) ?? [])]);
      }
    } else if (place !== null && place.field !== null) {
      // A story without a headline goes nowhere; its dek may go.
      if (words !== '' || place.field === 'dek') fields[place.field] = words;
    } else if (place !== null) {
      edits.set(place.run, [...(edits.get(place.run) ?? []), { start: place.start, end: place.end, words }]);
    }
  }

  const mended = mapRuns(ours.document, (children, { run, block }) => {
    const changed = editRun(children, edits.get(run) ?? []);
    if (changed !== children && inlineText(changed).trim() === '') emptied.add(block);
    return changed;
  });
  const children = mended.root.children.flatMap((block, position): BlockNode[] => {
    const goes = emptied.has(position) && block.type === 'paragraph';
    return [...(goes ? [] : [block]), ...(behindBlock.get(position) ?? [])];
  });
  return { ...ours, fields, document: { ...mended, root: { ...mended.root, children } } };
}

/** The choices nobody has to make: what is untouched is taken over. That a sentence goes is for a person to say. */
export function plainDecisions(mends: readonly Mend[]): Map<number, string> {
  return new Map(
    mends.flatMap(({ standing, proposed }, position) =>
      standing === 'untouched' && proposed ? [[position, proposed] as const] : [],
    ),
  );
}

/** The sentences of ours that the decisions change, in the order of the copy's changes, whatever order they were decided in. */
export function mendedSentences(mends: readonly Mend[], decisions: MendDecisions): MendedSentence[] {
  return mends.flatMap(({ ours: before }, position) => {
    const after = decisions.get(position)?.trim();
    return after === undefined ? [] : [{ before, after }];
  });
}
