import { implement } from '@orpc/server';
import { frontsContract } from '../../../shared/contract/fronts.ts';
import type { FrontsService } from './service.ts';

const procedures = implement(frontsContract);

/** The fronts slice behind the contract. */
export function frontsRouter(fronts: FrontsService) {
  const { launches, clipboard, popularity } = fronts;
  return {
    list: procedures.list.handler(() => fronts.list()),
    get: procedures.get.handler(({ input }) => fronts.get(input.frontId)),
    create: procedures.create.handler(({ input }) => fronts.create(input.kind, input.section, input.name)),
    rename: procedures.rename.handler(({ input }) => fronts.rename(input.frontId, input.name)),
    remove: procedures.remove.handler(({ input }) => fronts.remove(input.frontId)),
    edit: procedures.edit.handler(({ input }) => fronts.edit(input.frontId, input.mutationId, input.edit)),
    facts: procedures.facts.handler(({ input }) => fronts.facts(input.frontId)),
    launchPreview: procedures.launchPreview.handler(({ input }) =>
      fronts.launchPreview(input.frontId, input.collectionIds),
    ),
    launch: procedures.launch.handler(({ input }) => launches.launch(input)),
    scheduleLaunch: procedures.scheduleLaunch.handler(({ input: { at, ...request } }) =>
      launches.schedule(request, Date.parse(at)),
    ),
    cancelLaunch: procedures.cancelLaunch.handler(({ input }) => launches.cancel(input.launchId)),
    launches: procedures.launches.handler(({ input }) =>
      launches.list(input.frontId, input.cursor, input.limit),
    ),
    launchAt: procedures.launchAt.handler(({ input }) => launches.at(input.frontId, Date.parse(input.at))),
    launchContent: procedures.launchContent.handler(({ input }) => fronts.launchContent(input.launchId)),
    compare: procedures.compare.handler(({ input }) => fronts.compare(input.frontId, input.from, input.to)),
    relaunch: procedures.relaunch.handler(({ input }) =>
      launches.relaunch(input.launchId, input.note, input.requestId),
    ),
    pool: procedures.pool.handler(({ input }) => fronts.pool(input)),
    placements: procedures.placements.handler(() => fronts.placements()),
    clipboard: {
      get: procedures.clipboard.get.handler(() => clipboard.get()),
      add: procedures.clipboard.add.handler(({ input }) => clipboard.add(input.slots, input.after)),
      remove: procedures.clipboard.remove.handler(({ input }) => clipboard.remove(input.slotIds)),
    },
    popularity: {
      get: procedures.popularity.get.handler(() => popularity.state()),
      change: procedures.popularity.change.handler(({ input }) =>
        popularity.change(input.source, input.windowHours),
      ),
      refresh: procedures.popularity.refresh.handler(() => popularity.refresh()),
    },
  };
}
