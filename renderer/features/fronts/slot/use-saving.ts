import { useMutation } from '@tanstack/react-query';
import { errorMessage, typedCoreError } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';

/**
 * Saving a form over something that others may change too. `save` answers with null, or with the error it was refused for;
 * a conflict is told by the note above the form.
 */
export function useSaving(
  save: () => Promise<unknown>,
  onSaved: () => void,
): { save: () => void; busy: boolean; error: string | null } {
  const translate = useTranslate();
  const {
    mutate,
    isPending,
    data: refused,
  } = useMutation({
    mutationFn: save,
    onSuccess: (answer) => answer === null && onSaved(),
  });
  const isTold =
    refused !== undefined && refused !== null && typedCoreError(refused)?.code !== 'FRONT_CONFLICT';
  const { key, parameters } = errorMessage(refused);
  return { save: () => mutate(), busy: isPending, error: isTold ? translate(key, parameters) : null };
}
