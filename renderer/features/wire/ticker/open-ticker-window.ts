/** A ticker in a window of its own, beside whatever one works in. */
import { routeHref } from '../../../navigation.ts';

const LOOK = 'popup,width=380,height=720';

export function openTickerWindow(searchId: string): void {
  window.open(routeHref({ screen: 'ticker', searchId }), `ticker-${searchId}`, LOOK);
}
