import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { FakeMessagePortMain } from './message-port.ts';

type Fork = (modulePath: string, args?: string[], options?: Electron.ForkOptions) => FakeUtilityProcess;

/** A utility process that does nothing by itself: the test speaks for it and crashes it. */
export class FakeUtilityProcess
  extends EventEmitter
  implements Pick<Electron.UtilityProcess, 'kill' | 'pid'>
{
  pid: number | undefined = 1;
  readonly entry: string;
  readonly args: readonly string[];
  /** What the main process said, and the ports it handed in. */
  heard: unknown[] = [];
  ports: FakeMessagePortMain[] = [];

  constructor(entry: string, args: readonly string[]) {
    super();
    this.entry = entry;
    this.args = args;
  }
  postMessage(message: unknown, transfer: FakeMessagePortMain[] = []): void {
    this.heard.push(message);
    this.ports.push(...transfer);
    this.emit('fake-heard', message);
  }
  kill(): boolean {
    this.end(15);
    return true;
  }
  says(message: unknown): void {
    this.emit('message', message);
  }
  end(code: number): void {
    if (this.pid === undefined) return;
    this.pid = undefined;
    for (const port of this.ports) port.close();
    this.emit('exit', code);
  }
}

/** What parent and child say over Node's channel, which cannot transfer ports: their words go over it by number. */
export type Carried =
  | { kind: 'message'; data: unknown; ports?: number[] }
  | { kind: 'port'; port: number; data: unknown }
  | { kind: 'port-closed'; port: number };

/** A real Node process in the place of Electron's utility process; utility-host.ts is the other end. */
export class ForkedUtilityProcess extends FakeUtilityProcess {
  private readonly child: ChildProcess;
  private readonly open = new Map<number, FakeMessagePortMain>();
  private lastPort = 0;

  constructor(entry: string, args: readonly string[]) {
    super(entry, args);
    this.child = fork(entry, args, {
      execArgv: ['--import', join(import.meta.dirname, 'utility-host.ts')],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.pid = this.child.pid;
    this.child.on('message', (carried) => this.take(carried as Carried));
    this.child.on('exit', (code) => this.end(code ?? 1));
  }

  override postMessage(message: unknown, transfer: FakeMessagePortMain[] = []): void {
    const ports = transfer.map((port) => this.adopt(port));
    this.carry({ kind: 'message', data: message, ports });
  }
  override kill(): boolean {
    return this.child.kill();
  }
  /** Holds it still: it answers nothing from now on. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }
  /** Ends it as the system does when it takes its memory back: nothing in it is told. */
  crash(): void {
    this.child.kill('SIGKILL');
  }
  override end(code: number): void {
    for (const port of this.open.values()) port.close();
    this.open.clear();
    super.end(code);
  }

  private carry(carried: Carried): void {
    if (this.child.connected) this.child.send(carried);
  }
  private take(carried: Carried): void {
    if (carried.kind === 'message') this.emit('message', carried.data);
    else if (carried.kind === 'port') this.open.get(carried.port)?.postMessage(carried.data);
    else this.open.get(carried.port)?.close();
  }
  private adopt(port: FakeMessagePortMain): number {
    this.lastPort += 1;
    const number = this.lastPort;
    this.open.set(number, port);
    port.on('message', ({ data }: { data: unknown }) => this.carry({ kind: 'port', port: number, data }));
    port.on('close', () => this.carry({ kind: 'port-closed', port: number }));
    port.start();
    return number;
  }
}

/** Scripted processes; tests of the real core ask for forked ones. */
export const utilityProcess = {
  forked: [] as FakeUtilityProcess[],
  start: ((entry, args = []) => new FakeUtilityProcess(entry, args)) as Fork,
  fork(entry: string, args: string[] = [], options: Electron.ForkOptions = {}): FakeUtilityProcess {
    const child = utilityProcess.start(entry, args, options);
    utilityProcess.forked.push(child);
    return child;
  },
  last(): FakeUtilityProcess {
    const child = utilityProcess.forked.at(-1);
    if (child === undefined) throw new Error('nothing was forked');
    return child;
  },
};

export function resetUtilityProcess(): void {
  utilityProcess.forked = [];
  utilityProcess.start = (entry, args = []) => new FakeUtilityProcess(entry, args);
}
