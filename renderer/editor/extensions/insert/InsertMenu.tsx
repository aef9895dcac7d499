import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Plus } from '../../../ui/icons/icons.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { INSERTABLES } from './insertables.ts';

/** The same as the slash menu, for who looks for a button. */
export function InsertMenu(): ReactElement {
  const [editor] = useLexicalComposerContext();
  const translate = useTranslate();
  return (
    <Menu
      label={translate('editor.insert')}
      movesFocus
      trigger={
        <Button look="ghost" size="small" icon={Plus} title={translate('editor.insert.hint')}>
          {translate('editor.insert')}
        </Button>
      }
      entries={INSERTABLES.filter(({ id }) => id !== 'paragraph').map((each) => ({
        label: translate(each.label),
        icon: each.icon,
        onSelect() {
          editor.focus(() => each.run(editor));
        },
      }))}
    />
  );
}
