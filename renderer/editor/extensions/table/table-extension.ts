import { TableExtension as LexicalTableExtension } from '@lexical/table';
import {
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  COMMAND_PRIORITY_NORMAL,
  configExtension,
  createCommand,
  defineExtension,
  KEY_TAB_COMMAND,
  mergeRegister,
  type LexicalCommand,
} from 'lexical';
import { KeysExtension, SHORTCUT_COMMAND } from '../keys/keys-extension.ts';
import { ServicesExtension } from '../services/services-extension.ts';
import { registerColumnDrag } from './column-drag.ts';
import { $actOnTable, $isInLastCell, type TableAction } from './table-actions.ts';
import { registerCaptions } from './table-caption.ts';

/** Changes the table the selection is in. */
export const TABLE_ACTION_COMMAND: LexicalCommand<TableAction> = createCommand('TABLE_ACTION');

function actionOfKey(event: KeyboardEvent): TableAction | null {
  if (!event.altKey || event.ctrlKey || event.metaKey) return null;
  if (!event.shiftKey)
    return event.key === 'ArrowUp' ? 'row-up' : event.key === 'ArrowDown' ? 'row-down' : null;
  return event.key === 'ArrowLeft' ? 'column-to-left' : event.key === 'ArrowRight' ? 'column-to-right' : null;
}

/** Tables as the vocabulary has them: captions and widths, no merged cells, no colours. */
export const TableExtension = defineExtension({
  name: 'redaksi/table',
  dependencies: [
    KeysExtension,
    ServicesExtension,
    configExtension(LexicalTableExtension, { hasCellMerge: false, hasCellBackgroundColor: false }),
  ],
  register: (editor, _config, state) =>
    mergeRegister(
      registerCaptions(editor, state.getDependency(ServicesExtension).output.say),
      registerColumnDrag(editor),
      editor.registerCommand(TABLE_ACTION_COMMAND, $actOnTable, COMMAND_PRIORITY_LOW),
      editor.registerCommand(
        SHORTCUT_COMMAND,
        (event) => {
          const action = actionOfKey(event);
          if (action === null || !$actOnTable(action)) return false;
          event.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
      // Lexical goes on to the next cell, which is there by then.
      editor.registerCommand(
        KEY_TAB_COMMAND,
        ({ shiftKey }) => {
          if (!shiftKey && $isInLastCell()) editor.dispatchCommand(TABLE_ACTION_COMMAND, 'row-below');
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    ),
});
