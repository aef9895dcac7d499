/**
 * An archive as large as `ARCHIVE_STORIES` says, 10,000 stories otherwise: `ARCHIVE_STORIES=1000000 npm run test:e2e --
 * tests/e2e/large-archive.test.ts` is the size the budgets are for. It is made once and kept, as the benchmark's is.
 */
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createDataFolders } from '../bench/archive.ts';
import { Inbox } from './pages/inbox.ts';
import { expect, test, Workstation } from './support/workstation.ts';

const stories = Number(process.env['ARCHIVE_STORIES'] ?? 10_000);
const WHEEL_TURNS = 60;

/** Headlines by arrival, the newest first. */
function headlines(dataFolder: string, order: 'ASC' | 'DESC', count: number): string[] {
  const database = new DatabaseSync(join(dataFolder, 'wire.db'), { readOnly: true });
  try {
    return database
      .prepare(
        `SELECT headline FROM story JOIN version ON version.id = newest_version_id WHERE folded_into IS NULL
         ORDER BY newest_version_id ${order} LIMIT ?`,
      )
      .all(count)
      .map((row) => String(row['headline']));
  } finally {
    database.close();
  }
}

test('a large archive is scrolled far down and searched to its end, with as few rows on the page as a small one', async ({
  page,
}) => {
  test.setTimeout(stories > 100_000 ? 1_800_000 : 90_000);
  const folders = createDataFolders((text) => console.log(text));
  const workstation = new Workstation(dirname(await folders.ownWithStories(stories)));
  workstation.arrange({});
  try {
    const newest = headlines(workstation.dataFolder, 'DESC', 400);
    const [oldest = ''] = headlines(workstation.dataFolder, 'ASC', 1);
    await page.goto(await workstation.start());
    const inbox = new Inbox(page);
    // Gigabytes that were just copied are read from the disk.
    await expect(inbox.rows.first()).toContainText(newest[0] ?? '', { timeout: 60_000 });
    await expect(page.getByRole('button', { name: 'Semua kiriman' })).toContainText(
      stories.toLocaleString('id-ID'),
    );

    const list = page.getByRole('listbox', { name: 'Daftar kiriman' });
    await list.hover();
    const far = inbox.row(newest[300] ?? '');
    for (let turn = 0; turn < WHEEL_TURNS && (await far.count()) === 0; turn += 1) {
      await page.mouse.wheel(0, 1_200);
      expect(await inbox.rows.count()).toBeLessThan(60);
    }
    await far.first().click();
    await expect(inbox.reading.getByRole('heading', { name: newest[300] ?? '' })).toBeVisible();
    await expect(inbox.row(newest[0] ?? '')).toHaveCount(0);
    await page.keyboard.press('Home');
    await expect(inbox.rows.first()).toContainText(newest[0] ?? '');

    await inbox.search(`judul-tidak-ada ${oldest}`);
    await expect(inbox.rows).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(`"${oldest}"`);
    await expect(inbox.row(oldest)).toHaveCount(1);
    await inbox.open(oldest);
    await page.keyboard.press('/');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('presiden');
    await expect(inbox.rows.locator('mark').first()).toHaveText(/presiden/i);
  } finally {
    await workstation.stop();
    folders.removeAll();
  }
});
