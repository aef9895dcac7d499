/** What a refusal to publish says of findings nobody has answered: somebody can say yes to them and send all the same. */
import { contractErrors } from '../shared/contract/errors.ts';
import { typedCoreError } from './core-client/core-error.ts';
import { useTranslate } from './i18n.ts';
import { usePublishReasonWords } from './publish-reason-words.ts';
import { showToast } from './ui/toast.ts';

/** Against the sources (or that nobody could tell), or against the licences of sources and pictures. */
function isAsked(code: string): boolean {
  return code === 'fidelity-open' || code === 'fidelity-failed' || code.startsWith('rights-');
}

/** Tells what is open where nothing else keeps it from being sent; null where something does, or the call failed otherwise. */
export function useOpenFindingsWords(): (error: unknown) => string | null {
  const translate = useTranslate();
  const wordsOf = usePublishReasonWords();
  return (error) => {
    const typed = typedCoreError(error);
    if (typed?.code !== 'NOT_PUBLISHABLE') return null;
    const { reasons } = contractErrors.NOT_PUBLISHABLE.data.parse(typed.data);
    if (reasons.length === 0 || !reasons.every(({ code }) => isAsked(code))) return null;
    return [translate('publish.open'), ...reasons.map(wordsOf)].join(' ');
  };
}

/** Tells of them at the lower edge and offers to send it all the same; false where the call failed for another reason. */
export function useTellOpenFindings(): (error: unknown, sendAnyway: () => void) => boolean {
  const translate = useTranslate();
  const openWords = useOpenFindingsWords();
  return (error, sendAnyway) => {
    const words = openWords(error);
    if (words === null) return false;
    showToast(words, {
      tone: 'problem',
      action: { label: translate('publish.anyway'), run: sendAnyway },
    });
    return true;
  };
}
