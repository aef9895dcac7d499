import type { ReactElement } from 'react';
import { commandCaps } from '../../commands.ts';
import { useTranslate } from '../../i18n.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Archive, ArchiveRestore, Flag, Group, MailOpen, X } from '../../ui/icons/icons.ts';
import { Toolbar } from '../../ui/Toolbar.tsx';
import styles from './SelectionBar.module.css';

interface SelectionBarProps {
  count: number;
  /** Whether what is chosen was set aside: it can be brought back. */
  spiked: boolean;
  onRead: () => void;
  onFlag: () => void;
  onSpike: () => void;
  onJoin: () => void;
  onClear: () => void;
}

/** What can be done with several stories at once; stands above the list while some are chosen. */
export function SelectionBar({
  count,
  spiked,
  onRead,
  onFlag,
  onSpike,
  onJoin,
  onClear,
}: SelectionBarProps): ReactElement {
  const translate = useTranslate();
  return (
    <Toolbar className={styles.bar} label={translate('wire.chosen.label')}>
      <span className={styles.count} role="status">
        {translate('wire.chosen.count', { count })}
      </span>
      <IconButton icon={MailOpen} label={translate('wire.action.markRead')} onClick={onRead} />
      <IconButton icon={Flag} label={translate('wire.mark.flag')} onClick={onFlag} />
      <IconButton
        icon={Group}
        label={translate('duplicates.join')}
        caps={commandCaps('wire.join')}
        onClick={onJoin}
      />
      <Button icon={spiked ? ArchiveRestore : Archive} onClick={onSpike}>
        {translate(spiked ? 'wire.mark.unspike' : 'wire.mark.spike')}
      </Button>
      <IconButton icon={X} label={translate('wire.chosen.clear')} onClick={onClear} />
    </Toolbar>
  );
}
