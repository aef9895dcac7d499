/** Folding duplicates: how well, by the labelled pairs nobody tuned on, and what it takes of an ingest. */
import { openWireDatabase } from '../../../electron/core/database/open.ts';
import { createFolding } from '../../../electron/core/wire/folding/folding.ts';
import { createIngestWriter } from '../../../electron/core/wire/ingest-writer.ts';
import { sketchOf } from '../../../shared/domain/duplicates/compared-copy.ts';
import { STORIES_HELD } from '../../../electron/core/wire/folding/recent-sketches.ts';
import { judge } from '../../clusters/judge.ts';
import { loadCases, splitCases } from '../../clusters/load-pairs.ts';
import type { RowGroup } from '../row.ts';
import { median } from '../statistics.ts';
import { createWriter, syntheticStory } from '../synthetic.ts';

const DELIVERIES = 12;
const DELIVERY_STORIES = 1_000;

export const group: RowGroup = {
  rows: [
    {
      name: 'folding-precision',
      what: 'duplicates: of the untouched half of the labelled pairs that are folded, how many should be',
      unit: '%',
      budget: { least: 99 },
    },
    {
      name: 'folding-recall',
      what: 'duplicates: of the untouched half of the labelled pairs that should be folded, how many are',
      unit: '%',
      budget: { least: 70 },
    },
    {
      name: 'folding-cost',
      what: 'sketching a story and looking for its head ÷ storing it, 32,768 stories held to compare with',
      unit: 'µs',
      budget: { most: 0.6 },
    },
  ],
  how: `the pairs of \`tests/clusters\` are parted by a seed, cases whole; the half that was never tuned on (its pairs are not named, to stay so) is judged by what the ingest
worker folds by: sketch, then figures, days, names and words. The cost is taken at the writer of \`wire.db\`, deliveries of
1,000 synthetic stories: the time of sketching them and looking for their heads against the time of storing them, medians.`,
  async measure({ folders, short, say }) {
    const { tuning, untouched } = splitCases(loadCases());
    for (const [name, half] of Object.entries({ tuning, untouched })) {
      const { precision, recall } = judge(half);
      say(`  ${name}: precision ${(precision * 100).toFixed(1)} %, recall ${(recall * 100).toFixed(1)} %`);
    }
    const { precision, recall } = judge(untouched);

    const database = openWireDatabase(await folders.ownWithStories(0));
    const ingest = createIngestWriter(database);
    const folding = createFolding(database);
    const words = createWriter(29);
    const place = database.transaction((bodies: readonly string[], at: number) => {
      bodies.forEach((body, index) =>
        folding.place({ storyId: index + 1, at, sketch: sketchOf({ body, language: 'id' }) }),
      );
    });
    place(
      Array.from({ length: STORIES_HELD }, () => words.text(35)),
      Date.now(),
    );
    const placing: number[] = [];
    const storing: number[] = [];
    for (let round = -1; round < (short ? 3 : DELIVERIES); round += 1) {
      const now = Date.now();
      const batch = Array.from({ length: DELIVERY_STORIES }, (_none, index) =>
        syntheticStory(words, 5_000_000 + round * DELIVERY_STORIES + index, now),
      );
      const stored = performance.now();
      await ingest.store({ sourceId: 'bench', format: 'rss', stories: batch }, now, async () => {});
      const took = performance.now() - stored;
      const placed = performance.now();
      place(
        batch.map(({ bodyText }) => bodyText),
        now,
      );
      if (round < 0) continue;
      placing.push(((performance.now() - placed) * 1000) / DELIVERY_STORIES);
      storing.push((took * 1000) / DELIVERY_STORIES);
    }
    database.close();
    return {
      'folding-precision': { ours: precision * 100 },
      'folding-recall': { ours: recall * 100 },
      'folding-cost': { ours: median(placing), base: median(storing) },
    };
  },
};
