import type { ReactElement } from 'react';
import { useTranslate } from '../i18n.ts';
import { routeHref } from '../navigation.ts';
import { useCorrectionsOf } from './use-filing.ts';
import styles from './corrections.module.css';

/** Where readers have not got yet what the house has said of a story; the outbox tells why. Nothing where they have. */
export function StillWaiting({ articleId }: { articleId: string }): ReactElement | null {
  const translate = useTranslate();
  const waiting = useCorrectionsOf(articleId).data?.waiting ?? [];
  if (waiting.length === 0) return null;
  const places = waiting.map(({ targetName }) => targetName).join(', ');
  return (
    <p className={styles.waiting} role="status">
      {translate('corrections.waiting', { places })}{' '}
      <a href={routeHref({ screen: 'outbox' })}>{translate('conflict.bar.outbox')}</a>
    </p>
  );
}
