/** HTTP requests to the loopback host, from gate to answer. */
import { createReadStream } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { everyResponse, fileSecurityPolicy } from '../../../shared/page/security-policy.ts';
import type { ServedFile } from '../../core/core.ts';
import type { Log } from '../../core/providers.ts';
import type { RunningCore } from '../running-core.ts';
import type { Gate, Refusal } from './gate.ts';
import type { StaticFiles } from './static-files.ts';

const largestTicketBytes = 1_000;

async function readSmallBody(request: IncomingMessage): Promise<string | null> {
  let size = 0;
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > largestTicketBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  response.writeHead(status, {
    ...everyResponse,
    'content-security-policy': fileSecurityPolicy,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(`${reason}\n`);
}

async function send(response: ServerResponse, file: ServedFile, withBody: boolean): Promise<void> {
  response.writeHead(200, {
    ...everyResponse,
    'content-security-policy': fileSecurityPolicy,
    'content-type': file.mimeType,
    ...file.headers,
  });
  if (!withBody) return void response.end();
  if ('bytes' in file.content) return void response.end(file.content.bytes);
  await pipeline(createReadStream(file.content.path), response);
}

/** Whoever asked has gone: a page that was left, a picture that was scrolled past. Nothing is wrong here. */
function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'EPIPE';
}

/** The page's path, or null where the address cannot be read as one. */
function pathOf(request: IncomingMessage): string | null {
  try {
    return decodeURIComponent(new URL(request.url ?? '', 'http://host').pathname);
  } catch {
    return null;
  }
}

export function createRequestListener({
  gate,
  running,
  staticFiles,
  log,
}: {
  gate: Gate;
  running: RunningCore;
  staticFiles: StaticFiles;
  log: Log;
}): RequestListener {
  async function openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = gate.refuseOrigin(request.headers);
    if (refusal) return refuse(response, refusal);
    const ticket = await readSmallBody(request);
    if (ticket === null) return refuse(response, { status: 413, reason: 'too large' });
    const cookie = gate.exchange(ticket);
    if (cookie === null) return refuse(response, { status: 401, reason: 'this ticket is not good any more' });
    response.writeHead(204, { ...everyResponse, 'set-cookie': cookie, 'cache-control': 'no-store' });
    response.end();
  }

  /** POST opens a session; GET tells whether there is one. */
  async function answerSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') return openSession(request, response);
    if (request.method !== 'GET') return refuse(response, { status: 405, reason: 'not here' });
    const refusal = gate.refuseSession(request.headers);
    if (refusal) return refuse(response, refusal);
    response.writeHead(204, { ...everyResponse, 'cache-control': 'no-store' });
    response.end();
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = gate.refuseHost(request.headers);
    if (refusal) return refuse(response, refusal);
    const path = pathOf(request);
    if (path === null) return refuse(response, { status: 400, reason: 'unreadable address' });
    if (path === '/rpc') return refuse(response, { status: 426, reason: 'calls go over the WebSocket only' });
    if (path === '/session') return answerSession(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(response, gate.refuseOrigin(request.headers) ?? { status: 405, reason: 'not here' });
    }
    const withBody = request.method === 'GET';
    const pageFile = staticFiles(path);
    if (pageFile) return send(response, pageFile, withBody);
    const withoutSession = gate.refuseSession(request.headers);
    if (withoutSession) return refuse(response, withoutSession);
    const file = await (await running.current()).serve(path);
    if (file) return send(response, file, withBody);
    refuse(response, { status: 404, reason: 'there is nothing here' });
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (isGone(error)) return void response.destroy();
      log.error('request failed', { error: String(error) });
      if (response.headersSent) response.destroy();
      else refuse(response, { status: 404, reason: 'that could not be read' });
    });
  };
}
