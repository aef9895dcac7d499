import type { Locator } from '@playwright/test';
import { FindBar } from './pages/find-bar.ts';
import { expect, test } from './support/workstation.ts';

test('words are found in copy and headline, replaced all at once and brought back with one undo; a pattern that runs away is stopped', async ({
  composer,
  desk,
}) => {
  const find = new FindBar(desk);
  await composer.newArticle();
  await composer.headline.fill('Bupati tinjau gudang');
  await composer.goToEnd();
  await desk.keyboard.type(
    `Bupati datang pagi.\nWarga menyambut bupati, lalu kebupatian tutup.\n${'a'.repeat(40)}!`,
  );
  await desk.keyboard.press('Control+Home');

  await find.open();
  await find.words.fill('bupati');
  await expect(find.status).toHaveText('2 dari 4');
  await expect.poll(() => find.lit()).toEqual(['bupati', 'bupati', 'Bupati']);

  // They stay at their words while one writes above; those one pushes along are gone until one rests, and never elsewhere.
  await desk.keyboard.press('Enter');
  await expect.poll(() => find.lit()).toEqual(['Bupati', 'bupati', 'bupati']);
  await composer.body.press('Control+Home');
  await desk.keyboard.type(`Kabarnya ${'begini '.repeat(20)}`);
  expect((await find.lit()).filter((words) => words.toLowerCase() !== 'bupati')).toEqual([]);
  await expect.poll(() => find.lit()).toEqual(['Bupati', 'bupati', 'bupati']);
  expect(await find.registered()).toBe(0);
  await desk.keyboard.press('Control+z');
  await expect(composer.body.getByRole('paragraph').first()).toHaveText('Bupati datang pagi.');
  await expect.poll(() => find.lit()).toEqual(['Bupati', 'bupati', 'bupati']);
  // Those before the word one writes stand still.
  await desk.keyboard.press('End');
  await desk.keyboard.type(' Lalu');
  expect(await find.lit()).toEqual(['Bupati', 'bupati', 'bupati']);
  await desk.keyboard.press('Control+z');
  await find.words.focus();

  await expect(find.status).toHaveText('3 dari 4');
  await find.button('Kata utuh').click();
  await expect(find.status).toHaveText('3 dari 3');
  await find.button('Bedakan huruf besar dan kecil').click();
  await expect(find.status).toHaveText('1 dari 1');
  await find.button('Bedakan huruf besar dan kecil').click();

  await find.open({ replacing: true });
  await find.replacement.fill('Wali kota');
  // Enter held down: each replaces one.
  await find.replacement.focus();
  await composer.pressAtOnce(['Enter', 'Enter', 'Enter']);
  await expect(find.status).toHaveText('Tidak ditemukan');
  await expect(composer.headline).toHaveValue('Wali kota tinjau gudang');
  for (let step = 0; step < 3; step += 1) await composer.body.press('Control+z');
  await expect(composer.headline).toHaveValue('Bupati tinjau gudang');
  await expect(find.status).toContainText('dari 3');
  await find.button('Ganti semua').click();
  await expect(composer.headline).toHaveValue('Wali kota tinjau gudang');
  await expect(composer.body.getByRole('paragraph').nth(1)).toHaveText(
    'Warga menyambut Wali kota, lalu kebupatian tutup.',
  );
  await expect(find.status).toHaveText('Tidak ditemukan');
  await composer.body.press('Control+z');
  await expect(composer.headline).toHaveValue('Bupati tinjau gudang');
  await expect(composer.body.getByRole('paragraph').first()).toHaveText('Bupati datang pagi.');
  await expect(composer.body).toContainText('menyambut bupati, lalu');

  await find.open();
  await find.button('Kata utuh').click();
  await find.button('Pola (ekspresi reguler)').click();
  await find.words.fill('(bupati');
  await expect(find.status).toContainText('kurung tanpa pasangan');
  await find.words.fill('(a+)+$');
  await expect(find.status).toContainText('terlalu berat');
  await find.words.fill('dat(ang)');
  await expect(find.status).toHaveText('1 dari 1');
  await find.replacement.fill('$1');
  await find.button('Ganti').click();
  await expect(composer.body.getByRole('paragraph').first()).toHaveText('Bupati ang pagi.');

  await find.words.fill('pagi');
  await expect(find.status).toHaveText('1 dari 1');
  await desk.keyboard.press('Escape');
  await expect(find.bar).toBeHidden();
  await expect(composer.body).toBeFocused();
  await desk.keyboard.type(' sekali');
  await expect(composer.body.getByRole('paragraph').first()).toHaveText('Bupati ang pagi sekali.');
  expect(await find.lit()).toEqual([]);
  await desk.reload();
  await expect(composer.body.getByRole('paragraph').first()).toHaveText('Bupati ang pagi sekali.');
});

