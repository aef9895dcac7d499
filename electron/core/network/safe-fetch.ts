/**
 * Fetches addresses that somebody outside may have chosen. Refuses private addresses when connecting (so names that
 * resolve to them, redirects and changed DNS answers are refused too), follows few redirects, and stops what is too
 * large, too slow or endless, before and after decompression.
 */
import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Writable, type Readable, type Transform } from 'node:stream';
import type { Agent, Dispatcher } from 'undici';
import { isPrivateAddress } from './private-addresses.ts';

export type FetchErrorCode =
  | 'bad-address'
  | 'private-address'
  | 'name-not-found'
  | 'unreachable'
  | 'timed-out-network'
  | 'certificate'
  | 'redirect-loop'
  | 'too-large';

/** Why an address could not be fetched; `message` names the address and what happened. */
export class FetchError extends Error {
  readonly code: FetchErrorCode;

  constructor(code: FetchErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FetchError';
    this.code = code;
  }
}

export interface SafeFetchOptions {
  /** Absolute http(s) address; `user:password@` in it is sent as Basic authentication to that host only. */
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** Whether addresses inside the house may be reached. */
  allowPrivateAddress?: boolean;
  signal?: AbortSignal;
  /** Largest body in bytes, as sent and as decompressed. */
  maxBytes?: number;
  /** For everything together, redirects included. */
  timeoutMs?: number;
}

export interface SafeResponse {
  status: number;
  /** Names in lower case; of headers that come twice the first value. */
  headers: Readonly<Record<string, string>>;
  /** The decompressed body; empty for statuses other than 2xx. */
  bytes: Uint8Array;
  /** Where the redirects led, without user and password. */
  finalUrl: string;
  /** Where every redirect on the way was a permanent one (301, 308) and there was one. */
  movedPermanently: boolean;
}

const MOST_REDIRECTS = 5;
const LARGEST_BYTES = 50 * 1024 * 1024;
const TIMEOUT_MS = 30_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function privateAddressError(host: string): FetchError {
  return new FetchError('private-address', `${host} is an address inside the house`);
}

/** Resolves a name to its public addresses only; the connection is made to what was checked. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0);
    const open = addresses.filter(({ address }) => !isPrivateAddress(address));
    const [first] = open;
    if (first === undefined) return callback(privateAddressError(hostname), '', 0);
    if (options.all === true) callback(null, open);
    else callback(null, first.address, first.family);
  });
};

/** The library is large: it is loaded when something is first fetched, not as the program starts. */
const loadLibrary = () => import('undici');

type Library = Awaited<ReturnType<typeof loadLibrary>>;

function makeAgent(
  { Agent, buildConnector }: Library,
  allowPrivateAddress: boolean,
  timeoutMs: number,
): Agent {
  const limits = {
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: 65_536,
    pipelining: 0,
  };
  const timeout = Math.min(timeoutMs, 15_000);
  if (allowPrivateAddress) return new Agent({ ...limits, connect: { timeout } });
  const connect = buildConnector({ timeout, lookup: publicLookup });
  return new Agent({
    ...limits,
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      // A literal address is never looked up.
      if (isIP(host) !== 0 && isPrivateAddress(host)) callback(privateAddressError(host), null);
      else connect(options, callback);
    },
  });
}

function readAddress(address: string, base?: string): URL {
  const url = URL.parse(address, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') {
    throw new FetchError('bad-address', `not an http(s) address: ${address.slice(0, 200)}`);
  }
  return url;
}

/** Takes user and password out of an address; gives the header that says them. */
function takeCredentials(url: URL): Record<string, string> {
  if (url.username === '' && url.password === '') return {};
  const plain = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  return { authorization: `Basic ${Buffer.from(plain, 'utf8').toString('base64')}` };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let at = error; at !== undefined && at !== null && causes.length < 8;) {
    causes.push(at);
    if (at instanceof AggregateError) causes.push(...at.errors);
    at = at instanceof Error ? at.cause : null;
  }
  return causes;
}

const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA|HOSTNAME_MISMATCH)/;

