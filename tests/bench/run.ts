/**
 * `npm run bench [-- --check] [--only NAME] [--stories N] [--short] [--write-docs]`: the budget rows that can be
 * measured so far, as ratios within this run.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openTestCore } from '../../electron/core/testing.ts';
import { archiveOf, copyOfArchive } from './archive.ts';
import { ingestRow, listRow, searchRow } from './core-rows.ts';
import { overBudget, type Row } from './measure.ts';

const TOLERANCE = 0.15;
const root = resolve(import.meta.dirname, '../..');

/** Rows of the budget table that nothing here measures yet. */
const NOT_MEASURED = [
  'key press → after next paint',
  'main-thread work per key',
  'opening a 10,000-word article',
  'frames while the inbox is scrolled',
  'a poll that brings nothing new',
  'RPC while 100,000 stories are being ingested',
  'host start → inbox usable',
  'core memory, idle',
];

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    only: { type: 'string' },
    stories: { type: 'string' },
    short: { type: 'boolean', default: false },
    'write-docs': { type: 'boolean', default: false },
  },
});
const stories = Number(values.stories ?? (values.short ? 20_000 : 1_000_000));
const samples = values.short ? 5 : 30;

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function wanted(name: string): boolean {
  return values.only === undefined || values.only === name;
}

function budgetText({ budget }: Row): string {
  return 'most' in budget ? `≤ ${budget.most}` : `≥ ${budget.least}`;
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const verdict = overBudget(row) > 0 ? 'missed' : 'kept';
    const figure = (value: number) => (value < 100 ? value.toFixed(2) : value.toFixed(0));
    return `| ${row.name} | ${row.what} | ${figure(row.ours)} ${row.unit} | ${figure(row.base)} ${row.unit} | ${row.ratio.toFixed(2)} | ${budgetText(row)} | ${verdict} |`;
  });
  return [
    '| row | what | Redaksi | baseline | ratio | budget | |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

async function archiveRows(): Promise<Row[]> {
  if (!wanted('search') && !wanted('list')) return [];
  const folder = copyOfArchive(await archiveOf(stories, say));
  const opened = await openTestCore({}, folder);
  try {
    return [
      ...(wanted('search') ? [await searchRow(opened, samples)] : []),
      ...(wanted('list') ? [await listRow(opened, samples)] : []),
    ];
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const rows = [...(await archiveRows()), ...(wanted('ingest') ? [await ingestRow(samples)] : [])];
if (rows.length === 0) {
  say(`There is no row "${values.only ?? ''}"; rows: search, list, ingest.`);
  process.exit(2);
}

const machine = `Node ${process.versions.node}, ${cpus().length} cores, archive of ${stories.toLocaleString('en')} stories`;
const table = tableOf(rows);
console.log(`${machine}\n\n${table}\n\nNot measured yet: ${NOT_MEASURED.join('; ')}.`);
mkdirSync(join(root, '.cache', 'bench'), { recursive: true });
writeFileSync(
  join(root, '.cache', 'bench', 'latest.json'),
  JSON.stringify({ machine, stories, rows, notMeasured: NOT_MEASURED }, null, 2),
);

if (values['write-docs']) {
  writeFileSync(
    join(root, 'docs', 'benchmarks.md'),
    `# Benchmarks

\`npm run bench\` measures these rows and writes them to \`.cache/bench/latest.json\`; \`-- --write-docs\` writes this
page; \`-- --check\` fails where a row is more than 15 % beyond its budget. Figures are ratios within one run: the times
beside them belong to one machine and to whatever else ran on it.

Measured on ${machine}, on a machine shared with other work.

${table}

- **search**: ${samples} rounds of fourteen queries (common, rare, phrases, prefixes, exclusion), the whole call through the
  router against \`SELECT rowid … MATCH … ORDER BY rowid DESC LIMIT 101\` on the same file; p95 over all.
- **list**: pages of 100 rows; its limit of 1.2 is this page's reading of "constant cost".
- **ingest**: six RSS deliveries of 1,000 items handed over at once, workers warm, against feedsmith, one insert and
  the same FTS5 settings on one thread; median of three.

The archive is made by \`tests/bench/archive.ts\` from a fixed seed: seven in ten stories a summary of about 35 words, the
others about 200 words. The budget is set for 1,000,000 stories; the number above is what this run had.

## Not measured yet
${NOT_MEASURED.map((row) => `- ${row}`).join('\n')}
`,
  );
}

if (values.check && !values.short) {
  const missed = rows.filter((row) => overBudget(row) > TOLERANCE);
  for (const row of missed) say(`${row.name}: ratio ${row.ratio.toFixed(2)}, budget ${budgetText(row)}`);
  if (missed.length > 0) process.exitCode = 1;
}
