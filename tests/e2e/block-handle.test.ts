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
  // It follows the pointer from block to block, a frame later.
  await expect
    .poll(async () => {
      const [line, at] = [await paragraphs.nth(1).boundingBox(), await handle.boundingBox()];
      if (line === null || at === null) return Number.POSITIVE_INFINITY;
      return Math.abs(line.y + line.height / 2 - at.y - at.height / 2);
    })
    .toBeLessThan(6);
  await handle.click();
  const up = desk.getByRole('menuitem', { name: 'Pindahkan ke atas' });
  await up.hover();
  await expect(handle).toBeVisible();
  await up.click();
  await expect(paragraphs).toHaveText(['Tiga.', 'Satu.', 'Dua.']);

  await composer.body.focus();
  await desk.keyboard.press('Control+z');
  await expect(paragraphs).toHaveText(['Satu.', 'Tiga.', 'Dua.']);
  await desk.keyboard.press('Control+z');
  await expect(paragraphs).toHaveText(['Satu.', 'Dua.', 'Tiga.']);
});
