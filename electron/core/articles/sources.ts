/** The sources of articles: stories of the wire, pages of the web, files. */
import { createHash, randomUUID } from 'node:crypto';
import type { SourcesOfArticle } from '../../../shared/contract/article-sources.ts';
import type { WireStory } from '../../../shared/contract/wire-story.ts';
import type { WireStoryDetail } from '../../../shared/contract/wire.ts';
import { buildDocument } from '../../../shared/document/build.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { isEmptyDocument } from '../../../shared/document/walk.ts';
import { creditNamesOf } from '../../../shared/domain/credits.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import type { ActivityLog } from './activity.ts';
import { ManuscriptError, type Manuscript } from './import/manuscript.ts';
import type { StoredArticle } from './queries.ts';
import type { SourceQueries } from './source-queries.ts';
import { createSourceTexts } from './source-texts.ts';
import type { WorkingCopies } from './working-copy.ts';
import type { DraftFromWire } from './write-from-wire.ts';

const LARGEST_FILE_BYTES = 50 * 1024 * 1024;

/** What the sources of articles need from elsewhere. */
export interface SourceNeeds {
  /** A version of a story as it is stored; null where it is not kept. */
  storyVersion: (versionId: number) => { contentHash: string; story: WireStory } | null;
  /** Gets a page of the web, within limits. Throws INVALID `url`. */
  fetchPage: (page: { url: string; ownNetwork: boolean }) => Promise<{ bytes: Uint8Array; finalUrl: string }>;
  /** Reads the copy out of bytes, by what they are. Throws ManuscriptError. */
  readFile: (bytes: Uint8Array, name: string) => Promise<Manuscript>;
}

/** Blocks behind a document; what is merely an empty line at its end makes room for them. */
function appended(document: ArticleDocument, more: ArticleDocument): ArticleDocument {
  const last = document.root.children.at(-1);
  const isEmptyLine = last?.type === 'paragraph' && last.children.length === 0;
  const kept = isEmptyLine ? document.root.children.slice(0, -1) : document.root.children;
  return { ...document, root: { ...document.root, children: [...kept, ...more.root.children] } };
}

export type ArticleSources = ReturnType<typeof createArticleSources>;

