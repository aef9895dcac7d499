/** The labelled pairs of `cases/`, and the two halves of them: see README.md beside this file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { seededRandom } from '../bench/synthetic.ts';

const storySchema = z.object({
  source: z.string(),
  at: z.iso.datetime({ offset: true }),
  headline: z.string(),
  language: z.enum(['id', 'en']).default('id'),
  paragraphs: z.array(z.string()).min(1),
});
export type LabelledStory = z.output<typeof storySchema> & { id: string };

const pairSchema = z.tuple([z.string(), z.string()]);

const plainCaseSchema = z.object({
  case: z.string(),
  kind: z.string(),
  stories: z.record(z.string(), storySchema),
  same: z.array(pairSchema).default([]),
  different: z.array(pairSchema).default([]),
});

const bulletinCaseSchema = z.object({
  case: z.string(),
  kind: z.literal('bulletin'),
  at: z.iso.datetime({ offset: true }),
  patterns: z.record(z.string(), storySchema.omit({ at: true })),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))).min(2),
});

const caseSchema = z.union([bulletinCaseSchema, plainCaseSchema]);

export interface LabelledPair {
  case: string;
  kind: string;
  one: LabelledStory;
  other: LabelledStory;
  same: boolean;
}

export interface PairCase {
  name: string;
  kind: string;
  pairs: LabelledPair[];
}

/** The seed the two halves were parted by when the set was made. */
export const SPLIT_SEED = 20_261_126;

const HOUR_MS = 3_600_000;

function filled(pattern: string, row: Record<string, string | number>): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = row[name];
    if (value === undefined) throw new Error(`a row has nothing for ${whole}`);
    return String(value);
  });
}

/** A row is one story for each pattern; two stories are the same where they come from one row. */
function bulletinPairs({ case: name, kind, at, patterns, rows }: z.output<typeof bulletinCaseSchema>) {
  const stories = Object.entries(patterns).flatMap(([agency, pattern]) =>
    rows.map((row, index) => ({
      row: index,
      agency,
      story: {
        ...pattern,
        id: `${name}/${agency}-${index}`,
        at: new Date(Date.parse(at) + index * HOUR_MS).toISOString(),
        headline: filled(pattern.headline, row),
        paragraphs: pattern.paragraphs.map((paragraph) => filled(paragraph, row)),
      },
    })),
  );
  return stories.flatMap((one, index) =>
    stories
      .slice(index + 1)
      .filter((other) => one.agency === other.agency || one.row <= other.row)
      .map((other) => ({
        case: name,
        kind,
        one: one.story,
        other: other.story,
        same: one.row === other.row,
      })),
  );
}

function plainPairs({
  case: name,
  kind,
  stories,
  same,
  different,
}: z.output<typeof plainCaseSchema>): LabelledPair[] {
  function story(id: string): LabelledStory {
    const found = stories[id];
    if (found === undefined) throw new Error(`${name} has no story ${id}`);
    return { ...found, id: `${name}/${id}` };
  }
  const label = ([one, other]: [string, string], isSame: boolean): LabelledPair => ({
    case: name,
    kind,
    one: story(one),
    other: story(other),
    same: isSame,
  });
  return [...same.map((pair) => label(pair, true)), ...different.map((pair) => label(pair, false))];
}

/** Every case with its pairs. Throws where a file is not what README.md describes. */
export function loadCases(): PairCase[] {
  const folder = join(import.meta.dirname, 'cases');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .flatMap((name) => z.array(caseSchema).parse(parse(readFileSync(join(folder, name), 'utf8'))))
    .map((read) => ({
      name: read.case,
      kind: read.kind,
      pairs: 'rows' in read ? bulletinPairs(read) : plainPairs(read),
    }));
}

/** Half of the cases of each kind, drawn by the seed, to tune on; the others to judge by. */
export function splitCases(
  cases: readonly PairCase[],
  seed: number = SPLIT_SEED,
): { tuning: PairCase[]; untouched: PairCase[] } {
  const random = seededRandom(seed);
  const tuning: PairCase[] = [];
  const untouched: PairCase[] = [];
  for (const ofKind of Map.groupBy(cases, ({ kind }) => kind).values()) {
    const shuffled = ofKind
      .map((pairCase) => ({ pairCase, place: random() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ pairCase }) => pairCase);
    const half = Math.floor(shuffled.length / 2);
    tuning.push(...shuffled.slice(0, half));
    untouched.push(...shuffled.slice(half));
  }
  return { tuning, untouched };
}
