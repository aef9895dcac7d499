/** For tests: a site over HTTP that answers as its script says, and else as its kind does. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { onTestFinished } from 'vitest';

export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

export interface Call {
  method: string;
  route: string;
  body: string;
  authorization: string | undefined;
}

const saying =
  (type: string) =>
  (body: string, status: number, headers: Record<string, string>): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(body);
  };

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  saying('application/json')(JSON.stringify(value), status, headers);

export const html = (body: string, status = 200, headers: Record<string, string> = {}): Reply =>
  saying('text/html')(body, status, headers);

/** Never answers. */
export const endless: Reply = () => {};

/** Answers as told the first times, and for ever after as the last says. */
export function inTurn(...replies: [Reply, ...Reply[]]): Reply {
  let call = 0;
  return (response, request) => {
    const reply = replies[Math.min(call, replies.length - 1)] ?? replies[0];
    call += 1;
    reply(response, request);
  };
}

/** Listens until the test ends. `answer` is given the address asked for and what is known of the call. */
export async function serve(
  {
    routeOf,
    answer,
  }: {
    routeOf: (address: URL) => string;
    answer: (call: Call, address: URL) => Reply;
  },
  tls: { key: string; cert: string } | null = null,
): Promise<{ url: string; calls: Call[] }> {
  const calls: Call[] = [];
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const address = new URL(request.url ?? '/', 'http://situs.test');
      const call = {
        method: request.method ?? 'GET',
        route: routeOf(address),
        body: Buffer.concat(chunks).toString('utf8'),
        authorization: request.headers.authorization,
      };
      calls.push(call);
      answer(call, address)(response, request);
    });
  };
  const server = tls === null ? createServer(listener) : createTlsServer(tls, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return { url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${address.port}`, calls };
}
