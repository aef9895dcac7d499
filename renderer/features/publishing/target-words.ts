/** The state of a target in a few words, from what is on its way to it. */
import type { Delivery, FrontDelivery, Target } from '../../../shared/contract/publishing.ts';
import type { MessageKey, MessageParameters } from '../../../shared/i18n/translate.ts';

export interface TargetWords {
  /** `ring`: something is missing before it can be used. Colour is never alone: what is not fine has words. */
  dot: 'green' | 'amber' | 'red' | 'ring';
  reason: { key: MessageKey; parameters: MessageParameters } | null;
}

/**
 * Decides dot and words. `unsettled`: deliveries of articles that wait or have stopped, `fronts`: the latest of each front;
 * both to any target.
 */
export function decideTargetWords(
  target: Pick<Target, 'id' | 'hasSecret' | 'capabilities' | 'trouble'>,
  unsettled: readonly Pick<Delivery, 'targetId' | 'state'>[],
  fronts: readonly Pick<FrontDelivery, 'targetId' | 'state' | 'differences'>[],
): TargetWords {
  if (target.capabilities.needsSecret && !target.hasSecret) {
    return { dot: 'ring', reason: { key: 'publishing.targets.secretMissing', parameters: {} } };
  }
  const { trouble } = target;
  if (trouble !== null) {
    return {
      dot: trouble.nextTryAt === null ? 'red' : 'amber',
      reason: { key: 'publishing.targets.held', parameters: {} },
    };
  }
  const ofTarget = [...unsettled, ...fronts].filter(({ targetId }) => targetId === target.id);
  const states = ofTarget.map(({ state }) => state);
  const count = (...wanted: Delivery['state'][]): number =>
    states.filter((state) => wanted.includes(state)).length;
  const stopped = count('failed', 'conflict');
  if (stopped > 0) {
    return { dot: 'red', reason: { key: 'publishing.targets.stopped', parameters: { count: stopped } } };
  }
  const retrying = count('retry');
  if (retrying > 0) {
    return { dot: 'amber', reason: { key: 'publishing.targets.retrying', parameters: { count: retrying } } };
  }
  const isPartly = fronts.some(
    ({ targetId, state, differences }) =>
      targetId === target.id && state === 'live' && differences.length > 0,
  );
  if (isPartly) return { dot: 'amber', reason: { key: 'fronts.state.partly', parameters: {} } };
  const waiting = count('queued', 'sending');
  if (waiting > 0) {
    return { dot: 'green', reason: { key: 'publishing.targets.waiting', parameters: { count: waiting } } };
  }
  return { dot: 'green', reason: null };
}
