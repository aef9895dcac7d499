import { contentOf } from '../../electron/core/testing-content.ts';
import { Composer } from './pages/composer.ts';
import { FirstRun } from './pages/first-run.ts';
import { Inbox } from './pages/inbox.ts';
import { expect, test } from './support/workstation.ts';

/** What comes to a house that is used, with the sample newsroom or without: who sits where, what they changed, its fronts. */
const OF_THE_HOUSE = ['person', 'house_trail', 'last_screen', 'front_delivery'].map(
  (table) => `desk.db ${table}`,
);

function ofTheHouse(content: Record<string, unknown[]>): unknown[] {
  return OF_THE_HOUSE.flatMap((table) => content[table] ?? []);
}

function withoutTheHouse({ files = [], ...content }: Record<string, unknown[]>): Record<string, unknown[]> {
  const rest = Object.entries(content).filter(([table]) => !OF_THE_HOUSE.includes(table));
  return { ...Object.fromEntries(rest), files: files.filter((file) => file !== 'site') };
}

test('a new house is introduced, tries every thing with the sample newsroom, and is rid of it without a trace', async ({
  workstation,
  page,
}) => {
  workstation.arrange({ firstRun: { done: false } });
  await page.goto(await workstation.start());
  const firstRun = new FirstRun(page);
  const inbox = new Inbox(page);
  const composer = new Composer(page);

  await expect(firstRun.title).toHaveText('Selamat datang di Redaksi');
  const before = contentOf(workstation.dataFolder);
  await firstRun.chooseLanguage('English');
  await expect(firstRun.title).toHaveText('Welcome to Redaksi');
  await firstRun.chooseLanguage('Indonesia');
  await expect(firstRun.title).toHaveText('Selamat datang di Redaksi');

  await page.getByLabel('Nama redaksi').fill('Kabar Pagi');
  await page.getByLabel('Nama', { exact: true }).fill('Penyunting Pagi');
  await page.getByLabel('Kode penyunting').fill('KP7');
  await expect(firstRun.example).toContainText('SINGAPURA, KABAR PAGI –');
  await expect(firstRun.example).toContainText('(Ant/KP7)');
  await page.getByRole('radio', { name: 'Singapura (KABAR PAGI) –' }).check();
  await expect(firstRun.example).toContainText('Singapura (KABAR PAGI) –');
  await firstRun.beginWithSample();

  await expect(inbox.rows.first()).toBeVisible();
  await inbox.search('koreksi gempa');
  await inbox.open('KOREKSI: Gempa magnitudo 5,6 guncang pesisir barat Sumatra');
  const versions = inbox.page.getByRole('group', { name: 'Versi kiriman' });
  await expect(versions.getByRole('button', { name: /^v\d/ })).toHaveText([/^v1/, /^v2/]);
  await inbox.row('KOREKSI').click();
  await inbox.writeFromWire();
  await expect(composer.body).toContainText('Gempa bumi bermagnitudo 5,6');
  await expect(page.getByText('Padang (KABAR PAGI) –')).toBeVisible();

  // What came before is out already, on a site of the sample's own.
  await page.evaluate(() => (window.location.hash = '#/terbitan'));
  const outbox = page.getByRole('listbox', { name: 'Daftar kiriman terbit' });
  await expect(outbox.getByRole('option', { name: /Perpustakaan perahu/ })).toContainText('Situs contoh');
  await expect(outbox.getByRole('option', { name: /Dua pejabat/ })).toContainText('Gagal');
  await page.evaluate(() => (window.location.hash = '#/depan'));
  await expect(page.getByText('Timnas U-23 menang 2-1').first()).toBeVisible();

  await page.evaluate(() => (window.location.hash = '#/kawat'));
  await firstRun.removeSample();
  await expect(firstRun.toast).toContainText('Newsroom contoh dihapus');
  await expect(inbox.rows).toHaveCount(0);
  const after = contentOf(workstation.dataFolder);
  expect(after['desk.db person']).toMatchObject([{ name: 'Penyunting Pagi', code: 'KP7' }]);
  expect(withoutTheHouse(after)).toEqual(withoutTheHouse(before));
  expect(JSON.stringify(ofTheHouse(after)), 'what is left is the house alone').not.toMatch(/contoh|gempa/i);

  // What somebody wrote from it is another matter: that is asked about, and stays.
  await firstRun.toast.getByRole('button', { name: 'Muat lagi' }).click();
  await inbox.rows.first().click();
  await inbox.writeFromWire();
  await composer.goToEnd();
  await page.keyboard.type(' Ditulis sendiri.');
  await composer.expectSaved();
  await page.evaluate(() => (window.location.hash = '#/kawat'));
  await firstRun.removeSample();
  const dialog = page.getByRole('dialog', { name: 'Hapus newsroom contoh' });
  await expect(dialog.getByRole('radio', { name: /Tetap simpan naskah saya/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Hapus newsroom contoh' }).click();
  await expect(firstRun.toast).toContainText('tetap ada: 1');
  await page.evaluate(() => (window.location.hash = '#/naskah'));
  await expect(page.getByRole('listbox', { name: 'Daftar naskah' }).getByRole('option')).toHaveCount(1);
});
