/**
 * The whole way in a browser, to the folder site and to a real WordPress: written from the wire, a wrong figure found and
 * mended, published; the source corrects it and the Ralat goes out; the source withdraws it and what was to go out is stopped.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Checks } from '../../e2e/pages/checks.ts';
import { Corrections } from '../../e2e/pages/corrections.ts';
import { ImpactDesk } from '../../e2e/pages/impact.ts';
import { Targets } from '../../e2e/pages/targets.ts';
import { articlePage } from '../../e2e/support/folder-site.ts';
import { mondayNextWeek } from '../../e2e/support/times.ts';
import { expect, test } from '../../e2e/support/workstation.ts';
import { page as fetchPage, posts } from '../rest.ts';
import { startWordPress, type RunningWordPress } from '../wordpress/start.ts';

const HEADLINE = 'Korban gempa bertambah';
const FOLLOW_UP = 'Bantuan gempa tiba';
const SITE = 'Harian Uji';
const FOLDER = 'Situs folder';

let wordPress: RunningWordPress;
test.beforeAll(async () => {
  wordPress = await startWordPress();
});
test.afterAll(() => wordPress?.stop());

/** One version of the agency's story, as it drops it. */
function version(number: number, victims: number, details: Record<string, unknown> = {}): string {
  return JSON.stringify({
    type: 'text',
    uri: 'urn:kawat:gempa',
    pubstatus: 'usable',
    version: String(number),
    versioncreated: `2026-11-24T0${number}:00:00+07:00`,
    headline: HEADLINE,
    body_text: `Mataram (ANTARA) - Korban gempa menjadi ${victims} orang. Tim penyelamat masih mencari warga di tiga desa.`,
    ...details,
  });
}

/** The post of that headline at the WordPress. */
async function postTitled(headline: string) {
  return (await posts(wordPress)).find(({ title }) => title.raw === headline);
}

/** The story as readers of the WordPress see it: other stories are named around it. */
async function seenAtWordPress(headline: string): Promise<string> {
  const post = await postTitled(headline);
  return post === undefined
    ? ''
    : (/<main[\s\S]*<\/main>/.exec((await fetchPage(post.link)).html)?.[0] ?? '');
}

