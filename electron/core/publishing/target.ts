/**
 * One small interface that every place to publish fits behind: a target is one file that implements it. Targets are
 * given plain values and answer with plain values; the outbox (outbox.ts) owns states, retries and the database.
 */
import type { House } from '../../../shared/contract/settings.ts';
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import type { PublishErrorCode } from '../../../shared/contract/publish-errors.ts';
import type { SiteFacts, TargetCapabilities, Verification } from '../../../shared/contract/publishing.ts';
import type {
  TargetConfiguration,
  TargetTerm,
  TargetTermKind,
} from '../../../shared/contract/target-configuration.ts';
import type { PublishableDocument } from '../../../shared/document/publishable.ts';
import type { CorrectionTies } from '../../../shared/document/with-corrections.ts';
import type { ArticleDocument, ImageNode, Picture } from '../../../shared/document/vocabulary.ts';
import type { ReadFigures } from '../../../shared/domain/front/read-figures.ts';
import type { LaunchedFront } from '../launched-front.ts';
import type { FiguresQuestion } from '../site-figures.ts';
import type { CommentModeration } from './comment-moderation.ts';
import type { PostPulling } from './post-pulling.ts';

/** One pinned revision of an article as a target gets it; fields and document carry its corrections already. */
export interface PublishableArticle extends CorrectionTies {
  articleId: string;
  revisionId: number;
  fields: ArticleFields;
  /** Never empty: made from the headline where the editor set none. */
  slug: string;
  document: PublishableDocument;
  /** Milliseconds since 1970 of the first publication at this target (now, for a first one). */
  firstPublishedAt: number;
  /** Milliseconds since 1970 of this revision. */
  updatedAt: number;
}

export interface PictureFile {
  mediaId: string;
  mimeType: string;
  width: number;
  height: number;
  fileName: string;
  bytes(): Promise<Uint8Array>;
}

/** What a target remembers of an article it holds; opaque to the outbox, stored as JSON beside the placement. */
export interface RemotePost {
  /** The post's identity at the target. */
  remoteId: string;
  url: string | null;
  /** The target's own modified stamp, where it has one: compared before an update. Null: how it stood is not known. */
  modifiedStamp: string | null;
  /** Of a post that was taken in: what we have no field for and leave as it is. */
  kept?: { categories?: number[]; featuredPicture?: number; headPicture?: boolean };
}

export interface Difference {
  field: string;
  meant: string;
  found: string;
}

/** What readers see of a post: `scheduled` goes public by itself, `hidden` is a draft, a private or a protected post. */
export type Visibility = 'public' | 'scheduled' | 'hidden' | 'trashed';

export interface PublishedArticle {
  post: RemotePost;
  /** `scheduled` where the target itself makes it public, at `publicAt`. */
  visibility: 'public' | 'scheduled';
  /** Milliseconds since 1970 from which on readers see it. */
  publicAt: number;
  differences: Difference[];
}

/** What a post says, in the desk's own terms as far as it has any. */
export interface StandingContent {
  headline: string;
  dek: string;
  slug: string;
  /** Left out where the place does not open and close comments by post. */
  commentsOpen?: boolean;
  categories: TargetTerm[];
  tags: string[];
  dateline: string;
  credit: string;
  /** Who it is filed under, whether it is kept on top, what search engines show: each only where we have set it there. */
  author?: TargetTerm;
  sticky?: boolean;
  seo?: { title: string; description: string; social?: string };
  /** What has no node is in it verbatim. */
  document: ArticleDocument;
  /** Milliseconds since 1970; null where the target does not tell. */
  modifiedAt: number | null;
}

/** A post as it stands at the target now. */
export interface StandingPost {
  post: RemotePost;
  content: StandingContent;
  visibility: Visibility;
  /** Milliseconds since 1970 from which on readers (will) see it; null where none is set. */
  publicAt: number | null;
}

/** An article that stands published at the same target: for latest lists, section pages, feeds. */
export type ListedArticle = PublishableArticle;

/** One request and its answer, for a person who wants to know what was sent. Never holds a password. */
export interface Exchange {
  /** Milliseconds since 1970 when it was sent. */
  at: number;
  /** Milliseconds it took. */
  milliseconds: number;
  /** `POST`, `GET`; `WRITE` and `REMOVE` for files. */
  method: string;
  /** Address or path. */
  address: string;
  /** The text sent; null where there was none, or where it was a picture's bytes. */
  sent: string | null;
  /** HTTP status; null where no answer came or there is no such thing. */
  status: number | null;
  /** The text that came back, or what the network said. */
  answer: string | null;
}

