import { askWorker, workerBeside } from '../ask-worker.ts';
import type { PictureTask } from './picture-worker.ts';
import type { PictureToPrepare, PixelCrop, PreparedPicture } from './prepare-picture.ts';

const LIMITS = { timeMs: 60_000, memoryMb: 512 };

function ask(task: PictureTask): Promise<unknown> {
  return askWorker(workerBeside(import.meta.url, 'picture-worker'), task, LIMITS);
}

/** Prepares a picture away from the core's thread. Throws where it cannot be decoded, in good time or at all. */
export async function prepareInWorker(picture: PictureToPrepare): Promise<PreparedPicture> {
  return (await ask({ kind: 'prepare', picture })) as PreparedPicture;
}

/** A part of a picture; null where it moves. Throws where the picture cannot be decoded. */
export async function cropInWorker(picture: PictureToPrepare, crop: PixelCrop): Promise<Uint8Array | null> {
  return (await ask({ kind: 'crop', picture, crop })) as Uint8Array | null;
}

/** A small version as WebP, `longestSide` pixels long at most. Throws where the picture cannot be decoded. */
export async function shrinkInWorker(bytes: Uint8Array, longestSide: number): Promise<Uint8Array> {
  return (await ask({ kind: 'shrink', bytes, longestSide })) as Uint8Array;
}
