/** Electron's main process: one instance, one core in a process of its own, windows on app://redaksi/. */
import { join, resolve } from 'node:path';
import { app, dialog, ipcMain, protocol, session } from 'electron';
import { startCoreProcess, type CoreProcess } from './core-process.ts';
import { guardSession } from './policy.ts';
import { answerRequest, registerScheme } from './protocol.ts';
import { openWindow, showWindow } from './windows.ts';

const preload = join(import.meta.dirname, 'preload.cjs');
const rendererFolder = join(import.meta.dirname, '..', 'renderer');
const coreEntry = join(import.meta.dirname, '..', 'node', 'utility.js');

const dataFolder = app.commandLine.hasSwitch('data-dir')
  ? resolve(app.commandLine.getSwitchValue('data-dir'))
  : null;

/** What the window itself keeps (cache, spelling) stays apart from the newsroom's data; one instance a data folder. */
function windowFolder(): string {
  return join(dataFolder ?? join(app.getPath('appData'), 'Redaksi'), 'window');
}

function onFailed(sentences: { id: string; en: string } | null): void {
  const isIndonesian = app.getLocale().startsWith('id');
  const unknown = {
    id: 'Redaksi berhenti berulang kali. Catatannya ada di folder data.',
    en: 'Redaksi stopped again and again. The log is in the data folder.',
  };
  dialog.showErrorBox('Redaksi', (sentences ?? unknown)[isIndonesian ? 'id' : 'en']);
  app.exit(1);
}

async function run(): Promise<void> {
  await app.whenReady();
  const core: CoreProcess = startCoreProcess({ entry: coreEntry, dataFolder, onFailed });
  guardSession(session.defaultSession);
  protocol.handle('app', (request) => answerRequest(request, { rendererFolder, serve: core.serve }));
  ipcMain.on('core-port-wanted', (event) => core.handPort(event));

  let stopped = false;
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', showWindow);
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void core.stop().then(() => {
      stopped = true;
      app.quit();
    });
  });
  openWindow(preload);
}

app.setPath('userData', windowFolder());
registerScheme();
app.enableSandbox();
if (app.requestSingleInstanceLock()) void run();
else app.quit();
