/** A worker of its own for each picture: reads what its photographer wrote into it and scales what is far too large. */
import { parentPort, workerData } from 'node:worker_threads';
import { preparePicture, type PictureToPrepare } from './prepare-picture.ts';

const prepared = await preparePicture(workerData as PictureToPrepare);
parentPort?.postMessage(prepared);
