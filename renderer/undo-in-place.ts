/**
 * The browser keeps one history of what was typed in all fields of the page, and takes back its last entry whichever of
 * them has the focus: words of the copy from within a headline nobody has touched. Here it takes back what was typed where
 * one is, or nothing.
 */
function keepInPlace(event: InputEvent): void {
  const { inputType, target } = event;
  if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return;
  if (target === document.activeElement) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Watches over undo and redo until the answer is called. */
export function keepUndoInPlace(): () => void {
  function watch(): void {
    window.addEventListener('beforeinput', keepInPlace, true);
  }
  function rest(): void {
    window.removeEventListener('beforeinput', keepInPlace, true);
  }
  /** The copy has a history of its own, and nothing of ours listens to its keys. */
  function follow({ target }: FocusEvent): void {
    if (target instanceof HTMLElement && target.isContentEditable) rest();
    else watch();
  }
  watch();
  window.addEventListener('focusin', follow);
  window.addEventListener('focusout', watch);
  return () => {
    rest();
    window.removeEventListener('focusin', follow);
    window.removeEventListener('focusout', watch);
  };
}
