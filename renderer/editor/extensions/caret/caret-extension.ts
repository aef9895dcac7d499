import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  defineExtension,
  getDOMSelection,
  isSelectionWithinEditor,
  type LexicalEditor,
} from 'lexical';
import { KeysExtension, SHORTCUT_COMMAND } from '../keys/keys-extension.ts';

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
  let hasMoved = false;

  function $catchUp(): void {
    const window = editor.getRootElement()?.ownerDocument.defaultView ?? null;
    const selection = getDOMSelection(window);
    if (selection === null || !isSelectionWithinEditor(editor, selection.anchorNode, selection.focusNode))
      return;
    const before = $getSelection();
    const now = $createRangeSelectionFromDom(selection, editor);
    if (now === null) return;
    if ($isRangeSelection(before) && before.anchor.is(now.anchor) && before.focus.is(now.focus)) return;
    // What is typed next is set like the words the caret is in now.
    const node = now.anchor.getNode();
    if (now.isCollapsed() && $isTextNode(node)) {
      now.format = node.getFormat();
      now.style = node.getStyle();
    }
    $setSelection(now);
  }

  return editor.registerCommand(
    SHORTCUT_COMMAND,
    (event) => {
      if (hasMoved && !event.isComposing) $catchUp();
      hasMoved = MOVES.has(event.key);
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}

export const CaretExtension = defineExtension({
  name: 'redaksi/caret',
  dependencies: [KeysExtension],
  register: (editor) => followMoves(editor),
});
