import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSourceIntakes } from './source-intakes.ts';
import { eventually, feedOf, openSourceDesk } from './testing-sources.ts';

const SOURCE = '00000000-0000-4000-8000-000000000009';

test('an intake goes over several checks, and tells how far it is within a file', async () => {
  let now = 1_000;
  const intakes = createSourceIntakes({ now: () => now });
  const first = intakes.begin(SOURCE);
  expect(intakes.list()).toEqual([]);
  first.expect({ files: 3, bytes: 300 });
  await first.take('a.xml', 100, async ({ onProgress }) => onProgress({ done: 40, of: 40 }));
  first.end(true);

  now = 4_000;
  const second = intakes.begin(SOURCE);
  second.expect({ files: 2, bytes: 200 });
  await second.take('b.xml', 150, async ({ onProgress }) => {
    onProgress({ done: 20, of: 60 });
    expect(intakes.list()).toEqual([
      {
        sourceId: SOURCE,
        startedAt: new Date(1_000).toISOString(),
        now: new Date(4_000).toISOString(),
        name: 'b.xml',
        files: 3,
        filesDone: 1,
        bytesOf: 300,
        bytesDone: 150,
        stories: 60,
      },
    ]);
  });
  second.end(false);
  expect(intakes.list()).toEqual([]);
  expect(intakes.stop(SOURCE)).toBe(false);
});

test('a folder that is stopped keeps what came in, pauses, and goes on where it was', async () => {
  const open = await openSourceDesk();
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-penuh-'));
  try {
    const { sources } = open.desk.client.wire;
    const past = new Date(Date.now() - 60_000);
    for (let file = 0; file < 12; file += 1) {
      const path = join(folder, `${String(file).padStart(2, '0')}.xml`);
      const headlines = Array.from({ length: 150 }, (_, index) => `Berita ${file} ${index}`);
      writeFileSync(path, feedOf(headlines, { from: file * 150 }));
      utimesSync(path, past, past);
    }
    const { id } = await open.add({ kind: 'folder', address: folder, afterReading: 'move' });
    const [intake] = await eventually(async () => {
      const list = await sources.intakes();
      expect(list[0]?.stories).toBeGreaterThan(0);
      return list;
    });
    expect(intake).toMatchObject({ sourceId: id, files: 12 });
    await sources.stopIntake({ id });
    await eventually(async () => expect(await sources.intakes()).toEqual([]));
    const stopped = await open.source(id);
    expect(stopped).toMatchObject({ paused: true, state: { error: null } });
    const came = (await open.desk.client.wire.counts()).total;
    expect(came).toBeGreaterThan(0);
    expect(came).toBeLessThan(1_800);
    expect(readdirSync(folder)).not.toContain('failed');

    const { id: _id, state: _state, unread: _unread, hasSecret: _hasSecret, ...configuration } = stopped;
    await sources.change({ id, configuration: { ...configuration, paused: false } });
    await eventually(async () => expect((await open.desk.client.wire.counts()).total).toBe(1_800));
    await eventually(() => expect(readdirSync(folder)).toEqual(['processed']));
  } finally {
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
