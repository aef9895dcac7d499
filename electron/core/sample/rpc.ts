import { implement } from '@orpc/server';
import { sampleContract } from '../../../shared/contract/sample.ts';
import type { SampleService } from './service.ts';

const procedures = implement(sampleContract);

/** The sample newsroom behind the contract. */
export function sampleRouter(sample: SampleService) {
  return {
    state: procedures.state.handler(() => sample.state()),
    load: procedures.load.handler(() => sample.load()),
    remove: procedures.remove.handler(({ input }) => sample.remove(input.ownArticles)),
  };
}
