import { Fragment, type ReactElement } from 'react';
import type { Launch } from '../../../../shared/contract/fronts.ts';
import {
  DAY_MS,
  formatClock,
  formatDateTime,
  formatDay,
} from '../../../../shared/domain/indonesian-dates.ts';
import { useLocale, useTranslate, type Translate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { classes } from '../../../ui/classes.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './HistoryDialog.module.css';

/** `No. 12`. */
export function launchName({ number }: Launch, translate: Translate): string {
  return translate('fronts.history.number', { number });
}

interface LaunchListProps {
  /** The newest first. */
  launches: readonly Launch[];
  chosenId: string | null;
  /** What readers see now. */
  liveId: string | null;
  onChoose: (launchId: string) => void;
}

/** Launches under the day they went out on, each with its clock. */
export function LaunchList({ launches, chosenId, liveId, onChoose }: LaunchListProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  const dayOf = (epochMs: number): string => formatDay(epochMs, offsetMinutes, language);
  const names = new Map([
    [dayOf(now), translate('fronts.history.today')],
    [dayOf(now - DAY_MS), translate('fronts.history.yesterday')],
  ]);
  return (
    <ul role="list" aria-label={translate('fronts.history.list')}>
      {launches.map((launch, index) => {
        const day = dayOf(Date.parse(launch.at));
        const before = launches[index - 1];
        const isFirst = before === undefined || dayOf(Date.parse(before.at)) !== day;
        const name = names.get(day);
        return (
          <Fragment key={launch.launchId}>
            {isFirst && <li className={styles.day}>{name === undefined ? day : `${name} · ${day}`}</li>}
            <li>
              <LaunchRow
                launch={launch}
                chosen={launch.launchId === chosenId}
                isLive={launch.launchId === liveId}
                onChoose={() => onChoose(launch.launchId)}
              />
            </li>
          </Fragment>
        );
      })}
    </ul>
  );
}

function LaunchRow({
  launch,
  chosen,
  isLive,
  onChoose,
}: {
  launch: Launch;
  chosen: boolean;
  isLive: boolean;
  onChoose: () => void;
}): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { nameOf } = usePeople();
  const { personId, reason, note, at } = launch;
  const who = personId === null ? translate('fronts.history.redaksi') : nameOf(personId);
  const time = Date.parse(at);
  return (
    <button
      type="button"
      className={classes(styles.launch, chosen && styles.chosen)}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <span className={styles.launchHead}>
        <span className={styles.number}>{launchName(launch, translate)}</span>
        {isLive && <Badge tone="green">{translate('fronts.history.live')}</Badge>}
        {reason !== 'launch' && <Badge>{translate(`fronts.history.reason.${reason}`)}</Badge>}
      </span>
      <span className={styles.who}>
        <time dateTime={at} title={formatDateTime(time, offsetMinutes, language)}>
          {formatClock(time, offsetMinutes, language)}
        </time>
        {` · ${who}`}
      </span>
      {note !== '' && <span className={styles.note}>“{note}”</span>}
    </button>
  );
}
