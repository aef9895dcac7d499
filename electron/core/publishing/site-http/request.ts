/** One HTTP request to a site, with every way the network can fail typed. Redirects are followed here, with care. */
import type { BodyInit, Response } from 'undici';
import { PublishError, type TargetContext } from '../target.ts';
import { isLogIn, type RawAnswer } from './answer.ts';

const maxAnswerBytes = 20 * 1024 * 1024;
const maxRedirects = 5;

export interface HttpRequest {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT';
  headers?: Record<string, string>;
  /** `user:password`; goes to the address's own site only. */
  credentials?: string | null;
  body?: BodyInit;
  timeoutMs: number;
  signal: AbortSignal;
}

const codes: Readonly<Record<string, 'name-not-found' | 'unreachable' | 'timed-out'>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  ETIMEDOUT: 'timed-out',
  UND_ERR_CONNECT_TIMEOUT: 'timed-out',
  UND_ERR_HEADERS_TIMEOUT: 'timed-out',
  UND_ERR_BODY_TIMEOUT: 'timed-out',
};

/** A server that was slow to answer may still be at work: the next attempt leaves it time to finish. */
const afterTimeoutMs = 60_000;

function causesOf(error: unknown): { code: string; message: string }[] {
  const causes: { code: string; message: string }[] = [];
  for (let cause: unknown = error; cause instanceof Error && causes.length < 8; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    causes.push({ code, message: cause.message });
    if (cause instanceof AggregateError) causes.push(...causesOf(cause.errors[0]));
  }
  return causes;
}

function networkFailure(error: unknown): PublishError {
  const causes = causesOf(error);
  const told = causes.find(({ code }) => code !== '') ??
    causes.at(-1) ?? { code: '', message: String(error) };
  const detail = [told.code, told.message].filter((part) => part !== '').join(' · ');
  const words = causes.map(({ code, message }) => `${code} ${message}`).join(' ');
  if (/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/.test(words)) return new PublishError('certificate-dates', detail);
  if (/CERT|SSL|TLS|SELF_SIGNED|LEAF_SIGNATURE/.test(words)) return new PublishError('certificate', detail);
  return new PublishError(codes[told.code] ?? 'unreachable', detail, { retryable: true });
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}

/** Same site: the host itself, or it with or without `www.`, and never from https back to http. */
export function isSameSite(from: URL, to: URL): boolean {
  if (from.protocol === 'https:' && to.protocol !== 'https:') return false;
  return withoutWww(from.hostname) === withoutWww(to.hostname);
}

async function readText(response: Response): Promise<string> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    const bytes = chunk as Uint8Array;
    size += bytes.byteLength;
    if (size > maxAnswerBytes)
      throw new PublishError('unexpected-answer', 'endless answer', { retryable: true });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function changes(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function redirectOf(from: URL, response: Response, method: string): URL | null {
  const location = response.headers.get('location');
  if (response.status < 300 || response.status > 399 || location === null) return null;
  if (!URL.canParse(location, from.href)) {
    throw new PublishError('unexpected-answer', `HTTP ${response.status} → ${location.slice(0, 200)}`);
  }
  const to = new URL(location, from);
  if (isLogIn(to.href)) throw new PublishError('log-in-wall', `${from.href} → ${to.href}`);
  if (!/^https?:$/.test(to.protocol) || !isSameSite(from, to)) {
    throw new PublishError('not-this-kind-of-site', `${from.host} → ${to.origin}`);
  }
  if (changes(method)) {
    // Repeating a POST elsewhere could write twice; the address found at the start is wrong by now.
    throw new PublishError('unexpected-answer', `HTTP ${response.status} → ${to.href}`, { retryable: true });
  }
  return to;
}

/**
 * Sends one request and reads the whole answer, whatever its status. Throws PublishError for the network and for
 * redirects to a log-in (`log-in-wall`) or another site; throws the signal's reason where `signal` ended it.
 */
export async function request(address: string, options: HttpRequest): Promise<RawAnswer> {
  const { fetch } = await import('undici');
  const { method = 'GET', credentials = null, timeoutMs, signal } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  let url = new URL(address);
  try {
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        signal: AbortSignal.any([signal, timeout]),
        headers: {
          accept: 'application/json',
          'user-agent': 'Redaksi',
          ...options.headers,
          ...(credentials === null
            ? {}
            : { authorization: `Basic ${Buffer.from(credentials, 'utf8').toString('base64')}` }),
        },
        ...(options.body === undefined ? {} : { body: options.body }),
      });
      const next = redirectOf(url, response, method);
      if (next === null) {
        const headers = new Map([...response.headers].map(([name, value]) => [name.toLowerCase(), value]));
        return { status: response.status, url: url.href, headers, text: await readText(response) };
      }
      await response.body?.cancel();
      url = next;
    }
  } catch (error) {
    if (error instanceof PublishError) throw error;
    if (signal.aborted) throw signal.reason;
    if (timeout.aborted) {
      throw new PublishError('timed-out', `${Math.round(timeoutMs / 1000)} s`, {
        retryable: true,
        ...(changes(method) ? { retryAfterMs: afterTimeoutMs } : {}),
      });
    }
    throw networkFailure(error);
  }
  throw new PublishError('unexpected-answer', `redirects in a circle: ${url.href}`);
}

/** `request`, kept with the attempt; what is sent is kept where it is text. */
export async function recordedRequest(
  address: string,
  options: Omit<HttpRequest, 'signal'>,
  { now, record, signal }: Pick<TargetContext, 'now' | 'record' | 'signal'>,
): Promise<RawAnswer> {
  const at = now();
  const started = performance.now();
  const keep = (status: number | null, answer: string): void =>
    record({
      at,
      milliseconds: performance.now() - started,
      method: options.method ?? 'GET',
      address,
      sent: typeof options.body === 'string' ? options.body : null,
      status,
      answer,
    });
  try {
    const answer = await request(address, { ...options, signal });
    keep(answer.status, answer.text);
    return answer;
  } catch (error) {
    keep(null, String(error));
    throw error;
  }
}
