/** Polls a feed address: conditional GET, typed refusals, and a hash of the body for servers that know no conditions. */
import { createHash } from 'node:crypto';
import { FetchError, safeFetch, type SafeResponse } from '../../network/safe-fetch.ts';
import { SourceError } from './source-error.ts';

export interface FetchFeedOptions {
  url: string;
  /** As the last answer gave them. */
  etag: string | null;
  lastModified: string | null;
  allowPrivateAddress: boolean;
  signal?: AbortSignal;
  maxBytes?: number;
  timeoutMs?: number;
  extraHeaders?: Readonly<Record<string, string>>;
}

export type FeedAnswer =
  | { kind: 'unchanged' }
  | {
      kind: 'body';
      bytes: Uint8Array;
      contentType: string | null;
      /** Where redirects led; relative links in the feed are resolved against it. */
      finalUrl: string;
      etag: string | null;
      lastModified: string | null;
      /** SHA-256 (hex) of the body. */
      bodyHash: string;
    };

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';

/** What a status other than 200 and 304 means for a source; `detail` opens with the status. */
function refusalOf({ status, headers, finalUrl }: SafeResponse): SourceError {
  const retryAfter = headers['retry-after'];
  const detail = `${status} ${finalUrl}${retryAfter === undefined ? '' : ` (Retry-After: ${retryAfter.slice(0, 40)})`}`;
  const wait = retryAfter === undefined ? null : retryAfterMs(retryAfter, Date.now());
  if (status === 401 || status === 403 || status === 407) return new SourceError('unauthorised', detail);
  if (status === 410) return new SourceError('gone', detail);
  return new SourceError('http-status', detail, wait);
}

/** `Retry-After` (RFC 9110 §10.2.3), seconds or a date, in milliseconds from `now`; at most a day. */
export function retryAfterMs(value: string, now: number): number | null {
  const wait = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(wait) || wait <= 0 ? null : Math.min(wait, 86_400_000);
}

/** Fetches a feed if it changed. Throws SourceError: the codes of FetchError, `unauthorised`, `gone`, `http-status`. */
export async function fetchFeed(options: FetchFeedOptions): Promise<FeedAnswer> {
  const headers: Record<string, string> = { accept: ACCEPT, ...options.extraHeaders };
  if (options.etag !== null) headers['if-none-match'] = options.etag;
  if (options.lastModified !== null) headers['if-modified-since'] = options.lastModified;
  let response: SafeResponse;
  try {
    response = await safeFetch({
      url: options.url,
      headers,
      allowPrivateAddress: options.allowPrivateAddress,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    });
  } catch (error) {
    if (error instanceof FetchError) throw new SourceError(error.code, error.message);
    throw error;
  }
  if (response.status === 304) return { kind: 'unchanged' };
  if (response.status < 200 || response.status > 299) throw refusalOf(response);
  return {
    kind: 'body',
    bytes: response.bytes,
    contentType: response.headers['content-type'] ?? null,
    finalUrl: response.finalUrl,
    etag: response.headers['etag'] ?? null,
    lastModified: response.headers['last-modified'] ?? null,
    bodyHash: createHash('sha256').update(response.bytes).digest('hex'),
  };
}
