import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ninjs } from './support/ninjs.ts';
import { expect, test } from './support/workstation.ts';

const QUAKE = 'Gempa guncang Lombok, warga mengungsi';
const FLOOD = 'Banjir surut di Demak';
const PRICES = 'Harga beras naik tipis';
const RUPIAH = 'Rupiah strengthens after rate cut';

test('what a list is made of stands beside it: a click narrows it, another takes the condition back', async ({
  inbox,
  workstation,
  desk,
}) => {
  const drop = (number: number, headline: string, body: string, details: Record<string, unknown>): void =>
    writeFileSync(
      join(workstation.dropFolder, `${number}.json`),
      ninjs({
        uri: `urn:kawat:${number}`,
        urgency: 5,
        language: 'id',
        headline,
        body_text: body,
        ...details,
      }),
    );
  drop(1, QUAKE, 'Mataram - Gempa merusak ratusan rumah.', { urgency: 1, subject: [{ name: 'Bencana' }] });
  drop(2, FLOOD, 'Demak - Air surut sejak pagi.', { subject: [{ name: 'Bencana' }] });
  drop(3, PRICES, 'Jakarta - Pedagang menaikkan harga.', { subject: [{ name: 'Ekonomi' }] });
  drop(4, RUPIAH, 'The central bank cut its rate.', { language: 'en', subject: [{ name: 'Ekonomi' }] });
  await inbox.addFolder(workstation.dropFolder, 'Kantor B', 'Kb');
  await expect(inbox.rows).toHaveCount(4, { timeout: 30_000 });

  await desk.getByRole('button', { name: 'Saring' }).click();
  await expect(desk.getByText('4 kiriman di daftar ini')).toBeVisible();
  const subjects = desk.getByRole('group', { name: 'Subjek' });
  const disasters = subjects.getByRole('button', { name: /bencana/i });
  await expect(disasters).toContainText('2');
  await expect(subjects.getByRole('button', { name: /ekonomi/i })).toContainText('2');
  await expect(
    desk.getByRole('group', { name: 'Bahasa' }).getByRole('button', { name: 'Indonesia' }),
  ).toContainText('3');

  await disasters.click();
  await expect(inbox.rows).toHaveCount(2);
  await expect(inbox.row(PRICES)).toHaveCount(0);
  await expect(disasters).toHaveAttribute('aria-pressed', 'true');
  // The counts are those of the list as it is narrowed now.
  const flash = desk.getByRole('group', { name: 'Urgensi' }).getByRole('button').first();
  await expect(flash).toContainText('1');
  await flash.click();
  await expect(inbox.rows).toHaveCount(1);
  await expect(inbox.row(QUAKE)).toBeVisible();
  await expect(desk.getByRole('searchbox').first()).toHaveValue('subjek:bencana urgensi:1');

  await flash.click();
  await disasters.click();
  await expect(inbox.rows).toHaveCount(4);
  await expect(inbox.row(RUPIAH)).toBeVisible();
});
