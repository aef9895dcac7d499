import {
  cameraData,
  cornerOf,
  exifSegment,
  extendedWebp,
  PACKET,
  quarters,
  TURNED,
  turnedAvif,
  withChunk,
  xmpSegment,
} from '../../electron/core/media/testing-pictures.ts';
import { holdAnswers } from './support/held-answers.ts';
import { pngOf } from './support/picture.ts';
import { expect, test } from './support/workstation.ts';

test('a picture that arrives late leaves the caret where one writes, and gets into its article though that was left', async ({
  composer,
  desk,
}) => {
  const { keyboard } = desk;
  await composer.newArticle();
  await composer.headline.fill('Banjir surut');
  await composer.goToEnd();
  await keyboard.type('Air surut.');
  await composer.expectSaved();
  const { articleId } = composer;

  let letGo = await holdAnswers(desk, '"mimeType"');
  await desk.reload();
  await expect(composer.body).toHaveText('Air surut.');
  const picker = desk.locator('[data-editor-bar] input[type=file]');
  await picker.setInputFiles([{ name: 'satu.png', mimeType: 'image/png', buffer: pngOf([180, 40, 40]) }]);
  await expect(composer.body.getByText('Menyimpan satu.png')).toBeVisible();
  await composer.headline.focus();
  await keyboard.press('End');
  await keyboard.type(' di');
  letGo();
  await expect(composer.body.locator('figure img')).toHaveCount(1);
  await expect(composer.headline).toBeFocused();
  await keyboard.type(' Demak');
  await expect(composer.headline).toHaveValue('Banjir surut di Demak');
  await composer.expectSaved();

  letGo = await holdAnswers(desk, '"mimeType"');
  await desk.reload();
  await composer.goToEnd();
  await composer.insert('galeri');
  const gallery = desk.getByRole('region', { name: 'Galeri' });
  await gallery
    .locator('input[type=file]')
    .setInputFiles([{ name: 'dua.png', mimeType: 'image/png', buffer: pngOf([40, 120, 40]) }]);
  await expect(gallery.getByText('Menyimpan', { exact: false })).toBeVisible();
  await composer.newArticle();
  await composer.headline.fill('Naskah lain');
  letGo();
  await composer.expectSaved();
  await expect(composer.body.locator('figure')).toHaveCount(0);

  await desk.evaluate((id) => (window.location.hash = `#/naskah/${id}`), articleId);
  await expect(gallery.locator('img')).toHaveCount(1);
  await composer.expectSaved();
  await desk.reload();
  await expect(gallery.locator('img')).toHaveCount(1);
});

