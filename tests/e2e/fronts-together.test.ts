import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fronts, pageOnDisk } from './pages/fronts.ts';
import { Inbox } from './pages/inbox.ts';
import { PeopleDesk } from './pages/people.ts';
import { publishFromWire, publishStories, secondWindow } from './support/stories.ts';
import { expect, test } from './support/workstation.ts';

const banjir = 'Banjir surut di tiga kecamatan';
const cabai = 'Harga cabai turun dua pekan';
const rupiah = 'Rupiah ditutup menguat tipis';

test('two windows arrange one front: each sees the other, and nothing of the other is taken away unseen', async ({
  workstation,
  desk,
  context,
}) => {
  await publishStories(desk, [banjir, cabai, rupiah]);
  const mine = new Fronts(desk);
  await mine.open();
  const other = await context.newPage();
  await other.goto(desk.url());
  const theirs = new Fronts(other);
  await theirs.open();

  await mine.drag(mine.story(banjir), mine.card('Headline', rupiah));
  await theirs.expectCards('Headline', [banjir, rupiah, cabai]);
  await theirs.rename('Headline', banjir, 'Air surut, warga pulang');
  await mine.expectCards('Headline', ['Air surut, warga pulang', rupiah, cabai]);

  // Undoing the placement would take their headline away with it: it is refused in words.
  await desk.keyboard.press('Control+z');
  await expect(desk.getByText('Bagian itu baru diubah di jendela lain')).toBeVisible();
  await mine.expectCards('Headline', ['Air surut, warga pulang', rupiah, cabai]);

  // What was seen may be discarded, here and there, and comes back with their words.
  await desk.getByRole('button', { name: 'Buang', exact: true }).click();
  await theirs.expectCards('Headline', [rupiah, cabai, banjir]);
  await desk.keyboard.press('Control+z');
  await theirs.expectCards('Headline', ['Air surut, warga pulang', rupiah, cabai]);

  // The clipboard is there in both, and after the host was killed.
  await mine.grip(mine.collection('Headline'), 'Air surut').press('c');
  await theirs.clipboard.getByRole('button', { name: /^Papan klip/ }).click();
  await expect(theirs.clipboard).toContainText('Air surut, warga pulang');
  await workstation.stop('SIGKILL');
  await workstation.start();
  await expect(theirs.clipboard).toContainText('Air surut, warga pulang');
  await desk.reload();
  await mine.clipboard.getByRole('button', { name: /^Papan klip/ }).click();
  await expect(mine.clipboard).toContainText('Air surut, warga pulang');
  await mine.expectCards('Headline', ['Air surut, warga pulang', rupiah, cabai]);
});

test('an editor arranges and a publisher launches, at a time to come; a withdrawal on the wire empties the place', async ({
  workstation,
  desk,
}) => {
  test.slow();
  const wireFile = (name: string, fields: object): void => {
    const story = {
      uri: 'urn:contoh:kawat:20260427-001',
      type: 'text',
      urgency: 3,
      headline: cabai,
      body_text: 'Harga cabai di pasar induk turun dua pekan berturut-turut.',
      ...fields,
    };
    writeFileSync(join(workstation.dropFolder, name), JSON.stringify(story));
  };
  const inbox = new Inbox(desk);
  wireFile('cabai.json', { version: '1', versioncreated: '2026-04-27T08:00:00+07:00', pubstatus: 'usable' });
  await inbox.addFolder(workstation.dropFolder, 'Kantor B', 'Kb');
  await inbox.bringIn(cabai);
  await publishFromWire(desk, cabai);
  await publishStories(desk, [banjir, rupiah]);
  const people = new PeopleDesk(desk);
  await people.openSettings();
  await people.add('Budi Santoso', 'BS01', 'Penerbit');
  await people.add('Made Wirawan', 'MW07', 'Redaktur');

  const fronts = new Fronts(desk);
  const home = () => pageOnDisk(workstation.siteFolder, 'index.html');
  await people.sitDown('Made Wirawan');
  await fronts.open();
  await fronts.drag(fronts.story(cabai), fronts.card('Headline', rupiah));
  const refused = await fronts.openLaunch();
  await expect(refused).toContainText('Hanya penerbit dan pengelola');
  await expect(refused.getByRole('button', { name: 'Luncurkan', exact: true })).toBeDisabled();
  await refused.getByRole('button', { name: 'Batal' }).click();

  await people.sitDown('Budi Santoso');
  const dialog = await fronts.openLaunch();
  await dialog.getByRole('button', { name: 'Jadwalkan …' }).click();
  await dialog.getByLabel('Waktu peluncuran').fill('5/1/2099 9.00');
  await dialog.getByRole('button', { name: 'Jadwalkan peluncuran' }).click();
  await expect(desk.getByText(/^Peluncuran berikutnya .*2099.* 09\.00 WIB/).first()).toBeVisible();
  const again = await fronts.openLaunch();
  await again.getByRole('button', { name: /^Batalkan peluncuran/ }).click();
  await expect(again.getByText('2099')).toBeHidden();
  await desk.keyboard.press('Escape');
  expect(home().headline[0]).toBe(rupiah);
  await scheduleSoon(desk);
  await expect.poll(() => home().headline, { timeout: 30_000 }).toEqual([cabai, rupiah, banjir]);
  await expect(desk.getByText(/^Diluncurkan .* oleh Budi Santoso/)).toBeVisible();

  // The agency takes the story back: the place empties by itself, and the desk is told.
  wireFile('tarik.json', {
    version: '2',
    versioncreated: '2026-04-27T09:00:00+07:00',
    pubstatus: 'canceled',
  });
  await expect(fronts.notices).toContainText(`${cabai} turun dari Headline: beritanya ditarik.`, {
    timeout: 30_000,
  });
  await expect.poll(() => home().headline).toEqual([rupiah, banjir]);
  await expect(fronts.card('Headline', cabai)).toContainText('ditarik');
});

/** Has Beranda launched in a few seconds, as another window of the same person would. */
async function scheduleSoon(desk: Parameters<typeof secondWindow>[0]): Promise<void> {
  const { client, sockets } = await secondWindow(desk);
  const [home] = await client.fronts.list();
  await client.fronts.scheduleLaunch({
    frontId: home?.frontId ?? '',
    collectionIds: null,
    requestId: crypto.randomUUID(),
    at: new Date(Date.now() + 2_000).toISOString(),
  });
  for (const socket of sockets) socket.close();
}
