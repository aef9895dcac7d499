/** Small versions of pictures for lists and cards: made when they are first asked for, kept, and made again if they go. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Media } from '../../../shared/contract/articles.ts';
import { placeFile } from '../place-file.ts';
import { shrinkInWorker } from './run-picture-worker.ts';
import type { MediaService } from './service.ts';

/** Pixels of the longest side: a card of 320 on a screen of twice the density. */
export const SMALL_SIDE = 640;

/** So small a file is its own small version. */
const SMALL_BYTES = 60_000;

/** So many make them side by side: a screenful must not take the machine from whoever is typing. */
const WORKERS = Math.max(1, Math.floor(availableParallelism() / 2));

/** To start a worker takes half as long as to shrink a picture, and nobody wants to wait for a whole screenful. */
const AT_ONCE = 4;

export interface SmallPicture {
  /** Absolute path of the file. */
  path: string;
  mimeType: string;
}

interface Waiting {
  media: Media;
  path: string;
  answer: (small: SmallPicture) => void;
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
  const waiting: Waiting[] = [];
  let working = 0;

  async function make(batch: readonly Waiting[]): Promise<void> {
    const pictures = await Promise.all(
      batch.map(({ media: { mediaId } }) => readFile(media.path(mediaId)).catch(() => new Uint8Array())),
    );
    const small = await shrinkInWorker(pictures, SMALL_SIDE).catch(() => []);
    await Promise.all(
      batch.map(async ({ media: { mediaId, mimeType }, path, answer }, index) => {
        try {
          const bytes = small[index] ?? null;
          if (bytes === null) throw new Error('a picture that cannot be shrunk is its own small version');
          await placeFile(path, bytes);
          answer({ path, mimeType: 'image/webp' });
        } catch {
          answer({ path: media.path(mediaId), mimeType });
        }
      }),
    );
  }

  function begin(): void {
    while (working < WORKERS && waiting.length > 0) {
      working += 1;
      void make(waiting.splice(0, AT_ONCE)).finally(() => {
        working -= 1;
        begin();
      });
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
      const before = asked.get(mediaId);
      if (before !== undefined) return before;
      const made = new Promise<SmallPicture>((answer) => waiting.push({ media: found, path, answer }));
      asked.set(mediaId, made);
      void made.finally(() => asked.delete(mediaId));
      begin();
      return made;
    },
  };
}
