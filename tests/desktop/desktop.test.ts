import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { electronProgram } from '../../electron/hosts/electron-program.ts';
import { Composer } from '../e2e/pages/composer.ts';
import { Inbox } from '../e2e/pages/inbox.ts';
import { root, test } from './desktop.ts';

const feed = `<rss version="2.0"><channel><title>Kawat</title><item><title>Gempa di Maluku Tengah</title>
  <link>https://kawat.example/1</link><description>Gempa mengguncang Maluku Tengah pada Senin pagi.</description>
  </item></channel></rss>`;

test('what is written is there after the program was quit and started again, in the same place', async ({
  desktop,
}) => {
  let page = await desktop.start();
  const composer = new Composer(page);
  await composer.newArticle();
  await composer.headline.fill('Presiden tiba di Singapura');
  await composer.goToEnd();
  await page.keyboard.type('Kalimat terakhir sebelum keluar.');
  const { articleId } = composer;
  await desktop.running.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1111, 777));
  // Quit at once: the last words are stored on the way out.
  await desktop.quit();

  page = await desktop.start();
  await expect(page).toHaveURL(new RegExp(`#/naskah/${articleId}$`));
  await expect(new Composer(page).body).toContainText('Kalimat terakhir sebelum keluar.');
  const size = await desktop.running.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getSize(),
  );
  expect(size).toEqual([1111, 777]);
});

test('a core that is killed comes back under the editor, and nothing typed is lost', async ({ desktop }) => {
  const page = await desktop.start();
  const composer = new Composer(page);
  await composer.newArticle();
  await composer.headline.fill('Naskah yang bertahan');
  await composer.expectSaved();
  await desktop.killCore();
  await composer.goToEnd();
  await page.keyboard.type('Diketik selagi inti berhenti.');
  await composer.expectSaved();
  await page.reload();
  await expect(composer.body).toContainText('Diketik selagi inti berhenti.');
});

test('files and links that are opened with the program lead to the inbox and the place', async ({
  desktop,
}) => {
  const file = join(desktop.folder, 'kawat.rss');
  writeFileSync(file, feed);
  const page = await desktop.start(file);
  await new Inbox(page).bringIn('Gempa di Maluku Tengah');
  await desktop.running.evaluate(({ app }) => {
    app.emit('second-instance', {}, ['electron', '.', 'redaksi://terbitan'], '/');
  });
  await expect(page).toHaveURL(/#\/terbitan$/);
});

test('the menu does what it says, where it can be done, and a second window opens', async ({ desktop }) => {
  const page = await desktop.start();
  await expect(page.getByRole('main')).toBeVisible();
  const isEnabled = (id: string) =>
    desktop.running.evaluate(
      ({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.enabled,
      id,
    );
  await expect.poll(() => isEnabled('go.outbox')).toBe(true);
  expect(await isEnabled('article.publish')).toBe(false);
  await desktop.choose('go.outbox');
  await expect(page).toHaveURL(/#\/terbitan$/);
  const second = desktop.running.waitForEvent('window');
  await desktop.running.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ label }) => label === 'Jendela baru')?.click();
  });
  await expect((await second).getByRole('main')).toBeVisible();
});

test('the page has nothing of Node or Electron, and no way out', async ({ desktop }) => {
  const page = await desktop.start();
  await expect(page.getByRole('main')).toBeVisible();
  const found = await page.evaluate(async () => ({
    globals: ['require', 'process', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
    fetched: await fetch('https://example.com/').then(
      () => true,
      () => false,
    ),
    opened: window.open('https://example.com/') !== null,
  }));
  expect(found).toEqual({ globals: [], fetched: false, opened: false });
  expect(page.url()).toMatch(/^app:\/\/redaksi\//);
});

test('the program is the command line too', ({ desktop }) => {
  const file = join(desktop.folder, 'kawat.rss');
  writeFileSync(file, feed);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const words = [...sandbox, root, '--cli', 'parse', file];
  const { stdout, status } = spawnSync(electronProgram(root) ?? '', words, { encoding: 'utf8' });
  expect(JSON.parse(stdout)).toMatchObject([{ headline: 'Gempa di Maluku Tengah' }]);
  expect(status).toBe(0);
});
