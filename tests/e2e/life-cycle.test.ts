import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rss } from './support/feed.ts';
import { ninjs } from './support/ninjs.ts';
import { expect, test } from './support/workstation.ts';

const REASON = 'Identitas korban keliru.';

const nitf = `<?xml version="1.0"?><nitf><head><docdata management-status="usable"><doc-id id-string="n-1"/>
  <date.issue norm="20261124T080000+0700"/></docdata></head><body><body.head><hedline><hl1>Jembatan dibuka</hl1></hedline>
  </body.head><body.content><p>Kupang (ANTARA) - Jembatan dibuka.</p></body.content></body></nitf>`;

const iptc =
  '\x01ANT0123 3 POL 0210\r\n\x02Rupiah menguat =\r\n   Jakarta, 24/11 (Antara) - Rupiah menguat.\r\n241512Z NOV 26\r\n\x03\r\n\x04';

test('a folder of mixed formats is one list; corrections and withdrawals reach every place, in whatever order they come', async ({
  inbox,
  workstation,
  composer,
  desk,
}) => {
  const drop = (name: string, content: string): void =>
    writeFileSync(join(workstation.dropFolder, name), content, 'latin1');
  drop('1.json', ninjs({}));
  drop('2.xml', nitf);
  drop('3.txt', iptc);
  drop(
    '4.xml',
    rss([{ link: 'https://kawat.example/4', headline: 'Panen raya', body: '<p>Jember - Panen.</p>' }]),
  );
  // The withdrawal comes before the story it withdraws.
  drop(
    '5.json',
    ninjs({
      uri: 'urn:kawat:2',
      pubstatus: 'canceled',
      version: '2',
      versioncreated: '2026-11-24T10:00:00+07:00',
      headline: undefined,
      body_text: undefined,
      ednote: 'Sumber menarik pernyataannya.',
    }),
  );
  await inbox.addFolder(workstation.dropFolder, 'Kantor B', 'Kb');
  for (const headline of ['Korban gempa bertambah', 'Jembatan dibuka', 'Rupiah menguat', 'Panen raya']) {
    await inbox.bringIn(headline);
  }
  drop('6.json', ninjs({ uri: 'urn:kawat:2', version: '1', headline: 'Menteri mundur' }));
  const early = inbox.row('Menteri mundur');
  await expect(early).toBeVisible({ timeout: 30_000 });
  await expect(early).toContainText('ditarik');
  await expect(early).toContainText('Alasan: Sumber menarik pernyataannya.');

  await inbox.open('Korban gempa bertambah');
  await inbox.writeFromWire();
  await composer.expectSaved();
  await desk.goBack();

  drop(
    '7.json',
    ninjs({
      version: '2',
      versioncreated: '2026-11-24T11:00:00+07:00',
      headline: 'Korban gempa bertambah',
      body_text: 'Mataram (ANTARA) - Korban gempa menjadi 21 orang.',
    }),
  );
  await expect(
    desk.getByRole('group', { name: 'Versi kiriman' }).getByRole('button', { name: /^v/ }),
  ).toHaveCount(2, { timeout: 30_000 });
  await expect(inbox.reading).toContainText('menjadi 21 orang');

  drop(
    '8.json',
    ninjs({
      version: '3',
      pubstatus: 'canceled',
      versioncreated: '2026-11-24T10:30:00+07:00',
      ednote: REASON,
    }),
  );
  // It stands where it stood, struck through, before anything newer is brought in.
  const row = inbox.row('Korban gempa bertambah');
  await expect(row).toContainText('ditarik', { timeout: 30_000 });
  await expect(row.getByText('Korban gempa bertambah', { exact: true })).toHaveCSS(
    'text-decoration-line',
    'line-through',
  );
  await expect(inbox.reading).toContainText(`Alasan: ${REASON}`);

  await desk.goForward();
  await desk.getByRole('tab', { name: /Sumber/ }).click();
  await expect(desk.getByText(`Alasan: ${REASON}`)).toBeVisible();
});
