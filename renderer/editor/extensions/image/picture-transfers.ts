/** Pictures on their way into the store, by the key of the block that waits for them. Never part of the document. */
import type { NodeKey } from 'lexical';
import type { StoredPicture } from '../../services.ts';

export type Transfer =
  | { kind: 'running'; name: string }
  | { kind: 'failed'; name: string; message: string }
  | { kind: 'done'; picture: StoredPicture };

interface Job {
  name: string;
  take: () => Promise<StoredPicture>;
}

export interface PictureTransfers {
  start(key: NodeKey, job: Job): void;
  retry(key: NodeKey): void;
  get(key: NodeKey): Transfer | undefined;
  subscribe(listener: () => void): () => void;
}

/** `expect` is asked as one sets out; what it gives is told of the picture, or of null where it will not come. */
export function createPictureTransfers(
  explain: (error: unknown) => string,
  expect: (key: NodeKey) => (picture: StoredPicture | null) => void,
): PictureTransfers {
  const transfers = new Map<NodeKey, Transfer>();
  const jobs = new Map<NodeKey, Job>();
  const listeners = new Set<() => void>();

  function set(key: NodeKey, transfer: Transfer): void {
    transfers.set(key, transfer);
    for (const listener of listeners) listener();
  }

  async function run(key: NodeKey, job: Job): Promise<void> {
    const arrive = expect(key);
    set(key, { kind: 'running', name: job.name });
    try {
      const picture = await job.take();
      jobs.delete(key);
      set(key, { kind: 'done', picture });
      arrive(picture);
    } catch (error) {
      arrive(null);
      set(key, { kind: 'failed', name: job.name, message: explain(error) });
    }
  }

  return {
    start(key, job) {
      jobs.set(key, job);
      void run(key, job);
    },
    retry(key) {
      const job = jobs.get(key);
      if (job !== undefined) void run(key, job);
    },
    get: (key) => transfers.get(key),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
