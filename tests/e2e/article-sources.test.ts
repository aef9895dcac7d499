import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ArticleSources } from './pages/article-sources.ts';
import { Checks } from './pages/checks.ts';
import { Inbox } from './pages/inbox.ts';
import { Provenance } from './pages/provenance.ts';
import { expect, test, type Workstation } from './support/workstation.ts';

const STORIES = [
  {
    provider: 'Antara',
    headline: 'Harga cabai turun dua pekan',
    body: ['Harga cabai merah turun menjadi Rp38.500 per kilogram.', 'Kiriman masuk 92 ton semalam.'],
  },
  {
    provider: 'Reuters',
    headline: 'Petani menahan panen bawang',
    body: ['Petani di Brebes menahan panen.', 'Gudang dagang menyimpan 400 karung bawang.'],
  },
  {
    provider: 'AFP',
    headline: 'Hujan mereda di Jawa Timur',
    body: ['Hujan mereda sejak Kamis.', 'Jalan ke pasar induk sudah kering.'],
  },
];

function deliver({ dropFolder }: Workstation): void {
  for (const { provider, headline, body } of STORIES) {
    const item = {
      uri: `urn:uji:${provider}`,
      version: '1',
      provider,
      headline,
      body_text: body.join('\n\n'),
    };
    writeFileSync(join(dropFolder, `${provider}.json`), JSON.stringify(item));
  }
}

/** Selects one paragraph of the open story, as three clicks do. */
async function selectParagraph(desk: Page, words: string): Promise<void> {
  await new Inbox(desk).reading.getByText(words).click({ clickCount: 3 });
}

test('an article made from three agencies names all three, as sources and in its credit', async ({
  workstation,
  inbox,
  composer,
  desk,
}) => {
  const sources = new ArticleSources(desk);
  const credit = desk.getByRole('textbox', { name: 'Kredit', exact: true });
  const told = desk.getByRole('region', { name: 'Pemberitahuan' });
  deliver(workstation);
  await inbox.addFolder(workstation.dropFolder, 'Kiriman', '');
  await inbox.bringIn('Harga cabai turun dua pekan');
  await inbox.open('Harga cabai turun dua pekan');
  await inbox.writeFromWire();
  const { hash } = new URL(desk.url());
  const goTo = (place: string) => desk.evaluate((next) => (window.location.hash = next), place);
  await expect(credit).toHaveValue('(Ant/SU02)');

  // A paragraph of a second one is pasted: the story travels with it.
  await goTo('#/kawat');
  await inbox.open('Petani menahan panen bawang');
  await selectParagraph(desk, 'Gudang dagang menyimpan 400 karung bawang.');
  // Anything else it is pasted into gets bare words.
  const copied = await inbox.reading.evaluate((reading) => {
    const clipboardData = new DataTransfer();
    reading
      .querySelector('p')
      ?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return { html: clipboardData.getData('text/html'), plain: clipboardData.getData('text/plain') };
  });
  expect(copied.html).not.toMatch(/class|style|storyId/);
  expect(copied.plain.trim()).toBe('Gudang dagang menyimpan 400 karung bawang.');
  await desk.keyboard.press('Control+c');
  await goTo(hash);
  await composer.goToEnd();
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Control+v');
  await expect(composer.body).toContainText('Gudang dagang menyimpan 400 karung bawang.');
  await expect(told).toContainText('Dicatat sebagai sumber: Kiriman · Petani menahan panen bawang');
  await expect(credit).toHaveValue('(Ant/Rtr/SU02)');

  // A third one is found by search, and a paragraph of it dragged out of the pane.
  await sources.open();
  await sources.addStory('Hujan mereda di Jawa Timur');
  await expect(sources.rows).toHaveText([/Harga cabai/, /Petani menahan/, /Hujan mereda/]);
  await sources.rows.nth(2).getByRole('button').first().click();
  const grip = sources.panel.getByRole('button', { name: 'Sisipkan ke naskah: Jalan ke pasar induk' });
  await grip.dragTo(composer.body.getByText('Gudang dagang'), { targetPosition: { x: 2, y: 8 } });
  await expect(composer.body).toContainText('Jalan ke pasar induk sudah kering.');
  await sources.panel.getByRole('button', { name: 'Sisipkan ke naskah: Hujan mereda' }).click();
  await expect(composer.body).toContainText('Hujan mereda sejak Kamis.');
  await desk.keyboard.press('Control+Alt+1');
  await expect(credit).toHaveValue('(Ant/Rtr/AFP/SU02)');

  // One is taken off and put back in its place.
  await sources.open();
  await sources.remove('Petani menahan');
  await desk.keyboard.press('Control+Alt+1');
  await expect(credit).toHaveValue('(Ant/AFP/SU02)');
  await told.getByRole('button', { name: 'Urungkan' }).last().click();
  await expect(credit).toHaveValue('(Ant/Rtr/AFP/SU02)');

  // A credit somebody writes himself is left alone.
  await credit.fill('(tim pasar)');
  await sources.open();
  await sources.remove('Hujan mereda');
  await expect(sources.rows).toHaveCount(2);
  await desk.keyboard.press('Control+Alt+1');
  await expect(credit).toHaveValue('(tim pasar)');
});

