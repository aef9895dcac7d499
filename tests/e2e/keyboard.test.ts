import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { untilAtRest } from './pages/at-rest.ts';
import { Revisions } from './pages/revisions.ts';
import { KeyboardDesk } from './pages/keyboard.ts';
import { chilliStory, cyberStory, rss } from './support/feed.ts';
import { expect, test } from './support/workstation.ts';

test('the whole loop by keyboard alone: source, inbox, search, writing, revision, states, publication, outbox', async ({
  workstation,
  desk,
  inbox,
  composer,
}) => {
  const keys = new KeyboardDesk(desk);
  const { keyboard } = desk;
  writeFileSync(join(workstation.dropFolder, 'kiriman.xml'), rss([cyberStory, chilliStory]));

  // A folder is watched from now on.
  await expect(desk.getByText('Tersambung', { exact: true })).toBeVisible();
  // Its command is asked for before the screen that offers it is there.
  await desk.evaluate(() => (window.location.hash = '#/naskah'));
  await expect(desk.getByRole('button', { name: 'Naskah baru' }).first()).toBeVisible();
  await keyboard.press('Control+k');
  await expect(keys.palette.getByRole('combobox')).toBeFocused();
  await keyboard.type('Tambah sumber kawat');
  await desk.evaluate(() => (window.location.hash = '#/kawat'));
  await keys.expectChosen('Tambah sumber kawat');
  await keyboard.press('Enter');
  const dialog = desk.getByRole('dialog', { name: 'Tambah sumber kawat' });
  await keys.tabTo(dialog.getByRole('tab', { name: 'Antara' }));
  // The focus follows a moment after the key; the next arrow goes on from where it is.
  await keyboard.press('ArrowRight');
  await untilAtRest(desk);
  await keyboard.press('ArrowRight');
  await expect(dialog.getByRole('tab', { name: 'Folder', exact: true })).toBeFocused();
  await keys.tabTo(dialog.getByRole('textbox', { name: 'Folder' }));
  await keyboard.type(workstation.dropFolder);
  await keys.tabTo(dialog.getByLabel('Nama'));
  await keyboard.type('Kantor B');
  await keys.tabTo(dialog.getByLabel('Singkatan untuk kredit'));
  await keyboard.type('Kb');
  await keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(inbox.rows).toHaveCount(2);

  // Down and up the list, and a search in it: by its key, and by the palette.
  await keyboard.press('j');
  await expect(inbox.rows.first()).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('j');
  await expect(inbox.rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('k');
  await expect(inbox.rows.first()).toHaveAttribute('aria-selected', 'true');
  const search = desk.getByRole('searchbox', { name: 'Cari di kawat' });
  await keys.run('Cari di kawat');
  await expect(search).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press('/');
  await expect(search).toBeFocused();
  await keyboard.type('cabai pas');
  await expect(inbox.rows).toHaveCount(1);
  await keyboard.press('Enter');
  const list = desk.getByRole('listbox', { name: 'Daftar kiriman' });
  await expect(list).toBeFocused();
  await keyboard.press('j');
  await expect(inbox.reading.getByRole('heading', { name: chilliStory.headline })).toBeVisible();
  await keys.expectVisibleFocus();

  // Taken and let go again: what is told of it lies over no dialog, which begins with the keys of this screen.
  const open = inbox.rows.filter({ hasText: chilliStory.headline });
  await keyboard.press('c');
  await expect(open).toContainText('diambil');
  await keyboard.press('c');
  const told = desk.getByText('Kiriman dilepaskan.');
  await expect(told).toBeVisible();
  await keyboard.press('?');
  const map = desk.getByRole('dialog', { name: 'Pintasan papan tik' });
  await expect(map).toContainText('Tulis dari kawat');
  await expect
    .poll(async () => {
      const [message, dialog] = await Promise.all([told.boundingBox(), map.boundingBox()]);
      return message !== null && dialog !== null && message.y + message.height <= dialog.y;
    })
    .toBe(true);

  // Escape leads back to the list.
  await keyboard.press('Escape');
  await expect(map).toBeHidden();
  await expect(list).toBeFocused();

  // Written from the wire: section, headline, copy.
  await inbox.writeFromWire();
  await expect(composer.headline).toHaveValue(chilliStory.headline);
  // Nothing had the keys on the way there: the paper has them, and Enter goes into the copy.
  await expect(desk.getByRole('article', { name: 'Naskah: Enter untuk menulis' })).toBeFocused();
  await keys.expectVisibleFocus();
  await keyboard.press('Enter');
  await expect(composer.body).toBeFocused();
  await keys.tabTo(composer.headline, 'Shift+Tab');
  await keyboard.press('Control+a');
  await keyboard.type('Cabai murah di pasar induk');
  await keys.tabTo(desk.getByRole('button', { name: 'Rubrik:' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(desk.getByRole('menuitemcheckbox', { checked: true })).toBeFocused();
  await keyboard.type('Ekonomi');
  await keyboard.press('Enter');
  await expect(desk.getByRole('button', { name: 'Rubrik: Ekonomi' })).toBeFocused();
  await keys.tabTo(composer.headline);
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(composer.body).toBeFocused();
  await keys.expectVisibleFocus();
  await keyboard.press('Control+End');
  await keyboard.type(' Harga di pasar eceran menyusul.');
  await composer.expectSaved();

  // A revision under a name, two steps on, and out.
  const revisions = new Revisions(desk);
  await revisions.saveAs('Sebelum disunting penerbit');
  await revisions.open();
  await expect(revisions.entry('Sebelum disunting penerbit')).toBeVisible();
  await keys.run('Majukan naskah');
  await expect(desk.getByRole('button', { name: 'Diajukan', exact: true })).toBeVisible();
  await keys.run('Majukan naskah');
  await expect(desk.getByRole('button', { name: 'Siap', exact: true })).toBeVisible();
  // From within the copy: the words stay as they are.
  await keyboard.press('Control+Alt+0');
  await expect(composer.body).toBeFocused();
  const paragraphs = await composer.body.getByRole('paragraph').count();
  await keyboard.press('Control+Enter');
  const popover = desk.getByRole('dialog', { name: 'Terbitkan' });
  await keys.tabTo(popover.getByRole('button', { name: 'Terbitkan', exact: true }));
  await keyboard.press('Enter');
  await expect(popover.locator('[data-delivery]')).toHaveAttribute('data-state', 'live');
  await keyboard.press('Escape');
  await expect(popover).toBeHidden();
  await expect(composer.body.getByRole('paragraph')).toHaveCount(paragraphs);

  const pages = readdirSync(workstation.siteFolder, { recursive: true, encoding: 'utf8' });
  const published = pages
    .filter((path) => path.endsWith('index.html'))
    .map((path) => readFileSync(join(workstation.siteFolder, path), 'utf8'))
    .filter((html) => html.includes('Harga di pasar eceran menyusul.'));
  expect(published.some((html) => html.includes('TINGGALKAN KOMENTAR'))).toBe(true);

  // Seen in the outbox, and back to the wire.
  await keys.run('Ke Terbitan');
  const deliveries = desk.getByRole('listbox', { name: 'Daftar kiriman terbit' });
  await expect(deliveries).toBeFocused();
  await expect(deliveries.getByRole('option', { selected: true })).toContainText(
    'Cabai murah di pasar induk',
  );
  await expect(deliveries.getByRole('option', { selected: true })).toContainText('Terbit');
  await keys.expectVisibleFocus();
  await keys.run('Ke Kawat');
  await expect(list).toBeFocused();
  await keys.expectVisibleFocus();

  // Panes follow the window until one is widened, by key as well; it is as wide the next time, in a small window too.
  const leftOfList = async (): Promise<number> => Math.round((await list.boundingBox())?.x ?? 0);
  const before = await leftOfList();
  await desk.setViewportSize({ width: 1200, height: 900 });
  await expect.poll(leftOfList).toBeLessThan(before);
  await desk.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(leftOfList).toBe(before);
  await keys.tabTo(desk.getByRole('separator', { name: 'Ubah lebar panel' }).first());
  await keyboard.press('ArrowRight');
  await expect.poll(leftOfList).toBeGreaterThan(before);
  const wider = await leftOfList();
  await desk.reload();
  await expect(list).toBeVisible();
  await expect.poll(leftOfList).toBe(wider);
  await desk.setViewportSize({ width: 1200, height: 900 });
  await expect.poll(leftOfList).toBe(wider);
});

test('the toolbar of the copy is one stop of Tab: arrows, Home and End go through it, the last button keeps the stop, Escape leads back', async ({
  desk,
  composer,
}) => {
  const keys = new KeyboardDesk(desk);
  const { keyboard } = desk;
  await composer.newArticle();
  await composer.headline.fill('Gudang terbakar');
  await composer.goToEnd();
  await keyboard.type('Api padam pagi tadi.');
  const bar = desk.getByRole('toolbar', { name: /^Format/ });
  const button = (name: string | RegExp) => bar.getByRole('button', { name });

  // From a list, where Shift+Tab is one of its own keys.
  await keyboard.press('Enter');
  await keyboard.type('- Satu');
  await keyboard.press('Control+Alt+9');
  await expect(button(/^Jenis paragraf/)).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.type(' dua');
  await expect(composer.body.getByRole('listitem')).toHaveText('Satu dua');
  await keyboard.press('Control+Home');

  // From the copy into it and out at its other side: one key each.
  await keyboard.press('Shift+Tab');
  await expect(button(/^Jenis paragraf/)).toBeFocused();
  await keys.expectVisibleFocus();
  await keyboard.press('Shift+Tab');
  await expect(bar.locator(':focus')).toHaveCount(0);
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(composer.body).toBeFocused();

  // Round and round; what cannot be pressed now is passed over.
  await keyboard.press('Shift+Tab');
  await keyboard.press('ArrowLeft');
  await expect(button('Urungkan')).toBeFocused();
  await expect(button('Ulangi')).toBeDisabled();
  await keyboard.press('ArrowRight');
  await expect(button(/^Jenis paragraf/)).toBeFocused();
  await keyboard.press('End');
  await expect(button('Urungkan')).toBeFocused();
  await keyboard.press('Home');
  await composer.pressAtOnce(['ArrowRight', 'ArrowRight']);
  await expect(button('Miring')).toBeFocused();

  // Used, it gives the keys back to the copy and is there when one comes again.
  await keyboard.press('Enter');
  await expect(composer.body).toBeFocused();
  await keyboard.type(' Tidak ada korban.');
  await expect(composer.body.locator('em')).toHaveText('Tidak ada korban.');
  await keyboard.press('Shift+Tab');
  await expect(button('Miring')).toBeFocused();

  // Arrows in a menu that was opened from it stay in the menu.
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await expect(desk.getByRole('menuitemcheckbox', { name: 'Paragraf' })).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(desk.getByRole('menuitemcheckbox', { name: 'Paragraf' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(button(/^Jenis paragraf/)).toBeFocused();

  // The last one that stood still: Undo, which cannot be pressed once all is undone. Tab goes to another.
  await keyboard.press('End');
  await keyboard.press('Escape');
  await expect(composer.body).toBeFocused();
  while (await button('Urungkan').isEnabled()) {
    await keyboard.press('Control+z');
    await untilAtRest(desk);
  }
  await keyboard.press('Shift+Tab');
  await expect(button(/^Jenis paragraf/)).toBeFocused();
});

test('Escape goes back step by step: from the inspector into the copy, from the paper out of the article', async ({
  desk,
  composer,
}) => {
  const { keyboard } = desk;
  await composer.newArticle();
  await composer.headline.fill('Gudang terbakar');
  await composer.goToEnd();
  await keyboard.type('Api padam. Tidak ada korban.');
  const address = desk.url();
  const inspector = desk.getByRole('complementary', { name: 'Panel di samping naskah' });

  // From the head of a tab, with the caret where it stood.
  for (let steps = 0; steps < ' Tidak ada korban.'.length; steps += 1) await keyboard.press('ArrowLeft');
  await keyboard.press('Control+Alt+1');
  await expect(inspector.getByRole('tab', { name: 'Rincian' })).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(inspector.getByRole('tab', { name: 'Sumber' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(composer.body).toBeFocused();
  await keyboard.type(' Pagi');
  await expect(composer.body.getByRole('paragraph')).toHaveText('Api padam. Pagi Tidak ada korban.');

  // From a field of it, and from a menu that is open in it: there it closes the menu first.
  await keyboard.press('Control+Alt+1');
  await inspector.getByRole('textbox', { name: 'Penulis' }).focus();
  await keyboard.press('Escape');
  await expect(composer.body).toBeFocused();
  await keyboard.press('Control+Alt+h');
  await inspector
    .getByRole('button', { name: /huruf kapital/i })
    .first()
    .focus();
  await keyboard.press('Enter');
  await expect(desk.getByRole('menu')).toBeVisible();
  await keyboard.press('Escape');
  await expect(desk.getByRole('menu')).toBeHidden();
  await expect(inspector.locator(':focus')).toHaveCount(1);
  await expect(desk).toHaveURL(address);

  // A headline lets go of the keys; from there Escape leaves.
  await composer.headline.focus();
  await keyboard.press('Escape');
  await expect(desk).toHaveURL(address);
  await keyboard.press('Escape');
  await expect(desk).toHaveURL(/#\/naskah$/);
});
