/**
 * Finds a site's REST root from the address a person typed: `/wp-json/`, else `?rest_route=/` (plain permalinks), else
 * the Link header every WordPress page carries. https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/
 */
import { z } from 'zod';
import { siteAddress } from '../../site-http/address.ts';
import { readJson, readServerTime, type RawAnswer } from '../../site-http/answer.ts';
import { isSameSite, request, type HttpRequest } from '../../site-http/request.ts';
import { PublishError } from '../../target.ts';
import { failureOf, readRestError } from './answer.ts';

const indexSchema = z.looseObject({
  name: z.string().catch(''),
  url: z.string().catch(''),
  timezone_string: z.string().catch(''),
  gmt_offset: z.coerce.number().catch(0),
  namespaces: z.array(z.string()),
  authentication: z
    .union([z.record(z.string(), z.unknown()), z.array(z.unknown()).transform(() => ({}))])
    .catch({}),
});

export interface RestIndex {
  /** The REST root: ends in `/`, or holds `rest_route=`. */
  root: string;
  name: string;
  /** WordPress's own address, where its PHP files are. */
  url: string;
  /** True where the site says it takes application passwords. */
  takesApplicationPasswords: boolean;
  /** IANA name; null where the site is set to a bare offset. */
  timeZone: string | null;
  /** Minutes east of UTC now. */
  offsetMinutes: number;
  /** The server's clock (Date header) in milliseconds since 1970; null where it told none. */
  serverTime: number | null;
}

/** Pages a person may have the address of. */
const BACK_OFFICE = /\/(?:wp-admin|wp-json|wp-login\.php|index\.php|xmlrpc\.php)(?:\/.*)?$/;

function rootOf(answer: RawAnswer): string {
  const url = new URL(answer.url);
  url.hash = '';
  if (!url.searchParams.has('rest_route')) {
    url.search = '';
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/`;
  }
  return url.href;
}

function readIndex(answer: RawAnswer): RestIndex | null {
  if (answer.status !== 200) return null;
  const index = indexSchema.safeParse(readJson(answer.text));
  if (!index.success || !index.data.namespaces.includes('wp/v2')) return null;
  return {
    root: rootOf(answer),
    name: index.data.name,
    url: index.data.url,
    takesApplicationPasswords: 'application-passwords' in index.data.authentication,
    timeZone: index.data.timezone_string || null,
    offsetMinutes: Math.round(index.data.gmt_offset * 60),
    serverTime: readServerTime(answer),
  };
}

/** The REST root in a page's Link header or its `<link>` element. */
function linkOf(answer: RawAnswer): URL | null {
  const header = /<([^>]+)>\s*;[^,]*rel="?https:\/\/api\.w\.org\/"?/i.exec(
    answer.headers.get('link') ?? '',
  )?.[1];
  const element = /<link\b[^>]*rel=["']https:\/\/api\.w\.org\/["'][^>]*>/i.exec(answer.text)?.[0];
  const address = header ?? /href=["']([^"']+)["']/i.exec(element ?? '')?.[1]?.replaceAll('&#038;', '&');
  return address !== undefined && URL.canParse(address, answer.url) ? new URL(address, answer.url) : null;
}

/**
 * Finds the REST root. Throws PublishError: what the network said, `rest-blocked` where WordPress is there and its REST
 * interface is shut, `not-this-kind-of-site` where there is no WordPress.
 */
export async function discover(typed: string, options: HttpRequest, now: number): Promise<RestIndex> {
  const site = siteAddress(typed, BACK_OFFICE);
  const seen: RawAnswer[] = [];
  const plain = new URL(site);
  plain.searchParams.set('rest_route', '/');
  for (const address of [new URL('wp-json/', site), plain]) {
    const answer = await request(address.href, options);
    const index = readIndex(answer);
    if (index) return index;
    seen.push(answer);
  }
  const page = await request(site.href, { ...options, headers: { accept: 'text/html' } });
  const link = linkOf(page);
  if (link !== null && isSameSite(site, link)) {
    const answer = await request(link.href, options);
    const index = readIndex(answer);
    if (index) return index;
    seen.push(answer);
  }
  throw refusal([...seen, page], link !== null, now);
}

function refusal(seen: RawAnswer[], looksLikeWordPress: boolean, now: number): PublishError {
  const busy = seen.find(({ status }) => status === 429 || status >= 500);
  if (busy) return failureOf(busy, now);
  const refused = seen.find(({ text }) => readRestError(text) !== null);
  if (refused) {
    const failure = failureOf(refused, now);
    return ['basic-auth-blocked', 'wrong-password', 'firewall'].includes(failure.code)
      ? failure
      : new PublishError('rest-blocked', failure.message);
  }
  const shut = seen.find(({ status }) => [401, 403, 406, 415].includes(status));
  if (shut) return failureOf(shut, now);
  if (looksLikeWordPress) return new PublishError('rest-blocked', 'no JSON at the REST address');
  return new PublishError(
    'not-this-kind-of-site',
    seen.map(({ url, status }) => `${url} ${status}`).join(', '),
  );
}
