import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRestTimer } from './rest-timer.ts';

let ran: number[];
const note = (): void => void ran.push(performance.now());
beforeEach(() => {
  vi.useFakeTimers();
  ran = [];
});
afterEach(() => vi.useRealTimers());

it('runs once after a rest, however often something stirred before', async () => {
  const began = performance.now();
  const timer = createRestTimer(note, { restMs: 400 });
  for (let stir = 0; stir < 50; stir += 1) {
    timer.stir();
    await vi.advanceTimersByTimeAsync(90);
  }
  expect(ran).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(ran).toEqual([began + 49 * 90 + 400]);
});

it('waits no longer than it may, and anew after it ran', async () => {
  const began = performance.now();
  const timer = createRestTimer(note, { restMs: 400, latestMs: 1_000 });
  for (let stir = 0; stir < 20; stir += 1) {
    timer.stir();
    await vi.advanceTimersByTimeAsync(150);
  }
  await vi.advanceTimersByTimeAsync(2_000);
  expect(ran.map((at) => at - began)).toEqual([1_000, 2_050, 3_100]);
});

it('runs nothing once it was called off, and can be stirred again', async () => {
  const timer = createRestTimer(note, { restMs: 400 });
  timer.stir();
  timer.cancel();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ran).toEqual([]);
  timer.stir();
  await vi.advanceTimersByTimeAsync(400);
  expect(ran).toHaveLength(1);
});
