/** Hits shown over the copy without touching it; one of them stands out. */
import type { LexicalEditor } from 'lexical';
import { createBlockMarks, createRing, type MarkedBlock } from '../marks/block-marks.ts';
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

export function createFoundMarks(editor: LexicalEditor): FoundMarks {
  // A ground below the letters, and an edge over the copy: in a fact box or on a noted passage the edge alone is seen.
  const [grounds, edges] = [createHits('below', 'found'), createHits('over', 'found-edge')];
  const ring = createRing(editor, 'found-current');
  let currentField: HTMLElement | null = null;

  function createHits(layer: 'below' | 'over', look: string): ReturnType<typeof createBlockMarks<CopyPlace>> {
    return createBlockMarks<CopyPlace>(editor, {
      layer,
      shape: 'box',
      lookOf: () => look,
      most: MOST_DRAWN,
    });
  }

  /** Of what is on screen: nothing that is pending is committed for it. */
  function rangeOf(place: CopyPlace): Range | null {
    return place.property === null
      ? editor.getEditorState().read(() => $rangeOf(editor, place), { editor })
      : null;
  }

  function standOut(place: CopyPlace | null): void {
    ring.show(place);
    currentField?.removeAttribute('data-found');
    currentField = place === null ? null : fieldOf(editor, place);
    currentField?.setAttribute('data-found', '');
  }

  return {
    show(found, current) {
      grounds.show(found);
      edges.show(found);
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
      const ends = [grounds, edges, ring].map((drawn) => drawn.register());
      return () => {
        for (const end of ends) end();
        standOut(null);
      };
    },
  };
}
