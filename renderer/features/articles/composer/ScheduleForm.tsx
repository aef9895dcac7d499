import { useState, type ReactElement } from 'react';
import type { Target } from '../../../../shared/contract/publishing.ts';
import { useTranslate } from '../../../i18n.ts';
import { useSiteTime } from '../../../site-time.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { useNow } from '../../../ui/use-now.ts';
import styles from './publish.module.css';

interface ScheduleFormProps {
  target: Target;
  /** What the field begins with, in milliseconds since 1970. */
  proposed: number;
  busy: boolean;
  onSchedule: (time: number) => void;
  onCancel: () => void;
}

/** When an article is to go out: the newsroom's time, the site's beside it. */
export function ScheduleForm({
  target,
  proposed,
  busy,
  onSchedule,
  onCancel,
}: ScheduleFormProps): ReactElement {
  const translate = useTranslate();
  const now = useNow();
  const siteTime = useSiteTime(target);
  const [time, setTime] = useState<number | null>(proposed);
  const isPast = time !== null && time <= now;
  return (
    <form
      className={styles.schedule}
      onSubmit={(event) => {
        event.preventDefault();
        if (time !== null && !isPast) onSchedule(time);
      }}
    >
      <DateTimeField
        label={translate('schedule.time')}
        value={time}
        onChange={setTime}
        earliest={now}
        hint={time === null ? null : siteTime(time)}
        error={isPast ? translate('error.invalid.time-past') : null}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="small" look="primary" disabled={time === null || isPast} busy={busy}>
          {translate('schedule.set')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {translate('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
