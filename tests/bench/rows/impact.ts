/** What a correction on the wire means: the articles made from its story, found among a hundred thousand. */
import { openDeskDatabase } from '../../../electron/core/database/open.ts';
import { openTestCore, type TestCore } from '../../../electron/core/testing.ts';
import { deliver } from '../../../electron/core/testing-wire.ts';
import type { RowGroup } from '../row.ts';
import { median } from '../statistics.ts';

const ARTICLES = 100_000;
const MADE_FROM_IT = 20;
const ROUNDS = 40;

/** One version of the story that is corrected over and over. */
function bring(desk: TestCore, version: number) {
  return deliver(desk, {
    uri: 'urn:bench:gempa',
    version: String(version),
    headline: 'Korban gempa bertambah',
    body_text: `Korban gempa menjadi ${version} orang. Tim penyelamat masih mencari warga di tiga desa.`,
    versioncreated: new Date(Date.UTC(2026, 10, 24) + version * 60_000).toISOString(),
  });
}

/** A desk with that many articles, each made from a story; the last few from the one that is corrected. */
async function openDesk(folder: string): Promise<TestCore> {
  const desk = await openTestCore({}, folder);
  const { storyId } = await bring(desk, 1);
  const { articleId } = await desk.client.articles.writeFromWire({ storyId });
  const database = openDeskDatabase(folder);
  const like = { articleId, storyId };
  database
    .prepare(
      `INSERT INTO article (id, state, base, fields, document, headline, section, byline, teaser, word_count, created_at, updated_at)
       WITH RECURSIVE count (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < ${ARTICLES - 1})
       SELECT printf('30000000-0000-4000-8000-%012d', n), state, base, fields, document, headline, section, byline, teaser, word_count,
         created_at, updated_at - n FROM count JOIN article WHERE article.id = @articleId`,
    )
    .run({ articleId });
  database
    .prepare(
      `INSERT INTO article_source (article_id, story_id, version_id, uri, headline, source_name, credit_name, added_at,
         settled_version_id, settled_status)
       SELECT article.id, iif(article.id > printf('30000000-0000-4000-8000-%012d', ${ARTICLES - MADE_FROM_IT}), @storyId, 1000 + article.number / 5),
         version_id, uri, source.headline, source_name, credit_name, added_at, settled_version_id, settled_status
       FROM article JOIN article_source AS source ON source.article_id = @articleId WHERE article.id <> @articleId`,
    )
    .run(like);
  database.close();
  return desk;
}

export const group: RowGroup = {
  rows: [
    {
      name: 'impact',
      what: 'a correction has arrived → the articles made from its story are found among 100,000 and have their entries, median',
      unit: 'ms',
      budget: { most: 50 },
    },
  ],
  how: `from the core's event that the correction is stored to the one that the entries stand; twenty of the articles were made from
its story, the others from 20,000 more. Each round brings another version.`,
  async measure({ folders, short, samples }) {
    const desk = await openDesk(await folders.ownWithStories(0));
    const heard = await desk.client.system.events();
    const figures: number[] = [];
    const rounds = short ? samples : ROUNDS;
    let arrived = 0;
    let wanted = 2;
    void bring(desk, wanted);
    for await (const { type } of heard) {
      if (type === 'wire.changed') arrived = performance.now();
      if (type !== 'impact.changed') continue;
      // The first opens the entries, those after it move them on.
      if (wanted > 3) figures.push(performance.now() - arrived);
      const { open } = await desk.client.impact.counts();
      if (open !== MADE_FROM_IT) throw new Error(`${open} entries for ${MADE_FROM_IT} articles`);
      if (figures.length >= rounds) break;
      wanted += 1;
      void bring(desk, wanted);
    }
    await desk.core.stop();
    return { impact: { ours: median(figures) } };
  },
};
