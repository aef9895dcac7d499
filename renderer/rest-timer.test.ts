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

it('several wait side by side, each for its own rest, also where one of them fails or ends the wait of another', async () => {
  const began = performance.now();
  const told: [string, number][] = [];
  const tell = (name: string) => () => void told.push([name, performance.now() - began]);
  const [short, middle, long] = [
    createRestTimer(
      () => {
        tell('short')();
        middle.cancel();
        throw new Error('failed');
      },
      { restMs: 100 },
    ),
    createRestTimer(tell('middle'), { restMs: 200 }),
    createRestTimer(tell('long'), { restMs: 500, latestMs: 700 }),
  ];
  for (let stir = 0; stir < 3; stir += 1) {
    for (const timer of [long, middle, short]) timer.stir();
    await vi.advanceTimersByTimeAsync(90);
  }
  await expect(vi.advanceTimersByTimeAsync(1_000)).rejects.toThrow('failed');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual([
    ['short', 280],
    ['long', 680],
  ]);
});
