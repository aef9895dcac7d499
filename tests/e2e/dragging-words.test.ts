import { WORD } from '../../shared/conversion/testing-clipboards.ts';
import { pngOf } from './support/picture.ts';
import { Words } from './pages/words.ts';
import { expect, test } from './support/workstation.ts';

const COPY = [
  '<p>Presiden <b>tiba</b> di <a href="https://www.antaranews.com/berita/1">Singapura</a> kemarin.</p>',
  '<p>Pertemuan berlangsung dua jam.</p>',
  '<p>Tidak ada keterangan pers.</p>',
].join('');

test('selected words are dragged to another place with their formats and links, copied with Ctrl, each one step to undo', async ({
  composer,
  desk,
}) => {
  const words = new Words(desk);
  await composer.newArticle();
  await composer.headline.fill('Presiden di Singapura');
  await composer.goToEnd();
  await composer.paste({ 'text/html': COPY, 'text/plain': 'x' });
  const paragraphs = composer.body.getByRole('paragraph');
  const before = [
    'Presiden tiba di Singapura kemarin.',
    'Pertemuan berlangsung dua jam.',
    'Tidak ada keterangan pers.',
  ] as const;
  await expect(paragraphs).toHaveText(before);
  await composer.expectSaved();

  await words.select('tiba', 'Singapura');
  await words.dropBefore('Singapura', 'dua jam');
  await expect(paragraphs).toHaveText([
    'Presiden  kemarin.',
    'Pertemuan berlangsung tiba di Singapuradua jam.',
    'Tidak ada keterangan pers.',
  ]);
  await expect(paragraphs.nth(1).locator('strong')).toHaveText('tiba');
  await expect(paragraphs.nth(1).getByRole('link')).toHaveAttribute(
    'href',
    'https://www.antaranews.com/berita/1',
  );
  await expect.poll(() => words.selected()).toBe('tiba di Singapura');
  await expect(words.tools).toBeVisible();
  await desk.keyboard.press('Control+z');
  await expect(paragraphs).toHaveText(before);

  await words.select('dua ');
  await desk.keyboard.down('Control');
  await words.dropBefore('dua ', 'keterangan');
  await desk.keyboard.up('Control');
  await expect(paragraphs).toHaveText([before[0], before[1], 'Tidak ada dua keterangan pers.']);
  await expect.poll(() => words.selected()).toBe('dua ');
  await desk.keyboard.press('Control+z');
  await expect(paragraphs).toHaveText(before);

  // Across blocks, over and over into themselves, and taken back while they are carried.
  await words.select('kemarin.', 'Pertemuan');
  await words.dropBefore('Pertemuan', 'keterangan');
  await expect(paragraphs).toHaveText([
    'Presiden tiba di Singapura  berlangsung dua jam.',
    'Tidak ada kemarin.',
    'Pertemuanketerangan pers.',
  ]);
  await desk.keyboard.press('Control+z');
  await expect(paragraphs).toHaveText(before);
  await words.select('berlangsung dua');
  await words.dropOn('berlangsung', 'dua');
  await expect(paragraphs).toHaveText(before);
  await words.select('berlangsung dua');
  await words.carryTo('berlangsung', { x: 700, y: 700 });
  await desk.keyboard.press('Escape');
  await desk.mouse.up();
  await expect(words.tools).toBeVisible();
  await expect(paragraphs).toHaveText(before);

  // What was moved is stored as it stands.
  await words.select('Presiden ');
  await words.dropBefore('Presiden', 'pers.');
  await expect(paragraphs.last()).toHaveText('Tidak ada keterangan Presiden pers.');
  await composer.expectSaved();
  await desk.reload();
  await expect(paragraphs.last()).toHaveText('Tidak ada keterangan Presiden pers.');
});

