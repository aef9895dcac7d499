/** What an editor may hand the composer by mistake, or was handed to hurt: each is told in words, and the copy stays as it is. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docxOf } from '../../electron/core/articles/import/testing-docx.ts';
import { pngOf, pngThatClaims } from './support/picture.ts';
import { expect, test } from './support/workstation.ts';

test('pictures that are none, too large or carry script, and a Word file that is a bomb, are told; the article is as it was', async ({
  composer,
  desk,
  workstation,
}) => {
  await composer.newArticle();
  await composer.headline.fill('Harga cabai turun');
  await composer.goToEnd();
  await desk.keyboard.type('Pembuka.');
  await composer.expectSaved();

  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>document.title="jebol"</script></svg>';
  const picker = desk.locator('[data-editor-bar] input[type=file]');
  for (const [name, mimeType, buffer, told] of [
    ['jebakan.svg', 'image/svg+xml', Buffer.from(svg), 'Jenis gambar ini tidak diterima'],
    ['raksasa.png', 'image/png', pngThatClaims(30_000, 10_000), 'lebih besar dari 150 megapiksel'],
    ['putus.png', 'image/png', pngOf([9, 9, 9]).subarray(0, 20), 'bukan gambar'],
  ] as const) {
    await composer.goToEnd();
    await picker.setInputFiles([{ name, mimeType, buffer }]);
    await expect(composer.body.getByText(told, { exact: false })).toBeVisible();
    await composer.goToEnd();
    await desk.keyboard.press('Control+z');
    await expect(composer.body).toHaveText('Pembuka.');
  }

  const bomb = join(workstation.dropFolder, 'bom.docx');
  const zeroes = new Uint8Array(70 * 1024 * 1024);
  writeFileSync(bomb, docxOf('', { more: [{ name: 'word/bom.xml', content: zeroes }] }));
  const article = new URL(desk.url()).hash;
  await desk.evaluate(() => (window.location.hash = '#/naskah'));
  const chooser = desk.waitForEvent('filechooser');
  await desk.getByRole('button', { name: 'Impor' }).first().click();
  await (await chooser).setFiles([bomb]);
  await expect(desk.getByText('jauh lebih besar daripada naskah mana pun', { exact: false })).toBeVisible();
  await expect(desk.getByRole('listbox').getByRole('option')).toHaveCount(1);

  await desk.evaluate((hash) => (window.location.hash = hash), article);
  await expect(composer.body).toHaveText('Pembuka.');
  await expect(composer.headline).toHaveValue('Harga cabai turun');
  expect(await desk.title()).not.toContain('jebol');
});
