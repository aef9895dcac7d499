/** The contract, implemented: one router of all slices, with storage failures told as typed errors everywhere. */
import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';
import type { articlesRouter } from './articles/rpc.ts';
import type { checksRouter } from './checks/rpc.ts';
import type { commentsRouter } from './comments/rpc.ts';
import type { correctionsRouter } from './corrections/rpc.ts';
import { typedStorageError } from './database/storage-errors.ts';
import type { frontsRouter } from './fronts/rpc.ts';
import type { impactRouter } from './impact/rpc.ts';
import type { mediaRouter } from './media/rpc.ts';
import type { Log } from './providers.ts';
import type { notificationsRouter } from './notifications/rpc.ts';
import type { peopleRouter } from './people/rpc.ts';
import type { placesRouter } from './places/rpc.ts';
import type { provenanceRouter } from './provenance/rpc.ts';
import type { publishingRouter } from './publishing/rpc.ts';
import type { recordRouter } from './record/rpc.ts';
import type { rightsRouter } from './rights/rpc.ts';
import type { rulesRouter } from './rules/rpc.ts';
import type { sampleRouter } from './sample/rpc.ts';
import type { settingsRouter } from './settings/rpc.ts';
import type { systemRouter } from './system/rpc.ts';
import type { wireRouter } from './wire/rpc.ts';

export interface SliceRouters {
  wire: ReturnType<typeof wireRouter>;
  articles: ReturnType<typeof articlesRouter>;
  media: ReturnType<typeof mediaRouter>;
  people: ReturnType<typeof peopleRouter>;
  places: ReturnType<typeof placesRouter>;
  publishing: ReturnType<typeof publishingRouter>;
  fronts: ReturnType<typeof frontsRouter>;
  comments: ReturnType<typeof commentsRouter>;
  checks: ReturnType<typeof checksRouter>;
  provenance: ReturnType<typeof provenanceRouter>;
  record: ReturnType<typeof recordRouter>;
  rights: ReturnType<typeof rightsRouter>;
  corrections: ReturnType<typeof correctionsRouter>;
  impact: ReturnType<typeof impactRouter>;
  notifications: ReturnType<typeof notificationsRouter>;
  rules: ReturnType<typeof rulesRouter>;
  settings: ReturnType<typeof settingsRouter>;
  system: ReturnType<typeof systemRouter>;
  sample: ReturnType<typeof sampleRouter>;
}

export type CoreRouter = ReturnType<typeof createRouter>;

/** Builds the router. Errors that are not the contract's own are logged; the page learns only that something failed. */
export function createRouter(slices: SliceRouters, log: Log) {
  return implement(contract)
    .use(async ({ next, path }) => {
      try {
        return await next();
      } catch (error) {
        const typed = typedStorageError(error);
        if (!(typed instanceof Error && 'defined' in typed && typed.defined === true)) {
          log.error('call failed', { path: path.join('.'), error: String(error) });
        }
        throw typed;
      }
    })
    .router(slices);
}
