import { isTyping } from '../../commands.ts';

export interface FieldPlace {
  name: string;
  block: null;
  start: number;
  end: number;
}

/** The field around the copy that has the focus, and what is selected in it; null where none has. */
export function focusedField(): FieldPlace | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  const name = field.dataset['field'];
  if (name === undefined) return null;
  return { name, block: null, start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0 };
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

/** Frames within which what was asked for is drawn, on a slow machine too. */
const MOST_FRAMES = 120;

/** Goes where `go` leads as soon as that is drawn, unless the person has begun to type elsewhere. */
export function goSoon(go: () => boolean): void {
  const before = document.activeElement;
  let frames = MOST_FRAMES;
  function look(): void {
    const { activeElement } = document;
    frames -= 1;
    if (frames === 0 || (activeElement !== before && isTyping(activeElement)) || go()) return;
    requestAnimationFrame(look);
  }
  // What was just asked for is drawn with the next frame at the earliest.
  requestAnimationFrame(() => requestAnimationFrame(look));
}

/** The same as `goToField`, once what was just shown is drawn. */
export function goToFieldSoon(property: string, range: { start: number; end: number } | null): void {
  goSoon(() => goToField(property, range));
}
