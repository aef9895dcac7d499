/**
 * Marks over the copy (underlined findings) that are no part of it. Those of the block one types in are ranges in the
 * browser's highlight registry, which move with the words; all others are lines in a layer, since the browser draws every
 * range anew with every key. Only what is on screen is marked.
 */
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical';
import { KeysExtension, SHORTCUT_COMMAND } from '../keys/keys-extension.ts';
import type { Fix } from '../../../../shared/contract/checks.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { CopyExtension, SHOWN_TAG } from '../copy/copy-extension.ts';
import type { StepBeside } from '../copy/step-beside.ts';
import { createMarkLines, type MarkedRange } from './mark-lines.ts';
import { hasOtherBlocks } from '../../root-block.ts';
import { createSizeFollower } from './follow-size.ts';
import { nearScreen } from './near-screen.ts';
import { $goTo, $mend, $placeOfCaret, $rangeOf, fieldOf, type CopyPlace } from './places.ts';
import './marks.css';

/** `error`: wrong; `advice`: against the house's style; `hint`: worth a look. */
export const MARK_LOOKS = ['error', 'advice', 'hint'] as const;
export type MarkLook = (typeof MARK_LOOKS)[number];

export interface BlockMarks {
  block: NodeKey;
  /** The block as it was when it was checked: marks of another state of it are drawn anew. */
  json: BlockNode;
  marks: readonly (CopyPlace & { look: MarkLook })[];
}

export interface CopyChange {
  place: CopyPlace;
  /** The words that stand there; where others do by now, nothing is changed. */
  words: string;
  fix: Fix;
}

export interface CopyMarks {
  /** The marks of the whole copy, block by block. */
  show(marks: readonly BlockMarks[]): void;
  /** One place stands out and is brought into view; null: none does. The focus stays where it is. */
  point(place: CopyPlace | null): void;
  /** The caret goes there, or the focus into the field that shows it. */
  goTo(place: CopyPlace): void;
  /**
   * Changes several places, and what `beside` changes around the copy, as one step to undo. Answers how many places were
   * changed. In the mode of suggestions the changes are suggested.
   */
  mend(changes: readonly CopyChange[], beside?: StepBeside): number;
  /** Where the caret is in text. */
  caret(): Omit<CopyPlace, 'property' | 'end'> | null;
  /** Alt+Enter in the copy: mend what is under the caret. */
  onMendKey(listener: () => void): () => void;
}

/** More marks than these at once tell nobody anything. */
const MOST_DRAWN = 80;
const SCROLL_REST_MS = 80;

type Look = MarkLook | 'pointed';

function highlightOf(look: Look): Highlight {
  const name = `redaksi-${look}`;
  const known = CSS.highlights.get(name);
  if (known !== undefined) return known;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}

interface Drawn {
  source: BlockMarks;
  ranges: readonly MarkedRange[];
  /** Drawn by the browser's registry and not as lines. */
  moving: boolean;
}

