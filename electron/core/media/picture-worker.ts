/** A worker of its own for each task: prepares a picture that comes in, crops, bares or turns one that is kept, or makes small versions of some. */
import { parentPort, workerData } from 'node:worker_threads';
import {
  barePictureOf,
  cropPicture,
  preparePicture,
  shrinkPicture,
  turnPicture,
  type PictureToBare,
  type PictureToPrepare,
  type PixelCrop,
} from './prepare-picture.ts';

export type PictureTask =
  | { kind: 'prepare'; picture: PictureToPrepare }
  | { kind: 'bare'; picture: PictureToBare }
  | { kind: 'turn'; picture: PictureToBare }
  | { kind: 'crop'; picture: PictureToPrepare; crop: PixelCrop }
  | { kind: 'shrink'; pictures: readonly Uint8Array[]; longestSide: number };

function work(task: PictureTask): unknown {
  switch (task.kind) {
    case 'prepare':
      return preparePicture(task.picture);
    case 'bare':
      return barePictureOf(task.picture);
    case 'turn':
      return turnPicture(task.picture);
    case 'crop':
      return cropPicture(task.picture, task.crop);
    case 'shrink':
      return task.pictures.map((bytes) => shrinkPicture(bytes, task.longestSide));
  }
}

parentPort?.postMessage(work(workerData as PictureTask));
