/** A worker of its own for each picture: prepares one that comes in, crops one that is kept, or makes its small version. */
import { parentPort, workerData } from 'node:worker_threads';
import {
  cropPicture,
  preparePicture,
  shrinkPicture,
  type PictureToPrepare,
  type PixelCrop,
} from './prepare-picture.ts';

export type PictureTask =
  | { kind: 'prepare'; picture: PictureToPrepare }
  | { kind: 'crop'; picture: PictureToPrepare; crop: PixelCrop }
  | { kind: 'shrink'; bytes: Uint8Array; longestSide: number };

function work(task: PictureTask): unknown {
  switch (task.kind) {
    case 'prepare':
      return preparePicture(task.picture);
    case 'crop':
      return cropPicture(task.picture, task.crop);
    case 'shrink':
      return shrinkPicture(task.bytes, task.longestSide);
  }
}

parentPort?.postMessage(work(workerData as PictureTask));
