import { Revisions } from './pages/revisions.ts';
import { expect, test } from './support/workstation.ts';

const FIRE = 'Kebakaran melanda gudang tekstil di Kabupaten Bandung pada Jumat malam.';
const LOSS = 'Kerugian ditaksir Rp1,16 triliun menurut kepala dinas setempat.';
const CAUSE = 'Polisi masih menyelidiki penyebabnya dan memeriksa lima orang saksi.';

test('a story is rewritten, its revisions are compared in one text, one is restored and the restoring undone', async ({
  composer,
  desk,
}) => {
  const revisions = new Revisions(desk);
  await composer.newArticle();
  await composer.headline.fill('Gudang tekstil terbakar');
  await composer.goToEnd();
  await desk.keyboard.type(`${FIRE}\n${LOSS}\n${CAUSE}`);
  await revisions.saveAs('Sebelum dipotong');

  await desk.keyboard.press('Control+a');
  await desk.keyboard.type(`${LOSS.replace('Rp1,16', 'Rp2')}\n${CAUSE}\n${FIRE}`);
  await composer.expectSaved();
  await revisions.open();
  await expect(revisions.entry('Sebelum dipotong')).toContainText('Disimpan · Penyunting Meja');
  await revisions.entry('Sebelum dipotong').getByRole('button', { name: 'Bandingkan' }).click();

  const { comparison } = revisions;
  await expect(comparison.getByText('3 perubahan')).toBeVisible();
  await expect(comparison.locator('del')).toContainText(['angka berubah, dihapus: Rp1,16']);
  await expect(comparison.locator('ins', { hasText: 'Rp2' })).toContainText('angka berubah, ditambahkan:');
  await expect(comparison.getByRole('group', { name: 'Paragraf yang dipindah ke sini' })).toContainText(FIRE);

  // Between the first revision, an empty page, and this one everything was added.
  await comparison.getByLabel('Ke', { exact: true }).selectOption({ index: 1 });
  await comparison.getByLabel('Dari', { exact: true }).selectOption({ index: 2 });
  await expect(comparison.getByRole('group', { name: 'Paragraf ditambahkan' })).toHaveCount(3);

  await comparison.getByLabel('Dari', { exact: true }).selectOption({ index: 1 });
  await comparison.getByRole('button', { name: /^Pulihkan revisi/ }).click();
  await expect(composer.body.getByRole('paragraph').first()).toHaveText(FIRE);
  await expect(revisions.entry('Dipulihkan')).toHaveCount(1);

  await desk.getByRole('button', { name: 'Urungkan', exact: true }).last().click();
  await expect(composer.body).toContainText('Rp2 triliun');
  await expect(revisions.entry('Dipulihkan')).toHaveCount(2);
  await desk.reload();
  await expect(composer.body).toContainText('Rp2 triliun');
});

test('a comparison says where a link leads now, and what a new embed is', async ({ composer, desk }) => {
  const revisions = new Revisions(desk);
  await composer.newArticle();
  await composer.headline.fill('Banding');
  await composer.goToEnd();
  await composer.paste({
    'text/html': '<p>Kata <a href="https://a.id/x">Antara</a> itu.</p>',
    'text/plain': 'x',
  });
  const link = composer.body.getByRole('link');
  await expect(link).toBeVisible();
  await revisions.saveAs('V1');
  await link.click();
  await desk.keyboard.press('Control+Shift+k');
  await desk.getByRole('textbox', { name: 'Alamat tautan' }).fill('https://b.id/y');
  await desk.keyboard.press('Enter');
  await expect(link).toHaveAttribute('href', 'https://b.id/y');
  await composer.goToEnd();
  await desk.keyboard.press('Enter');
  await composer.insert('sematan');
  await desk.getByRole('textbox', { name: 'Alamat yang disematkan' }).fill('https://youtu.be/dQw4w9WgXcQ');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('region', { name: 'Sematan YouTube' })).toBeVisible();
  await composer.expectSaved();
  await revisions.open();
  await revisions.entry('V1').getByRole('button', { name: 'Bandingkan' }).click();

  const { comparison } = revisions;
  await expect(comparison.getByRole('group', { name: 'Paragraf berubah' })).toContainText(
    'Alamat tautan “Antara”dihapus: https://a.id/x → ditambahkan: https://b.id/y',
  );
  await expect(comparison.getByRole('group', { name: 'Paragraf ditambahkan' }).first()).toContainText(
    'Sematan · YouTubehttps://www.youtube.com/watch?v=dQw4w9WgXcQ',
  );
  await expect(comparison).not.toContainText(/tata huruf berubah/i);
});
