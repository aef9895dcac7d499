/** A check of a target in plain words. */
import { publishErrorCodeSchema, type Verification } from '../../../shared/contract/publishing.ts';
import { isMessageKey, type MessageKey, type MessageParameters } from '../../../shared/i18n/translate.ts';

export interface ToldCheck {
  look: 'good' | 'remark' | 'bad';
  /** Null for a code without words: the code itself is shown. */
  key: MessageKey | null;
  /** What to do about it. */
  advice: MessageKey | null;
  parameters: MessageParameters;
  /** What the site said, or what was found; empty where the words hold it all. */
  detail: string;
}

/** Checks that do not keep a delivery from arriving when they fail. */
const REMARKS = new Set([
  'application-passwords',
  'upload-files',
  'make-categories',
  'encryption',
  'clock',
  'folder-space',
]);

/** Puts one line of a verification into words. */
export function tellCheck({ code, ok, detail }: Verification['checks'][number]): ToldCheck {
  const look = ok ? 'good' : REMARKS.has(code) ? 'remark' : 'bad';
  const key = `settings.check.${code}${ok ? '' : '.not'}`;
  if (isMessageKey(key)) {
    return { look, key, advice: null, parameters: { detail }, detail: code === 'clock' ? '' : detail };
  }
  const failure = publishErrorCodeSchema.safeParse(code);
  if (failure.success) {
    return {
      look,
      key: `publishing.error.${failure.data}`,
      advice: `publishing.error.${failure.data}.do`,
      parameters: {},
      detail,
    };
  }
  return { look, key: null, advice: null, parameters: {}, detail };
}

/** The verdict over all lines. */
export function tellVerdict({ ok, checks }: Verification): { look: ToldCheck['look']; key: MessageKey } {
  if (!ok) return { look: 'bad', key: 'settings.check.result.not' };
  return checks.every((check) => check.ok)
    ? { look: 'good', key: 'settings.check.result.ok' }
    : { look: 'remark', key: 'settings.check.result.warnings' };
}
