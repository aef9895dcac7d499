import type { ReactElement } from 'react';
import { DAY_MS } from '../../../../shared/domain/indonesian-dates.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import styles from './HistoryDialog.module.css';

interface AsItStoodProps {
  /** Milliseconds since 1970; null: no moment is asked for. */
  at: number | null;
  /** Why there is nothing to show of that moment; null where there is. */
  problem: string | null;
  onChange: (at: number | null) => void;
}

/** Looks for a launch by the clock: the front as it stood yesterday at this time, or at any other. */
export function AsItStood({ at, problem, onChange }: AsItStoodProps): ReactElement {
  const translate = useTranslate();
  return (
    <div className={styles.asItStood}>
      <DateTimeField label={translate('fronts.history.at')} value={at} error={problem} onChange={onChange} />
      <div className={styles.moments}>
        <Button size="small" onClick={() => onChange(minuteOf(Date.now() - DAY_MS))}>
          {translate('fronts.history.at.yesterday')}
        </Button>
        <Button size="small" onClick={() => onChange(minuteOf(Date.now() - 7 * DAY_MS))}>
          {translate('fronts.history.at.week')}
        </Button>
      </div>
    </div>
  );
}

/** The field shows minutes. */
function minuteOf(epochMs: number): number {
  return epochMs - (epochMs % 60_000);
}
