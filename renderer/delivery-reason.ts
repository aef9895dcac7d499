/** Why a delivery stopped, as the list and the detail say it. */
import type { Delivery } from '../shared/contract/publishing.ts';
import { isMessageKey, type MessageKey } from '../shared/i18n/translate.ts';

type DeliveryError = NonNullable<Delivery['error']>;

/** What forbids an article to go out, where that is what stopped it; its codes are told in the detail. */
export function blocksOf({ code, detail }: DeliveryError): MessageKey[] {
  if (code !== 'not-publishable') return [];
  return detail
    .split(', ')
    .map((block) => `publishing.block.${block}`)
    .filter(isMessageKey);
}

/** The reason in one line. */
export function reasonOf(error: DeliveryError): MessageKey {
  return blocksOf(error)[0] ?? `publishing.error.${error.code}`;
}