function createMarks(
  editor: LexicalEditor,
  changeAsOne: ($change: () => void, beside: StepBeside) => void,
): CopyMarks & { register(): () => void } {
  let shown: readonly BlockMarks[] = [];
  let pointed: CopyPlace | null = null;
  let pointedField: HTMLElement | null = null;
  const drawn = new Map<NodeKey, Drawn>();
  const lines = createMarkLines(editor);
  /** What the last change touched: the block one types in is among it. */
  let touched: ReadonlyMap<NodeKey, boolean> = new Map();
  const mendListeners = new Set<() => void>();
  let resting: ReturnType<typeof setTimeout> | undefined;
  let placing: number | null = null;

  /** Of what is on screen: nothing that is pending is committed for it. */
  function read<Answer>(look: () => Answer): Answer {
    return editor.getEditorState().read(look, { editor });
  }

  function erase(block: NodeKey): void {
    for (const { look, range } of drawn.get(block)?.ranges ?? []) highlightOf(look).delete(range);
    lines.erase(block);
    drawn.delete(block);
  }

  /** Its words are about to move about: from now on its marks go with them. */
  function letMove(block: NodeKey): void {
    const marks = drawn.get(block);
    if (marks === undefined || marks.moving) return;
    lines.erase(block);
    for (const { look, range } of marks.ranges) highlightOf(look).add(range);
    marks.moving = true;
  }

  function $rangesOf({ marks }: BlockMarks): MarkedRange[] {
    return marks.flatMap((mark) => {
      const range = $rangeOf(editor, mark);
      return range === null ? [] : [{ look: mark.look, range }];
    });
  }

  function redraw(): void {
    const wanted = new Map(
      (shown.length === 0 ? [] : nearScreen(editor, shown, ({ marks }) => marks.length, MOST_DRAWN)).map(
        (source) => [source.block, source],
      ),
    );
    for (const [block, { source, moving }] of drawn) {
      if (wanted.get(block) !== source || moving !== touched.has(block)) erase(block);
    }
    const still = new Map<NodeKey, readonly MarkedRange[]>();
    read(() => {
      for (const [block, source] of wanted) {
        if (drawn.has(block)) continue;
        const ranges = $rangesOf(source);
        drawn.set(block, { source, ranges, moving: false });
        if (touched.has(block)) letMove(block);
        else still.set(block, ranges);
      }
    });
    lines.draw(still);
  }

  /** Constant work per changed block. */
  function noticeUpdate(update: UpdateListenerPayload): void {
    const { dirtyElements, tags } = update;
    if (dirtyElements.size > 0) touched = dirtyElements;
    if (drawn.size === 0) return;
    // Whole states were swapped: which blocks differ is not told.
    if (tags.has(HISTORIC_TAG) || tags.has(SHOWN_TAG)) for (const block of drawn.keys()) letMove(block);
    for (const block of dirtyElements.keys()) letMove(block);
    if (hasOtherBlocks(update)) placeSoon();
  }

  function placeSoon(): void {
    placing ??= requestAnimationFrame(() => {
      placing = null;
      lines.place();
    });
  }

  /** Where the copy is wider or narrower its words flow anew; where it is longer, what follows stands lower. */
  const size = createSizeFollower((isOtherWidth) => {
    if (isOtherWidth) for (const block of [...drawn.keys()]) erase(block);
    if (drawn.size === 0) redraw();
    else lines.place();
  });

  /** A block that is as it was keeps its marks, and so its ranges. */
  function keepSame(next: readonly BlockMarks[]): BlockMarks[] {
    const before = new Map(shown.map((source) => [source.block, source]));
    return next.map((source) => {
      const same = before.get(source.block);
      return same !== undefined && same.json === source.json && same.marks === source.marks ? same : source;
    });
  }

  function point(place: CopyPlace | null): void {
    pointedField?.removeAttribute('data-pointed');
    const highlight = highlightOf('pointed');
    highlight.clear();
    pointed = place;
    if (pointed === null) return;
    pointedField = fieldOf(editor, pointed);
    pointedField?.setAttribute('data-pointed', '');
    const target = pointed;
    const range = pointedField === null ? read(() => $rangeOf(editor, target)) : null;
    if (range !== null) highlight.add(range);
    const element =
      pointedField ?? range?.startContainer.parentElement ?? editor.getElementByKey(target.block);
    const box = (range ?? element)?.getBoundingClientRect();
    const isSeen = box !== undefined && box.top > 120 && box.bottom < window.innerHeight - 60;
    if (!isSeen) element?.scrollIntoView({ block: 'center' });
  }

  function onScroll(): void {
    if (shown.length === 0) return;
    clearTimeout(resting);
    resting = setTimeout(redraw, SCROLL_REST_MS);
  }

  return {
    show(next) {
      shown = keepSame(next);
      redraw();
      if (pointed !== null && next.length === 0) point(null);
    },
    point,
    goTo(place) {
      const field = fieldOf(editor, place);
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
        field.focus();
        field.setSelectionRange(place.start, place.end);
        return;
      }
      editor.update(() => $goTo(place), { discrete: true });
      editor.focus();
    },
    mend(changes, beside) {
      // From the end, so that the offsets of what is still to come hold.
      const ordered = [...changes].sort((one, other) => other.place.start - one.place.start);
      let done = 0;
      const $change = (): void => {
        for (const { place, words, fix } of ordered) if ($mend(place, words, fix)) done += 1;
      };
      if (beside === undefined) {
        const hasFocus = editor.getRootElement()?.contains(document.activeElement) === true;
        editor.update($change, {
          discrete: true,
          tag: hasFocus ? HISTORY_PUSH_TAG : [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG],
        });
      } else changeAsOne($change, beside);
      return done;
    },
    caret: () =>
      read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return null;
        const { anchor } = selection.isBackward() ? { anchor: selection.focus } : selection;
        return $placeOfCaret(anchor.getNode(), anchor.type === 'text' ? anchor.offset : 0);
      }),
    onMendKey(listener) {
      mendListeners.add(listener);
      return () => mendListeners.delete(listener);
    },
    register() {
      const endKeys = editor.registerCommand(
        SHORTCUT_COMMAND,
        (event) => {
          if (event.key !== 'Enter' || !event.altKey || event.ctrlKey || event.metaKey) return false;
          event.preventDefault();
          // A command runs within an update; what listens reads and changes the copy by itself.
          queueMicrotask(() => {
            for (const listener of mendListeners) listener();
          });
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      );
      const endUpdates = editor.registerUpdateListener(noticeUpdate);
      const endRoot = editor.registerRootListener(size.follow);
      const listening = new AbortController();
      if (typeof window !== 'undefined') {
        window.addEventListener('scroll', onScroll, {
          capture: true,
          passive: true,
          signal: listening.signal,
        });
        window.addEventListener('resize', onScroll, { passive: true, signal: listening.signal });
      }
      return () => {
        endKeys();
        endUpdates();
        endRoot();
        size.stop();
        listening.abort();
        clearTimeout(resting);
        for (const block of drawn.keys()) erase(block);
      };
    },
  };
}

export const MarksExtension = defineExtension({
  name: 'redaksi/marks',
  dependencies: [CopyExtension, KeysExtension],
  build: (editor, _config, state) =>
    createMarks(editor, state.getDependency(CopyExtension).output.changeAsOne),
  register: (_editor, _config, state) => state.getOutput().register(),
});
