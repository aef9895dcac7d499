/** For tests of targets: what one is given to work with, what it is asked, how it fails. */
import { articleFieldsSchema, type ArticleFields } from '../../../shared/contract/articles.ts';
import { houseSchema } from '../../../shared/contract/settings.ts';
import { buildDocument, image, paragraph, text } from '../../../shared/document/build.ts';
import { publishable } from '../../../shared/document/publishable.ts';
import {
  PublishError,
  type PictureFile,
  type PublishableArticle,
  type PublishRequest,
  type TargetContext,
} from './target.ts';

/** The one picture that `testContext` knows. */
export const mediaId = 'b'.repeat(64);

export function testPicture(changes: Partial<PictureFile> = {}): PictureFile {
  return {
    mediaId,
    mimeType: 'image/png',
    width: 1,
    height: 1,
    fileName: 'f.png',
    bytes: async () => new Uint8Array(8),
    ...changes,
  };
}

/** A context with a memory of its own, where nothing else is live. */
export function testContext(changes: Partial<TargetContext> = {}): TargetContext {
  const memory = new Map<string, string>();
  const picture = changes.picture ?? (async (id: string) => (id === mediaId ? testPicture() : null));
  return {
    targetId: 'situs',
    house: houseSchema.parse({}),
    dataFolder: '/nowhere',
    now: () => Date.parse('2026-11-24T00:00:00Z'),
    signal: new AbortController().signal,
    secret: null,
    picture,
    pictureAsShown: (shown) => picture(shown.mediaId),
    liveArticles: () => [],
    addressOf: () => null,
    forbidsAi: () => false,
    remoteIdOf: () => null,
    withdrawalOf: () => null,
    fronts: () => [],
    memory: { get: (key) => memory.get(key) ?? null, set: (key, value) => void memory.set(key, value) },
    oneAtATime: (_thing, work) => work(),
    record: () => {},
    progress: () => {},
    ...changes,
  };
}

/** A first publication that goes out at once. */
export function testRequest(
  article: PublishableArticle,
  changes: Partial<PublishRequest> = {},
): PublishRequest {
  return {
    article,
    marker: 'redaksi-1',
    existing: null,
    mayHaveArrived: false,
    recordsLostSince: null,
    earlierMarkers: [],
    publishAt: null,
    ...changes,
  };
}

/** A short article, with the picture where it is wanted. */
export function testArticle(fields: Partial<ArticleFields>, withPicture: boolean): PublishableArticle {
  return {
    articleId: 'a',
    revisionId: 1,
    fields: articleFieldsSchema.parse({ headline: 'Judul', ...fields }),
    slug: 'judul',
    document: publishable(
      buildDocument([paragraph([text('Isi.')]), ...(withPicture ? [image(mediaId)] : [])]),
    ),
    firstPublishedAt: 0,
    updatedAt: 0,
    corrections: [],
    corrects: null,
  };
}

/** The PublishError a promise rejects with; whatever else becomes of it fails the test. */
export async function failure(promise: Promise<unknown>): Promise<PublishError> {
  const error = await promise.then(
    () => new Error('it went through'),
    (reason: unknown) => reason,
  );
  if (error instanceof PublishError) return error;
  throw error;
}
