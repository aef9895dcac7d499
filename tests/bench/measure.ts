/** A measured row, and the few statistics the rows need. */
export interface Row {
  name: string;
  what: string;
  ours: number;
  base: number;
  unit: string;
  /** `ours / base`, both taken in this run. */
  ratio: number;
  budget: { most: number } | { least: number };
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 50);

/** Milliseconds the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** How far beyond its budget a row is: 0.15 is 15 % too much (or too little); below 0 it keeps its budget. */
export function overBudget({ ratio, budget }: Row): number {
  return 'most' in budget ? ratio / budget.most - 1 : budget.least / ratio - 1;
}
