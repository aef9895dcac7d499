/** Marks over the copy (underlined findings) that are no part of it; one of them can stand out; what they mark is mended. */
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
} from 'lexical';
import { KeysExtension, SHORTCUT_COMMAND } from '../keys/keys-extension.ts';
import type { Fix } from '../../../../shared/contract/checks.ts';
import { CopyExtension } from '../copy/copy-extension.ts';
import { caretInField } from '../copy/field-in-copy.ts';
import type { StepBeside } from '../copy/step-beside.ts';
import { createBlockMarks, createRing, type MarkedBlock } from './block-marks.ts';
import { $goTo, $mend, $placeOfCaret, $rangeOf, fieldOf, type CopyPlace } from './places.ts';
import './marks.css';

/** `error`: wrong; `advice`: against the house's style; `hint`: worth a look. */
export const MARK_LOOKS = ['error', 'advice', 'hint'] as const;
export type MarkLook = (typeof MARK_LOOKS)[number];

/** Findings of a block. */
export type BlockMarks = MarkedBlock<CopyPlace & { look: MarkLook }>;

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
  /** Where one writes: the caret, as long as nothing is selected and the copy or a field in it has the focus. */
  writingAt(): Omit<CopyPlace, 'end'> | null;
  /** Tells once that the caret moved, a letter was written or the focus went elsewhere; returns what ends it. */
  onceMoved(listener: () => void): () => void;
  /** Alt+Enter in the copy: mend what is under the caret. */
  onMendKey(listener: () => void): () => void;
}

/** More marks than these at once tell nobody anything. */
const MOST_DRAWN = 80;

function createMarks(
  editor: LexicalEditor,
  changeAsOne: ($change: () => void, beside: StepBeside) => void,
): CopyMarks & { register(): () => void } {
  const marks = createBlockMarks<CopyPlace & { look: MarkLook }>(editor, {
    layer: 'over',
    shape: 'line',
    lookOf: ({ look }) => look,
    most: MOST_DRAWN,
  });
  const ring = createRing(editor, 'pointed');
  let pointed: CopyPlace | null = null;
  let pointedField: HTMLElement | null = null;
  const mendListeners = new Set<() => void>();

  /** Of what is on screen: nothing that is pending is committed for it. */
  function read<Answer>(look: () => Answer): Answer {
    return editor.getEditorState().read(look, { editor });
  }

  function point(place: CopyPlace | null): void {
    pointedField?.removeAttribute('data-pointed');
    pointed = place;
    ring.show(place);
    if (pointed === null) return;
    pointedField = fieldOf(editor, pointed);
    pointedField?.setAttribute('data-pointed', '');
    const target = pointed;
    const range = pointedField === null ? read(() => $rangeOf(editor, target)) : null;
    const element =
      pointedField ?? range?.startContainer.parentElement ?? editor.getElementByKey(target.block);
    const box = (range ?? element)?.getBoundingClientRect();
    const isSeen = box !== undefined && box.top > 120 && box.bottom < window.innerHeight - 60;
    if (!isSeen) element?.scrollIntoView({ block: 'center' });
  }

  function caret(): Omit<CopyPlace, 'property' | 'end'> | null {
    return read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return null;
      const { anchor } = selection.isBackward() ? { anchor: selection.focus } : selection;
      return $placeOfCaret(anchor.getNode(), anchor.type === 'text' ? anchor.offset : 0);
    });
  }

  return {
    show(next) {
      marks.show(next);
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
    caret,
    writingAt() {
      const inField = caretInField(editor);
      if (inField !== null) return { ...inField, path: [] };
      const root = editor.getRootElement();
      if (root === null || document.activeElement !== root) return null;
      const isCollapsed = read(() => {
        const selection = $getSelection();
        return $isRangeSelection(selection) && selection.isCollapsed();
      });
      const at = isCollapsed ? caret() : null;
      return at === null ? null : { ...at, property: null };
    },
    onceMoved(listener) {
      const ending = new AbortController();
      const { signal } = ending;
      const tell = (): void => {
        ending.abort();
        listener();
      };
      document.addEventListener('selectionchange', tell, { signal });
      document.addEventListener('focusout', tell, { signal });
      return () => ending.abort();
    },
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
      const endMarks = marks.register();
      const endRing = ring.register();
      return () => {
        endKeys();
        endMarks();
        endRing();
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
