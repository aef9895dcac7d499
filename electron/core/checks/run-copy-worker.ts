/**
 * Runs the worker that checks copy: started at the first question, one question at a time, each within a time limit,
 * ended when nobody has asked for a while. A question that meets the limit costs the worker; the next gets a fresh one.
 */
import { Worker } from 'node:worker_threads';
import type { CheckedFindings } from '../../../shared/checks/check-copy.ts';
import type { CheckContext } from '../../../shared/checks/found.ts';
import type { CheckedBlock, DictionaryCondition } from '../../../shared/contract/checks.ts';
import { workerBeside } from '../ask-worker.ts';
import type { CopyAnswer, CopyQuestion, CopyTask, CopyWorkerStart } from './copy-worker-messages.ts';

const TIME_LIMIT_MS = 20_000;
const IDLE_MS = 5 * 60_000;
const MEMORY_LIMIT_MB = 512;

/** The worker did not answer in time, or died. */
export class CopyWorkerError extends Error {}

export interface CopyWorker {
  /** These reject with CopyWorkerError. */
  check(blocks: CheckedBlock[], context: CheckContext): Promise<CheckedFindings[]>;
  suggest(word: string): Promise<string[]>;
  dictionaries(): Promise<DictionaryCondition[]>;
  /** Other dictionaries are in place: the next question is for a worker that reads them. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

type Configuration = Extract<CopyTask, { kind: 'configure' }>;
type ResultOf<Kind extends CopyTask['kind']> = Extract<CopyAnswer['result'], { kind: Kind }>;

interface Waiting {
  task: CopyTask;
  resolve(result: CopyAnswer['result']): void;
  reject(error: CopyWorkerError): void;
}

/** `configuration` gives the rules and words in force: the same value until they change. */
export function createCopyWorker({
  dataFolder,
  configuration,
  timeLimitMs = TIME_LIMIT_MS,
}: {
  dataFolder: string;
  configuration: () => Configuration;
  timeLimitMs?: number;
}): CopyWorker {
  const queue: Waiting[] = [];
  let worker: Worker | null = null;
  /** The configuration the worker was told last. */
  let told: Configuration | null = null;
  let current: { number: number; waiting: Waiting } | null = null;
  let limit: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastNumber = 0;
  let closed = false;

  async function discard(): Promise<void> {
    const ending = worker;
    worker = null;
    told = null;
    await ending?.terminate();
  }

  function settle(finish: (waiting: Waiting) => void): void {
    clearTimeout(limit);
    const settled = current;
    current = null;
    if (settled !== null) finish(settled.waiting);
    next();
  }

  function fail(reason: string): void {
    void discard();
    settle(({ reject }) => reject(new CopyWorkerError(reason)));
  }

  function start(): Worker {
    const started = new Worker(workerBeside(import.meta.url, 'copy-worker'), {
      workerData: { dataFolder } satisfies CopyWorkerStart,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    started.on('message', ({ number, result }: CopyAnswer) => {
      if (current?.number === number) settle(({ resolve }) => resolve(result));
    });
    started.on('error', (error) => worker === started && fail(String(error)));
    started.on('exit', (code) => worker === started && fail(`it ended with code ${code}`));
    return started;
  }

  /** The next question; before it, where the worker knows other rules than those in force, the rules. */
  function takeNext(): Waiting | undefined {
    const [first] = queue;
    const wanted = configuration();
    if (first === undefined || told === wanted || first.task.kind === 'configure') return queue.shift();
    // A worker that cannot be told the rules cannot answer the question behind them.
    return { task: wanted, resolve: () => {}, reject: (error) => queue.shift()?.reject(error) };
  }

  function rest(): void {
    worker?.unref();
    clearTimeout(idle);
    idle = setTimeout(() => void discard(), IDLE_MS);
    idle.unref();
  }

  function next(): void {
    if (current !== null) return;
    const waiting = takeNext();
    if (waiting === undefined) return rest();
    clearTimeout(idle);
    worker ??= start();
    worker.ref();
    lastNumber += 1;
    current = { number: lastNumber, waiting };
    if (waiting.task.kind === 'configure') told = waiting.task;
    limit = setTimeout(() => fail(`no answer within ${timeLimitMs / 1000} s`), timeLimitMs);
    worker.postMessage({ number: lastNumber, task: waiting.task } satisfies CopyQuestion);
  }

  function ask<Kind extends CopyTask['kind']>(
    task: Extract<CopyTask, { kind: Kind }>,
  ): Promise<ResultOf<Kind>> {
    return new Promise((resolve, reject) => {
      if (closed) return reject(new CopyWorkerError('it was closed'));
      queue.push({ task, resolve: (result) => resolve(result as ResultOf<Kind>), reject });
      next();
    });
  }

  return {
    check: async (blocks, context) => (await ask<'check'>({ kind: 'check', blocks, context })).blocks,
    suggest: async (word) => (await ask<'suggest'>({ kind: 'suggest', word })).words,
    dictionaries: async () => (await ask<'configure'>(configuration())).conditions,
    restart: discard,
    async close() {
      closed = true;
      clearTimeout(limit);
      clearTimeout(idle);
      const refused = [...queue.splice(0), ...(current === null ? [] : [current.waiting])];
      current = null;
      for (const { reject } of refused) reject(new CopyWorkerError('it was closed'));
      await discard();
    },
  };
}
