/** To a partner through a folder that both see: files appear under their name only when they are whole and on the disk. */
import { open, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { PublishError, type TargetContext } from '../../target.ts';
import { folderError } from '../folder-site/site-folder.ts';
import { checkFolder } from '../folder-site/verify-folder.ts';
import type { OutgoingFile, PartnerWay } from './way.ts';

/** Programs that watch a folder leave alone what begins with a dot. */
function unfinishedName(path: string): string {
  return join(dirname(path), `.${basename(path)}.part`);
}

async function isThere(path: string, bytes: Uint8Array): Promise<boolean> {
  const found = await readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  return found?.equals(bytes) ?? false;
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = unfinishedName(path);
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(unfinished, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
}

/** `folder` is an absolute path; it is made where it is missing. */
export function folderWay(
  folder: string,
  context: Pick<TargetContext, 'now' | 'record' | 'signal'>,
): PartnerWay {
  async function put({ name, content }: OutgoingFile): Promise<void> {
    context.signal.throwIfAborted();
    if (!isAbsolute(folder)) throw new PublishError('folder-unwritable', `not a full path: ${folder}`);
    const path = resolve(folder, ...name.split('/'));
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const at = context.now();
    const started = performance.now();
    try {
      if (await isThere(path, bytes)) return;
      await writeWhole(path, bytes);
    } catch (error) {
      throw folderError(error);
    }
    context.record({
      at,
      milliseconds: performance.now() - started,
      method: 'WRITE',
      address: path,
      sent: typeof content === 'string' ? content : null,
      status: null,
      answer: null,
    });
  }

  return { put, verify: () => checkFolder(folder) };
}
