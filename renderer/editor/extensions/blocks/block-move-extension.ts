import { $isListItemNode } from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  createCommand,
  defineExtension,
  mergeRegister,
  type LexicalCommand,
  type LexicalNode,
} from 'lexical';
import { KeysExtension, SHORTCUT_COMMAND } from '../keys/keys-extension.ts';
import { $rootBlockOf } from '../../root-block.ts';

/** Moves the block, or the item of a list, that the selection is in by one place. */
export const MOVE_BLOCK_COMMAND: LexicalCommand<'up' | 'down'> = createCommand('MOVE_BLOCK');

function $movedBySelection(): LexicalNode | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes();
    return node === undefined ? null : $rootBlockOf(node);
  }
  if (!$isRangeSelection(selection)) return null;
  const node = selection.anchor.getNode();
  return $findMatchingParent(node, $isListItemNode) ?? $rootBlockOf(node);
}

/** Moves a node past its neighbour; at the end of a list, the list itself moves. */
export function $moveBlock(node: LexicalNode, direction: 'up' | 'down'): boolean {
  const neighbour = direction === 'up' ? node.getPreviousSibling() : node.getNextSibling();
  if (neighbour === null) {
    const block = $rootBlockOf(node);
    return $isListItemNode(node) && block !== null && $moveBlock(block, direction);
  }
  if (direction === 'up') neighbour.insertBefore(node);
  else neighbour.insertAfter(node);
  return true;
}

export const BlockMoveExtension = defineExtension({
  name: 'redaksi/block-move',
  dependencies: [KeysExtension],
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        MOVE_BLOCK_COMMAND,
        (direction) => {
          const node = $movedBySelection();
          return node !== null && $moveBlock(node, direction);
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        SHORTCUT_COMMAND,
        (event) => {
          if (!event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return false;
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return false;
          event.preventDefault();
          return editor.dispatchCommand(MOVE_BLOCK_COMMAND, event.key === 'ArrowUp' ? 'up' : 'down');
        },
        COMMAND_PRIORITY_LOW,
      ),
    ),
});
