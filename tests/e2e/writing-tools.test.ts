import { FindBar } from './pages/find-bar.ts';
import { expect, test } from './support/workstation.ts';

test('words are found in copy and headline, replaced all at once and brought back with one undo; a pattern that runs away is stopped', async ({
  composer,
  desk,
}) => {
  const find = new FindBar(desk);
  await composer.newArticle();
  await composer.headline.fill('Bupati tinjau gudang');
  await composer.goToEnd();
  await desk.keyboard.type(
    `Bupati datang pagi.\nWarga menyambut bupati, lalu kebupatian tutup.\n${'a'.repeat(40)}!`,
  );
  await desk.keyboard.press('Control+Home');

  await find.open();
  await find.words.fill('bupati');
  await expect(find.status).toHaveText('2 dari 4');
  await expect.poll(() => find.lit()).toEqual(['bupati', 'bupati', 'Bupati']);
  await desk.keyboard.press('Enter');
  await expect(find.status).toHaveText('3 dari 4');
  await find.button('Kata utuh').click();
  await expect(find.status).toHaveText('3 dari 3');
  await find.button('Bedakan huruf besar dan kecil').click();
  await expect(find.status).toHaveText('1 dari 1');
  await find.button('Bedakan huruf besar dan kecil').click();

  await find.open({ replacing: true });
  await find.replacement.fill('Wali kota');
  await find.button('Ganti semua').click();
  await expect(composer.headline).toHaveValue('Wali kota tinjau gudang');
  await expect(composer.body.getByRole('paragraph').nth(1)).toHaveText(
    'Warga menyambut Wali kota, lalu kebupatian tutup.',
  );
  await expect(find.status).toHaveText('Tidak ditemukan');
  await composer.body.press('Control+z');
  await expect(composer.headline).toHaveValue('Bupati tinjau gudang');
  await expect(composer.body.getByRole('paragraph').first()).toHaveText('Bupati datang pagi.');
  await expect(composer.body).toContainText('menyambut bupati, lalu');

  await find.open();
  await find.button('Kata utuh').click();
  await find.button('Pola (ekspresi reguler)').click();
  await find.words.fill('(bupati');
  await expect(find.status).toContainText('kurung tanpa pasangan');
  await find.words.fill('(a+)+$');
  await expect(find.status).toContainText('terlalu berat');
  await find.words.fill('dat(ang)');
  await expect(find.status).toHaveText('1 dari 1');
  await find.replacement.fill('$1');
  await find.button('Ganti').click();
  await expect(composer.body.getByRole('paragraph').first()).toHaveText('Bupati ang pagi.');

  await find.words.fill('pagi');
  await expect(find.status).toHaveText('1 dari 1');
  await desk.keyboard.press('Escape');
  await expect(find.bar).toBeHidden();
  await expect(composer.body).toBeFocused();
  await desk.keyboard.type(' sekali');
  await expect(composer.body.getByRole('paragraph').first()).toHaveText('Bupati ang pagi sekali.');
  expect(await find.lit()).toEqual([]);
  await desk.reload();
  await expect(composer.body.getByRole('paragraph').first()).toHaveText('Bupati ang pagi sekali.');
});
