/**
 * The sample newsroom comes in by the way all copy comes in (its files are parsed and stored as an agency's are) and
 * leaves without a trace. What it holds is told by the ids of its sources, which ship with it.
 */
import type { ArticleState } from '../../../shared/contract/articles.ts';
import type { SampleState } from '../../../shared/contract/sample.ts';
import type { IngestResult } from '../../../shared/contract/wire.ts';
import {
  sourceConfigurationSchema,
  type SourceConfiguration,
} from '../../../shared/contract/wire-sources.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import { moveTimes } from './move-times.ts';
import { readDelivery, readNewsroom, type Newsroom } from './newsroom.ts';

interface WireAccess {
  knowsSource(id: string): boolean;
  ensureSource(id: string, configuration: SourceConfiguration): void;
  deliver(bytes: Uint8Array, fileName: string, sourceId: string, arrivedAt: number): Promise<IngestResult>;
  storiesOf(sourceIds: readonly string[]): number[];
  uriOf(storyId: number): string | null;
  forget(sourceIds: readonly string[]): Promise<void>;
}

interface ArticlesAccess {
  /** Writes one as *Tulis dari kawat* does, as far along as said. */
  writeFromWire(storyId: number, standing: { section: string; state: ArticleState }): { articleId: string };
  writtenFrom(
    storyIds: readonly number[],
  ): { articleId: string; headline: string; untouched: boolean; trashed: boolean }[];
  erase(articleId: string): boolean;
  trash(articleId: string): void;
}

/** The sample's own place to publish to. */
interface SiteAccess {
  ensure(): void;
  /** At once, or at a time (milliseconds since 1970). */
  publish(articleId: string, at: number | null): void;
  /** Articles that went, or are to go, to another place as well. */
  elsewhere(articleIds: readonly string[]): Set<string>;
  remove(): Promise<void>;
}

export type SampleService = ReturnType<typeof createSampleService>;

export function createSampleService({
  wire,
  articles,
  site,
  forget,
  events,
  clock,
}: {
  wire: WireAccess;
  articles: ArticlesAccess;
  site: SiteAccess;
  /** Takes away what tells of stories and articles that are gone, and their places on fronts. */
  forget: (storyIds: readonly number[], articleIds: readonly string[]) => void;
  events: EventBus;
  clock: Clock;
}) {
  /** Loading and removing wait for one another. */
  let work: Promise<unknown> = Promise.resolve();

  function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const turn = work.then(task);
    work = turn.catch(() => undefined);
    return turn;
  }

  function sourceIdsOf({ agencies }: Newsroom): string[] {
    return agencies.map(({ sourceId }) => sourceId);
  }

  /** What was written from its stories; what somebody published at a real place is theirs, whoever wrote it. */
  function writtenFrom(storyIds: readonly number[]): ReturnType<ArticlesAccess['writtenFrom']> {
    const written = articles.writtenFrom(storyIds);
    const elsewhere = site.elsewhere(written.map(({ articleId }) => articleId));
    return written.map((article) => ({
      ...article,
      untouched: article.untouched && !elsewhere.has(article.articleId),
    }));
  }

  function stateOf(newsroom: Newsroom): SampleState {
    const sourceIds = sourceIdsOf(newsroom);
    const storyIds = wire.storiesOf(sourceIds);
    const written = writtenFrom(storyIds);
    return {
      loaded: sourceIds.some((id) => wire.knowsSource(id)),
      stories: storyIds.length,
      untouchedArticles: written.filter(({ untouched }) => untouched).length,
      ownArticles: written
        .filter(({ untouched, trashed }) => !untouched && !trashed)
        .map(({ articleId, headline }) => ({ articleId, headline })),
    };
  }

  async function bringIn(newsroom: Newsroom): Promise<void> {
    const writtenAt = Date.parse(newsroom.writtenAt);
    const now = clock.now();
    for (const { sourceId, name, creditName } of newsroom.agencies) {
      wire.ensureSource(
        sourceId,
        sourceConfigurationSchema.parse({ name, creditName, kind: 'manual', address: '' }),
      );
    }
    site.ensure();
    const timeNow = (writtenFor: string): number => Date.parse(writtenFor) + now - writtenAt;
    for (const { sourceId, file, arrivedAt, articles: written } of newsroom.deliveries) {
      const copy = moveTimes(await readDelivery(file), writtenAt, now);
      const { storyIds } = await wire.deliver(
        new TextEncoder().encode(copy),
        file,
        sourceId,
        timeNow(arrivedAt),
      );
      for (const storyId of storyIds) {
        const found = written.find(({ uri }) => uri === wire.uriOf(storyId));
        if (found === undefined) continue;
        const { articleId } = articles.writeFromWire(storyId, found);
        if (found.publish === undefined) continue;
        site.publish(articleId, found.publish === 'now' ? null : timeNow(found.publish));
      }
    }
  }

  return {
    state: async (): Promise<SampleState> => stateOf(await readNewsroom()),

    /** Throws UNREADABLE or STORAGE_FAILED; what came in until then can be removed. */
    load: (): Promise<SampleState> =>
      inTurn(async () => {
        const newsroom = await readNewsroom();
        if (!stateOf(newsroom).loaded) {
          try {
            await bringIn(newsroom);
          } finally {
            events.emit({ type: 'sample.changed' });
          }
        }
        return stateOf(newsroom);
      }),

    /**
     * Its site first, then articles, sources last: what a crash leaves is still known as the sample's, and removed by the
     * next call. Throws STORAGE_FAILED.
     */
    remove: (ownArticles: 'keep' | 'trash') =>
      inTurn(async () => {
        const sourceIds = sourceIdsOf(await readNewsroom());
        const storyIds = wire.storiesOf(sourceIds);
        const erasedIds: string[] = [];
        let own = 0;
        await site.remove();
        for (const { articleId, untouched, trashed } of writtenFrom(storyIds)) {
          if (untouched && articles.erase(articleId)) erasedIds.push(articleId);
          else if (!trashed) {
            own += 1;
            if (ownArticles === 'trash') articles.trash(articleId);
          }
        }
        forget(storyIds, erasedIds);
        await wire.forget(sourceIds);
        events.emit({ type: 'sample.changed' });
        return { stories: storyIds.length, erasedArticles: erasedIds.length, ownArticles: own };
      }),
  };
}
