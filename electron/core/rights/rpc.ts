import { implement } from '@orpc/server';
import { rightsContract } from '../../../shared/contract/rights.ts';
import type { AlignedCopy, RightsService } from './service.ts';

const procedures = implement(rightsContract);

/** The rights ledger behind the contract. `aligned` holds the stored working copy of an article against its sources. */
export function rightsRouter(rights: RightsService, aligned: (articleId: string) => Promise<AlignedCopy>) {
  return {
    findings: procedures.findings.handler(async ({ input: { articleId, at } }) => {
      return rights.findingsOn(at ?? null, await aligned(articleId));
    }),
    ledger: procedures.ledger.handler(({ input }) => rights.ledger(input.filter, input.cursor)),
    picture: procedures.picture.handler(({ input }) => rights.picture(input.mediaId)),
    setPicture: procedures.setPicture.handler(({ input }) => rights.setPicture(input)),
  };
}
