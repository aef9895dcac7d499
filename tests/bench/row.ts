/** What a row of the benchmark is. A file in `rows/` exports one group of them. */
import type { DataFolders } from './archive.ts';

/**
 * `orOfBase`: `most` is a limit on `ours` for a machine as quick as the plan's. On a slower one, where what we compare with
 * comes near it by itself, so many times the baseline keep it too.
 */
export type Budget = { most: number } | { least: number } | { most: number; orOfBase: number };

export interface Row {
  /** As `--only` takes it. */
  name: string;
  /** What is measured, as the table says it. */
  what: string;
  unit: string;
  /** On `ours ÷ base` where the row has a baseline and the budget is no limit of its own, else on `ours` itself. */
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
  /** What the budget is on. */
  value: number;
}

export function measuredRow(row: Row, figure: Figure): MeasuredRow {
  const { ours, base } = figure;
  const isRatio = base !== undefined && !('orOfBase' in row.budget);
  return { ...row, ...figure, value: isRatio ? ours / base : ours };
}

/** How far beyond its budget a row is: 0.15 is 15 % too much (or too little); 0 or less keeps it. */
export function overBudget({ value, budget, base }: MeasuredRow): number {
  if ('least' in budget) return budget.least / value - 1;
  if ('orOfBase' in budget && base !== undefined) {
    return value / Math.max(budget.most, budget.orOfBase * base) - 1;
  }
  if (budget.most === 0) return value === 0 ? 0 : Number.POSITIVE_INFINITY;
  return value / budget.most - 1;
}
