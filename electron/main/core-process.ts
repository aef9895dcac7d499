/** The utility process that runs the core: started, given ports, asked for files, started again after a crash. */
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import {
  fromCoreSchema,
  type FromCore,
  type ServedToPage,
  type ToCore,
} from '../../shared/page/desktop-messages.ts';
import type { CrashLog } from './crash-log.ts';
import { decideRestart } from './decide-restart.ts';
import { askKeychain } from './keychain.ts';

const STOP_WAIT_MS = 10_000;

/** What the core says that is not about the process itself. */
export type CoreNews = Extract<FromCore, { type: 'ready' | 'look' | 'intake' | 'news' | 'badge' }>;

export interface CoreProcess {
  /** Gives a page a port to the core; while there is none, as soon as there is. */
  handPort(page: WebContents): void;
  serve(path: string): Promise<ServedToPage>;
  tell(message: Extract<ToCore, { type: 'pause-intake' }>): void;
  /** Starts the core once more after `onFailed`. */
  startAgain(): void;
  /** Lets the core reach a safe point, for ten seconds at most; resolves when its process has ended. */
  stop(): Promise<void>;
}

interface CoreProcessOptions {
  /** The built hosts/utility.js. */
  entry: string;
  args: readonly string[];
  crashLog: CrashLog;
  onNews(news: CoreNews): void;
  /** The core is gone, and with it every port to it. */
  onGone(): void;
  /** The core cannot be opened (`sentences` say why), or crashed too often (null). It is not started again by itself. */
  onFailed(sentences: { id: string; en: string } | null): void;
}

/** Starts the core. Electron must be ready. */
export function startCoreProcess(options: CoreProcessOptions): CoreProcess {
  const { entry, args, crashLog, onNews, onGone, onFailed } = options;
  const serving = new Map<number, (file: ServedToPage) => void>();
  const waitingForPort = new Set<WebContents>();
  let lastCall = 0;
  let crashes: readonly number[] = [];
  let stopping = false;
  let restart: NodeJS.Timeout | undefined;
  let child: UtilityProcess | null = fork();

  function tell(message: ToCore, ports: Electron.MessagePortMain[] = []): void {
    child?.postMessage(message, ports);
  }

  function hear(said: unknown): void {
    const message = fromCoreSchema.safeParse(said).data;
    if (message === undefined) return;
    switch (message.type) {
      case 'served':
        serving.get(message.call)?.(message.file);
        serving.delete(message.call);
        break;
      case 'keychain':
        void answerFromKeychain(message);
        break;
      case 'failed':
        fail(message.sentences);
        break;
      default:
        onNews(message);
    }
  }

  async function answerFromKeychain({ call, action, value }: Extract<FromCore, { type: 'keychain' }>) {
    tell({ type: 'keychain-answer', call, value: await askKeychain(action, value) });
  }

  /** Ends what is left of the core and does not start it again. */
  function fail(sentences: { id: string; en: string } | null): void {
    const failed = child;
    child = null;
    failed?.kill();
    forgetCalls();
    onFailed(sentences);
  }

  function forgetCalls(): void {
    for (const answer of serving.values()) answer(null);
    serving.clear();
    onGone();
  }

  function onExit(ended: UtilityProcess, exitCode: number): void {
    if (ended !== child) return;
    child = null;
    forgetCalls();
    if (stopping) return;
    crashLog({ process: 'core', reason: 'ended', exitCode });
    const decision = decideRestart(crashes, Date.now());
    crashes = decision.crashes;
    if (decision.restartInMs === null) onFailed(null);
    else restart = setTimeout(startAgain, decision.restartInMs);
  }

  function fork(): UtilityProcess {
    const forked = utilityProcess.fork(entry, [...args], { serviceName: 'Redaksi', stdio: 'inherit' });
    forked.on('message', (said) => forked === child && hear(said));
    forked.on('exit', (code) => onExit(forked, code));
    forked.on('error', (type, location) => crashLog({ process: 'core', reason: type, at: [location] }));
    return forked;
  }

  function startAgain(): void {
    if (stopping || child !== null) return;
    child = fork();
    for (const page of waitingForPort) handPort(page);
    waitingForPort.clear();
  }

  function handPort(page: WebContents): void {
    if (page.isDestroyed()) return;
    if (child === null) {
      waitingForPort.add(page);
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    tell({ type: 'window-port' }, [port1]);
    page.postMessage('core-port', null, [port2]);
  }

  return {
    handPort,
    serve(path) {
      if (child === null) return Promise.resolve(null);
      lastCall += 1;
      const call = lastCall;
      return new Promise((resolve) => {
        serving.set(call, resolve);
        tell({ type: 'serve', call, path });
      });
    },
    tell,
    startAgain() {
      crashes = [];
      startAgain();
    },
    stop() {
      stopping = true;
      clearTimeout(restart);
      const ending = child;
      if (ending === null) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(() => ending.kill(), STOP_WAIT_MS);
        ending.once('exit', () => {
          clearTimeout(timer);
          resolve();
        });
        tell({ type: 'stop' });
      });
    },
  };
}
