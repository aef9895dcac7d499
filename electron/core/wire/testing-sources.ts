/** A desk with sources to look at and a feed server that answers as a test says. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { expect, vi } from 'vitest';
import { sourceConfigurationSchema, type Source } from '../../../shared/contract/wire-sources.ts';
import { openTestCore, type TestCore } from '../testing.ts';

/** Long enough for a busy machine; nothing waits that long where all is well. */
export function eventually<Result>(condition: () => Result): Promise<Awaited<Result>> {
  return vi.waitFor(condition, { timeout: 15_000, interval: 20 }) as Promise<Awaited<Result>>;
}

/** An RSS feed of stories with these headlines; `from` numbers the first. */
export function feedOf(headlines: readonly string[], { from = 0, head = '' } = {}): string {
  const items = headlines.map(
    (headline, index) =>
      `<item><title>${headline}</title><link>https://kawat.example/${from + index}</link><description>Isi ${headline}.</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Kawat</title>${head}${items.join('')}</channel></rss>`;
}

export interface SourceDesk {
  desk: TestCore;
  /** Of the feed server. */
  address: string;
  answer: RequestListener;
  /** Adds a source; a feed of the server where nothing else is said. */
  add(details?: Record<string, unknown>): Promise<Source>;
  source(id: string): Promise<Source>;
  /** Waits until a source's first check is over. */
  settled(id: string): Promise<Source['state']>;
  /** Checks a source again and waits until that is over. */
  checkAgain(id: string): Promise<Source['state']>;
  headlines(): Promise<string[]>;
  deliveries(id: string): ReturnType<TestCore['client']['wire']['sources']['deliveries']>;
  close(): Promise<void>;
}

export async function openSourceDesk(): Promise<SourceDesk> {
  const desk = await openTestCore({ background: true });
  const server: Server = createServer((request, response) => open.answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const listening = server.address();
  const port = typeof listening === 'object' && listening !== null ? listening.port : 0;
  const { sources, list } = desk.client.wire;

  const open: SourceDesk = {
    desk,
    address: `http://127.0.0.1:${port}/feed`,
    answer: (_request, response) => response.end(feedOf(['Satu'])),
    add: ({ secret, ...details }: Record<string, unknown> = {}) =>
      sources.add({
        ...sourceConfigurationSchema.parse({
          name: 'Kantor',
          kind: 'feed',
          address: open.address,
          allowPrivateAddress: true,
          ...details,
        }),
        ...(typeof secret === 'string' ? { secret } : {}),
      }),
    async source(id) {
      const found = (await sources.list()).find((candidate) => candidate.id === id);
      if (!found) throw new Error('no such source');
      return found;
    },
    settled: (id) =>
      eventually(async () => {
        const { state } = await open.source(id);
        expect(['ok', 'failing']).toContain(state.status);
        return state;
      }),
    async checkAgain(id) {
      const before = (await open.source(id)).state.lastCheckedAt;
      // So long that files which have not changed since count as whole.
      desk.advance(2_500);
      await sources.checkNow({ id });
      return eventually(async () => {
        const { state } = await open.source(id);
        expect(state.lastCheckedAt).not.toBe(before);
        expect(state.status).not.toBe('working');
        return state;
      });
    },
    headlines: async () => (await list({})).rows.map(({ headline }) => headline),
    deliveries: (id) => sources.deliveries({ id }),
    async close() {
      await desk.close();
      server.closeAllConnections();
      server.close();
    },
  };
  return open;
}
