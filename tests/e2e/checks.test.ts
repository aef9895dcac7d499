import { Checks } from './pages/checks.ts';
import { expect, test } from './support/workstation.ts';

test('copy is checked as it is written; findings are mended, undone, ignored and added by key', async ({
  composer,
  desk,
}) => {
  const checks = new Checks(desk);
  const { keyboard } = desk;
  await composer.newArticle();
  await composer.headline.fill('Gubernur Kirim Bantuan Untuk Warga Pesisir');
  await composer.goToEnd();
  await keyboard.type('Gubernur mengatakn bantuan menumpuk diatas truk sejak (31/2).');
  await keyboard.press('Enter');
  await keyboard.type('Silahkan lapor, resikonya kecil; silahkan tunggu TK petugas zimbrotan.');
  await checks.open();

  await expect(checks.group('Belum selesai').getByRole('listitem')).toHaveCount(1);
  await expect(checks.group('Tanggal')).toContainText('Tanggal ini tidak ada.');
  await expect(checks.group('Ejaan').getByRole('listitem')).toHaveCount(2);
  await expect(checks.group('Gaya redaksi').getByRole('listitem')).toHaveCount(5);
  await expect.poll(() => checks.marks('error')).toBe(4);
  await expect.poll(() => checks.marks('advice')).toBe(4);

  // They stand under their words, and go along when something comes in above.
  await expect.poll(() => checks.isUnderlined('mengatakn')).toBe(true);
  await composer.body.focus();
  await keyboard.press('Control+Home');
  await keyboard.press('Enter');
  await keyboard.press('ArrowUp');
  await keyboard.type('Kilat');
  await expect.poll(() => checks.isUnderlined('mengatakn')).toBe(true);

  // Underlines are no part of what is stored.
  await composer.expectSaved();
  await checks.take('mengatakn');
  await checks.offered('mengatakn', 'mengatak');
  await (await checks.offered('mengatakn', 'mengatakan')).click();
  await expect(composer.body).toContainText('Gubernur mengatakan bantuan');
  await expect(checks.finding('mengatakn')).toHaveCount(0);

  // The key mends the one in hand; with Shift all of its kind, as one step.
  await checks.take('diatas');
  await keyboard.press('Enter');
  await expect(composer.body).toContainText('menumpuk di atas truk');
  await checks.take('Silahkan');
  await keyboard.press('Shift+Enter');
  await expect(composer.body).toContainText('Silakan lapor, risikonya kecil; silakan tunggu');
  await composer.body.focus();
  await keyboard.press('Control+z');
  await expect(composer.body).toContainText('Silahkan lapor, resikonya kecil; silahkan tunggu');
  await keyboard.press('Control+z');
  await expect(composer.body).toContainText('menumpuk diatas truk');

  // While one writes: to the next finding, and what is under the caret mended.
  await expect(checks.finding('diatas')).toBeVisible();
  await keyboard.press('Control+Home');
  await keyboard.press('Control+.');
  await keyboard.press('Alt+Enter');
  await expect(composer.body).toContainText('menumpuk di atas truk');

  // A finding in a field leads there, and is mended there.
  await checks.take('Untuk');
  await keyboard.press('Enter');
  await expect(composer.headline).toHaveValue('Gubernur Kirim Bantuan untuk Warga Pesisir');

  await checks.take('zimbrotan');
  await keyboard.press('k');
  await expect(checks.finding('zimbrotan')).toHaveCount(0);
  await checks.take('Masih tanda sementara.');
  await keyboard.press('i');
  await expect(checks.group('Belum selesai')).toHaveCount(0);
  await composer.expectSaved();

  await desk.reload();
  await expect(composer.body).toContainText('tunggu TK petugas zimbrotan');
  await checks.open();
  await expect(checks.group('Tanggal')).toBeVisible();
  await expect(checks.finding('zimbrotan')).toHaveCount(0);
  await expect(checks.group('Belum selesai')).toHaveCount(0);
});

test('a word is called misspelt once one has left it, not while it is being written', async ({
  composer,
  desk,
}) => {
  const checks = new Checks(desk);
  await composer.newArticle();
  await composer.goToEnd();
  await desk.keyboard.type('Gubernur mengatakn itu.');
  await checks.open();
  await expect(checks.finding('mengatakn')).toBeVisible();
  await composer.goToEnd();
  await desk.keyboard.type(' Warga menunggo bantuam');
  await expect(checks.finding('menunggo')).toBeVisible();
  await expect(checks.group('Ejaan').getByRole('listitem')).toHaveCount(2);
  expect(await checks.isUnderlined('bantuam')).toBe(false);
  await desk.keyboard.press('Home');
  await expect(checks.group('Ejaan').getByRole('listitem')).toHaveCount(3);
  await expect.poll(() => checks.isUnderlined('bantuam')).toBe(true);

  // The list shows it, too, to whoever goes there from a word half written.
  await desk.keyboard.press('End');
  await desk.keyboard.type(' di pelabuhn');
  await expect(checks.group('Ejaan').getByRole('listitem')).toHaveCount(3);
  await checks.take('mengatakn');
  await expect(checks.finding('pelabuhn')).toBeVisible();
});

