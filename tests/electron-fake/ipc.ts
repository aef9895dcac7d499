import { EventEmitter } from 'node:events';
import type { FakeWebContents } from './windows.ts';

/** What pages say to the main process. */
export const ipcMain = new EventEmitter();

/** A page says something; `frame` is the main one unless told. */
export function sayFromPage(
  sender: FakeWebContents,
  channel: string,
  message?: unknown,
  frame: object | null = sender.mainFrame,
): void {
  ipcMain.emit(channel, { sender, senderFrame: frame }, message);
}

type Met = Pick<Electron.IpcRenderer, 'send'>;

/** The preload's side: what it sent, and a way to speak to it. */
export class FakeIpcRenderer extends EventEmitter implements Met {
  sent: unknown[][] = [];

  send(channel: string, ...args: unknown[]): void {
    this.sent.push([channel, ...args]);
  }
  hears(channel: string, event: object, ...args: unknown[]): void {
    this.emit(channel, event, ...args);
  }
}

export const ipcRenderer = new FakeIpcRenderer();

export function resetIpc(): void {
  ipcMain.removeAllListeners();
  ipcRenderer.removeAllListeners();
  ipcRenderer.sent = [];
}
