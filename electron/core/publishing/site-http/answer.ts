/**
 * What a site (or whatever stands in front of it) answers, read with suspicion: JSON where it is JSON, times and walls where
 * they are told.
 */
import { PublishError } from '../target.ts';

/** An answer as it came over the wire. */
export interface RawAnswer {
  status: number;
  url: string;
  /** Header names in lower case. */
  headers: Map<string, string>;
  text: string;
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
export function wordsOf(html: string): string {
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
export function wallOf({ headers, text }: RawAnswer): string | null {
  const told = `${[...headers].map(([name, value]) => `${name}: ${value}`).join('\n')}\n${text.slice(0, 20_000)}`;
  return walls.find(([, sign]) => sign.test(told))?.[0] ?? null;
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
