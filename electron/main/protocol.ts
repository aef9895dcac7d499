/** app://redaksi/: the built page from disk; pictures and previews from the core. */
import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { protocol } from 'electron';
import { assetType } from '../../shared/page/asset-type.ts';
import type { ServedToPage } from '../../shared/page/desktop-messages.ts';
import { everyResponse, fileSecurityPolicy, pageSecurityPolicy } from '../../shared/page/security-policy.ts';
import { isOwnPage } from './policy.ts';

export type ServeFromCore = (path: string) => Promise<ServedToPage>;

/** Must run before Electron is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

function respond(bytes: Uint8Array | null, status: number, headers: Record<string, string>): Response {
  return new Response(bytes === null ? null : new Uint8Array(bytes), {
    status,
    headers: { ...everyResponse, 'content-security-policy': fileSecurityPolicy, ...headers },
  });
}

const notHere = (): Response => respond(null, 404, {});

async function fromCore(path: string, serve: ServeFromCore): Promise<Response> {
  const file = await serve(path);
  if (file === null) return notHere();
  const bytes = 'bytes' in file.content ? file.content.bytes : await readFile(file.content.path);
  return respond(bytes, 200, { 'content-type': file.mimeType, ...file.headers });
}

async function fromDisk(path: string, folder: string): Promise<Response> {
  const root = resolve(folder);
  const file = join(root, path === '/' ? 'index.html' : path);
  if (!file.startsWith(root + sep)) return notHere();
  const bytes = await readFile(file);
  const isPage = file.endsWith('.html');
  return respond(bytes, 200, {
    'content-type': assetType(file),
    'content-security-policy': isPage ? pageSecurityPolicy : fileSecurityPolicy,
  });
}

/** Answers one request for app://; whatever is not there, or may not be read, is 404. */
export async function answerRequest(
  { url, method }: Pick<Request, 'url' | 'method'>,
  { rendererFolder, serve }: { rendererFolder: string; serve: ServeFromCore },
): Promise<Response> {
  if (!isOwnPage(url) || method !== 'GET') return notHere();
  try {
    const path = decodeURIComponent(new URL(url).pathname);
    if (/[\0\\]/.test(path)) return notHere();
    if (/^\/(media|preview)\//.test(path)) return await fromCore(path, serve);
    return await fromDisk(path, rendererFolder);
  } catch {
    return notHere();
  }
}
