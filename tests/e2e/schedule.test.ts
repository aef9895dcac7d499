import { readdirSync } from 'node:fs';
import { Schedule } from './pages/schedule.ts';
import { Targets } from './pages/targets.ts';
import { mondayNextWeek } from './support/times.ts';
import { WordPressSite } from './support/wordpress-site.ts';
import { expect, test } from './support/workstation.ts';

test('an article is scheduled, moved by keyboard and by drag, moved back, and taken off the schedule', async ({
  workstation,
  composer,
  desk,
}) => {
  const headline = 'Sidang kabinet Senin pagi';
  const schedule = new Schedule(desk);
  await composer.newArticle();
  await composer.headline.fill(headline);
  await composer.body.click();
  await desk.keyboard.type('Sidang membahas ketahanan pangan.');
  await composer.chooseSection('Politik');
  await composer.expectSaved();

  const popover = await composer.openPublishing();
  await popover.getByRole('button', { name: 'Jadwalkan', exact: true }).click();
  await popover.getByLabel('Waktu terbit (WIB)').fill(mondayNextWeek('09:00'));
  await popover.getByRole('button', { name: 'Jadwalkan', exact: true }).click();
  await expect(popover.getByRole('status').filter({ hasText: 'Terjadwal' })).toContainText('09.00 WIB');
  await desk.keyboard.press('Escape');

  await schedule.open();
  await schedule.nextWeek();
  const card = schedule.card(headline);
  await expect(card).toHaveAccessibleName(/Senin, .* 09\.00 WIB, Terjadwal di Redaksi$/);

  await card.focus();
  await desk.keyboard.press('Alt+ArrowDown');
  await desk.keyboard.press('Alt+ArrowRight');
  await expect(card).toHaveAccessibleName(/Selasa, .* 09\.15 WIB/);
  await desk.keyboard.press('Escape');
  await expect(card).toHaveAccessibleName(/Senin, .* 09\.00 WIB/);
  await desk.keyboard.press('Alt+ArrowDown');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(/terbit Senin, .* 09\.15 WIB/)).toBeVisible();
  await expect(card).toHaveAccessibleName(/Senin, .* 09\.15 WIB, Terjadwal di Redaksi$/);

  const box = await card.boundingBox();
  if (box === null) throw new Error('the card is not to be seen');
  await desk.mouse.move(box.x + 20, box.y + 8);
  await desk.mouse.down();
  await desk.mouse.move(box.x + 20, box.y + 40, { steps: 4 });
  await desk.mouse.move(box.x + 20, box.y + 8 + 72, { steps: 4 });
  await desk.mouse.up();
  await expect(card).toHaveAccessibleName(/Senin, .* 10\.15 WIB, Terjadwal di Redaksi$/);
  await desk.getByRole('button', { name: 'Urungkan' }).last().click();
  await expect(card).toHaveAccessibleName(/Senin, .* 09\.15 WIB, Terjadwal di Redaksi$/);

  await desk.getByRole('tab', { name: 'Daftar' }).click();
  await desk.getByRole('button', { name: new RegExp(headline) }).click();
  await desk.getByRole('button', { name: 'Batalkan jadwal' }).click();
  await expect(desk.getByText('Tidak ada yang dijadwalkan pekan ini')).toBeVisible();
  const pages = readdirSync(workstation.siteFolder, { recursive: true, encoding: 'utf8' });
  expect(pages.filter((path) => path.includes('sidang-kabinet'))).toEqual([]);
});

test('a site in another zone: its time stands beside the newsroom’s where one schedules, on the calendar and in the list', async ({
  composer,
  desk,
}) => {
  const site = new WordPressSite();
  // Its offset is told for today; the zone says what it will be on that Monday.
  site.zone = { timezone_string: 'America/New_York', gmt_offset: -4 };
  const schedule = new Schedule(desk);
  const [day = ''] = mondayNextWeek('09:00').split('T');
  const inNewYork = new Intl.DateTimeFormat('id', {
    timeZone: 'America/New_York',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(`${day}T09:00:00+07:00`));
  const atSite = new RegExp(`Min ${inNewYork.replace('.', '\\.')} UTC-0[45]:00 di situs`);
  try {
    await new Targets(desk).addSite(await site.start(), 'Situs New York');
    await composer.newArticle();
    await composer.headline.fill('Rapat di New York');
    await composer.body.click();
    await desk.keyboard.type('Rapat dibuka Senin.');
    await composer.chooseSection('Dunia');
    await composer.expectSaved();
    await composer.openPublishing();
    const target = desk.getByRole('listitem').filter({ hasText: 'Situs New York' });
    await target.getByRole('button', { name: 'Jadwalkan', exact: true }).click();
    await target.getByLabel('Waktu terbit (WIB)').fill(mondayNextWeek('09:00'));
    await expect(target).toContainText(atSite);
    await target.getByRole('button', { name: 'Jadwalkan', exact: true }).click();
    const times = () => [...site.content.posts.values()].map(({ title, date_gmt: time }) => [title, time]);
    await expect.poll(times).toContainEqual(['Rapat di New York', `${day}T02:00:00`]);
    await desk.keyboard.press('Escape');

    await schedule.open();
    await schedule.nextWeek();
    const card = schedule.card('Rapat di New York');
    await expect(card).toHaveAccessibleName(/Senin, .* 09\.00 WIB/);
    await expect(card).toHaveAccessibleName(atSite);
    await desk.getByRole('tab', { name: 'Daftar' }).click();
    const row = desk.getByRole('button', { name: /Rapat di New York/ });
    await expect(row).toContainText('09.00 WIB');
    await expect(row).toContainText(atSite);
  } finally {
    await site.stop();
  }
});
