import { signal } from '@lexical/extension';
import {
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  COMMAND_PRIORITY_LOW,
  createCommand,
  defineExtension,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  type ElementNode,
  type LexicalCommand,
} from 'lexical';
import { $createPullQuoteNode } from '../pullquote/pullquote-node.ts';
import { $readFormat, $selectedText, PLAIN, type BlockKind, type SelectionFormat } from './read-format.ts';

/** Sets the selected blocks in the given kind; in the kind they are already, back to paragraphs. */
export const SET_BLOCK_COMMAND: LexicalCommand<BlockKind> = createCommand('SET_BLOCK');

function $createBlock(kind: Exclude<BlockKind, 'bullet' | 'number'>): ElementNode {
  switch (kind) {
    case 'paragraph':
      return $createParagraphNode();
    case 'quote':
      return $createQuoteNode();
    case 'pullquote':
      return $createPullQuoteNode();
    default:
      return $createHeadingNode(kind);
  }
}

function isSameFormat(left: SelectionFormat, right: SelectionFormat): boolean {
  return (Object.keys(left) as (keyof SelectionFormat)[]).every((name) => left[name] === right[name]);
}

/** Tells the toolbar how the selection is set, and sets blocks. */
export const FormatExtension = defineExtension({
  name: 'redaksi/format',
  build: () => ({ format: signal<SelectionFormat>(PLAIN) }),
  register(editor, _config, state) {
    const { format } = state.getOutput();
    return mergeRegister(
      // Only what changes is told, so that a key within a paragraph renders nothing.
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($readFormat, { editor });
        if (!isSameFormat(format.peek(), next)) format.value = next;
      }),
      editor.registerCommand(
        SET_BLOCK_COMMAND,
        (wanted) => {
          const selection = $selectedText();
          if (selection === null) return false;
          const current = $readFormat().block;
          const kind = current === wanted ? 'paragraph' : wanted;
          if (kind === 'bullet') return editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined);
          if (kind === 'number') return editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined);
          if (current === 'bullet' || current === 'number') {
            editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
          }
          $setBlocksType($selectedText(), () => $createBlock(kind));
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      // Tab leaves the copy, as it leaves every field; in a list it moves the item in and out.
      editor.registerCommand(
        KEY_TAB_COMMAND,
        (event) => {
          const { block } = $readFormat();
          if (block !== 'bullet' && block !== 'number') return false;
          event.preventDefault();
          return editor.dispatchCommand(
            event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
            undefined,
          );
        },
        COMMAND_PRIORITY_LOW,
      ),
    );
  },
});
