import { implement } from '@orpc/server';
import { impactContract } from '../../../shared/contract/impact.ts';
import type { ImpactService } from './service.ts';

const procedures = implement(impactContract);

/** The impact slice behind the contract. */
export function impactRouter(impact: ImpactService) {
  return {
    list: procedures.list.handler(({ input }) => impact.list(input.state, input.cursor, input.limit)),
    counts: procedures.counts.handler(() => impact.counts()),
    get: procedures.get.handler(({ input }) => impact.get(input.impactId)),
    apply: procedures.apply.handler(({ input }) => impact.apply(input)),
    dismiss: procedures.dismiss.handler(({ input }) =>
      impact.dismiss(input.impactId, input.versionId, input.reason),
    ),
    reopen: procedures.reopen.handler(({ input }) => impact.reopen(input.impactId)),
  };
}
