/** The core in Electron's utility process: windows reach it by the ports the main process hands in. */
import { parseArgs } from 'node:util';
import { createRouterClient } from '@orpc/server';
import ElectronStore from 'electron-store';
import { toCoreSchema, type FromCore } from '../../shared/page/desktop-messages.ts';
import { tellDesktop } from './desktop-news.ts';
import { serveLocalSocket } from './local-socket.ts';
import { systemClock } from './providers/clock.ts';
import { takeDataFolder } from './providers/data-folder.ts';
import { defaultDataFolder } from './providers/default-data-folder.ts';
import { createKeychainSealer } from './providers/keychain.ts';
import { createFileLog } from './providers/log.ts';
import { createSettingsStore, SETTINGS_NAME } from './providers/settings-store.ts';
import { createKeyFileSealer, createVault } from './providers/vault.ts';
import { openRunningCore, type RunningCore } from './running-core.ts';
import { serveOverPort } from './serve-over-port.ts';
import { startSentences } from './start-sentences.ts';
import { programVersion } from './version.ts';

const { values } = parseArgs({
  options: { 'data-dir': { type: 'string' }, keychain: { type: 'boolean', default: false } },
  strict: false,
});

function tellMain(message: FromCore): void {
  process.parentPort.postMessage(message);
}

const keychain = createKeychainSealer((call, action, value) =>
  tellMain({ type: 'keychain', call, action, value }),
);

/** Ports of the windows that are served; a window whose port is closed asks for a new one. */
const windowPorts = new Set<Electron.MessagePortMain>();

async function open(): Promise<{ running: RunningCore; close(): Promise<void> }> {
  const folder = takeDataFolder(
    typeof values['data-dir'] === 'string' ? values['data-dir'] : defaultDataFolder(),
  );
  const keyFile = createKeyFileSealer(folder.path);
  const { log, readLog } = createFileLog(folder.path, true);
  const running = await openRunningCore({
    dataFolder: folder.path,
    version: programVersion,
    settingsStore: createSettingsStore(folder.path, (cwd) => new ElectronStore({ cwd, name: SETTINGS_NAME })),
    // A vault that one of them sealed can be opened whichever is at hand now.
    vault: createVault(
      folder.path,
      values.keychain ? [keychain.sealer, keyFile] : [keyFile, keychain.sealer],
    ),
    clock: systemClock,
    log,
    readLog,
    background: true,
  });
  let following = new AbortController();

  /** Keeps the desktop told about the core that runs. */
  async function follow(): Promise<void> {
    const { router } = await running.current();
    const signal = AbortSignal.any([stopping.signal, following.signal]);
    await tellDesktop(createRouterClient(router, { context: {} }), tellMain, { signal, log });
  }

  running.onReopening(() => {
    for (const port of windowPorts) port.close();
    windowPorts.clear();
    following.abort();
    following = new AbortController();
    follow().catch(() => null);
  });
  follow().catch(() => null);
  const localSocket = await serveLocalSocket(running, folder.path, log);
  return {
    running,
    async close() {
      await localSocket?.close();
      await running.stop();
      folder.release();
    },
  };
}

const stopping = new AbortController();
const opened = open();

async function answer(data: unknown, ports: Electron.MessagePortMain[]): Promise<void> {
  const message = toCoreSchema.safeParse(data).data;
  if (message?.type === 'keychain-answer') return keychain.hear(message.call, message.value);
  const { running, close } = await opened;
  if (message?.type === 'stop') {
    stopping.abort();
    await close();
    process.exit(0);
  }
  const core = await running.current();
  const [port] = ports;
  if (message?.type === 'window-port' && port !== undefined) {
    windowPorts.add(port);
    port.on('close', () => windowPorts.delete(port));
    serveOverPort(core, port);
  }
  if (message?.type === 'serve') {
    const file = await core.serve(message.path).catch(() => null);
    tellMain({ type: 'served', call: message.call, file });
  }
  if (message?.type === 'pause-intake') {
    await createRouterClient(core.router, { context: {} }).wire.sources.pauseAll({ paused: message.paused });
  }
}

process.parentPort.on('message', ({ data, ports }) => {
  // A core that does not open has told so already.
  answer(data, ports).catch(() => null);
});

opened.then(
  () => tellMain({ type: 'ready' }),
  (error: unknown) => {
    process.stderr.write(`${startSentences(error).en}\n`);
    tellMain({ type: 'failed', sentences: startSentences(error) });
  },
);
