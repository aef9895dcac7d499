import type { PictureRights } from '../../shared/contract/rights.ts';
import { useTranslate } from '../i18n.ts';

/** What is known of a picture's rights, in a few words each. */
export function usePictureRightsFacts(): (rights: PictureRights) => string[] {
  const translate = useTranslate();
  return ({ credit, uses, from }) => [
    ...(uses === 'open' ? [] : [translate(`ledger.uses.${uses}`)]),
    ...(credit === '' ? [] : [translate('ledger.credit', { credit })]),
    translate(`ledger.from.${from}`),
  ];
}
