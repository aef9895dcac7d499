/** What a target offers whose posts can be looked through and taken in as articles of ours. */
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import type { ArticleDocument, BlockNode } from '../../../shared/document/vocabulary.ts';
import type { PlainLoss } from '../conversion/wordpress/make-plain.ts';
import type { RemotePost, TargetContext, Visibility } from './target.ts';

/** A post in a list. Times in milliseconds since 1970. */
export interface PostSummary {
  remoteId: string;
  title: string;
  url: string | null;
  visibility: Visibility;
  modifiedAt: number | null;
  publicAt: number | null;
}

/** A post as an article of ours. */
export interface PulledPost {
  post: RemotePost;
  visibility: Visibility;
  publicAt: number | null;
  slug: string;
  fields: Partial<ArticleFields>;
  document: ArticleDocument;
}

export interface PostPulling<Configuration extends TargetConfiguration = TargetConfiguration> {
  /** A page (from 1) of the posts that match the words, the latest changed first. Throws PublishError. */
  list(
    configuration: Configuration,
    wanted: { query: string; page: number },
    context: TargetContext,
  ): Promise<{ posts: PostSummary[]; more: boolean }>;
  /**
   * Reads one post. `storePicture` brings a picture of the site into the media store and answers its id, or null where
   * it could not be had: then the block it stands in is kept verbatim. Throws PublishError, `post-missing` where it is gone.
   */
  pull(
    configuration: Configuration,
    remoteId: string,
    context: TargetContext,
    storePicture: (url: string) => Promise<string | null>,
  ): Promise<PulledPost>;
  /** A block kept verbatim as the nearest of ours, and what of it is lost. Asks nobody; never throws. */
  makePlain(
    raw: string,
    context: Pick<TargetContext, 'targetId' | 'memory'>,
  ): { blocks: BlockNode[]; lost: PlainLoss[] };
}
