/**
 * Hits shown over the copy without touching it: ranges in the browser's own highlight registry. They exist for what is
 * on screen only, since the browser draws every one of them anew whenever the page changes.
 */
import type { LexicalEditor } from 'lexical';
import { $rangeOf, fieldOf, type CopyPlace } from '../marks/places.ts';
import './found.css';

/** Ranges reach this many screens beyond the one that is seen. */
const SCREENS_AROUND = 1;
const SCROLL_REST_MS = 80;
/** Room that the heads of the pane take above the copy, and what is left free below a hit. */
const SEEN = { top: 170, bottom: 60 };

export interface FoundMarks {
  /** Shows hits in the order of the copy; the current one stands out. */
  show(hits: readonly CopyPlace[], current: CopyPlace | null): void;
  /** Brings a hit into view. The focus stays where it is. */
  reveal(place: CopyPlace): void;
  register(): () => void;
}

function highlightOf(name: 'found' | 'found-current'): Highlight {
  const full = `redaksi-${name}`;
  const known = CSS.highlights.get(full);
  if (known !== undefined) return known;
  const made = new Highlight();
  if (name === 'found-current') made.priority = 1;
  CSS.highlights.set(full, made);
  return made;
}

export function createFoundMarks(editor: LexicalEditor): FoundMarks {
  let shown = new Map<string, CopyPlace[]>();
  let current: CopyPlace | null = null;
  let currentField: HTMLElement | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;

  /** Of what is on screen: nothing that is pending is committed for it. */
  function read<Answer>(look: () => Answer): Answer {
    return editor.getEditorState().read(look, { editor });
  }

  function isNearScreen(block: string): boolean {
    const box = editor.getElementByKey(block)?.getBoundingClientRect();
    const height = window.innerHeight;
    return (
      box !== undefined && box.bottom > -SCREENS_AROUND * height && box.top < (1 + SCREENS_AROUND) * height
    );
  }

  function draw(): void {
    const found = highlightOf('found');
    const standsOut = highlightOf('found-current');
    found.clear();
    standsOut.clear();
    read(() => {
      for (const [block, places] of shown) {
        if (!isNearScreen(block)) continue;
        for (const place of places) {
          const range = place.property === null ? $rangeOf(editor, place) : null;
          if (range !== null) (place === current ? standsOut : found).add(range);
        }
      }
    });
    currentField?.removeAttribute('data-found');
    currentField = current === null ? null : fieldOf(editor, current);
    currentField?.setAttribute('data-found', '');
  }

  function onScroll(): void {
    if (shown.size === 0) return;
    clearTimeout(resting);
    resting = setTimeout(draw, SCROLL_REST_MS);
  }

  function reveal(place: CopyPlace): void {
    const field = fieldOf(editor, place);
    const range = field === null ? read(() => $rangeOf(editor, place)) : null;
    const element = field ?? range?.startContainer.parentElement ?? editor.getElementByKey(place.block);
    const box = (range ?? element)?.getBoundingClientRect();
    if (box === undefined) return;
    if (box.top > SEEN.top && box.bottom < window.innerHeight - SEEN.bottom) return;
    element?.scrollIntoView({ block: 'center' });
  }

  return {
    show(hits, standsOut) {
      shown = new Map();
      for (const hit of hits) {
        const places = shown.get(hit.block);
        if (places === undefined) shown.set(hit.block, [hit]);
        else places.push(hit);
      }
      current = standsOut;
      draw();
    },
    reveal,
    register() {
      if (typeof window === 'undefined') return () => {};
      const listening = new AbortController();
      const options = { capture: true, passive: true, signal: listening.signal };
      window.addEventListener('scroll', onScroll, options);
      window.addEventListener('resize', onScroll, options);
      return () => {
        listening.abort();
        clearTimeout(resting);
        shown = new Map();
        current = null;
        draw();
      };
    },
  };
}
