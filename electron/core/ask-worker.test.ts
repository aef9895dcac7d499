import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { askWorker } from './ask-worker.ts';

const LIMITS = { timeMs: 10_000, memoryMb: 32 };

afterEach(() => vi.restoreAllMocks());

/** A worker that does this, with `say` to answer. */
function worker(script: string): URL {
  const source = `import { parentPort } from 'node:worker_threads';
    const say = (answer) => parentPort.postMessage(answer);
    ${script}`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

test('the first thing it says is the answer; what it throws is thrown', async () => {
  expect(await askWorker(worker("say('ya'); say('lagi');"), null, LIMITS)).toBe('ya');
  await expect(askWorker(worker("throw new Error('tidak');"), null, LIMITS)).rejects.toThrow('tidak');
});

test('too slow and too much are told', async () => {
  await expect(askWorker(worker('for (;;);'), null, { ...LIMITS, timeMs: 300 })).rejects.toMatchObject({
    name: 'AbortError',
  });
  await expect(
    askWorker(worker("const kept = []; for (;;) kept.push('ya'.split(''));"), null, LIMITS),
  ).rejects.toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' });
});

test('one that runs out of memory while it is being stopped harms nobody', async () => {
  const { terminate } = Worker.prototype;
  vi.spyOn(Worker.prototype, 'terminate').mockImplementation(function (this: Worker) {
    this.emit('error', new Error('out of memory'));
    return terminate.call(this);
  });
  expect(await askWorker(worker("say('ya');"), null, LIMITS)).toBe('ya');
});
