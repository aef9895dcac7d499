/** The fields around the copy that are searched, in the order in which one meets them. */
import type { ArticleFields } from '../../../../shared/contract/articles.ts';
import { makeSlug } from '../../../../shared/domain/slug.ts';

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
  'slug',
  'byline',
  'dateline',
  'credit',
  'tags',
] as const satisfies readonly (keyof ArticleFields)[];

export type FoundField = (typeof FIELDS_BEFORE)[number] | (typeof FIELDS_AFTER)[number];

/** What is searched of a field: each tag by itself. A slug that nobody has typed follows the headline, and is no text. */
export function textsOfField(field: FoundField, fields: ArticleFields): readonly string[] {
  return field === 'tags' ? fields.tags : [fields[field]];
}

/** Texts of a field as it can keep them: a slug stays one, a tag that another has become is told once. */
export function keepableTexts(field: FoundField, texts: readonly string[]): readonly string[] {
  if (field === 'slug') return texts.map((text) => makeSlug(text, 200));
  if (field !== 'tags') return texts;
  const known = new Map<string, string>();
  for (const text of texts) {
    const tag = text.trim().slice(0, 200);
    if (tag !== '' && !known.has(tag.toLowerCase())) known.set(tag.toLowerCase(), tag);
  }
  return [...known.values()];
}

/** The tag at a position, beside the field in which tags are typed; the field itself for anything else. */
export function shownAt(element: HTMLElement, field: FoundField, at: number): HTMLElement {
  if (field !== 'tags') return element;
  return element.parentElement?.querySelector<HTMLElement>(`[data-tag="${at}"]`) ?? element;
}

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
