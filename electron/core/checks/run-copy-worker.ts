/** Runs the worker that checks copy; before a question it is told the rules and words in force, where it knows others. */
import type { CheckedFindings } from '../../../shared/checks/check-copy.ts';
import type { CheckContext } from '../../../shared/checks/found.ts';
import type { CheckedBlock, DictionaryCondition } from '../../../shared/contract/checks.ts';
import type { ExampleVerdict, RuleSource } from '../../../shared/contract/house-rules.ts';
import { workerBeside } from '../ask-worker.ts';
import { createKeptWorker } from '../kept-worker.ts';
import type { CopyResult, CopyTask, CopyWorkerStart } from './copy-worker-messages.ts';

export interface CopyWorker {
  /** These reject with KeptWorkerError. */
  check(blocks: CheckedBlock[], context: CheckContext): Promise<CheckedFindings[]>;
  suggest(word: string): Promise<string[]>;
  /** How the examples of a rule fare; its pattern is one that can be used. */
  tryRule(rule: RuleSource, context: CheckContext): Promise<ExampleVerdict[]>;
  dictionaries(): Promise<DictionaryCondition[]>;
  /** Other dictionaries are in place: the next question is for a worker that reads them. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

type Configuration = Extract<CopyTask, { kind: 'configure' }>;
type ResultOf<Kind extends CopyTask['kind']> = Extract<CopyResult, { kind: Kind }>;

/** `configuration` gives the rules and words in force: the same value until they change. */
export function createCopyWorker({
  dataFolder,
  configuration,
  timeLimitMs,
}: {
  dataFolder: string;
  configuration: () => Configuration;
  timeLimitMs?: number;
}): CopyWorker {
  /** The configuration the worker was told last. */
  let told: Configuration | null = null;
  const worker = createKeptWorker<CopyTask, CopyResult>({
    address: workerBeside(import.meta.url, 'copy-worker'),
    workerData: { dataFolder } satisfies CopyWorkerStart,
    before(task) {
      const wanted = configuration();
      if (told === wanted) return null;
      told = wanted;
      return task.kind === 'configure' ? null : wanted;
    },
    onGone: () => (told = null),
    ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
  });

  async function ask<Kind extends CopyTask['kind']>(
    task: Extract<CopyTask, { kind: Kind }>,
  ): Promise<ResultOf<Kind>> {
    return (await worker.ask(task)) as ResultOf<Kind>;
  }

  return {
    check: async (blocks, context) => (await ask<'check'>({ kind: 'check', blocks, context })).blocks,
    suggest: async (word) => (await ask<'suggest'>({ kind: 'suggest', word })).words,
    tryRule: async (rule, context) => (await ask<'try'>({ kind: 'try', rule, context })).verdicts,
    dictionaries: async () => (await ask<'configure'>(configuration())).conditions,
    restart: worker.restart,
    close: worker.close,
  };
}
