/** The labelled drafts and the two halves of them: see README.md beside this file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { seededRandom, type Random } from '../bench/synthetic.ts';
import { acrossParagraphs, type PullQuote } from './across-paragraphs.ts';
import { withBlockQuotes } from './block-quotes.ts';
import { SPOILING, type Label } from './edits.ts';
import { HONEST } from './honest-edits.ts';
import { loadSources, type LabelledSource } from './sources.ts';

export interface DraftSource extends LabelledSource {
  status: 'usable' | 'withdrawn';
  /** Which of its paragraphs are block quotes. */
  blockQuotes?: number[];
}

export interface LabelledDraft {
  name: string;
  /** What was done to it, first the edit that spoils. */
  edits: string[];
  byHand: boolean;
  sources: DraftSource[];
  paragraphs: string[];
  /** Which of them are block quotes. */
  blockQuotes?: number[];
  /** Beside the copy. */
  pullQuotes?: PullQuote[];
  wrong: Label[];
}

/** The seed the drafts are made and the halves were parted by when the set was made. */
export const SEED = 20_261_126;

const rewriteSchema = z.object({
  of: z.string(),
  wrong: z.array(
    z.object({ kind: z.enum(['quote', 'speaker', 'figure', 'date', 'name', 'negation']), words: z.string() }),
  ),
  paragraphs: z.array(z.string()).min(1),
});

const usable = (source: LabelledSource): DraftSource => ({ ...source, status: 'usable' });

/** Two honest edits that leave the words of the labels as they are. */
function honestly(
  paragraphs: string[],
  wrong: readonly Label[],
  random: Random,
): { paragraphs: string[]; edits: string[] } {
  let copy = paragraphs;
  const edits: string[] = [];
  const names = Object.keys(HONEST);
  for (let tries = 0; tries < 8 && edits.length < 2; tries += 1) {
    const name = names[Math.floor(random() * names.length)] ?? '';
    const next = HONEST[name]?.(copy, random) ?? copy;
    const text = next.join('\n');
    if (edits.includes(name) || text === copy.join('\n') || !wrong.every(({ words }) => text.includes(words)))
      continue;
    copy = next;
    edits.push(name);
  }
  return { paragraphs: copy, edits };
}

/** A story that says something else, for drafts of two sources. */
function neighbourOf(source: LabelledSource, all: readonly LabelledSource[]): LabelledSource {
  return all[(all.indexOf(source) + 3) % all.length] ?? source;
}

/** A sentence that only the withdrawn one of two sources has. */
function fromWithdrawn(
  source: LabelledSource,
  withdrawn: LabelledSource,
): Pick<LabelledDraft, 'sources' | 'paragraphs' | 'wrong'> {
  const sentence = withdrawn.paragraphs.find((text) => !/[“”]|\p{L}\. \p{Lu}/u.test(text)) ?? '';
  return {
    sources: [usable(source), { ...withdrawn, status: 'withdrawn' }],
    paragraphs: [...source.paragraphs.slice(0, 2), sentence, ...source.paragraphs.slice(2)],
    wrong: [{ kind: 'withdrawn', words: sentence }],
  };
}

function draftsOf(source: LabelledSource, all: readonly LabelledSource[], random: Random): LabelledDraft[] {
  const drafts: LabelledDraft[] = [];
  const sources = [usable(source)];
  for (const [name, edit] of Object.entries(SPOILING)) {
    const edited = edit(source.paragraphs, random);
    if (edited === null) continue;
    const { paragraphs, edits } = honestly(edited.paragraphs, edited.wrong, random);
    drafts.push({
      name: `${source.name}: ${name}`,
      edits: [name, ...edits],
      byHand: false,
      sources,
      paragraphs,
      wrong: edited.wrong,
    });
  }
  for (let round = 1; round <= 2; round += 1) {
    const { paragraphs, edits } = honestly([...source.paragraphs], [], random);
    drafts.push({
      name: `${source.name}: honest ${round}`,
      edits,
      byHand: false,
      sources,
      paragraphs,
      wrong: [],
    });
  }
  const neighbour = neighbourOf(source, all);
  drafts.push({
    name: `${source.name}: withdrawn`,
    edits: ['withdrawn-sentence'],
    byHand: false,
    ...fromWithdrawn(source, neighbour),
  });
  drafts.push({
    name: `${source.name}: both carry it`,
    edits: ['withdrawn-copy-too'],
    byHand: false,
    sources: [usable(source), { ...source, name: `${source.name}, withdrawn`, status: 'withdrawn' }],
    paragraphs: [...source.paragraphs],
    wrong: [],
  });
  return drafts;
}

