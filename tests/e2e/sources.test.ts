import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD, startSftp, USER } from '../../electron/core/wire/sources/testing-servers.ts';
import { chilliStory, cyberStory, rss } from './support/feed.ts';
import { expect, test } from './support/workstation.ts';

test('an agency drops copy on its SFTP server: stories come, and the health page tells what came, what failed and why', async ({
  inbox,
  workstation,
  desk,
}) => {
  const put = (name: string, content: string | Buffer): void => {
    writeFileSync(join(workstation.dropFolder, name), content);
    const longAgo = new Date(Date.now() - 3 * 86_400_000);
    utimesSync(join(workstation.dropFolder, name), longAgo, longAgo);
  };
  put('kiriman-pagi.xml', rss([chilliStory]));
  put('logo.png', Buffer.from('89504e470d0a1a0a0000ff00fe', 'hex'));
  const server = await startSftp(workstation.dropFolder);
  try {
    await inbox.addSftp(`127.0.0.1:${server.port}`, USER, PASSWORD, 'Kantor B');
    await inbox.open(chilliStory.headline);

    const health = await inbox.openHealth('Kantor B');
    const failed = health.getByRole('listitem').filter({ hasText: 'logo.png' });
    await expect(failed).toContainText('bukan umpan atau naskah kawat yang dikenal');
    const delivered = health.getByRole('listitem').filter({ hasText: 'kiriman-pagi.xml' });
    await expect(delivered).toContainText('1 baru');
    await delivered.getByRole('button', { name: 'Muatan asli kiriman-pagi.xml' }).click();
    const payload = desk.getByRole('dialog', { name: 'Muatan asli' });
    await expect(payload).toContainText('<rss version="2.0"');
    await payload.getByRole('button', { name: 'Kembali ke keadaan sumber' }).click();

    put('kiriman-siang.xml', rss([cyberStory]));
    await health.getByRole('button', { name: 'Periksa sekarang' }).click();
    await expect(health.getByRole('listitem').filter({ hasText: 'kiriman-siang.xml' })).toContainText(
      '1 baru',
      {
        timeout: 30_000,
      },
    );
    await desk.keyboard.press('Escape');
    await inbox.bringIn(cyberStory.headline);

    // What the house may not publish says so where it is read.
    await inbox.refuseToPublish('Kantor B');
    await inbox.open(cyberStory.headline);
    await expect(inbox.reading.getByRole('note')).toContainText('Tidak boleh diterbitkan');
  } finally {
    await server.close();
  }
});
