/** What the desktop itself remembers: `desktop.json` beside the window's cache. No newsroom data, no secrets. */
import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { z } from 'zod';

const windowStateSchema = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
  /** Where in the app it was: the part of the address after `#`, that included. */
  hash: z.string(),
});
export type WindowState = z.output<typeof windowStateSchema>;

const desktopSchema = z.object({
  windows: z.array(windowStateSchema).default([]),
  language: z.enum(['id', 'en']).nullable().default(null),
  /** Languages that spelling is checked by; see spelling.ts. */
  spellingLanguages: z.array(z.enum(['id', 'en'])).default(['id', 'en']),
  /** It was said that the program goes on in the tray. */
  trayTold: z.boolean().default(false),
  /** Set by hand by whoever looks after the newsroom's computers; see docs/desktop.md. */
  updateFeed: z.string().default(''),
  spellingAddress: z.string().default(''),
});
export type DesktopMemory = z.output<typeof desktopSchema>;

export interface DesktopStore {
  read(): DesktopMemory;
  write(change: Partial<Omit<DesktopMemory, 'updateFeed' | 'spellingAddress'>>): void;
}

/** Opens the file in `folder` (absolute). Whatever of it cannot be read counts as not remembered. */
export function openDesktopStore(folder: string): DesktopStore {
  const store = new ElectronStore({ cwd: folder, name: 'desktop', clearInvalidConfig: true });
  // The library answers pages that ask where its files lie; ours have no need to know.
  ipcMain.removeAllListeners('electron-store-get-data');

  function read(): DesktopMemory {
    const stored = store.store;
    const whole = desktopSchema.safeParse(stored);
    if (whole.success) return whole.data;
    const sound = Object.entries(stored).filter(
      ([name, value]) => desktopSchema.partial().safeParse({ [name]: value }).success,
    );
    return desktopSchema.parse(Object.fromEntries(sound));
  }

  return {
    read,
    write(change) {
      try {
        store.store = { ...store.store, ...change };
      } catch {
        // A folder that cannot be written costs the place of the windows, no more.
      }
    },
  };
}
