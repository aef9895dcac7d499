import type { ReactElement } from 'react';
import { useConnectionStatus } from '../core-client/use-events.ts';
import { useTranslate } from '../i18n.ts';
import { Unplug } from '../ui/icons/icons.ts';
import styles from './EndedBanner.module.css';

/** Stands above everything, and stays, once the workstation was closed: what is on screen can still be copied. */
export function EndedBanner(): ReactElement | null {
  const translate = useTranslate();
  if (useConnectionStatus() !== 'ended') return null;
  return (
    <div className={styles.banner} role="alert">
      <Unplug size={18} />
      <p>
        <strong>{translate('ended.title')}</strong> {translate('ended.text')}
      </p>
    </div>
  );
}
