/** The wire slice as one value: what arrives, where it comes from, what the desk did with it, what is one story. */
import { wireFilterSchema, type WireListItem } from '../../../shared/contract/wire.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { offsetOfIndonesianZone, startOfDay } from '../../../shared/domain/indonesian-dates.ts';
import type { Database } from '../database/open.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Clock, Log, Vault } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { createSources } from './create-sources.ts';
import { createEntries } from './folding/entries.ts';
import { createFoldDecisions } from './folding/fold-decisions.ts';
import { createIngest, type IngestOptions } from './ingest.ts';
import { createStoryMarking } from './marks.ts';
import { wireQueries } from './queries.ts';
import { createSavedSearches } from './searches.ts';
import { createWireService } from './service.ts';

export type Wire = ReturnType<typeof createWire>;

export function createWire({
  database,
  dataFolder,
  jobs,
  vault,
  events,
  clock,
  log,
  workplace,
  settings,
  rules,
  onMet,
}: {
  database: Database;
  dataFolder: string;
  jobs: JobQueue;
  vault: Vault;
  events: EventBus;
  clock: Clock;
  log: Log;
  workplace: Workplace;
  settings: () => Settings;
  rules: IngestOptions['rules'];
  /** Rules met stories that have just been stored. */
  onMet: () => void;
}) {
  const folds = () => settings().interface.foldDuplicates;
  const offsetMinutes = () => offsetOfIndonesianZone(settings().house.timeZone);
  const common = { database, events, clock, workplace };

  const ingest = createIngest({
    dataFolder,
    log,
    rules,
    onStored({ withdrawn, met }) {
      if (withdrawn.length > 0) events.emit({ type: 'wire.withdrawn', storyIds: withdrawn });
      if (met > 0) onMet();
    },
  });
  const entries = createEntries(database, folds);
  const queries = wireQueries(database, entries, folds);
  const { sources, retention } = createSources({
    ...common,
    queries,
    jobs,
    ingest,
    vault,
    log,
    offsetMinutes,
  });
  const knows = (storyId: number) => !retention.isLeaving(storyId) && queries.story(storyId) !== null;
  const marking = createStoryMarking({ ...common, entries, knows });
  const service = createWireService({
    ...common,
    queries,
    sources,
    ingest,
    marking,
    isLeaving: retention.isLeaving,
    entries,
    foldsDuplicates: folds,
    currentPersonId: () => workplace.currentPerson().personId,
    offsetMinutes,
    midnight: () => startOfDay(clock.now(), settings().house.timeZone),
  });

  return {
    queries,
    sources,
    marking,
    foldDecisions: createFoldDecisions({ ...common, entries, folds, knows }),
    searches: createSavedSearches({ database, events }),
    service,
    newestStories: (limit: number): WireListItem[] =>
      service.list(wireFilterSchema.parse({}), null, limit).rows,
    start() {
      void sources.start();
      retention.start();
    },
    /** Asks no source any more; what is being stored goes on until `close`. */
    stop: () => sources.stop(),
    close: () => ingest.close(),
  };
}
