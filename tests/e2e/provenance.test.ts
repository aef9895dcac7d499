import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArticleSources } from './pages/article-sources.ts';
import { Checks } from './pages/checks.ts';
import { Provenance } from './pages/provenance.ts';
import { chilliStory, rss } from './support/feed.ts';
import { articlePage } from './support/folder-site.ts';
import { expect, test } from './support/workstation.ts';

const story = {
  ...chilliStory,
  body: `${chilliStory.body}<p>Harga cabai merah turun menjadi Rp38.500 per kilogram.</p>`,
};

test('a figure that is not the wire’s is found, holds back publishing until somebody says yes, and is mended', async ({
  workstation,
  inbox,
  composer,
  desk,
}) => {
  const checks = new Checks(desk);
  const provenance = new Provenance(desk);
  writeFileSync(join(workstation.dropFolder, 'kiriman.xml'), rss([story]));
  await inbox.addFolder(workstation.dropFolder, 'Antara', 'Ant');
  await inbox.open(story.headline);
  await inbox.writeFromWire();
  await composer.chooseSection('Ekonomi');

  // Copy that was taken over is told as such in the margin.
  await expect(provenance.bars('verbatim').first()).toBeAttached();
  await expect(provenance.bars('new')).toHaveCount(0);

  await composer.goToEnd();
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('Harga cabai merah turun menjadi Rp35.800 per kilogram.');
  await checks.open();
  const group = checks.group('Kecocokan dengan sumber');
  await expect(group).toContainText('Angka berbeda dari sumber: Rp38.500');
  await checks.take('Rp35.800');
  await expect(group).toContainText('Di sumber · Antara');
  await desk.keyboard.press('Enter');
  await expect(composer.body).not.toContainText('Rp35.800');
  await expect(group).toHaveCount(0);

  await composer.goToEnd();
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('Pedagang menjual 7.777 karung beras.');
  await expect(group).toContainText('Tidak ada sumber yang memuat angka ini');
  await expect(provenance.bars('new')).toHaveCount(1);

  const popover = await composer.openPublishing();
  await expect(popover).toContainText('Temuan yang belum dijawab terhadap sumber: 1');
  await expect(popover.getByRole('button', { name: 'Terbitkan juga' })).toBeEnabled();
  await desk.keyboard.press('Escape');

  // Accepted with a note it is kept as such, and asks for nothing any more.
  await checks.take('7.777');
  await group.getByRole('button', { name: /^Terima dengan catatan/ }).click();
  await desk.getByRole('textbox', { name: /^Mengapa ini benar/ }).fill('Data pasar, sudah dicek');
  await group.getByRole('button', { name: 'Terima', exact: true }).click();
  await expect(checks.group('Diterima dengan catatan')).toContainText('Data pasar, sudah dicek');
  await expect(group).toHaveCount(0);

  await provenance.open();
  await composer.body.focus();
  await desk.keyboard.press('Control+Home');
  await expect(provenance.panel.getByRole('region', { name: 'Kalimat naskah' })).toContainText('Utuh');
  await expect(provenance.panel.locator('mark')).not.toHaveCount(0);
  // And the other way round: what of the source was not used.
  await provenance.panel.getByRole('tab', { name: 'Tidak dipakai' }).click();
  await expect(provenance.panel).toContainText('Semua kalimat sumber ini dipakai.');
  await composer.publishToFolder();
  const { html: published } = articlePage(workstation, 'harga-cabai');
  expect(published).toContain('Harga cabai merah turun menjadi Rp38.500 per kilogram.');
  expect(published).not.toContain('Rp35.800');

  // Own reporting is held against nothing: that is said once, and nothing is asked.
  await composer.newArticle();
  await composer.headline.fill('Liputan sendiri');
  await composer.body.focus();
  await desk.keyboard.type(
    'Pedagang menjual 7.777 karung beras, “ini panen terbaik kami,” kata ketua pasar.',
  );
  await checks.open();
  await expect(desk.getByText('Tanpa sumber: kutipan, angka, dan nama tidak dicocokkan.')).toHaveCount(1);
  const publishing = await composer.openPublishing();
  await expect(publishing.getByRole('button', { name: 'Terbitkan', exact: true }).first()).toBeEnabled();
  await expect(publishing).not.toContainText('terhadap sumber');
  await desk.keyboard.press('Escape');

  // It could not be sent; meanwhile it got a source that has none of this. Sending it again asks, and the trail keeps the yes.
  await desk.keyboard.press('Control+Alt+1');
  await composer.chooseSection('Ekonomi');
  await composer.expectSaved();
  const aside = `${workstation.siteFolder}-aside`;
  renameSync(workstation.siteFolder, aside);
  writeFileSync(workstation.siteFolder, '');
  await composer.publishTo('Situs folder', 'failed');
  rmSync(workstation.siteFolder);
  renameSync(aside, workstation.siteFolder);
  const { hash } = new URL(desk.url());
  const sources = new ArticleSources(desk);
  await sources.open();
  await sources.addFile('catatan.txt', 'Pasar ramai sejak pagi.');
  await desk.evaluate(() => (window.location.hash = '#/terbitan'));
  await desk.getByRole('button', { name: 'Kirim lagi' }).click();
  const told = desk.getByRole('region', { name: 'Pemberitahuan' });
  await expect(told).toContainText('Temuan yang belum dijawab terhadap sumber: 2');
  await told.getByRole('button', { name: 'Terbitkan juga' }).click();
  await expect(desk.getByTestId('detail')).toContainText('Sudah tiba dan dibaca ulang');
  await desk.evaluate((place) => (window.location.hash = place), hash);
  await desk.getByRole('tab', { name: /^Riwayat/ }).click();
  await desk.getByRole('tab', { name: 'Jejak' }).click();
  await expect(desk.getByRole('tabpanel', { name: /^Riwayat/ })).toContainText(
    'Menerbitkan juga dengan 2 temuan yang belum dijawab',
  );
});
