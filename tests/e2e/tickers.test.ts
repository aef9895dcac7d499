import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chilliStory, cyberStory, rss } from './support/feed.ts';
import { expect, test } from './support/workstation.ts';

test('a saved search is a ticker: in a pane it goes on by itself, under one’s eyes it waits; flash copy sounds and is shown by the system', async ({
  inbox,
  workstation,
  desk,
}) => {
  await desk.addInitScript(() => {
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function counted(when) {
      document.documentElement.dataset['tones'] = String(
        Number(document.documentElement.dataset['tones'] ?? 0) + 1,
      );
      start.call(this, when);
    };
    // The system's own cannot be looked at from a test: what it is asked to show can.
    class Shown extends EventTarget {
      static readonly permission = 'granted';
      constructor(title: string, { body = '' }: NotificationOptions = {}) {
        super();
        document.documentElement.dataset['shown'] = `${title}: ${body}`;
      }
    }
    Object.assign(window, { Notification: Shown });
  });
  await desk.reload();
  writeFileSync(join(workstation.dropFolder, '1.xml'), rss([chilliStory]));
  await inbox.addFolder(workstation.dropFolder, 'Kantor B', 'Kb');
  await expect(inbox.row(chilliStory.headline)).toBeVisible({ timeout: 30_000 });
  await inbox.search('siber');
  await desk.getByRole('button', { name: 'Simpan pencarian ini' }).click();
  await desk.getByLabel('Nama pencarian').fill('Keamanan siber');
  await desk.getByRole('button', { name: 'Simpan pencarian' }).last().click();
  await desk.getByRole('button', { name: 'Buka ticker' }).first().click();
  const pane = desk.getByRole('region', { name: 'Ticker Keamanan siber' });
  await expect(pane).toContainText('Belum ada kiriman yang kena.');
  await desk.mouse.move(2, 2);

  // Nobody is in the pane: it comes in by itself.
  writeFileSync(join(workstation.dropFolder, '2.xml'), rss([cyberStory]));
  const first = pane.getByRole('option', { name: cyberStory.headline });
  await expect(first).toBeVisible({ timeout: 30_000 });
  await expect(pane.getByTitle('1 belum dibaca')).toBeVisible();

  // Somebody reads in it: it waits, and nothing moves.
  await first.click();
  // Other words than the first story's: a copy would be folded into it.
  const flash = {
    link: 'https://kawat.example/9',
    headline: 'KILAT: Serangan siber lumpuhkan bandara',
    body: '<p>Kupang (ANTARA) - Semua penerbangan dari bandara ditunda, kata otoritas penerbangan sipil, Kamis.</p>',
  };
  writeFileSync(join(workstation.dropFolder, '3.xml'), rss([flash]));
  const newer = pane.getByRole('button', { name: '1 baru' });
  await expect(newer).toBeVisible({ timeout: 30_000 });
  await expect(pane.getByRole('option')).toHaveCount(1);
  await expect(desk.locator('html')).toHaveAttribute('data-tones', '2');
  await expect(desk.locator('html')).toHaveAttribute('data-shown', new RegExp(flash.headline));
  await newer.click();
  await expect(pane.getByRole('option').first()).toContainText(flash.headline);

  await desk.keyboard.press('ArrowUp');
  await desk.keyboard.press('Enter');
  await expect(inbox.reading.getByRole('heading', { name: flash.headline })).toBeVisible();
  await desk.goBack();

  const [alone] = await Promise.all([
    desk.waitForEvent('popup'),
    pane.getByRole('button', { name: 'Buka di jendela sendiri' }).click(),
  ]);
  await expect(alone.getByRole('option')).toHaveCount(2);
  await expect(alone.getByRole('navigation')).toHaveCount(0);
  await alone.getByRole('button', { name: 'Tandai semua terbaca' }).click();
  await expect(pane.getByTitle('belum dibaca')).toBeHidden();
});
