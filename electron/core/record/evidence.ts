/** What stood behind a revision when it was cut: its sources as they were, and what had been answered. */
import { checkedBlocksOf } from '../../../shared/checks/segments.ts';
import type { Activity } from '../../../shared/contract/activity.ts';
import type { AcceptedFinding, SourceOfSentences } from '../../../shared/contract/provenance.ts';
import type { RecordContent, RecordedPerson, RecordedSource } from '../../../shared/contract/record.ts';
import type { RightsFinding } from '../../../shared/contract/rights.ts';
import type { CheckedBlock } from '../../../shared/contract/checks.ts';
import type { CheckedFidelity } from '../../../shared/provenance/fidelity.ts';
import type { Database } from '../database/open.ts';
import type { Log } from '../providers.ts';
import { NOTHING_ALIGNED, recordFindings, recordRights, summariseAlignment } from './compose.ts';
import { pinnedQueries } from './queries.ts';
import type { UnfinishedWork } from '../../../shared/document/unfinished.ts';
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import type { PublishableDocument } from '../../../shared/document/publishable.ts';

/** A source with its words, as the slice of articles gives it. */
export interface SourceToRecord extends Omit<RecordedSource, 'textHash'> {
  text: string;
  /** Lines of the text that are block quotes; revisions cut before these were kept have none. */
  blockQuotes?: string[];
}

/** What the record needs of other slices; create-slices.ts hands it over. */
export interface RecordNeeds {
  /** Cuts the revision that goes out; called inside a transaction. */
  cutRevision(articleId: string): number;
  /** As a reader may get it. */
  revision(revisionId: number): {
    fields: ArticleFields;
    document: PublishableDocument;
    unfinished: UnfinishedWork;
    createdAt: number;
  } | null;
  /** When it was begun (milliseconds since 1970), and who wrote what the working copy holds. Throws NOT_FOUND. */
  article(articleId: string): { createdAt: number; editedBy: string | null };
  /** Who cut each of its revisions. */
  revisions(
    articleId: string,
  ): { revisionId: number; reason: string; personId: string | null; personCode: string }[];
  /** The article's trail, newest first. */
  activity(articleId: string): Activity[];
  sourcesOf(articleId: string): SourceToRecord[];
  accepted(articleId: string): AcceptedFinding[];
  ignored(articleId: string): { key: string; ignoredAt: number; personId: string | null }[];
  /** Holds blocks against sources as they were then. Rejects where it cannot. */
  holdAgainst(
    sources: readonly SourceToRecord[],
    createdAt: number,
    blocks: CheckedBlock[],
  ): Promise<{ blocks: CheckedFidelity[]; sources: SourceOfSentences[] }>;
  /** What of a copy is not as its licences have it, whenever it will be so. */
  rightsFindings(copy: {
    articleId: string;
    fields: ArticleFields;
    document: PublishableDocument;
    blocks: readonly CheckedFidelity[];
    sources: readonly SourceOfSentences[];
  }): RightsFinding[];
  /** Where readers saw something of an article, newest first; `deliveryId` is null where it was taken in from the place. */
  arrivals(
    articleId: string,
  ): { deliveryId: string | null; targetName: string; url: string | null; at: number }[];
  /** IANA name of the newsroom's zone, and its minutes east of UTC. */
  zone(): { name: string; offsetMinutes: number };
}

/** As it is stored, in JSON, when the revision is cut. */
export interface PinnedEvidence {
  sources: SourceToRecord[];
  /** Who wrote the words last. */
  editor: RecordedPerson;
  accepted: { key: string; note: string; person: RecordedPerson; at: string }[];
  ignored: { key: string; person: RecordedPerson; at: string }[];
}

/** A copy as readers get it. */
export interface CopyToJudge {
  fields: ArticleFields;
  document: PublishableDocument;
}

export function createEvidence({
  database,
  log,
  now,
  personOf,
  needs,
}: {
  database: Database;
  log: Log;
  /** Milliseconds since 1970. */
  now: () => number;
  personOf: (personId: string | null) => RecordedPerson;
  needs: RecordNeeds;
}) {
  const pinned = pinnedQueries(database);

  /** Member by member: whatever else the slice of articles knows of a source stays there. */
  function sourceOf(source: SourceToRecord): SourceToRecord {
    return {
      sourceId: source.sourceId,
      kind: source.kind,
      name: source.name,
      headline: source.headline,
      creditName: source.creditName,
      address: source.address,
      storyId: source.storyId,
      versionId: source.versionId,
      version: source.version ?? null,
      language: source.language,
      status: source.status,
      embargoed: source.embargoed,
      sentAt: source.sentAt,
      contentHash: source.contentHash,
      text: source.text,
      blockQuotes: source.blockQuotes ?? [],
    };
  }

  function evidenceNow(articleId: string): PinnedEvidence {
    return {
      sources: needs.sourcesOf(articleId).map(sourceOf),
      editor: personOf(needs.article(articleId).editedBy),
      accepted: needs.accepted(articleId).map(({ key, note, personId, acceptedAt }) => ({
        key,
        note,
        person: personOf(personId),
        at: acceptedAt,
      })),
      ignored: needs.ignored(articleId).map(({ key, ignoredAt, personId }) => ({
        key,
        person: personOf(personId),
        at: new Date(ignoredAt).toISOString(),
      })),
    };
  }

  /** Keeps what stands behind a revision that has just been cut. Call it in the transaction that cuts it. */
  function pin(articleId: string, revisionId: number): void {
    pinned.add(revisionId, JSON.stringify(evidenceNow(articleId)));
  }

  return {
    pin,

    /** What stood behind a revision. One cut before there was a record has what stands behind the article now. */
    revision(articleId: string, revisionId: number): PinnedEvidence {
      const found = pinned.get(revisionId);
      return found === null ? evidenceNow(articleId) : (JSON.parse(found) as PinnedEvidence);
    },

    /** What stands behind the article now. */
    now: evidenceNow,

    /** Holds a copy of the article against the sources it was made from; null: nobody has it any more. Never rejects. */
    async judge(
      articleId: string,
      copy: CopyToJudge | null,
      evidence: PinnedEvidence,
    ): Promise<Pick<RecordContent, 'alignment' | 'findings'>> {
      if (copy === null) return { alignment: { state: 'no-sources', ...NOTHING_ALIGNED }, findings: [] };
      const { fields, document } = copy;
      const rights = (blocks: readonly CheckedFidelity[], sources: readonly SourceOfSentences[]) =>
        recordRights(needs.rightsFindings({ articleId, fields, document, blocks, sources }), evidence, now());
      if (evidence.sources.length === 0) {
        return { alignment: { state: 'no-sources', ...NOTHING_ALIGNED }, findings: rights([], []) };
      }
      try {
        const { blocks, sources } = await needs.holdAgainst(
          evidence.sources,
          needs.article(articleId).createdAt,
          checkedBlocksOf(fields, document),
        );
        const findings = blocks.flatMap((block) => block.findings);
        return {
          alignment: summariseAlignment(blocks, sources),
          findings: [...recordFindings(findings, evidence), ...rights(blocks, sources)],
        };
      } catch (error) {
        log.warn('a copy could not be held against its sources for the record', {
          articleId,
          error: String(error),
        });
        return { alignment: { state: 'unavailable', ...NOTHING_ALIGNED }, findings: rights([], []) };
      }
    },
  };
}
