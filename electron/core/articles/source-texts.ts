/** The sources of an article with their words. */
import type { PubStatus } from '../../../shared/contract/common.ts';
import type { WireStory } from '../../../shared/contract/wire-story.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { documentText } from '../../../shared/document/walk.ts';
import { blockQuoteLines } from '../../../shared/provenance/source-copy.ts';
import type { Clock } from '../providers.ts';
import type { SourceQueries } from './source-queries.ts';

/** A source with the very words it had when they were used. */
export interface SourceText {
  /** Tells it from the article's other sources: `story:<id>`, or the id of a page or file. */
  sourceId: string;
  kind: 'story' | 'web' | 'document';
  storyId: number | null;
  versionId: number | null;
  /** By its sender's own count; null where it names none, and of pages and files. */
  version: string | null;
  /** SHA-256 in hex of what was read; null where the version is not kept any more. */
  contentHash: string | null;
  /** Source and headline of a story, headline of a page, name of a file. */
  name: string;
  headline: string;
  /** As what it is credited; empty where it is not. */
  creditName: string;
  /** Of a story its URI, of a page where it was fetched; null for a file. */
  address: string | null;
  /** As the source names it (BCP 47, mostly); null where it names none. */
  language: string | null;
  /** Of the story as a whole, now; pages and files are `usable`. */
  status: PubStatus;
  /** When its embargo ends, ISO 8601; `unreadable` where nobody can tell, null where it has none. */
  embargoed: string | null;
  /** When the version was sent, or the page or file read; ISO 8601, null where the version does not say. */
  sentAt: string | null;
  /** Null where the version is not kept any more. */
  document: ArticleDocument | null;
  /** Plain text of the document; empty where there is none. */
  text: string;
  /** Lines of the text that are block quotes or pull quotes. */
  blockQuotes: string[];
}

type StoredSource = ReturnType<SourceQueries['stories']>[number];
type StoredVersion = { contentHash: string; story: WireStory };

function wordsOf(document: ArticleDocument | null): Pick<SourceText, 'text' | 'blockQuotes'> {
  return document === null
    ? { text: '', blockQuotes: [] }
    : { text: documentText(document), blockQuotes: blockQuoteLines(document) };
}

function textOf(source: StoredSource, versionId: number, version: StoredVersion | null): SourceText {
  const document = version?.story.body ?? null;
  return {
    sourceId: `story:${source.storyId}`,
    kind: 'story',
    storyId: source.storyId,
    versionId,
    version: version?.story.version ?? null,
    contentHash: version?.contentHash ?? null,
    name: `${source.sourceName} · ${source.headline}`,
    headline: version?.story.headline ?? source.headline,
    creditName: source.creditName,
    address: source.uri,
    language: version?.story.language ?? null,
    status: source.effectiveStatus,
    embargoed: source.embargoUnreadable ? 'unreadable' : source.embargoed,
    sentAt: version?.story.versionCreated ?? null,
    document,
    ...wordsOf(document),
  };
}

export function createSourceTexts({
  queries,
  clock,
  storyVersion,
}: {
  queries: SourceQueries;
  clock: Clock;
  storyVersion: (versionId: number) => StoredVersion | null;
}) {
  function isWithheld(status: PubStatus, embargoed: string | null): boolean {
    return status !== 'usable' || (embargoed !== null && !(Date.parse(embargoed) <= clock.now()));
  }

  /**
   * Of a story that may be used again, while the version copy was taken of was withheld or is under embargo: that version,
   * which nothing may be taken of, and the newest.
   */
  function versionsOfStory(source: StoredSource): SourceText[] {
    const { versionId, newestVersionId } = source;
    const version = storyVersion(versionId);
    const used = textOf(source, versionId, version);
    const isLeftBehind =
      version !== null &&
      newestVersionId !== null &&
      newestVersionId !== versionId &&
      isWithheld(version.story.pubStatus, version.story.embargoed) &&
      !isWithheld(used.status, used.embargoed);
    if (!isLeftBehind) return [used];
    const newest = textOf(source, newestVersionId, storyVersion(newestVersionId));
    return [
      { ...used, status: version.story.pubStatus, embargoed: version.story.embargoed },
      { ...newest, sourceId: `${newest.sourceId}:${newestVersionId}` },
    ];
  }

  function referencesOf(articleId: string): SourceText[] {
    return queries.references(articleId).map((reference) => {
      const document = queries.reference(articleId, reference.referenceId)?.document ?? null;
      return {
        sourceId: reference.referenceId,
        kind: reference.kind,
        storyId: null,
        versionId: null,
        version: null,
        contentHash: reference.contentHash,
        name: reference.name,
        headline: reference.name,
        creditName: reference.creditName,
        address: reference.address,
        language: null,
        status: 'usable',
        embargoed: null,
        sentAt: reference.addedAt,
        document,
        ...wordsOf(document),
      };
    });
  }

  return {
    /** Every source of the article with the words copy was taken of, in the order in which they were added, stories first. */
    sourcesOf: (articleId: string): SourceText[] => [
      ...queries
        .stories(articleId)
        .map((source) => textOf(source, source.versionId, storyVersion(source.versionId))),
      ...referencesOf(articleId),
    ],

    /** The same for holding copy against: a story whose version may not be used any more has its newest one beside it. */
    versionsOf: (articleId: string): SourceText[] => [
      ...queries.stories(articleId).flatMap(versionsOfStory),
      ...referencesOf(articleId),
    ],
  };
}
