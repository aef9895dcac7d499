/** Stands before a site and loses answers: the site has done what it was asked, and nobody hears of it. */
import { once } from 'node:events';
import { createServer, request as forward, type OutgoingHttpHeaders } from 'node:http';

export interface LosingProxy {
  url: string;
  /** The next request that matches reaches the site; its answer is cut off or, with `hang`, held back for ever. */
  loseNext(method: string, path: RegExp, how?: 'cut' | 'hang'): void;
  /** From now on a share (0–1) of the answers to what changes something is cut off, after the site has done it. */
  loseSome(share: number, random: () => number): void;
  /** Answers lost so far. */
  lost(): number;
  close(): Promise<void>;
}

/** `strips`: a header that never reaches the site, as hosts do with `Authorization`. */
export async function startLosingProxy(
  site: string,
  { strips }: { strips?: string } = {},
): Promise<LosingProxy> {
  const { hostname, port } = new URL(site);
  let wanted: { method: string; path: RegExp; how: 'cut' | 'hang' } | null = null;
  let lost = 0;
  let losesByChance: () => boolean = () => false;

  function losesThis(method = 'GET'): boolean {
    return method !== 'GET' && losesByChance();
  }

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const isWanted = wanted !== null && request.method === wanted.method && wanted.path.test(path);
    const losing = isWanted ? wanted : losesThis(request.method) ? { how: 'cut' as const } : null;
    if (isWanted) wanted = null;
    const headers: OutgoingHttpHeaders = { ...request.headers, host: `${hostname}:${port}` };
    if (strips !== undefined) delete headers[strips];
    const upstream = forward({ hostname, port, path, method: request.method, headers }, (answer) => {
      if (!losing) {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        return;
      }
      answer.resume();
      answer.once('end', () => {
        lost += 1;
        if (losing.how === 'cut') response.destroy();
      });
    });
    upstream.once('error', () => response.destroy());
    request.pipe(upstream);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    loseNext(method, path, how = 'cut') {
      wanted = { method, path, how };
    },
    loseSome(share, random) {
      losesByChance = () => random() < share;
    },
    lost: () => lost,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
