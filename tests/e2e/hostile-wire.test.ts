import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlePage } from './support/folder-site.ts';
import { HOSTILE_DELIVERIES } from './support/hostile-deliveries.ts';
import { expect, test } from './support/workstation.ts';

test('attacks in every format are read as copy: nothing acts in the inbox, the composer, the preview or on the page', async ({
  workstation,
  inbox,
  composer,
  desk,
  context,
}) => {
  test.setTimeout(180_000);
  const caught: string[] = [];
  const own = new URL(desk.url()).host;
  context.on('dialog', (dialog) => {
    caught.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    const isOwn = host === own || protocol === 'file:' || protocol === 'blob:';
    if (!isOwn && !/^data:(?:image|font)\//.test(request.url())) caught.push(`request: ${request.url()}`);
  });

  // The same attack in every format is one story of many copies: here each is looked at by itself.
  await desk.evaluate(() => (window.location.hash = '#/atur/tampilan'));
  await desk.getByText('Masing-masing').click();
  await desk.evaluate(() => (window.location.hash = '#/kawat'));
  for (const { fileName, content } of HOSTILE_DELIVERIES) {
    writeFileSync(join(workstation.dropFolder, fileName), content, 'utf8');
  }
  await inbox.addFolder(workstation.dropFolder, 'Uji', 'Uji');
  for (const { headline } of HOSTILE_DELIVERIES) {
    await inbox.bringIn(headline);
    await inbox.row(headline).click();
    await expect(inbox.reading.getByRole('heading', { name: headline })).toBeVisible();
    await expect(inbox.reading).toContainText('Pembuka serangan.');
    await expect(inbox.reading).toContainText('Penutup serangan.');
    const acting = inbox.reading.locator(
      'script, iframe, object, embed, style, link, meta, base, form, [onclick], [onerror], [onload], a[href^="javascript" i], a[href^="data:" i]',
    );
    expect(await acting.count(), `elements that act, ${headline}`).toBe(0);
  }

  await inbox.row('Serangan lewat RSS').click();
  await expect(inbox.reading.getByRole('heading', { name: 'Serangan lewat RSS' })).toBeVisible();
  await inbox.writeFromWire();
  await composer.expectSaved();
  await desk.getByRole('button', { name: 'Pratinjau' }).click();
  await expect(desk.frameLocator('iframe').getByRole('article').first()).toContainText('Penutup serangan.');
  await desk.keyboard.press('Escape');
  await composer.publishToFolder();
  const { path, html } = articlePage(workstation, 'serangan-lewat-rss');
  expect(html).not.toMatch(/<[^>]+\s(?:onerror|onload|onclick)\s*=|javascript:alert/i);
  const page = await context.newPage();
  await page.goto(`file://${path}`);
  await expect(page.getByRole('article').first()).toContainText('Penutup serangan.');

  expect(caught).toEqual([]);
});
