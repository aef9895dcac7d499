/**
 * A worker that is kept between questions: started at the first, one question at a time, each within a time limit, ended when
 * nobody has asked for a while. A question that meets the limit costs the worker; the next gets a fresh one.
 */
import { Worker } from 'node:worker_threads';
import { resourceLimits } from './ask-worker.ts';

const TIME_LIMIT_MS = 20_000;
const IDLE_MS = 5 * 60_000;
const MEMORY_LIMIT_MB = 512;

/** The worker did not answer in time, or died. */
export class KeptWorkerError extends Error {}

/** What goes to the worker and comes back; the number tells which answer is whose. */
export interface Numbered<Content> {
  number: number;
  content: Content;
}

export interface KeptWorker<Task, Answer> {
  /** Rejects with KeptWorkerError. */
  ask(task: Task): Promise<Answer>;
  /** The next question is for a new worker. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

interface Waiting<Task, Answer> {
  task: Task;
  resolve(answer: Answer): void;
  reject(error: KeptWorkerError): void;
}

/** `before` gives what a worker has to be told before a task, or null; a worker that cannot be told answers no task. */
export function createKeptWorker<Task, Answer>({
  address,
  workerData,
  before = () => null,
  onGone = () => {},
  timeLimitMs = TIME_LIMIT_MS,
}: {
  address: URL;
  workerData?: unknown;
  before?: (task: Task) => Task | null;
  /** The worker is no more, and with it what it was told. */
  onGone?: () => void;
  timeLimitMs?: number;
}): KeptWorker<Task, Answer> {
  const queue: Waiting<Task, Answer>[] = [];
  let worker: Worker | null = null;
  let current: { number: number; waiting: Waiting<Task, Answer> } | null = null;
  let limit: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastNumber = 0;
  let closed = false;

  async function discard(): Promise<void> {
    const ending = worker;
    worker = null;
    onGone();
    await ending?.terminate();
  }

  function settle(finish: (waiting: Waiting<Task, Answer>) => void): void {
    clearTimeout(limit);
    const settled = current;
    current = null;
    if (settled !== null) finish(settled.waiting);
    next();
  }

  function fail(reason: string): void {
    void discard();
    settle(({ reject }) => reject(new KeptWorkerError(reason)));
  }

  function start(): Worker {
    const started = new Worker(address, {
      workerData,
      resourceLimits: resourceLimits(MEMORY_LIMIT_MB),
    });
    started.on('message', ({ number, content }: Numbered<Answer>) => {
      if (current?.number === number) settle(({ resolve }) => resolve(content));
    });
    started.on('error', (error) => worker === started && fail(String(error)));
    started.on('exit', (code) => worker === started && fail(`it ended with code ${code}`));
    return started;
  }

  function takeNext(): Waiting<Task, Answer> | undefined {
    const [first] = queue;
    const toldFirst = first === undefined ? null : before(first.task);
    if (toldFirst === null) return queue.shift();
    return { task: toldFirst, resolve: () => {}, reject: (error) => queue.shift()?.reject(error) };
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
    limit = setTimeout(() => fail(`no answer within ${timeLimitMs / 1000} s`), timeLimitMs);
    worker.postMessage({ number: lastNumber, content: waiting.task } satisfies Numbered<Task>);
  }

  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new KeptWorkerError('it was closed'));
        queue.push({ task, resolve, reject });
        next();
      }),
    restart: discard,
    async close() {
      closed = true;
      clearTimeout(limit);
      clearTimeout(idle);
      const refused = [...queue.splice(0), ...(current === null ? [] : [current.waiting])];
      current = null;
      for (const { reject } of refused) reject(new KeptWorkerError('it was closed'));
      await discard();
    },
  };
}