test('so it is in the headline and in the fields of blocks', async ({ composer, desk }) => {
  const checks = new Checks(desk);
  await composer.newArticle();
  await composer.goToEnd();
  await composer.insert('sematan');
  await desk.keyboard.type('https://youtu.be/dQw4w9WgXcQ');
  await desk.keyboard.press('Enter');
  const title = desk.getByRole('textbox', { name: 'Judul atau isi singkatnya' });
  await checks.open();
  const misspelt = checks.group('Ejaan').locator('mark');
  await composer.headline.focus();
  await desk.keyboard.type('Bupati mengatakn bantuam');
  await expect(misspelt).toHaveText(['mengatakn']);
  await desk.keyboard.press('Tab');
  await expect(misspelt).toHaveText(['mengatakn', 'bantuam']);
  await title.focus();
  await desk.keyboard.type('Warga menunggo di pelabuhn');
  await expect(misspelt).toHaveText(['mengatakn', 'bantuam', 'menunggo']);
  await desk.keyboard.press('Home');
  await expect(misspelt).toHaveText(['mengatakn', 'bantuam', 'menunggo', 'pelabuhn']);
});

test('the house changes and switches rules, adds its own and a name; a bad pattern is refused with the reason', async ({
  composer,
  desk,
}) => {
  const checks = new Checks(desk);
  await desk.evaluate(() => (window.location.hash = '#/atur/gaya'));
  const rules = desk.getByRole('region', { name: 'Aturan gaya' });
  await rules.getByRole('switch', { name: 'Tulis kata bakunya.' }).click();
  await expect(rules.getByText('Silahkan hubungi petugas, resikonya kecil.')).toBeVisible();

  // A rule of its own: what is wrong with pattern and examples is told while it is written, and stops the saving.
  const own = desk.getByRole('region', { name: 'Aturan redaksi sendiri' });
  await own.getByRole('button', { name: 'Tambah aturan' }).click();
  const added = desk.getByRole('dialog', { name: 'Aturan baru' });
  await added.getByRole('switch', { name: /^Ini pola/ }).click();
  const pattern = added.getByRole('textbox', { name: 'Pola' });
  await pattern.fill('(netizen');
  await expect(added.getByText('Ada kurung tanpa pasangan', { exact: false })).toBeVisible();
  await added.getByRole('button', { name: 'Simpan aturan' }).click();
  await expect(pattern).toBeFocused();
  await pattern.fill('netizen');
  await added.getByRole('textbox', { name: 'Ganti dengan' }).fill('warganet');
  await added.getByRole('textbox', { name: 'Alasan' }).fill('Kata kami untuk itu.');
  await added.getByRole('button', { name: 'Tambah contoh' }).click();
  await expect(added.getByRole('textbox', { name: 'Contoh 1, salah' })).toBeFocused();
  await desk.keyboard.type('Kata netijen itu.');
  await expect(added.getByText('tidak menemukan apa-apa', { exact: false })).toBeVisible();
  await added.getByRole('textbox', { name: 'Contoh 1, salah' }).fill('Kata netizens itu.');
  await added.getByRole('textbox', { name: 'Contoh 1, benar' }).fill('Kata warganet itu.');
  await expect(added.getByText('Menjadi “Kata warganets itu.”', { exact: false })).toBeVisible();
  await added.getByRole('button', { name: 'Simpan aturan' }).click();
  await expect(added.getByRole('alert')).toContainText('Ada contoh yang tidak cocok.');
  await pattern.fill('netizens?');
  await expect(added.getByText('Cocok.')).toBeVisible();
  await added.getByRole('button', { name: 'Simpan aturan' }).click();
  await expect(added).toHaveCount(0);
  await expect(own.getByRole('button', { name: 'Tambah aturan' })).toBeFocused();
  await expect(own.getByRole('listitem')).toContainText('Kata netizens itu.');

  // Another one is changed in its place, and removed: the focus stays in the list.
  await own.getByRole('button', { name: 'Tambah aturan' }).click();
  await added.getByRole('textbox', { name: 'Cari' }).fill('sobat');
  await desk.keyboard.press('Enter');
  await own.getByRole('button', { name: 'Ubah aturan “sobat”' }).click();
  const changed = desk.getByRole('dialog', { name: 'Ubah aturan' });
  await changed.getByRole('textbox', { name: 'Ganti dengan' }).fill('teman');
  await desk.keyboard.press('Enter');
  await expect(own.getByRole('listitem').last()).toContainText('sobat → teman');
  await expect(own.getByRole('button', { name: 'Ubah aturan “sobat”' })).toBeFocused();
  await own.getByRole('switch', { name: 'sobat' }).click();
  await expect(own.getByRole('switch', { name: 'sobat' })).not.toBeChecked();
  await own.getByRole('button', { name: 'Hapus aturan “sobat”' }).click();
  await expect(own.getByRole('listitem')).toHaveCount(1);
  await expect(own.getByRole('switch', { name: 'Kata kami untuk itu.' })).toBeFocused();

  // One word is taken out of a shipped rule, one put in; the rest of it stays.
  await rules.getByRole('button', { name: 'Ubah aturan “Satu kata sudah cukup.”' }).click();
  const shipped = desk.getByRole('dialog', { name: 'Satu kata sudah cukup.' });
  const wordList = shipped.getByRole('textbox', { name: 'Kata yang dihindari dan gantinya' });
  const list = await wordList.inputValue();
  await wordList.fill(`${list.replace('demi untuk = demi\n', '')}\nserta juga = serta`);
  await shipped.getByRole('button', { name: 'Simpan aturan' }).click();
  await expect(rules.getByText('Diubah redaksi')).toHaveCount(1);

  // Another is changed and put back.
  await rules.getByRole('button', { name: 'Ubah aturan “Gabungan kata ini ditulis terpisah.”' }).click();
  const other = desk.getByRole('dialog');
  await other.getByRole('textbox', { name: 'Alasan' }).fill('Pisahkan.');
  await desk.keyboard.press('Enter');
  await rules.getByRole('button', { name: 'Ubah aturan “Pisahkan.”' }).click();
  await other.getByRole('button', { name: 'Kembalikan ke bawaan' }).click();
  await expect(rules.getByRole('switch', { name: 'Gabungan kata ini ditulis terpisah.' })).toBeVisible();
  await expect(rules.getByText('Diubah redaksi')).toHaveCount(1);

  await desk.getByRole('textbox', { name: /^Nama dan jabatan/ }).fill('Bank Indonesia\n');
  await expect(desk.locator('[data-save="saved"]')).toBeVisible();

  // A dictionary of the house's own takes the place of the one that ships, both files or none, and goes again.
  const dictionary = desk.getByRole('region', { name: 'Kamus ejaan' }).getByRole('listitem').last();
  const [aff, dic] = [
    ['en_US.aff', 'SET UTF-8\n'],
    ['en_US.dic', '2\nzimbrot\nbloxen\n'],
  ].map(([name = '', words = '']) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) }));
  if (aff === undefined || dic === undefined) throw new Error('there are two files');
  await dictionary.locator('input[type=file]').setInputFiles([aff]);
  await expect(desk.getByText('Pilih kedua berkas sekaligus', { exact: false })).toBeVisible();
  await expect(dictionary).toContainText('Kamus bawaan');
  await dictionary.locator('input[type=file]').setInputFiles([aff, dic]);
  await expect(dictionary).toContainText('Kamus redaksi');
  await dictionary.getByRole('button', { name: 'Kembali ke kamus bawaan' }).click();
  await expect(dictionary).toContainText('Kamus bawaan');

  await composer.newArticle();
  await composer.goToEnd();
  await desk.keyboard.type('Silakan tanya netizens soal praktek bank indonesia itu.');
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('Demi untuk mereka agar supaya aman, serta juga sehat.');
  await checks.open();
  await expect(checks.group('Gaya redaksi').getByRole('listitem')).toHaveCount(4);
  await expect(checks.finding('agar supaya')).toBeVisible();
  await expect(checks.finding('serta juga')).toContainText('serta');
  await expect(checks.finding('Kata kami untuk itu.')).toContainText('warganet');
  await checks.take('bank indonesia');
  await desk.keyboard.press('Enter');
  await expect(composer.body).toContainText('praktek Bank Indonesia itu');

  // Of many findings those in sight are in the page; the keys go through all of them, and on from where one was.
  await composer.goToEnd();
  await desk.keyboard.press('Enter');
  const words = [...'abcdef'].flatMap((first) => [...'klmnop'].map((second) => `zimbrotq${first}${second}`));
  // Among words of the language: a paragraph of unknown ones alone is in another.
  await desk.keyboard.insertText(words.map((word) => `Warga membeli ${word} di pasar.`).join(' '));
  const spelling = checks.group('Ejaan');
  await expect(spelling.getByRole('heading')).toContainText('37');
  await checks.take('zimbrotqak');
  for (let step = 0; step < 35; step += 1) await desk.keyboard.press('n');
  const last = checks.finding('zimbrotqfp');
  await expect(last.getByRole('button', { expanded: true })).toBeFocused();
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute('aria-posinset', '37');
  await expect(last).toHaveAttribute('aria-setsize', '37');
  await expect(checks.finding('zimbrotqak')).toHaveCount(0);
  await checks.panel.evaluate((panel) => panel.scrollTo(0, 0));
  await expect(checks.finding('zimbrotqak')).toBeVisible();
  await expect(last.getByRole('button', { expanded: true })).toBeFocused();
  await desk.keyboard.press('p');
  await expect(checks.finding('zimbrotqfo').getByRole('button', { expanded: true })).toBeFocused();
  await expect(checks.finding('zimbrotqfo')).toBeInViewport();
});