function rewrites(all: readonly LabelledSource[]): LabelledDraft[] {
  const read = z
    .array(rewriteSchema)
    .parse(parse(readFileSync(join(import.meta.dirname, 'rewrites.yaml'), 'utf8')));
  return read.map(({ of, wrong, paragraphs }, at) => {
    const source = all.find(({ name }) => name === of);
    if (source === undefined) throw new Error(`rewrites.yaml: there is no ${of}`);
    return {
      name: `${of}: by hand ${at}`,
      edits: ['by-hand'],
      byHand: true,
      sources: [usable(source)],
      paragraphs,
      wrong,
    };
  });
}

/** Made later than the others, with random numbers of their own: the others stay as they were. */
function across(all: readonly LabelledSource[]): LabelledDraft[] {
  const random = seededRandom(SEED + 1);
  return all.flatMap((source) =>
    acrossParagraphs(source.paragraphs, random).map(({ edit, paragraphs, pullQuotes, wrong }) => ({
      name: `${source.name}: ${edit}`,
      edits: [edit],
      byHand: false,
      sources: [usable(source)],
      paragraphs,
      pullQuotes,
      wrong,
    })),
  );
}

/** Made after all others, with random numbers of their own. */
function blockQuotes(all: readonly LabelledSource[]): LabelledDraft[] {
  const random = seededRandom(SEED + 2);
  return all.flatMap((story) =>
    withBlockQuotes(story.paragraphs, random).map(({ edit, source = {}, ...draft }) => ({
      ...draft,
      name: `${story.name}: ${edit}`,
      edits: [edit],
      byHand: false,
      sources: [{ ...usable(story), ...source }],
    })),
  );
}

/** Every draft, by the story it was made from. Throws where a file is not what README.md describes. */
export function loadDrafts(): Map<string, LabelledDraft[]> {
  const all = loadSources();
  const random = seededRandom(SEED);
  const drafts = [
    ...all.flatMap((source) => draftsOf(source, all, random)),
    ...rewrites(all),
    ...across(all),
    ...blockQuotes(all),
  ];
  return Map.groupBy(drafts, ({ sources }) => sources[0]?.name ?? '');
}

/** Half of the stories, drawn by the seed, with all that was made of them, to tune on; the others to judge by. */
export function splitDrafts(
  drafts: ReadonlyMap<string, LabelledDraft[]>,
  seed: number = SEED,
): { tuning: LabelledDraft[]; untouched: LabelledDraft[] } {
  const random = seededRandom(seed);
  const tuning: LabelledDraft[] = [];
  const untouched: LabelledDraft[] = [];
  // Stories with quotations and those without are parted by themselves, so that each half has enough of both.
  const groups = Map.groupBy(drafts.values(), (ofStory) =>
    ofStory.some(({ wrong }) => wrong.some(({ kind }) => kind === 'quote')),
  );
  for (const group of groups.values()) {
    const shuffled = group
      .map((ofStory) => ({ ofStory, place: random() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ ofStory }) => ofStory);
    const half = Math.floor(shuffled.length / 2);
    tuning.push(...shuffled.slice(0, half).flat());
    untouched.push(...shuffled.slice(half).flat());
  }
  return { tuning, untouched };
}
