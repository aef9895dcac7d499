import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { FakeMenu } from '../../../tests/electron-fake/surroundings.ts';
import { FakeWebContents } from '../../../tests/electron-fake/windows.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { listedCommands } from '../../../shared/page/commands.ts';
import { acceleratorOf } from './accelerator.ts';
import { applicationMenu, pressKey, type MenuActions } from './application-menu.ts';

const done: unknown[] = [];
const actions: MenuActions = {
  run: (command) => done.push(command),
  press: (key, modifiers) => done.push([key, ...modifiers]),
  openWindow: () => done.push('window'),
  openLogs: () => done.push('logs'),
  checkForUpdates: null,
};

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

const platforms = ['linux', 'win32', 'darwin'] as const;

describe.each(platforms)('the application menu on %s', (platform) => {
  it.each(['id', 'en'] as const)(
    'in %s has every listed command once, by its words and its keys',
    (language) => {
      const items = flat(applicationMenu({ language, platform, isPackaged: true }, actions));
      for (const [id, { title, keys }] of Object.entries(listedCommands)) {
        const found = items.filter((item) => item.id === id);
        expect(found, id).toHaveLength(1);
        expect(found[0]?.label).toBe(translate(language, title));
        const shown = platform === 'darwin' ? keys.find((each) => each.startsWith('Mod+')) : keys[0];
        expect(found[0]?.accelerator, id).toBe(shown === undefined ? undefined : acceleratorOf(shown));
      }
      for (const item of items.filter(({ type }) => type !== 'separator')) {
        expect(item.label ?? '', JSON.stringify(item)).not.toMatch(/^$|\./);
      }
    },
  );

  it('never takes a letter that is to be typed', () => {
    for (const item of flat(applicationMenu({ language: 'id', platform, isPackaged: true }, actions))) {
      const isHeld = item.accelerator === undefined || /CommandOrControl/.test(String(item.accelerator));
      expect(isHeld || (item.registerAccelerator === false && platform !== 'darwin'), item.id).toBe(true);
    }
  });

  it('has no keys twice, but those of screens that are there by themselves', () => {
    const items = flat(applicationMenu({ language: 'id', platform, isPackaged: true }, actions));
    const alone = ['fronts', 'impact'];
    const screenOf = ({ id = '' }: { id?: string }): string =>
      alone.find((name) => id.startsWith(`${name}.`)) ?? '';
    for (const together of Map.groupBy(items, screenOf).values()) {
      const held = together.flatMap(({ accelerator }) => accelerator ?? []);
      const withMod = held.map(String).filter((each) => each.startsWith('CommandOrControl'));
      expect(new Set(withMod).size).toBe(withMod.length);
    }
  });
});

describe('the items of the menu', () => {
  const open = (facts: { isPackaged: boolean; checkForUpdates?: () => void }): FakeMenu =>
    FakeMenu.buildFromTemplate(
      applicationMenu(
        { language: 'en', platform: 'linux', isPackaged: facts.isPackaged },
        { ...actions, checkForUpdates: facts.checkForUpdates ?? null },
      ),
    );

  it('do what they say', () => {
    const menu = open({ isPackaged: true });
    done.length = 0;
    const item = menu.getMenuItemById('article.new');
    item?.click();
    expect(done, 'off until the page says that it can be done').toEqual([]);
    if (item) item.enabled = true;
    item?.click();
    menu.labelled('New window').click();
    menu.labelled('Undo').click();
    menu.labelled('Redo').click();
    menu.labelled('Open the log folder').click();
    expect(done).toEqual(['article.new', 'window', ['z', 'mod'], ['z', 'mod', 'shift'], 'logs']);
  });

  it('offer updates only where there are any, and developer tools only from source', () => {
    const labels = (menu: FakeMenu) => menu.all().map(({ label }) => label);
    expect(labels(open({ isPackaged: true }))).not.toContain('Check for updates …');
    expect(labels(open({ isPackaged: true, checkForUpdates: () => {} }))).toContain('Check for updates …');
    expect(labels(open({ isPackaged: true }))).not.toContain('Developer tools');
    expect(labels(open({ isPackaged: false }))).toContain('Developer tools');
  });
});

it.each([
  ['Mod+k', 'CommandOrControl+K'],
  ['Mod+Shift+p', 'CommandOrControl+Shift+P'],
  ['Mod+Alt+1', 'CommandOrControl+Alt+1'],
  ['Mod+,', 'CommandOrControl+,'],
  ['ArrowDown', 'Down'],
  ['Mod+Enter', 'CommandOrControl+Return'],
  ['Escape', 'Escape'],
  ['?', '?'],
  ['+', 'Plus'],
])('%s is %s to Electron', (keys, accelerator) => {
  expect(acceleratorOf(keys)).toBe(accelerator);
});

it('presses and lets go of a key', () => {
  const page = new FakeWebContents();
  pressKey(page as FakeWebContents & Electron.WebContents, 'z', ['mod', 'shift']);
  const mod = process.platform === 'darwin' ? 'meta' : 'control';
  expect(page.pressed).toEqual([
    { type: 'keyDown', keyCode: 'z', modifiers: [mod, 'shift'] },
    { type: 'keyUp', keyCode: 'z', modifiers: [mod, 'shift'] },
  ]);
});
