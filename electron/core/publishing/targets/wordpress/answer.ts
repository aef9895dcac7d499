/**
 * What WordPress (or whatever stands in front of it) answers, read with suspicion: JSON where it is JSON, and a typed
 * PublishError for everything else. REST errors: https://developer.wordpress.org/rest-api/ (`code`, `message`, `data`).
 */
import { z } from 'zod';
import type { PublishErrorCode } from '../../../../../shared/contract/publishing.ts';
import { PublishError } from '../../target.ts';

/** An answer as it came over the wire. */
export interface RawAnswer {
  status: number;
  url: string;
  /** Header names in lower case. */
  headers: Map<string, string>;
  text: string;
}

const restErrorSchema = z.object({
  code: z.string(),
  message: z.string().catch(''),
  data: z
    .looseObject({ term_id: z.coerce.number().int().optional().catch(undefined) })
    .nullish()
    .catch(null),
});
export type RestError = z.output<typeof restErrorSchema>;

/** WordPress said no, in its own words. */
export class WordPressRefusal extends PublishError {
  /** WordPress's own code, `term_exists` for one. */
  readonly restCode: string;
  /** The term that is there already, with `term_exists`. */
  readonly termId: number | null;

  constructor(code: PublishErrorCode, error: RestError, detail: string) {
    super(code, detail);
    this.name = 'WordPressRefusal';
    this.restCode = error.code;
    this.termId = error.data?.term_id ?? null;
  }
}

/**
 * The JSON of an answer. Byte order marks and PHP notices printed before it are skipped, as sites with `display_errors`
 * send them. Undefined where there is none.
 */
