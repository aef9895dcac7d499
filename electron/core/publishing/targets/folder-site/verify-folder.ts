/** Checks a folder before anything is published into it. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Verification } from '../../../../../shared/contract/publishing.ts';
import { GENERATOR } from './layout.ts';
import { MANIFEST_NAME } from './manifest.ts';

type Check = Verification['checks'][number];

const MINIMUM_FREE_BYTES = 50 * 1024 * 1024;

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function writable(folder: string): Promise<Check> {
  const probe = join(folder, `.redaksi-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, 'Redaksi', { flag: 'wx' });
    await rm(probe);
    return { code: 'folder-writable', ok: true, detail: folder };
  } catch (error) {
    return { code: 'folder-writable', ok: false, detail: wordsOf(error) };
  }
}

async function space(folder: string): Promise<Check> {
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    return {
      code: 'folder-space',
      ok: free >= MINIMUM_FREE_BYTES,
      detail: `${Math.floor(free / 1024 / 1024)} MB`,
    };
  } catch (error) {
    return { code: 'folder-space', ok: false, detail: wordsOf(error) };
  }
}

/** An index.html that is not ours would stop every delivery. */
async function foreign(folder: string): Promise<Check> {
  const manifest = await readFile(join(folder, MANIFEST_NAME)).catch(() => null);
  const front = await readFile(join(folder, 'index.html')).catch(() => null);
  const ok = manifest !== null || front === null || front.includes(GENERATOR);
  return { code: 'folder-foreign', ok, detail: ok ? '' : 'index.html' };
}

function resultOf(checks: Check[]): Verification {
  return { ok: checks.every(({ ok, code }) => ok || code === 'folder-space'), checks };
}

/**
 * Whether files can be put into a folder. The lines, in order: `folder-absolute`, `folder-writable` (made where it is
 * missing), `folder-space` (a warning below 50 MB).
 */
export async function checkFolder(folder: string): Promise<Verification> {
  if (!isAbsolute(folder)) return resultOf([{ code: 'folder-absolute', ok: false, detail: folder }]);
  const checks: Check[] = [{ code: 'folder-absolute', ok: true, detail: folder }];
  checks.push(await writable(folder));
  if (checks.every(({ ok }) => ok)) checks.push(await space(folder));
  return resultOf(checks);
}

/** The same for the folder of a site, and `folder-foreign`: somebody else's index.html is never replaced. */
export async function verifyFolder(folder: string): Promise<Verification> {
  const { ok, checks } = await checkFolder(folder);
  return ok ? resultOf([...checks, await foreign(folder)]) : { ok, checks };
}
