/**
 * To a partner over HTTP: PUT to an address of its own for each file (RFC 9110 §9.3.4, which may be repeated), or POST to
 * one address with an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header). Any 2xx means that it has been taken,
 * with a body or without.
 */
import type { Verification } from '../../../../../shared/contract/publishing.ts';
import type { PublishErrorCode } from '../../../../../shared/contract/publish-errors.ts';
import type { PartnerDelivery } from '../../../../../shared/contract/target-configuration.ts';
import { readRetryAfter, wordsOf, type RawAnswer } from '../../site-http/answer.ts';
import { recordedRequest } from '../../site-http/request.ts';
import { PublishError, type TargetContext } from '../../target.ts';
import type { OutgoingFile, PartnerWay } from './way.ts';

const SENDING_MS = 60_000;

type HttpDelivery = Extract<PartnerDelivery, { way: 'http' }>;

/** What a status says, and whether trying again can help. */
function refusalOf(status: number): { code: PublishErrorCode; retryable: boolean } {
  switch (status) {
    case 401:
    case 403:
      return { code: 'partner-password', retryable: false };
    case 404:
    case 405:
    case 410:
      return { code: 'partner-address', retryable: false };
    case 408:
    // An earlier request with the same key is still under way.
    case 409:
    case 425:
      return { code: 'server-error', retryable: true };
    case 413:
      return { code: 'too-large', retryable: false };
    case 429:
      return { code: 'rate-limited', retryable: true };
    case 507:
      return { code: 'disk-full', retryable: true };
    default:
      return status >= 500
        ? { code: 'server-error', retryable: true }
        : { code: 'partner-rejected', retryable: false };
  }
}

function refuse({ status, headers, text }: RawAnswer, now: number): never {
  const { code, retryable } = refusalOf(status);
  const words = wordsOf(text);
  throw new PublishError(code, words === '' ? `HTTP ${status}` : `HTTP ${status} · ${words}`, {
    retryable,
    retryAfterMs: readRetryAfter(headers.get('retry-after'), now),
  });
}

function isTaken({ status }: RawAnswer): boolean {
  return status >= 200 && status <= 299;
}

export function httpWay(
  { address, method, user }: HttpDelivery,
  context: Pick<TargetContext, 'now' | 'record' | 'signal' | 'secret'>,
): PartnerWay {
  const base = address.trim().replace(/\/+$/, '');
  const secret = context.secret ?? '';
  const credentials = user === '' || secret === '' ? null : `${user}:${secret}`;
  const bearer = user === '' && secret !== '' ? { authorization: `Bearer ${secret}` } : {};

  /** What stands under an address; null where nothing does, or where it may not be read. */
  async function standing(place: string): Promise<string | null> {
    const answer = await recordedRequest(
      place,
      { headers: { accept: '*/*', ...bearer }, credentials, timeoutMs: SENDING_MS },
      context,
    );
    return answer.status === 200 ? answer.text : null;
  }

  async function put({ name, mimeType, content, key }: OutgoingFile, mayHaveArrived: boolean): Promise<void> {
    if (!URL.canParse(base)) throw new PublishError('partner-address', base);
    const place = method === 'PUT' ? `${base}/${name}` : base;
    if (mayHaveArrived && method === 'PUT' && typeof content === 'string') {
      if ((await standing(place)) === content) return;
    }
    const answer = await recordedRequest(
      place,
      {
        method,
        headers: {
          accept: '*/*',
          'content-type': mimeType,
          'idempotency-key': `"${key}"`,
          'content-disposition': `attachment; filename="${name.split('/').at(-1) ?? name}"`,
          ...bearer,
        },
        credentials,
        body: content,
        timeoutMs: SENDING_MS,
      },
      context,
    );
    if (!isTaken(answer)) refuse(answer, context.now());
  }

  /**
   * The lines, in order: `partner-host`, `encryption` (a warning), `partner-answers`, or in its place the code of what
   * went wrong. Nothing is sent to the partner but a request to read.
   */
  async function verify(): Promise<Verification> {
    if (!URL.canParse(base)) {
      return { ok: false, checks: [{ code: 'partner-host', ok: false, detail: address }] };
    }
    const { protocol, host } = new URL(base);
    const checks = [
      { code: 'partner-host', ok: true, detail: host },
      { code: 'encryption', ok: protocol === 'https:', detail: protocol.replace(':', '') },
    ];
    try {
      const answer = await recordedRequest(
        base,
        { headers: { accept: '*/*', ...bearer }, credentials, timeoutMs: SENDING_MS },
        context,
      );
      const detail = `HTTP ${answer.status}`;
      if (answer.status === 401) checks.push({ code: 'partner-password', ok: false, detail });
      else if (answer.status >= 500) checks.push({ code: 'server-error', ok: false, detail });
      else checks.push({ code: 'partner-answers', ok: true, detail });
    } catch (error) {
      if (!(error instanceof PublishError)) throw error;
      checks.push({ code: error.code, ok: false, detail: error.message });
    }
    return { ok: checks.every(({ code, ok }) => ok || code === 'encryption'), checks };
  }

  return { put, verify };
}
