/** A worker of its own for each picture: prepares one that comes in, or makes the small version of one that is kept. */
import { parentPort, workerData } from 'node:worker_threads';
import { preparePicture, shrinkPicture, type PictureToPrepare } from './prepare-picture.ts';

export type PictureTask =
  { kind: 'prepare'; picture: PictureToPrepare } | { kind: 'shrink'; bytes: Uint8Array; longestSide: number };

const task = workerData as PictureTask;
parentPort?.postMessage(
  task.kind === 'prepare' ? preparePicture(task.picture) : shrinkPicture(task.bytes, task.longestSide),
);
