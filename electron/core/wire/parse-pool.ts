/**
 * Runs the parse worker: one delivery at a time, within limits of size, time and memory. A delivery that breaks a
 * limit costs its own worker and gets a typed error; the next one gets a fresh worker.
 */
import { Worker } from 'node:worker_threads';
import { resourceLimits, workerBeside } from '../ask-worker.ts';
import { WireParseError } from './formats/parse-error.ts';
import { LARGEST_DELIVERY_BYTES } from './formats/limits.ts';
import type { DeliveryOptions, DeliveryReading, ReadDelivery } from './formats/read-delivery.ts';

export interface ParseRequest {
  id: number;
  bytes: Uint8Array;
  options: DeliveryOptions;
}

export type ParseAnswer = { id: number } & DeliveryReading;

export interface ParsePoolOptions {
  timeLimitMs?: number;
  largestBytes?: number;
  memoryLimitMb?: number;
}

export interface ParsePool {
  /** Reads one delivery in the worker. The bytes stay the caller's. Throws WireParseError. */
  parse(bytes: Uint8Array, options?: DeliveryOptions): Promise<ReadDelivery>;
  /** Ends the worker; deliveries still waiting are refused. */
  close(): Promise<void>;
}

interface Job extends ParseRequest {
  resolve(result: ReadDelivery): void;
  reject(error: WireParseError): void;
}

const TIME_LIMIT_MS = 30_000;
const MEMORY_LIMIT_MB = 512;

function failureOf(error: unknown): WireParseError {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new WireParseError('out-of-memory', 'reading it takes more memory than is allowed');
  }
  return new WireParseError('unreadable-file', error instanceof Error ? error.message : String(error));
}

export function createParsePool({
  timeLimitMs = TIME_LIMIT_MS,
  largestBytes = LARGEST_DELIVERY_BYTES,
  memoryLimitMb = MEMORY_LIMIT_MB,
}: ParsePoolOptions = {}): ParsePool {
  const queue: Job[] = [];
  let worker: Worker | null = null;
  let current: Job | null = null;
  let timer: NodeJS.Timeout | null = null;
  let lastId = 0;
  let closed = false;

  function settle(job: Job, finish: () => void): void {
    if (current !== job) return;
    current = null;
    if (timer !== null) clearTimeout(timer);
    worker?.unref();
    finish();
    next();
  }

  function discard(failed: Worker): void {
    if (worker === failed) worker = null;
    void failed.terminate();
  }

  function startWorker(): Worker {
    const started = new Worker(workerBeside(import.meta.url, 'parse-worker'), {
      resourceLimits: resourceLimits(memoryLimitMb),
    });
    started.on('message', (answer: ParseAnswer) => {
      const job = current;
      if (job === null || job.id !== answer.id) return;
      settle(job, () => {
        if (answer.ok) job.resolve(answer.result);
        else job.reject(new WireParseError(answer.error.code, answer.error.message));
      });
    });
    const onFailure = (error: unknown): void => {
      if (worker !== started) return;
      discard(started);
      const job = current;
      if (job !== null) settle(job, () => job.reject(failureOf(error)));
    };
    started.on('error', onFailure);
    started.on('exit', (code) => onFailure(new Error(`the parse worker ended with code ${code}`)));
    return started;
  }

  function next(): void {
    if (current !== null) return;
    const job = queue.shift();
    if (job === undefined) return;
    current = job;
    worker ??= startWorker();
    const running = worker;
    running.ref();
    timer = setTimeout(() => {
      discard(running);
      settle(job, () =>
        job.reject(new WireParseError('timed-out', `not read within ${timeLimitMs / 1000} s`)),
      );
    }, timeLimitMs);
    running.postMessage({ id: job.id, bytes: job.bytes, options: job.options } satisfies ParseRequest);
  }

  return {
    parse(bytes, options = {}) {
      if (closed) return Promise.reject(new WireParseError('unreadable-file', 'the parse worker was closed'));
      if (bytes.length > largestBytes) {
        return Promise.reject(
          new WireParseError('too-large', `${bytes.length} bytes; the limit is ${largestBytes}`),
        );
      }
      return new Promise((resolve, reject) => {
        lastId += 1;
        queue.push({ id: lastId, bytes, options, resolve, reject });
        next();
      });
    },
    async close() {
      closed = true;
      const refused = queue.splice(0);
      const ending = worker;
      worker = null;
      if (current !== null) refused.unshift(current);
      current = null;
      if (timer !== null) clearTimeout(timer);
      for (const job of refused) {
        job.reject(new WireParseError('unreadable-file', 'the parse worker was closed'));
      }
      await ending?.terminate();
    },
  };
}
