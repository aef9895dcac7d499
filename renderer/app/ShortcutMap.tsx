import type { ReactElement } from 'react';
import { keyCaps, useAllCommands, type ShownCommand } from '../commands.ts';
import { useTranslate } from '../i18n.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { showOverlay, useOverlay } from './overlays.ts';
import styles from './ShortcutMap.module.css';

/** `?`: the keys of everything that can be done on this screen. */
export function ShortcutMap(): ReactElement {
  const translate = useTranslate();
  const open = useOverlay() === 'shortcuts';
  return (
    <Dialog
      open={open}
      onClose={() => showOverlay(null)}
      title={translate('shortcuts.title')}
      description={translate('shortcuts.text')}
      size="large"
    >
      <ShortcutGroups />
    </Dialog>
  );
}

/** Follows the commands of the screen; it is there only while the map is open. */
function ShortcutGroups(): ReactElement {
  const translate = useTranslate();
  const groups = Map.groupBy(
    useAllCommands().filter((command) => command.keys.length > 0),
    (command) => command.group,
  );
  return (
    <div className={styles.columns}>
      {[...groups].map(([group, commands]) => (
        <section key={group} className={styles.group}>
          <h3>{translate(group)}</h3>
          <dl>
            {commands.map((command) => (
              <Shortcut key={command.id} command={command} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Shortcut({ command }: { command: ShownCommand }): ReactElement {
  const translate = useTranslate();
  return (
    <div className={styles.row}>
      <dt>{translate(command.title, command.parameters)}</dt>
      <dd>
        {command.keys.map((keys) => (
          <Kbd key={keys} caps={keyCaps(keys)} />
        ))}
      </dd>
    </div>
  );
}