/** How far files are on their way to a target. */
export interface TransferProgress {
  files: { done: number; of: number };
  bytes: { done: number; of: number };
}

/** What a target may ask the core while it works. */
export interface TargetContext {
  targetId: string;
  house: House;
  /** Absolute path of the data folder. */
  dataFolder: string;
  now(): number;
  /** Whether an article is written from copy that machines are to be kept away from. */
  forbidsAi(articleId: string): boolean;
  signal: AbortSignal;
  /** Null where no secret is stored. */
  secret: string | null;
  picture(mediaId: string): Promise<PictureFile | null>;
  /**
   * A picture of the copy as it is framed there, cropped where a ratio was chosen: a picture of its own then, the same one
   * for the same framing. One that cannot be cropped is shown whole.
   */
  pictureAsShown(shown: Picture | ImageNode): Promise<PictureFile | null>;
  /** Everything live at this target, newest first (excluding the article at hand). */
  liveArticles(): ListedArticle[];
  /** Address at this target of an article that is live there; null for any other. */
  addressOf(articleId: string): string | null;
  /** What an article that is live at this target is there; null for any other. */
  remoteIdOf(articleId: string): string | null;
  /** What readers were told when an article was withdrawn; null of one that was not. */
  withdrawalOf(articleId: string): string | null;
  /** Every launched front as it stands at this target; none of it is about the article at hand yet. */
  fronts(): LaunchedFront[];
  /** Remembers and recalls small facts of this target: uploaded pictures by hash, made terms. */
  memory: {
    get(key: string): string | null;
    set(key: string, value: string): void;
  };
  /** Runs work on the same thing (a picture two articles share) one after the other, whatever delivery it is for. */
  oneAtATime<Result>(thing: string, work: () => Promise<Result>): Promise<Result>;
  /** Is told what was exchanged with the target: it is kept with the attempt, for the outbox to show. */
  record(exchange: Exchange): void;
  /** Is told how far files are that take long to send; null once none are under way any more. */
  progress(soFar: TransferProgress | null): void;
}

/** Whether our records do not know what stands there: how a post was left, or that there is one. */
export function isUnrecorded({ existing, recordsLostSince }: PublishRequest): boolean {
  return existing === null ? recordsLostSince !== null : existing.modifiedStamp === null;
}

/** What was found of the files we put at a place. */
export interface Inspection {
  /** All that were looked for. */
  files: number;
  missing: string[];
  changed: string[];
}

/** What is enough to find a place on this computer. */
export type PlaceContext = Pick<TargetContext, 'dataFolder' | 'signal'>;

/** A failed step, typed; `retryable` failures go back into the outbox. */
export class PublishError extends Error {
  readonly code: PublishErrorCode;
  readonly retryable: boolean;
  /** Milliseconds to wait at least, where the target said so (Retry-After). */
  readonly retryAfterMs: number | null;

