/** The fields around the copy that are searched, in the order in which one meets them. */
import type { ArticleFields } from '../../../../shared/contract/articles.ts';

/** Shown above the copy. */
export const FIELDS_BEFORE = [
  'kicker',
  'headline',
  'dek',
] as const satisfies readonly (keyof ArticleFields)[];

/** Shown beside it. */
export const FIELDS_AFTER = [
  'shortHeadline',
  'seoTitle',
  'seoDescription',
  'socialTitle',
  'byline',
  'dateline',
  'credit',
] as const satisfies readonly (keyof ArticleFields)[];

export type FoundField = (typeof FIELDS_BEFORE)[number] | (typeof FIELDS_AFTER)[number];

function elementOf(field: FoundField): HTMLInputElement | HTMLTextAreaElement | null {
  const element = document.querySelector(`[data-field="${CSS.escape(field)}"]`);
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null;
}

/** Runs with the element that shows a field: at once, or once the tab it stands on is drawn. */
export function withField(
  field: FoundField,
  openTab: (field: FoundField) => void,
  act: (element: HTMLInputElement | HTMLTextAreaElement) => void,
): void {
  const there = elementOf(field);
  if (there !== null) {
    act(there);
    return;
  }
  openTab(field);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const drawn = elementOf(field);
      if (drawn !== null) act(drawn);
    }),
  );
}
