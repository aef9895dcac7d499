/** Hits shown over the copy without touching it; one of them stands out. */
import type { LexicalEditor } from 'lexical';
import { createBlockMarks, type MarkedBlock } from '../marks/block-marks.ts';
import { highlightOf } from '../marks/highlights.ts';
import { $rangeOf, fieldOf, type CopyPlace } from '../marks/places.ts';
import './found.css';

/** More hits than these are not on screen, unless one looks for single letters. */
const MOST_DRAWN = 400;
/** Room that the heads of the pane take above the copy, and what is left free below a hit. */
const SEEN = { top: 170, bottom: 60 };

/** A block with the hits in it. */
export type FoundBlock = MarkedBlock<CopyPlace>;

export interface FoundMarks {
  /** Shows hits in the order of the copy; the current one stands out. */
  show(found: readonly FoundBlock[], current: CopyPlace | null): void;
  /** Brings a hit into view. The focus stays where it is. */
  reveal(place: CopyPlace): void;
  register(): () => void;
}

/**
 * Whether what lies below the copy is not seen under these words, or not where they are: they stand on a ground of their
 * own (a fact box, a noted passage), or in what is scrolled by itself (a table). In forced colours all text has such a ground.
 */
function isHidden(range: Range): boolean {
  if (matchMedia('(forced-colors: active)').matches) return true;
  return [range.startContainer, range.endContainer].some((text) => {
    for (
      let element = text.parentElement;
      element !== null && !element.hasAttribute('data-lexical-editor');
      element = element.parentElement
    ) {
      const { backgroundColor, overflowX } = getComputedStyle(element);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)' || overflowX !== 'visible') return true;
    }
    return false;
  });
}

export function createFoundMarks(editor: LexicalEditor): FoundMarks {
  const hits = createBlockMarks<CopyPlace>(editor, {
    layer: 'found',
    shape: 'box',
    lookOf: () => 'found',
    most: MOST_DRAWN,
    isHidden,
  });
  let currentField: HTMLElement | null = null;

  /** Of what is on screen: nothing that is pending is committed for it. */
  function rangeOf(place: CopyPlace): Range | null {
    return place.property === null
      ? editor.getEditorState().read(() => $rangeOf(editor, place), { editor })
      : null;
  }

  function standOut(place: CopyPlace | null): void {
    const highlight = highlightOf('found-current', 1);
    highlight.clear();
    const range = place === null ? null : rangeOf(place);
    if (range !== null) highlight.add(range);
    currentField?.removeAttribute('data-found');
    currentField = place === null ? null : fieldOf(editor, place);
    currentField?.setAttribute('data-found', '');
  }

  return {
    show(found, current) {
      hits.show(found);
      standOut(current);
    },
    reveal(place) {
      const field = fieldOf(editor, place);
      const range = rangeOf(place);
      const element = field ?? range?.startContainer.parentElement ?? editor.getElementByKey(place.block);
      const box = (range ?? element)?.getBoundingClientRect();
      if (box === undefined) return;
      if (box.top > SEEN.top && box.bottom < window.innerHeight - SEEN.bottom) return;
      element?.scrollIntoView({ block: 'center' });
    },
    register() {
      const endHits = hits.register();
      return () => {
        endHits();
        standOut(null);
      };
    },
  };
}
