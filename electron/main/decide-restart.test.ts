import { expect, it } from 'vitest';
import { decideRestart } from './decide-restart.ts';

it('waits longer after each crash, and gives up after the sixth within five minutes', () => {
  let crashes: readonly number[] = [];
  const waits = Array.from({ length: 6 }, (_, index) => {
    const decision = decideRestart(crashes, index * 20_000);
    ({ crashes } = decision);
    return decision.restartInMs;
  });
  expect(waits).toEqual([250, 750, 2_250, 6_750, 10_000, null]);
});

it('forgets crashes that are long past: one a day is started again at once for ever', () => {
  let crashes: readonly number[] = [];
  for (let day = 0; day < 30; day += 1) {
    const decision = decideRestart(crashes, day * 86_400_000);
    expect(decision.restartInMs).toBe(250);
    expect(decision.crashes).toHaveLength(1);
    ({ crashes } = decision);
  }
});
