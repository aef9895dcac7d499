import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Checks } from './pages/checks.ts';
import { FindBar } from './pages/find-bar.ts';
import { expect, test } from './support/workstation.ts';

test('in the mode of suggestions words are typed over, taken out and parted; one is rejected, the rest accepted; only what was accepted is published', async ({
  workstation,
  composer,
  desk,
}) => {
  const { keyboard } = desk;
  await composer.newArticle();
  await composer.headline.fill('Presiden di Singapura');
  await composer.goToEnd();
  await keyboard.type('Presiden tiba di Singapura.');
  await composer.expectSaved();

  await keyboard.press('Control+Alt+x');
  await expect(desk.getByText(/^Mode usulan: yang Anda ubah/)).toBeVisible();
  await keyboard.press('Home');
  await keyboard.press('Control+ArrowRight');
  await keyboard.press('Control+Shift+ArrowRight');
  await keyboard.type(' hadir');
  const inserted = composer.body.getByRole('insertion');
  const deleted = composer.body.getByRole('deletion');
  await expect(inserted).toHaveText('hadir');
  await expect(deleted).toHaveText('tiba');

  // Backspace key by key is one suggestion, at the end of the copy; Enter is one as well.
  await keyboard.press('Control+End');
  for (let count = 0; count < 'Singapura.'.length; count += 1) await keyboard.press('Backspace');
  await expect(deleted.last()).toHaveText('Singapura.');
  await keyboard.press('Control+End');
  await keyboard.press('Enter');
  await keyboard.type('Ia disambut RAHASIA.');
  await composer.expectSaved();
  await desk.reload();
  await expect(inserted.first()).toHaveText('hadir');

  await keyboard.press('Control+Alt+6');
  const list = desk.getByRole('region', { name: 'Usulan' });
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await expect(list.getByRole('listitem').first()).toContainText('Ganti “tiba” dengan “hadir”');
  await expect(list.getByRole('listitem').first()).toContainText('Penyunting Meja');

  const popover = await composer.openPublishing();
  await expect(popover.getByText(/Usulan yang belum diputuskan: 4/)).toBeVisible();
  await keyboard.press('Escape');
  await composer.publishToFolder();
  const pages = () =>
    readdirSync(workstation.siteFolder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(html|xml)$/.test(name))
      .map((name) => readFileSync(join(workstation.siteFolder, name), 'utf8'))
      .join('\n');
  expect(pages()).toContain('Presiden tiba di Singapura.');
  expect(pages()).not.toContain('RAHASIA');
  expect(pages()).not.toContain('hadir');

  await list.getByRole('listitem').first().getByRole('button', { name: 'Tolak usulan' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await list.getByRole('button', { name: 'Terima semua' }).click();
  await expect(list).toBeHidden();
  await expect(composer.body.getByRole('paragraph')).toHaveText(['Presiden tiba di', 'Ia disambut RAHASIA.']);
  await composer.expectSaved();
  await composer.publishToFolder();
  expect(pages()).toContain('Ia disambut RAHASIA.');
  expect(pages()).not.toContain('Presiden tiba di Singapura.');
});

test('an input method writes suggestions, and a fix of the checks is one', async ({ composer, desk }) => {
  await composer.newArticle();
  await composer.headline.fill('Tamu dari Tokyo');
  await composer.goToEnd();
  await desk.keyboard.type('Tamu berdiri diatas panggung.');
  await composer.expectSaved();
  await desk.keyboard.press('Control+Alt+x');
  await composer.goToEnd();

  const devtools = await desk.context().newCDPSession(desk);
  for (const text of ['と', 'とう']) {
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await devtools.send('Input.insertText', { text: '東京' });
  await desk.keyboard.type('!');
  await expect(composer.body.getByRole('insertion')).toHaveText('東京!');

  const checks = new Checks(desk);
  await checks.open();
  await checks.take('diatas');
  await desk.keyboard.press('Enter');
  await expect(composer.body.getByRole('deletion')).toHaveText('diatas');
  await expect(composer.body.getByRole('insertion').first()).toHaveText('di atas');
  await composer.expectSaved();

  // So does find and replace; the headline, where nothing can be suggested, is left and said to be.
  const find = new FindBar(desk);
  await find.open({ replacing: true });
  await find.words.fill('Tamu');
  await expect(find.status).toHaveText('1 dari 2');
  await find.replacement.fill('Utusan');
  await find.button('Ganti semua').click();
  await expect(desk.getByText(/^1 penggantian diusulkan\. 1 di bidang dan kartu dibiarkan/)).toBeVisible();
  await expect(composer.body.getByRole('deletion').first()).toHaveText('Tamu');
  await expect(composer.body.getByRole('insertion').first()).toHaveText('Utusan');
  await expect(composer.headline).toHaveValue('Tamu dari Tokyo');
  await composer.expectSaved();
});
