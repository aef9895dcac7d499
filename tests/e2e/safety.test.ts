import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Composer } from './pages/composer.ts';
import { DataPage } from './pages/data-page.ts';
import { chilliStory, rss } from './support/feed.ts';
import { expect, test } from './support/workstation.ts';

const cli = resolve(import.meta.dirname, '../../dist/node/cli.js');

test('the host is killed while somebody types: at most a second of typing is missing afterwards', async ({
  workstation,
  composer,
  desk,
  context,
}) => {
  await composer.newArticle();
  await composer.headline.fill('Naskah yang tidak boleh hilang');
  await composer.goToEnd();
  const typed: { word: string; at: number }[] = [];
  let killedAt = 0;
  for (let count = 0; killedAt === 0 || count < 5; count += 1) {
    const word = `kata${count} `;
    await desk.keyboard.type(word, { delay: 15 });
    typed.push({ word: word.trim(), at: Date.now() });
    if (count === 45) {
      killedAt = Date.now();
      await workstation.stop('SIGKILL');
    }
  }
  const { articleId } = composer;

  const ticket = await workstation.start();
  const page = await context.newPage();
  await page.goto(ticket);
  await page.evaluate((id) => (window.location.hash = `#/naskah/${id}`), articleId);
  const reopened = new Composer(page);
  await expect(reopened.body).toContainText('kata0 kata1');
  const text = await reopened.body.innerText();
  const missing = typed.filter(({ word, at }) => at <= killedAt - 1000 && !text.includes(word));
  expect(missing).toEqual([]);
  await expect(reopened.headline).toHaveValue('Naskah yang tidak boleh hilang');
});

test('typing goes on while the host is away and is saved when it is back', async ({
  workstation,
  composer,
  desk,
}) => {
  await composer.newArticle();
  await composer.goToEnd();
  await desk.keyboard.type('Sebelum putus.');
  await composer.expectSaved();
  await workstation.stop('SIGKILL');
  await desk.keyboard.type(' Sesudah putus.');
  await expect(desk.getByText(/Belum tersimpan/)).toBeVisible();
  await expect(composer.body).toContainText('Sebelum putus. Sesudah putus.');
  // A screen nobody has opened yet cannot be fetched now; it comes by itself, dressed, once the host is back.
  const article = new URL(desk.url()).hash;
  await desk.evaluate(() => (window.location.hash = '#/keadaan'));
  await expect(desk.getByText('Menyambung ulang', { exact: true })).toBeVisible();
  await workstation.start();
  const status = desk.getByRole('main').getByRole('heading', { name: 'Keadaan', exact: true });
  await expect(status).toHaveCSS('font-family', /Source Serif/);
  await desk.evaluate((hash) => (window.location.hash = hash), article);
  await composer.expectSaved();
  await desk.reload();
  await expect(composer.body).toContainText('Sebelum putus. Sesudah putus.');
});

test('a workstation closed in order says so on the page that is left open, and keeps what is on its screen', async ({
  workstation,
  composer,
  desk,
  context,
}) => {
  await composer.newArticle();
  await composer.goToEnd();
  await desk.keyboard.type('Sebelum ditutup.');
  await composer.expectSaved();
  await workstation.stop();
  await desk.keyboard.type(' Diketik sesudahnya.');
  const told = desk.getByRole('alert').filter({ hasText: 'Redaksi sudah ditutup' });
  await expect(told).toContainText('Jalankan Redaksi, lalu buka alamat yang ditulisnya');
  await expect(composer.body).toContainText('Sebelum ditutup. Diketik sesudahnya.');

  const anew = await context.newPage();
  await anew.goto(await workstation.start());
  await expect(anew.getByText('Tersambung', { exact: true })).toBeVisible();
  // The same browser was let in at the same address: the old page finds its way back and saves.
  await expect(told).toBeHidden();
  await composer.expectSaved();
});

test('starts and works with no network at all', async ({ workstation, inbox, desk, context }) => {
  const foreign: string[] = [];
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  await desk.reload();
  writeFileSync(join(workstation.dropFolder, 'kiriman.xml'), rss([chilliStory]));
  await inbox.addFolder(workstation.dropFolder, 'Kantor B', 'Kb');
  await inbox.open(chilliStory.headline);
  await inbox.writeFromWire();
  expect(foreign).toEqual([]);
});

test('a second desk on the same folder is refused with a sentence', async ({ workstation, desk }) => {
  await expect(desk.getByText('Tersambung')).toBeVisible();
  const second = spawn(process.execPath, [cli, 'serve', '--no-open', '--data-dir', workstation.dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  second.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(second, 'exit')) as [number];
  expect(code).toBe(3);
  expect(said).toMatch(/in use by another Redaksi/);
});

test('a backup is made, the file is damaged, a copy is chosen, and another is restored: every state is there', async ({
  workstation,
  composer,
  desk,
}) => {
  await composer.newArticle();
  await composer.headline.fill('Naskah dalam cadangan');
  await composer.expectSaved();
  const { articleId } = composer;
  const data = new DataPage(desk);
  await data.open();
  await data.backUpNow();
  await desk.evaluate((id) => (window.location.hash = `#/naskah/${id}`), articleId);
  await composer.headline.fill('Naskah sesudah cadangan');
  await composer.expectSaved();
  await workstation.stop('SIGKILL');
  writeFileSync(join(workstation.dataFolder, 'desk.db'), 'ini bukan basis data'.repeat(500));
  rmSync(join(workstation.dataFolder, 'desk.db-wal'), { force: true });

  await desk.goto('about:blank');
  await desk.goto(await workstation.start());
  const recovery = desk.getByRole('dialog', { name: 'Berkas naskah rusak' });
  await expect(recovery).toContainText('damaged/');
  const kept = readdirSync(join(workstation.dataFolder, 'damaged')).find((name) => name.endsWith('desk.db'));
  await expect(recovery).toContainText(kept ?? 'no damaged file was kept');
  await expect(recovery.getByRole('radio', { name: /1 naskah.*lulus pemeriksaan/ })).toBeChecked();
  await recovery.getByRole('button', { name: 'Lanjutkan dengan salinan ini' }).click();
  await expect(recovery).toBeHidden();
  await desk.evaluate((id) => (window.location.hash = `#/naskah/${id}`), articleId);
  await expect(composer.headline).toHaveValue('Naskah dalam cadangan');

  await composer.headline.fill('Naskah ditulis ulang');
  await composer.expectSaved();
  await data.open();
  await data.restore(/Dibuat sendiri/);
  await desk.evaluate((id) => (window.location.hash = `#/naskah/${id}`), articleId);
  await expect(composer.headline).toHaveValue('Naskah dalam cadangan');
  await desk.getByRole('button', { name: 'Kembalikan yang tadi' }).click();
  await expect(desk.getByText(/Cadangan .* sudah dipasang/).last()).toBeVisible();
  await desk.reload();
  await expect(composer.headline).toHaveValue('Naskah ditulis ulang');
});
