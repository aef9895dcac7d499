import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCountPace } from './count-pace.ts';

const FRAME_MS = 16;

let began: number;
let counted: number[];
const note = (): void => void counted.push(performance.now() - began);
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, FRAME_MS));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  began = performance.now();
  counted = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('counts with the frame of a key, once a second, and when the typing rests', async () => {
  const pace = createCountPace(note);
  for (let key = 0; key < 25; key += 1) {
    pace.edited();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(counted).toEqual([FRAME_MS, 1_100 + FRAME_MS, 2_200 + FRAME_MS]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(counted.slice(3)).toEqual([2_400 + 1_000]);
});

it('counts an article that was opened, and not one that was left', async () => {
  const pace = createCountPace(note);
  pace.opened();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(counted).toHaveLength(1);
  pace.edited();
  pace.stop();
  pace.opened();
  pace.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(counted).toHaveLength(1);
});
