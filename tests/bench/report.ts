/** What a run leaves behind: a table to read, JSON to compare, the measured part of docs/benchmarks.md. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { overBudget, type Budget, type MeasuredRow, type RowGroup } from './row.ts';

const root = resolve(import.meta.dirname, '../..');
const page = join(root, 'docs', 'benchmarks.md');
const BEGIN = '<!-- measured by npm run bench -- --write-docs -->';
const END = '<!-- end of what was measured -->';

export function budgetText(budget: Budget): string {
  if ('orOfBase' in budget) return `≤ ${budget.most} ms, or ${budget.orOfBase} × baseline`;
  return 'most' in budget ? `≤ ${budget.most}` : `≥ ${budget.least}`;
}

/** Three digits that say something, thousands in full. */
export function figureText(value: number): string {
  if (value === 0) return '0';
  return Math.abs(value) < 100 ? value.toPrecision(3) : Math.round(value).toLocaleString('en');
}

function lineOf(row: MeasuredRow, date: string): string {
  const base = row.base === undefined ? '–' : `${figureText(row.base)} ${row.unit}`;
  const ratio = row.base === undefined ? '–' : (row.ours / row.base).toFixed(2);
  const limit =
    row.base === undefined ? `${budgetText(row.budget)} ${row.unit}`.trim() : budgetText(row.budget);
  const verdict = overBudget(row) > 0 ? '**missed**' : 'kept';
  const cells = [
    row.name,
    row.what,
    `${figureText(row.ours)} ${row.unit}`.trim(),
    base,
    ratio,
    limit,
    verdict,
  ];
  return `| ${[...cells, date].join(' | ')} |`;
}

export function tableOf(lines: readonly string[]): string {
  return [
    '| row | what | Redaksi | baseline | ratio | budget | | measured |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

export function linesOf(rows: readonly MeasuredRow[], date: string): string[] {
  return rows.map((row) => lineOf(row, date));
}

/** Writes `.cache/bench/latest.json`. */
export function writeJson(report: { machine: string; stories: number; rows: readonly MeasuredRow[] }): void {
  mkdirSync(join(root, '.cache', 'bench'), { recursive: true });
  writeFileSync(join(root, '.cache', 'bench', 'latest.json'), JSON.stringify(report, null, 2));
}

/**
 * Puts the rows measured now into the page's table, leaves the other rows as they were measured before, and drops
 * those that no group has any more. The words outside the marked part are nobody's but a person's.
 */
export async function writeDocs(
  groups: readonly RowGroup[],
  measured: readonly MeasuredRow[],
  machine: string,
): Promise<void> {
  const [before, rest] = readFileSync(page, 'utf8').split(BEGIN);
  const [table, after] = (rest ?? '').split(END);
  if (before === undefined || table === undefined || after === undefined) {
    throw new Error(`docs/benchmarks.md has no part between ${BEGIN} and ${END}`);
  }
  const old = new Map(
    table.split('\n').flatMap((line) => {
      const name = /^\|\s*([a-z0-9-]+)\s*\|/.exec(line)?.[1];
      return name === undefined ? [] : [[name, line] as const];
    }),
  );
  const date = new Date().toISOString().slice(0, 10);
  const now = new Map(measured.map((row) => [row.name, lineOf(row, date)]));
  const names = groups.flatMap(({ rows }) => rows.map(({ name }) => name));
  const lines = names.flatMap((name) => now.get(name) ?? old.get(name) ?? []);
  const how = groups.map((group) => `- **${group.rows.map(({ name }) => name).join(', ')}**: ${group.how}`);
  const text = [
    before + BEGIN,
    `Last run on ${machine}, a machine shared with other work.`,
    tableOf(lines),
    how.join('\n'),
    END + after,
  ].join('\n\n');
  const style = await resolveConfig(page);
  writeFileSync(page, await format(text, { ...style, filepath: page }));
}
