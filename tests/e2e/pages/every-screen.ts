/** Every screen of the workstation with the sample newsroom on it, for what has to hold on all of them. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { WordPressSite } from '../support/wordpress-site.ts';
import { Comments } from './comments.ts';
import { Composer } from './composer.ts';
import { FirstRun } from './first-run.ts';
import { Inbox } from './inbox.ts';
import { PeopleDesk } from './people.ts';
import { Targets } from './targets.ts';

interface Screen {
  name: string;
  /** Brings it up, whichever language the interface speaks. */
  show: (page: Page) => Promise<void>;
  /** Puts away what lies over the screen, so that the next can be shown. */
  leave?: (page: Page) => Promise<void>;
}

/** Introduces the house with the sample newsroom, from the first-run screen on. */
export async function beginWithSample(page: Page): Promise<void> {
  const firstRun = new FirstRun(page);
  await page.getByLabel('Nama redaksi').fill('Kabar Pagi');
  await page.getByLabel('Nama', { exact: true }).fill('Penyunting Pagi');
  await page.getByLabel('Kode penyunting').fill('KP7');
  await firstRun.beginWithSample();
  await expect(new Inbox(page).rows.first()).toBeVisible();
}

/** A morning's work on the sample newsroom: stories written up, one live, one that waits for a dead site, comments. */
export async function furnish(page: Page, site: WordPressSite): Promise<Screen[]> {
  const inbox = new Inbox(page);
  const composer = new Composer(page);
  const comments = new Comments(page);
  const people = new PeopleDesk(page);

  await people.openSettings();
  await people.add('Meja Ekonomi', 'ME3', 'Redaktur');
  await people.add('Penerbit Pagi', 'PP1', 'Penerbit');

  site.add('Sri Rahayu', 'Semoga warga di pesisir selamat. Apakah ada posko yang bisa dihubungi keluarga?');
  site.add('Obat Murah', 'Beli obat murah di sini, kirim pesan ke nomor di profil');
  site.add('Budi', 'Pukul berapa gempanya? Di tempat kami terasa dua kali.');
  await new Targets(page).addSite(await site.start(), 'Kabar Pagi');
  await comments.open();
  await expect(comments.rows).toHaveCount(3);

  await page.evaluate(() => (window.location.hash = '#/kawat'));
  await expect(inbox.rows.first()).toBeVisible();
  await inbox.rows.nth(1).click();
  await inbox.writeFromWire();
  await composer.chooseSection('Ekonomi');
  await composer.expectSaved();
  await composer.publishToFolder();
  const published = new URL(page.url()).hash;

  await page.evaluate(() => (window.location.hash = '#/kawat'));
  await inbox.search('koreksi gempa');
  await inbox.open('KOREKSI: Gempa magnitudo 5,6 guncang pesisir barat Sumatra');
  const story = new URL(page.url()).hash;
  await inbox.writeFromWire();
  await composer.chooseSection('Nasional');
  await composer.expectSaved();
  const article = new URL(page.url()).hash;
  await leaveWork(page, composer);

  // Copy of the sample newsroom goes to no real site, so what the outbox cannot deliver is a story of our own.
  await composer.newArticle();
  await composer.headline.fill('Pasar induk buka lebih pagi mulai Senin');
  await composer.goToEnd();
  await page.keyboard.type('Pengelola pasar memajukan jam buka satu jam.');
  await composer.chooseSection('Ekonomi');
  await composer.expectSaved();
  site.down = true;
  const publishing = await composer.openPublishing();
  await publishing.getByRole('button', { name: 'Terbitkan' }).last().click();
  await page.keyboard.press('Escape');
  await page.evaluate(() => (window.location.hash = '#/kawat'));
  await inbox.search('');
  await page.keyboard.press('Escape');
  await expect(inbox.rows.nth(3)).toBeVisible();

  const pages = await settingsPages(page);
  return screens({ story, article, published }, pages);
}

/** A note and a suggestion of an ending, so that the panels show something. */
async function leaveWork(page: Page, composer: Composer): Promise<void> {
  await composer.goToEnd();
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+Alt+m');
  await page.getByRole('textbox', { name: 'Isi catatan' }).fill('Sudah dicek ke BMKG?');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Alt+x');
  await composer.goToEnd();
  await page.keyboard.type(' Getaran terasa hingga Padang.');
  await page.keyboard.press('Control+Alt+x');
  await page.keyboard.press('Control+Alt+1');
  await composer.expectSaved();
}

/** Chooses one of the looks in the settings: a language, a density. */
export async function chooseLook(page: Page, value: 'id' | 'en' | 'comfortable' | 'compact'): Promise<void> {
  const input = page.locator(`input[type="radio"][value="${value}"]`);
  const choice = page.locator('label', { has: input });
  await visit(page, '#/atur/tampilan', choice);
  await choice.click();
  await expect(page.locator(`html[lang="${value}"], html[data-density="${value}"]`)).toBeVisible();
}

async function settingsPages(page: Page): Promise<string[]> {
  await page.evaluate(() => (window.location.hash = '#/atur'));
  const links = page.getByRole('main').locator('a[href^="#/atur/"]');
  await expect(links.first()).toBeVisible();
  return links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
}

/** Where the stories of `furnish` are; `published` is live and may be corrected. */
interface Addresses {
  story: string;
  article: string;
  published: string;
}

