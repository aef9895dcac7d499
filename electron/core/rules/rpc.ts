import { implement } from '@orpc/server';
import { rulesContract, type TryOutProgress } from '../../../shared/contract/rules.ts';
import type { RulesService } from './service.ts';

const procedures = implement(rulesContract);
const never = new AbortController().signal;

/** The routing rules behind the contract. */
export function rulesRouter(
  rules: RulesService,
  tryOut: (condition: string, signal: AbortSignal) => AsyncGenerator<TryOutProgress, void, void>,
) {
  return {
    list: procedures.list.handler(() => rules.list()),
    save: procedures.save.handler(({ input }) => rules.save(input.ruleId, input.rule)),
    arrange: procedures.arrange.handler(({ input }) => rules.arrange(input.ruleIds)),
    remove: procedures.remove.handler(({ input }) => rules.remove(input.ruleId)),
    log: procedures.log.handler(({ input }) => rules.log(input.before, input.limit)),
    tryOut: procedures.tryOut.handler(({ input, signal = never }) => tryOut(input.condition, signal)),
  };
}
