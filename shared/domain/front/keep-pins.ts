import type { Slot } from '../../contract/front-content.ts';

/** One before the other by the place they keep, then by id, so that two windows agree. */
export function byPin(one: Slot, other: Slot): number {
  const places = (one.pinnedAt ?? 0) - (other.pinnedAt ?? 0);
  return places !== 0 ? places : one.slotId < other.slotId ? -1 : 1;
}

/** The slots with the pinned ones at the places they keep (at the end where there are too few) and the others around. */
export function keepPins(slots: readonly Slot[]): Slot[] {
  const pinned = slots.filter(({ pinnedAt }) => pinnedAt !== null).toSorted(byPin);
  if (pinned.length === 0) return [...slots];
  const kept: Slot[] = [];
  const putDue = (): void => {
    while (pinned[0] && (pinned[0].pinnedAt ?? 0) <= kept.length + 1) kept.push(pinned.shift() as Slot);
  };
  for (const slot of slots) {
    if (slot.pinnedAt !== null) continue;
    putDue();
    kept.push(slot);
  }
  return [...kept, ...pinned];
}
