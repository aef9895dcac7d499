/**
 * Loaded before the built main process in a plain Node process: gives it the stand-in for Electron, with the core forked
 * for real. Tells the parent what was opened, and quits when the parent says so.
 */
import { registerHooks } from 'node:module';
import { app } from './app.ts';
import { protocol } from './session.ts';
import { ForkedUtilityProcess, utilityProcess } from './utility-process.ts';
import { FakeBrowserWindow } from './windows.ts';

const standIn = new URL('electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});

/** What the parent hears. */
export type HostSays =
  | { type: 'core'; said: unknown }
  | { type: 'page'; url: string; preload: string; status: number; html: string };

function tell(message: HostSays): void {
  process.send?.(message);
}

async function tellOfPage(): Promise<void> {
  const [window] = FakeBrowserWindow.getAllWindows();
  const answer = await protocol.handlers.get('app')?.(new Request('app://redaksi/'));
  tell({
    type: 'page',
    url: window?.webContents.url ?? '',
    preload: window?.options.webPreferences?.preload ?? '',
    status: answer?.status ?? 0,
    html: (await answer?.text()) ?? '',
  });
}

utilityProcess.start = (entry, args = []) => {
  const child = new ForkedUtilityProcess(entry, args);
  child.on('message', (said: { type: string }) => {
    tell({ type: 'core', said });
    if (said.type === 'ready') void tellOfPage();
  });
  return child;
};

// A command line that ends by itself must not be held by the channel to the parent.
process.channel?.unref();
process.on('message', () => app.quit());
app.on('quit', (_event, code: number) => process.exit(code));
