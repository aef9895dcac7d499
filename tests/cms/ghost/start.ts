/** Starts a complete Ghost on loopback in a throw-away folder, with an owner and an integration, and takes it down again. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { signToken, readAdminKey } from '../../../electron/core/publishing/targets/ghost/token.ts';
import { freePort, Service } from '../service.ts';
import { ensureGhost } from './packages.ts';

export interface RunningGhost {
  /** Without a slash at the end. */
  url: string;
  /** The Admin API key of the integration. */
  key: string;
  /** The Admin API with that key; rejects where Ghost refuses. */
  api(method: 'GET' | 'POST' | 'PUT' | 'DELETE', route: string, body?: object): Promise<unknown>;
  /** Gives Ghost a picture; answers with its address. */
  upload(form: FormData): Promise<string>;
  /** Names of the pictures Ghost was given, without the copies it makes of them. */
  pictures(): string[];
  stop(): Promise<void>;
}

const owner = { name: 'Redaktur', email: 'redaktur@example.com', password: 'sandi-uji-1234' };

const integrationsSchema = z.object({
  integrations: z.array(z.object({ api_keys: z.array(z.object({ type: z.string(), secret: z.string() })) })),
});

/** Makes the owner, logs in as the owner, and makes an integration: what a person does in Ghost's settings. */
async function adminKey(url: string): Promise<string> {
  const ask = async (route: string, body: object, cookie = ''): Promise<Response> => {
    const response = await fetch(`${url}/ghost/api/admin/${route}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: url,
        ...(cookie === '' ? {} : { cookie }),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`Ghost: ${route}: ${response.status} ${await response.text()}`);
    return response;
  };
  await ask('authentication/setup/', { setup: [{ ...owner, blogTitle: 'Harian Uji' }] });
  async function logInAndMake(): Promise<Response> {
    const session = await ask('session/', { username: owner.email, password: owner.password });
    const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
    return ask('integrations/?include=api_keys', { integrations: [{ name: 'Redaksi' }] }, cookie);
  }
  // A Ghost that has just come up knows its sessions a moment later than it answers.
  let made = await logInAndMake().catch(() => null);
  for (let attempt = 0; made === null && attempt < 20; attempt += 1) {
    await pause(250);
    made = await logInAndMake().catch(() => null);
  }
  if (made === null) throw new Error('Ghost let its owner make no integration');
  const { integrations } = integrationsSchema.parse(await made.json());
  const key = integrations[0]?.api_keys.find(({ type }) => type === 'admin')?.secret;
  if (key === undefined) throw new Error('Ghost made no Admin API key');
  return key;
}

export async function startGhost(): Promise<RunningGhost> {
  const app = ensureGhost();
  const base = mkdtempSync(join(tmpdir(), 'redaksi-ghost-'));
  const content = join(base, 'content');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const folders = [
    'data',
    'images',
    'files',
    'media',
    'logs',
    'settings',
    'public',
    'apps',
    'adapters',
    'themes',
  ];
  for (const folder of folders) mkdirSync(join(content, folder), { recursive: true });
  cpSync(join(app, 'content', 'themes'), join(content, 'themes'), { recursive: true });
  const settings = {
    url: `${url}/`,
    server: { host: '127.0.0.1', port },
    database: {
      client: 'sqlite3',
      connection: { filename: join(content, 'data', 'ghost.db') },
      useNullAsDefault: true,
    },
    mail: { transport: 'stub' },
    logging: { level: 'error', transports: ['file'], path: join(content, 'logs') },
    paths: { contentPath: content },
    privacy: { useUpdateCheck: false, useGravatar: false, useRpcPing: false, useStructuredData: false },
    security: { staffDeviceVerification: false },
    process: 'local',
  };
  writeFileSync(join(base, 'config.development.json'), JSON.stringify(settings));
  // Ghost looks for its package.json there, seen from where it runs.
  symlinkSync(app, join(base, 'current'));
  const service = new Service(process.execPath, [join(app, 'index.js')], {
    log: join(base, 'ghost.log'),
    env: { ...process.env, NODE_ENV: 'development' },
    folder: base,
    as: null,
  });
  async function stop(): Promise<void> {
    await service.stop();
    rmSync(base, { recursive: true, force: true });
  }
  try {
    await service.until(
      () =>
        fetch(`${url}/ghost/api/admin/site/`).then(
          (response) => response.ok,
          () => false,
        ),
      'Ghost',
    );
    const key = await adminKey(url);
    const authorization = (): string => `Ghost ${signToken(readAdminKey(key), Date.now())}`;
    async function asked(route: string, options: RequestInit): Promise<unknown> {
      const response = await fetch(`${url}/ghost/api/admin/${route}`, {
        ...options,
        headers: { ...options.headers, authorization: authorization() },
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${options.method} ${route}: ${response.status} ${text}`);
      return text === '' ? null : (JSON.parse(text) as unknown);
    }
    return {
      url,
      key,
      api: (method, route, body) =>
        asked(route, {
          method,
          headers: { 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      async upload(body) {
        const answer = await asked('images/upload/', { method: 'POST', body });
        return z.object({ images: z.tuple([z.looseObject({ url: z.string() })]) }).parse(answer).images[0]
          .url;
      },
      pictures: () =>
        readdirSync(join(content, 'images'), { recursive: true, withFileTypes: true })
          .filter(
            (entry) => entry.isFile() && !/_o\.\w+$/.test(entry.name) && !entry.parentPath.includes('/size/'),
          )
          .map(({ name }) => name),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
