/** An article on its way out of the house as a file: plain values, so that a worker can write it. */
import type { ArticleFields, ExportFormat } from '../../../../shared/contract/articles.ts';
import type { Language } from '../../../../shared/i18n/translate.ts';
import type { PublishableDocument } from '../../../../shared/document/publishable.ts';

export interface ExportedPicture {
  bytes: Uint8Array;
  mimeType: string;
  width: number;
  height: number;
}

export interface ExportedArticle {
  fields: ArticleFields;
  document: PublishableDocument;
  /** By the id under which the document names them; those that are missing are left out. */
  pictures: ReadonlyMap<string, ExportedPicture>;
  /** Addresses of our own stories that are out, by their ids. */
  related: ReadonlyMap<string, string>;
  /** Of the words that a file says by itself: `Foto:`, `Baca juga:`. */
  language: Language;
}

export interface ExportQuestion {
  article: ExportedArticle;
  format: ExportFormat;
}
