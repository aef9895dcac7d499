import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chilliStory, cyberStory, rss } from './support/feed.ts';
import { expect, test } from './support/workstation.ts';

test('a rule is written in plain words, tried on what came, and does its work on what comes', async ({
  inbox,
  workstation,
  desk,
}) => {
  writeFileSync(join(workstation.dropFolder, '1.xml'), rss([chilliStory]));
  await inbox.addFolder(workstation.dropFolder, 'Kantor B', 'Kb');
  await expect(inbox.row(chilliStory.headline)).toBeVisible({ timeout: 30_000 });

  await desk.evaluate(() => (window.location.hash = '#/atur/aturan'));
  await desk.getByRole('button', { name: 'Aturan baru' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Nama').fill('ASEAN');
  await dialog.getByLabel('Berlaku untuk kiriman').fill('cabai adalah:dibaca');
  await expect(dialog).toContainText('sebelum ada yang membaca');
  await dialog.getByLabel('Berlaku untuk kiriman').fill('cabai');
  await dialog.getByRole('button', { name: 'Coba pada pekan lalu' }).click();
  await expect(dialog).toContainText('1 berita kena dari 1 versi');
  await dialog.getByLabel('Berlaku untuk kiriman').fill('');
  await dialog.getByLabel('Tambah syarat').selectOption('sumber');
  await dialog.getByLabel('Isi syarat').fill('Kantor B');
  await dialog.getByRole('button', { name: 'Tambahkan' }).click();
  await dialog.getByLabel('Berlaku untuk kiriman').press('End');
  await desk.keyboard.type(' asean');
  await expect(dialog).toContainText('memuat “asean” dan dari Kantor B');
  await dialog.getByLabel('Beri tag').fill('asean, siber');
  await dialog.getByLabel('Rubrik').selectOption('Dunia');
  await dialog.getByRole('switch', { name: 'Beri tahu' }).click();
  await dialog.getByRole('switch', { name: 'Mulai naskah' }).click();
  await dialog.getByRole('button', { name: 'Simpan aturan' }).click();
  await expect(dialog).toBeHidden();
  await expect(
    desk.getByText(
      'Bila memuat “asean” dan dari Kantor B: beri tag asean, beri tag siber, masukkan ke rubrik Dunia',
    ),
  ).toBeVisible();

  // A second one goes before the first, by keyboard.
  await desk.getByRole('button', { name: 'Aturan baru' }).click();
  await dialog.getByLabel('Nama').fill('Keamanan');
  await dialog.getByLabel('Berlaku untuk kiriman').fill('siber');
  await dialog.getByLabel('Rubrik').selectOption('Nasional');
  await dialog.getByRole('button', { name: 'Simpan aturan' }).click();
  const rules = desk.getByRole('list', { name: 'Aturan kawat' }).getByRole('listitem');
  await expect(rules).toHaveCount(2);
  await rules.last().getByRole('button', { name: 'Ubah aturan Keamanan' }).press('Alt+ArrowUp');
  await expect(rules.first()).toContainText('Keamanan');
  await desk.reload();
  await expect(rules.first()).toContainText('Keamanan');

  writeFileSync(join(workstation.dropFolder, '2.xml'), rss([cyberStory]));
  const done = desk
    .getByRole('listitem')
    .filter({ hasText: cyberStory.headline })
    .filter({ hasText: 'mulai naskah' });
  await expect(done).toContainText('aturan lain sudah memberinya rubrik', { timeout: 30_000 });
  await done.getByRole('link', { name: 'Buka naskah' }).click();
  await expect(desk).toHaveURL(/#\/naskah\/[\w-]+/);
  await expect(desk.getByText('Aturan “ASEAN”').first()).toBeAttached();

  await desk.evaluate(() => (window.location.hash = '#/kawat'));
  await inbox.bringIn(cyberStory.headline);
  await expect(inbox.row(cyberStory.headline)).toContainText('#asean');
  await expect(inbox.row(chilliStory.headline)).not.toContainText('#asean');
});
