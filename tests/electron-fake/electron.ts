/**
 * Stands in for the module `electron` in unit tests: small, but what it has behaves as electron.d.ts and Electron's
 * documentation say, and its types are held to that file. Product code gets it by the alias in vitest.config.ts; tests
 * reach its own side (what was said, how to crash it) by importing these files.
 */
import { app } from './app.ts';
import { ipcMain, ipcRenderer } from './ipc.ts';
import { FakeMessageChannelMain } from './message-port.ts';
import { protocol, safeStorage, session } from './session.ts';
import {
  clipboard,
  dialog,
  FakeMenu,
  FakeNotification,
  FakeTray,
  nativeImage,
  nativeTheme,
  shell,
} from './surroundings.ts';
import { utilityProcess } from './utility-process.ts';
import { FakeBrowserWindow, screen } from './windows.ts';

export {
  app,
  clipboard,
  dialog,
  FakeBrowserWindow as BrowserWindow,
  FakeMenu as Menu,
  FakeMessageChannelMain as MessageChannelMain,
  FakeNotification as Notification,
  FakeTray as Tray,
  ipcMain,
  ipcRenderer,
  nativeImage,
  nativeTheme,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
};

// electron-store takes the module whole.
export default { app, ipcMain, ipcRenderer, shell };
