import { Composer } from './pages/composer.ts';
import { expect, test } from './support/workstation.ts';

const PARAGRAPH = 'Kebakaran melanda gudang tekstil di Kabupaten Bandung pada Jumat malam. ';

test('a second window is told and reads along, takes over, and the first one’s last keys are in it', async ({
  workstation,
  composer,
  desk,
  context,
}) => {
  await composer.newArticle();
  await composer.headline.fill('Gudang terbakar');
  await composer.goToEnd();
  await desk.keyboard.type('Dari jendela pertama.');
  await composer.expectSaved();

  const other = await context.newPage();
  await other.goto(desk.url());
  const second = new Composer(other);
  const reading = /sedang ditulis di jendela lain/;
  await expect(other.getByText(reading)).toBeVisible();
  await expect(second.body).toHaveAttribute('contenteditable', 'false');
  await expect(second.headline).toBeDisabled();
  await desk.keyboard.type(' Masih ditulis.');
  await expect(second.body).toContainText('Dari jendela pertama. Masih ditulis.');

  await desk.keyboard.type(' Kata terakhir.');
  await other.getByRole('button', { name: 'Tulis di sini' }).click();
  await expect(second.body).toHaveAttribute('contenteditable', 'true');
  await expect(second.body).toContainText('Masih ditulis. Kata terakhir.');
  await expect(desk.getByText(reading)).toBeVisible();
  await second.goToEnd();
  await other.keyboard.type(' Dari jendela kedua.');
  await expect(composer.body).toContainText('Kata terakhir. Dari jendela kedua.');

  // The core dies: both come back in their roles, and what was typed meanwhile is saved.
  await workstation.stop('SIGKILL');
  await other.keyboard.type(' Selagi putus.');
  await workstation.start();
  await second.expectSaved();
  await expect(composer.body).toContainText('Dari jendela kedua. Selagi putus.');
  await expect(composer.body).toHaveAttribute('contenteditable', 'false');

  // The window that writes is gone without a word: the article is free, and nobody writes it unasked.
  await other.close();
  await expect(desk.getByText('Jendela yang menulis naskah ini sudah ditutup.')).toBeVisible();
  await desk.getByRole('button', { name: 'Tulis di sini' }).click();
  await expect(composer.body).toHaveAttribute('contenteditable', 'true');
  await composer.goToEnd();
  await desk.keyboard.type(' Lanjut.');
  await composer.expectSaved();
  await expect(composer.body).toContainText('Selagi putus. Lanjut.');
});

test('after a crash the article opens as it was left: caret, scrolling, tab', async ({
  workstation,
  composer,
  desk,
}) => {
  await composer.newArticle();
  await composer.headline.fill('Naskah panjang');
  await composer.goToEnd();
  for (let count = 0; count < 25; count += 1) await desk.keyboard.insertText(`${PARAGRAPH.repeat(3)}\n`);
  await desk.keyboard.press('Control+Alt+3');
  await composer.goToEnd();
  await desk.keyboard.press('ArrowUp');
  await desk.keyboard.press('ArrowUp');
  await desk.keyboard.press('Home');
  await desk.keyboard.type('DI SINI ');
  await composer.expectSaved();
  const ground = desk.locator('[data-composer-ground]');
  const caretTop = () =>
    ground.evaluate(() => window.getSelection()?.focusNode?.parentElement?.getBoundingClientRect().top ?? 0);
  const stood = await caretTop();
  const caret = await desk.evaluate(() => window.getSelection()?.focusOffset);
  const { articleId } = composer;
  // The place is kept a moment after the last key; what the core has is what a crash leaves.
  await expect.poll(() => workstation.keptPlace(articleId)?.selection?.focus.offset).toBe(caret);
  await workstation.stop('SIGKILL');

  await desk.goto('about:blank');
  await desk.goto(await workstation.start());
  await expect(desk).toHaveURL(new RegExp(`#/naskah/${articleId}`));
  await expect(composer.body).toContainText('DI SINI');
  await expect(composer.body).toBeFocused();
  await expect(desk.getByRole('tab', { name: 'Revisi' })).toHaveAttribute('aria-selected', 'true');
  await expect.poll(caretTop).toBeCloseTo(stood, -1);
  await desk.keyboard.type('JUGA ');
  await expect(composer.body).toContainText('DI SINI JUGA ');

  // Another article begins at its own beginning; the first one is where it was left.
  const scrolled = () => ground.evaluate(({ scrollTop }) => scrollTop);
  await expect.poll(() => workstation.keptPlace(articleId)?.selection?.focus.offset).toBe((caret ?? 0) + 5);
  await composer.newArticle();
  await expect.poll(scrolled).toBe(0);
  await composer.headline.fill('Naskah lain');
  await composer.expectSaved();
  await desk.evaluate(() => (window.location.hash = '#/naskah'));
  const row = desk.getByRole('option').filter({ hasText: 'Naskah panjang' });
  await row.click();
  await expect(composer.body).toContainText('DI SINI JUGA ');
  await expect.poll(caretTop).toBeCloseTo(stood, -1);
  await expect(composer.headline).toHaveValue('Naskah panjang');
  // It is a step of the history like any other.
  await expect(desk).toHaveURL(new RegExp(`#/naskah/${articleId}`));
  await desk.goBack();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(desk.getByRole('listbox', { name: 'Daftar naskah' })).toBeFocused();
  await desk.goForward();
  await expect(composer.body).toContainText('DI SINI JUGA ');

  // In a field the caret is kept as well.
  await composer.headline.focus();
  await desk.keyboard.press('Home');
  await desk.keyboard.press('ArrowRight');
  const inHeadline = { name: 'headline', block: null, start: 1, end: 1 };
  await expect.poll(() => workstation.keptPlace(articleId)?.field).toEqual(inHeadline);
  await workstation.stop('SIGKILL');
  await desk.goto('about:blank');
  await desk.goto(await workstation.start());
  await expect(composer.headline).toBeFocused();
  await desk.keyboard.type('!');
  await expect(composer.headline).toHaveValue('N!askah panjang');

  // So it is in a field of the panel, which is drawn after the copy, and in one of a block in the copy.
  await desk.keyboard.press('Control+Alt+h');
  await desk.getByRole('textbox', { name: 'Judul pendek' }).fill('Pendek');
  await desk.keyboard.press('ArrowLeft');
  const inPanel = { name: 'shortHeadline', block: null, start: 5, end: 5 };
  await expect.poll(() => workstation.keptPlace(articleId)?.field).toEqual(inPanel);
  await desk.reload();
  await expect(desk.getByRole('textbox', { name: 'Judul pendek' })).toBeFocused();
  await desk.keyboard.type('?');
  await expect(desk.getByRole('textbox', { name: 'Judul pendek' })).toHaveValue('Pende?k');
  await composer.goToEnd();
  await composer.insert('kotak');
  await desk.keyboard.type('Fakta');
  await desk.keyboard.press('ArrowLeft');
  const title = composer.body.getByRole('textbox', { name: 'Judul kotak fakta' });
  await expect.poll(() => workstation.keptPlace(articleId)?.field).toMatchObject({ name: 'title', start: 4 });
  await composer.expectSaved();
  await desk.reload();
  await expect(title).toBeFocused();
  await desk.keyboard.type('!');
  await expect(title).toHaveValue('Fakt!a');
});
