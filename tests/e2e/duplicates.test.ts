import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rss } from './support/feed.ts';
import { expect, test } from './support/workstation.ts';

const COPY = [
  'Kebakaran menghanguskan 86 kios di Pasar Inpres Manonda, Kota Palu, Jumat dini hari.',
  'Api diduga berasal dari hubungan pendek arus listrik di kios pakaian dan cepat membesar karena angin kencang.',
  'Kepala dinas pemadam kebakaran mengatakan tidak ada korban jiwa. Kerugian sementara ditaksir Rp4,3 miliar.',
];
const AT_FIRST = 'Kebakaran hanguskan 86 kios Pasar Inpres Palu';
const AT_SECOND = 'Puluhan Kios Pasar Manonda Ludes Terbakar';

function delivery(agency: string, headline: string, lead: string): string {
  const body = [lead, ...COPY.slice(1)].map((paragraph) => `<p>${paragraph}</p>`).join('');
  return rss([{ link: `https://${agency}.example/pasar`, headline, body }]);
}

test('the same story of two agencies is one row; its copies are opened, compared, parted and folded again', async ({
  inbox,
  workstation,
  desk,
}) => {
  const [first, second] = ['satu', 'dua'].map((name) => join(workstation.dropFolder, name));
  for (const folder of [first, second]) mkdirSync(folder ?? '');
  writeFileSync(join(first ?? '', 'a.xml'), delivery('satu', AT_FIRST, COPY[0] ?? ''));
  await inbox.addFolder(first ?? '', 'Kantor Satu', 'Ks');
  await expect(inbox.row(AT_FIRST)).toBeVisible({ timeout: 30_000 });
  const lead = 'Si jago merah menghanguskan 86 kios di Pasar Inpres Manonda, Kota Palu, Jumat dini hari.';
  writeFileSync(join(second ?? '', 'b.xml'), delivery('dua', AT_SECOND, lead));
  await inbox.addFolder(second ?? '', 'Kantor Dua', 'Kd');
  await expect(inbox.row(AT_SECOND)).toBeVisible({ timeout: 30_000 });
  await desk.getByRole('button', { name: /Semua kiriman/ }).click();
  await expect(inbox.row('Kantor Dua')).toContainText(AT_FIRST);
  await expect(inbox.rows).toHaveCount(1);

  await inbox.open(AT_FIRST);
  const sources = desk.getByRole('group', { name: 'Sumber berita ini' });
  await expect(sources.getByRole('button', { name: /Kantor Satu/ })).toHaveAttribute('aria-pressed', 'true');
  await desk.keyboard.press('s');
  await expect(inbox.reading.getByRole('heading', { name: AT_SECOND })).toBeVisible();
  await expect(inbox.rows.first()).toHaveAttribute('aria-selected', 'true');
  await desk.keyboard.press('b');
  const comparison = desk.getByRole('dialog', { name: 'Berita yang sama dari dua sumber' });
  await expect(comparison.getByRole('group').filter({ hasText: 'Si jago merah' })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(comparison).toBeHidden();
  await expect(inbox.reading).toHaveCount(1);

  await desk.keyboard.press('p');
  await expect(inbox.rows).toHaveCount(2);
  await expect(sources).toBeHidden();
  await desk.getByRole('button', { name: 'Urungkan' }).click();
  await expect(inbox.rows).toHaveCount(1);
  await expect(sources).toBeVisible();

  await desk.evaluate(() => (window.location.hash = '#/atur/tampilan'));
  await desk.getByText('Masing-masing').click();
  await desk.getByRole('link', { name: /Kawat/ }).click();
  await expect(inbox.rows).toHaveCount(2);
});
