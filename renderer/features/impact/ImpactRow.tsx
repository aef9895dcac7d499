import { CircleSlash, FilePenLine, Lock, LockOpen, type LucideIcon } from 'lucide-react';
import { memo, type ReactElement, type Ref } from 'react';
import type { Impact, ImpactKind } from '../../../shared/contract/impact.ts';
import { useTranslate } from '../../i18n.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { classes } from '../../ui/classes.ts';
import rowStyles from '../../ui/list-row.module.css';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from './ImpactRow.module.css';

const LOOKS: Record<ImpactKind, { icon: LucideIcon; tone: Tone }> = {
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

interface ImpactRowProps {
  entry: Impact;
  index: number;
  /** Distance from the top of the list in pixels. */
  start: number;
  current: boolean;
  onSelect: (entry: Impact) => void;
  ref: Ref<HTMLDivElement>;
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
    // The keyboard moves through the list itself (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={ref}
      id={impactRowId(impactId)}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      aria-posinset={index + 1}
      aria-setsize={-1}
      data-index={index}
      className={classes(rowStyles.row, styles.row)}
      style={{ transform: `translateY(${start}px)` }}
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
    </div>
  );
});
