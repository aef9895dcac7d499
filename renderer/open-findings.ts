/** What a refusal to publish says of findings against the sources that nobody has answered. */
import { contractErrors } from '../shared/contract/errors.ts';
import { typedCoreError } from './core-client/core-error.ts';
import { useTranslate } from './i18n.ts';
import { showToast } from './ui/toast.ts';

/** How many are open, where that is the only reason why something is not sent; null where something else stands in the way. */
export function openFindingsOf(error: unknown): number | null {
  const typed = typedCoreError(error);
  if (typed?.code !== 'NOT_PUBLISHABLE') return null;
  const { reasons } = contractErrors.NOT_PUBLISHABLE.data.parse(typed.data);
  const [reason] = reasons;
  if (reasons.length !== 1 || reason?.code !== 'fidelity-open') return null;
  return Number(reason.detail);
}

/** Tells of them at the lower edge and offers to send it all the same; false where the call failed for another reason. */
export function useTellOpenFindings(): (error: unknown, sendAnyway: () => void) => boolean {
  const translate = useTranslate();
  return (error, sendAnyway) => {
    const count = openFindingsOf(error);
    if (count === null) return false;
    showToast(translate('publish.open', { count }), {
      tone: 'problem',
      action: { label: translate('publish.anyway'), run: sendAnyway },
    });
    return true;
  };
}
