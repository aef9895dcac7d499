/**
 * `npm run crash:cms [-- --articles N] [--seed N] [--write-docs]`: the crash test at full size, 200 articles unless told
 * otherwise. With --write-docs its result goes into docs/benchmarks.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startWordPress } from '../wordpress/start.ts';
import { wordPressSite } from './wordpress-site.ts';
import { runCrashTest, type CrashResult } from './crash-run.ts';

const docs = join(resolve(import.meta.dirname, '../../..'), 'docs', 'benchmarks.md');
const begin = '<!-- measured by npm run crash:cms -- --write-docs -->';
const finish = '<!-- end of the crash test -->';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '200' },
    seed: { type: 'string' },
    'write-docs': { type: 'boolean', default: false },
  },
});

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function textOf(result: CrashResult): string {
  const { articles, deliveries, kills, answersLost, seconds, seed, problems } = result;
  const outcome =
    problems.length === 0
      ? `**exactly ${articles} posts, none twice, none lost, every one as it was meant**`
      : `**${problems.length} not as they were meant**: ${problems.join('; ')}`;
  const day = new Date().toISOString().slice(0, 10);
  return (
    `${day}: ${deliveries} deliveries (publications, updates, withdrawals) of ${articles} articles to a real WordPress; ` +
    `the host killed with SIGKILL ${kills} times, ${answersLost} answers dropped after the site had committed, ` +
    `${seconds} s, seed ${seed}: ${outcome}.`
  );
}

function writeDocs(text: string): void {
  const before = readFileSync(docs, 'utf8');
  const start = before.indexOf(begin);
  const stop = before.indexOf(finish);
  if (start < 0 || stop < start) throw new Error(`docs/benchmarks.md has no section ${begin}`);
  writeFileSync(docs, `${before.slice(0, start + begin.length)}\n\n${text}\n\n${before.slice(stop)}`);
}

const seed = Number(values.seed ?? Date.now() % 1_000_000);
const articles = Number(values.articles);
if (!Number.isInteger(seed) || !Number.isInteger(articles) || articles < 1) {
  say('--seed and --articles take whole numbers.');
  process.exit(2);
}
say(`seed ${seed}`);
const site = await startWordPress();
try {
  const result = await runCrashTest(wordPressSite(site), { articles, seed, say });
  const text = textOf(result);
  console.log(text);
  if (values['write-docs']) writeDocs(text);
  if (result.problems.length > 0) process.exitCode = 1;
} finally {
  await site.stop();
}
