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

/** The flag by which Lexical's nested editors tell their parents that something is not theirs. */
function markHandled(event: Event): void {
  (event as Event & { _lexicalHandled?: boolean })._lexicalHandled = true;
}

/**
 * Makes a control inside the copy (caption, attribution …) its own master: what happens in it is not taken for typing
 * in the text around it. Shortcuts of the window still reach the window.
 */
export function keepFromEditor(element: HTMLElement): () => void {
  setDOMUnmanaged(element, { captureSelection: true });
  for (const name of OWN_EVENTS) element.addEventListener(name, markHandled);
  return () => {
    for (const name of OWN_EVENTS) element.removeEventListener(name, markHandled);
  };
}

/**
 * Enter and the space bar press the buttons inside `element` and follow its links. The copy around, where the caret still
 * stands, would make a paragraph of them. All other keys (undo, arrows) remain the copy's.
 */
export function keepPressesFromEditor(element: HTMLElement): void {
  element.addEventListener('keydown', (event) => {
    const isPress = event.key === 'Enter' || event.key === ' ';
    if (isPress && (event.target as Element).closest('button, a[href]') !== null) markHandled(event);
  });
}
