/** The core in Electron's utility process: windows reach it by the ports the main process hands in. */
import { parseArgs } from 'node:util';
import { createRouterClient } from '@orpc/server';
import ElectronStore from 'electron-store';
import { toCoreSchema, type FromCore } from '../../shared/page/desktop-messages.ts';
import { createCore } from '../core/create-core.ts';
import type { Core } from '../core/core.ts';
import { tellDesktop } from './desktop-news.ts';
import { systemClock } from './providers/clock.ts';
import { takeDataFolder, type DataFolder } from './providers/data-folder.ts';
import { defaultDataFolder } from './providers/default-data-folder.ts';
import { createKeychainSealer } from './providers/keychain.ts';
import { createFileLog } from './providers/log.ts';
import { createSettingsStore, SETTINGS_NAME } from './providers/settings-store.ts';
import { createKeyFileSealer, createVault } from './providers/vault.ts';
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

interface OpenedCore {
  folder: DataFolder;
  core: Core;
  pauseIntake(paused: boolean): Promise<unknown>;
}

async function open(): Promise<OpenedCore> {
  const folder = takeDataFolder(
    typeof values['data-dir'] === 'string' ? values['data-dir'] : defaultDataFolder(),
  );
  const keyFile = createKeyFileSealer(folder.path);
  const log = createFileLog(folder.path, true);
  const core = await createCore({
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
    background: true,
  });
  await core.start();
  const client = createRouterClient(core.router, { context: {} });
  void tellDesktop(client, tellMain, { signal: stopping.signal, log });
  return { folder, core, pauseIntake: (paused) => client.wire.sources.pauseAll({ paused }) };
}

const stopping = new AbortController();
const opened = open();

async function answer(data: unknown, ports: Electron.MessagePortMain[]): Promise<void> {
  const message = toCoreSchema.safeParse(data).data;
  if (message?.type === 'keychain-answer') return keychain.hear(message.call, message.value);
  const { folder, core, pauseIntake } = await opened;
  const [port] = ports;
  if (message?.type === 'window-port' && port !== undefined) serveOverPort(core, port);
  if (message?.type === 'serve') {
    const file = await core.serve(message.path).catch(() => null);
    tellMain({ type: 'served', call: message.call, file });
  }
  if (message?.type === 'pause-intake') await pauseIntake(message.paused);
  if (message?.type === 'stop') {
    stopping.abort();
    await core.stop();
    folder.release();
    process.exit(0);
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
