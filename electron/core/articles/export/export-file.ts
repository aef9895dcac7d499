/** An article as a file: its working copy with the pictures in it, nothing that is said about it inside the house. */
import type { Article, ExportFormat, Media } from '../../../../shared/contract/articles.ts';
import type { Language } from '../../../../shared/i18n/translate.ts';
import { publishable } from '../../../../shared/document/publishable.ts';
import { documentImages } from '../../../../shared/document/walk.ts';
import type { CorrectionTies } from '../../../../shared/document/with-corrections.ts';
import { articleFileName } from '../../../../shared/domain/slug.ts';
import { askWorker, workerBeside } from '../../ask-worker.ts';
import type { ExportedPicture, ExportQuestion } from './exported-article.ts';

const LIMITS = { timeMs: 120_000, memoryMb: 1024 };

const MIME_TYPES: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown',
  html: 'text/html',
  txt: 'text/plain',
};

export type ExportFile = (articleId: string, format: ExportFormat) => Promise<File>;

interface ExportNeeds {
  article: (articleId: string) => Article;
  findPicture: (mediaId: string) => Media | null;
  readPicture: (mediaId: string) => Promise<Uint8Array>;
  /** With its pixels turned as it is seen. */
  readUpright: (mediaId: string) => Promise<Pick<ExportedPicture, 'bytes' | 'mimeType'>>;
  /** Where these stories of ours can be read, by their ids. */
  addresses: (articleIds: string[]) => Map<string, string>;
  /** How corrections and replies tie an article to others. */
  tiesOf: (articleId: string) => CorrectionTies;
  language: () => Language;
}

export function createExportFile({
  article: articleOf,
  findPicture,
  readPicture,
  readUpright,
  addresses,
  tiesOf,
  language,
}: ExportNeeds): ExportFile {
  /** Word shows the pixels as they lie, whatever a file says of which side is up. */
  async function read({ mediaId, mimeType }: Media, format: ExportFormat) {
    return format === 'docx' ? readUpright(mediaId) : { bytes: await readPicture(mediaId), mimeType };
  }

  async function picturesOf(
    { document }: Article,
    format: ExportFormat,
  ): Promise<Map<string, ExportedPicture>> {
    const pictures = new Map<string, ExportedPicture>();
    if (format === 'txt') return pictures;
    for (const { mediaId } of documentImages(document)) {
      const found = mediaId === '' ? null : findPicture(mediaId);
      // A picture whose file is gone is what the check of the data folder tells of; the words go out without it.
      const picture = found === null ? null : await read(found, format).catch(() => null);
      if (found === null || picture === null) continue;
      pictures.set(mediaId, { ...picture, width: found.width, height: found.height });
    }
    return pictures;
  }

  return async (articleId, format) => {
    const article = articleOf(articleId);
    const { fields, document } = article;
    const related = addresses(
      document.root.children.flatMap((block) =>
        block.type === 'relatedstory' && block.articleId !== '' ? [block.articleId] : [],
      ),
    );
    const question: ExportQuestion = {
      article: {
        fields,
        document: publishable(document),
        pictures: await picturesOf(article, format),
        related,
        ties: tiesOf(articleId),
        language: language(),
      },
      format,
    };
    const bytes = await askWorker(workerBeside(import.meta.url, 'export-article-worker'), question, LIMITS);
    const name = articleFileName(fields, format);
    return new File([new Uint8Array(bytes as Uint8Array)], name, { type: MIME_TYPES[format] });
  };
}
