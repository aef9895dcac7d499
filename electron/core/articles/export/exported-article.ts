/** An article on its way out of the house as a file: plain values, so that a worker can write it. */
import type { ArticleFields, ExportFormat } from '../../../../shared/contract/articles.ts';
import { translate, type Language } from '../../../../shared/i18n/translate.ts';
import type { PublishableDocument } from '../../../../shared/document/publishable.ts';
import type { RelatedStoryNode } from '../../../../shared/document/vocabulary.ts';
import { correctionLabel, type CorrectionTies } from '../../../../shared/document/with-corrections.ts';

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
  /** What the house has said of it or of others by it: what its related stories are to it. */
  ties: CorrectionTies;
  /** Of the words that a file says by itself: `Foto:`, `Baca juga:`. */
  language: Language;
}

/** What stands before a related story, as at the sites; empty where its headline says it. */
export function relatedLabel(
  { ties, language }: Pick<ExportedArticle, 'ties' | 'language'>,
  story: RelatedStoryNode,
): string {
  return correctionLabel(ties, story, language) ?? translate(language, 'export.relatedLabel');
}

export interface ExportQuestion {
  article: ExportedArticle;
  format: ExportFormat;
}
