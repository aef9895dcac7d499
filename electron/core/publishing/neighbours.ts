/** What publishing needs of other slices; create-slices.ts hands it over. */
import type { ActivityEntry } from '../../../shared/contract/activity.ts';
import type { ArticleSource } from '../../../shared/contract/article-sources.ts';
import type { ArticleFields, ArticleState, Media } from '../../../shared/contract/articles.ts';
import type { RightsFinding } from '../../../shared/contract/rights.ts';
import type { RequiredPart } from '../../../shared/contract/story-types.ts';
import type { CorrectionEntry } from '../../../shared/contract/corrections.ts';
import type { LaunchedFront } from '../launched-front.ts';
import type { Framing } from '../../../shared/document/crop.ts';
import type { PublishableDocument } from '../../../shared/document/publishable.ts';
import type { UnfinishedWork } from '../../../shared/document/unfinished.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import type { CopyFlaws, Looked } from '../../../shared/domain/article-state.ts';
import type { PublishableArticle } from './target.ts';

export interface ArticlesForPublishing {
  /** The working copy, suggestions and notes in it. Throws NOT_FOUND. */
  stored(articleId: string): {
    articleId: string;
    /** Number of the working copy; a save names the one it was made from. */
    base: number;
    state: ArticleState;
    fields: ArticleFields;
    document: ArticleDocument;
    updatedAt: number;
  };
  /** What the copy's story type requires and is not there. */
  missingParts(copy: { fields: ArticleFields; document: ArticleDocument }): RequiredPart[];
  /** Cuts the revision that goes out; call it inside a transaction. */
  cutRevision(articleId: string): number;
  /** As a reader may get it; `createdAt` in milliseconds since 1970. */
  revision(revisionId: number): {
    fields: ArticleFields;
    document: PublishableDocument;
    unfinished: UnfinishedWork;
    createdAt: number;
  } | null;
  sources(articleId: string): (ArticleSource & { embargoUnreadable: boolean })[];
  /** Whether it is written from copy that machines are to be kept away from. */
  forbidsAi(articleId: string): boolean;
  /** What of a copy a reader should not meet, without what somebody has decided to leave in this article. */
  flaws(articleId: string, copy: { fields: ArticleFields; document: ArticleDocument }): CopyFlaws;
  findings: FindingsForPublishing;
  /** Makes an article of what stands at a target; call it inside a transaction. */
  adopt(
    fields: ArticleFields,
    document: ArticleDocument,
    published: boolean,
  ): { articleId: string; revisionId: number; base: number };
  /** Moves the article's state after what readers see (live somewhere, or nowhere any more), under who asked for it. */
  markPublished(articleId: string, published: boolean, askedBy: string | null): void;
  /** Adds a line to the article's trail, under who sits here; call it inside a transaction. */
  record(articleId: string, entry: ActivityEntry): void;
}

/** What nobody has answered yet, by key. */
export interface OpenFindings {
  /** What is not as the sources have it. */
  open: string[];
  /** What is not as the licences have it: the source or picture it is about. */
  rights: (Pick<RightsFinding, 'code' | 'about'> & { key: string })[];
  looked: Looked;
}

/**
 * What of copy is not as its sources and its licences have it on the day it goes out (`at`, milliseconds since 1970), and
 * answered by nobody, as it was looked at before it was asked for.
 */
export interface FindingsForPublishing {
  /** The working copy of that base. */
  ofCopy(articleId: string, base: number, at: number): OpenFindings;
  /** A revision, without what somebody agreed to for it. */
  ofRevision(revisionId: number, at: number): OpenFindings;
  /** Somebody says yes to these of a revision; call it inside the transaction. */
  agree(revisionId: number, keys: readonly string[]): void;
}

export interface CorrectionsForPublishing {
  /** What the house has said of an article and a revision of it carries, the earliest first. */
  carriedBy(articleId: string, revisionId: number): CorrectionEntry[];
  /** The story that an article is the post of a correction of; null for any other. */
  correctedBy(articleId: string): string | null;
}

/** Enters that readers see it from now on; call it in the transaction that settles it. */
export type EnterPublication = (publication: {
  deliveryId: string;
  action: string;
  askedBy: string | null;
  targetId: string;
  targetName: string;
  targetKind: string;
  url: string | null;
  remoteId: string;
  /** Milliseconds since 1970. */
  firstPublishedAt: number;
  article: PublishableArticle;
}) => void;

/** Where publications are written down for good. */
export interface RecordForPublishing {
  /** Gathers what there is to say of a revision before it goes out. Never rejects. */
  prepare(articleId: string, revisionId: number): Promise<EnterPublication>;
  /** The same for what stands at a place as somebody left it there. Never rejects. */
  prepareStanding(
    articleId: string,
    copy: { fields: ArticleFields; document: PublishableDocument },
  ): Promise<EnterPublication>;
  /** Readers do not see it there any more: we took it back, or the place did. Call it in the transaction that settles it. */
  enterEnd(end: {
    kind: 'taken-down' | 'found-gone';
    deliveryId: string;
    action: string;
    askedBy: string | null;
    targetId: string;
    articleId: string;
  }): void;
}

export interface FrontsForPublishing {
  /** Every launched front as it stands at a target. */
  launched(targetId: string): LaunchedFront[];
  /** A state of a front (`draft`, `live`, a launch's id) with what is live anywhere. Throws NOT_FOUND. */
  stateOf(frontId: string, state: string): LaunchedFront;
}

export interface PicturesForPublishing {
  find(mediaId: string): Media | null;
  read(mediaId: string): Promise<Uint8Array>;
  /** What a ratio and a focus leave of a picture, as a picture of its own. Throws where it cannot be decoded. */
  crop(mediaId: string, framing: Framing): Promise<Media>;
  /** Stores a picture. Throws INVALID for what is none. */
  add(bytes: Uint8Array, fileName: string): Promise<Media>;
}
