/** An HTTP server on loopback that notes what it is sent, for tests that play the place where copy goes. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

export interface Sent {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What is answered; without a value there is no body. */
export interface Answer {
  status: number;
  value?: unknown;
}

export class SmallServer {
  readonly #server: Server;

  constructor(answer: (sent: Sent) => Answer) {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = 'GET', url = '/', headers } = request;
        const path = new URL(url, 'http://situs').pathname;
        const { status, value } = answer({
          method,
          path,
          headers,
          body: Buffer.concat(chunks).toString('utf8'),
        });
        response.writeHead(status, value === undefined ? {} : { 'content-type': 'application/json' });
        response.end(value === undefined ? undefined : JSON.stringify(value));
      });
    });
  }

  /** Answers with its address. */
  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
