import type { ReactElement } from 'react';
import type { FrontNotice } from '../../../../shared/contract/fronts.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { TriangleAlert } from '../../../ui/icons/icons.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useOpenedFront } from '../front-context.ts';
import styles from './Notices.module.css';

/** Stories that readers no longer see, though nobody took them off: told until their slots go or they are back. */
export function Notices({ notices }: { notices: readonly FrontNotice[] }): ReactElement | null {
  const translate = useTranslate();
  const { actions } = useOpenedFront();
  if (notices.length === 0) return null;
  return (
    <ul role="list" className={styles.notices} aria-label={translate('fronts.notices')} aria-live="polite">
      {notices.map(({ slotId, title, collectionTitle, why, at }) => (
        <li key={slotId} className={styles.notice}>
          <TriangleAlert size={15} />
          <span className={styles.words}>
            {translate(`fronts.notice.${why}`, {
              headline: title || translate('fronts.card.untitled'),
              collection: collectionTitle,
            })}{' '}
            <RelativeTime value={at} />
          </span>
          {actions.findSlot(slotId) !== null && (
            <Button size="small" onClick={() => actions.remove([slotId])}>
              {translate('fronts.do.remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
