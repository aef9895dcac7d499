import type { ArticlePlace } from '../../../../shared/contract/places.ts';

/**
 * How far the copy is scrolled, told by what stands at the top and not in pixels: paragraphs out of sight are not laid
 * out, so the same number of pixels need not be the same words.
 */
type ScrollPlace = ArticlePlace['scroll'];

function blocksOf(ground: HTMLElement): HTMLCollection {
  return ground.querySelector('[data-lexical-editor]')?.children ?? new HTMLCollection();
}

/** Looks at a few blocks only, however long the copy is. */
export function readScroll(ground: HTMLElement): ScrollPlace {
  if (ground.scrollTop === 0) return null;
  const blocks = blocksOf(ground);
  const { top } = ground.getBoundingClientRect();
  let first = 0;
  let last = blocks.length - 1;
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) > top) last = middle;
    else first = middle + 1;
  }
  return { block: first, offset: top - (blocks[first]?.getBoundingClientRect().top ?? top) };
}

/** Goes there, and once more when what came into sight has been laid out. Costs a layout of the copy. */
export function restoreScroll(ground: HTMLElement, place: ScrollPlace): void {
  if (place === null) {
    ground.scrollTop = 0;
    return;
  }
  const { block, offset } = place;
  function go(): void {
    const shown = blocksOf(ground)[block];
    if (shown === undefined) return;
    ground.scrollTop += shown.getBoundingClientRect().top - ground.getBoundingClientRect().top + offset;
  }
  go();
  requestAnimationFrame(go);
}
