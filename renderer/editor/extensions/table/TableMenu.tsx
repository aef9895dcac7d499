import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useState, type ReactElement } from 'react';
import { keyCaps } from '../../../commands.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Table2 } from '../../../ui/icons/icons.ts';
import { Menu, type MenuEntry } from '../../../ui/Menu.tsx';
import { $readTableHeaders, type TableAction } from './table-actions.ts';
import { TABLE_ACTION_COMMAND } from './table-extension.ts';

/** What can be done with the table the caret is in. */
export function TableMenu(): ReactElement {
  const [editor] = useLexicalComposerContext();
  const translate = useTranslate();
  const [headers, setHeaders] = useState<{ row: boolean; column: boolean } | null>(null);

  function entry(action: TableAction, more: { checked?: boolean; caps?: readonly string[] } = {}): MenuEntry {
    return {
      label: translate(`editor.table.${action}`),
      ...more,
      ...(action.startsWith('delete') ? { tone: 'danger' as const } : {}),
      onSelect() {
        editor.dispatchCommand(TABLE_ACTION_COMMAND, action);
        editor.focus();
      },
    };
  }

  return (
    <Menu
      label={translate('editor.table')}
      movesFocus
      onOpenChange={(open) => open && setHeaders(editor.read($readTableHeaders))}
      trigger={
        <Button look="ghost" size="small" icon={Table2}>
          {translate('editor.table')}
        </Button>
      }
      entries={[
        entry('header-row', { checked: headers?.row ?? false }),
        entry('header-column', { checked: headers?.column ?? false }),
        'separator',
        entry('row-above'),
        entry('row-below'),
        entry('column-left'),
        entry('column-right'),
        'separator',
        entry('row-up', { caps: keyCaps('Alt+ArrowUp') }),
        entry('row-down', { caps: keyCaps('Alt+ArrowDown') }),
        entry('column-to-left', { caps: keyCaps('Alt+Shift+ArrowLeft') }),
        entry('column-to-right', { caps: keyCaps('Alt+Shift+ArrowRight') }),
        'separator',
        entry('column-wider'),
        entry('column-narrower'),
        entry('columns-free'),
        'separator',
        entry('delete-row'),
        entry('delete-column'),
        entry('delete-table'),
      ]}
    />
  );
}
