import type { ReactElement } from 'react';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { RotateCcw } from '../../../ui/icons/icons.ts';
import type { CheckState } from './check-desk.ts';
import type { FindingActions } from './use-finding-actions.ts';
import styles from './checks.module.css';

interface AcceptedFindingsProps {
  accepted: CheckState['accepted'];
  actions: FindingActions;
}

/** What was left as it is, why, by whom and when. */
export function AcceptedFindings({ accepted, actions }: AcceptedFindingsProps): ReactElement | null {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  if (accepted.length === 0) return null;
  return (
    <section aria-label={translate('checks.accepted.title')}>
      <h3 className={styles.caption}>
        {translate('checks.accepted.title')} <span className={styles.count}>{accepted.length}</span>
      </h3>
      <ul className={styles.list} role="list">
        {accepted.map(({ finding, acceptance: { note, personName, acceptedAt } }) => (
          <li key={finding.id} className={styles.settled}>
            <p className={styles.words}>{finding.text}</p>
            <p>“{note}”</p>
            <p className={styles.reason}>
              {translate('checks.accepted.by', {
                name: personName,
                time: formatDateTime(Date.parse(acceptedAt), offsetMinutes, language),
              })}
            </p>
            <Button size="small" look="ghost" icon={RotateCcw} onClick={() => actions.reopen(finding)}>
              {translate('checks.accepted.reopen')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
