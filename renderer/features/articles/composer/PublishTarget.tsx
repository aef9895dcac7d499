import { useState, type ReactElement } from 'react';
import type { Delivery, Target, ToldPublishReason } from '../../../../shared/contract/publishing.ts';
import { useTranslate } from '../../../i18n.ts';
import { TARGET_ICONS } from '../../../target-icons.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { CalendarClock, ExternalLink, GitCompare } from '../../../ui/icons/icons.ts';
import { useNow } from '../../../ui/use-now.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { PublishReasons } from './PublishReasons.tsx';
import { ScheduleForm } from './ScheduleForm.tsx';
import { decideStanding } from './standing.ts';
import { StandingLine } from './StandingLine.tsx';
import { usePublishTarget } from './use-publish-target.ts';
import styles from './publish.module.css';

interface PublishTargetProps {
  draft: Draft;
  target: Target;
  /** Nothing in the article stands in the way. */
  allowed: boolean;
  /** Findings nobody has answered: who publishes says yes to them. */
  asks: boolean;
  /** What stands in the way here and not at other targets. */
  reasons: readonly ToldPublishReason[];
  /** Nothing but an embargo stands in the way: it may be scheduled for its end (milliseconds since 1970). */
  embargoEnd: number | null;
  /** Who sits here may not publish; the note that says so has the id `publish-refusal`. */
  refused: boolean;
  /** Shows what was made of the article at the site beside ours. */
  onCompare: (delivery: Delivery) => void;
  /** Of this article to this target, newest first. */
  deliveries: readonly Delivery[];
}

/** One place to publish: how the article stands there, and what can be done about it. */
export function PublishTarget({
  draft,
  target,
  allowed: allowedEverywhere,
  asks,
  reasons,
  embargoEnd: endOfEmbargo,
  refused,
  onCompare,
  deliveries,
}: PublishTargetProps): ReactElement {
  const translate = useTranslate();
  const standing = decideStanding(deliveries);
  const { live, newest, busy, scheduled } = standing;
  const now = useNow();
  const [choosing, setChoosing] = useState(false);
  const { send, schedule, retry, withdraw } = usePublishTarget(draft, target, asks);

  const blockedHere = reasons.some(({ level }) => level === 'block');
  const allowed = allowedEverywhere && !blockedHere;
  const embargoEnd = blockedHere ? null : endOfEmbargo;
  const locked = target.capabilities.needsSecret && !target.hasSecret;
  const Icon = TARGET_ICONS[target.configuration.kind];
  const kind = translate(`target.kind.${target.configuration.kind}`);
  const canRetry = newest !== null && (newest.state === 'retry' || newest.state === 'failed');
  return (
    <li className={styles.target}>
      <div className={styles.targetHead}>
        <Icon size={16} />
        <span className={styles.targetName}>{target.name}</span>
        {target.name !== kind && <span className={styles.kind}>{kind}</span>}
      </div>
      <StandingLine standing={standing} />
      <PublishReasons reasons={reasons} />
      {locked && <p className={classes(styles.reason, styles.warn)}>{translate('publish.needsSecret')}</p>}
      <div className={styles.buttons}>
        <Button
          size="small"
          look={asks ? 'danger' : live ? 'plain' : 'primary'}
          disabled={refused || !allowed || locked || busy || (live && !target.capabilities.update)}
          aria-describedby={refused ? 'publish-refusal' : undefined}
          busy={send.isPending && send.variables === 'publish'}
          onClick={() => send.mutate('publish')}
        >
          {translate(asks ? 'publish.anyway' : live ? 'publish.update' : 'publish.publish')}
        </Button>
        {canRetry && (
          <Button
            size="small"
            disabled={refused}
            busy={retry.isPending}
            onClick={() => retry.mutate({ deliveryId: newest.deliveryId, despite: false })}
          >
            {translate('publish.retry')}
          </Button>
        )}
        {newest?.state === 'conflict' && target.capabilities.read && (
          <Button
            size="small"
            icon={GitCompare}
            disabled={refused}
            aria-describedby={refused ? 'publish-refusal' : undefined}
            onClick={() => onCompare(newest)}
          >
            {translate('publishing.button.compare')}
          </Button>
        )}
        {!choosing && (
          <Button
            size="small"
            icon={CalendarClock}
            disabled={refused || !(allowed || embargoEnd !== null) || locked || busy}
            aria-describedby={refused ? 'publish-refusal' : undefined}
            onClick={() => setChoosing(true)}
          >
            {translate(
              asks ? 'publish.anyway.schedule' : scheduled === null ? 'schedule.open' : 'schedule.change',
            )}
          </Button>
        )}
        {scheduled !== null && (
          <Button
            size="small"
            look="danger"
            disabled={refused || busy}
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate(scheduled)}
          >
            {translate('publish.cancelSchedule')}
          </Button>
        )}
        {live && target.capabilities.unpublish && (
          <Button
            size="small"
            look="danger"
            disabled={refused || busy}
            aria-describedby={refused ? 'publish-refusal' : undefined}
            busy={send.isPending && send.variables === 'unpublish'}
            onClick={() => send.mutate('unpublish')}
          >
            {translate('publish.unpublish')}
          </Button>
        )}
        {live && target.capabilities.remove && (
          <Button
            size="small"
            look="danger"
            disabled={refused || busy}
            aria-describedby={refused ? 'publish-refusal' : undefined}
            busy={send.isPending && send.variables === 'remove'}
            onClick={() => send.mutate('remove')}
          >
            {translate('publish.remove')}
          </Button>
        )}
        {live && standing.url !== null && /^https?:/.test(standing.url) && (
          <a className={styles.visit} href={standing.url} target="_blank" rel="noopener noreferrer">
            {translate('publish.visit')} <ExternalLink size={13} />
          </a>
        )}
      </div>
      {choosing && (
        <ScheduleForm
          target={target}
          proposed={proposedTime(scheduled, embargoEnd, now)}
          busy={schedule.isPending}
          onSchedule={(time) => schedule.mutate(time, { onSuccess: () => setChoosing(false) })}
          onCancel={() => setChoosing(false)}
        />
      )}
    </li>
  );
}

/** The time it has, the end of the embargo, or the next full hour that is half an hour away. */
function proposedTime(scheduled: Delivery | null, embargoEnd: number | null, now: number): number {
  if (scheduled !== null && scheduled.publishAt !== null) return Date.parse(scheduled.publishAt);
  const hour = 3_600_000;
  return embargoEnd ?? Math.ceil((now + hour / 2) / hour) * hour;
}
