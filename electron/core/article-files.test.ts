import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleFieldsSchema } from '../../shared/contract/articles.ts';
import { buildDocument, image } from '../../shared/document/build.ts';
import { checkZip } from './articles/import/check-zip.ts';
import {
  cameraData,
  cornersOf,
  exifSegment,
  quarters,
  TURNED,
  turnedAvif,
  withChunk,
} from './media/testing-pictures.ts';
import { openTestCore, type TestCore } from './testing.ts';

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore();
});
afterEach(() => desk.close());

test.each([
  ['jpg', () => exifSegment(quarters(48, 32).jpegSync(95), cameraData(6))],
  ['png', () => withChunk(quarters(48, 32).pngSync(), 'eXIf', cameraData(6))],
  ['avif', () => turnedAvif(quarters(48, 32).avifSync({ speed: 10 }), 6)],
])('a Word file, where nothing is turned, has a %s as it is seen', async (kind, made) => {
  const name = `foto.${kind}`;
  const file = new File([new Uint8Array(made())], name);
  const { mediaId, width, height } = await desk.client.media.add({ file, name });
  const { articleId, base } = await desk.client.articles.create({});
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: articleFieldsSchema.parse({}),
    document: buildDocument([image(mediaId, { alt: 'Foto', width, height })]),
  });

  const written = await desk.client.articles.exportFile({ articleId, format: 'docx' });

  const zip = checkZip(new Uint8Array(await written.arrayBuffer()));
  const [picture = ''] = [...zip.names].filter((each) => /^word\/media\/./.test(each));
  expect(cornersOf(zip.read(picture))).toEqual(TURNED[6]);
  const document = Buffer.from(zip.read('word/document.xml')).toString('utf8');
  const [, across, down] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(document) ?? [];
  expect(Number(down) / Number(across)).toBe(48 / 32);
});
