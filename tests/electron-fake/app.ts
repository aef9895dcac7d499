import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeEvent } from './events.ts';

type Met = Pick<
  Electron.App,
  | 'isPackaged'
  | 'whenReady'
  | 'getLocale'
  | 'getPath'
  | 'setPath'
  | 'getVersion'
  | 'quit'
  | 'exit'
  | 'requestSingleInstanceLock'
  | 'enableSandbox'
  | 'setAsDefaultProtocolClient'
  | 'setAppUserModelId'
  | 'setBadgeCount'
  | 'disableHardwareAcceleration'
>;

/** Electron's `app`: ends as the real one does, unless a listener or a window keeps it from it. */
export class FakeApp extends EventEmitter implements Met {
  isPackaged = false;
  locale = 'id';
  paths = new Map<string, string>();
  hasLock = true;
  sandboxed = false;
  protocols: string[] = [];
  badge = 0;
  /** Exit code, once it has ended. */
  ended: number | null = null;
  switches: string[][] = [];
  readonly commandLine = {
    appendSwitch: (...words: string[]): void => void this.switches.push(words),
  } satisfies Pick<Electron.CommandLine, 'appendSwitch'>;
  /** Closes every window as quitting does; whether all are gone. */
  closeWindows: () => boolean = () => true;

  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  getLocale(): string {
    return this.locale;
  }
  getVersion(): string {
    return '0.0.0';
  }
  getPath(name: string): string {
    return this.paths.get(name) ?? join(tmpdir(), 'redaksi-electron-fake', name);
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
  requestSingleInstanceLock(): boolean {
    return this.hasLock;
  }
  enableSandbox(): void {
    this.sandboxed = true;
  }
  setAsDefaultProtocolClient(protocol: string): boolean {
    this.protocols.push(protocol);
    return true;
  }
  setAppUserModelId(): void {}
  disableHardwareAcceleration(): void {}
  setBadgeCount(count = 0): boolean {
    this.badge = count;
    return true;
  }
  quit(): void {
    const event = new FakeEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented || !this.closeWindows()) return;
    const last = new FakeEvent();
    this.emit('will-quit', last);
    if (!last.defaultPrevented) this.exit(0);
  }
  exit(code = 0): void {
    this.ended = code;
    this.emit('quit', new FakeEvent(), code);
  }
  reset(): void {
    this.removeAllListeners();
    this.isPackaged = false;
    this.locale = 'id';
    this.paths.clear();
    this.hasLock = true;
    this.sandboxed = false;
    this.protocols = [];
    this.badge = 0;
    this.ended = null;
    this.switches = [];
  }
}

export const app = new FakeApp();
