import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  defineExtension,
  getDOMSelection,
  isSelectionWithinEditor,
  KEY_DOWN_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';

const MOVES = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/**
 * The browser moves the caret at once and tells of it later; on a busy machine the next key can come first, and would
 * do its work where the caret was. So a key that follows such a move looks for the caret itself.
 */
function followMoves(editor: LexicalEditor): () => void {
  let isMoving = false;

  function $catchUp(): void {
    const window = editor.getRootElement()?.ownerDocument.defaultView ?? null;
    const selection = getDOMSelection(window);
    if (selection === null || !isSelectionWithinEditor(editor, selection.anchorNode, selection.focusNode))
      return;
    const before = $getSelection();
    const now = $createRangeSelectionFromDom(selection, editor);
    if (now === null || ($isRangeSelection(before) && before.is(now))) return;
    $setSelection(now);
  }

  const settle = (): void => {
    isMoving = false;
  };
  return mergeRegister(
    editor.registerRootListener((root) => {
      root?.ownerDocument.addEventListener('selectionchange', settle);
      return () => root?.ownerDocument.removeEventListener('selectionchange', settle);
    }),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (isMoving && !event.isComposing) $catchUp();
        isMoving = MOVES.has(event.key);
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

export const CaretExtension = defineExtension({
  name: 'redaksi/caret',
  register: (editor) => followMoves(editor),
});
