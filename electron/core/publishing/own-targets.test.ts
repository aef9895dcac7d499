import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore();
});

afterEach(() => desk.close());

async function speak(language: 'id' | 'en'): Promise<void> {
  const settings = await desk.client.settings.get();
  await desk.client.settings.change({ interface: { ...settings.interface, language } });
}

async function names(): Promise<string[]> {
  return (await desk.client.publishing.targets.list()).map(({ name }) => name);
}

test('they are called what the language of the interface calls them', async () => {
  await desk.client.sample.load();
  expect(await names()).toEqual(['Situs folder', 'Situs contoh']);
  await speak('en');
  expect(await names()).toEqual(['Folder site', 'Sample site']);
  await speak('id');
  expect(await names()).toEqual(['Situs folder', 'Situs contoh']);
});

test('a name that somebody gave stays in every language', async () => {
  const [folderSite] = await desk.client.publishing.targets.list();
  if (folderSite === undefined) throw new Error('the folder site is there at the first start');
  await desk.client.publishing.targets.change({ ...folderSite, name: 'Kabar Pagi' });
  await speak('en');
  expect(await names()).toEqual(['Kabar Pagi']);
});

test('the folder of the sample site moves with the data folder', async () => {
  await desk.client.sample.load();
  const configurationOf = async () =>
    (await desk.client.publishing.targets.list()).find(({ name }) => name === 'Situs contoh')?.configuration;
  const before = await configurationOf();
  expect(before).toMatchObject({ folder: expect.stringContaining(desk.dataFolder) });
  const target = (await desk.client.publishing.targets.list()).find(({ name }) => name === 'Situs contoh');
  if (target === undefined) throw new Error('the sample is loaded');
  await desk.client.publishing.targets.change({
    ...target,
    configuration: { kind: 'folder-site', folder: '/dulu/redaksi/sample-site' },
  });
  desk = await desk.reopen();
  expect(await configurationOf()).toEqual(before);
});
