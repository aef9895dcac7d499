import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from './support/workstation.ts';

test('a failing feed is told in the status bar and on its page: which, since when, why; the report gives nothing away', async ({
  workstation,
  page,
  context,
}) => {
  const server = createServer((_request, response) => response.writeHead(500).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  mkdirSync(join(workstation.dataFolder, 'logs'));
  writeFileSync(
    join(workstation.dataFolder, 'logs', 'redaksi.log'),
    '{"time":"2026-03-02T03:00:00.000Z","level":"error","message":"call failed","path":"wire.importText","error":"Unexpected \\"Presiden menekankan kerja sama\\""}\n',
  );
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(await workstation.start());
    await page.getByRole('button', { name: 'Tambah sumber' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('tab', { name: 'Alamat umpan' }).click();
    await dialog
      .getByRole('textbox', { name: 'Alamat umpan' })
      .fill(`http://budi:rahasia@127.0.0.1:${port}/rss.xml?kunci=k7x9`);
    await dialog.getByLabel('Izinkan alamat di jaringan sendiri').click();
    await dialog.getByLabel('Nama').fill('Kantor Mogok');
    await dialog.getByRole('button', { name: 'Tambah sumber' }).click();

    const bar = page.getByRole('contentinfo');
    await bar.getByRole('link', { name: /Kantor Mogok: ditolak server/ }).click();
    const state = page.getByRole('region', { name: 'Keadaan' });
    await expect(state.getByRole('status')).toHaveText('1 hal tertinggal');
    const feed = state.getByRole('listitem').filter({ hasText: 'Kantor Mogok' });
    await expect(feed).toContainText('Server menjawab dengan penolakan: 500');
    await expect(feed).toContainText(/sejak .+\(.+\)/);
    await expect(feed).toContainText('dicoba lagi');
    await expect(page.getByRole('log')).toContainText('call failed');

    await state.getByRole('button', { name: 'Salin laporan' }).click();
    await bar.getByRole('button', { name: 'Pemberitahuan, 1 belum dibaca' }).click();
    const told = page.getByRole('dialog', { name: 'Pemberitahuan' });
    await expect(told.getByRole('listitem')).toContainText('Laporan disalin');
    await told.getByRole('button', { name: 'Bersihkan' }).click();
    await expect(told).toContainText('Belum ada pemberitahuan');

    const report = await page.evaluate(() => navigator.clipboard.readText());
    expect(report).toContain('source · Kantor Mogok · http-status · since');
    expect(report).toContain('error call failed path=wire.importText');
    for (const secret of ['budi', 'rahasia', 'k7x9', 'Presiden']) expect(report).not.toContain(secret);

    server.removeAllListeners('request');
    server.on('request', (_request, response) =>
      response.end('<rss version="2.0"><channel><title>Pulih</title></channel></rss>'),
    );
    await page.keyboard.press('Escape');
    await feed.getByRole('button', { name: 'Periksa sekarang' }).click();
    await expect(state.getByRole('status')).toHaveText('Semua berjalan');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
