/** The workstation in Electron, on a data folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { settingsSchema } from '../../shared/contract/settings.ts';
import { electronProgram } from '../../electron/hosts/electron-program.ts';

export const root = resolve(import.meta.dirname, '..', '..');

export class Desktop {
  readonly folder: string;
  app: ElectronApplication | null = null;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    const settings = settingsSchema.parse({ firstRun: { done: true } });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  }

  /** Starts the program and waits for its first window. */
  async start(...words: string[]): Promise<Page> {
    const executablePath = electronProgram(root);
    if (executablePath === null) throw new Error('There is no Electron here; see .ci/test-desktop.ts.');
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [...sandbox, root, `--data-dir=${this.folder}`, '--lang=id', ...words];
    this.app = await _electron.launch({ executablePath, args });
    return this.app.firstWindow();
  }

  get running(): ElectronApplication {
    if (this.app === null) throw new Error('The desktop is not started.');
    return this.app;
  }

  /** Quits as a person does, and waits until the program has ended. */
  async quit(): Promise<void> {
    const { running } = this;
    const ended = new Promise<void>((resolve) => running.once('close', () => resolve()));
    await running.evaluate(({ app }) => app.quit());
    await ended;
    this.app = null;
  }

  /** Chooses an item of the application menu by the id of its command. */
  async choose(command: string): Promise<void> {
    await this.running.evaluate(({ Menu, BrowserWindow }, id) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(id);
      item?.click(undefined, BrowserWindow.getAllWindows()[0]);
    }, command);
  }

  /** Kills the process the core runs in. */
  async killCore(): Promise<void> {
    const pid = await this.running.evaluate(({ app }) => {
      const core = app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'Redaksi');
      return core?.pid ?? null;
    });
    if (pid === null) throw new Error('The core was not found among the processes.');
    process.kill(pid, 'SIGKILL');
  }
}

export const test = base.extend<{ desktop: Desktop }>({
  async desktop({ baseURL: _none }, provide) {
    const folder = mkdtempSync(join(tmpdir(), 'redaksi-desktop-'));
    const desktop = new Desktop(join(folder, 'data'));
    await provide(desktop);
    await desktop.app?.close();
    rmSync(folder, { recursive: true, force: true });
  },
});
