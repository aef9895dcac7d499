/** A client of the desk that works in a data folder, over its local socket; see local-socket.ts. */
import { connect } from 'node:net';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { Contract } from '../../shared/contract/contract.ts';
import { socketPath } from './local-socket.ts';

export type CoreClient = ContractRouterClient<Contract>;

export interface DeskConnection {
  client: CoreClient;
  close(): void;
}

/** Connects to the desk in the folder (an absolute path); null where none can be reached there. */
export function connectToDesk(dataFolder: string): Promise<DeskConnection | null> {
  const path = socketPath(dataFolder);
  const websocket = new WebSocket('ws://localhost/rpc', { createConnection: () => connect(path) });
  websocket.binaryType = 'arraybuffer';
  return new Promise((resolve) => {
    websocket.on('error', () => resolve(null));
    websocket.once('open', () => {
      // ws has the browser's interface as far as the link uses it.
      const link = new RPCLink({ websocket: websocket as unknown as globalThis.WebSocket });
      resolve({ client: createORPCClient(link), close: () => websocket.close() });
    });
  });
}
