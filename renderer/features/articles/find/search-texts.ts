/** Searches in a worker that is ended when a search takes too long or another one takes its place. */
import type { FindAnswer, FindRequest } from './find-worker.ts';

/** A pattern that needs longer for one article will need for ever. */
const LONGEST_MS = 2_000;

export class SearchRanAway extends Error {}

export interface TextSearch {
  /** Undefined where another search took its place. Rejects with SearchRanAway. */
  run(request: FindRequest): Promise<FindAnswer | undefined>;
  end(): void;
}

export function createTextSearch(): TextSearch {
  let worker: Worker | null = null;
  let giveUp: (() => void) | null = null;

  function end(): void {
    worker?.terminate();
    worker = null;
  }

  return {
    run(request) {
      giveUp?.();
      worker ??= new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' });
      const searching = worker;
      return new Promise<FindAnswer | undefined>((resolve, reject) => {
        const finish = new AbortController();
        const timer = setTimeout(() => {
          finish.abort();
          end();
          reject(new SearchRanAway());
        }, LONGEST_MS);
        finish.signal.addEventListener('abort', () => {
          clearTimeout(timer);
          giveUp = null;
        });
        giveUp = () => {
          finish.abort();
          // It may be in the middle of a pattern that never ends.
          end();
          resolve(undefined);
        };
        searching.addEventListener(
          'message',
          ({ data }: MessageEvent<FindAnswer>) => {
            finish.abort();
            resolve(data);
          },
          { signal: finish.signal },
        );
        searching.addEventListener(
          'error',
          () => {
            finish.abort();
            end();
            reject(new SearchRanAway());
          },
          { signal: finish.signal },
        );
        searching.postMessage(request);
      });
    },
    end() {
      giveUp?.();
      end();
    },
  };
}
