/** The sources with all that works for them: their checks, their secrets, what they brought, how long it is kept. */
import type { Database } from '../database/open.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Clock, Log, Vault } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { deliveryQueries } from './delivery-queries.ts';
import type { Ingest } from './ingest.ts';
import type { WireQueries } from './queries.ts';
import { createRetention, type Retention } from './retention.ts';
import { createSourceChecks } from './source-checks.ts';
import { createSourceIntakes } from './source-intakes.ts';
import { createSourceSecrets } from './source-secrets.ts';
import { createSourcesService, type SourcesService } from './sources-service.ts';

export interface SourcesSetting {
  database: Database;
  queries: WireQueries;
  jobs: JobQueue;
  ingest: Ingest;
  vault: Vault;
  events: EventBus;
  workplace: Workplace;
  clock: Clock;
  log: Log;
  /** Minutes the newsroom's clocks are east of UTC. */
  offsetMinutes: () => number;
}

export function createSources(setting: SourcesSetting): { sources: SourcesService; retention: Retention } {
  const secrets = createSourceSecrets(setting);
  const intakes = createSourceIntakes(setting.clock);
  const checks = createSourceChecks({ ...setting, secrets, intakes });
  const deliveries = deliveryQueries(setting.database);
  return {
    sources: createSourcesService({ ...setting, secrets, checks, intakes, deliveries }),
    retention: createRetention(setting),
  };
}
