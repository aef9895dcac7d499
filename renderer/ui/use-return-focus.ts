import { useRef } from 'react';

interface Place {
  element: HTMLElement;
  /** Where the caret stood in copy; a plain field keeps it by itself. */
  caret: Range | null;
}

function placeOfFocus(): Place | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const selection = document.getSelection();
  const inCopy = element.isContentEditable && selection !== null && selection.rangeCount > 0;
  return { element, caret: inCopy ? selection.getRangeAt(0).cloneRange() : null };
}

/**
 * The way back to where the focus was before a window took it: Radix knows only the way to a trigger of its own, and
 * ours are opened by keys and commands. Whatever has taken the focus meanwhile keeps it.
 */
export function useReturnFocus(): { remember: () => void; giveBack: () => void } {
  const place = useRef<Place | null>(null);
  return {
    remember() {
      place.current = placeOfFocus();
    },
    giveBack() {
      const before = place.current;
      if (before === null || document.activeElement !== document.body) return;
      before.element.focus({ preventScroll: true });
      if (before.caret === null || !before.caret.startContainer.isConnected) return;
      const selection = document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(before.caret);
    },
  };
}
