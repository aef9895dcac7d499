import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chilliStory, cyberStory, FeedServer, rss } from './support/feed.ts';
import { expect, test } from './support/workstation.ts';

test('a feed and a folder fill one inbox; what comes later is offered and does not move the list', async ({
  inbox,
  workstation,
}) => {
  const feed = new FeedServer();
  feed.items = [cyberStory];
  const address = await feed.start();
  try {
    await inbox.addFeed(address, 'Antara Uji', 'Ant', { ownNetwork: true });
    await expect(inbox.row(cyberStory.headline)).toBeVisible();

    writeFileSync(join(workstation.dropFolder, 'kiriman.xml'), rss([chilliStory]));
    await inbox.addFolder(workstation.dropFolder, 'Kantor B', 'Kb');
    await expect(inbox.row(chilliStory.headline)).toBeVisible({ timeout: 30_000 });
    await inbox.page.getByText('Semua kiriman').click();
    await inbox.bringIn(chilliStory.headline);
    await inbox.open(cyberStory.headline);
    await expect(inbox.reading).toContainText('kewaspadaan terhadap serangan siber');
    await expect(inbox.reading.getByText('Pewarta')).toBeHidden();

    const later = {
      ...chilliStory,
      link: 'https://kawat.example/3',
      headline: 'Rupiah ditutup menguat tipis',
    };
    writeFileSync(join(workstation.dropFolder, 'lagi.xml'), rss([later]));
    await expect(inbox.newer).toBeVisible({ timeout: 30_000 });
    await expect(inbox.row(later.headline)).toBeHidden();
    await inbox.newer.click();
    await expect(inbox.rows.first()).toContainText(later.headline);
  } finally {
    await feed.stop();
  }
});

test('the inbox is worked by keyboard and searched as one types', async ({ inbox, workstation, desk }) => {
  writeFileSync(join(workstation.dropFolder, 'kiriman.xml'), rss([cyberStory, chilliStory]));
  await inbox.addFolder(workstation.dropFolder, 'Kantor B', 'Kb');
  await expect(inbox.rows).toHaveCount(2);
  await desk.keyboard.press('j');
  await expect(inbox.reading.getByRole('heading').first()).toBeVisible();
  await desk.keyboard.press('j');
  await expect(inbox.rows.nth(1)).toHaveAttribute('aria-selected', 'true');

  await inbox.search('cabai pas');
  await expect(inbox.rows).toHaveCount(1);
  await expect(inbox.row(chilliStory.headline)).toBeVisible();
});

test('stories are taken, flagged, noted and set aside by keyboard, several at once, and come back', async ({
  inbox,
  workstation,
  desk,
}) => {
  writeFileSync(join(workstation.dropFolder, 'kiriman.xml'), rss([cyberStory, chilliStory]));
  await inbox.addFolder(workstation.dropFolder, 'Kantor B', 'Kb');
  await inbox.open(chilliStory.headline);
  await desk.keyboard.press('c');
  await expect(inbox.row(chilliStory.headline)).toContainText('diambil');
  await desk.keyboard.press('f');
  await expect(inbox.row(chilliStory.headline)).toContainText('ditandai');
  await desk.keyboard.press('e');
  await desk.getByRole('textbox', { name: 'Catatan untuk meja' }).fill('Tunggu foto dari biro.');
  await desk.getByRole('button', { name: 'Simpan catatan' }).click();
  await expect(inbox.reading.getByRole('note')).toContainText('Tunggu foto dari biro.');
  await desk.getByRole('button', { name: 'Saya ambil' }).click();
  await expect(inbox.rows).toHaveText([new RegExp(chilliStory.headline)]);

  await desk.getByRole('button', { name: 'Semua kiriman' }).click();
  await expect(inbox.rows).toHaveCount(2);
  await inbox.rows.first().click();
  await inbox.rows.nth(1).click({ modifiers: ['Shift'] });
  await expect(desk.getByRole('toolbar', { name: 'Kiriman terpilih' })).toContainText('2 dipilih');
  await desk.getByRole('button', { name: 'Sisihkan' }).last().click();
  await expect(inbox.rows).toHaveCount(0);
  await desk.getByRole('button', { name: 'Urungkan' }).click();
  await expect(inbox.rows).toHaveCount(2);

  await inbox.search('adalah:diambil urgensi:lucu cab');
  await expect(inbox.rows).toHaveCount(1);
  await expect(inbox.rows.first().locator('mark').first()).toHaveText('cab');
  await expect(desk.getByText('Tidak dimengerti: urgensi:lucu')).toBeVisible();
});

test('a story that was sent again with other figures is compared with what it was', async ({
  inbox,
  workstation,
  desk,
}) => {
  const before = {
    ...chilliStory,
    body: '<p>Jakarta (ANTARA) - Harga cabai turun 12 persen di pasar induk.</p><p>Pasokan cukup.</p>',
  };
  const after = {
    ...chilliStory,
    body: '<p>Jakarta (ANTARA) - Harga cabai turun 15 persen di pasar induk.</p><p>Pasokan cukup.</p>',
  };
  writeFileSync(join(workstation.dropFolder, '1.xml'), rss([before]));
  await inbox.addFolder(workstation.dropFolder, 'Kantor B', 'Kb');
  await inbox.open(chilliStory.headline);
  writeFileSync(join(workstation.dropFolder, '2.xml'), rss([after]));
  await expect(
    desk.getByRole('group', { name: 'Versi kiriman' }).getByRole('button', { name: /^v/ }),
  ).toHaveCount(2);
  await desk.keyboard.press('v');
  const dialog = desk.getByRole('dialog', { name: 'Bandingkan versi' });
  await expect(dialog.locator('del').filter({ hasText: '12' })).toBeVisible();
  await expect(dialog.locator('ins').filter({ hasText: '15' })).toContainText('angka berubah');
  await desk.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a source that cannot be read says why, and disturbs nothing else', async ({ inbox, workstation }) => {
  writeFileSync(join(workstation.dropFolder, 'kiriman.xml'), rss([chilliStory]));
  await inbox.addFeed('http://127.0.0.1:9/feed.xml', 'Kantor Tertutup', 'Kt', { ownNetwork: false });
  await expect(inbox.page.getByText('alamat dalam').first()).toBeVisible();
  await inbox.addFolder(workstation.dropFolder, 'Kantor B', 'Kb');
  await expect(inbox.row(chilliStory.headline)).toBeVisible();
});

test('copy that is pasted reads like copy that came by feed', async ({ inbox, desk }) => {
  await desk.getByRole('button', { name: 'Tempel kawat' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog
    .getByRole('textbox')
    .first()
    .fill(
      'Harga beras stabil\n\nSurabaya (ANTARA) - Harga beras di pasar tetap.\n\nPewarta: Reporter Satu\nCopyright © ANTARA 2026',
    );
  await dialog
    .getByRole('button', { name: /Tempel|Masukkan|Simpan/ })
    .last()
    .click();
  await expect(inbox.row('Harga beras stabil')).toBeVisible();
  await inbox.open('Harga beras stabil');
  await expect(inbox.reading).toContainText('Harga beras di pasar tetap.');
});