test('tags and a slug typed by hand are found and replaced with the rest, the slug staying one, in one step to undo', async ({
  composer,
  desk,
}) => {
  const find = new FindBar(desk);
  const panel = desk.getByRole('tabpanel');
  await composer.newArticle();
  await composer.headline.fill('Bupati datang');
  await panel.getByRole('textbox', { name: 'Tag' }).fill('kunjungan bupati, pasar,');
  await desk.getByRole('tab', { name: 'Judul' }).click();
  const slug = panel.getByRole('textbox', { name: 'Slug' });
  await slug.fill('bupati-di-pasar');
  await composer.goToEnd();

  await find.open({ replacing: true });
  await find.words.fill('bupati');
  await expect(find.status).toHaveText('2 dari 3');
  await expect(slug).toHaveAttribute('data-found');
  await desk.keyboard.press('Enter');
  await expect(find.status).toHaveText('3 dari 3');
  const tag = panel.locator('[data-tag]').first();
  await expect(tag).toHaveAttribute('data-found');
  await expect(tag).toHaveText('kunjungan bupati');

  await find.replacement.fill('Wali Kota');
  await find.button('Ganti semua').click();
  await expect(find.status).toHaveText('Tidak ditemukan');
  await expect(composer.headline).toHaveValue('Wali Kota datang');
  await expect(panel.locator('[data-tag]')).toHaveText(['kunjungan Wali Kota', 'pasar']);
  await desk.getByRole('tab', { name: 'Judul' }).click();
  await expect(slug).toHaveValue('wali-kota-di-pasar');
  await composer.body.press('Control+z');
  await expect(slug).toHaveValue('bupati-di-pasar');
  await expect(composer.headline).toHaveValue('Bupati datang');

  // One after the other.
  await expect(find.status).toContainText('dari 3');
  await find.replacement.focus();
  for (let left = 2; left > 0; left -= 1) {
    await desk.keyboard.press('Enter');
    await expect(find.status).toContainText(`dari ${left}`);
  }
  await desk.keyboard.press('Enter');
  await expect(find.status).toHaveText('Tidak ditemukan');
  await expect(composer.headline).toHaveValue('Wali Kota datang');
  await desk.getByRole('tab', { name: 'Rincian' }).click();
  await expect(panel.locator('[data-tag]')).toHaveText(['kunjungan Wali Kota', 'pasar']);
});

