import { RPCHandler } from '@orpc/server/message-port';
import type { Core } from '../core/core.ts';

type Port = Parameters<RPCHandler<object>['upgrade']>[0] & { start(): void };

/** Serves the core's contract to whoever holds the other end of the port, until it is closed. */
export function serveOverPort(core: Core, port: Port): void {
  new RPCHandler(core.router).upgrade(port, { context: {} });
  port.start();
}
