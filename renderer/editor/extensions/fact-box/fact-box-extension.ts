import {
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  mergeRegister,
} from 'lexical';
import { labelElementField } from '../cards/element-field.ts';
import { ServicesExtension } from '../services/services-extension.ts';
import { $isFactBoxNode, FactBoxNode } from './fact-box-node.ts';

/** Enter in the empty last line of a box goes on below the box. */
function $leaveAtEmptyLastLine(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const line = $findMatchingParent(selection.anchor.getNode(), $isParagraphNode);
  const box = line?.getParent();
  if (!$isFactBoxNode(box) || line === null || !line.isEmpty() || !line.is(box.getLastChild())) return false;
  if (box.getChildrenSize() === 1) return false;
  box.insertAfter(line);
  line.selectStart();
  return true;
}

/** Backspace at the very start takes the box away and leaves what stands in it, its title as a line. */
function $unwrapAtStart(event: KeyboardEvent): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.offset !== 0)
    return false;
  const node = selection.anchor.getNode();
  const line = $findMatchingParent(node, $isParagraphNode);
  const box = line?.getParent();
  if (line === null || !$isFactBoxNode(box) || !line.is(box.getFirstChild())) return false;
  if (!node.is(line) && line.getFirstDescendant()?.is(node) !== true) return false;
  event.preventDefault();
  if (box.getLine() !== '') {
    box.insertBefore($createParagraphNode().append($createTextNode(box.getLine())));
  }
  for (const block of box.getChildren()) box.insertBefore(block);
  box.remove();
  line.selectStart();
  return true;
}

export const FactBoxExtension = defineExtension({
  name: 'redaksi/fact-box',
  dependencies: [ServicesExtension],
  nodes: () => [FactBoxNode],
  register(editor, _config, state) {
    const { say } = state.getDependency(ServicesExtension).output;
    return mergeRegister(
      editor.registerCommand(KEY_BACKSPACE_COMMAND, $unwrapAtStart, COMMAND_PRIORITY_LOW),
      editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveAtEmptyLastLine, COMMAND_PRIORITY_LOW),
      editor.registerMutationListener(FactBoxNode, (mutations) => {
        for (const [key, mutation] of mutations) {
          const element = mutation === 'destroyed' ? null : editor.getElementByKey(key);
          labelElementField(element?.querySelector('header') ?? null, say('editor.factbox.title'));
        }
      }),
    );
  },
});
