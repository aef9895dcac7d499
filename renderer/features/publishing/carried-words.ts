/** What a delivery tells readers beside its copy, in words. */
import type { ListedDelivery } from '../../../shared/contract/publishing.ts';
import type { Translate } from '../../i18n.ts';

/** `Ralat`, `Hak jawab`: each once. */
export function carriedWords({ carries }: ListedDelivery, translate: Translate): string[] {
  return [...new Set(carries.map((kind) => translate(`publishing.carries.${kind}`)))];
}

/** `Pembaruan · Ralat`: what is done at the place, and what goes along. */
export function deliveryWords(delivery: ListedDelivery, translate: Translate): string {
  return [translate(`publishing.action.${delivery.action}`), ...carriedWords(delivery, translate)].join(
    ' · ',
  );
}
