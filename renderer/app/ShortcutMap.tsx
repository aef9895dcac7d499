import type { ReactElement } from 'react';
import type { MessageKey, MessageParameters } from '../../shared/i18n/translate.ts';
import { writingKeys } from '../../shared/page/writing-keys.ts';
import { keyCaps, useAllCommands } from '../commands.ts';
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

/** Follows the commands of the screen; it is there only while the map is open. Where one writes, the keys of writing too. */
function ShortcutGroups(): ReactElement {
  const commands = useAllCommands();
  const isWriting = commands.some(({ id }) => id === 'article.details');
  const groups = Map.groupBy(
    commands.filter(({ keys }) => keys.length > 0),
    ({ group }) => group,
  );
  return (
    <div className={styles.columns}>
      {[...groups].map(([group, ofGroup]) => (
        <Group key={group} title={group} rows={ofGroup} />
      ))}
      {isWriting && writingKeys.map(({ group, keys }) => <Group key={group} title={group} rows={keys} />)}
    </div>
  );
}

interface Row {
  title: MessageKey;
  parameters?: MessageParameters;
  keys: readonly string[];
}

function Group({ title, rows }: { title: MessageKey; rows: readonly Row[] }): ReactElement {
  const translate = useTranslate();
  return (
    <section className={styles.group}>
      <h3>{translate(title)}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.title} className={styles.row}>
            <dt>{translate(row.title, row.parameters)}</dt>
            <dd>
              {row.keys.map((keys) => (
                <Kbd key={keys} caps={keyCaps(keys)} read />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
