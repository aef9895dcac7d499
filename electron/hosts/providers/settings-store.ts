/** Settings on disk: `settings.json` in the data folder, written whole and atomically. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import type { SettingsStore } from '../../core/providers.ts';

export const SETTINGS_NAME = 'settings';

/** What `conf` and `electron-store` have in common. */
export interface WholeStore {
  store: Record<string, unknown>;
}

/** For hosts that run on plain Node. */
function openConf(dataFolder: string): WholeStore {
  return new Conf({ cwd: dataFolder, configName: SETTINGS_NAME });
}

/** A file that is no JSON is moved aside, with the time in its name, and the settings begin anew. */
function openSound(dataFolder: string, openStore: (dataFolder: string) => WholeStore): WholeStore {
  try {
    return openStore(dataFolder);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
    const file = join(dataFolder, `${SETTINGS_NAME}.json`);
    renameSync(file, join(dataFolder, `${SETTINGS_NAME}-damaged-${stamp}.json`));
    return openStore(dataFolder);
  }
}

/** The store over whichever library the host may use. */
export function createSettingsStore(dataFolder: string, openStore = openConf): SettingsStore {
  const opened = openSound(dataFolder, openStore);
  return {
    read: () => opened.store,
    write: (settings) => (opened.store = { ...settings }),
  };
}
