import { WordPressSite } from './support/wordpress-site.ts';
import { PeopleDesk } from './pages/people.ts';
import { Comments } from './pages/comments.ts';
import { Targets } from './pages/targets.ts';
import { expect, test } from './support/workstation.ts';

test('readers’ comments: read, decided by keyboard and in bulk, undone, answered, complained of; a dead site loses nothing', async ({
  desk,
}) => {
  const site = new WordPressSite();
  site.add('Sri Rahayu', 'Harga di pasar kami belum turun.');
  site.add('Obat Murah', 'Beli obat murah di sini');
  site.add('Budi', 'Kapan harganya turun?');
  const comments = new Comments(desk);
  try {
    await new Targets(desk).addSite(await site.start(), 'Situs Uji');
    await comments.open();
    await expect(comments.rows).toHaveCount(3);
    await expect(comments.rows.first()).toContainText('Kapan harganya turun?');

    // Two at once: chosen, thrown into the spam, taken back.
    await comments.row('Beli obat').click();
    await desk.keyboard.press('x');
    await desk.keyboard.press('k');
    await desk.keyboard.press('x');
    await expect(desk.getByText('2 dipilih').first()).toBeVisible();
    await desk.keyboard.press('s');
    await expect(comments.rows).toHaveCount(1);
    await expect.poll(() => [site.statusOf('Obat Murah'), site.statusOf('Budi')]).toEqual(['spam', 'spam']);
    await comments.undo();
    await expect(comments.rows).toHaveCount(3);
    await expect.poll(() => [site.statusOf('Obat Murah'), site.statusOf('Budi')]).toEqual(['hold', 'hold']);

    // A reply approves what it answers.
    await comments.row('Kapan harganya').click();
    await desk.keyboard.press('r');
    await desk.keyboard.type('Pekan depan, menurut dinas perdagangan.');
    await desk.keyboard.press('Control+Enter');
    await expect.poll(() => site.statusOf('Budi')).toBe('approved');
    await expect
      .poll(() => site.comments.at(-1))
      .toMatchObject({ parent: 3, text: 'Pekan depan, menurut dinas perdagangan.' });
    await expect(comments.rows).toHaveCount(2);

    // The site is down: what is decided stays decided, and arrives when the site is back.
    site.down = true;
    await comments.row('Harga di pasar').click();
    await desk.keyboard.press('a');
    await comments.show('Tampil');
    await expect(comments.row('Harga di pasar').getByText('belum sampai di situs')).toBeVisible();
    site.down = false;
    await expect.poll(() => site.statusOf('Sri Rahayu'), { timeout: 30_000 }).toBe('approved');
    await expect(comments.row('Harga di pasar').getByText('belum sampai di situs')).toBeHidden();

    // A complaint runs from when it was received.
    await comments.row('Harga di pasar').click();
    await desk.keyboard.press('p');
    await desk.getByRole('textbox', { name: 'Siapa mengadu dan tentang apa' }).fill('Pedagang keberatan');
    await desk.getByRole('combobox', { name: 'Diterima' }).selectOption('36 jam lalu');
    await desk.getByRole('button', { name: 'Tandai', exact: true }).click();
    await comments.show('Pengaduan');
    await expect(comments.row('Harga di pasar')).toContainText(/sisa 1[12] jam/);
    await desk.getByRole('textbox', { name: 'Tindakan yang diambil' }).fill('Komentar disunting.');
    await desk.getByRole('button', { name: 'Selesaikan' }).click();
    await expect(comments.row('Harga di pasar')).toContainText('Selesai');

    // Whose decision it was is told; an editor decides nothing, and is told who does.
    await comments.show('Tampil');
    await comments.row('Harga di pasar').click();
    await expect(desk.getByText('Disetujui Penyunting Meja')).toBeVisible();
    const people = new PeopleDesk(desk);
    await people.openSettings();
    await people.add('Made Wirawan', 'MW07', 'Redaktur');
    await people.sitDown('Made Wirawan');
    await comments.open();
    await comments.show('Tampil');
    await expect(desk.getByText(/memutuskan dan membalas komentar: Penyunting Meja/)).toBeVisible();
    await expect(desk.getByTestId('detail').getByRole('button', { name: 'Spam' })).toBeDisabled();
  } finally {
    await site.stop();
  }
});

test('a post of a site is found, taken in as an article that stays linked, and what we do not know of it is kept', async ({
  desk,
}) => {
  const site = new WordPressSite();
  try {
    await new Targets(desk).addSite(await site.start(), 'Situs Uji');
    await desk.evaluate(() => (window.location.hash = '#/terbitan'));
    await desk.getByRole('button', { name: 'Ambil tulisan dari situs …' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Ambil tulisan dari situs' });
    await expect(dialog.getByRole('option', { name: /Harga cabai/ })).toBeVisible();
    await dialog.getByRole('searchbox').press('Enter');
    await expect(desk.getByRole('textbox', { name: 'Judul', exact: true })).toHaveValue(
      'Harga cabai di pasar induk turun',
    );
    await expect(desk.getByRole('textbox', { name: 'Isi naskah' })).toContainText('Pasokan kembali normal.');
    await expect(desk.getByText('Blok WordPress yang tidak dikenal di sini')).toBeVisible();
  } finally {
    await site.stop();
  }
});
