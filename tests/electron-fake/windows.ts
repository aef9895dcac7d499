import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { FakeEvent } from './events.ts';
import type { FakeMessagePortMain } from './message-port.ts';
import { session, type FakeSession } from './session.ts';

type MetByContents = Pick<
  Electron.WebContents,
  | 'getURL'
  | 'reload'
  | 'isDestroyed'
  | 'isCrashed'
  | 'send'
  | 'setWindowOpenHandler'
  | 'sendInputEvent'
  | 'replaceMisspelling'
  | 'forcefullyCrashRenderer'
  | 'loadURL'
  | 'printToPDF'
>;

/** A page: remembers what it was sent, and can be made to navigate, crash and click as a real one does. */
export class FakeWebContents extends EventEmitter implements MetByContents {
  url = '';
  destroyed = false;
  crashed = false;
  reloads = 0;
  /** `send` calls: channel, then what was sent. */
  sent: unknown[][] = [];
  /** Ports that `postMessage` transferred, with their channel. */
  ports: { channel: string; port: FakeMessagePortMain }[] = [];
  pressed: Electron.KeyboardInputEvent[] = [];
  spelled: string[] = [];
  readonly session: FakeSession = session.defaultSession;
  readonly mainFrame: { readonly url: string };
  private windowOpen: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | null =
    null;

  constructor() {
    super();
    this.mainFrame = Object.defineProperty({ url: '' }, 'url', { get: () => this.url });
    app.emit('web-contents-created', new FakeEvent(), this);
  }

  /** What addresses are answered with; 200 where nothing is said. */
  static answers: Readonly<Record<string, number>> = {};
  printed: Electron.PrintToPDFOptions[] = [];

  async loadURL(url: string): Promise<void> {
    this.url = url;
    this.emit('did-navigate', new FakeEvent(), url, FakeWebContents.answers[url] ?? 200, 'OK');
  }
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer<ArrayBuffer>> {
    this.printed.push(options);
    return Buffer.from(`%PDF ${this.url}`);
  }
  getURL(): string {
    return this.url;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isCrashed(): boolean {
    return this.crashed;
  }
  send(channel: string, ...args: unknown[]): void {
    this.sent.push([channel, ...args]);
    this.emit('fake-sent', channel, ...args);
  }
  postMessage(channel: string, message: unknown, transfer: FakeMessagePortMain[] = []): void {
    this.sent.push([channel, message]);
    for (const port of transfer) this.ports.push({ channel, port });
    this.emit('fake-ports', channel, transfer);
  }
  setWindowOpenHandler(
    handler: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse,
  ): void {
    this.windowOpen = handler;
  }
  sendInputEvent(
    event: Electron.MouseInputEvent | Electron.MouseWheelInputEvent | Electron.KeyboardInputEvent,
  ): void {
    if ('keyCode' in event) this.pressed.push(event);
  }
  replaceMisspelling(text: string): void {
    this.spelled.push(text);
  }
  reload(): void {
    this.reloads += 1;
    this.crashed = false;
    this.emit('did-navigate', new FakeEvent(), this.url, 200, 'OK');
  }

  forcefullyCrashRenderer(): void {
    this.crash('killed');
  }

  /** The page, or a frame in it, tries to go somewhere; whether it got there. */
  navigate(url: string, { isMainFrame = true, event = 'will-frame-navigate' } = {}): boolean {
    const details = Object.assign(new FakeEvent(), { url, isMainFrame, isSameDocument: false, frame: null });
    this.emit(event, details);
    if (!details.defaultPrevented && isMainFrame) this.url = url;
    return !details.defaultPrevented;
  }
  /** The app in the page goes to another of its screens. */
  goTo(hash: string): void {
    this.url = `${this.url.replace(/#.*$/, '')}${hash}`;
    this.emit('did-navigate-in-page', new FakeEvent(), this.url, true, 1, 1);
  }
  /** The page calls `window.open`, or a link asks for a window of its own. */
  openWindow(url: string): Electron.WindowOpenHandlerResponse | undefined {
    return this.windowOpen?.({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'default' },
    });
  }
  /** The page asks for a `<webview>`; whether it got one. */
  attachWebview(): boolean {
    const event = new FakeEvent();
    this.emit('will-attach-webview', event, {}, {});
    return !event.defaultPrevented;
  }
  crash(reason: Electron.RenderProcessGoneDetails['reason'] = 'crashed'): void {
    this.crashed = true;
    const details: Electron.RenderProcessGoneDetails = { reason, exitCode: 139 };
    this.emit('render-process-gone', new FakeEvent(), details);
    app.emit('render-process-gone', new FakeEvent(), this, details);
  }
}

type MetByWindow = Pick<
  Electron.BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'isMinimized'
  | 'isMaximized'
  | 'maximize'
  | 'restore'
  | 'getNormalBounds'
  | 'setOverlayIcon'
>;

const windows: FakeBrowserWindow[] = [];
let focused: FakeBrowserWindow | null = null;

function turnTo(window: FakeBrowserWindow | null): void {
  focused = window;
}

/** A window: closed as a real one is, after its `close` event was not prevented. */
export class FakeBrowserWindow extends EventEmitter implements MetByWindow {
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents: FakeWebContents;
  bounds: Electron.Rectangle;
  minimized = false;
  maximized = false;
  shown = false;
  destroyed = false;
  overlay: string | null = null;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    this.webContents = new FakeWebContents();
    windows.push(this);
  }

  static getAllWindows(): FakeBrowserWindow[] {
    return [...windows];
  }
  static fromWebContents(contents: FakeWebContents): FakeBrowserWindow | null {
    return windows.find(({ webContents }) => webContents === contents) ?? null;
  }
  static getFocusedWindow(): FakeBrowserWindow | null {
    return focused;
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url);
    this.emit('ready-to-show', new FakeEvent());
  }
  show(): void {
    this.shown = true;
    this.focus();
  }
  focus(): void {
    turnTo(this);
    app.emit('browser-window-focus', new FakeEvent(), this);
  }
  blur(): void {
    turnTo(null);
    app.emit('browser-window-blur', new FakeEvent(), this);
  }
  close(): void {
    const event = new FakeEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.webContents.destroyed = true;
    windows.splice(windows.indexOf(this), 1);
    if (focused === this) focused = null;
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (windows.length === 0) app.emit('window-all-closed');
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  maximize(): void {
    this.maximized = true;
    this.emit('maximize');
  }
  /** A person drags it, or one of its edges. */
  placeAt(bounds: Electron.Rectangle): void {
    this.bounds = bounds;
    this.emit('move');
    this.emit('resize');
  }
  restore(): void {
    this.minimized = false;
  }
  getNormalBounds(): Electron.Rectangle {
    return this.bounds;
  }
  setOverlayIcon(overlay: Electron.NativeImage | null, description: string): void {
    this.overlay = overlay === null ? null : description;
  }
}

app.closeWindows = () => {
  for (const window of FakeBrowserWindow.getAllWindows()) window.close();
  return windows.length === 0;
};

type Display = Pick<Electron.Display, 'id' | 'workArea'>;
const oneDisplay: Display[] = [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];

/** The screens; tests plug others in. */
export const screen = {
  displays: oneDisplay,
  getAllDisplays: (): Display[] => screen.displays,
  getPrimaryDisplay: (): Display =>
    screen.displays[0] ?? { id: 0, workArea: { x: 0, y: 0, width: 0, height: 0 } },
};

export function resetWindows(): void {
  windows.length = 0;
  FakeWebContents.answers = {};
  focused = null;
  screen.displays = oneDisplay;
}
