import { implement } from '@orpc/server';
import { provenanceContract } from '../../../shared/contract/provenance.ts';
import type { ProvenanceService } from './service.ts';

const procedures = implement(provenanceContract);

/** The provenance slice behind the contract. */
export function provenanceRouter(provenance: ProvenanceService) {
  return {
    check: procedures.check.handler(({ input }) => provenance.check(input.articleId, input.blocks)),
    sources: procedures.sources.handler(({ input }) => provenance.sources(input.articleId)),
    accepted: {
      list: procedures.accepted.list.handler(({ input }) => provenance.accepted(input.articleId)),
      add: procedures.accepted.add.handler(({ input }) =>
        provenance.accept(input.articleId, input.key, input.note),
      ),
      remove: procedures.accepted.remove.handler(({ input }) =>
        provenance.reopen(input.articleId, input.key),
      ),
    },
  };
}
