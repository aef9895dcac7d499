import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { readManuscript } from '../../electron/core/articles/import/read-manuscript.ts';
import {
  docxOf,
  item,
  linked,
  pictureParagraph,
  run,
  styled,
} from '../../electron/core/articles/import/testing-docx.ts';
import { rtfOfWord, SHEETS, WORD } from '../../shared/conversion/testing-clipboards.ts';
import { documentText } from '../../shared/document/walk.ts';
import { pngOf } from './support/picture.ts';
import { expect, test } from './support/workstation.ts';

test('Word and a sheet are pasted clean, one undo takes each back, and text can be pasted as text', async ({
  composer,
  desk,
}) => {
  await composer.newArticle();
  await composer.goToEnd();
  await desk.keyboard.type('Pembuka.');
  await desk.keyboard.press('Enter');

  await composer.paste({
    'text/html': WORD,
    'text/rtf': rtfOfWord(pngOf([20, 120, 60])),
    'text/plain': 'Agenda',
  });
  await expect(composer.body.getByRole('heading', { name: 'Agenda KTT' })).toBeVisible();
  await expect(composer.body.getByRole('link', { name: 'Antara' })).toHaveAttribute(
    'href',
    'https://www.antaranews.com/berita/1?id=7',
  );
  await expect(
    composer.body
      .getByRole('listitem')
      .filter({ hasText: /^Pleno$/ })
      .last(),
  ).toBeVisible();
  await expect(composer.body.locator('strong')).toHaveText('tiba');
  await expect(composer.body.locator('figure img')).toHaveAttribute('src', /\/media\/[0-9a-f]{64}/);
  await expect(composer.body).not.toContainText('Tersembunyi');
  await desk.keyboard.press('Control+z');
  await expect(composer.body).toHaveText('Pembuka.');

  await composer.paste({ 'text/html': SHEETS, 'text/plain': 'Tim\tPoin' });
  await expect(composer.body.getByRole('cell', { name: 'Persija' })).toBeVisible();
  await desk.keyboard.press('Control+z');
  await expect(composer.body).toHaveText('Pembuka.');

  // An address pasted over words makes a link of them, without what it was tracked by.
  await desk.keyboard.press('Control+Home');
  await desk.keyboard.press('Control+Shift+ArrowRight');
  await composer.paste({ 'text/plain': 'https://www.kompas.com/a?utm_source=wa&id=7&fbclid=x' });
  await expect(composer.body.getByRole('link', { name: 'Pembuka' })).toHaveAttribute(
    'href',
    'https://www.kompas.com/a?id=7',
  );
  await desk.keyboard.press('Control+z');
  await expect(composer.body.getByRole('link')).toHaveCount(0);
  await desk.keyboard.press('Control+End');

  await desk.keyboard.down('Control');
  await desk.keyboard.down('Shift');
  await desk.keyboard.press('v');
  await desk.keyboard.up('Shift');
  await desk.keyboard.up('Control');
  await composer.paste({ 'text/plain': '*Apa adanya*\n\nBaris dua' });
  await expect(composer.body).toContainText('*Apa adanya*');
  await expect(composer.body.locator('strong')).toHaveCount(0);

  // A clipboard of megabytes is read beside the page, and one no story has is refused in words.
  const row = `<p class=MsoNormal style='margin-bottom:8.0pt'><span lang=IN style='font-size:12.0pt'>Baris panjang.&nbsp;<o:p></o:p></span></p>`;
  const long = row.repeat(1_600);
  await composer.paste({ 'text/html': `${long}<p>Baris terakhir</p>`, 'text/plain': 'x' });
  await expect(composer.body).toContainText('Baris terakhir');
  await desk.keyboard.press('Control+z');
  await expect(composer.body).not.toContainText('Baris terakhir');
  await composer.paste({ 'text/html': 'x'.repeat(30_000_001), 'text/plain': 'x' });
  await expect(desk.getByText('terlalu besar untuk ditempel sekaligus', { exact: false })).toBeVisible();
  await expect(composer.body).toContainText('Baris dua');
});

test('files from Word and Markdown become articles, and what cannot be read is told', async ({
  composer,
  desk,
  workstation,
}) => {
  const folder = workstation.dropFolder;
  const body = [
    styled('Judul', run('Presiden Tiba di Singapura')),
    styled(
      '',
      run('Presiden tiba, kata '),
      linked('Antara'),
      run('.'),
      '<w:r><w:commentReference w:id="1"/></w:r>',
    ),
    item(1, 0, 'Sidang'),
    pictureParagraph,
    styled('Keterangan', run('Suasana kedatangan.')),
  ].join('');
  const [word, locked] = [join(folder, 'ktt.docx'), join(folder, 'terkunci.docx')];
  writeFileSync(
    word,
    docxOf(body, { link: 'https://antaranews.com/b?utm_source=x', picture: pngOf([30, 60, 200]) }),
  );
  writeFileSync(locked, docxOf('', { more: [{ name: 'x', content: 'x', encrypted: true }] }));

  await desk.evaluate(() => (window.location.hash = '#/naskah'));
  const chooser = desk.waitForEvent('filechooser');
  await desk.getByRole('button', { name: 'Impor' }).first().click();
  await (await chooser).setFiles([locked, word]);
  await expect(desk.getByText('Berkasnya terkunci sandi', { exact: false })).toBeVisible();
  await expect(desk.getByText('Tidak ikut: 1 komentar.', { exact: false })).toBeVisible();
  await expect(composer.headline).toHaveValue('Presiden Tiba di Singapura');
  await expect(composer.body.getByRole('link', { name: 'Antara' })).toHaveAttribute(
    'href',
    'https://antaranews.com/b',
  );
  await expect(composer.body.locator('figure img')).toBeVisible();

  const download = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Ambil sebagai berkas' }).click();
  await desk.getByRole('menuitem', { name: 'Word (.docx)' }).click();
  const taken = await download;
  expect(taken.suggestedFilename()).toBe('presiden-tiba-di-singapura.docx');
  const { fields, document, pictures } = await readManuscript(
    readFileSync(await taken.path()),
    taken.suggestedFilename(),
  );
  expect(fields.headline).toBe('Presiden Tiba di Singapura');
  expect(documentText(document)).toContain('Presiden tiba, kata Antara.');
  expect(pictures).toHaveLength(1);

  // On paper, and from there as PDF, it is the page of the site; the dialog is the browser's own.
  await desk.getByRole('button', { name: 'Ambil sebagai berkas' }).click();
  await desk.getByRole('menuitem', { name: 'Cetak atau simpan PDF…' }).click();
  const paper = desk.frameLocator('iframe[src^="/preview/"]').getByRole('article').first();
  await expect(paper).toContainText('Presiden tiba, kata Antara.');
  await expect(paper.locator('figure img')).toHaveCount(1);

  await desk.evaluate(() => (window.location.hash = '#/naskah'));
  const drop = await desk.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['# Panen raya\n\nBeras **melimpah**.'], 'panen.md'));
    return transfer;
  });
  const list = desk.getByRole('listbox', { name: 'Daftar naskah' });
  await list.dispatchEvent('dragenter', { dataTransfer: drop });
  await expect(desk.getByText('Jatuhkan untuk menjadikannya naskah')).toBeVisible();
  await list.dispatchEvent('drop', { dataTransfer: drop });
  await expect(composer.headline).toHaveValue('Panen raya');
  await expect(composer.body.locator('strong')).toHaveText('melimpah');
});
