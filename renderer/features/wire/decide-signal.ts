import type { MessageKey } from '../../../shared/i18n/translate.ts';

/**
 * What the source says a version is, from its signals: IPTC signal codes (`sig:correction`, `sig:update`) and the
 * editorial status codes some agencies use (`edStat:C`, `edStat:U`). Null where they say neither.
 */
export function decideSignal(signals: readonly string[]): MessageKey | null {
  const codes = new Set(signals.map((signal) => signal.trim().toLowerCase()));
  if (codes.has('sig:correction') || codes.has('correction') || codes.has('edstat:c'))
    return 'wire.signal.correction';
  if (codes.has('sig:update') || codes.has('update') || codes.has('edstat:u')) return 'wire.signal.update';
  return null;
}
