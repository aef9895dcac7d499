import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';
import { beranda, place, slotOf } from './test-fronts.ts';

const FIRE = `Kebakaran menghanguskan 86 kios di Pasar Inpres Manonda, Kota Palu, Jumat dini hari.
Api diduga berasal dari hubungan pendek arus listrik di kios pakaian dan cepat membesar karena angin kencang.
Kepala dinas pemadam kebakaran mengatakan tidak ada korban jiwa. Kerugian sementara ditaksir Rp4,3 miliar.`;

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore();
});
afterEach(() => desk.close());

/** An article written from a story that an agency sent. */
async function writeFrom(agency: string, headline: string, body: string): Promise<string> {
  const story = {
    uri: `urn:${agency}:1`,
    type: 'text',
    provider: agency,
    versioncreated: '2026-02-20T07:00:00+07:00',
    pubstatus: 'usable',
    headline,
    body_text: body,
  };
  const file = new File([JSON.stringify(story)], `${agency}.json`);
  const { storyIds } = await desk.client.wire.importFile({ file, name: file.name });
  const { articleId } = await desk.client.articles.writeFromWire({ storyId: storyIds[0] ?? 0 });
  return articleId;
}

test('articles from two agencies’ copies of one story are known to tell the same', async () => {
  const articles = [
    await writeFrom('antara', 'Pasar Manonda terbakar', FIRE),
    await writeFrom('kantor-b', '86 kios terbakar di Palu', FIRE),
    await writeFrom('kantor-c', 'Rupiah menguat', 'Rupiah ditutup menguat tipis di pasar spot Jakarta.'),
  ];
  await place(desk, 'Pilihan Editor', ...articles.map((articleId) => slotOf(articleId)));
  const { frontId } = await beranda(desk);
  const { stories } = await desk.client.fronts.facts({ frontId });
  const [one, other, third] = articles.map(
    (articleId) => stories.find((story) => story.articleId === articleId)?.sourceClusters,
  );
  expect(one).toHaveLength(1);
  expect(other).toEqual(one);
  expect(third).not.toEqual(one);
});
