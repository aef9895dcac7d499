/** A connection to one Ghost by its Admin API: the site found, tokens signed by its clock, JSON in and out. */
import type { BodyInit } from 'undici';
import { z } from 'zod';
import type { GhostConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import { siteAddress } from '../../site-http/address.ts';
import { readJson, readServerTime, successOf } from '../../site-http/answer.ts';
import { recordedRequest, request, type HttpRequest } from '../../site-http/request.ts';
import { PublishError, type TargetContext } from '../../target.ts';
import { failureOf } from './answer.ts';
import { readAdminKey, signToken } from './token.ts';

export interface Timeouts {
  /** Milliseconds for one call. */
  callMs: number;
  /** Milliseconds for a call that carries a picture. */
  uploadMs: number;
}

/** What a Ghost tells everybody of itself. */
export interface GhostSite {
  /** The Admin API's root, ends in `/`. */
  root: string;
  /** Where readers find the site, ends in `/`. */
  url: string;
  title: string;
  version: string;
  /** IANA name; null where it is not told. */
  timeZone: string | null;
  /** The server's clock in milliseconds since 1970; null where it told none. */
  serverTime: number | null;
}

type Parameters = Readonly<Record<string, string | number>>;

export interface GhostClient {
  site: GhostSite;
  get<Value>(route: string, schema: z.ZodType<Value>, parameters?: Parameters): Promise<Value>;
  /** `body` as Ghost wants it: `{ posts: [ … ] }`. */
  post<Value>(route: string, schema: z.ZodType<Value>, body: object, parameters?: Parameters): Promise<Value>;
  put<Value>(route: string, schema: z.ZodType<Value>, body: object, parameters?: Parameters): Promise<Value>;
  upload<Value>(route: string, schema: z.ZodType<Value>, body: BodyInit): Promise<Value>;
  /** Whether something is to be had at a public address of the site; null where that address does not answer. */
  isThere(address: string): Promise<boolean | null>;
  /** Milliseconds the site's clock is ahead of ours. */
  clockAheadMs: number;
}

/** Lexical came with the fifth; what an older one is sent it shows as an empty page. */
const OLDEST_VERSION = 5;

const siteSchema = z.object({
  site: z.looseObject({
    title: z.string().catch(''),
    url: z.url(),
    version: z.string(),
    timezone: z.string().nullish().catch(null),
  }),
});

const BACK_OFFICE = /\/ghost(?:\/.*)?$/;
const ADMIN = 'ghost/api/admin/';

/** Looks without the key, which nobody needs to find a Ghost. Throws PublishError: `not-this-kind-of-site`, the network's. */
export async function findSite(
  { siteUrl }: GhostConfiguration,
  context: TargetContext,
  { callMs }: Timeouts,
): Promise<GhostSite> {
  const address = new URL(`${ADMIN}site/`, siteAddress(siteUrl, BACK_OFFICE));
  const answer = await request(address.href, { timeoutMs: callMs, signal: context.signal });
  const found = siteSchema.safeParse(readJson(answer.text));
  if (answer.status !== 200 || !found.success) {
    const failure = failureOf(answer, context.now());
    if (failure.retryable && answer.status !== 200) throw failure;
    throw new PublishError('not-this-kind-of-site', `${address.href} · HTTP ${answer.status}`);
  }
  const { title, url, version, timezone = null } = found.data.site;
  if (Number.parseInt(version, 10) < OLDEST_VERSION) {
    throw new PublishError('version-too-old', `Ghost ${version}`);
  }
  const root = new URL(answer.url);
  root.pathname = root.pathname.replace(/site\/?$/, '');
  root.search = '';
  return {
    root: root.href,
    url: url.endsWith('/') ? url : `${url}/`,
    title,
    version,
    timeZone: timezone,
    serverTime: readServerTime(answer),
  };
}

/** A client for a site that was found. Throws `secret-missing`, `wrong-key`. */
export function clientAt(site: GhostSite, context: TargetContext, timeouts: Timeouts): GhostClient {
  const key = readAdminKey(context.secret);
  const clockAheadMs = site.serverTime === null ? 0 : site.serverTime - context.now();

  async function call<Value>(
    route: string,
    parameters: Parameters,
    schema: z.ZodType<Value>,
    options: Pick<HttpRequest, 'method' | 'body' | 'headers'>,
    timeoutMs = timeouts.callMs,
  ): Promise<Value> {
    const address = new URL(route, site.root);
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, String(value));
    const answer = await recordedRequest(
      address.href,
      {
        ...options,
        headers: {
          ...options.headers,
          'accept-version': `v${OLDEST_VERSION}.0`,
          authorization: `Ghost ${signToken(key, context.now() + clockAheadMs)}`,
        },
        timeoutMs,
      },
      context,
    );
    if (answer.status < 200 || answer.status > 299) throw failureOf(answer, context.now());
    const value = schema.safeParse(successOf(answer));
    if (value.success) return value.data;
    const where = value.error.issues[0]?.path.join('.') ?? '';
    throw new PublishError('unexpected-answer', `JSON without ${where}`, { retryable: true });
  }

  const json = (method: 'POST' | 'PUT', body: object) => ({
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

  return {
    site,
    clockAheadMs,
    get: (route, schema, parameters = {}) => call(route, parameters, schema, {}),
    post: (route, schema, body, parameters = {}) => call(route, parameters, schema, json('POST', body)),
    put: (route, schema, body, parameters = {}) => call(route, parameters, schema, json('PUT', body)),
    upload: (route, schema, body) => call(route, {}, schema, { method: 'POST', body }, timeouts.uploadMs),
    async isThere(address) {
      const options = { method: 'HEAD', timeoutMs: timeouts.callMs, signal: context.signal } as const;
      try {
        const { status } = await request(address, options);
        return status === 200 ? true : status === 404 ? false : null;
      } catch (error) {
        // Where readers find the site need not be where the desk may go.
        if (error instanceof PublishError) return null;
        throw error;
      }
    },
  };
}

export async function connect(
  configuration: GhostConfiguration,
  context: TargetContext,
  timeouts: Timeouts,
): Promise<GhostClient> {
  readAdminKey(context.secret);
  return clientAt(await findSite(configuration, context, timeouts), context, timeouts);
}

/** Text inside a filter of Ghost's (NQL), in quotation marks: https://docs.ghost.org/content-api/filtering */
export function filterText(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
