import { publishable } from '../../../../../shared/document/publishable.ts';
import type * as FileSystem from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { buildDocument, image, paragraph, text } from '../../../../../shared/document/build.ts';
import { createFolderSiteTarget } from './folder-site-target.ts';
import { makeTestDesk, pixelId, PUBLISHED_AT, testArticle, type TestDesk } from './test-desk.ts';

const disk = vi.hoisted(() => ({ renamesLeft: Number.POSITIVE_INFINITY }));

// The process dies before a rename, with what was written beside left lying: nothing after it reaches the disk.
vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof FileSystem>();
  return {
    ...real,
    async rename(...paths: Parameters<typeof real.rename>) {
      disk.renamesLeft -= 1;
      if (disk.renamesLeft < 0) throw new Error('crashed');
      await real.rename(...paths);
    },
    async rm(...parameters: Parameters<typeof real.rm>) {
      if (disk.renamesLeft >= 0) await real.rm(...parameters);
    },
  };
});

const desks: TestDesk[] = [];
afterEach(async () => {
  disk.renamesLeft = Number.POSITIVE_INFINITY;
  await Promise.all(desks.splice(0).map((desk) => desk.remove()));
});

const first = testArticle('Satu', { slug: 'satu', fields: { tags: ['Banjir'] } });
const second = testArticle('Dua', {
  slug: 'dua',
  firstPublishedAt: PUBLISHED_AT + 60_000,
  document: publishable(buildDocument([image(pixelId), paragraph([text('Isi.')])])),
});
const changedFirst = {
  ...first,
  revisionId: 2,
  fields: { ...first.fields, headline: 'Satu Diralat', tags: ['Longsor'] },
};

async function deskWithOne(): Promise<TestDesk> {
  const desk = await makeTestDesk();
  desks.push(desk);
  await desk.publish(first, { marker: 'satu' });
  return desk;
}

async function contents(desk: TestDesk): Promise<Record<string, string>> {
  const names = [...(await desk.files()).keys()];
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await desk.read(name)] as const)),
  );
}

it.each([
  ['a first publication', second],
  ['an update', changedFirst],
])('stopped at any write, %s run again gives the same site as one never stopped', async (_, article) => {
  const whole = await deskWithOne();
  await whole.publish(article, { marker: 'baru' });
  const meant = await contents(whole);

  let crashes = 0;
  for (let renames = 0; ; renames += 1) {
    const desk = await deskWithOne();
    disk.renamesLeft = renames;
    const crashed = await desk.publish(article, { marker: 'baru' }).then(
      () => false,
      () => true,
    );
    disk.renamesLeft = Number.POSITIVE_INFINITY;
    if (!crashed) break;
    crashes += 1;
    desk.target = createFolderSiteTarget();
    const { post, differences } = await desk.publish(article, { marker: 'baru' });
    expect(differences).toEqual([]);
    expect(post.remoteId).toBe(join('nasional', '2018', '04', article.slug).replaceAll('\\', '/'));
    expect(await contents(desk), `after ${renames} writes`).toEqual(meant);
    await desks.pop()?.remove();
  }
  expect(crashes).toBeGreaterThan(10);
});
