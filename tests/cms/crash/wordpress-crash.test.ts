/** Killed hosts and lost answers, on a real WordPress: nothing twice, nothing lost. More of it: `npm run crash:cms`. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWordPress, type RunningWordPress } from '../wordpress/start.ts';
import { runCrashTest } from './crash-run.ts';
import { wordPressSite } from './wordpress-site.ts';

let site: RunningWordPress;

beforeAll(async () => {
  site = await startWordPress();
});
afterAll(async () => {
  await site?.stop();
});

test('20 articles, the host killed at random moments, answers lost: 20 posts, each as it was meant', async () => {
  const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
  const say = (line: string) => process.stderr.write(`crash test: ${line}\n`);
  const result = await runCrashTest(wordPressSite(site), { articles: 20, seed, say });
  say(JSON.stringify(result));
  expect(result.problems).toEqual([]);
  expect(result.kills).toBeGreaterThan(2);
  expect(result.answersLost).toBeGreaterThan(0);
}, 600_000);
