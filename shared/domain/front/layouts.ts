/** What a place in a layout gives a story: its size, whether its picture shows, how long a headline fits. */
import type { CollectionLayout, Slot } from '../../contract/front-content.ts';

export type SlotSize = Exclude<Slot['size'], 'auto'>;

/** Signs of a headline that fit in three lines at phone width. */
const HEADLINE_SIGNS: Readonly<Record<SlotSize, number>> = { large: 90, standard: 75, small: 65 };

/** The size at a place, counted from 1; what a person chose wins. */
export function sizeAt(layout: CollectionLayout, place: number, chosen: Slot['size'] = 'auto'): SlotSize {
  if (chosen !== 'auto') return chosen;
  if (layout === 'lead4') return place === 1 ? 'large' : 'standard';
  return layout === 'list' ? 'standard' : 'small';
}

/** Whether the page shows a picture there. */
export function showsPicture(layout: CollectionLayout, size: SlotSize): boolean {
  if (layout === 'sidebar') return size === 'large';
  return layout === 'strip' || size !== 'small';
}

/** Whether a missing picture leaves a hole in the page: leads and cards are made around one. */
export function needsPicture(layout: CollectionLayout, size: SlotSize): boolean {
  return size === 'large' || layout === 'strip';
}

/** The longest headline that fits, in signs. */
export function headlineLimit(size: SlotSize): number {
  return HEADLINE_SIGNS[size];
}

/** The story's headline as it fits a place of that size: its short one where the other is too long and that is shorter. */
export function headlineAt(
  { headline, shortHeadline }: { headline: string; shortHeadline: string },
  size: SlotSize,
): string {
  const [long, short] = [[...headline].length, [...shortHeadline].length];
  return long > headlineLimit(size) && short > 0 && short < long ? shortHeadline : headline;
}
