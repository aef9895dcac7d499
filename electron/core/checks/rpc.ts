import { implement } from '@orpc/server';
import { checksContract } from '../../../shared/contract/checks.ts';
import type { ChecksService } from './service.ts';

const procedures = implement(checksContract);

/** The checks slice behind the contract. */
export function checksRouter(checks: ChecksService) {
  return {
    run: procedures.run.handler(async ({ input }) => ({ blocks: await checks.run(input.blocks, input.at) })),
    suggest: procedures.suggest.handler(({ input }) => checks.suggest(input.word)),
    brokenLinks: procedures.brokenLinks.handler(({ input }) => checks.brokenLinks(input.urls)),
    condition: procedures.condition.handler(() => checks.condition()),
    tryRule: procedures.tryRule.handler(({ input }) => checks.tryRule(input.rule)),
    dictionary: {
      keep: procedures.dictionary.keep.handler(async ({ input }) => {
        const [aff, dic] = await Promise.all([input.aff.bytes(), input.dic.bytes()]);
        await checks.keepDictionary(input.language, aff, dic);
      }),
      forget: procedures.dictionary.forget.handler(({ input }) => checks.forgetDictionary(input.language)),
    },
    ignored: {
      list: procedures.ignored.list.handler(({ input }) => checks.ignored(input.articleId)),
      add: procedures.ignored.add.handler(({ input }) => checks.ignore(input.articleId, input.key)),
      remove: procedures.ignored.remove.handler(({ input }) => checks.heed(input.articleId, input.key)),
    },
  };
}
