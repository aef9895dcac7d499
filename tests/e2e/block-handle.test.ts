import { expect, test } from './support/workstation.ts';

test('a block is dragged by its handle to where it belongs, moved on by its menu, and taken back step by step', async ({
  composer,
  desk,
}) => {
  await composer.newArticle();
  await composer.goToEnd();
  for (const line of ['Satu.', 'Dua.', 'Tiga.']) {
    await desk.keyboard.type(line);
    await desk.keyboard.press('Enter');
  }
  await desk.keyboard.press('Backspace');
  const paragraphs = composer.body.locator(':scope > p');
  await expect(paragraphs).toHaveText(['Satu.', 'Dua.', 'Tiga.']);

  await paragraphs.last().hover();
  const handle = desk.locator('[data-block-handle]');
  await expect(handle).toBeVisible();
  await handle.dragTo(paragraphs.first());
  await expect(paragraphs).toHaveText(['Satu.', 'Tiga.', 'Dua.']);

  await paragraphs.nth(1).hover();
  await handle.click();
  await desk.getByRole('menuitem', { name: 'Pindahkan ke atas' }).click();
  await expect(paragraphs).toHaveText(['Tiga.', 'Satu.', 'Dua.']);

  await composer.body.focus();
  await desk.keyboard.press('Control+z');
  await expect(paragraphs).toHaveText(['Satu.', 'Tiga.', 'Dua.']);
  await desk.keyboard.press('Control+z');
  await expect(paragraphs).toHaveText(['Satu.', 'Dua.', 'Tiga.']);
});
