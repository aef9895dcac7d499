/** What a row of the benchmark is. A file in `rows/` exports one group of them. */
import type { DataFolders } from './archive.ts';

export type Budget = { most: number } | { least: number };

export interface Row {
  /** As `--only` takes it. */
  name: string;
  /** What is measured, as the table says it. */
  what: string;
  unit: string;
  /** On `ours ÷ base` where the row has a baseline, else on `ours` itself. */
  budget: Budget;
}

export interface Figure {
  ours: number;
  /** The same work done by what we compare with, taken in the same run; without it the budget is on `ours`. */
  base?: number;
}

/** What a group is given to measure with. */
export interface Bench {
  /** True for a quick look: fewer rounds, a small archive. */
  short: boolean;
  /** Stories in the large archive: 1,000,000 unless the run asks for another number. */
  stories: number;
  /** How often a cheap measurement is repeated; dearer ones take a part of it. */
  samples: number;
  /** Data folders to measure on; removed when the run ends. */
  folders: DataFolders;
  /** True where the row is asked for. A group may leave out the work of rows nobody asked for. */
  wants(name: string): boolean;
  /** Progress, on stderr. */
  say(text: string): void;
}

export interface RowGroup {
  rows: readonly Row[];
  /** Sentences for docs/benchmarks.md: how it is measured and against what. */
  how: string;
  /** Measures at least the rows asked for; figures by row name. */
  measure(bench: Bench): Promise<Record<string, Figure>>;
}

export interface MeasuredRow extends Row, Figure {
  /** `ours ÷ base`, or `ours` where there is no baseline. */
  value: number;
}

export function measuredRow(row: Row, figure: Figure): MeasuredRow {
  return { ...row, ...figure, value: figure.base === undefined ? figure.ours : figure.ours / figure.base };
}

/** How far beyond its budget a row is: 0.15 is 15 % too much (or too little); 0 or less keeps it. */
export function overBudget({ value, budget }: MeasuredRow): number {
  if ('least' in budget) return budget.least / value - 1;
  if (budget.most === 0) return value === 0 ? 0 : Number.POSITIVE_INFINITY;
  return value / budget.most - 1;
}