test('a story is merged into a draft and taken back; pages of the web and files are sources too', async ({
  workstation,
  inbox,
  composer,
  desk,
}) => {
  const page =
    '<html><body><article><h1>Inflasi November</h1><p>Inflasi 2,1 persen.</p></article></body></html>';
  const site = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(page),
  );
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const sources = new ArticleSources(desk);
  const told = desk.getByRole('region', { name: 'Pemberitahuan' });
  deliver(workstation);
  await inbox.addFolder(workstation.dropFolder, 'Kiriman', '');
  await inbox.bringIn('Harga cabai turun dua pekan');
  await inbox.open('Harga cabai turun dua pekan');
  await inbox.writeFromWire();
  await composer.expectSaved();
  await desk.evaluate(() => (window.location.hash = '#/kawat'));

  // The latest articles stand there at once: Enter picks one, Enter again adds.
  await inbox.open('Petani menahan panen bawang');
  await desk.keyboard.press('t');
  const dialog = desk.getByRole('dialog', { name: 'Tambahkan ke naskah…' });
  await expect(dialog.getByRole('option')).toHaveText(/Harga cabai turun dua pekan/);
  await desk.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Tambahkan' })).toBeEnabled();
  await desk.keyboard.press('Enter');
  await expect(composer.body).toContainText('Gudang dagang menyimpan 400 karung bawang.');
  await sources.open();
  await expect(sources.rows).toHaveCount(2);
  await told.getByRole('button', { name: 'Urungkan' }).last().click();
  await expect(told).toContainText('Naskah kembali seperti semula.');
  await expect(composer.body).not.toContainText('Gudang dagang');
  await expect(composer.body).toContainText('Kiriman masuk 92 ton semalam.');
  await expect(sources.rows).toHaveCount(1);

  // An address in the own network needs a yes.
  await sources.addPage(`http://127.0.0.1:${(site.address() as AddressInfo).port}/inflasi`);
  await expect(sources.panel.getByRole('alert')).toHaveText('Alamat ini ada di jaringan sendiri.');
  await sources.panel.getByRole('textbox', { name: 'Nama di baris kredit' }).fill('BPS');
  await sources.panel.getByRole('button', { name: 'Ambil juga' }).click();
  await expect(sources.rows).toHaveText([/Harga cabai/, /Inflasi November/]);
  await sources.rows.last().getByRole('button').first().click();
  await expect(sources.panel).toContainText('Inflasi 2,1 persen.');
  await desk.keyboard.press('Control+Alt+1');
  await expect(desk.getByRole('textbox', { name: 'Kredit', exact: true })).toHaveValue('(Ant/BPS/SU02)');
  site.close();

  // A file too: read, credited, put into the copy, and what the copy says is held against it.
  await sources.open();
  await sources.addFile(
    'laporan pasar.txt',
    'Gudang beras menyimpan 4.500 karung.\n\nPedagang mengeluh.',
    'Pasar',
  );
  await expect(sources.rows).toHaveText([/Harga cabai/, /Inflasi November/, /laporan pasar/]);
  await sources.rows.last().getByRole('button').first().click();
  await composer.goToEnd();
  await sources.panel.getByRole('button', { name: 'Sisipkan ke naskah: Gudang beras' }).click();
  await expect(composer.body).toContainText('Gudang beras menyimpan 4.500 karung.');
  await expect(new Provenance(desk).bars('new')).toHaveCount(0);
  await desk.keyboard.type(' Gudang beras menyimpan 5.400 karung.');
  await new Checks(desk).open();
  await expect(new Checks(desk).group('Kecocokan dengan sumber')).toContainText(
    'Angka berbeda dari sumber: 4.500',
  );
  await desk.keyboard.press('Control+Alt+1');
  await expect(desk.getByRole('textbox', { name: 'Kredit', exact: true })).toHaveValue(
    '(Ant/BPS/Pasar/SU02)',
  );
});