test('a story is named for every place: lengths, capitals, previews, and a warning of a headline that is taken', async ({
  composer,
  desk,
}) => {
  await composer.newArticle();
  await composer.headline.fill('Banjir di Demak surut');
  await composer.expectSaved();
  await composer.newArticle();
  await composer.headline.fill('banjir di demak surut');
  await composer.goToEnd();
  await desk.keyboard.type('Warga Demak pulang ke rumah, kata Bupati Demak.');
  await desk.keyboard.press('Control+Alt+h');
  await expect(desk.getByRole('tab', { name: 'Judul' })).toBeFocused();
  // Of keys that come at once each goes on from where the one before led.
  await composer.pressAtOnce(['ArrowRight', 'ArrowRight']);
  await expect(desk.getByRole('tab', { name: 'Riwayat' })).toHaveAttribute('aria-selected', 'true');
  await composer.pressAtOnce(['ArrowLeft', 'ArrowLeft']);

  const set = desk.getByRole('tabpanel', { name: 'Judul' });
  await expect(set.getByText('Judul ini sudah dipakai')).toBeVisible();
  await expect(set.getByRole('link', { name: 'Banjir di Demak surut' })).toBeVisible();

  await set.getByRole('button', { name: 'Huruf kapital: Judul situs' }).click();
  await desk.getByRole('menuitem', { name: /^Judul \(EYD V\)/ }).click();
  await expect(composer.headline).toHaveValue('Banjir di Demak Surut');
  await set.getByRole('button', { name: 'Huruf kapital: Judul situs' }).click();
  await desk.getByRole('menuitem', { name: /^Kalimat/ }).click();
  await expect(composer.headline).toHaveValue('Banjir di Demak surut');

  await set.getByRole('textbox', { name: 'Judul situs' }).fill('Air surut, warga Demak pulang');
  await expect(composer.headline).toHaveValue('Air surut, warga Demak pulang');
  await expect(set.getByText('Judul ini sudah dipakai')).toBeHidden();
  const short = set.getByRole('textbox', { name: 'Judul pendek' });
  await short.click();
  await desk.keyboard.press('Control+z');
  await expect(short).toBeFocused();
  await desk.keyboard.type('Warga Demak pulang');
  await expect(composer.body).toHaveText('Warga Demak pulang ke rumah, kata Bupati Demak.');
  await desk.keyboard.press('Control+z');
  await expect(short).not.toHaveValue('Warga Demak pulang');
  await desk.keyboard.press('Control+Shift+z');
  await expect(short).toHaveValue('Warga Demak pulang');
  await set.getByRole('textbox', { name: 'Judul mesin pencari' }).fill('W'.repeat(40));
  await expect(set.getByText(/40\/60 huruf · \d+\/580 px · terpotong/)).toBeVisible();
  await set.getByRole('textbox', { name: 'Judul media sosial' }).fill('Air surut di Demak');

  const previews = set.getByRole('region', { name: 'Pratinjau judul' });
  await expect(previews.locator('[data-preview="front"]')).toContainText('Warga Demak pulang');
  await expect(previews.locator('[data-preview="search"]')).toContainText('air-surut-warga-demak-pulang');
  await expect(previews.locator('[data-preview="social"]')).toContainText('Air surut di Demak');
  await composer.expectSaved();
  await desk.reload();
  await expect(set.getByRole('textbox', { name: 'Judul pendek' })).toHaveValue('Warga Demak pulang');
});

test('one jumps by the outline, sees what is selected counted, and writes in quiet until Escape', async ({
  composer,
  desk,
}) => {
  await composer.newArticle();
  await composer.headline.fill('Gudang terbakar');
  await composer.goToEnd();
  await desk.keyboard.type('Satu dua tiga.\n## Kronologi\nEmpat lima.');
  await desk.keyboard.press('Control+Shift+o');
  const outline = desk.getByRole('listbox', { name: 'Kerangka naskah' });
  await expect(outline.getByRole('option', { name: 'Empat lima.' })).toHaveAttribute(
    'aria-current',
    'location',
  );
  await desk.keyboard.press('ArrowUp');
  await desk.keyboard.press('Enter');
  await expect(outline).toBeHidden();
  await desk.keyboard.type('Awal ');
  await expect(composer.body.getByRole('heading')).toHaveText('Awal Kronologi');

  // What hangs on the copy is not left over the list, and is there again with the copy.
  const leaveAndReturn = async (hanging: Locator): Promise<void> => {
    await expect(hanging).toBeVisible();
    await desk.goBack();
    await expect(desk.getByRole('heading', { name: 'Naskah', exact: true })).toBeVisible();
    await expect(hanging).toBeHidden();
    await desk.goForward();
    await composer.body.focus();
    await expect(hanging).toBeVisible();
  };
  await desk.keyboard.type('/');
  await leaveAndReturn(desk.getByRole('listbox', { name: 'Sisipkan' }));
  await desk.keyboard.press('Backspace');
  await desk.keyboard.press('Shift+End');
  await leaveAndReturn(desk.getByRole('toolbar', { name: 'Format kata terpilih' }));
  await desk.getByRole('button', { name: '1 dari 7 kata' }).click();
  await expect(desk.getByRole('row', { name: 'Huruf tanpa spasi' })).toContainText('9');
  await desk.keyboard.press('Escape');

  const inspector = desk.getByRole('complementary', { name: 'Panel di samping naskah' });
  await desk.keyboard.press('Control+Shift+f');
  await expect(inspector).toBeHidden();
  await expect(desk.getByRole('navigation', { name: 'Bagian utama' })).toBeHidden();
  await composer.expectSaved();
  await desk.reload();
  await expect(inspector).toBeHidden();
  await desk.getByRole('button', { name: 'Keluar dari tulis tenang' }).click();
  await expect(inspector).toBeVisible();
});

