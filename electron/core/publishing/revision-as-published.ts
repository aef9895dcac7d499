/** A revision as a target gets it: with what the house has said of the story by then. */
import { withCorrections } from '../../../shared/document/with-corrections.ts';
import type { ArticlesForPublishing, CorrectionsForPublishing } from './neighbours.ts';
import type { Placement } from './queries.ts';
import type { ListedArticle } from './target.ts';

type Revision = NonNullable<ReturnType<ArticlesForPublishing['revision']>>;

/** Where it stands at the target. */
type Place = Pick<Placement, 'articleId' | 'revisionId' | 'slug' | 'firstPublishedAt'>;

export function revisionAsPublished(
  { fields, document, createdAt: updatedAt }: Revision,
  { articleId, revisionId, slug, firstPublishedAt }: Place,
  corrections: CorrectionsForPublishing,
): ListedArticle {
  const carried = corrections.carriedBy(articleId, revisionId);
  const standing = { articleId, revisionId, fields, slug, document, firstPublishedAt, updatedAt };
  const corrects = corrections.correctedBy(articleId);
  return withCorrections({ ...standing, corrections: carried, corrects }, carried);
}
