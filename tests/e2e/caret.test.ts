import { expect, test } from './support/workstation.ts';

test('a key pressed right after a jump of the caret works where it jumped to, on a busy machine too', async ({
  composer,
  desk,
}) => {
  await composer.newArticle();
  await composer.goToEnd();
  await desk.keyboard.type('Kalimat pertama.');
  await desk.keyboard.press('Home');
  await expect(composer.body.locator('p')).toHaveText(['Kalimat pertama.']);

  // Both keys are waiting when the page has time again: the browser tells of the caret only after the second.
  const browser = await desk.context().newCDPSession(desk);
  const busy = desk.evaluate(() => {
    const until = performance.now() + 400;
    while (performance.now() < until);
  });
  const keys = [
    { type: 'keyDown', key: 'End', code: 'End', windowsVirtualKeyCode: 35 },
    { type: 'keyUp', key: 'End', code: 'End', windowsVirtualKeyCode: 35 },
    { type: 'keyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
    { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 },
  ] as const;
  await Promise.all([busy, ...keys.map((key) => browser.send('Input.dispatchKeyEvent', key))]);
  await desk.keyboard.type('Kalimat kedua.');
  await expect(composer.body.locator('p')).toHaveText(['Kalimat pertama.', 'Kalimat kedua.']);
});
