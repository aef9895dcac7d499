/** A launched front on its way to a target: what of it went otherwise, in words, and how it is sent again. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { FrontDelivery } from '../shared/contract/publishing.ts';
import { isMessageKey } from '../shared/i18n/translate.ts';
import { useCore } from './core-client/core-client.ts';
import { errorMessage } from './core-client/core-error.ts';
import { useTranslate, type Translate } from './i18n.ts';
import { showToast } from './ui/toast.ts';

/** What could not be set, with what to do where there is anything. */
export function frontDifferenceWords(
  { field, meant, found }: FrontDelivery['differences'][number],
  translate: Translate,
): string {
  const said = `difference.front.${field}`;
  if (isMessageKey(said)) return translate(said, { meant });
  const name = `difference.${field}`;
  return `${isMessageKey(name) ? translate(name) : field}: ${meant || found}.`;
}

/** Sends it again; a refusal is told. */
export function useRetryFront({
  deliveryId,
}: FrontDelivery): UseMutationResult<FrontDelivery, unknown, void> {
  const translate = useTranslate();
  const { client } = useCore();
  return useMutation({
    mutationFn: () => client.publishing.fronts.retry({ deliveryId }),
    onError(error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    },
  });
}
