import { memo, type ReactElement } from 'react';
import type { Impact, ImpactKind } from '../../../shared/contract/impact.ts';
import { useTranslate } from '../../i18n.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { classes } from '../../ui/classes.ts';
import { CircleSlash, FilePenLine, Lock, LockOpen, type Icon } from '../../ui/icons/icons.ts';
import rowStyles from '../../ui/list-row.module.css';
import { ListOption, type RowPlace } from '../../ui/ListOption.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from './ImpactRow.module.css';

const LOOKS: Record<ImpactKind, { icon: Icon; tone: Tone }> = {
  withdrawn: { icon: CircleSlash, tone: 'red' },
  withheld: { icon: CircleSlash, tone: 'red' },
  embargoed: { icon: Lock, tone: 'violet' },
  correction: { icon: FilePenLine, tone: 'amber' },
  'silent-edit': { icon: FilePenLine, tone: 'amber' },
  'new-version': { icon: FilePenLine, tone: 'plain' },
  'embargo-lifted': { icon: LockOpen, tone: 'violet' },
  'usable-again': { icon: LockOpen, tone: 'green' },
};

/** What happened to the source, by shape, colour and word. */
export function KindBadge({ kind }: { kind: ImpactKind }): ReactElement {
  const translate = useTranslate();
  const { icon, tone } = LOOKS[kind];
  return (
    <Badge icon={icon} tone={tone}>
      {translate(`impact.kind.${kind}`)}
    </Badge>
  );
}

/** The id of an entry's row in the page. */
export function impactRowId(impactId: number): string {
  return `impact-${impactId}`;
}

interface ImpactRowProps extends RowPlace {
  entry: Impact;
  current: boolean;
  onSelect: (entry: Impact) => void;
}

/** One entry of the list: which article, what happened to which source of it, whether readers see it. */
export const ImpactRow = memo(function ImpactRow({
  entry,
  index,
  start,
  current,
  onSelect,
  ref,
}: ImpactRowProps): ReactElement {
  const translate = useTranslate();
  const { impactId, articleHeadline, sourceName, storyHeadline, kinds, state, liveTargets, schedules } =
    entry;
  const [first] = kinds;
  const isLive = liveTargets.length > 0;
  return (
    <ListOption
      ref={ref}
      id={impactRowId(impactId)}
      index={index}
      start={start}
      selected={current}
      className={classes(rowStyles.row, styles.row)}
      onClick={() => onSelect(entry)}
    >
      <span className={classes(rowStyles.bar, isLive ? rowStyles.solid : rowStyles.plain)} aria-hidden />
      <div className={classes(rowStyles.headline, styles.headline)}>
        {articleHeadline === '' ? translate('articles.untitled') : articleHeadline}
      </div>
      <div className={rowStyles.beneath}>{[sourceName, storyHeadline].filter(Boolean).join(' · ')}</div>
      <div className={rowStyles.meta}>
        {state !== 'open' && (
          <Badge tone={state === 'applied' ? 'green' : 'plain'}>{translate(`impact.state.${state}`)}</Badge>
        )}
        {first !== undefined && <KindBadge kind={first} />}
        {isLive && <Badge tone="green">{translate('impact.live')}</Badge>}
        {schedules.length > 0 && (
          <Badge tone={schedules.some(({ stopped }) => stopped) ? 'red' : 'plain'}>
            {translate(schedules.some(({ stopped }) => stopped) ? 'impact.stopped' : 'impact.scheduled')}
          </Badge>
        )}
        <span className={rowStyles.time}>
          <RelativeTime value={entry.closed?.at ?? entry.changedAt} short />
        </span>
      </div>
    </ListOption>
  );
});