export function createArticleSources({
  queries,
  copies,
  activity,
  atomically,
  events,
  clock,
  workplace,
  newestRevision,
  findStory,
  creditInStep,
  needs,
}: {
  queries: SourceQueries;
  copies: WorkingCopies;
  activity: ActivityLog;
  atomically: <Result>(work: () => Result) => Result;
  events: EventBus;
  clock: Clock;
  workplace: Workplace;
  newestRevision: (articleId: string) => { id: number } | null;
  /** Throws NOT_FOUND. */
  findStory: (storyId: number, versionId: number) => { story: WireStoryDetail; creditName: string };
  /** See the service. */
  creditInStep: (credit: string, before: readonly string[], after: readonly string[]) => string | null;
  needs: SourceNeeds;
}) {
  function of(articleId: string): SourcesOfArticle {
    const sources = queries
      .stories(articleId)
      .map(({ embargoUnreadable: _unreadable, newestVersionId: _newest, ...source }) => source);
    return { sources, references: queries.references(articleId) };
  }

  /** The words of the article stay: its base does not move. */
  function changed(articleId: string): SourcesOfArticle {
    events.emit({ type: 'article.changed', articleId, base: copies.stored(articleId).base });
    return of(articleId);
  }

  /** Notes that copy of a story was used; call it inside a transaction. */
  function record(articleId: string, story: WireStoryDetail, creditName: string): void {
    queries.addStory({
      articleId,
      storyId: story.storyId,
      versionId: story.versionId,
      uri: story.uri,
      headline: story.headline ?? '',
      sourceName: story.sourceName,
      creditName,
      now: clock.now(),
    });
  }

  async function keepReference(
    articleId: string,
    reference: { kind: 'web' | 'document'; name: string; address: string | null; creditName: string },
    bytes: Uint8Array,
  ): Promise<SourcesOfArticle> {
    if (bytes.length > LARGEST_FILE_BYTES) {
      throw contractError('UNREADABLE', { code: 'too-large', detail: `${bytes.length} bytes` });
    }
    const manuscript = await needs.readFile(bytes, reference.name).catch((error: unknown) => {
      if (!(error instanceof ManuscriptError)) throw error;
      throw contractError('UNREADABLE', { code: error.code, detail: error.message });
    });
    // Only words are compared with ours: pictures stay where they are.
    const document = buildDocument(
      manuscript.document.root.children.filter(({ type }) => type !== 'image' && type !== 'gallery'),
    );
    if (isEmptyDocument(document))
      throw contractError('UNREADABLE', { code: 'empty', detail: reference.name });
    copies.stored(articleId);
    const name = (reference.kind === 'web' && manuscript.fields.headline) || reference.name;
    atomically(() => {
      queries.addReference({
        ...reference,
        name,
        referenceId: randomUUID(),
        articleId,
        contentHash: createHash('sha256').update(bytes).digest('hex'),
        document,
        now: clock.now(),
        addedBy: workplace.currentPerson().personId,
      });
      activity.record(articleId, { kind: 'source-added', name });
    });
    return changed(articleId);
  }

  function creditNames(articleId: string): string[] {
    return creditNamesOf([...queries.stories(articleId), ...queries.references(articleId)]);
  }

  /** Notes that copy of a story was used, and that it is a source now. Call it inside a transaction. */
  function add(articleId: string, story: WireStoryDetail, creditName: string): void {
    const isNew = queries.story(articleId, story.storyId) === null;
    record(articleId, story, creditName);
    const name = `${story.sourceName} · ${story.headline ?? ''}`;
    if (isNew) activity.record(articleId, { kind: 'source-added', name });
  }

  /** Throws NOT_FOUND. */
  function reference(articleId: string, referenceId: string) {
    const found = queries.reference(articleId, referenceId);
    if (found === null) throw contractError('NOT_FOUND', { kind: 'reference', id: referenceId });
    return found;
  }

  return {
    of,
    record,

    /** See the contract (`appendStory`); call it inside a transaction. Throws NOT_FOUND. */
    append(
      articleId: string,
      { story, draft, creditName }: { story: WireStoryDetail; draft: DraftFromWire; creditName: string },
      as: 'copy' | 'source',
    ): { article: StoredArticle; revisionId: number; versionBefore: number | null } {
      const before = copies.stored(articleId);
      copies.keepAll(before);
      const named = creditNames(articleId);
      const versionBefore = queries.story(articleId, story.storyId)?.versionId ?? null;
      add(articleId, story, creditName);
      const credit = creditInStep(before.fields.credit, named, creditNames(articleId));
      const article = copies.write(before, {
        fields: { ...before.fields, credit: credit ?? before.fields.credit },
        ...(as === 'copy' ? { document: appended(before.document, draft.document) } : {}),
      });
      return { article, revisionId: newestRevision(articleId)?.id ?? 0, versionBefore };
    },

    /** See the contract. Throws NOT_FOUND. */
    addStory(articleId: string, storyId: number, versionId: number): SourcesOfArticle {
      copies.stored(articleId);
      const { story, creditName } = findStory(storyId, versionId);
      atomically(() => add(articleId, story, creditName));
      return changed(articleId);
    },

    /** See the contract. Throws NOT_FOUND. */
    removeStory(articleId: string, storyId: number): SourcesOfArticle {
      copies.stored(articleId);
      const source = queries.story(articleId, storyId);
      if (source === null) return of(articleId);
      atomically(() => {
        queries.removeStory(articleId, storyId, clock.now());
        activity.record(articleId, { kind: 'source-removed', name: source.name });
      });
      return changed(articleId);
    },

    /** See the contract. Throws NOT_FOUND. */
    restoreStory(articleId: string, storyId: number): SourcesOfArticle {
      copies.stored(articleId);
      atomically(() => {
        if (!queries.restoreStory(articleId, storyId)) {
          throw contractError('NOT_FOUND', { kind: 'source', id: String(storyId) });
        }
        const name = queries.story(articleId, storyId)?.name ?? '';
        activity.record(articleId, { kind: 'source-added', name });
      });
      return changed(articleId);
    },

    /** See the contract. Throws NOT_FOUND, INVALID, UNREADABLE. */
    async addWeb(
      articleId: string,
      page: { url: string; ownNetwork: boolean },
      creditName: string,
    ): Promise<SourcesOfArticle> {
      copies.stored(articleId);
      const { bytes, finalUrl } = await needs.fetchPage(page);
      const { hostname } = new URL(finalUrl);
      return keepReference(articleId, { kind: 'web', name: hostname, address: finalUrl, creditName }, bytes);
    },

    /** See the contract. Throws NOT_FOUND, UNREADABLE. */
    async addDocument(
      articleId: string,
      bytes: Uint8Array,
      name: string,
      creditName: string,
    ): Promise<SourcesOfArticle> {
      copies.stored(articleId);
      return keepReference(articleId, { kind: 'document', name, address: null, creditName }, bytes);
    },

    /** Throws NOT_FOUND. */
    setReferenceRemoved(articleId: string, referenceId: string, removed: boolean): SourcesOfArticle {
      const { name } = reference(articleId, referenceId);
      atomically(() => {
        queries.removeReference(articleId, referenceId, removed ? clock.now() : null);
        activity.record(articleId, { kind: removed ? 'source-removed' : 'source-added', name });
      });
      return changed(articleId);
    },

    reference,

    ...createSourceTexts({ queries, clock, storyVersion: needs.storyVersion }),
  };
}
