import type { ReactElement } from 'react';
import type { Backup } from '../../../shared/contract/system.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { CircleCheck, TriangleAlert } from '../../ui/icons/icons.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { formatMegabytes } from '../../../shared/i18n/format-megabytes.ts';
import styles from './BackupFacts.module.css';

/** When a backup was made and why, what is in it, how large it is, and whether it is sound. */
export function BackupFacts({ backup }: { backup: Backup }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  return (
    <>
      <span className={styles.when} title={backup.name}>
        {formatDateTime(Date.parse(backup.createdAt), offsetMinutes, language)}
        <small>
          {translate(`safety.kind.${backup.kind}`)} · <RelativeTime value={backup.createdAt} />
        </small>
      </span>
      <span className={styles.content}>
        {backup.articles !== null && translate('safety.articles', { count: backup.articles })}
        <small>
          {backup.changedAt === null ? (
            translate('safety.noChanges')
          ) : (
            <>
              {translate('safety.changed')} <RelativeTime value={backup.changedAt} />
            </>
          )}
        </small>
      </span>
      <span className={styles.size}>
        {translate('settings.data.size', { size: formatMegabytes(backup.bytes, language) })}
      </span>
      <Badge tone={backup.good ? 'green' : 'red'} icon={backup.good ? CircleCheck : TriangleAlert}>
        {translate(backup.good ? 'safety.good' : 'safety.bad')}
      </Badge>
    </>
  );
}