test('pictures of a gallery stand in the order they were chosen in, though the first takes longest', async ({
  composer,
  desk,
}) => {
  const file = (name: string, width: number) => ({
    name,
    mimeType: 'image/png',
    buffer: pngOf([40, 120, 40], width),
  });
  await composer.newArticle();
  await composer.headline.fill('Panen padi');
  await composer.expectSaved();
  const letGo = await holdAnswers(desk, '"satu.png"');
  await desk.reload();
  await composer.goToEnd();
  await composer.insert('galeri');
  const gallery = desk.getByRole('region', { name: 'Galeri' });
  const picker = gallery.locator('input[type=file]');
  await picker.setInputFiles([file('satu.png', 60), file('dua.png', 40), file('tiga.png', 50)]);
  await expect(gallery.getByText('Menyimpan 3 gambar')).toBeVisible();
  await picker.setInputFiles([file('empat.png', 30)]);
  await expect(gallery.getByText('Menyimpan 4 gambar')).toBeVisible();
  // Long enough for each of the others to be stored and told of, were it let in first.
  await desk.waitForTimeout(1500);
  letGo();
  await expect(gallery.getByText('Menyimpan')).toHaveCount(0);
  const widths = () =>
    gallery
      .locator('img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  await expect.poll(widths).toEqual([60, 40, 50, 30]);
  await composer.expectSaved();
  await desk.reload();
  await expect.poll(widths).toEqual([60, 40, 50, 30]);
});

test('pictures of a gallery change places by key, the focus staying with them, and the copy around is left alone', async ({
  composer,
  desk,
}) => {
  await composer.newArticle();
  await composer.headline.fill('Panen padi');
  await composer.body.click();
  await desk.keyboard.type('Panen raya dimulai.');
  await desk.keyboard.press('Enter');
  await composer.insert('galeri');
  const gallery = desk.getByRole('region', { name: 'Galeri' });
  await gallery.locator('input[type=file]').setInputFiles(
    [60, 40, 50].map((width) => ({
      name: `${width}.png`,
      mimeType: 'image/png',
      buffer: pngOf([40, 120, 40], width),
    })),
  );
  const widths = () =>
    gallery
      .locator('img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  await expect.poll(widths).toEqual([60, 40, 50]);
  const paragraphs = await composer.body.getByRole('paragraph').count();
  await composer.body.getByText('Panen raya dimulai.').click();

  const button = (name: string) => gallery.getByRole('button', { name, exact: true });
  await button('Mundurkan gambar 1').focus();
  await desk.keyboard.press('Enter');
  await expect.poll(widths).toEqual([40, 60, 50]);
  await expect(button('Mundurkan gambar 2')).toBeFocused();
  await desk.keyboard.press('Space');
  await expect.poll(widths).toEqual([40, 50, 60]);
  // It has come to the end: the way back is at hand.
  await expect(button('Majukan gambar 3')).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect.poll(widths).toEqual([40, 60, 50]);
  await desk.keyboard.press('Control+z');
  await expect.poll(widths).toEqual([40, 50, 60]);

  await button('Buang gambar 3').focus();
  await desk.keyboard.press('Enter');
  await expect.poll(widths).toEqual([40, 50]);
  await expect(button('Buang gambar 2')).toBeFocused();
  await expect(composer.body.getByRole('paragraph')).toHaveCount(paragraphs);
  await expect(composer.body.getByText('Panen raya dimulai.', { exact: true })).toBeVisible();
});

test('a picture of a gallery is dragged among the others with what is written of it, shows where it will land, and one undo brings it back', async ({
  composer,
  desk,
}) => {
  await composer.newArticle();
  await composer.headline.fill('Panen padi');
  await composer.goToEnd();
  await composer.insert('galeri');
  const gallery = desk.getByRole('region', { name: 'Galeri' });
  await gallery.locator('input[type=file]').setInputFiles(
    [60, 40, 50, 30].map((width, index) => ({
      name: `${width}.png`,
      mimeType: 'image/png',
      buffer: pngOf([40 + index * 50, 120, 40], width),
    })),
  );
  const pictures = gallery.getByRole('listitem');
  const frame = (index: number) => pictures.nth(index).locator('[data-takes]');
  const widths = () =>
    pictures
      .locator('img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  await expect.poll(widths).toEqual([60, 40, 50, 30]);
  const fieldOf = (index: number, name: string) => pictures.nth(index).getByRole('textbox', { name });
  await fieldOf(0, 'Keterangan gambar').fill('Sawah di Demak');
  await fieldOf(0, 'Kredit').fill('ANTARA');
  await fieldOf(0, 'Teks alternatif').fill('Sawah menguning');
  await composer.expectSaved();

  /** Takes hold of a picture and carries it over the right half of another. */
  async function carry(from: number, to: number): Promise<void> {
    await frame(from).hover();
    const target = await frame(to).boundingBox();
    if (target === null) throw new Error('the picture is not to be seen');
    await desk.mouse.down();
    await desk.mouse.move(target.x + target.width * 0.8, target.y + 50, { steps: 8 });
    await expect(pictures.nth(to)).toHaveAttribute('data-landing', 'after');
  }

  await carry(0, 2);
  await desk.mouse.up();
  await expect.poll(widths).toEqual([40, 50, 60, 30]);
  await expect(fieldOf(2, 'Keterangan gambar')).toHaveValue('Sawah di Demak');
  await expect(fieldOf(2, 'Kredit')).toHaveValue('ANTARA');
  await expect(fieldOf(2, 'Teks alternatif')).toHaveValue('Sawah menguning');
  await expect(gallery.locator('[data-landing]')).toHaveCount(0);
  await composer.expectSaved();

  // Let go elsewhere, or taken back, it stays.
  await carry(0, 1);
  await composer.headline.hover({ force: true });
  await expect(gallery.locator('[data-landing]')).toHaveCount(0);
  await desk.mouse.up();
  await carry(0, 1);
  await desk.keyboard.press('Escape');
  await expect(gallery.locator('[data-landing]')).toHaveCount(0);
  await desk.mouse.up();
  expect(await widths()).toEqual([40, 50, 60, 30]);

  await composer.body.focus();
  await desk.keyboard.press('Control+z');
  await expect.poll(widths).toEqual([60, 40, 50, 30]);
  await expect(fieldOf(0, 'Keterangan gambar')).toHaveValue('Sawah di Demak');
  await desk.keyboard.press('Control+y');
  await expect.poll(widths).toEqual([40, 50, 60, 30]);
  await composer.expectSaved();
  await desk.reload();
  await expect.poll(widths).toEqual([40, 50, 60, 30]);
  await expect(fieldOf(2, 'Keterangan gambar')).toHaveValue('Sawah di Demak');
});

test('a picture that lies on its side in its file is seen upright, in the size the desk is told, whatever its kind', async ({
  composer,
  desk,
}) => {
  const size = [48, 32] as const;
  const camera = cameraData(6);
  const files = [
    { name: 'a.jpg', mimeType: 'image/jpeg', buffer: exifSegment(quarters(...size).jpegSync(95), camera) },
    { name: 'b.png', mimeType: 'image/png', buffer: withChunk(quarters(...size).pngSync(), 'eXIf', camera) },
    {
      name: 'c.webp',
      mimeType: 'image/webp',
      buffer: extendedWebp(quarters(...size).webpSync(90), size, [
        ['EXIF', camera],
        ['XMP ', PACKET],
      ]),
    },
    {
      name: 'd.avif',
      mimeType: 'image/avif',
      buffer: turnedAvif(quarters(...size).avifSync({ speed: 10 }), 6),
    },
  ];
  await composer.newArticle();
  await composer.headline.fill('Banjir surut');
  await composer.goToEnd();
  const picker = desk.locator('[data-editor-bar] input[type=file]');
  for (const [index, file] of files.entries()) {
    await picker.setInputFiles([file]);
    await expect(composer.body.locator('figure img')).toHaveCount(index + 1);
  }
  const seen = () =>
    composer.body.locator('figure img').evaluateAll((images) =>
      Promise.all(
        (images as HTMLImageElement[]).map(async (image) => {
          const bitmap = await createImageBitmap(image);
          const { width, height } = bitmap;
          const context = new OffscreenCanvas(width, height).getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          const corners = [2, height - 3].flatMap((y) =>
            [2, width - 3].map((x) => [...(context?.getImageData(x, y, 1, 1).data ?? [])]),
          );
          const told = [image.getAttribute('width'), image.getAttribute('height')];
          return { told, width: image.naturalWidth, height: image.naturalHeight, corners };
        }),
      ),
    );
  await expect
    .poll(async () => (await seen()).map(({ told, width, height }) => [...told, width, height]))
    .toEqual(files.map(() => ['32', '48', 32, 48]));
  for (const { corners } of await seen()) expect(corners.map(cornerOf)).toEqual(TURNED[6]);
});

test('the credit a picture desk wrote into a file as XMP comes with its picture', async ({
  composer,
  desk,
}) => {
  await composer.newArticle();
  await composer.goToEnd();
  await desk.locator('[data-editor-bar] input[type=file]').setInputFiles([
    {
      name: 'banjir.jpg',
      mimeType: 'image/jpeg',
      buffer: xmpSegment(quarters(48, 32).jpegSync(95)),
    },
  ]);
  await expect(composer.body.getByRole('textbox', { name: 'Kredit foto' })).toHaveValue(
    'ANTARA FOTO/Aji Styawan',
  );
});
