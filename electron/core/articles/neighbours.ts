/** What articles give other slices; create-slices.ts hands it over. */
import type { ActivityEntry } from '../../../shared/contract/activity.ts';
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import { publishable } from '../../../shared/document/publishable.ts';
import { unfinishedWork } from '../../../shared/document/unfinished.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import type { Workplace } from '../workplace.ts';
import type { ActivityLog } from './activity.ts';
import type { Assignments } from './assignments.ts';
import type { ArticleQueries, StoredArticle } from './queries.ts';
import type { SourceQueries } from './source-queries.ts';
import type { ArticleSources } from './sources.ts';
import type { StoryTypes } from './story-types.ts';
import type { WorkingCopies } from './working-copy.ts';

/** `writing` does its work in one transaction and tells of the article after it. */
export function createArticleNeighbours({
  queries,
  sourceQueries,
  copies,
  activity,
  sources,
  storyTypes,
  assignments,
  workplace,
  writing,
}: {
  queries: ArticleQueries;
  sourceQueries: SourceQueries;
  copies: WorkingCopies;
  activity: ActivityLog;
  sources: ArticleSources;
  storyTypes: StoryTypes;
  assignments: Assignments;
  workplace: Workplace;
  writing: (work: () => StoredArticle) => unknown;
}) {
  const { stored } = copies;

  /** What goes out of a revision: never a suggestion nobody has accepted, never a note. */
  function publishableRevision(revisionId: number) {
    const revision = queries.revision(revisionId);
    if (revision === null) return null;
    const { document } = revision;
    return { ...revision, document: publishable(document), unfinished: unfinishedWork(document) };
  }

  return {
    forImpact: {
      stored,
      /** Writes a copy that a change of a source was carried into; call it inside a transaction. Throws DRAFT_CONFLICT. */
      mend(
        articleId: string,
        base: number,
        copy: { fields: ArticleFields; document: ArticleDocument },
        storyId: number,
      ): number {
        const before = copies.atBase(articleId, base);
        copies.keepAll(before);
        activity.record(articleId, { kind: 'mended', storyId });
        return copies.write(before, copy).base;
      },
    },

    forPublishing: {
      stored,
      missingParts: storyTypes.missing,
      revision: publishableRevision,
      sources: (articleId: string) => sourceQueries.stories(articleId),
      /** Takes in what stands at a target already: its first revision is what stands there. */
      adopt(fields: ArticleFields, document: ArticleDocument, published: boolean) {
        const made = copies.insert(fields, document);
        const { articleId, base } = published ? copies.write(made, { state: 'published' }) : made;
        return { articleId, base, revisionId: queries.newestRevision(articleId)?.id ?? 0 };
      },
      /** Follows a delivery: live at some target, or at none any more. */
      markPublished(articleId: string, published: boolean, personId: string | null): void {
        const person = (personId === null ? null : workplace.person(personId)) ?? workplace.currentPerson();
        const before = stored(articleId);
        if (published === (before.state === 'published')) return;
        writing(() => {
          if (published) assignments.endOnPublish(articleId);
          return copies.moveState(before, published ? 'published' : 'ready', '', person);
        });
      },
      /** Adds a line to the article's trail, under who sits here; call it inside a transaction. */
      record: (articleId: string, entry: ActivityEntry): void => activity.record(articleId, entry),
    },

    forRecord: {
      article: stored,
      /** Cuts the revision that goes out. */
      cutRevision: (articleId: string): number => copies.cutRevision(stored(articleId), 'publish'),
      revision: publishableRevision,
      revisions: (articleId: string) =>
        queries.revisions(articleId).map((row) => ({
          revisionId: row.id,
          reason: row.reason,
          personId: row.person_id,
          personCode: row.person_code,
        })),
      activity: activity.list,
      sourcesOf: sources.versionsOf,
    },
  };
}
