import { normaliseSignal } from '../../../shared/domain/story-signals.ts';
import type { MessageKey } from '../../../shared/i18n/translate.ts';

/** What the source says a version is; null where it says neither correction nor update. */
export function decideSignal(signals: readonly string[]): MessageKey | null {
  const codes = new Set(signals.map(normaliseSignal));
  if (codes.has('sig:correction')) return 'wire.signal.correction';
  return codes.has('sig:update') ? 'wire.signal.update' : null;
}
