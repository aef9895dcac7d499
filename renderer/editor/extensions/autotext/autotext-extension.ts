/** Autotext: an abbreviation and Tab or space become the house's words. Looks at nothing but the word before the caret. */
import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  defineExtension,
  HISTORY_PUSH_TAG,
  INSERT_PARAGRAPH_COMMAND,
  KEY_SPACE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { fillIn, findAutotext, LONGEST_ABBREVIATION } from '../../../../shared/domain/autotext.ts';
import type { EditorServices } from '../../services.ts';
import { ServicesExtension } from '../services/services-extension.ts';

/** Typed as a person would, so that what is suggested only is suggested. */
function $typeLines(editor: LexicalEditor, text: string): void {
  for (const [number, line] of text.split('\n').entries()) {
    if (number > 0) editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    if (line !== '') editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, line);
  }
}

/** Answers whether an abbreviation stood before the caret; `after` is what the key would have typed. */
function $expand(editor: LexicalEditor, services: EditorServices, after: string): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text')
    return false;
  const node = selection.anchor.getNode();
  const { offset } = selection.anchor;
  if (!$isTextNode(node)) return false;
  // One character more than the longest, to see where its word begins.
  const before = node.getTextContent().slice(Math.max(0, offset - LONGEST_ABBREVIATION - 1), offset);
  const { entries, values } = services.autotext();
  const found = findAutotext(before, entries);
  if (found === null) return false;
  // Undone by itself: Ctrl+Z brings the abbreviation back.
  $addUpdateTag(HISTORY_PUSH_TAG);
  node.select(offset - found.abbreviation.length, offset);
  $typeLines(editor, fillIn(found.text, values) + after);
  return true;
}

export const AutotextExtension = defineExtension({
  name: 'redaksi/autotext',
  dependencies: [ServicesExtension],
  register(editor, _config, state) {
    const services = state.getDependency(ServicesExtension).output;
    function onKey(event: KeyboardEvent | null, after: string): boolean {
      if (event === null || event.shiftKey || event.ctrlKey || event.metaKey || event.isComposing)
        return false;
      if (!$expand(editor, services, after)) return false;
      event.preventDefault();
      return true;
    }
    return mergeRegister(
      editor.registerCommand(KEY_TAB_COMMAND, (event) => onKey(event, ''), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_SPACE_COMMAND, (event) => onKey(event, ' '), COMMAND_PRIORITY_HIGH),
    );
  },
});
