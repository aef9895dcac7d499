/** The application menu: every command of shared/page/commands.ts with its keys, and what a desktop program has besides. */
import type { BaseWindow, MenuItemConstructorOptions, WebContents } from 'electron';
import { translate, type Language, type MessageKey } from '../../../shared/i18n/translate.ts';
import { listedCommands, type CommandGroup, type ListedCommandId } from '../../../shared/page/commands.ts';
import { acceleratorOf } from './accelerator.ts';

type Item = MenuItemConstructorOptions;

export interface MenuActions {
  run(command: ListedCommandId, window: BaseWindow | undefined): void;
  /** Presses keys in the page, which has an undo of its own that the system's knows nothing of. */
  press(key: string, modifiers: ('shift' | 'mod')[], window: BaseWindow | undefined): void;
  openWindow(): void;
  openLogs(): void;
  /** Null where no update feed is configured. */
  checkForUpdates: (() => void) | null;
}

interface MenuFacts {
  language: Language;
  platform: NodeJS.Platform;
  /** Developer tools are for those who run it from source. */
  isPackaged: boolean;
}

const commands = Object.entries(listedCommands).map(([id, command]) => ({
  ...command,
  id: id as ListedCommandId,
}));

/** Commands that have a better place than the menu of their group. */
const ELSEWHERE = new Set<ListedCommandId>(['article.new', 'wire.import', 'go.settings', 'help.palette']);

/** Builds the menu; ids of the commands' items are those of the list, so that they can be switched on and off. */
export function applicationMenu({ language, platform, isPackaged }: MenuFacts, actions: MenuActions): Item[] {
  const isMac = platform === 'darwin';
  const words = (key: MessageKey): string => translate(language, key);
  const separator: Item = { type: 'separator' };

  /**
   * The page takes its keys itself and the menu only shows them. On a Mac the menu would take them, so keys without
   * Command, which are letters to be typed, are not given to it.
   */
  function item(id: ListedCommandId): Item {
    const { title, keys } = listedCommands[id];
    const [shown] = isMac ? keys.filter((each) => each.startsWith('Mod+')) : keys;
    return {
      id,
      label: words(title),
      enabled: false,
      ...(shown === undefined ? {} : { accelerator: acceleratorOf(shown), registerAccelerator: false }),
      click: (_item, window) => actions.run(id, window),
    };
  }

  function itemsOf(group: CommandGroup): Item[] {
    return commands
      .filter((each) => each.group === group && !ELSEWHERE.has(each.id))
      .map(({ id }) => item(id));
  }

  function role(name: NonNullable<Item['role']>, key: MessageKey): Item {
    return { role: name, label: words(key) };
  }

  const about = role('about', 'desktop.menu.about');
  const quit = role('quit', 'desktop.menu.quit');
  const settings = item('go.settings');

  const macMenu: Item = {
    label: 'Redaksi',
    submenu: [
      about,
      separator,
      settings,
      separator,
      role('services', 'desktop.menu.services'),
      separator,
      role('hide', 'desktop.menu.hide'),
      role('hideOthers', 'desktop.menu.hideOthers'),
      role('unhide', 'desktop.menu.unhide'),
      separator,
      quit,
    ],
  };

  const file: Item = {
    label: words('desktop.menu.file'),
    submenu: [
      item('article.new'),
      {
        label: words('desktop.menu.newWindow'),
        accelerator: 'CommandOrControl+Shift+N',
        click: () => actions.openWindow(),
      },
      item('wire.import'),
      separator,
      ...(isMac ? [] : [settings, separator]),
      role('close', 'desktop.menu.closeWindow'),
      ...(isMac ? [] : [quit]),
    ],
  };

  function pressed(label: MessageKey, key: string, modifiers: ('shift' | 'mod')[]): Item {
    const shift = modifiers.includes('shift') ? 'Shift+' : '';
    return {
      label: words(label),
      accelerator: `CommandOrControl+${shift}${key.toUpperCase()}`,
      registerAccelerator: false,
      click: (_item, window) => actions.press(key, modifiers, window),
    };
  }

  const edit: Item = {
    label: words('desktop.menu.edit'),
    submenu: [
      pressed('desktop.menu.undo', 'z', ['mod']),
      pressed('desktop.menu.redo', 'z', ['mod', 'shift']),
      separator,
      role('cut', 'desktop.menu.cut'),
      role('copy', 'desktop.menu.copy'),
      role('paste', 'desktop.menu.paste'),
      role('pasteAndMatchStyle', 'desktop.menu.pastePlain'),
      role('selectAll', 'desktop.menu.selectAll'),
    ],
  };

  const view: Item = {
    label: words('desktop.menu.view'),
    submenu: [
      item('help.palette'),
      separator,
      ...itemsOf('palette.group.look'),
      separator,
      role('resetZoom', 'desktop.menu.zoomReset'),
      role('zoomIn', 'desktop.menu.zoomIn'),
      role('zoomOut', 'desktop.menu.zoomOut'),
      separator,
      role('togglefullscreen', 'desktop.menu.fullScreen'),
      ...(isPackaged ? [] : [separator, role('toggleDevTools', 'desktop.menu.developer')]),
    ],
  };

  const windowMenu: Item = {
    role: 'window',
    label: words('desktop.menu.window'),
    submenu: [
      role('minimize', 'desktop.menu.minimize'),
      ...(isMac ? [separator, role('front', 'desktop.menu.front')] : []),
    ],
  };

  const { checkForUpdates } = actions;
  const help: Item = {
    role: 'help',
    label: words('desktop.menu.help'),
    submenu: [
      ...itemsOf('palette.group.help'),
      separator,
      { label: words('desktop.menu.logs'), click: () => actions.openLogs() },
      ...(checkForUpdates === null
        ? []
        : [{ label: words('desktop.menu.update'), click: () => checkForUpdates() }]),
      ...(isMac ? [] : [separator, about]),
    ],
  };

  const groups = [...new Set(commands.map(({ group }) => group))]
    .filter((group) => group !== 'palette.group.look' && group !== 'palette.group.help')
    .map((group): Item => ({ label: words(group), submenu: itemsOf(group) }));

  return [...(isMac ? [macMenu] : []), file, edit, view, ...groups, windowMenu, help];
}

/** Presses a key in a page as if a person had. */
export function pressKey(page: WebContents, key: string, modifiers: ('shift' | 'mod')[]): void {
  const mod = process.platform === 'darwin' ? 'meta' : 'control';
  const held = modifiers.map((each) => (each === 'mod' ? mod : each));
  page.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: held });
  page.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers: held });
}
