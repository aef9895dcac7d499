import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore();
});

afterEach(() => desk.close());

async function told(): Promise<unknown[]> {
  const { lines } = await desk.client.people.trail({});
  return lines.map(({ entry }) => entry);
}

test('people, sources, targets and the house leave lines, under who sat here then', async () => {
  const { people, sources, targets } = {
    people: desk.client.people,
    sources: desk.client.wire.sources,
    targets: desk.client.publishing.targets,
  };
  const budi = await people.add({ name: 'Budi', code: '', role: 'publisher' });
  await people.sitDown(budi);
  await people.sitDown(budi);
  const source = { name: 'Folder', kind: 'folder' as const, address: '/tmp/kiriman' };
  const { id } = await sources.add(source);
  await sources.change({ id, configuration: { ...source, paused: true } });
  await sources.pauseAll({ paused: true });
  await sources.remove({ id });
  const site = { kind: 'wordpress' as const, siteUrl: 'https://situs.example', user: 'redaksi' };
  const target = await targets.add({ name: 'Situs', configuration: site });
  const mapping = { sections: { politik: { id: '7', name: 'Politik' } }, tags: {}, authors: {} };
  await targets.change({ id: target.id, name: 'Situs', configuration: { ...site, mapping } });
  await targets.change({ id: target.id, name: 'Situs Utama', configuration: { ...site, mapping } });
  await targets.remove({ id: target.id });
  expect(await told()).toEqual([
    { kind: 'target-removed', name: 'Situs Utama' },
    { kind: 'target-changed', name: 'Situs Utama' },
    { kind: 'target-mapped', name: 'Situs' },
    { kind: 'target-added', name: 'Situs' },
    { kind: 'source-removed', name: 'Folder' },
    { kind: 'intake-paused' },
    { kind: 'source-paused', name: 'Folder' },
    { kind: 'source-added', name: 'Folder' },
    { kind: 'sat-down', before: '' },
    { kind: 'person-added', name: 'Budi', role: 'publisher' },
  ]);
  const { lines } = await people.trail({});
  expect(lines[0]?.personId).toBe(budi.personId);
  expect(lines.at(-1)?.personId).not.toBe(budi.personId);
});

test('a refused change leaves no line', async () => {
  const [first] = (await desk.client.people.list()).people;
  if (first === undefined) throw new Error('nobody sits here');
  await expect(desk.client.people.change({ ...first, name: 'Sari', role: 'editor' })).rejects.toMatchObject({
    code: 'INVALID',
  });
  expect(await told()).toEqual([]);
});

test('a page of settings that is filled in is one line, however many fields it has', async () => {
  const { house } = await desk.client.settings.get();
  for (const name of ['S', 'Se', 'Seruji']) await desk.client.settings.change({ house: { ...house, name } });
  const [first] = (await desk.client.people.list()).people;
  if (first === undefined) throw new Error('nobody sits here');
  for (const code of ['S', 'SU', 'SU02']) await desk.client.people.change({ ...first, name: 'Sari', code });
  await desk.client.settings.change({ house: { ...house, name: 'Seruji' } });
  expect(await told()).toEqual([
    { kind: 'person-changed', name: 'Sari', role: 'administrator' },
    { kind: 'house-changed' },
  ]);
  desk.advance(2 * 3_600_000);
  await desk.client.settings.change({ house: { ...house, name: 'Seruji Raya' } });
  expect(await told()).toHaveLength(3);
});

test('pages go on where the last one ended', async () => {
  for (const name of ['Budi', 'Tuti', 'Made']) {
    await desk.client.people.add({ name, code: '', role: 'editor' });
  }
  const first = await desk.client.people.trail({ limit: 2 });
  const second = await desk.client.people.trail({ limit: 2, cursor: first.cursor });
  expect([...first.lines, ...second.lines].map(({ entry }) => 'name' in entry && entry.name)).toEqual([
    'Made',
    'Tuti',
    'Budi',
  ]);
  expect(second.cursor).toBeNull();
});
