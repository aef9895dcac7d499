import type { Clipboard, ConvertedClipboard } from './convert-clipboard.ts';

const TIME_LIMIT_MS = 20_000;

/** Converts a clipboard in a worker of its own. Rejects where that takes too long or fails. */
export function convertInWorker(clipboard: Clipboard): Promise<ConvertedClipboard> {
  const worker = new Worker(new URL('./paste-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<ConvertedClipboard>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the paste took too long')), TIME_LIMIT_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<ConvertedClipboard>) => {
      clearTimeout(timer);
      resolve(data);
    });
    worker.addEventListener('error', ({ message }) => {
      clearTimeout(timer);
      reject(new Error(message));
    });
    worker.postMessage(clipboard);
  }).finally(() => worker.terminate());
}
