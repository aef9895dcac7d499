import { askWorker, workerBeside } from '../ask-worker.ts';
import type { PictureTask } from './picture-worker.ts';
import type { PictureToBare, PictureToPrepare, PixelCrop, PreparedPicture } from './prepare-picture.ts';

const LIMITS = { timeMs: 60_000, memoryMb: 512 };

function ask(task: PictureTask): Promise<unknown> {
  return askWorker(workerBeside(import.meta.url, 'picture-worker'), task, LIMITS);
}

/** Prepares a picture away from the core's thread. Throws where it cannot be decoded, in good time or at all. */
export async function prepareInWorker(picture: PictureToPrepare): Promise<PreparedPicture> {
  return (await ask({ kind: 'prepare', picture })) as PreparedPicture;
}

/** A stored picture without its camera data. Throws where it takes too long or too much memory. */
export async function bareInWorker(picture: PictureToBare): Promise<Uint8Array> {
  return (await ask({ kind: 'bare', picture })) as Uint8Array;
}

/** A stored picture with its pixels turned as it is seen. Throws where it cannot be decoded. */
export async function turnInWorker(picture: PictureToBare): Promise<PictureToBare> {
  return (await ask({ kind: 'turn', picture })) as PictureToBare;
}

/** A part of a picture; null where it moves. Throws where the picture cannot be decoded. */
export async function cropInWorker(picture: PictureToPrepare, crop: PixelCrop): Promise<Uint8Array | null> {
  return (await ask({ kind: 'crop', picture, crop })) as Uint8Array | null;
}

/**
 * Small versions as WebP, `longestSide` pixels long at most, in the order of the pictures; null for one that cannot be
 * decoded. Throws where they take too long or too much memory.
 */
export async function shrinkInWorker(
  pictures: readonly Uint8Array[],
  longestSide: number,
): Promise<(Uint8Array | null)[]> {
  return (await ask({ kind: 'shrink', pictures, longestSide })) as (Uint8Array | null)[];
}
