import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that it is there whole or not at all, also after a power cut; makes its folder. `unfinished` is what it is
 * called in that folder until then: a name nobody else has, or a given one, under which one at a time may write.
 * `lightly`: without waiting until its bytes are on the disk. Rejects with the file system's own errors and leaves nothing
 * behind.
 */
export async function placeFile(
  path: string,
  content: string | Uint8Array,
  {
    unfinished = `${basename(path)}.${randomUUID()}.unfinished`,
    lightly = false,
  }: { unfinished?: string; lightly?: boolean } = {},
): Promise<void> {
  const folder = dirname(path);
  const written = join(folder, unfinished);
  await mkdir(folder, { recursive: true });
  try {
    const file = await open(written, 'w');
    try {
      await file.writeFile(content);
      if (!lightly) await file.sync();
    } finally {
      await file.close();
    }
    await rename(written, path);
  } catch (error) {
    await rm(written, { force: true }).catch(() => {});
    throw error;
  }
}
