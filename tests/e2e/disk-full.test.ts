import { expect, test } from './support/workstation.ts';

/** More than is left anywhere in a full file system's last pages. */
const longCopy = 'Kalimat yang tidak boleh hilang walau diska penuh. '.repeat(6_000);

test('the disk fills up while somebody writes: they are told, the text stays, and is saved once there is room', async ({
  workstation,
  composer,
  desk,
}) => {
  // The fixture started a desk on an ordinary disk; this one gets a small disk of its own.
  await workstation.stop();
  await desk.goto('about:blank');
  await desk.goto(await workstation.startOnSmallDisk(24));
  await composer.newArticle();
  await composer.goToEnd();
  await desk.keyboard.type('Sebelum diska penuh.');
  await composer.expectSaved();

  const makeRoom = workstation.fillDisk();
  await desk.keyboard.insertText(` ${longCopy}`);
  const told = desk.getByRole('alert').filter({ hasText: 'diska penuh' });
  await expect(told).toContainText('Belum tersimpan');
  await desk.keyboard.type(' Masih diketik.');
  await expect(composer.body).toContainText('Masih diketik.');
  await expect(told).toBeVisible();

  makeRoom();
  await expect(told).toBeHidden({ timeout: 60_000 });
  await composer.expectSaved();
  await desk.reload();
  await expect(composer.body).toContainText('Sebelum diska penuh. Kalimat yang tidak boleh hilang');
  await expect(composer.body).toContainText('Masih diketik.');
});
