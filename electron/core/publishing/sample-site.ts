/**
 * The site of the sample newsroom: a folder of its own in the data folder, where its stories go by the way all stories
 * go. It is Redaksi's own from the first byte, so it may leave without a trace, which no other place may.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FolderSiteConfiguration } from '../../../shared/contract/target-configuration.ts';
import { SAMPLE_TARGET_ID } from '../../../shared/domain/sample-story.ts';
import type { Database } from '../database/open.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Clock } from '../providers.ts';
import type { DeliveryRequests } from './delivery-requests.ts';
import type { ArticlesForPublishing } from './neighbours.ts';
import type { Outbox } from './outbox.ts';
import type { PublishingQueries } from './queries.ts';
import type { PublishingTarget } from './target.ts';

export interface SampleSite {
  /** The target as it lies in this data folder, wherever that is by now. */
  configuration: FolderSiteConfiguration;
  /** Makes the target; does nothing where it is there. */
  ensure(name: string): void;
  /**
   * Puts an article into the outbox for it: at once, or at a time (milliseconds since 1970). Nobody's permission is
   * asked: no reader sees that site. Whether the article may go out is decided when it is sent, as ever.
   */
  publish(articleId: string, at: number | null): void;
  /** Of the articles those that went, or are to go, to another place as well. */
  elsewhere(articleIds: readonly string[]): Set<string>;
  /**
   * Takes it away with everything that tells of it, pages included; articles that were live nowhere else are ready
   * again. What a crash leaves of it the next call takes away. Throws STORAGE_FAILED, or PublishError where the folder
   * cannot be deleted.
   */
  remove(): Promise<void>;
}

export function createSampleSite({
  database,
  queries,
  jobs,
  events,
  clock,
  outbox,
  requests,
  articles,
  dataFolder,
  folderSite,
}: {
  database: Database;
  queries: PublishingQueries;
  jobs: JobQueue;
  events: EventBus;
  clock: Clock;
  outbox: Outbox;
  requests: DeliveryRequests;
  articles: ArticlesForPublishing;
  dataFolder: string;
  folderSite: PublishingTarget<FolderSiteConfiguration>;
}): SampleSite {
  const targetId = SAMPLE_TARGET_ID;
  const configuration = { kind: 'folder-site', folder: join(dataFolder, 'sample-site') } as const;

  function eraseRows(): void {
    const live = queries.placementsOfTarget(targetId);
    queries.erase(targetId);
    for (const { articleId } of live) {
      if (!queries.isLiveAnywhere(articleId)) articles.markPublished(articleId, false, null);
    }
  }

  return {
    configuration,

    ensure(name) {
      if (queries.target(targetId) !== null) return;
      queries.addTarget({ id: targetId, name, configuration, now: clock.now() });
      events.emit({ type: 'target.changed', targetId });
    },

    publish(articleId, at) {
      const requestId = randomUUID();
      const action = at === null ? 'publish' : 'schedule';
      requests.once(requestId, () =>
        requests.add({ articleId, targetId, requestId }, action, articles.cutRevision(articleId), at),
      );
    },

    elsewhere: (articleIds) => queries.elsewhere(articleIds, targetId),

    async remove() {
      // From here on nothing new goes there, and what is under way ends.
      queries.removeTarget(targetId, clock.now());
      await jobs.clearLane(targetId);
      outbox.breaker.worked(targetId);
      database.transaction(eraseRows)();
      events.emit({ type: 'target.changed', targetId });
      await folderSite.demolish?.(configuration, { dataFolder, signal: new AbortController().signal });
    },
  };
}
