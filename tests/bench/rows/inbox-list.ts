/** The inbox list: a page deep in the archive against the first page. */
import { openTestCore } from '../../../electron/core/testing.ts';
import type { RowGroup } from '../row.ts';
import { median, timed } from '../statistics.ts';

export const group: RowGroup = {
  rows: [
    {
      name: 'inbox-page',
      what: 'inbox page of 100 at 98 % depth ÷ first page, median',
      unit: 'ms',
      budget: { most: 1.2 },
    },
  ],
  how: 'pages of 100 rows through the router; the limit of 1.2 is this page\'s reading of "constant cost".',
  async measure({ folders, stories, samples }) {
    const { client, core } = await openTestCore({}, await folders.withStories(stories));
    const first = await client.wire.list({ limit: 100 });
    const newest = first.rows[0]?.newestVersionId ?? 1;
    const page = (before: number | null) => timed(() => client.wire.list({ before, limit: 100 }));
    const ours: number[] = [];
    const base: number[] = [];
    for (let round = -5; round < samples * 5; round += 1) {
      const atTop = await page(null);
      const deep = await page(Math.max(200, Math.floor(newest * 0.02)));
      if (round < 0) continue;
      base.push(atTop);
      ours.push(deep);
    }
    await core.stop();
    return { 'inbox-page': { ours: median(ours), base: median(base) } };
  },
};
