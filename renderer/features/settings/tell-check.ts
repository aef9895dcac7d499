/** A check of a target in plain words. */
import { publishErrorCodeSchema } from '../../../shared/contract/publish-errors.ts';
import { type Verification } from '../../../shared/contract/publishing.ts';
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

/** The largest unit in which a difference of clocks is at least one. */
function tellClock(seconds: number): { key: MessageKey; parameters: MessageParameters } {
  const off = Math.abs(seconds);
  if (off < 120) return { key: 'settings.check.clock.not', parameters: { detail: off } };
  const [key, size] =
    off < 7_200
      ? (['settings.check.clock.not.minutes', 60] as const)
      : off < 86_400
        ? (['settings.check.clock.not.hours', 3_600] as const)
        : (['settings.check.clock.not.days', 86_400] as const);
  return { key, parameters: { detail: Math.round(off / size) } };
}

/** Puts one line of a verification into words. */
export function tellCheck({ code, ok, detail }: Verification['checks'][number]): ToldCheck {
  const look = ok ? 'good' : REMARKS.has(code) ? 'remark' : 'bad';
  const key = `settings.check.${code}${ok ? '' : '.not'}`;
  if (code === 'clock' && !ok) return { look, advice: null, detail: '', ...tellClock(Number(detail)) };
  if (code === 'site-complete') {
    return {
      look,
      key: 'settings.check.site-complete',
      advice: null,
      detail: '',
      parameters: { count: Number(detail) },
    };
  }
  if (isMessageKey(key)) return { look, key, advice: null, parameters: { detail }, detail };
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

/** The verdict over the lines of a look through what was put there. */
export function tellInspection({ ok }: Verification): { look: ToldCheck['look']; key: MessageKey } {
  return ok
    ? { look: 'good', key: 'settings.inspection.ok' }
    : { look: 'remark', key: 'settings.inspection.not' };
}

/** The verdict over all lines of a test. */
export function tellVerdict({ ok, checks }: Verification): { look: ToldCheck['look']; key: MessageKey } {
  if (!ok) return { look: 'bad', key: 'settings.check.result.not' };
  return checks.every((check) => check.ok)
    ? { look: 'good', key: 'settings.check.result.ok' }
    : { look: 'remark', key: 'settings.check.result.warnings' };
}
