/** A poll that brings nothing new: how often it is parsed all the same. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { sourceConfigurationSchema } from '../../../shared/contract/wire-sources.ts';
import { openTestCore, type TestCore } from '../../../electron/core/testing.ts';
import type { RowGroup } from '../row.ts';
import { createWriter, rssDelivery } from '../synthetic.ts';

const ETAG = '"satu"';
const MODIFIED = 'Tue, 24 Nov 2026 09:00:00 GMT';

/** How servers tell that nothing is new, or do not. */
function answers(body: Uint8Array): Record<string, RequestListener> {
  const send =
    (
      headers: Record<string, string>,
      isKnown: (request: Parameters<RequestListener>[0]) => boolean,
    ): RequestListener =>
    (request, response) => {
      if (isKnown(request)) response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(body);
    };
  return {
    '/etag': send({ etag: ETAG }, ({ headers }) => headers['if-none-match'] === ETAG),
    '/modified': send(
      { 'last-modified': MODIFIED },
      ({ headers }) => headers['if-modified-since'] === MODIFIED,
    ),
    '/same-body': send({}, () => false),
  };
}

/** Checks the source now; when it was checked and when it last delivered something that was parsed. */
async function check({ client }: TestCore, id: string, checkedBefore: string | null) {
  await client.wire.sources.checkNow({ id });
  for (;;) {
    const source = (await client.wire.sources.list()).find((candidate) => candidate.id === id);
    if (source === undefined) throw new Error('the source is gone');
    const { lastCheckedAt, lastDeliveryAt, error, status } = source.state;
    if (error !== null) throw new Error(`the poll failed: ${error.code}`);
    if (status === 'ok' && lastCheckedAt !== checkedBefore) return { lastCheckedAt, lastDeliveryAt };
    await wait(5);
  }
}

export const group: RowGroup = {
  rows: [
    {
      name: 'poll-parses',
      what: 'parses in polls that bring nothing new (ETag, Last-Modified, same body)',
      unit: 'parses',
      budget: { most: 0 },
    },
  ],
  how: `three feeds of 1,000 items on loopback: one answers 304 to its ETag, one to its Last-Modified, one sends the same body
again. After the first, parsed delivery every poll is counted after which the source's last delivery is another.`,
  async measure({ short }) {
    const desk = await openTestCore({ background: true });
    const routes = answers(rssDelivery(createWriter(5), 1_000, 0));
    const server = createServer((request, response) => routes[request.url ?? '']?.(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    let parses = 0;
    try {
      for (const path of Object.keys(routes)) {
        const { id } = await desk.client.wire.sources.add(
          sourceConfigurationSchema.parse({
            name: path,
            kind: 'feed',
            address: `http://127.0.0.1:${port}${path}`,
            allowPrivateAddress: true,
          }),
        );
        let last = await check(desk, id, null);
        if (last.lastDeliveryAt === null) throw new Error('the first poll delivered nothing');
        for (let poll = 0; poll < (short ? 3 : 20); poll += 1) {
          const now = await check(desk, id, last.lastCheckedAt);
          if (now.lastDeliveryAt !== last.lastDeliveryAt) parses += 1;
          last = now;
        }
      }
    } finally {
      await desk.close();
      server.closeAllConnections();
      server.close();
    }
    return { 'poll-parses': { ours: parses } };
  },
};
