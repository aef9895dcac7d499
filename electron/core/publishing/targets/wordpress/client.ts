/** A logged-in connection to one WordPress: the address found, the user checked, JSON in and out. */
import type { BodyInit } from 'undici';
import { z } from 'zod';
import type { WordPressConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import { readServerTime, successOf } from '../../site-http/answer.ts';
import { recordedRequest, type HttpRequest } from '../../site-http/request.ts';
import { PublishError, type TargetContext } from '../../target.ts';
import { failureOf } from './answer.ts';
import { discover, type RestIndex } from './discover.ts';

export interface Timeouts {
  /** Milliseconds for one call. */
  callMs: number;
  /** Milliseconds for a call that carries a picture. */
  uploadMs: number;
}

const userSchema = z.looseObject({
  id: z.int(),
  name: z.string().catch(''),
  roles: z.array(z.string()).catch([]),
  capabilities: z.record(z.string(), z.unknown()).catch({}),
});

export interface WordPressUser {
  id: number;
  name: string;
  roles: string[];
  may(capability: string): boolean;
}

type Parameters = Readonly<Record<string, string | number>>;

export interface WordPressClient {
  root: string;
  get<Value>(route: string, schema: z.ZodType<Value>, parameters?: Parameters): Promise<Value>;
  post<Value>(route: string, schema: z.ZodType<Value>, body: Record<string, unknown>): Promise<Value>;
  /** Puts into the trash, or with `force` deletes. */
  remove(route: string, parameters?: Parameters): Promise<void>;
  upload<Value>(route: string, schema: z.ZodType<Value>, body: BodyInit): Promise<Value>;
  /** Who the password belongs to. Throws `wrong-password`: public routes answer a wrong one as if nobody asked. */
  me(): Promise<WordPressUser>;
  /** Milliseconds the site's clock is ahead of ours, by its latest answer; null where it told no time. */
  clockAheadMs(): number | null;
}

function routeAddress(root: string, route: string, parameters: Parameters): string {
  const url = new URL(root);
  const plain = url.searchParams.get('rest_route');
  if (plain === null) url.pathname += route;
  else url.searchParams.set('rest_route', `${plain.replace(/\/+$/, '')}/${route}`);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, String(value));
  return url.href;
}

function credentialsOf(configuration: WordPressConfiguration, secret: string | null): string {
  if (secret === null || secret === '') throw new PublishError('secret-missing', configuration.siteUrl);
  return `${configuration.user}:${secret}`;
}

/** Looks without the password first, so that it never goes out unprotected where the site moves to https. */
export async function findRoot(
  configuration: WordPressConfiguration,
  context: TargetContext,
  timeouts: Timeouts,
): Promise<RestIndex> {
  const options: HttpRequest = { timeoutMs: timeouts.callMs, signal: context.signal };
  try {
    return await discover(configuration.siteUrl, options, context.now());
  } catch (error) {
    const shut =
      error instanceof PublishError &&
      ['rest-blocked', 'basic-auth-blocked', 'wrong-password', 'rights-missing', 'firewall'].includes(
        error.code,
      );
    if (!shut || context.secret === null) throw error;
    const credentials = credentialsOf(configuration, context.secret);
    return discover(configuration.siteUrl, { ...options, credentials }, context.now());
  }
}

/** A client on a REST root that was found. Throws `secret-missing`. */
export function clientAt(
  root: string,
  configuration: WordPressConfiguration,
  context: TargetContext,
  timeouts: Timeouts,
): WordPressClient {
  const credentials = credentialsOf(configuration, context.secret);
  let clockAheadMs: number | null = null;

  async function call<Value>(
    address: string,
    schema: z.ZodType<Value>,
    options: Pick<HttpRequest, 'method' | 'body' | 'headers'>,
    timeoutMs = timeouts.callMs,
  ): Promise<Value> {
    const answer = await recordedRequest(address, { ...options, credentials, timeoutMs }, context);
    const serverTime = readServerTime(answer);
    if (serverTime !== null) clockAheadMs = serverTime - context.now();
    if (answer.status < 200 || answer.status > 299) throw failureOf(answer, context.now());
    const value = schema.safeParse(successOf(answer));
    if (value.success) return value.data;
    const where = value.error.issues[0]?.path.join('.') ?? '';
    throw new PublishError('unexpected-answer', `JSON without ${where}`, { retryable: true });
  }

  const client: WordPressClient = {
    root,
    get: (route, schema, parameters = {}) => call(routeAddress(root, route, parameters), schema, {}),
    post: (route, schema, body) =>
      call(routeAddress(root, route, {}), schema, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    // Firewalls let POST through where they stop DELETE; WordPress takes either.
    async remove(route, parameters = {}) {
      const address = routeAddress(root, route, { ...parameters, _method: 'DELETE' });
      await call(address, z.unknown(), { method: 'POST' });
    },
    upload: (route, schema, body) =>
      call(routeAddress(root, route, {}), schema, { method: 'POST', body }, timeouts.uploadMs),
    async me() {
      const user = await client
        .get('wp/v2/users/me', userSchema, { context: 'edit' })
        .catch((error: unknown) => {
          // Refused here means: not taken for anybody.
          if (error instanceof PublishError && error.code === 'rights-missing') {
            throw new PublishError('wrong-password', error.message);
          }
          throw error;
        });
      return {
        id: user.id,
        name: user.name,
        roles: user.roles,
        may: (capability) => user.capabilities[capability] === true,
      };
    },
    clockAheadMs: () => clockAheadMs,
  };
  return client;
}

/**
 * The client for a delivery. The root found is remembered for the next time; where it no longer answers as before it is
 * forgotten, so that the attempt after finds it afresh.
 */
export async function connect(
  configuration: WordPressConfiguration,
  context: TargetContext,
  timeouts: Timeouts,
): Promise<{ client: WordPressClient; user: WordPressUser }> {
  const key = `rest-root ${configuration.siteUrl}`;
  const remembered = context.memory.get(key);
  if (remembered) {
    const client = clientAt(remembered, configuration, context, timeouts);
    try {
      return { client, user: await client.me() };
    } catch (error) {
      const moved =
        error instanceof PublishError &&
        [
          'unexpected-answer',
          'not-this-kind-of-site',
          'rest-blocked',
          'log-in-wall',
          'name-not-found',
        ].includes(error.code);
      if (!moved) throw error;
      context.memory.set(key, '');
    }
  }
  const { root } = await findRoot(configuration, context, timeouts);
  const client = clientAt(root, configuration, context, timeouts);
  const user = await client.me();
  context.memory.set(key, root);
  return { client, user };
}
