import { articlePage } from './support/folder-site.ts';
import { pngOf } from './support/picture.ts';
import { expect, test } from './support/workstation.ts';

const sheet = `<google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style>
  <table data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody>
  <tr style="height:21px;"><td style="font-weight:bold;">Komoditas</td><td style="font-weight:bold;">Harga</td></tr>
  <tr style="height:21px;"><td>Cabai</td><td>Rp41.000</td></tr></tbody></table></google-sheets-html-origin>`;

test('every block is inserted by the slash menu, a sheet is pasted, and all of it is on the page', async ({
  workstation,
  composer,
  desk,
  context,
}) => {
  await composer.newArticle();
  await composer.headline.fill('Stok cabai aman');
  await composer.goToEnd();
  await desk.keyboard.type('Stok cabai di gudang cukup sampai akhir bulan.');
  await composer.publishToFolder();
  await composer.newArticle();
  await composer.headline.fill('Harga cabai turun di pasar induk');
  await composer.goToEnd();
  const { keyboard } = desk;
  await keyboard.type('Harga cabai turun "tajam" menjadi Rp 41.000, kata dinas - kemarin.');
  await keyboard.press('Enter');

  await composer.insert('kotak');
  await keyboard.type('Angka kunci');
  await keyboard.press('Enter');
  await keyboard.type('Inflasi 3,4 persen');
  await composer.goToEnd();

  await composer.insert('sematan');
  await keyboard.type('https://contoh.id/');
  await keyboard.press('Enter');
  await expect(desk.getByText('Alamat ini tidak dapat disematkan.', { exact: false })).toBeVisible();
  await desk.getByRole('textbox', { name: 'Alamat yang disematkan' }).fill('youtu.be/dQw4w9WgXcQ?si=x');
  await keyboard.press('Enter');
  // One types on: its title, and with Enter or Escape the copy behind it.
  const film = desk.getByRole('region', { name: 'Sematan YouTube' });
  await expect(film.getByRole('textbox', { name: 'Judul atau isi singkatnya' })).toBeFocused();
  await keyboard.type('Pasar induk pagi ini');
  await keyboard.press('Escape');
  await expect(composer.body).toBeFocused();
  await keyboard.type('Film itu dilihat ribuan orang.');
  await film.getByRole('textbox', { name: 'Keterangan' }).focus();
  await keyboard.press('Enter');
  await keyboard.type('Kabarnya ');
  await expect(composer.body.getByText('Kabarnya Film itu dilihat ribuan orang.')).toBeVisible();
  await composer.goToEnd();
  await keyboard.press('Enter');

  await composer.insert('terkait');
  // Enter is pressed at once: it waits for what is found.
  await keyboard.type('stok cab');
  await keyboard.press('Enter');
  await expect(desk.getByRole('textbox', { name: 'Judul artikel terkait' })).toHaveValue('Stok cabai aman');
  await expect(desk.getByRole('textbox', { name: 'Judul artikel terkait' })).toBeFocused();
  await composer.goToEnd();

  await composer.insert('galeri');
  await desk
    .getByLabel('Tambah gambar')
    .and(desk.locator('input[type=file]'))
    .setInputFiles([
      { name: 'satu.png', mimeType: 'image/png', buffer: pngOf([180, 40, 40]) },
      { name: 'dua.png', mimeType: 'image/png', buffer: pngOf([40, 120, 40]) },
    ]);
  const gallery = desk.getByRole('region', { name: 'Galeri' });
  await expect(gallery.getByRole('listitem')).toHaveCount(2);
  await gallery.getByRole('textbox', { name: 'Keterangan gambar' }).first().fill('Cabai merah');
  await gallery.getByRole('button', { name: 'Mundurkan gambar 1' }).click();
  await composer.goToEnd();

  await composer.insert('catatan');
  await keyboard.type('Sumber: Dinas Perdagangan');
  await keyboard.press('Enter');
  await composer.insert('selengkapnya');
  await composer.goToEnd();

  // Shut again, and Enter is a line of its own; where nothing fits, keys are the copy's.
  await composer.pressAtOnce(['/', 't', 'a', 'Escape', 'Enter', '/', 'q', 'q', 'ArrowUp', 'x']);
  const lines = composer.body.locator(':scope > p');
  await expect(lines.last()).toHaveText('/qq');
  await expect(lines.nth(-2)).toHaveText('/tax');
  await composer.goToEnd();
  await composer.pressAtOnce(Array.from('/tax_/qq', () => 'Backspace'));

  // Typed in one go, before the menu is drawn.
  await composer.pressAtOnce([...'/tabel', 'Enter', ...'Bulan']);
  await expect(composer.body.getByRole('table')).toContainText('Bulan');
  await keyboard.press('Tab');
  await keyboard.type('Inflasi');
  await desk.getByRole('button', { name: 'Tabel', exact: true }).click();
  await desk.getByRole('menuitem', { name: 'Hapus kolom' }).click();
  await desk.getByRole('button', { name: 'Tabel', exact: true }).click();
  await desk.getByRole('menuitem', { name: 'Lebarkan kolom' }).click();
  await composer.body.getByRole('textbox', { name: 'Keterangan tabel' }).fill('Inflasi per bulan');
  await composer.goToEnd();
  await composer.paste({ 'text/html': sheet, 'text/plain': 'tabel' });
  await expect(composer.body.getByRole('table')).toHaveCount(2);
  await composer.expectSaved();
  await composer.publishToFolder();

  const { path, html } = articlePage(workstation, 'harga-cabai');
  expect(html).not.toMatch(/<script[^>]+(?:youtube|google)|<iframe/);
  const page = await context.newPage();
  await page.goto(`file://${path}`);
  const story = page.getByRole('article').first();
  await expect(story).toContainText('Harga cabai turun “tajam” menjadi Rp41.000, kata dinas – kemarin.');
  await expect(story.getByRole('note')).toContainText('Angka kunciInflasi 3,4\u00a0persen');
  await expect(story.getByRole('link', { name: 'YouTube Pasar induk pagi ini' })).toHaveAttribute(
    'href',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
  );
  await expect(story.getByRole('link', { name: 'Stok cabai aman' })).toHaveAttribute(
    'href',
    /stok-cabai-aman/,
  );
  await expect(story.locator('.gallery img')).toHaveCount(2);
  await expect(story.locator('.gallery figcaption')).toHaveText('Cabai merah');
  await expect(story.getByText('Sumber: Dinas Perdagangan')).toBeVisible();
  await expect(story.locator('#selengkapnya')).toHaveCount(1);
  const tables = story.getByRole('table');
  await expect(tables).toHaveCount(2);
  await expect(tables.first().getByRole('columnheader').first()).toHaveText('Bulan');
  await expect(tables.first().getByRole('columnheader')).toHaveCount(2);
  await expect(tables.first().locator('col')).toHaveCount(2);
  await expect(story.getByText('Inflasi per bulan')).toBeVisible();
  await expect(tables.last().getByRole('cell', { name: 'Rp41.000' })).toBeVisible();
});
