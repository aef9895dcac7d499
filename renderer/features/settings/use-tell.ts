import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { showToast } from '../../ui/toast.ts';

/** Tells a failed call at the lower edge of the window. */
export function useTellError(): (error: unknown) => void {
  const translate = useTranslate();
  return (error) => {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  };
}
