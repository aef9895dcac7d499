import { readdirSync } from 'node:fs';
import { Fronts, pageOnDisk } from './pages/fronts.ts';
import { publishStories } from './support/stories.ts';
import { KeyboardDesk } from './pages/keyboard.ts';
import { expect, test } from './support/workstation.ts';

const banjir = 'Banjir surut di tiga kecamatan';
const cabai = 'Harga cabai turun dua pekan';
const listrik = 'Dua desa kembali teraliri listrik';
const pelabuhan = 'Pelabuhan baru mulai melayani peti kemas';
const rupiah = 'Rupiah ditutup menguat tipis';
const timnas = 'Timnas berlatih di Singapura';

test('a front is placed by drag, key and palette, launched as arranged, and taken back to how it stood yesterday', async ({
  workstation,
  desk,
}) => {
  test.slow();
  const fronts = new Fronts(desk);
  const home = () => pageOnDisk(workstation.siteFolder, 'index.html');
  await publishStories(desk, [banjir, cabai, listrik, pelabuhan, rupiah, timnas]);
  await fronts.open();
  await fronts.expectCards('Headline', [timnas, rupiah, pelabuhan, listrik, cabai]);

  // By mouse above what the rule has there.
  await fronts.drag(fronts.story(banjir), fronts.card('Headline', timnas));
  await fronts.expectCards('Headline', [banjir, timnas, rupiah, pelabuhan, listrik]);
  await expect(fronts.story(banjir)).toContainText('di Headline');

  // By keys to the place after it, with every step told.
  await fronts.grip(fronts.pool, pelabuhan).focus();
  await desk.keyboard.press('Space');
  await expect(fronts.told).toHaveText(`${pelabuhan} diambil. Pilih tempat dengan panah.`);
  await desk.keyboard.press('ArrowDown');
  await expect(fronts.told).toHaveText(/^Headline, tempat 2 dari /);
  await desk.keyboard.press('Space');
  await expect(fronts.told).toHaveText(/ditaruh: Headline, tempat 2 dari /);
  await fronts.expectCards('Headline', [banjir, pelabuhan, timnas, rupiah, listrik]);

  // Undone and done again.
  await desk.keyboard.press('Control+z');
  await fronts.expectCards('Headline', [banjir, timnas, rupiah, pelabuhan, listrik]);
  await desk.keyboard.press('Control+Shift+z');
  await fronts.expectCards('Headline', [banjir, pelabuhan, timnas, rupiah, listrik]);

  // Words of its own, and a pin that keeps the place.
  await fronts.rename('Headline', banjir, 'Air surut, warga pulang');
  await fronts.grip(fronts.collection('Headline'), 'Air surut').press('p');
  await expect(fronts.card('Headline', 'Air surut')).toContainText('Disematkan di tempat 1');

  // From the list of articles, by the palette.
  await desk.evaluate(() => (window.location.hash = '#/naskah'));
  await desk.getByRole('option').filter({ hasText: cabai }).hover();
  for (const _step of [timnas, rupiah, pelabuhan, listrik, cabai]) await desk.keyboard.press('j');
  await new KeyboardDesk(desk).run('Kirim ke Pilihan Editor 1');
  await expect(desk.getByText(`${cabai} ditempatkan di Pilihan Editor 1`)).toBeVisible();

  // Readers see nothing of it until it is launched, and the dialog says what they will see.
  await fronts.open();
  await fronts.expectCards('Pilihan Editor', [cabai]);
  expect(home().headline).not.toContain('Air surut, warga pulang');
  const dialog = await fronts.openLaunch();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Air surut' })).toContainText(
    'masuk di tempat 1',
  );
  await dialog.getByLabel('Catatan').fill('Susunan pagi');
  await dialog.getByRole('button', { name: 'Luncurkan', exact: true }).click();
  await fronts.expectLaunched(2);
  await expect.poll(home).toEqual({
    headline: ['Air surut, warga pulang', pelabuhan, timnas, rupiah, listrik],
    picks: [cabai],
    latest: [timnas, rupiah, pelabuhan, listrik, cabai, banjir],
    popular: expect.any(Array) as string[],
  });
  const article = readdirSync(workstation.siteFolder, { recursive: true, encoding: 'utf8' }).find(
    (path) => path.includes('rupiah') && path.endsWith('index.html'),
  );
  expect(pageOnDisk(workstation.siteFolder, article ?? '').latest).toEqual(home().latest);

  // The next day another front, and back to yesterday's by the clock: with one click, at once.
  await workstation.stop('SIGKILL');
  workstation.ageLaunches(25);
  await workstation.start();
  await desk.reload();
  await fronts.open();
  await fronts.grip(fronts.collection('Headline'), pelabuhan).press('Delete');
  await fronts.launch(3);
  await expect.poll(() => home().headline[1]).toBe(timnas);
  await desk.getByRole('button', { name: 'Riwayat' }).click();
  const history = desk.getByRole('dialog', { name: 'Riwayat Beranda' });
  await expect(history.getByText(/^Hari ini · /)).toBeVisible();
  await history.getByRole('button', { name: 'Kemarin, jam ini' }).click();
  await expect(history.getByText(/^Seperti pada .* WIB$/)).toBeVisible();
  await expect(history.getByRole('button', { name: /^No\. 2 .*Susunan pagi/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(history.getByRole('listitem').filter({ hasText: pelabuhan })).toContainText('keluar');
  await history.getByRole('button', { name: 'Luncurkan lagi' }).click();
  await fronts.expectLaunched(4);
  await expect.poll(() => home().headline[1]).toBe(pelabuhan);
  await fronts.expectCards('Headline', ['Air surut, warga pulang', pelabuhan, timnas, rupiah, listrik]);

  // A story that is taken off the site leaves the page by itself, and the desk is told.
  await desk.evaluate(() => (window.location.hash = '#/naskah'));
  await desk.getByRole('option').filter({ hasText: pelabuhan }).click();
  await desk.getByRole('button', { name: /^Perbarui…$/ }).click();
  await desk
    .getByRole('dialog', { name: 'Terbitkan' })
    .getByRole('button', { name: /^Tarik/ })
    .click();
  await expect.poll(() => home().headline[1]).toBe(timnas);
  await fronts.open();
  await expect(fronts.notices).toContainText(`${pelabuhan} turun dari Headline: tidak terbit lagi.`);
  await expect(fronts.card('Headline', pelabuhan)).toContainText('belum terbit, tidak tampil');
});

test.describe('on a machine far from the newsroom', () => {
  test.use({ timezoneId: 'America/New_York' });

  test('a newsroom begins with nothing and no empty box; then several stories are placed, moved and taken off at once, by mouse and by key, and undone', async ({
    desk,
  }) => {
    test.slow();
    const fronts = new Fronts(desk);
    const page = desk.frameLocator('iframe[title="Pratinjau Beranda"]');
    await fronts.open();
    await expect(desk.getByText('Belum ada naskah yang terbit')).toBeVisible();
    for (const title of ['Headline', 'Pilihan Editor', 'TERPOPULER']) {
      await expect(fronts.collection(title)).toHaveText('Masih kosong. Seret naskah ke sini.');
    }
    await expect(page.getByText('Belum ada artikel di halaman ini.')).toBeVisible();
    const untouched = await fronts.openLaunch();
    await expect(untouched).toContainText('Tidak ada perubahan. Halaman sudah seperti susunan ini.');
    await untouched.getByRole('button', { name: 'Batal' }).click();

    await publishStories(desk, [banjir, cabai, listrik, pelabuhan, rupiah]);
    await fronts.expectCards('Headline', [rupiah, pelabuhan, listrik, cabai, banjir]);

    // Two stories of the pool by mouse, a third by key; all three are carried by keys.
    await fronts.story(banjir).click();
    await fronts.story(listrik).click({ modifiers: ['ControlOrMeta'] });
    await fronts.grip(fronts.pool, cabai).press('x');
    await desk.keyboard.press('Space');
    await expect(fronts.told).toHaveText('3 kartu diambil. Pilih tempat dengan panah.');
    await fronts.carryTo('Pilihan Editor', 1);
    await fronts.expectCards('Pilihan Editor', [listrik, cabai, banjir]);
    await fronts.expectCards('Headline', [rupiah, pelabuhan]);

    // Two cards, one by mouse and one by key, are dragged back to the head of the front.
    await fronts.card('Pilihan Editor', cabai).click();
    await fronts.grip(fronts.collection('Pilihan Editor'), banjir).press('x');
    await fronts.drag(fronts.card('Pilihan Editor', cabai), fronts.card('Headline', rupiah));
    await fronts.expectCards('Headline', [cabai, banjir, rupiah, pelabuhan]);
    await fronts.expectCards('Pilihan Editor', [listrik]);
    await desk.keyboard.press('Alt+ArrowDown');
    await fronts.expectCards('Headline', [rupiah, cabai, banjir, pelabuhan]);

    // Off with both, and everything undone, last thing first.
    await desk.keyboard.press('Delete');
    await expect(desk.getByText('2 kartu dikeluarkan').first()).toBeVisible();
    await fronts.expectCards('Headline', [rupiah, pelabuhan, cabai, banjir]);
    await desk.keyboard.press('Control+z');
    await fronts.expectCards('Headline', [rupiah, cabai, banjir, pelabuhan]);
    await desk.keyboard.press('Control+z');
    await fronts.expectCards('Headline', [cabai, banjir, rupiah, pelabuhan]);
    await desk.keyboard.press('Control+z');
    await fronts.expectCards('Pilihan Editor', [listrik, cabai, banjir]);
    await desk.keyboard.press('Control+z');
    await fronts.expectCards('Pilihan Editor', []);
    await fronts.expectCards('Headline', [rupiah, pelabuhan, listrik, cabai, banjir]);
    await desk.keyboard.press('Control+Shift+z');
    await fronts.expectCards('Pilihan Editor', [listrik, cabai, banjir]);

    // The page beside the board at the width of a desk, and the front taken back as it stood before anybody touched it.
    await desk.getByRole('tab', { name: 'Desktop' }).click();
    await expect(desk.locator('iframe[title="Pratinjau Beranda"]')).toHaveCSS('width', '1200px');
    await desk.getByRole('button', { name: 'Riwayat' }).click();
    const history = desk.getByRole('dialog', { name: 'Riwayat Beranda' });
    await history.getByRole('tab', { name: 'Halaman' }).click();
    await expect(history.locator('iframe')).toHaveCount(2);
    await history.getByRole('button', { name: 'Ambil sebagai draf' }).click();
    await fronts.expectCards('Pilihan Editor', []);
    await desk.keyboard.press('Control+z');
    await fronts.expectCards('Pilihan Editor', [listrik, cabai, banjir]);

    // Times are the newsroom's: this one does not exist on the machine's own clock that night.
    const dialog = await fronts.openLaunch();
    await dialog.getByRole('button', { name: 'Jadwalkan …' }).click();
    await dialog.getByLabel('Waktu peluncuran (WIB)').fill('14/3/2027 2.30');
    await dialog.getByRole('button', { name: 'Jadwalkan peluncuran' }).click();
    await expect(desk.getByText(/^Peluncuran berikutnya .*14 Maret 2027.* 02\.30 WIB/).first()).toBeVisible();
  });
});
