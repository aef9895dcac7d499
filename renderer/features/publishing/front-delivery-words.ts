import type { FrontDelivery, Target } from '../../../shared/contract/publishing.ts';
import { isMessageKey } from '../../../shared/i18n/translate.ts';
import { frontDifferenceWords } from '../../front-delivery.ts';
import type { Translate } from '../../i18n.ts';

/**
 * What happened to a launched front on its way, and what a person can do about it. `trouble`: of its target, whose own row
 * stands above and may tell the same advice.
 */
export function frontDeliveryWords(
  { state, error, differences }: Pick<FrontDelivery, 'state' | 'error' | 'differences'>,
  trouble: Target['trouble'],
  translate: Translate,
): string[] {
  if (state === 'live') {
    return differences.map((difference) => frontDifferenceWords(difference, translate));
  }
  if (error === null) return [translate('publishing.front.underWay')];
  const told = translate(`publishing.error.${error.code}`);
  if (state === 'retry') return [told, translate('publishing.front.again')];
  const ofFronts = `publishing.front.error.${error.code}.do`;
  if (isMessageKey(ofFronts)) return [told, translate(ofFronts, { detail: error.detail })];
  const isToldAbove = trouble !== null && trouble.nextTryAt === null && trouble.error.code === error.code;
  return isToldAbove ? [told] : [told, translate(`publishing.error.${error.code}.do`)];
}
