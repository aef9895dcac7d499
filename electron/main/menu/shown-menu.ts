/** The application menu as it stands: built anew in another language, its commands switched with the window in front. */
import { BrowserWindow, Menu, type WebContents } from 'electron';
import type { Language } from '../../../shared/i18n/translate.ts';
import { listedCommands } from '../../../shared/page/commands.ts';
import { applicationMenu, type MenuActions } from './application-menu.ts';

export interface ShownMenu {
  show(language: Language, actions: MenuActions): void;
  /** What a page can do now. */
  setAvailable(page: WebContents, commands: readonly string[]): void;
  /** Another window, or none, is in front. */
  refresh(): void;
}

export function createShownMenu(facts: { platform: NodeJS.Platform; isPackaged: boolean }): ShownMenu {
  const available = new WeakMap<WebContents, ReadonlySet<string>>();

  function refresh(): void {
    const page = BrowserWindow.getFocusedWindow()?.webContents;
    const commands = page === undefined ? undefined : available.get(page);
    const menu = Menu.getApplicationMenu();
    for (const id of Object.keys(listedCommands)) {
      const item = menu?.getMenuItemById(id);
      if (item) item.enabled = commands?.has(id) ?? false;
    }
  }

  return {
    show(language, actions) {
      Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu({ ...facts, language }, actions)));
      refresh();
    },
    setAvailable(page, commands) {
      available.set(page, new Set(commands));
      refresh();
    },
    refresh,
  };
}
