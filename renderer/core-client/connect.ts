/** The only place that knows by which way the page reaches the core. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { CoreClient } from './core-client.ts';

/** Connects to the core that served this page. */
export async function connect(): Promise<CoreClient> {
  const address = new URL('rpc', window.location.href.replace(/^http/, 'ws').replace(/#.*$/, ''));
  const websocket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    websocket.addEventListener('open', resolve, { once: true });
    websocket.addEventListener('error', reject, { once: true });
  });
  return createORPCClient(new RPCLink({ websocket }));
}