test('from the wire to the published correction, at the folder site and at WordPress', async ({
  workstation,
  inbox,
  composer,
  desk,
}) => {
  const checks = new Checks(desk);
  const impact = new ImpactDesk(desk);
  const { ralat } = new Corrections(desk);
  const drop = (name: string, content: string): void =>
    writeFileSync(join(workstation.dropFolder, name), content);
  /** The page of the folder site whose folder begins like this. */
  const seenAtFolder = (slug: string): string => articlePage(workstation, slug).html;

  await new Targets(desk).addSite(wordPress.url, SITE, wordPress.users.editor);
  await desk.evaluate(() => (window.location.hash = '#/kawat'));
  drop('1.json', version(1, 12));
  await inbox.addFolder(workstation.dropFolder, 'Antara', 'Ant');
  await inbox.bringIn(HEADLINE);
  await inbox.open(HEADLINE);
  await inbox.writeFromWire();
  await composer.chooseSection('Nasional');

  // A figure is mistyped: it is found, and the source's is put back.
  await composer.body.focus();
  await desk.keyboard.press('Control+Home');
  for (let key = 0; key < 'Korban gempa menjadi 12'.length; key += 1) await desk.keyboard.press('ArrowRight');
  await desk.keyboard.press('Backspace');
  await desk.keyboard.type('5');
  await expect(composer.body).toContainText('menjadi 15 orang');
  await checks.open();
  const group = checks.group('Kecocokan dengan sumber');
  await expect(group).toContainText('Angka berbeda dari sumber: 12');
  await checks.take('15');
  await desk.keyboard.press('Enter');
  await expect(composer.body).toContainText('menjadi 12 orang');
  await expect(group).toHaveCount(0);
  await composer.expectSaved();

  await composer.publishTo(FOLDER);
  await composer.publishTo(SITE);
  expect(seenAtFolder('korban-gempa')).toContain('menjadi 12 orang');
  expect(await seenAtWordPress(HEADLINE)).toContain('menjadi 12 orang');

  // The agency corrects itself: the published story is listed with its sentence, and nothing of ours changes by itself.
  drop('2.json', version(2, 21, { ednote: 'Koreksi jumlah korban.' }));
  await impact.openFromStatus();
  const entry = await impact.open(HEADLINE);
  await expect(entry).toContainText(`Terbit di ${FOLDER}`);
  await expect(entry).toContainText(`Terbit di ${SITE}`);
  await expect(entry).toContainText('Kata sumber: Koreksi jumlah korban.');
  await entry.getByRole('button', { name: /^Terapkan 1 perubahan/ }).click();
  await expect(ralat.getByLabel('Yang salah')).toHaveValue(/menjadi 12 orang\.$/);
  await expect(ralat.getByLabel('Yang benar')).toHaveValue(/menjadi 21 orang\.$/);
  expect(await seenAtWordPress(HEADLINE)).toContain('menjadi 12 orang');
  await ralat.getByLabel('Isinya keliru: sertakan permohonan maaf').click();
  await ralat.getByLabel('Tempat ralat').selectOption({ label: 'Tulisan tersendiri, saling bertaut' });
  await ralat.getByRole('button', { name: 'Terbitkan ralat' }).click();
  await expect(ralat).toBeHidden();

  // Readers of both sites get the mended sentence and the Ralat, and each post leads to the other.
  const told = /Yang benar: “[^”]*menjadi 21 orang”\. Redaksi memohon maaf atas kekeliruan ini\./;
  const own = `Ralat: ${HEADLINE}`;
  await expect.poll(() => seenAtFolder('korban-gempa')).toMatch(told);
  await expect.poll(() => seenAtFolder('korban-gempa')).toMatch(/href="[^"]*\/ralat-korban-gempa[^"]*"/);
  await expect.poll(() => seenAtFolder('ralat-korban-gempa')).toMatch(/href="[^"]*\/korban-gempa[^"]*"/);
  expect(seenAtFolder('korban-gempa')).toContain('Korban gempa menjadi 21 orang. Tim penyelamat');
  const corrections = join(workstation.siteFolder, 'ralat', 'index.html');
  await expect.poll(() => readFileSync(corrections, 'utf8')).toMatch(told);
  const linkTo = async (headline: string): Promise<string> => `href="${(await postTitled(headline))?.link}"`;
  await expect.poll(async () => (await seenAtWordPress(HEADLINE)).includes(await linkTo(own))).toBe(true);
  await expect.poll(async () => (await seenAtWordPress(own)).includes(await linkTo(HEADLINE))).toBe(true);
  expect(await seenAtWordPress(own)).toMatch(told);
  const mended = await seenAtWordPress(HEADLINE);
  expect(mended).toMatch(told);
  expect(mended).toContain('Korban gempa menjadi 21 orang. Tim penyelamat');
  await expect(impact.status).toBeHidden();

  // A second story made from it is to go out next week; WordPress keeps the time.
  await desk.evaluate(() => (window.location.hash = '#/kawat'));
  await inbox.open(HEADLINE);
  await inbox.writeFromWire();
  await composer.headline.fill(FOLLOW_UP);
  await composer.chooseSection('Nasional');
  await composer.expectSaved();
  const popover = await composer.openPublishing();
  const line = popover.getByRole('listitem').filter({ hasText: SITE });
  await line.getByRole('button', { name: 'Jadwalkan', exact: true }).click();
  await line.getByLabel('Waktu terbit (WIB)').fill(mondayNextWeek('09:00'));
  await line.getByRole('button', { name: 'Jadwalkan', exact: true }).click();
  await expect.poll(async () => (await postTitled(FOLLOW_UP))?.status).toBe('future');
  await desk.keyboard.press('Escape');

  // The agency takes the story back: what was to go out is stopped at the site too, what is out is listed.
  drop('3.json', version(3, 21, { pubstatus: 'canceled' }));
  await impact.openFromStatus();
  await expect(impact.rows).toHaveCount(2);
  await expect(impact.row(FOLLOW_UP)).toContainText('dihentikan');
  await expect(impact.row(HEADLINE)).toContainText('Sumber ditarik');
  await expect(impact.row(HEADLINE)).toContainText('terbit');
  await expect.poll(async () => (await postTitled(FOLLOW_UP))?.status).toBe('draft');
  const stopped = await impact.open(FOLLOW_UP);
  await expect(stopped).toContainText(/Jadwal .* dihentikan karena sumbernya/);
  const published = await impact.open(HEADLINE);
  await expect(published).toContainText(`Terbit di ${SITE}`);
  await expect(published).toContainText(`Terbit di ${FOLDER}`);
});
