/** Killed hosts and lost answers, on a real Ghost: nothing twice, nothing lost. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGhost, type RunningGhost } from '../ghost/start.ts';
import { runCrashTest } from './crash-run.ts';
import { ghostSite } from './ghost-site.ts';

let site: RunningGhost;

beforeAll(async () => {
  site = await startGhost();
});
afterAll(async () => {
  await site?.stop();
});

test('20 articles, the host killed at random moments, answers lost: 20 posts, each as it was meant', async () => {
  const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
  const say = (line: string) => process.stderr.write(`crash test: ${line}\n`);
  const result = await runCrashTest(await ghostSite(site), { articles: 20, seed, say });
  say(JSON.stringify(result));
  expect(result.problems).toEqual([]);
  expect(result.kills).toBeGreaterThan(2);
  expect(result.answersLost).toBeGreaterThan(0);
}, 600_000);
