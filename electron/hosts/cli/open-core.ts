/** A core for one command: the data folder taken, nothing running in the background, closed at the end. */
import { createCore } from '../../core/create-core.ts';
import type { CoreRouter } from '../../core/router.ts';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { systemClock } from '../providers/clock.ts';
import { takeDataFolder } from '../providers/data-folder.ts';
import { defaultDataFolder } from '../providers/default-data-folder.ts';
import { createFileLog } from '../providers/log.ts';
import { createSettingsStore } from '../providers/settings-store.ts';
import { createFileVault } from '../providers/vault.ts';
import { programVersion } from '../version.ts';

/** Throws DataFolderError where the folder is in use or cannot be written. */
export async function withCore<Result>(
  dataFolder: string | undefined,
  work: (client: RouterClient<CoreRouter>) => Promise<Result>,
): Promise<Result> {
  const folder = takeDataFolder(dataFolder ?? defaultDataFolder());
  try {
    const core = await createCore({
      dataFolder: folder.path,
      version: programVersion,
      settingsStore: createSettingsStore(folder.path),
      vault: createFileVault(folder.path),
      clock: systemClock,
      ...createFileLog(folder.path, false),
      background: false,
    });
    try {
      return await work(createRouterClient(core.router, { context: {} }));
    } finally {
      await core.stop();
    }
  } finally {
    folder.release();
  }
}
