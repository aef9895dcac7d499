/**
 * The core for one command: where a desk works in the data folder, that desk's, over its local socket; else one opened
 * here, with nothing running in the background, closed at the end.
 */
import { resolve } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createCore } from '../../core/create-core.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { connectToDesk, type CoreClient } from '../desk-client.ts';
import { systemClock } from '../providers/clock.ts';
import { takeDataFolder } from '../providers/data-folder.ts';
import { defaultDataFolder } from '../providers/default-data-folder.ts';
import { createFileLog } from '../providers/log.ts';
import { createSettingsStore } from '../providers/settings-store.ts';
import { createFileVault } from '../providers/vault.ts';
import { languageHere } from '../start-sentences.ts';
import { programVersion } from '../version.ts';
import { complain } from './command.ts';

interface CoreOptions {
  dataFolder: string | undefined;
  /** The command waits for deliveries: a core opened here sends them (and does nothing else by itself). */
  sends?: boolean;
}

/** Throws DataFolderError where the folder cannot be written, or is in use by a desk that cannot be talked to. */
export async function withCore<Result>(
  { dataFolder, sends = false }: CoreOptions,
  work: (client: CoreClient) => Promise<Result>,
): Promise<Result> {
  const path = resolve(dataFolder ?? defaultDataFolder());
  const desk = await connectToDesk(path);
  if (desk === null) return withOwnCore(path, sends, work);
  try {
    return await work(desk.client);
  } finally {
    desk.close();
  }
}

async function withOwnCore<Result>(
  path: string,
  sends: boolean,
  work: (client: CoreClient) => Promise<Result>,
): Promise<Result> {
  const folder = takeDataFolder(path);
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
      const client: CoreClient = createRouterClient(core.router, { context: {} });
      await tellOfDamage(client);
      if (sends) core.startSending();
      return await work(client);
    } finally {
      await core.stop();
    }
  } finally {
    folder.release();
  }
}

/** A choice that waits after damage is told with every command, until it is made. */
async function tellOfDamage(client: CoreClient): Promise<void> {
  const recovery = await client.system.recovery();
  if (recovery === null) return;
  const { damagedFile, openedBackup, salvagedBackup } = recovery;
  complain(
    translate(languageHere(), 'cli.recovery', {
      file: damagedFile,
      opened: openedBackup ?? '–',
      salvaged: salvagedBackup ?? '–',
    }),
  );
}
