import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chilliStory, cyberStory, rss } from './support/feed.ts';
import { articlePage } from './support/folder-site.ts';
import { expect, test } from './support/workstation.ts';

test('from the wire to the page: written from wire, edited, published, updated, taken down', async ({
  workstation,
  inbox,
  composer,
  desk,
  context,
}) => {
  writeFileSync(join(workstation.dropFolder, 'kiriman.xml'), rss([cyberStory, chilliStory]));
  await inbox.addFolder(workstation.dropFolder, 'Antara', 'Ant');

  await inbox.open(chilliStory.headline);
  await inbox.writeFromWire();
  await composer.chooseSection('Ekonomi');
  await composer.expectSaved();
  await composer.publishToFolder();

  await desk
    .getByRole('link', { name: 'Kawat' })
    .or(desk.getByRole('button', { name: 'Kawat' }))
    .first()
    .click();
  await inbox.open(cyberStory.headline);
  await inbox.writeFromWire();
  await expect(composer.headline).toHaveValue(cyberStory.headline);
  await expect(desk.getByRole('button', { name: 'Titimangsa: SINGAPURA, SERUJI.CO.ID –' })).toBeVisible();
  await composer.goToEnd();
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('Di dalam negeri, pembahasan rancangan undang-undang masih berjalan.');
  await composer.chooseSection('Politik');
  await composer.publishToFolder();

  const published = articlePage(workstation, 'presiden-perlu-kerja-sama');
  expect(published.html).not.toContain('Pewarta');
  const page = await context.newPage();
  await page.goto(`file://${published.path}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(cyberStory.headline);
  const copy = page.getByRole('article').first();
  await expect(copy).toContainText('SINGAPURA, SERUJI.CO.ID – Presiden menekankan');
  await expect(copy).toContainText('rancangan undang-undang masih berjalan');
  await expect(copy).toContainText('(Ant/SU02)');
  await expect(page.getByText('TINGGALKAN KOMENTAR', { exact: false }).first()).toBeVisible();
  const latest = page.getByRole('complementary');
  await expect(latest.getByText('ARTIKEL TERBARU')).toBeVisible();
  await latest.getByRole('link', { name: chilliStory.headline }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(chilliStory.headline);

  await composer.headline.fill('Presiden: kerja sama digital ASEAN mendesak');
  await composer.publishToFolder();
  await page.goto(`file://${published.path}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Presiden: kerja sama digital ASEAN mendesak',
  );

  const popover = await composer.openPublishing();
  await popover.getByRole('button', { name: 'Tarik dari situs' }).click();
  await expect(popover.getByText('Sudah ditarik')).toBeVisible();
  expect(
    existsSync(published.path) && readFileSync(published.path, 'utf8').includes('rancangan undang'),
  ).toBe(false);
});

test('the preview shows the very page of the folder site', async ({ composer, desk }) => {
  await composer.newArticle();
  await composer.headline.fill('Judul uji pratinjau');
  await composer.goToEnd();
  await desk.keyboard.type('Kalimat yang harus tampak di pratinjau.');
  await desk.getByRole('button', { name: 'Pratinjau' }).click();
  const preview = desk.frameLocator('iframe');
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Judul uji pratinjau');
  await expect(
    preview.getByRole('article').getByText('Kalimat yang harus tampak di pratinjau.').first(),
  ).toBeVisible();
  await expect(preview.getByText('ARTIKEL TERBARU')).toBeVisible();
});

test('an article without a headline is refused with words, not published', async ({ composer, desk }) => {
  await composer.newArticle();
  await composer.goToEnd();
  await desk.keyboard.type('Isi tanpa judul.');
  const popover = await composer.openPublishing();
  await expect(popover.getByText('Judul belum ada.')).toBeVisible();
  await expect(popover.getByRole('button', { name: /^Terbitkan/ }).first()).toBeDisabled();
});
