import { ArticleSources } from './pages/article-sources.ts';
import { Corrections } from './pages/corrections.ts';
import { PublicationRecordPage } from './pages/record.ts';
import { Targets } from './pages/targets.ts';
import { WordPressSite } from './support/wordpress-site.ts';
import { expect, test } from './support/workstation.ts';

const site = 'Situs Uji';

test('an edit made at the site is shown in the composer and in the outbox, merged part by part, or overwritten knowingly', async ({
  desk,
  composer,
}) => {
  const wordPress = new WordPressSite();
  const target = () => desk.getByRole('listitem').filter({ hasText: site });
  async function publish(): Promise<void> {
    const popover = await composer.openPublishing();
    await target()
      .getByRole('button', { name: /^(Terbitkan|Perbarui)/ })
      .first()
      .click();
    await expect(popover.locator('[data-delivery]')).toHaveAttribute('data-state', /^(live|conflict)$/);
    await desk.keyboard.press('Escape');
  }
  try {
    await new Targets(desk).addSite(await wordPress.start(), site);
    await composer.newArticle();
    await composer.headline.fill('Panen raya di Karawang');
    await composer.body.click();
    await desk.keyboard.type('Petani memanen padi.');
    await desk.keyboard.press('Enter');
    await desk.keyboard.type('Harga gabah naik.');
    await composer.chooseSection('Ekonomi');
    await composer.expectSaved();
    await publish();

    // Somebody edits it there; here the other paragraph is written on.
    const post = wordPress.content.titled('Panen raya');
    const content = String(post['content']).replace('memanen padi', 'memanen padi dan jagung');
    wordPress.content.write(post.id, { title: 'Panen raya di Karawang dan Subang', content });
    await composer.goToEnd();
    await desk.keyboard.type(' Bulog membelinya.');
    await composer.expectSaved();
    await publish();

    const bar = desk.getByRole('region', { name: `Perubahan di ${site}` });
    await expect(bar).toContainText('tidak ada yang ditimpa');
    await bar.getByRole('button', { name: 'Bandingkan dan putuskan' }).click();
    const dialog = desk.getByRole('dialog', { name: `Diubah di ${site}` });
    const headline = dialog.getByRole('group', { name: /^Judul/ });
    await expect(headline).toContainText('diubah di situs');
    await expect(headline.getByRole('radio', { name: /^Di situs/ })).toBeChecked();
    await expect(dialog.getByRole('group', { name: /^Isi/ }).first()).toContainText('padi dan jagung');
    await headline.getByText('Yang terakhir kami kirim').click();
    await expect(headline.getByText('Panen raya di Karawang', { exact: true }).last()).toBeVisible();
    await headline.getByRole('radio', { name: /^Naskah kita/ }).check();
    await dialog.getByRole('button', { name: 'Simpan dan terbitkan' }).click();
    await expect(dialog).toBeHidden();
    await expect(bar).toBeHidden();

    // Both hands' words are in the open article and at the site.
    await expect(composer.body).toContainText('memanen padi dan jagung');
    await expect(composer.body).toContainText('Bulog membelinya.');
    await expect(composer.headline).toHaveValue('Panen raya di Karawang');
    const at = (field: string) => String(wordPress.content.posts.get(post.id)?.[field]);
    await expect.poll(() => at('title')).toBe('Panen raya di Karawang');
    expect(at('content')).toContain('memanen padi dan jagung');
    expect(at('content')).toContain('Bulog membelinya.');

    // What both changed is decided by a person; this time in the outbox, and ours stays.
    wordPress.content.write(post.id, { content: at('content').replace('Harga gabah naik', 'Harga turun') });
    await composer.goToEnd();
    await desk.keyboard.type(' Stok 7.777 ton.');
    await composer.expectSaved();
    await publish();
    const sources = new ArticleSources(desk);
    await sources.open();
    await sources.addFile('catatan.txt', 'Stok beras aman.');
    await desk.evaluate(() => (window.location.hash = '#/terbitan'));
    await desk.getByRole('button', { name: 'Bandingkan dan putuskan' }).click();
    await expect(dialog.getByText('1 bagian belum diputuskan')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Simpan dan terbitkan' })).toBeDisabled();
    expect(at('content')).toContain('Harga turun');
    await dialog.getByRole('radio', { name: /^Naskah kita/ }).check();
    await dialog.getByRole('button', { name: 'Simpan dan terbitkan' }).click();
    // Its new source has no such figure: that is asked before the words go out.
    await expect(dialog).toContainText('Temuan yang belum dijawab terhadap sumber: 1');
    expect(at('content')).toContain('Harga turun');
    await dialog.getByRole('button', { name: 'Terbitkan juga' }).click();
    await expect
      .poll(() => at('content'))
      .toMatch(/Harga gabah naik\. Bulog membelinya\. Stok 7\.777\ston\./);
    expect([...wordPress.content.posts.keys()]).toHaveLength(2);

    // This time the site's version stands: readers see what nobody sent from here, and the record says so.
    await desk.evaluate(() => (window.location.hash = '#/naskah'));
    await desk.getByRole('option', { name: /Panen raya di Karawang/ }).click();
    const settled = (await composer.openPublishing()).locator('[data-delivery]');
    await expect(settled).toHaveAttribute('data-state', 'live');
    await desk.keyboard.press('Escape');
    wordPress.content.write(post.id, {
      content: at('content').replace('Harga gabah naik', 'Harga gabah turun lagi'),
    });
    await publish();
    await bar.getByRole('button', { name: 'Bandingkan dan putuskan' }).click();
    await dialog.getByRole('button', { name: 'Simpan ke naskah saja' }).click();
    await expect(dialog).toBeHidden();
    const record = new PublicationRecordPage(desk);
    await record.open();
    await expect(record.entries).toHaveCount(4);
    await expect(record.entries.first()).toContainText('Versi situs dibiarkan');
    await expect(record.page).toContainText('bukan kiriman redaksi');
    await expect(record.part('Yang terbit')).toContainText('Harga gabah turun lagi');
    await record.entries.nth(1).click();
    await expect(record.part('Sesudah catatan ini')).toContainText('Versi situs dibiarkan');
    await expect(record.part('Yang terbit')).toContainText('Harga gabah naik');
  } finally {
    await wordPress.stop();
  }
});

test('a Ralat that meets an edit at the site waits, says so, and goes out with what is taken of theirs', async ({
  desk,
  composer,
}) => {
  const wordPress = new WordPressSite();
  const corrections = new Corrections(desk);
  const { ralat } = corrections;
  try {
    await new Targets(desk).addSite(await wordPress.start(), site);
    await composer.newArticle();
    await composer.headline.fill('Panen raya di Karawang');
    await composer.body.click();
    await desk.keyboard.type('Petani memanen padi.');
    await composer.chooseSection('Ekonomi');
    await composer.expectSaved();
    await composer.publishTo(site);
    const post = wordPress.content.titled('Panen raya');
    wordPress.content.write(post.id, { title: 'Panen raya di Subang' });

    await corrections.openRalat();
    await ralat.getByLabel('Yang benar').fill('Harga gabah Rp7.000 per kilogram.');
    await ralat.getByRole('button', { name: 'Terbitkan ralat' }).click();
    await expect(ralat).toBeHidden();
    const bar = desk.getByRole('region', { name: `Perubahan di ${site}` });
    await expect(bar).toContainText('Ralat, pencabutan, atau hak jawab menunggu keputusan Anda.');
    await corrections.openRalat();
    await expect(ralat).toContainText(`Belum sampai ke pembaca di: ${site}.`);
    await desk.keyboard.press('Escape');
    await expect(ralat).toBeHidden();

    await bar.getByRole('button', { name: 'Bandingkan dan putuskan' }).click();
    const dialog = desk.getByRole('dialog', { name: `Diubah di ${site}` });
    await expect(dialog).toContainText('Versi mana pun yang Anda pilih, Ralat terbit bersamanya.');
    await expect(dialog.getByRole('radio', { name: /^Di situs/ })).toBeChecked();
    await expect(dialog.getByRole('button', { name: 'Simpan ke naskah saja' })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Simpan dan terbitkan' }).click();
    const at = (field: string) => String(wordPress.content.posts.get(post.id)?.[field]);
    await expect.poll(() => at('content')).toContain('Harga gabah Rp7.000 per kilogram');
    expect(at('title')).toBe('Panen raya di Subang');
    await expect(bar).toBeHidden();
  } finally {
    await wordPress.stop();
  }
});

test('sections and bylines are mapped to what the site has, and go out under it', async ({
  desk,
  composer,
}) => {
  const wordPress = new WordPressSite();
  wordPress.content.terms.categories.push({ id: 12, name: 'Mancanegara', slug: 'mancanegara' });
  wordPress.content.terms.users.push({ id: 8, name: 'Rina Wulandari', slug: 'rina' });
  try {
    await new Targets(desk).addSite(await wordPress.start(), site);
    await desk.getByRole('region', { name: site }).getByRole('button', { name: 'Padankan' }).click();
    const dialog = desk.getByRole('dialog', { name: `Padanan di ${site}` });
    const section = dialog.getByRole('combobox', { name: 'Padanan untuk Dunia' });
    await section.click();
    await desk.keyboard.type('manca');
    await expect(dialog.getByRole('option', { name: 'Mancanegara' })).toBeVisible();
    await desk.keyboard.press('Enter');
    await expect(section).toHaveValue('Mancanegara');

    await dialog.getByRole('tab', { name: 'Penulis' }).click();
    await dialog.getByRole('textbox', { name: 'Baris nama di naskah' }).fill('Rina W.');
    await desk.keyboard.press('Enter');
    const author = dialog.getByRole('combobox', { name: 'Padanan untuk Rina W.' });
    await author.click();
    await dialog.getByRole('option', { name: 'Rina Wulandari' }).click();
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(dialog).toBeHidden();

    await composer.newArticle();
    await composer.headline.fill('Sidang umum di New York');
    await composer.body.click();
    await desk.keyboard.type('Sidang dibuka Selasa.');
    await composer.chooseSection('Dunia');
    await desk.getByRole('tabpanel').getByRole('textbox', { name: 'Penulis' }).fill('Rina W.');
    await composer.expectSaved();
    await composer.openPublishing();
    await desk
      .getByRole('listitem')
      .filter({ hasText: site })
      .getByRole('button', { name: 'Terbitkan' })
      .click();
    await expect
      .poll(() =>
        [...wordPress.content.posts.values()].find(({ status, id }) => status === 'publish' && id !== 7),
      )
      .toMatchObject({ title: 'Sidang umum di New York', categories: [12], author: 8 });
  } finally {
    await wordPress.stop();
  }
});
