import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PeopleDesk } from './pages/people.ts';
import { Composer } from './pages/composer.ts';
import { expect, test } from './support/workstation.ts';

test('people: switched, assigned, sent, refused as editor, published as publisher, and who did it is told', async ({
  workstation,
  composer,
  desk,
  context,
}) => {
  const people = new PeopleDesk(desk);
  await people.openSettings();
  await people.add('Budi Santoso', 'BS01', 'Penerbit');
  await people.add('Made Wirawan', 'MW07', 'Redaktur');

  // Another window of the same workplace shows the same person at once.
  const second = await context.newPage();
  await second.goto(desk.url());
  const secondDesk = new PeopleDesk(second);
  await people.sitDown('Made Wirawan');
  await expect(secondDesk.switcher).toHaveAccessibleName(/Made Wirawan, Redaktur/);
  await expect(
    desk.getByText(/Hanya pengelola yang boleh mengubah daftar orang: Penyunting Meja/),
  ).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Tambah orang' })).toBeDisabled();

  await composer.newArticle();
  await composer.headline.fill('Harga cabai di pasar induk turun');
  await composer.goToEnd();
  await desk.keyboard.type('Pasokan dari daerah kembali normal.');
  await composer.expectSaved();

  const refused = await composer.openPublishing();
  await expect(refused).toContainText(
    'Hanya penerbit dan pengelola yang boleh menerbitkan dan menarik: Penyunting Meja, Budi Santoso.',
  );
  await expect(refused.getByRole('button', { name: 'Terbitkan', exact: true })).toBeDisabled();
  await refused.getByRole('button', { name: 'Kirim ke penerbit…' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Kirim naskah ke' });
  await expect(dialog.getByRole('radio', { name: 'Meja penerbit' })).toBeChecked();
  await expect(dialog.getByLabel('Keadaan naskah')).toHaveValue('submitted');
  await dialog.getByLabel('Catatan').fill('Mohon tayang sebelum rapat siang.');
  await dialog.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(desk.getByText('Dikirim ke Meja penerbit.')).toBeVisible();
  await expect(desk.getByRole('region', { name: 'Di tangan siapa naskah ini' })).toContainText(
    'Meja penerbit',
  );

  // The publisher finds it: a count on the rail, a list of their own, the note, unread until it is opened.
  await desk.evaluate(() => (window.location.hash = '#/naskah'));
  await people.sitDown('Budi Santoso');
  const rail = desk.getByRole('navigation', { name: 'Bagian utama' });
  await expect(rail.getByRole('link', { name: /1 kiriman naskah belum dibuka/ })).toBeVisible();
  // So do the notifications, in this window, in the other, and after it is loaded anew.
  await second.reload();
  await second.getByRole('button', { name: /^Pemberitahuan, \d+ belum dibaca/ }).click();
  const notifications = second.getByRole('dialog', { name: 'Pemberitahuan' });
  await expect(notifications).toContainText('Made Wirawan mengirim naskah ke meja Anda');
  await expect(notifications).toContainText('“Mohon tayang sebelum rapat siang.”');
  await desk.keyboard.press('m');
  const row = desk.getByRole('option').filter({ hasText: 'Harga cabai' });
  await expect(row).toContainText('Mohon tayang sebelum rapat siang.');
  await expect(row).toContainText('Belum dibuka');
  await row.click();
  const bar = desk.getByRole('region', { name: 'Di tangan siapa naskah ini' });
  await expect(bar).toContainText('Made Wirawan mengirim ini ke Meja penerbit');
  await bar.getByRole('button', { name: 'Ambil' }).click();
  await expect(bar).toContainText('Naskah ini di tangan Anda');

  await composer.publishToFolder();
  expect(existsSync(join(workstation.siteFolder, 'index.html'))).toBe(true);
  await expect(bar).toBeHidden();
  await expect(rail.getByRole('link', { name: /belum dibuka/ })).toBeHidden();

  await desk.keyboard.press('Control+Alt+4');
  const trail = desk.getByRole('tabpanel').getByRole('listitem');
  await expect(trail.first()).toContainText('Budi Santoso');
  await expect(trail.first()).toContainText('Diajukan → Terbit');
  await expect(trail.last()).toContainText('Made Wirawan');
  await expect(trail.last()).toContainText('Membuat naskah');
  await expect(trail.filter({ hasText: 'Mengirim ke Meja penerbit' })).toContainText('Made Wirawan');

  // Sent by mistake, taken back with one click.
  await desk.keyboard.press('Control+Alt+s');
  await desk
    .getByRole('dialog')
    .getByRole('radio', { name: /Made Wirawan/ })
    .check();
  await desk.getByRole('dialog').getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(bar).toContainText('Di tangan Made Wirawan');
  await desk
    .getByText('Dikirim ke Made Wirawan.')
    .locator('..')
    .getByRole('button', { name: 'Urungkan' })
    .click();
  await expect(bar).toBeHidden();

  // The second window was never told to reload: it knows who sits here, and opens the same article.
  await expect(secondDesk.switcher).toHaveAccessibleName(/Budi Santoso, Penerbit/);
  const other = new Composer(second);
  await second.evaluate((id) => (window.location.hash = `#/naskah/${id}`), composer.articleId);
  await expect(other.headline).toHaveValue('Harga cabai di pasar induk turun');

  // What belongs to no article stands in the trail of the house.
  await desk.evaluate(() => (window.location.hash = '#/atur/jejak'));
  const house = desk.getByRole('main').getByRole('listitem');
  await expect(house.filter({ hasText: 'duduk di sini menggantikan Made Wirawan' })).toContainText(
    'Budi Santoso',
  );
  await expect(house.filter({ hasText: 'menambah Made Wirawan (Redaktur)' })).toContainText(
    'Penyunting Meja',
  );

  // A notification leads to what it tells of.
  await desk.getByRole('button', { name: /^Pemberitahuan/ }).click();
  const told = desk.getByRole('dialog', { name: 'Pemberitahuan' }).getByRole('listitem');
  await told
    .filter({ hasText: 'mengirim naskah ke meja Anda' })
    .getByRole('button', { name: 'Buka' })
    .click();
  await expect(composer.headline).toHaveValue('Harga cabai di pasar induk turun');
});
