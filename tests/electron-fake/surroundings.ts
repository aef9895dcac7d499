/** What surrounds the windows: menus, tray, notifications, dialogs, the clipboard, other programs. */
import { EventEmitter } from 'node:events';

/** An item as its template says; `click` as a person would. */
export class FakeMenuItem {
  readonly template: Electron.MenuItemConstructorOptions;
  enabled: boolean;
  readonly submenu: FakeMenu | null;

  constructor(template: Electron.MenuItemConstructorOptions) {
    this.template = template;
    this.enabled = template.enabled ?? true;
    this.submenu = Array.isArray(template.submenu) ? FakeMenu.buildFromTemplate(template.submenu) : null;
  }
  get label(): string {
    return this.template.label ?? '';
  }
  click(window?: object): void {
    if (!this.enabled) return;
    const click = this.template.click as
      ((item: object, window?: object, event?: object) => void) | undefined;
    click?.(this, window, {});
  }
}

export class FakeMenu {
  static application: FakeMenu | null = null;
  /** Context menus that were shown, the last one last. */
  static popped: FakeMenu[] = [];
  readonly items: FakeMenuItem[];

  constructor(items: FakeMenuItem[]) {
    this.items = items;
  }
  static buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): FakeMenu {
    return new FakeMenu(template.map((item) => new FakeMenuItem(item)));
  }
  static setApplicationMenu(menu: FakeMenu | null): void {
    FakeMenu.application = menu;
  }
  static getApplicationMenu(): FakeMenu | null {
    return FakeMenu.application;
  }
  all(): FakeMenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.all() ?? [])]);
  }
  getMenuItemById(id: string): FakeMenuItem | null {
    return this.all().find(({ template }) => template.id === id) ?? null;
  }
  labelled(label: string): FakeMenuItem {
    const found = this.all().find((item) => item.label === label);
    if (found === undefined) throw new Error(`no item "${label}"`);
    return found;
  }
  popup(): void {
    FakeMenu.popped.push(this);
  }
}

export class FakeTray extends EventEmitter implements Pick<Electron.Tray, 'setToolTip'> {
  static last: FakeTray | null = null;
  readonly icon: string;
  tooltip = '';
  menu: FakeMenu | null = null;

  constructor(icon: string) {
    super();
    this.icon = icon;
    FakeTray.last = this;
  }
  setToolTip(toolTip: string): void {
    this.tooltip = toolTip;
  }
  setContextMenu(menu: FakeMenu | null): void {
    this.menu = menu;
  }
}

export class FakeNotification extends EventEmitter implements Pick<Electron.Notification, 'show'> {
  static shown: FakeNotification[] = [];
  static isSupported = (): boolean => true;
  readonly options: Electron.NotificationConstructorOptions;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.options = options;
  }
  show(): void {
    FakeNotification.shown.push(this);
  }
}

/** Dialogs: what they said, and the buttons the person presses, in order. */
export const dialog = {
  said: [] as Electron.MessageBoxOptions[],
  errors: [] as { title: string; content: string }[],
  answers: [] as number[],
  async showMessageBox(
    ...words: [Electron.MessageBoxOptions] | [object, Electron.MessageBoxOptions]
  ): Promise<Electron.MessageBoxReturnValue> {
    const options = words.length === 1 ? words[0] : words[1];
    dialog.said.push(options);
    const response = dialog.answers.shift();
    // Nobody presses anything: the dialog stays.
    if (response === undefined) return new Promise(() => {});
    return { response, checkboxChecked: false };
  },
  /** Where the person has files saved, in order; nobody who says nothing saves any. */
  places: [] as string[],
  offered: [] as Electron.SaveDialogOptions[],
  async showSaveDialog(
    ...words: [Electron.SaveDialogOptions] | [object, Electron.SaveDialogOptions]
  ): Promise<Electron.SaveDialogReturnValue> {
    dialog.offered.push(words.length === 1 ? words[0] : words[1]);
    const filePath = dialog.places.shift();
    return { canceled: filePath === undefined, filePath: filePath ?? '' };
  },
  showErrorBox(title: string, content: string): void {
    dialog.errors.push({ title, content });
  },
};

export const clipboard = {
  text: '',
  async writeText(text: string): Promise<void> {
    clipboard.text = text;
  },
} satisfies Pick<Electron.Clipboard, 'writeText'> & { text: string };

/** Other programs: what they were asked to open. */
export const shell = {
  opened: [] as string[],
  async openExternal(url: string): Promise<void> {
    shell.opened.push(url);
  },
  async openPath(path: string): Promise<string> {
    shell.opened.push(path);
    return '';
  },
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath'> & { opened: string[] };

export const nativeTheme = {
  shouldUseDarkColors: false,
  themeSource: 'system' as Electron.NativeTheme['themeSource'],
} satisfies Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'>;

export const nativeImage = {
  createFromPath: (path: string) => ({ path }),
};

export function resetSurroundings(): void {
  FakeMenu.application = null;
  FakeMenu.popped = [];
  FakeTray.last = null;
  FakeNotification.shown = [];
  Object.assign(dialog, { said: [], errors: [], answers: [], places: [], offered: [] });
  clipboard.text = '';
  shell.opened = [];
  nativeTheme.themeSource = 'system';
}