test('words dragged onto a card, its fields or the head of the article leave the copy as it is; what is dragged in goes the way of paste', async ({
  composer,
  desk,
}) => {
  const words = new Words(desk);
  await composer.newArticle();
  await composer.headline.fill('Rapat');
  await composer.goToEnd();
  await composer.paste({ 'text/html': COPY, 'text/plain': 'x' });
  await desk.keyboard.press('Enter');
  await composer.insert('galeri');
  const gallery = desk.getByRole('region', { name: 'Galeri' });
  await gallery
    .locator('input[type=file]')
    .setInputFiles([{ name: 'satu.png', mimeType: 'image/png', buffer: pngOf([40, 120, 40]) }]);
  await expect(gallery.locator('img')).toBeVisible();
  const field = desk.getByRole('tabpanel').getByLabel('Titimangsa');
  const paragraphs = composer.body.getByRole('paragraph');
  const before = await paragraphs.allTextContents();
  expect(before).toContain('Pertemuan berlangsung dua jam.');

  await words.select('dua jam');
  await words.dropOn('dua', gallery.locator('img'));
  await expect(paragraphs).toHaveText(before);

  const caption = gallery.getByRole('textbox', { name: 'Keterangan gambar' });
  await words.select('dua jam');
  await words.dropOn('dua', caption);
  await expect(caption).toHaveValue('dua jam');
  await words.select('keterangan pers');
  await words.dropOn('keterangan', field);
  await expect(field).toHaveValue('keterangan pers');
  await expect(paragraphs).toHaveText(before);

  // What goes along to other programs is what copying gives them.
  await words.select('tiba', 'Singapura');
  await desk.evaluate(() => {
    const carried: Record<string, string>[] = [];
    Object.assign(globalThis, { carried });
    const note = (transfer: DataTransfer | null) =>
      carried.push(
        Object.fromEntries(
          ['text/plain', 'text/html', 'application/x-lexical-editor'].map((kind) => [
            kind,
            transfer?.getData(kind) ?? '',
          ]),
        ),
      );
    globalThis.addEventListener('dragstart', ({ dataTransfer }) => note(dataTransfer));
    globalThis.addEventListener('copy', ({ clipboardData }) => note(clipboardData));
  });
  await desk.keyboard.press('Control+c');
  await words.dropOn('tiba', gallery.locator('img'));
  const [copied, dragged] = await desk.evaluate(
    () => (globalThis as unknown as { carried: Record<string, string>[] }).carried,
  );
  expect(copied?.['text/html']).toContain('https://www.antaranews.com/berita/1');
  expect(dragged).toEqual(copied);

  // From a field beside the copy, and from another program, over words that are selected elsewhere.
  await field.fill('Menteri');
  await field.selectText();
  const box = await field.boundingBox();
  if (box === null) throw new Error('there is no such field');
  await desk.mouse.move(box.x + 30, box.y + box.height / 2);
  await desk.mouse.down();
  await desk.mouse.move(box.x + 20, box.y + box.height / 2, { steps: 3 });
  await words.letGoBefore('dua jam');
  await expect(composer.body).toContainText('Pertemuan berlangsung Menteridua jam.');
  await expect(field).toHaveValue('Menteri');
  await expect(composer.body).toBeFocused();
  await desk.keyboard.press('Control+z');
  await expect(paragraphs).toHaveText(before);

  await words.select('Tidak ada');
  await words.dropFromElsewhere({ 'text/html': WORD, 'text/plain': 'Agenda' }, 'dua jam');
  await expect(composer.body).toContainText('Pertemuan berlangsung Agenda KTT');
  await expect(composer.body.getByRole('link', { name: 'Antara' })).toHaveAttribute(
    'href',
    'https://www.antaranews.com/berita/1?id=7',
  );
  await expect(composer.body).not.toContainText('Tersembunyi');
  await expect(composer.body).toContainText('Tidak ada keterangan pers.');
  await expect(words.caret).toBeHidden();
  await desk.keyboard.press('Control+z');
  await expect(paragraphs).toHaveText(before);
});

test('in the mode of suggestions words that are dragged shall go from where they are and come where they are let go', async ({
  composer,
  desk,
}) => {
  const words = new Words(desk);
  await composer.newArticle();
  await composer.headline.fill('Presiden di Singapura');
  await composer.goToEnd();
  await composer.paste({ 'text/html': COPY, 'text/plain': 'x' });
  await composer.expectSaved();
  await desk.keyboard.press('Control+Alt+x');
  await expect(desk.getByText(/^Mode usulan: yang Anda ubah/)).toBeVisible();
  const deleted = composer.body.getByRole('deletion');
  const inserted = composer.body.getByRole('insertion');

  await words.select('berlangsung ');
  await words.dropBefore('berlangsung', 'keterangan');
  await expect(deleted).toHaveText('berlangsung ');
  await expect(inserted).toHaveText('berlangsung ');
  await expect(composer.body.getByRole('paragraph').last()).toHaveText(
    'Tidak ada berlangsung keterangan pers.',
  );
  await desk.keyboard.press('Control+z');
  await expect(deleted).toHaveCount(0);
  await expect(inserted).toHaveCount(0);

  await words.dropFromElsewhere({ 'text/plain': 'juga ' }, 'keterangan');
  await expect(inserted).toHaveText('juga ');
  await expect(deleted).toHaveCount(0);
});
