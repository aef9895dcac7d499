/** To a partner through a folder that both see: files appear under their name only when they are whole and on the disk. */
import { readFile } from 'node:fs/promises';
import { basename, isAbsolute, resolve } from 'node:path';
import { placeFile } from '../../../place-file.ts';
import { PublishError, type TargetContext } from '../../target.ts';
import { folderError } from '../folder-site/site-folder.ts';
import { checkFolder } from '../folder-site/verify-folder.ts';
import type { OutgoingFile, PartnerWay } from './way.ts';

/** Programs that watch a folder leave alone what begins with a dot. */
function unfinishedName(path: string): string {
  return `.${basename(path)}.part`;
}

async function isThere(path: string, bytes: Uint8Array): Promise<boolean> {
  const found = await readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  return found?.equals(bytes) ?? false;
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
      await placeFile(path, bytes, { unfinished: unfinishedName(path) });
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
