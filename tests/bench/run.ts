/**
 * `npm run bench [-- --check] [--only NAME,…] [--stories N] [--short] [--write-docs] [--list]`: measures the rows in
 * `rows/`, each against its baseline within this run. `--check` fails where a row is more than 15 % beyond its budget.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { createDataFolders } from './archive.ts';
import { raisePriority } from './priority.ts';
import { rowGroups } from './registry.ts';
import { budgetText, figureText, linesOf, tableOf, writeDocs, writeJson } from './report.ts';
import { measuredRow, overBudget, type Bench, type MeasuredRow } from './row.ts';

const TOLERANCE = 0.15;

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    short: { type: 'boolean', default: false },
    stories: { type: 'string' },
    'write-docs': { type: 'boolean', default: false },
  },
});

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

if (!raisePriority()) say('measuring at ordinary priority: figures of a busy machine');

const groups = await rowGroups();
const names = groups.flatMap(({ rows }) => rows.map(({ name }) => name));
if (values.list) {
  console.log(names.join('\n'));
  process.exit(0);
}
const asked = values.only?.flatMap((list) => list.split(',')) ?? names;
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  say(`There is no row "${unknown.join('", "')}"; rows: ${names.join(', ')}.`);
  process.exit(2);
}

const folders = createDataFolders(say);
const bench: Bench = {
  short: values.short,
  stories: Number(values.stories ?? (values.short ? 20_000 : 1_000_000)),
  samples: values.short ? 5 : 30,
  folders,
  wants: (name) => asked.includes(name),
  say,
};

const measured: MeasuredRow[] = [];
try {
  for (const group of groups) {
    const wanted = group.rows.filter(({ name }) => bench.wants(name));
    if (wanted.length === 0) continue;
    say(`measuring ${wanted.map(({ name }) => name).join(', ')} …`);
    const figures = await group.measure(bench);
    for (const row of wanted) {
      const figure = figures[row.name];
      if (figure === undefined) throw new Error(`the row "${row.name}" was not measured`);
      measured.push(measuredRow(row, figure));
    }
  }
} finally {
  folders.removeAll();
}

const machine = `Node ${process.versions.node}, ${cpus().length} cores, archive of ${bench.stories.toLocaleString('en')} stories`;
const date = new Date().toISOString().slice(0, 10);
console.log(`${machine}\n\n${tableOf(linesOf(measured, date))}`);
writeJson({ machine, stories: bench.stories, rows: measured });
if (values['write-docs']) await writeDocs(groups, measured, machine);

if (values.check) {
  const missed = measured.filter((row) => overBudget(row) > TOLERANCE);
  for (const row of missed) say(`${row.name}: ${figureText(row.value)}, budget ${budgetText(row.budget)}`);
  if (missed.length > 0) process.exitCode = 1;
}
