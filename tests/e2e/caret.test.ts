import { expect, test } from './support/workstation.ts';

test('a key pressed right after a jump of the caret works where it jumped to, on a busy machine too', async ({
  composer,
  desk,
}) => {
  await composer.newArticle();
  await composer.goToEnd();
  await desk.keyboard.type('Kalimat pertama.');
  await desk.keyboard.press('Control+Home');
  await expect(composer.body.locator('p')).toHaveText(['Kalimat pertama.']);

  // Both keys are waiting when the page has time again: the browser tells of the caret only after the second.
  const busy = desk.evaluate(() => {
    const until = performance.now() + 400;
    while (performance.now() < until);
  });
  const keys = [desk.keyboard.press('Control+End'), desk.keyboard.press('Enter')];
  await Promise.all([busy, ...keys]);
  await desk.keyboard.type('Kalimat kedua.');
  await expect(composer.body.locator('p')).toHaveText(['Kalimat pertama.', 'Kalimat kedua.']);
});
