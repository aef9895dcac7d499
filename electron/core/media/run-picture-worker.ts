import { askWorker, workerBeside } from '../ask-worker.ts';
import type { PictureToPrepare, PreparedPicture } from './prepare-picture.ts';

const LIMITS = { timeMs: 60_000, memoryMb: 512 };

/** Prepares a picture away from the core's thread. Throws where it cannot be decoded, in good time or at all. */
export async function runPictureWorker(picture: PictureToPrepare): Promise<PreparedPicture> {
  return (await askWorker(
    workerBeside(import.meta.url, 'picture-worker'),
    picture,
    LIMITS,
  )) as PreparedPicture;
}
