import { setDOMUnmanaged } from 'lexical';

const OWN_EVENTS = [
  'keydown',
  'keyup',
  'beforeinput',
  'input',
  'paste',
  'cut',
  'copy',
  'drop',
  'dragover',
  'dragstart',
  'compositionstart',
  'compositionend',
  'click',
  'pointerdown',
] as const;

/**
 * Makes a control inside the copy (caption, attribution …) its own master: what happens in it is not taken for typing
 * in the text around it. Shortcuts of the window still reach the window.
 */
export function keepFromEditor(element: HTMLElement): () => void {
  setDOMUnmanaged(element, { captureSelection: true });
  function mark(event: Event): void {
    // The flag by which Lexical's nested editors tell their parents the same thing.
    (event as Event & { _lexicalHandled?: boolean })._lexicalHandled = true;
  }
  for (const name of OWN_EVENTS) element.addEventListener(name, mark);
  return () => {
    for (const name of OWN_EVENTS) element.removeEventListener(name, mark);
  };
}
