import { implement } from '@orpc/server';
import { wireContract } from '../../../shared/contract/wire.ts';
import type { Wire } from './create-wire.ts';

const procedures = implement(wireContract);

const never = new AbortController().signal;

/** The wire slice behind the contract. */
export function wireRouter({ service: wire, sources, marking, foldDecisions: folding, searches }: Wire) {
  return {
    sources: {
      list: procedures.sources.list.handler(() => sources.list()),
      add: procedures.sources.add.handler(({ input }) => sources.add(input)),
      change: procedures.sources.change.handler(({ input }) =>
        sources.change(input.id, input.configuration, input.secret),
      ),
      remove: procedures.sources.remove.handler(({ input }) => sources.remove(input.id)),
      checkNow: procedures.sources.checkNow.handler(({ input }) => sources.checkNow(input.id)),
      trustServer: procedures.sources.trustServer.handler(({ input }) =>
        sources.trustServer(input.id, input.fingerprint),
      ),
      intakes: procedures.sources.intakes.handler(() => sources.intakes()),
      stopIntake: procedures.sources.stopIntake.handler(({ input }) => sources.stopIntake(input.id)),
      pauseAll: procedures.sources.pauseAll.handler(({ input }) => sources.pauseAll(input.paused)),
      presets: procedures.sources.presets.handler(() => sources.presets()),
      deliveries: procedures.sources.deliveries.handler(({ input }) =>
        sources.deliveries(input.id, input.before, input.limit),
      ),
      payload: procedures.sources.payload.handler(({ input }) => sources.payload(input.payloadId)),
    },
    list: procedures.list.handler(({ input }) => wire.list(input.filter, input.before, input.limit)),
    facets: procedures.facets.handler(({ input }) => wire.facets(input.filter)),
    countNewer: procedures.countNewer.handler(({ input }) => ({
      count: wire.countNewer(input.filter, input.than),
    })),
    counts: procedures.counts.handler(() => wire.counts()),
    get: procedures.get.handler(({ input }) => wire.get(input.storyId, input.versionId)),
    marks: {
      claim: procedures.marks.claim.handler(({ input }) => marking.claim(input.storyId, input.takeOver)),
      release: procedures.marks.release.handler(({ input }) => marking.release(input.storyId)),
      spike: procedures.marks.spike.handler(({ input }) => marking.spike(input.storyIds, input.spiked)),
      flag: procedures.marks.flag.handler(({ input }) => marking.flag(input.storyIds, input.flagged)),
      note: procedures.marks.note.handler(({ input }) => marking.note(input.storyId, input.text)),
    },
    duplicates: {
      join: procedures.duplicates.join.handler(({ input }) => folding.join(input.storyIds)),
      separate: procedures.duplicates.separate.handler(({ input }) => folding.separate(input.storyIds)),
    },
    searches: {
      list: procedures.searches.list.handler(() => searches.list()),
      save: procedures.searches.save.handler(({ input }) => searches.save(input)),
      remove: procedures.searches.remove.handler(({ input }) => searches.remove(input.searchId)),
    },
    markRead: procedures.markRead.handler(({ input }) => wire.markRead(input.storyIds, input.read)),
    importFile: procedures.importFile.handler(async ({ input }) =>
      wire.importFile(new Uint8Array(await input.file.arrayBuffer()), input.name),
    ),
    importWatched: procedures.importWatched.handler(async ({ input, signal = never }) =>
      wire.importWatched(new Uint8Array(await input.file.arrayBuffer()), input.name, signal),
    ),
    importText: procedures.importText.handler(({ input }) => wire.importText(input.text, input.creditName)),
  };
}
