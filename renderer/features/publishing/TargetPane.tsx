import { useQuery } from '@tanstack/react-query';
import {
  CalendarClock,
  FileDown,
  Flame,
  Layers,
  MessageSquareText,
  Plus,
  Send,
  Settings2,
} from 'lucide-react';
import type { ReactElement } from 'react';
import type { Target } from '../../../shared/contract/publishing.ts';
import { formatNumber } from '../../../shared/i18n/translate.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { navigate, routeHref, useRoute } from '../../navigation.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Skeleton } from '../../ui/Loading.tsx';
import { changeOutboxView, useOutboxView } from './outbox-view.ts';
import { PostsDialog } from './PostsDialog.tsx';
import { decideTargetWords } from './target-words.ts';
import styles from './TargetPane.module.css';

const MOST_UNSETTLED = 200;

/** Opens the settings where targets are set up; with `add` ready to add one. */
export function openTargetSettings(add = false): void {
  navigate({ screen: 'settings', page: add ? 'target-baru' : 'target' });
}

/** The places to publish to and how they fare: choosing one shows its deliveries only. */
export function TargetPane(): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const { targetId, takingIn } = useOutboxView();
  const { language } = useLocale();
  const route = useRoute();
  const onSchedule = route.screen === 'outbox' && route.page === 'schedule';
  const scheduled = useQuery(queries.publishing.counts.queryOptions()).data?.scheduled;
  const targets = useQuery(queries.publishing.targets.list.queryOptions());
  const waiting = useQuery(
    queries.publishing.deliveries.queryOptions({ input: { view: 'waiting', limit: MOST_UNSETTLED } }),
  ).data;
  const stopped = useQuery(
    queries.publishing.deliveries.queryOptions({ input: { view: 'stopped', limit: MOST_UNSETTLED } }),
  ).data;
  const waitingComments = useQuery(queries.comments.counts.queryOptions()).data?.hold ?? 0;
  const sitesWithPosts = (targets.data ?? []).filter(({ capabilities }) => capabilities.posts);
  const withPosts = sitesWithPosts.find(({ id }) => id === targetId) ?? sitesWithPosts[0];
  const unsettled = [...(waiting?.rows ?? []), ...(stopped?.rows ?? [])];

  return (
    <nav className={styles.pane} aria-label={translate('publishing.targets')}>
      <h2 className={styles.label}>{translate('publishing.title')}</h2>
      <ul role="list">
        <li>
          <a
            className={styles.item}
            href={routeHref({ screen: 'outbox' })}
            aria-current={onSchedule ? undefined : 'page'}
          >
            <Send size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles.name}>{translate('publishing.deliveries')}</span>
          </a>
        </li>
        <li>
          <a
            className={styles.item}
            href={routeHref({ screen: 'outbox', page: 'schedule' })}
            aria-current={onSchedule ? 'page' : undefined}
          >
            <CalendarClock size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles.name}>{translate('schedule.title')}</span>
            {scheduled !== undefined && scheduled > 0 && (
              <span className={styles.reason}>{formatNumber(language, scheduled)}</span>
            )}
          </a>
        </li>
      </ul>
      <div className={styles.heading}>
        <h2 className={styles.label}>{translate('publishing.targets')}</h2>
        <IconButton
          icon={Plus}
          size="small"
          label={translate('publishing.targets.add')}
          onClick={() => openTargetSettings(true)}
        />
      </div>
      <ul role="list">
        <li>
          <button
            type="button"
            className={styles.item}
            aria-current={targetId === null ? 'true' : undefined}
            onClick={() => changeOutboxView({ targetId: null })}
          >
            <Layers size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles.name}>{translate('publishing.targets.all')}</span>
          </button>
        </li>
      </ul>
      {targets.isPending && (
        <div className={styles.waiting}>
          <Skeleton lines={2} />
        </div>
      )}
      {targets.isError && targets.data === undefined && (
        <div className={styles.note} role="alert">
          {translate('publishing.targets.failed')}
          <Button size="small" onClick={() => void targets.refetch()}>
            {translate('ui.retry')}
          </Button>
        </div>
      )}
      <ul role="list">
        {(targets.data ?? []).map((target) => (
          <TargetItem
            key={target.id}
            target={target}
            words={decideTargetWords(target, unsettled)}
            current={targetId === target.id}
          />
        ))}
      </ul>
      {targets.data?.length === 0 && (
        <>
          <p className={styles.note}>{translate('publishing.targets.none')}</p>
          <button type="button" className={styles.addFirst} onClick={() => openTargetSettings(true)}>
            <Plus size={15} strokeWidth={1.75} aria-hidden />
            {translate('publishing.targets.add')}
          </button>
        </>
      )}
      <h2 className={classes(styles.label, styles.later)}>{translate('publishing.site')}</h2>
      <ul role="list">
        <li>
          <a className={styles.item} href={routeHref({ screen: 'comments' })}>
            <MessageSquareText size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles.name}>{translate('comments.title')}</span>
            {waitingComments > 0 && (
              <span className={styles.reason}>
                {translate('publishing.targets.waiting', { count: waitingComments })}
              </span>
            )}
          </a>
        </li>
        {withPosts !== undefined && (
          <li>
            <button
              type="button"
              className={styles.item}
              onClick={() => changeOutboxView({ takingIn: true })}
            >
              <FileDown size={16} strokeWidth={1.6} aria-hidden />
              <span className={styles.name}>{translate('publishing.posts.open')}</span>
            </button>
          </li>
        )}
        <li>
          <a className={styles.item} href={routeHref({ screen: 'settings', page: 'populer' })}>
            <Flame size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles.name}>{translate('publishing.popular')}</span>
          </a>
        </li>
        <li>
          <a className={styles.item} href={routeHref({ screen: 'settings', page: 'target' })}>
            <Settings2 size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles.name}>{translate('publishing.targets.settings')}</span>
          </a>
        </li>
      </ul>
      {takingIn && withPosts !== undefined && (
        <PostsDialog targetId={withPosts.id} onClose={() => changeOutboxView({ takingIn: false })} />
      )}
    </nav>
  );
}

interface TargetItemProps {
  target: Target;
  words: ReturnType<typeof decideTargetWords>;
  current: boolean;
}

function TargetItem({ target, words, current }: TargetItemProps): ReactElement {
  const translate = useTranslate();
  const { dot, reason } = words;
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-current={current ? 'true' : undefined}
        title={translate(`publishing.targets.kind.${target.configuration.kind}`)}
        onClick={() => changeOutboxView({ targetId: target.id })}
      >
        <span className={classes(styles.dot, styles[dot])} aria-hidden />
        <span className={styles.name}>{target.name}</span>
        <span className={classes(styles.reason, dot === 'red' && styles.alarm)}>
          {reason === null ? translate('publishing.targets.fine') : translate(reason.key, reason.parameters)}
        </span>
      </button>
    </li>
  );
}