export function readJson(text: string): unknown {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const starts = [0, trimmed.search(/[{[]"|\{\}|\[\]|\[\{/)].filter((start) => start >= 0);
  for (const start of starts) {
    try {
      const value: unknown = JSON.parse(trimmed.slice(start));
      if (typeof value === 'object' && value !== null) return value;
    } catch {
      // Not from here on.
    }
  }
  return undefined;
}

/** WordPress's own error in an answer, or null. */
export function readRestError(text: string): RestError | null {
  return restErrorSchema.safeParse(readJson(text)).data ?? null;
}

/** `Retry-After` (RFC 9110, 10.2.3: seconds or a date) in milliseconds from `now`; null where there is none. */
export function readRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\s*\d+\s*$/.test(value)) return Math.min(Number(value), 86_400) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.min(Math.max(0, date - now), 86_400_000);
}

/** The server's clock (`Date`, RFC 9110, 6.6.1) in milliseconds since 1970; null where it told none. */
export function readServerTime({ headers }: RawAnswer): number | null {
  const time = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(time) ? null : time;
}

/** The words a person sees on a page, cut short: what an error page has to say. */
function wordsOf(html: string): string {
  return html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}

/** True where a person is asked to log in at this address: a wall in front of the site, or WordPress's own. */
export function isLogIn(url: string): boolean {
  return /\/wp-login\.php|\/(?:log-?in|sign-?in|sso|auth|oauth2?|saml)(?:[/?.]|$)/i.test(url);
}

/** How walls in front of a site, and security plugins inside it, make themselves known. */
const walls: readonly [name: string, sign: RegExp][] = [
  ['Cloudflare', /cf-mitigated|cloudflare|cf-error-details|just a moment\.\.\./i],
  ['Wordfence', /wordfence/i],
  ['Sucuri', /sucuri/i],
  ['Imunify360', /imunify360/i],
  ['ModSecurity', /mod_?security|not acceptable!/i],
  ['Solid Security', /itsec|ithemes security|solid security/i],
  ['All-In-One Security', /aiowps|all[- ]in[- ]one (?:wp )?security/i],
];

/** The wall that refused, by name; a page that refuses without one is some wall all the same. */
function wallOf({ headers, text }: RawAnswer): string | null {
  const told = `${[...headers].map(([name, value]) => `${name}: ${value}`).join('\n')}\n${text.slice(0, 20_000)}`;
  return walls.find(([, sign]) => sign.test(told))?.[0] ?? null;
}

const passwordCodes =
  /^(?:incorrect_password|invalid_username|invalid_email|invalid_application_credentials|rest_not_logged_in|rest_cannot_create|rest_forbidden_context|rest_cannot_edit)$/;
const basicBlockedCodes = /^application_passwords_disabled|^rest_(?:application_passwords|basic_auth)/;
const missingPostCodes = /^rest_(?:post_(?:invalid_id|gone)|already_trashed)$/;
const missingCommentCodes = /^rest_comment_invalid_id$/;
const restShutCodes = /^rest_(?:disabled|login_required|forbidden_all|cannot_access|api_disabled)/;
const securityCodes = /^(?:itsec_|wordfence|wfls_|aiowps_|sucuri)/;
/** The database did not take it: too long for its column, or characters its character set does not know. */
const notStoredCodes = /^db_(?:insert|update)_error$/;
const mediaCodes = /^rest_upload_/;

function codeOf(status: number, { code }: RestError): PublishErrorCode {
  if (basicBlockedCodes.test(code)) return 'basic-auth-blocked';
  if (missingPostCodes.test(code)) return 'post-missing';
  if (missingCommentCodes.test(code)) return 'comment-missing';
  if (code === 'rest_upload_file_too_big') return 'too-large';
  if (securityCodes.test(code)) return 'firewall';
  if (status === 401 && passwordCodes.test(code)) return 'wrong-password';
  if (code === 'rest_no_route' || restShutCodes.test(code)) return 'rest-blocked';
  if (mediaCodes.test(code)) return 'media-rejected';
  if (status === 401) return 'wrong-password';
  if (status === 403) return 'rights-missing';
  return 'rejected';
}

/** The typed failure in an answer that is not a success; `now` in milliseconds since 1970. */
export function failureOf(answer: RawAnswer, now: number): PublishError {
  const { status, text } = answer;
  const error = readRestError(text);
  const said = error ? `${error.code}: ${wordsOf(error.message)}` : wordsOf(text);
  const detail = `HTTP ${status}${said === '' ? '' : ` · ${said}`}`;
  const retryAfterMs = readRetryAfter(answer.headers.get('retry-after'), now);
  if (status === 413) return new PublishError('too-large', detail);
  if (status === 429) return new PublishError('rate-limited', detail, { retryable: true, retryAfterMs });
  if (error && mediaCodes.test(error.code)) {
    return new WordPressRefusal(codeOf(status, error), error, detail);
  }
  if (error && notStoredCodes.test(error.code)) return new WordPressRefusal('not-stored', error, detail);
  // 501 is an answer of WordPress's own: it will say the same next time.
  if (error && status === 501) return new WordPressRefusal('rejected', error, detail);
  if (status >= 500 || status === 408 || status === 425) {
    const wall = error ? null : wallOf(answer);
    return wall !== null && status === 503
      ? new PublishError('firewall', `${wall} · ${detail}`, { retryable: true, retryAfterMs })
      : new PublishError('server-error', detail, { retryable: true, retryAfterMs });
  }
  if (error) return new WordPressRefusal(codeOf(status, error), error, detail);
  if (status === 401 || status === 407) return new PublishError('basic-auth-blocked', detail);
  if (status === 403 || status === 406 || status === 415) {
    const wall = wallOf(answer);
    return new PublishError('firewall', wall === null ? detail : `${wall} · ${detail}`);
  }
  if (status === 404 || status === 410) return new PublishError('not-this-kind-of-site', detail);
  return new PublishError('unexpected-answer', detail, { retryable: true });
}

/**
 * The JSON of a success. A page instead of it (an error page sent as 200, a maintenance notice, a firewall's puzzle) is
 * `unexpected-answer`: what was sent may have arrived, so the outbox looks before it sends again.
 */
export function successOf(answer: RawAnswer): unknown {
  const json = readJson(answer.text);
  if (json !== undefined) return json;
  const words = wordsOf(answer.text);
  throw new PublishError('unexpected-answer', words === '' ? 'empty answer' : `no JSON · ${words}`, {
    retryable: true,
  });
}
