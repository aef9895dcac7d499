/**
 * Loaded before the program in a forked Node process: makes it look like Electron's utility process from inside, with
 * `process.parentPort` and the ports that come over it. The other end is ForkedUtilityProcess.
 */
import { EventEmitter } from 'node:events';
import { registerHooks } from 'node:module';
import { FakeMessageChannelMain, type FakeMessagePortMain } from './message-port.ts';
import type { Carried } from './utility-process.ts';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    // In a utility process the module has neither `app` nor `ipcMain`.
    return { url: 'data:text/javascript,export default {};', shortCircuit: true };
  },
});

const ports = new Map<number, FakeMessagePortMain>();

function carry(carried: Carried): void {
  process.send?.(carried);
}

function adopt(number: number): FakeMessagePortMain {
  const { port1, port2 } = new FakeMessageChannelMain();
  ports.set(number, port1);
  port1.on('message', ({ data }: { data: unknown }) => carry({ kind: 'port', port: number, data }));
  port1.on('close', () => carry({ kind: 'port-closed', port: number }));
  port1.start();
  return port2;
}

/** Holds what comes until somebody listens, as Electron does. */
class ParentPort extends EventEmitter {
  private waiting: unknown[] = [];

  take(event: unknown): void {
    if (this.listenerCount('message') === 0) this.waiting.push(event);
    else this.emit('message', event);
  }
  override on(name: string, listener: (event: unknown) => void): this {
    super.on(name, listener);
    for (const event of this.waiting.splice(0)) this.emit('message', event);
    return this;
  }
  postMessage(data: unknown): void {
    carry({ kind: 'message', data });
  }
}

const parentPort = new ParentPort();
Object.defineProperty(process, 'parentPort', { value: parentPort });

process.on('message', (received) => {
  const carried = received as Carried;
  if (carried.kind === 'message') {
    parentPort.take({ data: carried.data, ports: (carried.ports ?? []).map(adopt) });
  } else if (carried.kind === 'port') ports.get(carried.port)?.postMessage(carried.data);
  else ports.get(carried.port)?.close();
});
