import type { ReactElement } from 'react';
import { formatDateTime } from '../../shared/domain/indonesian-dates.ts';
import { licenceState, type LicenceState } from '../../shared/domain/rights.ts';
import { useLocale, useTranslate } from '../i18n.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './picture-rights.module.css';

const TONES: Record<LicenceState, Tone> = { ended: 'red', soon: 'amber', running: 'green', open: 'plain' };

/** How a licence stands today, and when it ends or ended (ISO 8601; null: it has no end). */
export function LicenceStanding({ endsAt }: { endsAt: string | null }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  const epoch = endsAt === null ? null : Date.parse(endsAt);
  const state = licenceState(epoch, now);
  return (
    <>
      <Badge tone={TONES[state]}>{translate(`ledger.state.${state}`)}</Badge>
      {epoch !== null && (
        <span className={styles.quiet}>
          {translate(state === 'ended' ? 'ledger.ended' : 'ledger.ends', {
            date: formatDateTime(epoch, offsetMinutes, language),
          })}
        </span>
      )}
    </>
  );
}
