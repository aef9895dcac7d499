/** What is read out of a file that somebody wrote elsewhere, before it is an article. */
import type { ManuscriptErrorCode, LeftOut } from '../../../../shared/contract/articles.ts';
import type { ArticleFields } from '../../../../shared/contract/articles.ts';
import type { ArticleDocument } from '../../../../shared/document/vocabulary.ts';

/** A picture that came inside the file; the document names it by `id`, the SHA-256 of these bytes. */
export interface EnclosedPicture {
  id: string;
  bytes: Uint8Array;
  name: string;
}

export interface Manuscript {
  fields: Partial<ArticleFields>;
  document: ArticleDocument;
  pictures: EnclosedPicture[];
  leftOut: LeftOut[];
}

/** Why a file could not be read as an article, typed; the interface has a sentence for each code. */
export class ManuscriptError extends Error {
  readonly code: ManuscriptErrorCode;

  constructor(code: ManuscriptErrorCode, message: string) {
    super(message);
    this.name = 'ManuscriptError';
    this.code = code;
  }
}
