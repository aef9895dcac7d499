/** The field around the copy that has the focus, and what is selected in it; null where none has. */
export function focusedField(): { name: string; start: number; end: number } | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  const name = field.dataset['field'];
  if (name === undefined) return null;
  return { name, start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0 };
}

/** Puts the focus into a field around the copy, with words of it selected; false where it is not shown now. */
export function goToField(property: string, range: { start: number; end: number } | null): boolean {
  const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(property)}"]`);
  if (field === null) return false;
  field.focus();
  const takesWords = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (takesWords && range !== null) field.setSelectionRange(range.start, range.end);
  return true;
}

/** The same, once what was just shown is drawn. */
export function goToFieldSoon(property: string, range: { start: number; end: number } | null): void {
  requestAnimationFrame(() => requestAnimationFrame(() => goToField(property, range)));
}
