import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Checks } from './pages/checks.ts';
import { chilliStory, rss } from './support/feed.ts';
import { pngOf } from './support/picture.ts';
import { expect, test } from './support/workstation.ts';

test('a credit that is missing is found and put back; a picture past its licence is asked about before it goes out', async ({
  workstation,
  inbox,
  composer,
  desk,
}) => {
  const checks = new Checks(desk);
  writeFileSync(join(workstation.dropFolder, 'kiriman.xml'), rss([chilliStory]));
  await inbox.addFolder(workstation.dropFolder, 'Antara', 'Ant');
  await inbox.open(chilliStory.headline);
  await inbox.writeFromWire();
  await composer.chooseSection('Ekonomi');
  const credit = desk.getByRole('tabpanel').getByRole('textbox', { name: 'Kredit' });
  const before = await credit.inputValue();
  expect(before).toContain('Ant');
  await credit.fill('');

  await checks.open();
  const group = checks.group('Hak dan kredit');
  await expect(group).toContainText(/Baris kredit kosong\. Antara .* harus disebut: Ant/);
  await group.getByRole('button', { name: `Pakai ${before}` }).click();
  await expect(group).toHaveCount(0);

  await composer.goToEnd();
  await desk
    .locator('[data-editor-bar] input[type=file]')
    .setInputFiles([{ name: 'panen.png', mimeType: 'image/png', buffer: pngOf([180, 40, 40]) }]);
  await composer.body.getByRole('textbox', { name: 'Kredit foto' }).fill('Foto: Dina');
  await composer.expectSaved();

  // At the picture itself the desk says what it knows, and sees what will be asked about.
  const picture = composer.body.locator('figure');
  await expect(picture).toContainText('hak belum diketahui');
  await picture.getByRole('button', { name: 'Ubah hak panen.png' }).click();
  const rights = desk.getByRole('dialog', { name: /panen\.png/ });
  await rights.getByRole('textbox', { name: /^Kredit yang diminta/ }).fill('ANTARA FOTO');
  await rights.getByRole('textbox', { name: /^Izin berakhir/ }).fill('kemarin 9.00');
  await rights.getByRole('button', { name: 'Simpan' }).click();
  await expect(rights).toBeHidden();
  const otherCredit = 'Kredit foto panen.png tidak menyebut ANTARA FOTO';
  await expect(picture).toContainText(`${otherCredit}. Ditanyakan sebelum terbit.`);
  await picture.getByRole('button', { name: 'Pakai ANTARA FOTO' }).click();
  await expect(picture.getByRole('textbox', { name: 'Kredit foto' })).toHaveValue('ANTARA FOTO');
  await expect(picture).not.toContainText(otherCredit);
  await expect(picture).toContainText('Izin foto panen.png sudah berakhir saat naskah terbit');
  await composer.expectSaved();

  // So it does at every picture of a gallery.
  await composer.goToEnd();
  await composer.insert('galeri');
  await desk
    .getByLabel('Tambah gambar')
    .and(desk.locator('input[type=file]'))
    .setInputFiles([{ name: 'pasar.png', mimeType: 'image/png', buffer: pngOf([40, 120, 40]) }]);
  const inGallery = desk.getByRole('region', { name: 'Galeri' }).getByRole('listitem');
  await inGallery.getByRole('textbox', { name: 'Kredit foto' }).fill('Foto: Dina');
  await expect(inGallery).toContainText('hak belum diketahui');
  await inGallery.getByRole('button', { name: 'Ubah hak pasar.png' }).click();
  const others = desk.getByRole('dialog', { name: /pasar\.png/ });
  await others.getByRole('textbox', { name: /^Kredit yang diminta/ }).fill('ANTARA FOTO');
  await others.getByRole('button', { name: 'Simpan' }).click();
  await expect(inGallery).toContainText('Kredit foto pasar.png tidak menyebut ANTARA FOTO');
  await inGallery.getByRole('button', { name: 'Pakai ANTARA FOTO' }).click();
  await expect(inGallery.getByRole('textbox', { name: 'Kredit foto' })).toHaveValue('ANTARA FOTO');
  await expect(inGallery).not.toContainText('tidak menyebut');
  await composer.expectSaved();

  // The ledger has every picture, and those past their licence by themselves.
  const article = desk.url();
  await desk.evaluate(() => (window.location.hash = '#/atur/hak'));
  await desk.getByRole('tab', { name: 'Lewat masa izin' }).click();
  await expect(desk.getByRole('listitem').filter({ hasText: 'panen.png' })).toContainText('diisi redaksi');

  await desk.goto(article);
  await checks.open();
  await expect(group).toContainText('Izin foto panen.png sudah berakhir saat naskah terbit');
  const popover = await composer.openPublishing();
  await expect(popover).toContainText(
    /Izin foto panen\.png sudah berakhir saat naskah terbit\. Ganti fotonya/,
  );
  await expect(popover.getByRole('button', { name: 'Terbitkan juga' }).first()).toBeEnabled();
  await desk.keyboard.press('Escape');

  await group.getByRole('button', { name: 'Terima dengan catatan' }).click();
  await desk.getByRole('textbox', { name: /^Mengapa ini benar/ }).fill('Izin diperpanjang lewat surel');
  await group.getByRole('button', { name: 'Terima', exact: true }).click();
  await expect(group).toContainText('Izin diperpanjang lewat surel');
  await expect(picture).not.toContainText('Ditanyakan sebelum terbit');
  await composer.publishToFolder();
});
