/** What tests of rights are written about: a story of two sentences, an article made of it, a picture in it, a site. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import type { ArticleDocument } from '../../shared/document/vocabulary.ts';
import { MANUAL_SOURCE_ID, sourceConfigurationSchema } from '../../shared/contract/wire-sources.ts';
import type { TestCore } from './testing.ts';

export const SENTENCES = [
  'Harga cabai merah keriting di pasar induk turun pada Rabu.',
  'Pedagang menyebut pasokan dari Jawa Timur kembali normal.',
];
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
export const DAY = 86_400_000;

export async function written(core: TestCore): Promise<string> {
  const { storyIds } = await core.client.wire.importText({
    text: ['Harga cabai turun', '', `Jakarta (ANTARA) - ${SENTENCES[0]}`, '', SENTENCES[1]].join('\n'),
    creditName: 'Ant',
  });
  return (await core.client.articles.writeFromWire({ storyId: storyIds[0] ?? 0 })).articleId;
}

export async function save(
  { client }: TestCore,
  articleId: string,
  change: { credit?: string; document?: ArticleDocument },
): Promise<void> {
  const { base, fields } = await client.articles.get({ articleId });
  await client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    ...(change.credit === undefined ? {} : { fields: { ...fields, credit: change.credit } }),
    ...(change.document === undefined ? {} : { document: change.document }),
  });
}

export async function withPicture(core: TestCore, articleId: string): Promise<string> {
  const file = new File([PIXEL], 'panen.png', { type: 'image/png' });
  const { mediaId } = await core.client.media.add({ file, name: 'panen.png' });
  const image = { type: 'image', mediaId, alt: 'Panen', credit: 'Kantor berita lain' };
  await save(core, articleId, {
    document: buildDocument([paragraph([text(SENTENCES.join(' '))]), image as never]),
  });
  return mediaId;
}

export async function site(core: TestCore): Promise<string> {
  const configuration = {
    kind: 'folder-site' as const,
    folder: join(core.dataFolder, randomUUID()),
    siteUrl: 'https://situs.example/',
    language: 'id' as const,
  };
  return (await core.client.publishing.targets.add({ name: 'Situs', configuration })).id;
}

/** Changes what the house has settled with the source of pasted copy. */
export async function settleSource(
  { client }: TestCore,
  change: Partial<ReturnType<typeof sourceConfigurationSchema.parse>>,
): Promise<void> {
  const manual = (await client.wire.sources.list()).find(({ id }) => id === MANUAL_SOURCE_ID);
  const configuration = { ...sourceConfigurationSchema.parse(manual), ...change };
  await client.wire.sources.change({ id: MANUAL_SOURCE_ID, configuration });
}
