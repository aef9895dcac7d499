/** A published story is corrected, answered, then withdrawn: what readers find at its address. */
import { Corrections } from './pages/corrections.ts';
import { articlePage } from './support/folder-site.ts';
import { expect, test } from './support/workstation.ts';

test('a published story is corrected with its Ralat, answered by a Hak jawab, then withdrawn with its ground', async ({
  workstation,
  composer,
  desk,
}) => {
  const corrections = new Corrections(desk);
  await composer.newArticle();
  await composer.headline.fill('Ekspor naik');
  await composer.goToEnd();
  await desk.keyboard.type('Nilainya Rp1 triliun.');
  await composer.chooseSection('Ekonomi');
  await composer.publishToFolder();

  await composer.goToEnd();
  for (let key = 0; key < 'Rp1 triliun.'.length; key += 1) await desk.keyboard.press('Backspace');
  await desk.keyboard.type('Rp1,16 triliun.');
  await corrections.openRalat();
  await expect(corrections.ralat.getByText('Nilainya Rp1,16 triliun.')).toBeVisible();
  await corrections.ralat.getByRole('button', { name: 'Terbitkan ralat' }).click();
  await expect(corrections.ralat.getByText('Tulis apa yang benar.')).toBeVisible();
  await corrections.ralat.getByLabel('Isinya keliru: sertakan permohonan maaf').click();
  await corrections.fileChange();

  await expect
    .poll(() => articlePage(workstation, 'ekspor-naik').html)
    .toContain('Yang benar: “Nilainya Rp1,16 triliun”. Redaksi memohon maaf');
  expect(articlePage(workstation, 'ekspor-naik').html).toContain('"creativeWorkStatus":"corrected"');
  await expect.poll(() => articlePage(workstation, 'ralat').html).toContain('ekspor-naik');

  // The reply is written, published and linked; the list marks what the house has said of each.
  const story = new URL(desk.url()).hash;
  await corrections.openReply();
  await corrections.reply.getByRole('button', { name: 'Tulis hak jawab' }).click();
  await expect(composer.headline).toHaveValue('Hak jawab: Ekspor naik');
  await composer.goToEnd();
  await desk.keyboard.type('Kementerian menjelaskan angkanya.');
  await composer.chooseSection('Ekonomi');
  await composer.publishToFolder();
  await desk.evaluate((hash) => (window.location.hash = hash), story);
  await expect(composer.headline).toHaveValue('Ekspor naik');
  await corrections.openReply();
  await corrections.reply.getByRole('radio', { name: /Hak jawab: Ekspor naik/ }).check();
  await corrections.reply.getByRole('button', { name: 'Tautkan' }).click();
  await expect(corrections.reply).toBeHidden();
  await expect
    .poll(() => articlePage(workstation, 'ekspor-naik').html)
    .toMatch(/class="related-story"><a href="[^"]*\/hak-jawab-ekspor-naik\/index\.html"/);
  await expect
    .poll(() => articlePage(workstation, 'hak-jawab-ekspor-naik').html)
    .toMatch(
      /Tulisan ini adalah hak jawab[\s\S]*Berita yang ditanggapi:<\/span> <a href="[^"]*\/ekspor-naik\/index\.html"/,
    );
  await desk.evaluate(() => (window.location.hash = '#/naskah'));
  const rows = desk.getByRole('listbox', { name: 'Daftar naskah' }).getByRole('option');
  await expect(rows.filter({ hasText: 'Diralat' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Hak jawab: Ekspor naik' })).toContainText('Hak jawab');
  await desk.evaluate((hash) => (window.location.hash = hash), story);

  await corrections.openWithdrawal();
  await expect(corrections.withdrawal.getByText(/tekanan dari luar bukan alasan/)).toBeVisible();
  await corrections.withdraw('Masa depan anak');
  await expect
    .poll(() => articlePage(workstation, 'ekspor-naik').html)
    .toContain('menyangkut masa depan anak');
  expect(articlePage(workstation, 'ekspor-naik').html).not.toContain('Nilainya');
  const popover = await composer.openPublishing();
  await expect(popover.getByText('Berita ini sudah dicabut redaksi.', { exact: false })).toBeVisible();
  await desk.keyboard.press('Escape');

  // The outbox tells which of its deliveries carry something the house has said.
  await desk.evaluate(() => (window.location.hash = '#/terbitan'));
  const sent = desk.getByRole('listbox', { name: 'Daftar kiriman' }).getByRole('option');
  await expect(sent.filter({ hasText: 'Pencabutan' })).toHaveCount(1);
  await expect(sent.filter({ hasText: 'Ralat' }).first()).toContainText('Pembaruan');
  await expect(sent.filter({ hasText: 'Hak jawab: Ekspor naik' }).first()).toContainText('Hak jawab');
});
