/** Fields of an article that readers read have typographic marks while one types, by the same rules as the copy. */
import { LONGEST_LOOK, typographicStep, type CopyLanguage } from '../shared/domain/smart-typography.ts';

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** What the last mark of a field was made of: its text and the caret as they were typed. */
const typedBefore = new WeakMap<TextField, { value: string; caret: number }>();

function isTextField(target: EventTarget | null): target is TextField {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** What the browser takes back it selects; there the next key would take the place of it. */
function putCaretBack(field: TextField): void {
  const before = typedBefore.get(field);
  if (before?.value === field.value) field.setSelectionRange(before.caret, before.caret);
}

/**
 * To be told of every `input` event of a field before its text is read. One character just typed becomes, or makes of what
 * stands before it, what the copy's rules say, by the browser's own way in: Ctrl+Z takes back the mark alone. What is
 * pasted, put in by an input method or taken back stays as it is.
 */
export function setTypographicMarks(event: Event, language: CopyLanguage): void {
  const field = event.target;
  if (!(event instanceof InputEvent) || !isTextField(field)) return;
  if (event.inputType === 'historyUndo') putCaretBack(field);
  if (event.inputType !== 'insertText' || event.isComposing || event.data?.length !== 1) return;
  const { value, selectionStart: caret, selectionEnd } = field;
  if (caret === null || caret !== selectionEnd) return;
  const step = typographicStep(value.slice(Math.max(0, caret - LONGEST_LOOK), caret), language);
  if (step === null) return;
  typedBefore.set(field, { value, caret });
  field.setSelectionRange(caret - step.remove, caret);
  document.execCommand('insertText', false, step.insert);
}
