/** A file somebody wrote elsewhere becomes a draft, its pictures stored first. */
import type { AddedMedia, Article, ArticleFields, LeftOut } from '../../../../shared/contract/articles.ts';
import { buildDocument } from '../../../../shared/document/build.ts';
import type { ArticleDocument, BlockNode, Picture } from '../../../../shared/document/vocabulary.ts';
import { documentImages } from '../../../../shared/document/walk.ts';
import { contractError } from '../../errors.ts';
import { ManuscriptError, type Manuscript } from './manuscript.ts';
import { runImportWorker } from './run-import-worker.ts';

const LARGEST_FILE_BYTES = 50 * 1024 * 1024;
/** Pictures on the web that are fetched with one file; the rest can be fetched in the composer. */
const MOST_FETCHED = 40;
const FETCH_TIME_MS = 20_000;

export type ImportFile = (
  bytes: Uint8Array,
  name: string,
) => Promise<{ article: Article; leftOut: LeftOut[] }>;

interface ImportNeeds {
  addPicture: (bytes: Uint8Array, name: string) => Promise<AddedMedia>;
  /** Gets the bytes of a picture from the web, within limits. */
  fetchPicture: (url: string) => Promise<Uint8Array>;
  create: (fields: Partial<ArticleFields>, document: ArticleDocument) => Article;
}

/** A refusal of the store means that this picture cannot be taken; a full disk means that nothing can. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'INVALID';
}

/** The picture as it is stored, in place of the one that was read; what its file says fills what is empty. */
function placed<One extends Picture>(picture: One, stored: AddedMedia): One {
  return {
    ...picture,
    mediaId: stored.mediaId,
    width: stored.width,
    height: stored.height,
    caption: picture.caption === '' ? stored.caption : picture.caption,
    credit: picture.credit === '' ? stored.credit : picture.credit,
  };
}

/** The document with its pictures as `find` gives them; those for which it gives null are gone. */
function withPictures(
  document: ArticleDocument,
  find: <One extends Picture>(picture: One) => One | null,
): ArticleDocument {
  const blocks = document.root.children.flatMap((block): BlockNode[] => {
    if (block.type === 'image') {
      const found = find(block);
      return found === null ? [] : [found];
    }
    if (block.type !== 'gallery') return [block];
    const pictures = block.pictures.flatMap((picture) => find(picture) ?? []);
    return pictures.length === 0 ? [] : [{ ...block, pictures }];
  });
  return buildDocument(blocks);
}

export function createImportFile({ addPicture, fetchPicture, create }: ImportNeeds): ImportFile {
  async function store(bytes: Uint8Array, name: string): Promise<AddedMedia | null> {
    try {
      return await addPicture(bytes, name);
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  }

  async function fetchAndStore(url: string): Promise<AddedMedia | null> {
    const late = new Promise<null>((resolve) => setTimeout(resolve, FETCH_TIME_MS, null).unref());
    const bytes = await Promise.race([fetchPicture(url).catch(() => null), late]);
    return bytes === null ? null : store(bytes, new URL(url).pathname.split('/').at(-1) ?? '');
  }

  async function storePictures({ document, pictures }: Manuscript): Promise<{
    document: ArticleDocument;
    missing: number;
  }> {
    const stored = new Map<string, AddedMedia | null>();
    for (const { id, bytes, name } of pictures) stored.set(id, await store(bytes, name));
    const elsewhere = [
      ...new Set(documentImages(document).flatMap(({ sourceUrl }) => (sourceUrl === '' ? [] : [sourceUrl]))),
    ].slice(0, MOST_FETCHED);
    const fetched = await Promise.all(elsewhere.map(fetchAndStore));
    for (const [index, url] of elsewhere.entries()) stored.set(url, fetched[index] ?? null);
    return {
      // What could not be fetched keeps its address and can be fetched later; what was inside and is not taken is gone.
      document: withPictures(document, (picture) => {
        const found = stored.get(picture.mediaId === '' ? picture.sourceUrl : picture.mediaId);
        if (found) return placed(picture, found);
        return picture.mediaId === '' ? picture : null;
      }),
      missing: [...stored.values()].filter((one) => one === null).length,
    };
  }

  return async (bytes, name) => {
    if (bytes.length > LARGEST_FILE_BYTES) {
      throw contractError('UNREADABLE', { code: 'too-large', detail: `${bytes.length} bytes` });
    }
    const manuscript = await runImportWorker(bytes, name).catch((error: unknown) => {
      if (!(error instanceof ManuscriptError)) throw error;
      throw contractError('UNREADABLE', { code: error.code, detail: error.message });
    });
    const { document, missing } = await storePictures(manuscript);
    const inside = manuscript.leftOut.find(({ kind }) => kind === 'pictures')?.count ?? 0;
    const others = manuscript.leftOut.filter(({ kind }) => kind !== 'pictures');
    const leftOut = [...others, { kind: 'pictures' as const, count: inside + missing }];
    return {
      article: create(manuscript.fields, document),
      leftOut: leftOut.filter(({ count }) => count > 0),
    };
  };
}
