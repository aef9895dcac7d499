/** A whole core in a folder of its own, for tests: real databases, real workers, a clock that can be moved. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { Core } from './core.ts';
import type { Database } from './database/open.ts';
import { createCore } from './create-core.ts';
import { createEventBus } from './events.ts';
import { createPeopleService, type PeopleService } from './people/service.ts';
import type { CoreProviders } from './providers.ts';
import type { CoreRouter } from './router.ts';
import type { Workplace } from './workplace.ts';

export interface TestCore {
  core: Core;
  client: RouterClient<CoreRouter>;
  dataFolder: string;
  /** Moves the core's clock forward. */
  advance(milliseconds: number): void;
  /** Stops the core and opens the same folder again. */
  reopen(): Promise<TestCore>;
  close(): Promise<void>;
}

/** A house of one, for tests that make a slice by hand. */
export function openTestHouse(database: Database, now = () => Date.now()): PeopleService {
  return createPeopleService({
    database,
    events: createEventBus(() => {}),
    clock: { now },
    firstPerson: { name: 'Sari', code: 'SU02' },
  });
}

/** Its workplace. */
export function openTestWorkplace(database: Database): Workplace {
  return openTestHouse(database).workplace;
}

/** Says who the first person is. */
export async function nameFirstPerson(desk: TestCore, name: string, code: string): Promise<void> {
  const [first] = (await desk.client.people.list()).people;
  if (first !== undefined) await desk.client.people.change({ ...first, name, code });
}

/** Opens a core on `dataFolder`, or on a new temporary folder that `close` removes. */
export async function openTestCore(
  options: Partial<CoreProviders> = {},
  dataFolder = mkdtempSync(join(tmpdir(), 'redaksi-core-')),
): Promise<TestCore> {
  let ahead = 0;
  let settings: unknown = undefined;
  const secrets = new Map<string, string>();
  const core = await createCore({
    dataFolder,
    version: 'test',
    settingsStore: { read: () => settings, write: (value) => (settings = value) },
    vault: {
      keptBy: 'key-file',
      get: async (key) => secrets.get(key) ?? null,
      set: async (key, secret) => void secrets.set(key, secret),
      delete: async (key) => void secrets.delete(key),
    },
    clock: { now: () => Date.now() + ahead },
    log: { info() {}, warn() {}, error() {} },
    readLog: () => [],
    background: false,
    ...options,
  });
  await core.start();
  return {
    core,
    client: createRouterClient(core.router, { context: {} }),
    dataFolder,
    advance(milliseconds) {
      ahead += milliseconds;
    },
    async reopen() {
      await core.stop();
      return openTestCore(options, dataFolder);
    },
    async close() {
      await core.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