test('an abbreviation of the house becomes its words, variables filled in, and comes back with one undo', async ({
  composer,
  desk,
}) => {
  await desk.evaluate(() => (window.location.hash = '#/atur/tulis'));
  await desk.getByLabel('Singkatan').fill('tk1');
  await desk.getByLabel('Menjadi').fill('Tim kami di {kota} melaporkan.\nKontak: {outlet}');
  await desk.getByRole('button', { name: 'Simpan singkatan' }).click();
  await expect(desk.getByRole('list', { name: 'Teks otomatis' })).toContainText('tk1');
  await expect(desk.locator('[data-save="saved"]')).toBeVisible();

  await composer.newArticle();
  await composer.headline.fill('Banjir');
  await desk.getByRole('tabpanel').getByLabel('Titimangsa').fill('DEMAK, SERUJI.CO.ID – ');
  await composer.goToEnd();
  await desk.keyboard.type('Pagi. tk1');
  await desk.keyboard.press('Tab');
  await expect(composer.body.getByRole('paragraph')).toHaveText([
    'Pagi. Tim kami di Demak melaporkan.',
    /^Kontak: \S/,
  ]);
  await desk.keyboard.press('Control+z');
  await expect(composer.body.getByRole('paragraph')).toHaveText(['Pagi. tk1']);
  await desk.keyboard.type('x tk1 ');
  await expect(composer.body).toContainText('Pagi. tk1x Tim kami di Demak melaporkan.');
});

