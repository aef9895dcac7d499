/** The screen a window was on, kept with the core: a desk that was killed opens where it was left. */
import { useEffect } from 'react';
import { afterPaint } from '../after-paint.ts';
import { useCore, type Core } from '../core-client/core-client.ts';
import type { Route } from '../navigation.ts';

/** Keeps the screen whenever it changes, once it is painted. */
export function useKeptScreen(route: Route): void {
  const { client } = useCore();
  useEffect(
    () =>
      afterPaint(() => {
        const { hash } = window.location;
        // One that cannot be kept now is kept with the next step.
        if (hash !== '') client.places.keep({ screen: hash }).catch(() => {});
      }),
    [client, route],
  );
}

/** Goes to the screen that was shown last, unless the address names one. */
export async function goToLastScreen({ client }: Core): Promise<void> {
  const isNamed = (): boolean => window.location.hash.length > 1;
  if (isNamed()) return;
  const last = await client.places.lastScreen().catch(() => null);
  // A link may have been followed meanwhile.
  if (last !== null && last.screen !== null && !isNamed()) window.history.replaceState(null, '', last.screen);
}
