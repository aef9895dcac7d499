/** What an editor's calls wait while a bulk delivery comes in: the built host, over its WebSocket. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { sourceConfigurationSchema } from '../../../shared/contract/wire-sources.ts';
import { Workstation } from '../../e2e/support/workstation.ts';
import { connectTo } from '../host-client.ts';
import type { RowGroup } from '../row.ts';
import { median, percentile, timed } from '../statistics.ts';
import { createWriter, rssDelivery } from '../synthetic.ts';

const FILE_ITEMS = 1_000;

/** Writes the deliveries beside the folder and moves it into place whole. */
function writeDeliveries(folder: string, files: number): void {
  const writer = createWriter(13);
  const making = `${folder}-making`;
  mkdirSync(making, { recursive: true });
  for (let file = 0; file < files; file += 1) {
    const name = `${String(file).padStart(4, '0')}.xml`;
    writeFileSync(join(making, name), rssDelivery(writer, FILE_ITEMS, 2_000_000 + file * FILE_ITEMS));
  }
  renameSync(making, folder);
}

export const group: RowGroup = {
  rows: [
    {
      name: 'calls-during-ingest',
      what: 'any call while 100,000 stories are being ingested, p99',
      unit: 'ms',
      budget: { most: 16 },
    },
  ],
  how: `a folder with 100 deliveries of 1,000 items is added as a source of the built host; until all are stored, a client on its
WebSocket lists and searches the inbox, reads a story, saves a draft and asks for counts, 20 ms between calls.`,
  async measure({ folders, short, stories, say }) {
    const files = short ? 10 : 100;
    const dataFolder = await folders.ownWithStories(stories);
    const workstation = new Workstation(dirname(dataFolder));
    workstation.arrange({});
    const deliveries = join(dirname(dataFolder), 'deliveries');
    writeDeliveries(deliveries, files);
    const { client, close } = await connectTo(await workstation.start());
    const times = new Map<string, number[]>();
    try {
      const article = await client.articles.create({});
      let base = article.base;
      const [newest] = (await client.wire.list({ limit: 1 })).rows;
      const calls: Record<string, (round: number) => Promise<unknown>> = {
        list: () => client.wire.list({ limit: 100 }),
        search: (round) =>
          client.wire.list({ filter: { query: ['harga beras', 'presiden', 'gem'][round % 3] ?? '' } }),
        read: () => client.wire.get({ storyId: newest?.storyId ?? 1 }),
        counts: () => client.wire.counts(),
        async save(round) {
          const document = buildDocument([paragraph([text(`Naskah ke-${round}.`)])]);
          const { articleId } = article;
          base = (await client.articles.saveDraft({ articleId, base, mutationId: randomUUID(), document }))
            .base;
        },
      };
      const goal = (await client.wire.counts()).total + files * FILE_ITEMS;
      await client.wire.sources.add(
        sourceConfigurationSchema.parse({ name: 'Kiriman', kind: 'folder', address: deliveries }),
      );
      const started = performance.now();
      for (let round = 0; ; round += 1) {
        for (const [name, call] of Object.entries(calls)) {
          const taken = await timed(() => call(round));
          times.set(name, [...(times.get(name) ?? []), taken]);
          await wait(20);
        }
        if ((await client.wire.counts()).total >= goal) break;
        if (performance.now() - started > 600_000)
          throw new Error('the deliveries are not stored after ten minutes');
      }
      say(`  stored in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    } finally {
      close();
      await workstation.stop();
    }
    for (const [name, taken] of times) {
      say(
        `  ${name}: median ${median(taken).toFixed(1)} ms, p95 ${percentile(taken, 95).toFixed(1)} ms, p99 ${percentile(taken, 99).toFixed(1)} ms of ${taken.length}`,
      );
    }
    return { 'calls-during-ingest': { ours: percentile([...times.values()].flat(), 99) } };
  },
};