function screens({ story, article, published }: Addresses, pages: readonly string[]): Screen[] {
  const inspectorTabs = [
    'details',
    'sources',
    'checks',
    'provenance',
    'headlines',
    'notes',
    'revisions',
    'trail',
  ];
  const close = (page: Page): Promise<void> => page.keyboard.press('Escape');
  return [
    { name: 'inbox', show: (page) => visit(page, story, page.getByRole('article').getByRole('heading')) },
    {
      name: 'add-source',
      show: (page) => press(page, page.getByRole('button', { name: /^(Tambah sumber|Add a source)/ })),
      leave: close,
    },
    {
      name: 'source-health',
      show: async (page) => {
        await page.getByRole('button', { name: /^(Tindakan untuk|Actions for) Alfa/ }).click();
        await page.getByRole('menuitem', { name: /^(Keadaan sumber|State of the source)/ }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      },
      leave: close,
    },
    { name: 'articles', show: (page) => visit(page, '#/naskah', rows(page)) },
    ...inspectorTabs.map((tab) => ({
      name: `composer-${tab}`,
      show: async (page: Page) => {
        await visit(page, article, page.locator('[contenteditable]'));
        await page.locator('[data-composer-ground]').evaluate((ground) => ground.scrollTo(0, 0));
        await page
          .getByRole('complementary')
          .locator(`[role="tab"][data-value="${tab === 'trail' ? 'revisions' : tab}"]`)
          .first()
          .click();
        if (tab === 'trail') await page.getByRole('complementary').locator('[data-value="trail"]').click();
      },
    })),
    {
      name: 'compare-revisions',
      show: async (page) => {
        await page.getByRole('complementary').locator('[data-value="revisions"]').last().click();
        await press(page, page.getByRole('button', { name: /^(Lihat perubahan|Show changes)$/ }));
      },
      leave: close,
    },
    { name: 'preview', show: (page) => openDialog(page, 'Control+Shift+P'), leave: close },
    { name: 'publish', show: (page) => openDialog(page, 'Control+Enter'), leave: close },
    { name: 'send', show: (page) => openDialog(page, 'Control+Alt+s'), leave: close },
    {
      name: 'ralat',
      show: async (page) => {
        await visit(page, published, stateOfPublished(page));
        await openDialog(page, 'Control+Alt+c');
      },
      leave: close,
    },
    ...(
      [
        ['hak-jawab', /^(Hak jawab|Right of reply)…$/],
        ['cabut-berita', /^(Cabut berita|Withdraw the story)…$/],
      ] as const
    ).map(([name, entry]) => ({
      name,
      async show(page: Page) {
        await visit(page, published, stateOfPublished(page));
        await stateOfPublished(page).click();
        await press(page, page.getByRole('menuitem', { name: entry }));
      },
      leave: close,
    })),
    {
      name: 'record',
      show: (page) => visit(page, published.replace('naskah', 'catatan'), page.getByRole('article')),
    },
    { name: 'impact', show: (page) => visit(page, '#/dampak', page.getByRole('heading', { level: 1 })) },
    { name: 'ticker', show: (page) => visit(page, '#/ticker', page.getByRole('main').getByRole('heading')) },
    {
      name: 'outbox',
      show: async (page) => {
        await visit(page, '#/terbitan', rows(page));
        await rows(page).first().click();
      },
    },
    {
      name: 'schedule',
      show: (page) => visit(page, '#/terbitan/jadwal', page.getByRole('main').getByRole('heading')),
    },
    {
      name: 'comments',
      show: async (page) => {
        await visit(page, '#/komentar', rows(page));
        await rows(page).first().click();
      },
    },
    { name: 'fronts', show: (page) => visit(page, '#/depan', page.getByRole('main').getByRole('heading')) },
    { name: 'fronts-launch', show: (page) => openDialog(page, 'Control+Enter'), leave: close },
    { name: 'fronts-history', show: (page) => openDialog(page, 'h'), leave: close },
    { name: 'status', show: (page) => visit(page, '#/keadaan', page.getByRole('heading', { level: 2 })) },
    ...pages.map((address) => ({
      name: `settings-${address.slice('#/atur/'.length)}`,
      show: (page: Page) => visit(page, address, page.getByRole('heading', { level: 2 })),
    })),
    {
      name: 'story-type',
      show: async (page) => {
        await visit(page, '#/atur/tulis', page.getByRole('heading', { level: 2 }));
        await press(page, page.getByRole('button', { name: /^(Ubah|Edit) Berita$/ }));
      },
      leave: close,
    },
    {
      name: 'palette',
      show: async (page) => {
        await visit(page, story, page.getByRole('article').getByRole('heading'));
        await openDialog(page, 'Control+k');
      },
      leave: close,
    },
    {
      name: 'compact',
      show: async (page) => {
        await chooseLook(page, 'compact');
        await visit(page, story, page.getByRole('article').getByRole('heading'));
      },
      leave: async (page) => {
        await chooseLook(page, 'comfortable');
        await visit(page, story, page.getByRole('article').getByRole('heading'));
      },
    },
    { name: 'shortcuts', show: (page) => openDialog(page, '?'), leave: close },
    {
      name: 'people',
      show: async (page) => {
        await page.keyboard.press('Control+Alt+o');
        await expect(page.getByRole('menu')).toBeVisible();
      },
      leave: close,
    },
  ];
}

/** In the head of the composer: the article that is live is the one shown, no longer the one before. */
function stateOfPublished(page: Page): Locator {
  return page.getByRole('button', { name: /^(Terbit|Published)$/ });
}

function rows(page: Page): Locator {
  return page.getByRole('listbox').getByRole('option');
}

async function visit(page: Page, address: string, sign: Locator): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), address);
  await expect(sign.first()).toBeVisible();
}

async function press(page: Page, button: Locator): Promise<void> {
  await button.first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function openDialog(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys);
  await expect(page.getByRole('dialog').last()).toBeVisible();
}
