import { implement } from '@orpc/server';
import {
  logLevelSchema,
  systemContract,
  type CheckedPart,
  type ExportProgress,
  type LogEntry,
} from '../../../shared/contract/system.ts';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import type { EventBus } from '../events.ts';
import type { Vault } from '../providers.ts';
import type { SystemService } from './service.ts';

const procedures = implement(systemContract);

/** More waiting events than this, and the listener is too slow to follow one by one; see `eventsOf`. */
const longestQueue = 10_000;

/**
 * The bus as an async iteration, one per listener, ended by `signal` or by the listener. Events wait in memory while
 * the listener is busy; one that falls hopelessly behind is cut off, and starts afresh by refetching.
 */
async function* eventsOf(
  events: EventBus,
  signal: AbortSignal | undefined,
): AsyncGenerator<CoreEvent, void, void> {
  const waiting: CoreEvent[] = [];
  let wake: () => void = () => {};
  let ended = false;
  const end = () => {
    ended = true;
    wake();
  };
  const unsubscribe = events.subscribe((event) => {
    if (waiting.length >= longestQueue) return end();
    waiting.push(event);
    wake();
  });
  signal?.addEventListener('abort', end, { once: true });
  try {
    while (!ended) {
      const event = waiting.shift();
      if (event) {
        yield event;
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    unsubscribe();
    signal?.removeEventListener('abort', end);
  }
}

function gravity(level: LogEntry['level']): number {
  return logLevelSchema.options.indexOf(level);
}

export interface SystemFacts {
  version: string;
  dataFolder: string;
  wireStories(): number;
  sourcesFailing(): number;
  intakePaused(): boolean;
  deliveriesWaiting(): number;
  secretsKeptBy: Vault['keptBy'];
  notices: () => readonly { code: string; detail: string }[];
  readLog(): LogEntry[];
}

/** What takes long and tells how far it is; both end when the signal is aborted. */
export interface SystemTasks {
  check(signal: AbortSignal): AsyncGenerator<CheckedPart, void, void>;
  export(folder: string, withWire: boolean, signal: AbortSignal): AsyncGenerator<ExportProgress, void, void>;
}

const never = new AbortController().signal;

/** The workstation itself behind the contract. */
export function systemRouter(
  facts: SystemFacts,
  system: SystemService,
  tasks: SystemTasks,
  events: EventBus,
) {
  return {
    status: procedures.status.handler(() => ({
      version: facts.version,
      dataFolder: facts.dataFolder,
      wireStories: facts.wireStories(),
      sourcesFailing: facts.sourcesFailing(),
      intakePaused: facts.intakePaused(),
      deliveriesWaiting: facts.deliveriesWaiting(),
      secretsKeptBy: facts.secretsKeptBy,
      notices: [...facts.notices()],
    })),
    backups: procedures.backups.handler(() => system.backups()),
    backUpNow: procedures.backUpNow.handler(() => system.backUpNow()),
    restore: procedures.restore.handler(({ input }) => system.restore(input.name)),
    salvage: procedures.salvage.handler(({ input }) => system.salvage(input.file)),
    recovery: procedures.recovery.handler(() => system.recovery()),
    settleRecovery: procedures.settleRecovery.handler(() => system.settleRecovery()),
    check: procedures.check.handler(({ signal = never }) => tasks.check(signal)),
    export: procedures.export.handler(({ input, signal = never }) =>
      tasks.export(input.folder, input.withWire, signal),
    ),
    log: procedures.log.handler(({ input }) =>
      facts
        .readLog()
        .filter(({ level }) => gravity(level) >= gravity(input.level))
        .slice(0, input.limit),
    ),
    events: procedures.events.handler(({ signal }) => eventsOf(events, signal)),
  };
}