  constructor(
    code: PublishErrorCode,
    detail: string,
    options: { retryable?: boolean; retryAfterMs?: number | null } = {},
  ) {
    super(detail);
    this.name = 'PublishError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/**
 * The post was changed at the target since we last wrote it, or stands there without our records knowing it
 * (`already-there`). Nothing was overwritten; `found` is the post as it stands there now, so that a person who has seen the differences can decide to go on from it.
 */
export class PublishConflict extends PublishError {
  readonly differences: Difference[];
  readonly found: RemotePost;

  constructor(
    detail: string,
    found: RemotePost,
    differences: Difference[],
    code: 'changed-at-target' | 'already-there' = 'changed-at-target',
  ) {
    super(code, detail);
    this.name = 'PublishConflict';
    this.found = found;
    this.differences = differences;
  }
}

export interface PublishRequest {
  article: PublishableArticle;
  /** Unique to the delivery; findable at the target, never visible to readers. */
  marker: string;
  /** What is there by our records: an update of it. Null: a first publication. */
  existing: RemotePost | null;
  /** True where an earlier attempt may have arrived: look the marker up first. */
  mayHaveArrived: boolean;
  /**
   * Where the desk went back to an earlier state: from when on (milliseconds since 1970) the article may have been
   * published without our records knowing. With no `existing`, look for a post of this article before making one; where
   * it differs from what is meant, it is a PublishConflict. Null: the records are whole.
   */
  recordsLostSince: number | null;
  /** Markers of earlier deliveries of this article that were tried and given up: one may have arrived after all. */
  earlierMarkers: readonly string[];
  /**
   * Milliseconds since 1970 from which on readers may see it; null or past: at once. In the future it is for targets
   * that can schedule only. A post that is public already is never hidden for it: `already-public`.
   */
  publishAt: number | null;
}

/**
 * What every target can do, and what only some can: a method that may be missing is there exactly where its capability
 * is declared, and screens offer only what is declared. Methods throw PublishError and nothing else, except the reason
 * of `context.signal` where that ended them.
 */
export interface PublishingTarget<Configuration extends TargetConfiguration = TargetConfiguration> {
  kind: Configuration['kind'];
  capabilities: TargetCapabilities;
  /**
   * Milliseconds the target may still be at work on a request that nobody waits for any more: looked up sooner, what it
   * is about to make is not there yet. Left out where nothing goes on by itself.
   */
  lingersMs?: number;
  /** Never throws for what a check finds; the answer says it in typed lines. */
  verify(configuration: Configuration, context: TargetContext): Promise<Verification>;
  /** Publishes, schedules or updates, reads back and compares. Repeating it with the same marker is harmless. */
  publish(
    configuration: Configuration,
    request: PublishRequest,
    context: TargetContext,
  ): Promise<PublishedArticle>;
  /**
   * Takes a post off the public site, or off its schedule. A post that is already gone counts as done. Answers with the
   * post where the target keeps it, so that a later publication finds it unchanged.
   */
  unpublish(
    configuration: Configuration,
    post: RemotePost,
    context: TargetContext,
  ): Promise<RemotePost | void>;
  /** Puts a post into the target's trash, or deletes it where there is none. One that is gone counts as done. (`remove`) */
  remove?(configuration: Configuration, post: RemotePost, context: TargetContext): Promise<void>;
  /** The post as it stands now, also hidden, scheduled or in the trash; null where it is gone. (`read`) */
  read?(configuration: Configuration, remoteId: string, context: TargetContext): Promise<StandingPost | null>;
  /** The target's own categories, tags or authors whose name holds `query`; fifty at most. (`mapping`) */
  listTerms?(
    configuration: Configuration,
    kind: TargetTermKind,
    query: string,
    context: TargetContext,
  ): Promise<TargetTerm[]>;
  /** What a schedule has to know of the site: its zone and its clock. (`schedule`) */
  site?(configuration: Configuration, context: TargetContext): Promise<SiteFacts>;
  /** Posts of the place taken in as articles. (`posts`) */
  posts?: PostPulling<Configuration>;
  /** Where the place has readers' comments that are moderated from here. */
  comments?: CommentModeration<Configuration>;
  /** Whether launched fronts go to a place that is set up so. (`front`) */
  showsFronts?(configuration: Configuration): boolean;
  /**
   * Has the place show a front as it is now, and nothing of it where it is empty. Repeating it is harmless; what is there
   * already is left as it is. Answers with the address where it is seen. (`front`)
   */
  launchFront?(
    configuration: Configuration,
    front: LaunchedFront,
    context: TargetContext,
  ): Promise<{ url: string | null; differences: Difference[] }>;
  /** Figures of what is read most; null where the answer holds none. */
  figures?(
    configuration: Configuration,
    question: FiguresQuestion,
    context: TargetContext,
  ): Promise<ReadFigures | null>;
  /** Brings what is not an article (lists, other pages) up to date after a change that is no delivery. */
  rebuild?(configuration: Configuration, context: TargetContext): Promise<void>;
  /**
   * Looks whether what we put there is there. What is gone, and what the next `rebuild` therefore sends again, is
   * `missing`; what somebody changed there, and what is left so, `changed`: paths. (`inspect`)
   */
  inspect?(configuration: Configuration, context: TargetContext): Promise<Inspection>;
  /** Deletes the whole place with all that is in it; only for places that Redaksi made for itself. */
  demolish?(configuration: Configuration, context: PlaceContext): Promise<void>;
}
