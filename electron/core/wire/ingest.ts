/** The core's end of the ingest worker. A worker that dies is started again; what it was given is answered with an error. */
import { Worker } from 'node:worker_threads';
import type { ParseErrorCode } from '../../../shared/contract/wire-story.ts';
import type { IngestResult } from '../../../shared/contract/wire.ts';
import type {
  SetAside,
  SourceConfiguration,
  SourceErrorCode,
} from '../../../shared/contract/wire-sources.ts';
import type { Log } from '../providers.ts';
import type { IngestRule } from './judge-rules.ts';

/** What is known about bytes besides the bytes. */
export interface ParseOptions {
  fileName?: string;
  contentType?: string;
  url?: string;
  /** Minutes east of UTC for times that name no zone. */
  defaultOffsetMinutes?: number;
  sourceLanguage?: string;
  /** Short name for credits, as whoever pasted the copy gave it. */
  creditName?: string;
  /** A format's name, or `auto`. */
  format?: string;
  /** Web pages and plain text are refused: see formats/parse.ts. */
  feedsOnly?: boolean;
  /** Whether the source's stories are whole or only summaries: see formats/parse.ts. */
  copy?: SourceConfiguration['copy'];
  /** Urgency of stories that name none. */
  defaultUrgency?: number;
  /** For how many days the delivery is kept as it came; 0: not at all. */
  keepPayloadDays?: number;
}

/** What became of a delivery. */
export interface StoredDelivery extends IngestResult {
  setAside: SetAside[];
  /** Absolute address of the page after it, where it names one. */
  nextPage: string | null;
}

/** Why nothing came from a source. */
export interface SourceFailure {
  code: SourceErrorCode;
  detail: string;
  /** The file or message that could not be had; empty where it is the source as a whole. */
  name: string;
}

export type IngestRequest =
  | {
      id: number;
      kind: 'store';
      sourceId: string;
      bytes: Uint8Array;
      options: ParseOptions;
      now: number;
      /** Whether somebody wants to know how far it is. */
      watched: boolean;
      rules: readonly IngestRule[];
    }
  | { id: number; kind: 'note'; sourceId: string; failure: SourceFailure; now: number }
  | { id: number; kind: 'forget'; sourceIds: readonly string[] }
  | { id: number; kind: 'drop'; sourceId: string; storyIds: readonly number[]; relisted: boolean };

/** Stops a `store` that is under way or still waits; what is stored stays, and its reply counts that. */
export interface IngestCancel {
  kind: 'cancel';
  id: number;
}

export interface IngestProgress {
  id: number;
  progress: { done: number; of: number };
}

export type IngestReply =
  | { id: number; ok: true; result?: StoredDelivery; forgotten?: number[] }
  | { id: number; ok: false; code: ParseErrorCode | 'storage'; message: string };

/** Bytes could not be read as wire copy, or (`storage`) could not be stored. */
export class IngestError extends Error {
  readonly code: ParseErrorCode | 'storage';

  constructor(code: ParseErrorCode | 'storage', message: string) {
    super(message);
    this.name = 'IngestError';
    this.code = code;
  }
}

/** Somebody who waits for a long delivery. */
export interface IngestWatch {
  /** Aborted, the rest of the delivery is left out. */
  signal: AbortSignal;
  onProgress(progress: { done: number; of: number }): void;
}

export interface Ingest {
  /** Parses and stores one delivery. `now` is milliseconds since 1970. Throws IngestError. */
  store(
    sourceId: string,
    bytes: Uint8Array,
    options: ParseOptions,
    now: number,
    watch?: IngestWatch,
  ): Promise<StoredDelivery>;
  /** Writes a failure down among the deliveries of its source. Throws IngestError `storage`. */
  note(sourceId: string, failure: SourceFailure, now: number): Promise<void>;
  /** See forget-stories.ts. Throws IngestError `storage`. */
  forget(sourceIds: readonly string[]): Promise<number[]>;
  /**
   * Takes stories of a source out for good; `relisted`: see forget-stories.ts. Gives the ids of those that went. Throws
   * IngestError `storage`.
   */
  drop(sourceId: string, storyIds: readonly number[], relisted: boolean): Promise<number[]>;
  close(): Promise<void>;
}

type Waiting = {
  resolve(reply: IngestReply & { ok: true }): void;
  reject(error: Error): void;
  watch: IngestWatch | undefined;
};

export interface IngestOptions {
  dataFolder: string;
  log: Log;
  /** Hears of every delivery that was stored, before whoever brought it in does. */
  onStored: (result: IngestResult) => void;
  /** The routing rules that are in force now. */
  rules: () => readonly IngestRule[];
}

export function createIngest({ dataFolder, log, onStored, rules }: IngestOptions): Ingest {
  const entry = import.meta.url.endsWith('.ts') ? './ingest-worker.ts' : './ingest-worker.js';
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;

  function fail(message: string): void {
    for (const { reject } of waiting.values()) reject(new IngestError('storage', message));
    waiting.clear();
  }

  function running(): Worker {
    if (worker) return worker;
    const started = new Worker(new URL(entry, import.meta.url), { workerData: { dataFolder } });
    started.on('message', (reply: IngestReply | IngestProgress) => {
      const call = waiting.get(reply.id);
      if ('progress' in reply) return call?.watch?.onProgress(reply.progress);
      waiting.delete(reply.id);
      if (reply.ok) call?.resolve(reply);
      else call?.reject(new IngestError(reply.code, reply.message));
    });
    started.on('error', (error) => {
      log.error('ingest worker failed', { error: String(error) });
      if (worker === started) worker = null;
      fail(String(error));
    });
    started.on('exit', () => {
      if (worker === started) worker = null;
      fail('the ingest worker ended');
    });
    worker = started;
    return started;
  }

  type Unnumbered<Request> = Request extends { id: number } ? Omit<Request, 'id'> : never;

  function call(
    request: Unnumbered<IngestRequest>,
    watch?: IngestWatch,
  ): Promise<IngestReply & { ok: true }> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, watch });
      running().postMessage({ ...request, id });
      const cancel = (): void => worker?.postMessage({ kind: 'cancel', id } satisfies IngestCancel);
      if (watch?.signal.aborted) cancel();
      else watch?.signal.addEventListener('abort', cancel, { once: true });
    });
  }

  return {
    async store(sourceId, bytes, options, now, watch) {
      const request = { sourceId, bytes, options, now, watched: watch !== undefined, rules: rules() };
      const { result } = await call({ kind: 'store', ...request }, watch);
      if (!result) throw new IngestError('storage', 'the ingest worker gave no result');
      onStored(result);
      return result;
    },
    async note(sourceId, failure, now) {
      await call({ kind: 'note', sourceId, failure, now });
    },
    drop: async (sourceId, storyIds, relisted) =>
      (await call({ kind: 'drop', sourceId, storyIds, relisted })).forgotten ?? [],
    forget: async (sourceIds) => (await call({ kind: 'forget', sourceIds })).forgotten ?? [],
    async close() {
      const ending = worker;
      if (!ending) return;
      await new Promise<void>((resolve) => {
        ending.once('exit', () => resolve());
        ending.postMessage({ kind: 'close' });
      });
    },
  };
}
