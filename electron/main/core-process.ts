/** The utility process that runs the core: started, given ports, asked for files, started again after a crash. */
import {
  MessageChannelMain,
  safeStorage,
  utilityProcess,
  type IpcMainEvent,
  type UtilityProcess,
} from 'electron';
import { fromCoreSchema, type ServedToPage, type ToCore } from '../../shared/page/desktop-messages.ts';
import { isOwnPage } from './policy.ts';

const STOP_WAIT_MS = 10_000;
/** A core that crashes more often than this within a minute is not started again. */
const MOST_CRASHES = 3;
const CRASHES_COUNT_MS = 60_000;

export interface CoreProcess {
  /** Gives the window that asks a port to the core, if it is ours that asks. */
  handPort(event: IpcMainEvent): void;
  serve(path: string): Promise<ServedToPage>;
  /** Lets the core reach a safe point; resolves when its process has ended. */
  stop(): Promise<void>;
}

interface CoreProcessOptions {
  /** The built hosts/utility.js. */
  entry: string;
  dataFolder: string | null;
  /** The core cannot be opened, or keeps crashing; null: no reason was given. */
  onFailed(sentences: { id: string; en: string } | null): void;
}

/** Whether the system keeps secrets for us; `basic_text` would only look as if it did. */
function hasKeychain(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

function askKeychain(action: 'seal' | 'open', value: string): string | null {
  try {
    if (action === 'seal') return safeStorage.encryptString(value).toString('base64');
    return safeStorage.decryptString(Buffer.from(value, 'base64'));
  } catch {
    return null;
  }
}

/** Starts the core. Electron must be ready. */
export function startCoreProcess({ entry, dataFolder, onFailed }: CoreProcessOptions): CoreProcess {
  const serving = new Map<number, (file: ServedToPage) => void>();
  let lastCall = 0;
  let crashes: number[] = [];
  let stopping = false;
  let failed = false;
  let child = fork();

  function tell(message: ToCore): void {
    child.postMessage(message);
  }

  function fail(sentences: { id: string; en: string } | null): void {
    if (failed || stopping) return;
    failed = true;
    onFailed(sentences);
  }

  function hear(said: unknown): void {
    const message = fromCoreSchema.safeParse(said).data;
    if (message?.type === 'served') {
      serving.get(message.call)?.(message.file);
      serving.delete(message.call);
    } else if (message?.type === 'keychain') {
      const value = askKeychain(message.action, message.value);
      tell({ type: 'keychain-answer', call: message.call, value });
    } else if (message?.type === 'failed') {
      fail(message.sentences);
    }
  }

  function onExit(): void {
    for (const answer of serving.values()) answer(null);
    serving.clear();
    if (stopping || failed) return;
    const now = Date.now();
    crashes = [...crashes.filter((crash) => now - crash < CRASHES_COUNT_MS), now];
    if (crashes.length > MOST_CRASHES) return fail(null);
    child = fork();
  }

  function fork(): UtilityProcess {
    const args = dataFolder === null ? [] : [`--data-dir=${dataFolder}`];
    if (hasKeychain()) args.push('--keychain');
    const forked = utilityProcess.fork(entry, args, { serviceName: 'Redaksi', stdio: 'inherit' });
    forked.on('message', hear);
    forked.on('exit', onExit);
    return forked;
  }

  return {
    handPort(event) {
      const { sender, senderFrame } = event;
      if (senderFrame === null || senderFrame !== sender.mainFrame || !isOwnPage(senderFrame.url)) return;
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ type: 'window-port' } satisfies ToCore, [port1]);
      sender.postMessage('core-port', null, [port2]);
    },
    serve(path) {
      lastCall += 1;
      const call = lastCall;
      return new Promise((resolve) => {
        serving.set(call, resolve);
        tell({ type: 'serve', call, path });
      });
    },
    stop() {
      stopping = true;
      if (child.pid === undefined) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(() => child.kill(), STOP_WAIT_MS);
        child.once('exit', () => {
          clearTimeout(timer);
          resolve();
        });
        tell({ type: 'stop' });
      });
    },
  };
}
