/** The contract, implemented: one router of all slices, with storage failures told as typed errors everywhere. */
import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';
import { articlesRouter } from './articles/rpc.ts';
import { createWritingWindows } from './articles/writing-window.ts';
import { checksRouter } from './checks/rpc.ts';
import { commentsRouter } from './comments/rpc.ts';
import { correctionsRouter } from './corrections/rpc.ts';
import type { Slices } from './create-slices.ts';
import { typedStorageError } from './database/storage-errors.ts';
import { frontsRouter } from './fronts/rpc.ts';
import { impactRouter } from './impact/rpc.ts';
import { fetchPicture } from './media/fetch-picture.ts';
import { mediaRouter } from './media/rpc.ts';
import { notificationsRouter } from './notifications/rpc.ts';
import { peopleRouter } from './people/rpc.ts';
import { placesRouter } from './places/rpc.ts';
import type { Log } from './providers.ts';
import { provenanceRouter } from './provenance/rpc.ts';
import { publishingRouter } from './publishing/rpc.ts';
import { recordRouter } from './record/rpc.ts';
import { rightsRouter } from './rights/rpc.ts';
import { rulesRouter } from './rules/rpc.ts';
import { sampleRouter } from './sample/rpc.ts';
import { settingsRouter } from './settings/rpc.ts';
import type { systemRouter } from './system/rpc.ts';
import { wireRouter } from './wire/rpc.ts';

export type CoreRouter = ReturnType<typeof createRouter>;

/** Builds the router. Errors that are not the contract's own are logged; the page learns only that something failed. */
export function createRouter(slices: Slices, system: ReturnType<typeof systemRouter>, log: Log) {
  const { gate, alignedCopy } = slices.provenance;
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
    .router({
      wire: wireRouter(slices.wire),
      articles: articlesRouter(slices.articles, slices.articleFiles, createWritingWindows()),
      media: mediaRouter(slices.media, fetchPicture),
      people: peopleRouter(slices.people),
      places: placesRouter(slices.places),
      publishing: publishingRouter(slices.publishing, gate),
      fronts: frontsRouter(slices.fronts),
      comments: commentsRouter(slices.comments),
      checks: checksRouter(slices.checks),
      provenance: provenanceRouter(slices.provenance),
      record: recordRouter(slices.record),
      rights: rightsRouter(slices.rights, alignedCopy),
      corrections: correctionsRouter(slices.corrections, gate.look),
      impact: impactRouter(slices.impact),
      notifications: notificationsRouter(slices.notifications),
      rules: rulesRouter(slices.rules, slices.tryCondition),
      settings: settingsRouter(slices.settings),
      sample: sampleRouter(slices.sample),
      system,
    });
}
