/** Stands before a server that speaks TCP and cuts connections at the moment a test wants. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  port: number;
  /**
   * Cuts the connection once, before the next bytes in either direction are handed on, as soon as `when` holds. What was
   * handed on before has arrived; what comes after never does.
   */
  cutWhen(when: () => boolean): void;
  /** Connections cut so far. */
  cuts(): number;
  close(): Promise<void>;
}

export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  let cutting: (() => boolean) | null = null;
  let cuts = 0;
  const open = new Set<Socket>();

  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const both = [near, far];
    for (const socket of both) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        for (const each of both) each.destroy();
      });
    }
    function handOn(from: Socket, to: Socket): void {
      from.on('data', (bytes) => {
        if (cutting?.() === true) {
          cutting = null;
          cuts += 1;
          for (const each of both) each.destroy();
        } else to.write(bytes);
      });
    }
    handOn(near, far);
    handOn(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    cutWhen(when) {
      cutting = when;
    },
    cuts: () => cuts,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
