import { Checks } from './pages/checks.ts';
import { Composer } from './pages/composer.ts';
import { expect, test } from './support/workstation.ts';

test('an article the pointer rests on waits behind the list: nobody is told, and it is there with its marks at the click', async ({
  composer,
  desk,
  context,
}) => {
  const checks = new Checks(desk);
  for (const [headline, copy] of [
    ['Gudang terbakar', 'Api padam pada Jumat malam.'],
    ['Harga beras naik', 'Pedagang mengelluh soal beras.'],
  ] as const) {
    await composer.newArticle();
    await composer.headline.fill(headline);
    await composer.goToEnd();
    await desk.keyboard.type(copy);
    await composer.expectSaved();
  }
  await desk.evaluate(() => (window.location.hash = '#/naskah'));
  const row = (headline: string) => desk.getByRole('option').filter({ hasText: headline });
  /** Whether it is on screen or not. */
  const copyInEditor = desk.locator('[data-lexical-editor="true"]');
  await expect(composer.body).toBeHidden();
  await row('Gudang terbakar').hover();
  await expect(copyInEditor).toContainText('Api padam');

  // Another window writes it, and is not told of the one that only points.
  const other = await context.newPage();
  const second = new Composer(other);
  await other.goto(desk.url());
  await other.getByRole('option').filter({ hasText: 'Gudang terbakar' }).click();
  await expect(second.body).toContainText('Api padam');
  await second.goToEnd();
  await other.keyboard.type(' Tidak ada korban.');
  await second.expectSaved();
  await expect(copyInEditor).toContainText('Tidak ada korban.');
  await expect(other.getByText(/sedang ditulis di jendela lain/)).toHaveCount(0);
  await expect(composer.body).toBeHidden();
  await row('Gudang terbakar').click();
  await expect(composer.body).toContainText('Tidak ada korban.');
  await expect(desk.getByText(/sedang ditulis di jendela lain/)).toBeVisible();
  await other.close();

  await desk.goBack();
  await row('Harga beras naik').hover();
  await expect(copyInEditor).toContainText('Pedagang mengelluh');
  await row('Harga beras naik').click();
  await expect(composer.body).toContainText('Pedagang mengelluh');
  await expect(composer.headline).toHaveValue('Harga beras naik');
  await expect(composer.body).toBeFocused();
  await checks.open();
  await expect.poll(() => checks.isUnderlined('mengelluh')).toBe(true);
  await composer.goToEnd();
  await desk.keyboard.type(' Pembeli juga.');
  await composer.expectSaved();
  await desk.keyboard.press('Control+z');
  await expect(composer.body).toHaveText('Pedagang mengelluh soal beras.');
});
