import { KeyboardDesk } from './pages/keyboard.ts';
import { expect, test } from './support/workstation.ts';

test('the house makes a story type; an article begun as it is not ready until what it requires is there', async ({
  composer,
  desk,
}) => {
  await desk.evaluate(() => (window.location.hash = '#/atur/tulis'));
  await desk.getByRole('textbox', { name: 'Nama jenis baru' }).fill('Laporan lapangan');
  await desk.keyboard.press('Enter');
  const dialog = desk.getByRole('dialog', { name: 'Jenis naskah: Laporan lapangan' });
  await dialog.getByLabel('Ringkasan', { exact: true }).check();
  await dialog.getByLabel('Subjudul', { exact: true }).check();
  await dialog.getByLabel('Kicker awal').fill('Lapangan');
  await dialog.getByLabel('Kerangka isi').fill('TK suasana di lokasi.');
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();

  await desk.evaluate(() => (window.location.hash = '#/naskah'));
  await desk.getByRole('button', { name: 'Pilih jenis naskah' }).click();
  await desk.getByRole('menuitemcheckbox', { name: 'Laporan lapangan' }).click();
  await expect(composer.body).toHaveText('TK suasana di lokasi.');
  await expect(desk.getByRole('textbox', { name: 'Kicker' })).toHaveValue('Lapangan');
  const open = desk.getByRole('region', { name: 'Wajib, belum ada' });
  await expect(open.getByRole('button')).toHaveText(['Ringkasan', 'Subjudul']);

  await composer.headline.fill('Air surut, warga pulang');
  await desk.getByRole('button', { name: 'Kirim ke penerbit' }).click();
  await desk.getByRole('button', { name: 'Tandai siap' }).click();
  await expect(
    desk.getByText('Belum siap: 2 isian yang diwajibkan jenis naskah ini belum ada.'),
  ).toBeVisible();
  const popover = await composer.openPublishing();
  await expect(
    popover.getByText('Diwajibkan jenis naskah ini dan belum ada: Ringkasan, Subjudul.'),
  ).toBeVisible();
  await desk.keyboard.press('Escape');

  await open.getByRole('button', { name: 'Ringkasan' }).click();
  await desk.keyboard.type('Dua hari terendam.');
  await expect(open.getByRole('button')).toHaveText(['Subjudul']);
  await open.getByRole('button', { name: 'Subjudul' }).click();
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('## Pukul 08.00');
  await expect(open).toBeHidden();
  await desk.getByRole('button', { name: 'Tandai siap' }).click();
  await expect(desk.getByRole('button', { name: /Siap/ }).first()).toBeVisible();
});

test('wire copy is written as a story type from the palette, its words kept', async ({
  composer,
  desk,
  inbox,
}) => {
  const copy =
    'Gempa guncang Padang\n\nPadang (ANTARA) - Gempa terasa kuat selama lima detik di kota Padang, Jumat malam. Belum ada laporan kerusakan.';
  const keys = new KeyboardDesk(desk);
  await desk.getByRole('link', { name: 'Kawat' }).click();
  await keys.run('Tempel kawat');
  await desk.getByRole('textbox', { name: 'Isi kiriman' }).fill(copy);
  await desk.getByRole('button', { name: 'Masukkan ke kawat' }).click();
  await inbox.bringIn('Gempa guncang Padang');
  await inbox.open('Gempa guncang Padang');
  await keys.run('Tulis dari kawat: Kilat');
  await expect(composer.body).toContainText('Gempa terasa kuat');
  await expect(desk.getByRole('textbox', { name: 'Kicker' })).toHaveValue('Kilat');
  await expect(desk.getByRole('combobox', { name: 'Jenis naskah' })).toHaveValue('kilat');
});