function fetchErrorOf(error: unknown, url: string): FetchError {
  const causes = causesOf(error);
  const typed = causes.find((cause) => cause instanceof FetchError);
  if (typed !== undefined) return typed;
  const codes = causes.map(codeOf);
  const message = `${url}: ${error instanceof Error ? error.message || error.name : String(error)}`;
  const fail = (code: FetchErrorCode): FetchError => new FetchError(code, message, { cause: error });
  if (causes.some((cause) => cause instanceof Error && cause.name === 'TimeoutError'))
    return fail('timed-out-network');
  if (codes.some((code) => /^(?:UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/.test(code))) {
    return fail('timed-out-network');
  }
  if (codes.some((code) => code === 'ENOTFOUND' || code === 'ENODATA')) return fail('name-not-found');
  if (codes.some((code) => CERTIFICATE.test(code))) return fail('certificate');
  return fail('unreachable');
}

function flatHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) flat[name.toLowerCase()] = first;
  }
  return flat;
}

function decompressors(encoding: string | undefined): Transform[] {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  return names.reverse().flatMap((name): Transform[] => {
    if (name === 'gzip' || name === 'x-gzip') return [createGunzip()];
    if (name === 'deflate') return [createInflate()];
    if (name === 'br') return [createBrotliDecompress()];
    return [];
  });
}

async function readBody(
  body: Readable,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
  url: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const tooLarge = (): FetchError => new FetchError('too-large', `${url}: more than ${maxBytes} bytes`);
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const collect = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) return done(tooLarge());
      chunks.push(chunk);
      done();
    },
  });
  await pipeline([body, ...decompressors(headers['content-encoding']), collect], { signal });
  return Buffer.concat(chunks, size);
}

/**
 * GETs an address. Statuses other than redirects are answers, not errors. Throws FetchError: `bad-address`,
 * `private-address`, `name-not-found`, `unreachable`, `timed-out-network`, `certificate`, `redirect-loop` (a circle, or
 * more than five redirects), `too-large`.
 */
export async function safeFetch({
  url,
  headers = {},
  allowPrivateAddress = false,
  signal,
  maxBytes = LARGEST_BYTES,
  timeoutMs = TIMEOUT_MS,
}: SafeFetchOptions): Promise<SafeResponse> {
  let address = readAddress(url);
  const timeout = AbortSignal.timeout(timeoutMs);
  const stop = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  const library = await loadLibrary();
  const agent = makeAgent(library, allowPrivateAddress, timeoutMs);
  let sent: Record<string, string> = { ...headers, ...takeCredentials(address) };
  const visited = new Set<string>();
  let permanent = true;
  try {
    for (;;) {
      visited.add(address.href);
      const response = await library.request(address, {
        dispatcher: agent,
        method: 'GET',
        signal: stop,
        headers: { 'user-agent': 'Redaksi', 'accept-encoding': 'gzip, br', ...sent },
      });
      const answered = flatHeaders(response.headers);
      const location = answered['location'];
      if (!REDIRECTS.has(response.statusCode) || location === undefined) {
        const isBody = response.statusCode >= 200 && response.statusCode < 300;
        const bytes = isBody
          ? await readBody(response.body, answered, maxBytes, address.href, stop)
          : new Uint8Array();
        return {
          status: response.statusCode,
          headers: answered,
          bytes,
          finalUrl: address.href,
          movedPermanently: permanent && visited.size > 1,
        };
      }
      response.body.on('error', () => undefined).destroy();
      const next = readAddress(location, address.href);
      const credentials = takeCredentials(next);
      next.hash = '';
      if (visited.has(next.href) || visited.size > MOST_REDIRECTS) {
        throw new FetchError('redirect-loop', `${url} leads on and on, last to ${next.href}`);
      }
      // What was meant for one host is not told to another.
      if (next.origin !== address.origin) sent = publicHeaders(sent);
      sent = { ...sent, ...credentials };
      permanent &&= response.statusCode === 301 || response.statusCode === 308;
      address = next;
    }
  } catch (error) {
    throw fetchErrorOf(error, address.href);
  } finally {
    await agent.destroy().catch(() => undefined);
  }
}

function publicHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) =>
    /^(?:accept|accept-language|user-agent|if-none-match|if-modified-since)$/i.test(name),
  );
  return Object.fromEntries(kept);
}
