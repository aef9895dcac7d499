/** The parse worker: untrusted bytes in, stories out, in a thread that may die without harm to anybody. */
import { parentPort } from 'node:worker_threads';
import { giveWay } from '../give-way.ts';
import { readDelivery } from './formats/read-delivery.ts';
import type { ParseAnswer, ParseRequest } from './parse-pool.ts';

const port = parentPort;
if (port === null) throw new Error('parse-worker runs as a worker thread');

giveWay();

port.on('message', ({ id, bytes, options }: ParseRequest) => {
  const answer: ParseAnswer = { id, ...readDelivery(bytes, options) };
  port.postMessage(answer);
});
