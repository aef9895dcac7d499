import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PublicationRecordPage } from './pages/record.ts';
import { chilliStory, rss } from './support/feed.ts';
import { expect, test } from './support/workstation.ts';

const story = {
  ...chilliStory,
  body: `${chilliStory.body}<p>Harga cabai merah turun menjadi Rp38.500 per kilogram.</p>`,
};

test('what was published on somebody’s word is on record, with the source’s words, and is taken away as a file anybody can check', async ({
  workstation,
  inbox,
  composer,
  desk,
}) => {
  const record = new PublicationRecordPage(desk);
  writeFileSync(join(workstation.dropFolder, 'kiriman.xml'), rss([story]));
  await inbox.addFolder(workstation.dropFolder, 'Antara', 'Ant');
  await inbox.open(story.headline);
  await inbox.writeFromWire();
  await composer.chooseSection('Ekonomi');
  await composer.goToEnd();
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('Pedagang menjual 7.777 karung beras.');
  await composer.expectSaved();
  await composer.publishToFolder();

  await record.open();
  await expect(record.entries).toHaveCount(1);
  await expect(record.page.getByRole('heading', { level: 2 })).toHaveText(story.headline);
  await expect(record.part('Bukti')).toContainText('Utuh sejak dicatat');
  await expect(record.part('Sumber')).toContainText('Rp38.500 per kilogram');
  await expect(record.part('Temuan dan jawabannya')).toContainText('7.777');
  await expect(record.part('Temuan dan jawabannya')).toContainText('Belum dijawab');
  await expect(record.part('Penerbitan')).toContainText(/Terbitkan juga.*1 temuan/);
  await expect(record.part('Yang terbit')).toContainText('7.777 karung beras');

  await expect(record.part('Jejak naskah')).toContainText('Menerbitkan juga dengan 1 temuan');
  await expect(record.part('Sesudah catatan ini')).toContainText('tidak ada yang dicatat sesudahnya');

  const paper = await record.print();
  for (const words of [story.headline, 'Rp38.500 per kilogram', '7.777 karung beras', 'Hash catatan']) {
    expect(paper).toContain(words);
  }

  const download = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Simpan JSON' }).click();
  const file = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
    content: { sources: { textHash: string }[] };
    texts: { hash: string; text: string }[];
  };
  expect(file.texts.length).toBeGreaterThan(1);
  for (const { hash, text } of file.texts) {
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
  }
  const [source] = file.content.sources;
  expect(file.texts.find(({ hash }) => hash === source?.textHash)?.text).toContain('Rp38.500');

  // Somebody gets past what guards the file: the page says so.
  const database = new DatabaseSync(join(workstation.dataFolder, 'desk.db'));
  try {
    database.exec(
      `DROP TRIGGER publication_record_never_changes;
       UPDATE publication_record SET content = replace(content, '7.777', '9.999')`,
    );
  } finally {
    database.close();
  }
  await desk.reload();
  await expect(record.page).toContainText('Temuan dan jawabannya');
  await expect(record.part('Bukti')).toContainText('Tidak utuh');
  await expect(record.page.getByText('9.999').first()).toBeVisible();
});