test('headline, dek, headline set and captions have typographic marks while one types; one undo takes the mark back alone', async ({
  composer,
  desk,
}) => {
  const { keyboard } = desk;
  await composer.newArticle();
  await composer.headline.focus();
  await keyboard.type(`Bupati: "Beras Rp 15.000" - Jum'at ...`);
  await expect(composer.headline).toHaveValue('Bupati: “Beras Rp15.000” – Jum’at …');

  // Within words the caret stays where one types; the straight mark comes back alone, and goes on being straight.
  await keyboard.press('Control+a');
  await keyboard.type('Harga naik');
  for (let steps = 0; steps < 'naik'.length; steps += 1) await keyboard.press('ArrowLeft');
  await keyboard.type('"');
  await expect(composer.headline).toHaveValue('Harga “naik');
  await keyboard.press('Control+z');
  await expect(composer.headline).toHaveValue('Harga "naik');
  await keyboard.type('ikut');
  await expect(composer.headline).toHaveValue('Harga "ikutnaik');
  // What was typed in one go goes in one step.
  await keyboard.press('Control+z');
  await expect(composer.headline).toHaveValue('Harga "naik');
  await keyboard.press('Control+z');
  await expect(composer.headline).toHaveValue('Harga naik');
  await keyboard.press('Control+y');
  await keyboard.press('Control+y');
  await expect(composer.headline).toHaveValue('Harga "ikutnaik');

  // What is pasted, or put in by an input method, is left as it is.
  await composer.headline.fill('');
  await desk.evaluate(() => document.execCommand('insertText', false, '"x" - y'));
  await expect(composer.headline).toHaveValue('"x" - y');
  const browser = await desk.context().newCDPSession(desk);
  await composer.headline.fill('');
  await browser.send('Input.imeSetComposition', { text: '"', selectionStart: 1, selectionEnd: 1 });
  await expect(composer.headline).toHaveValue('"');
  await browser.send('Input.insertText', { text: '"a"' });
  await expect(composer.headline).toHaveValue('"a"');

  await desk.getByRole('textbox', { name: 'Ringkasan', exact: true }).focus();
  await keyboard.type('Kata "ya".');
  await expect(desk.getByRole('textbox', { name: 'Ringkasan', exact: true })).toHaveValue('Kata “ya”.');
  await keyboard.press('Control+Alt+h');
  const set = desk.getByRole('tabpanel', { name: 'Judul' });
  for (const name of ['Judul pendek', 'Judul mesin pencari', 'Judul media sosial']) {
    await set.getByRole('textbox', { name }).focus();
    await keyboard.type('"Ya" - Bupati');
    await expect(set.getByRole('textbox', { name })).toHaveValue('“Ya” – Bupati');
  }
  // Addresses and codes are none of it.
  await set.getByRole('textbox', { name: 'Slug', exact: true }).focus();
  await keyboard.type('"a');
  await expect(set.getByRole('textbox', { name: 'Slug', exact: true })).toHaveValue('"a');
  await keyboard.press('Control+Alt+1');
  const credit = desk.getByRole('tabpanel').getByRole('textbox', { name: 'Kredit' });
  await credit.focus();
  await keyboard.type('(Ant - "SU")');
  await expect(credit).toHaveValue('(Ant - "SU")');

  // Lines of the copy's blocks too, in the language of the article.
  await desk.getByRole('tabpanel').getByRole('combobox', { name: 'Bahasa naskah' }).selectOption('en');
  await composer.goToEnd();
  await composer.insert('kotak');
  await keyboard.type('What is "it" -- really');
  await expect(desk.getByRole('textbox', { name: 'Judul kotak fakta' })).toHaveValue('What is “it” — really');
  await keyboard.press('Enter');
  await composer.goToEnd();
  await composer.insert('sematan');
  await keyboard.type('https://youtu.be/dQw4w9WgXcQ');
  await keyboard.press('Enter');
  const title = desk.getByRole('textbox', { name: 'Judul atau isi singkatnya' });
  await title.focus();
  await keyboard.type('The "market"');
  await expect(title).toHaveValue('The “market”');
  await keyboard.press('Control+z');
  await keyboard.type('!?');
  await expect(title).toHaveValue('The “market"!?');
  await keyboard.press('Control+z');
  await expect(title).toHaveValue('The “market"');
  await keyboard.type('!');
  await composer.expectSaved();
  await desk.reload();
  await expect(title).toHaveValue('The “market"!');
  await expect(desk.getByRole('textbox', { name: 'Judul kotak fakta' })).toHaveValue('What is “it” — really');
});

test('an address one types is a link once it has ended; one undo leaves the words, and none is made where all is suggested', async ({
  composer,
  desk,
}) => {
  const { keyboard } = desk;
  await composer.newArticle();
  await composer.headline.fill('Tautan');
  await composer.goToEnd();
  await keyboard.type(
    'Baca https://antaranews.com/berita/1. Lalu (www.kompas.com) dan redaksi@contoh.id ya.',
  );
  const links = composer.body.getByRole('link');
  await expect(links).toHaveText(['https://antaranews.com/berita/1', 'www.kompas.com']);
  await expect(links.last()).toHaveAttribute('href', 'https://www.kompas.com');

  // The caret goes on behind it, outside.
  await keyboard.press('Enter');
  await keyboard.type('https://tempo.co');
  await keyboard.press('Enter');
  await keyboard.type('Selesai.');
  await expect(links).toHaveCount(3);
  await expect(composer.body.getByRole('paragraph').nth(1)).toHaveText('https://tempo.co');
  await expect(composer.body.getByRole('paragraph').last()).toHaveText('Selesai.');

  await keyboard.type(' www.detik.com ');
  await expect(links).toHaveCount(4);
  await keyboard.press('Control+z');
  await expect(links).toHaveCount(3);
  await keyboard.type('dan');
  await expect(composer.body.getByRole('paragraph').last()).toHaveText('Selesai. www.detik.com dan');

  await keyboard.press('Control+Alt+x');
  await keyboard.type(' www.republika.co.id lagi');
  await expect(composer.body).toContainText('www.republika.co.id lagi');
  await composer.expectSaved();
  await desk.reload();
  await expect(links).toHaveText(['https://antaranews.com/berita/1', 'www.kompas.com', 'https://tempo.co']);
});
