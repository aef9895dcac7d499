import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CopyLanguage } from '../shared/domain/smart-typography.ts';
import { setTypographicMarks } from './typographic-typing.ts';

/** What Node knows nothing of: a field, and events of it. */
class Field extends EventTarget {
  value = '';
  selectionStart = 0;
  selectionEnd = 0;
  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start;
    this.selectionEnd = end;
  }
}
class Input extends Event {
  readonly inputType: string;
  readonly data: string;
  readonly isComposing: boolean;
  constructor(inputType: string, data: string) {
    super('input');
    this.inputType = inputType;
    this.data = data;
    this.isComposing = inputType === 'insertCompositionText';
  }
}

let field: Field;
let language: CopyLanguage = 'id';

/** Puts text in the place of what is selected, as the browser does, and tells of it. */
function put(text: string, inputType = 'insertText'): void {
  const { value, selectionStart: start, selectionEnd: end } = field;
  field.value = value.slice(0, start) + text + value.slice(end);
  field.setSelectionRange(start + text.length, start + text.length);
  field.dispatchEvent(new Input(inputType, text));
}
function type(text: string): void {
  for (const character of text) put(character);
}

beforeEach(() => {
  vi.stubGlobal('HTMLInputElement', Field);
  vi.stubGlobal('HTMLTextAreaElement', Field);
  vi.stubGlobal('InputEvent', Input);
  vi.stubGlobal('document', { execCommand: (_command: string, _shown: boolean, text: string) => put(text) });
  field = new Field();
  field.addEventListener('input', (event) => setTypographicMarks(event, language));
});
afterEach(() => {
  vi.unstubAllGlobals();
  language = 'id';
});

it('sets marks in what is typed, in the language of the article', () => {
  type('"Rp 100" -- Jum\'at');
  expect(field.value).toBe('“Rp100” – Jum’at');
  language = 'en';
  field.value = '';
  field.setSelectionRange(0, 0);
  type('"x" -- y');
  expect(field.value).toBe('“x” — y');
});

it('leaves the caret where one types', () => {
  field.value = 'satu dua';
  field.setSelectionRange(5, 5);
  type('...');
  expect(field.value).toBe('satu …dua');
  expect([field.selectionStart, field.selectionEnd]).toEqual([6, 6]);
});

it.each([
  ['insertFromPaste', '"'],
  ['insertCompositionText', '"'],
  ['insertText', '"ya" - x'],
  ['historyRedo', '"'],
])('leaves what came by %s as %j', (inputType, text) => {
  put(text, inputType);
  expect(field.value).toBe(text);
});

it('puts the caret behind a mark that was taken back, which the browser would select', () => {
  type('ia "');
  field.value = 'ia "';
  field.setSelectionRange(3, 4);
  field.dispatchEvent(new Input('historyUndo', ''));
  type('x');
  expect(field.value).toBe('ia "x');
});
