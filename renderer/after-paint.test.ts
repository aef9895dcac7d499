import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterPaint } from './after-paint.ts';

/** What the page under test waits for, in the order in which it asked. */
let frames: (() => void)[] = [];
let idle: (() => void)[] = [];

beforeEach(() => {
  [frames, idle] = [[], []];
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => void (frames[id - 1] = () => {}));
  vi.stubGlobal('requestIdleCallback', (task: () => void) => idle.push(task));
  vi.stubGlobal('cancelIdleCallback', (id: number) => void (idle[id - 1] = () => {}));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function draw(): void {
  for (const frame of frames.splice(0)) frame();
}
function rest(): void {
  for (const task of idle.splice(0)) task();
}

it('waits for the frame, and then for the browser to be idle', () => {
  const done: string[] = [];
  afterPaint(() => done.push('first'));
  afterPaint(() => done.push('second'));
  rest();
  expect(done).toEqual([]);
  draw();
  expect(done).toEqual([]);
  rest();
  expect(done).toEqual(['first', 'second']);
  vi.advanceTimersByTime(1_000);
  expect(done).toEqual(['first', 'second']);
});

it('does it once, without a frame, where the page is out of sight', () => {
  const task = vi.fn<() => void>();
  afterPaint(task);
  vi.advanceTimersByTime(1_000);
  expect(task).toHaveBeenCalledOnce();
  draw();
  rest();
  expect(task).toHaveBeenCalledOnce();
});

it('is called off before the frame and after it', () => {
  const task = vi.fn<() => void>();
  const callOff = afterPaint(task);
  const callOffLate = afterPaint(task);
  callOff();
  draw();
  callOffLate();
  rest();
  vi.advanceTimersByTime(1_000);
  expect(task).not.toHaveBeenCalled();
});
