import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Corrections } from './pages/corrections.ts';
import { ImpactDesk } from './pages/impact.ts';
import { articlePage } from './support/folder-site.ts';
import { mondayNextWeek } from './support/times.ts';
import { expect, test } from './support/workstation.ts';

const QUAKE = 'Korban gempa bertambah';
const BRIDGE = 'Jembatan Kupang dibuka';

function ninjs(details: Record<string, unknown>): string {
  return JSON.stringify({
    type: 'text',
    pubstatus: 'usable',
    version: '1',
    versioncreated: '2026-11-24T09:00:00+07:00',
    ...details,
  });
}

const SEARCHED = 'Tim penyelamat masih mencari warga di tiga desa.';

const quake = (victims: number, details: Record<string, unknown> = {}, searched = SEARCHED): string =>
  ninjs({
    uri: 'urn:kawat:1',
    headline: QUAKE,
    body_text: `Mataram (ANTARA) - Korban gempa menjadi ${victims} orang. ${searched}`,
    ...details,
  });

test('a correction and a withdrawal reach what was made of the story: mended and sent anew, stopped before it goes out', async ({
  workstation,
  inbox,
  composer,
  desk,
}) => {
  const impact = new ImpactDesk(desk);
  const corrections = new Corrections(desk);
  const drop = (name: string, content: string): void =>
    writeFileSync(join(workstation.dropFolder, name), content);
  drop('1.json', quake(12));
  const bridge = { uri: 'urn:kawat:2', headline: BRIDGE, body_text: 'Kupang (ANTARA) - Jembatan dibuka.' };
  drop('2.json', ninjs(bridge));
  await inbox.addFolder(workstation.dropFolder, 'Antara', 'Ant');
  await inbox.bringIn(QUAKE);
  await inbox.open(QUAKE);
  await inbox.writeFromWire();
  await composer.chooseSection('Nasional');
  // One of its sentences is said in the house's own words.
  await composer.body.focus();
  await desk.keyboard.press('Control+a');
  await desk.keyboard.insertText(
    'Korban gempa menjadi 12 orang. Warga di tiga desa masih dicari tim penyelamat.',
  );
  await composer.expectSaved();
  await composer.publishToFolder();
  const readPage = (): string => articlePage(workstation, 'korban-gempa').html;
  expect(readPage()).toContain('menjadi 12 orang');

  await desk.evaluate(() => (window.location.hash = '#/kawat'));
  await inbox.bringIn(BRIDGE);
  await inbox.open(BRIDGE);
  await inbox.writeFromWire();
  await composer.chooseSection('Nasional');
  await composer.expectSaved();
  const popover = await composer.openPublishing();
  await popover.getByRole('button', { name: 'Jadwalkan', exact: true }).click();
  await popover.getByLabel('Waktu terbit (WIB)').fill(mondayNextWeek('09:00'));
  await popover.getByRole('button', { name: 'Jadwalkan', exact: true }).click();
  await expect(popover.getByRole('status').filter({ hasText: 'Terjadwal' })).toBeVisible();
  await desk.keyboard.press('Escape');

  drop('3.json', quake(20, { version: '2', versioncreated: '2026-11-24T10:30:00+07:00' }));
  await impact.openFromStatus();
  const entry = await impact.open(QUAKE);
  await expect(entry).toContainText('Terbit di');

  // Versions come in any order while it is open: an older one leaves the choices alone, a newer one begins them anew.
  await entry.getByText('Biarkan').click();
  await expect(entry.getByRole('button', { name: /^Tandai sudah ditangani/ })).toBeVisible();
  drop('3a.json', quake(15, { version: '1.5', versioncreated: '2026-11-24T09:30:00+07:00' }));
  await expect(desk.getByText('4 kiriman hari ini')).toBeVisible({ timeout: 30_000 });
  await expect(entry.getByRole('button', { name: /^Tandai sudah ditangani/ })).toBeVisible();
  await expect(entry).not.toContainText('menjadi 15 orang');
  drop(
    '3b.json',
    quake(
      21,
      {
        version: '3',
        versioncreated: '2026-11-24T11:00:00+07:00',
        ednote: 'Koreksi jumlah korban.',
      },
      SEARCHED.replace('tiga', 'lima'),
    ),
  );
  await expect(entry.getByRole('status').filter({ hasText: 'Sumber berubah lagi' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(entry).toContainText('Kata sumber: Koreksi jumlah korban.');
  await expect(entry.getByText('kalimat sumber, belum diubah')).toHaveCount(1);
  await expect(impact.row(QUAKE)).toContainText(/baru saja|mnt lalu/);
  // What the house has rewritten stands beside the source's, with the change in its own words, to be edited.
  await expect(entry.getByRole('button', { name: /^Terapkan 1 perubahan/ })).toBeVisible();
  const rewritten = entry.getByRole('listitem').filter({ hasText: 'sudah ditulis ulang' });
  await expect(rewritten).toContainText('Warga di tiga desa masih dicari tim penyelamat.');
  await rewritten.getByText('Betulkan').click();
  const words = rewritten.getByRole('textbox');
  await expect(words).toHaveValue('Warga di lima desa masih dicari tim penyelamat.');
  await words.fill('Warga di lima desa masih dicari.');
  // Nothing of ours changes by itself.
  expect(readPage()).toContain('menjadi 12 orang');
  await entry.getByRole('button', { name: /^Terapkan 2 perubahan/ }).click();

  // Readers have the wrong figure: the Ralat is the next step, with what was wrong and what is right in it.
  const { ralat } = corrections;
  await expect(ralat.getByLabel('Yang salah')).toHaveValue(/menjadi 12 orang\. Warga di tiga desa masih/);
  await expect(ralat.getByLabel('Yang benar')).toHaveValue(
    /menjadi 21 orang\. Warga di lima desa masih dicari\.$/,
  );
  await desk.keyboard.press('Escape');
  await expect(ralat).toBeHidden();
  expect(readPage()).toContain('menjadi 12 orang');
  await entry.getByRole('button', { name: 'Terbitkan dengan Ralat…' }).click();
  await ralat.getByLabel('Isinya keliru: sertakan permohonan maaf').click();
  await ralat.getByLabel('Tempat ralat').selectOption({ label: 'Tulisan tersendiri, saling bertaut' });
  await ralat.getByRole('button', { name: 'Terbitkan ralat' }).click();
  await expect(ralat).toBeHidden();
  await expect(entry.getByRole('button', { name: 'Terbitkan dengan Ralat…' })).toBeHidden();
  await expect
    .poll(readPage)
    .toMatch(/Yang benar: “[^”]*menjadi 21 orang\. Warga di lima desa masih dicari”\. Redaksi memohon maaf/);
  expect(readPage()).toContain('menjadi 21 orang. Warga di lima desa masih dicari.');
  const linksOf = (html: string): string[] =>
    [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
  const own = (): string => articlePage(workstation, 'ralat-korban-gempa').html;
  await expect.poll(() => linksOf(readPage()).some((href) => href.includes('ralat-korban-gempa'))).toBe(true);
  await expect.poll(() => linksOf(own()).some((href) => /\/korban-gempa/.test(href))).toBe(true);
  await expect(impact.status).toBeHidden();

  // Where the source only has more to say nothing was wrong: an update goes out alone.
  const added = 'Bantuan dikirim dari Surabaya.';
  drop(
    '3c.json',
    quake(
      21,
      { version: '3.5', versioncreated: '2026-11-24T11:30:00+07:00' },
      `${SEARCHED.replace('tiga', 'lima')} ${added}`,
    ),
  );
  await desk.getByRole('tab', { name: 'Terbuka' }).click();
  await expect(impact.row(QUAKE)).toBeVisible({ timeout: 30_000 });
  await impact.open(QUAKE);
  await entry
    .getByRole('listitem')
    .filter({ hasText: 'kalimat baru' })
    .getByText('Tambahkan', { exact: true })
    .click();
  await entry.getByRole('button', { name: /^Terapkan 1 perubahan/ }).click();
  await expect(entry).toContainText('bila hanya bertambah, cukup perbarui');
  await expect(ralat).toBeHidden();
  expect(readPage()).not.toContain(added);
  await entry.getByRole('button', { name: 'Perbarui saja di Situs folder' }).click();
  await expect.poll(readPage).toContain(added);
  // The Ralat of before alone: in the copy and for machines.
  expect(readPage().match(/Yang benar: “/g)).toHaveLength(2);
  await expect(entry.getByRole('button', { name: /^Perbarui saja/ })).toBeHidden();

  drop(
    '4.json',
    ninjs({ ...bridge, version: '2', pubstatus: 'canceled', versioncreated: '2026-11-24T12:00:00+07:00' }),
  );
  drop(
    '5.json',
    quake(21, { version: '4', pubstatus: 'canceled', versioncreated: '2026-11-24T12:00:00+07:00' }),
  );
  await desk.getByRole('tab', { name: 'Terbuka' }).click();
  await expect(impact.rows).toHaveCount(2, { timeout: 30_000 });
  await expect(impact.row(BRIDGE)).toContainText('dihentikan');
  await expect(impact.row(QUAKE)).toContainText('Sumber ditarik');
  await expect(impact.row(QUAKE)).toContainText('terbit');
  const stopped = await impact.open(BRIDGE);
  await expect(stopped).toContainText(/Jadwal .* dihentikan karena sumbernya/);
  await expect(stopped.getByRole('button', { name: 'Tidak berdampak…' })).toBeVisible();
  await desk.keyboard.press('x');
  await desk.getByRole('textbox', { name: 'Alasan' }).fill('Ditulis ulang dari liputan sendiri.');
  await desk.getByRole('button', { name: 'Catat' }).click();
  await expect(impact.row(BRIDGE)).toHaveCount(0);

  const withdrawn = await impact.open(QUAKE);
  await withdrawn.getByRole('button', { name: 'Cabut berita…' }).click();
  await expect(corrections.withdrawal.getByLabel(/^Alasan/)).toHaveValue('source');
  await corrections.withdrawal.getByRole('button', { name: 'Cabut berita ini' }).click();
  await expect.poll(readPage).toContain('sumber asalnya telah mencabut berita ini');
  expect(readPage()).not.toContain('21 orang');
  await expect(impact.rows).toHaveCount(0);
});
