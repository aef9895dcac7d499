import { implement } from '@orpc/server';
import { correctionsContract } from '../../../shared/contract/corrections.ts';
import type { CorrectionsService } from './service.ts';

const procedures = implement(correctionsContract);

/**
 * The corrections slice behind the contract. What goes out with an entry is held against its sources first (`look` never rejects),
 * so that the record knows what was open in it.
 */
export function correctionsRouter(
  corrections: CorrectionsService,
  look: (articleId: string) => Promise<void>,
) {
  return {
    of: procedures.of.handler(({ input }) => corrections.of(input.articleId)),
    marks: procedures.marks.handler(() => corrections.marks()),
    correct: procedures.correct.handler(async ({ input }) => {
      await look(input.articleId);
      return corrections.correct(input);
    }),
    withdraw: procedures.withdraw.handler(({ input }) => corrections.withdraw(input)),
    linkReply: procedures.linkReply.handler(async ({ input }) => {
      await Promise.all([input.articleId, input.replyArticleId].map(look));
      return corrections.linkReply(input);
    }),
  };
}
