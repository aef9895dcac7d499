import type { ReactElement } from 'react';
import type { Verification } from '../../../shared/contract/publishing.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { KeyRound } from '../../ui/icons/icons.ts';
import styles from './HostKeyChoice.module.css';

interface HostKeyChoiceProps {
  hostKeys: NonNullable<Verification['checks'][number]['hostKeys']>;
  onTrust: (shown: string) => void;
}

/** A server shows another key than before: both fingerprints, and the one way to go on with the new one. */
export function HostKeyChoice({ hostKeys, onTrust }: HostKeyChoiceProps): ReactElement {
  const translate = useTranslate();
  const { known, shown } = hostKeys;
  return (
    <div className={styles.choice}>
      <dl className={styles.keys}>
        <dt>{translate('hostKey.known')}</dt>
        <dd>{known}</dd>
        <dt>{translate('hostKey.shown')}</dt>
        <dd>{shown}</dd>
      </dl>
      <Button size="small" look="danger" icon={KeyRound} onClick={() => onTrust(shown)}>
        {translate('hostKey.trust')}
      </Button>
    </div>
  );
}
