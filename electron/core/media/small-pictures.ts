/** Small versions of pictures for lists and cards: made when they are first asked for, kept, and made again if they go. */
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Media } from '../../../shared/contract/articles.ts';
import { writeAtomically } from './atomic-file.ts';
import { shrinkInWorker } from './run-picture-worker.ts';
import type { MediaService } from './service.ts';

/** Pixels of the longest side: a card of 320 on a screen of twice the density. */
export const SMALL_SIDE = 640;

/** So small a file is its own small version. */
const SMALL_BYTES = 60_000;

export interface SmallPicture {
  /** Absolute path of the file. */
  path: string;
  mimeType: string;
}

export interface SmallPictures {
  /** The picture itself where it is small already or cannot be shrunk; null where there is no such picture. */
  find(mediaId: string): Promise<SmallPicture | null>;
}

export function createSmallPictures({
  media,
  folder,
}: {
  media: MediaService;
  /** Where they are kept; nothing in it is lost when it goes. */
  folder: string;
}): SmallPictures {
  const asked = new Map<string, Promise<SmallPicture>>();
  // One after the other: a screenful of them must not take the machine from whoever is typing.
  let last: Promise<unknown> = Promise.resolve();

  async function make({ mediaId, mimeType }: Media, path: string): Promise<SmallPicture> {
    try {
      const bytes = await readFile(media.path(mediaId));
      const small = await shrinkInWorker(bytes, SMALL_SIDE);
      await mkdir(dirname(path), { recursive: true });
      await writeAtomically(path, small);
      return { path, mimeType: 'image/webp' };
    } catch {
      return { path: media.path(mediaId), mimeType };
    }
  }

  return {
    async find(mediaId) {
      const found = media.find(mediaId);
      if (found === null) return null;
      const isSmall = found.bytes <= SMALL_BYTES && Math.max(found.width, found.height) <= SMALL_SIDE;
      if (isSmall) return { path: media.path(mediaId), mimeType: found.mimeType };
      const path = join(folder, mediaId.slice(0, 2), `${mediaId}.webp`);
      if (existsSync(path)) return { path, mimeType: 'image/webp' };
      const waiting = asked.get(mediaId);
      if (waiting !== undefined) return waiting;
      const made = last.then(() => make(found, path));
      last = made;
      asked.set(mediaId, made);
      void made.finally(() => asked.delete(mediaId));
      return made;
    },
  };
}
