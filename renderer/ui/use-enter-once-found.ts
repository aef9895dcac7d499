import { useEffect, useRef } from 'react';

/**
 * Enter in a field that looks things up as one types: whoever types on quickly means what is found for the words as they
 * stand, so it waits for that. `isSettled`: what is in hand was found for them.
 */
export function useEnterOnceFound<Item>(
  inHand: Item | undefined,
  isSettled: boolean,
  pick: (item: Item) => void,
): { enter: () => void; typeOn: () => void } {
  const isAwaited = useRef(false);
  useEffect(() => {
    if (!isAwaited.current || !isSettled) return;
    isAwaited.current = false;
    if (inHand !== undefined) pick(inHand);
  }, [isSettled, inHand, pick]);
  return {
    enter() {
      if (!isSettled) isAwaited.current = true;
      else if (inHand !== undefined) pick(inHand);
    },
    typeOn() {
      isAwaited.current = false;
    },
  };
}
