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
