/** Electron's main process: the desktop on one data folder at a time, or the command line. */
import { join } from 'node:path';
import { app } from 'electron';
import { defaultDataFolder } from '../hosts/providers/default-data-folder.ts';
import { runCommandLine } from './command-line.ts';
import { startDesktop } from './desktop.ts';
import { readLaunch } from './launch.ts';
import { registerScheme } from './protocol.ts';

const built = join(import.meta.dirname, '..');
const launch = readLaunch(process.argv, { isPackaged: app.isPackaged, workingFolder: process.cwd() });

function run(): void {
  // What the window keeps (cache, dictionaries) stays apart from the newsroom's data; the lock goes by this folder.
  const home = launch.dataFolder ?? join(app.getPath('appData'), 'Redaksi');
  app.setPath('userData', join(home, 'window'));
  registerScheme();
  app.enableSandbox();
  if (!app.requestSingleInstanceLock()) return app.quit();
  void startDesktop({
    launch,
    dataFolder: launch.dataFolder ?? defaultDataFolder(),
    preload: join(import.meta.dirname, 'preload.cjs'),
    rendererFolder: join(built, 'renderer'),
    coreEntry: join(built, 'node', 'utility.js'),
    iconFolder: join(built, '..', 'resources', 'icons'),
  });
}

if (launch.cli === null) run();
else void runCommandLine(launch.cli, join(built, 'node', 'cli.js'));
