import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/workstation.ts';

test('a note is written on selected words, answered, jumped to, resolved and opened again; the published page has none of it', async ({
  workstation,
  composer,
  desk,
}) => {
  await composer.newArticle();
  await composer.headline.fill('Presiden di Singapura');
  await composer.goToEnd();
  await desk.keyboard.type('Presiden tiba di Singapura pada Jumat malam.');
  for (let count = 0; count < 6; count += 1) await desk.keyboard.press('Shift+Control+ArrowLeft');
  await desk.keyboard.press('Control+Alt+m');
  const written = desk.getByRole('textbox', { name: 'Isi catatan' });
  await expect(written).toBeFocused();
  await written.fill('Apakah ini RAHASIA?');
  await desk.keyboard.press('Control+Enter');

  const list = desk.getByRole('list', { name: 'Catatan' });
  const card = list.getByRole('listitem');
  await expect(card).toContainText('Penyunting Meja');
  await expect(card).toContainText('Apakah ini RAHASIA?');
  await expect(composer.body.locator('[data-notes]')).toHaveText(/Jumat malam/);
  await expect(composer.body).toBeFocused();

  // Typing on around the words leaves the note where it is; from the end of the copy a key leads back to it.
  await desk.keyboard.press('Control+End');
  await desk.keyboard.type(' Ia disambut.');
  await desk.keyboard.press('Control+Alt+j');
  await expect(composer.body).toBeFocused();
  await card.getByRole('textbox', { name: 'Balas' }).fill('Ya, RAHASIA.');
  await desk.keyboard.press('Control+Enter');
  await expect(card).toContainText('Ya, RAHASIA.');
  await composer.expectSaved();
  await desk.reload();
  await desk.keyboard.press('Control+Alt+6');
  await expect(card).toContainText('Ya, RAHASIA.');

  await card.getByRole('button', { name: 'Tandai selesai' }).click();
  await expect(card).toHaveCount(0);
  await desk.getByRole('tab', { name: 'Selesai 1' }).click();
  await expect(card).toContainText('Selesai, Penyunting Meja');
  await card.getByRole('button', { name: 'Buka lagi' }).click();
  await desk.getByRole('tab', { name: 'Terbuka 1' }).click();
  await expect(card).toHaveCount(1);

  const popover = await composer.openPublishing();
  await expect(popover.getByText('Catatan yang belum selesai: 1.')).toBeVisible();
  await desk.keyboard.press('Escape');
  await composer.publishToFolder();
  const pages = readdirSync(workstation.siteFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(html|xml)$/.test(name),
  );
  const texts = pages.map((name) => readFileSync(join(workstation.siteFolder, name), 'utf8'));
  expect(texts.some((text) => text.includes('pada Jumat malam. Ia disambut.'))).toBe(true);
  expect(texts.some((text) => text.includes('RAHASIA'))).toBe(false);
});
