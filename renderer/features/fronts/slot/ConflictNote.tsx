import type { ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Users } from '../../../ui/icons/icons.ts';
import styles from './slot.module.css';

/** Says that what is being edited was changed elsewhere, and lets the person choose. */
export function ConflictNote({
  onTakeTheirs,
  onKeepMine,
}: {
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}): ReactElement {
  const translate = useTranslate();
  return (
    <div className={styles.conflict} role="alert">
      <Users size={15} />
      <p>{translate('fronts.conflict.editing')}</p>
      <Button size="small" onClick={onTakeTheirs}>
        {translate('fronts.conflict.theirs')}
      </Button>
      <Button size="small" onClick={onKeepMine}>
        {translate('fronts.conflict.mine')}
      </Button>
    </div>
  );
}
