/** Steps to undo that change the copy and something beside it: fields around it, say. */
import type { HistoryState } from '@lexical/history';
import {
  COMMAND_PRIORITY_LOW,
  HISTORY_PUSH_TAG,
  mergeRegister,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
  type EditorState,
  type LexicalEditor,
} from 'lexical';

/** What a step does beside the copy; `redo` is also how it is done first. */
export interface StepBeside {
  undo(): void;
  redo(): void;
}

export interface StepsBeside {
  changeAsOne($change: () => void, beside: StepBeside): void;
  register(): () => void;
}

/** `push` adds a step that leaves the copy as it is to the history. */
export function createStepsBeside(
  editor: LexicalEditor,
  history: () => HistoryState,
  push: () => void,
): StepsBeside {
  /** By the state of the copy that undoing, or doing again, leads to. */
  const undone = new WeakMap<EditorState, StepBeside>();
  const redone = new WeakMap<EditorState, StepBeside>();

  function follow(from: 'undoStack' | 'redoStack'): boolean {
    const [leading, back] = from === 'undoStack' ? [undone, redone] : [redone, undone];
    const next = history()[from].at(-1);
    const step = next === undefined ? undefined : leading.get(next.editorState);
    if (next === undefined || step === undefined) return false;
    leading.delete(next.editorState);
    // What the history notes down as the way back.
    back.set(history().current?.editorState ?? editor.getEditorState(), step);
    if (from === 'undoStack') step.undo();
    else step.redo();
    return false;
  }

  return {
    changeAsOne($change, beside) {
      editor.read(() => {});
      const before = history().undoStack.at(-1);
      const hasFocus = editor.getRootElement()?.contains(document.activeElement) === true;
      editor.update($change, {
        discrete: true,
        tag: hasFocus ? HISTORY_PUSH_TAG : [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG],
      });
      if (history().undoStack.at(-1) === before) push();
      const step = history().undoStack.at(-1);
      if (step !== undefined) undone.set(step.editorState, beside);
      beside.redo();
    },
    register: () =>
      mergeRegister(
        editor.registerCommand(UNDO_COMMAND, () => follow('undoStack'), COMMAND_PRIORITY_LOW),
        editor.registerCommand(REDO_COMMAND, () => follow('redoStack'), COMMAND_PRIORITY_LOW),
      ),
  };
}
