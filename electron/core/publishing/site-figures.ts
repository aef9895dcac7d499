/** Figures of what is read most, asked of a target that has them. */
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import type { SiteFigures } from '../site-figures.ts';
import { answerOf } from './comment-sites.ts';
import type { PublishingQueries } from './queries.ts';
import { PublishError, type PublishingTarget } from './target.ts';
import type { TargetContexts } from './target-context.ts';

export function createSiteFigures({
  queries,
  contexts,
  targetFor,
}: {
  queries: PublishingQueries;
  contexts: TargetContexts;
  targetFor: (configuration: TargetConfiguration) => PublishingTarget;
}): SiteFigures {
  return (targetId, question, signal) => {
    const ask = async () => {
      const target = queries.target(targetId);
      const { figures } = target && !target.removed ? targetFor(target.configuration) : {};
      if (!target || !figures) throw new PublishError('not-this-kind-of-site', targetId);
      return figures(target.configuration, question, await contexts.of(targetId, signal, null));
    };
    return answerOf(ask(), signal);
  };
}
