import { implement } from '@orpc/server';
import { correctionsContract } from '../../../shared/contract/corrections.ts';
import type { CorrectionsService } from './service.ts';

const procedures = implement(correctionsContract);

/** The corrections slice behind the contract. */
export function correctionsRouter(corrections: CorrectionsService) {
  return {
    of: procedures.of.handler(({ input }) => corrections.of(input.articleId)),
    marks: procedures.marks.handler(() => corrections.marks()),
    correct: procedures.correct.handler(({ input }) => corrections.correct(input)),
    withdraw: procedures.withdraw.handler(({ input }) => corrections.withdraw(input)),
    linkReply: procedures.linkReply.handler(({ input }) => corrections.linkReply(input)),
  };
}
