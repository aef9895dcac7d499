import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { fetchPatiently } from './lazy-screen.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('is there once the host is back, without anybody asking again', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module: /assets/a.js'))
    .mockRejectedValueOnce(new TypeError('error loading dynamically imported module'))
    .mockRejectedValueOnce(new TypeError('Importing a module script failed.'))
    .mockRejectedValueOnce(new Error('Unable to preload CSS for /assets/a.css'))
    .mockResolvedValue('Keadaan');
  const fetched = fetchPatiently(load);
  await vi.runAllTimersAsync();
  expect(await fetched).toBe('Keadaan');
  expect(load).toHaveBeenCalledTimes(5);
});

it('throws on what is wrong within the screen itself', async () => {
  await expect(fetchPatiently(() => Promise.reject(new RangeError('too deep')))).rejects.toThrow('too deep');
});

it('asks for nothing before the host is back', async () => {
  vi.stubGlobal('location', { protocol: 'http:', pathname: '/' });
  onTestFinished(() => void vi.unstubAllGlobals());
  const order: string[] = [];
  let isBack = false;
  vi.stubGlobal('fetch', async () => {
    if (!isBack) throw new TypeError('Failed to fetch');
    order.push('host is there');
    return new Response(null, { status: 405 });
  });
  const fetched = fetchPatiently(async () => order.push('asked'));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(order).toEqual([]);
  isBack = true;
  await vi.advanceTimersByTimeAsync(1_000);
  await fetched;
  expect(order).toEqual(['host is there', 'asked']);
});
