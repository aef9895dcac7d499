/** Pixels between the words and the menu, and at least so many to the edge of the window. */
const GAP = 6;
/** Less height than this shows too little of a menu to choose from. */
const LEAST = 120;

interface Box {
  left: number;
  top: number;
  bottom: number;
}

/**
 * Where a menu for words on screen is whole: below them, above them where that has the room, else in the larger part, as
 * high as that is. All in pixels of the window.
 */
export function placeMenu(
  words: Box,
  menu: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number; maxHeight: number } {
  const below = view.height - words.bottom - 2 * GAP;
  const above = words.top - 2 * GAP;
  const isBelow = menu.height <= below || below >= above;
  const maxHeight = Math.max(LEAST, isBelow ? below : above);
  const height = Math.min(menu.height, maxHeight);
  return {
    left: Math.max(GAP, Math.min(words.left, view.width - menu.width - GAP)),
    top: Math.max(GAP, isBelow ? words.bottom + GAP : words.top - GAP - height),
    maxHeight,
  };
}
