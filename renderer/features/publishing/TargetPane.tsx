import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Target } from '../../../shared/contract/publishing.ts';
import { formatNumber } from '../../../shared/i18n/translate.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { navigate, routeHref, useRoute } from '../../navigation.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import {
  CalendarClock,
  FileDown,
  Flame,
  Layers,
  MessageSquareText,
  Plus,
  Send,
  Settings2,
} from '../../ui/icons/icons.ts';
import { SideAdd, SideDot, SideHeading, SideItem, SidePane } from '../../ui/SidePane.tsx';
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
  const fronts = useQuery(queries.publishing.fronts.deliveries.queryOptions({ input: {} })).data ?? [];
  const waitingComments = useQuery(queries.comments.counts.queryOptions()).data?.hold ?? 0;
  const sitesWithPosts = (targets.data ?? []).filter(({ capabilities }) => capabilities.posts);
  const withPosts = sitesWithPosts.find(({ id }) => id === targetId) ?? sitesWithPosts[0];
  const unsettled = [...(waiting?.rows ?? []), ...(stopped?.rows ?? [])];

  return (
    <SidePane label={translate('publishing.targets')}>
      <SideHeading>{translate('publishing.title')}</SideHeading>
      <ul role="list">
        <SideItem
          icon={Send}
          href={routeHref({ screen: 'outbox' })}
          current={onSchedule ? undefined : 'page'}
        >
          {translate('publishing.deliveries')}
        </SideItem>
        <SideItem
          icon={CalendarClock}
          href={routeHref({ screen: 'outbox', page: 'schedule' })}
          current={onSchedule ? 'page' : undefined}
          aside={scheduled !== undefined && scheduled > 0 && formatNumber(language, scheduled)}
        >
          {translate('schedule.title')}
        </SideItem>
      </ul>
      <SideHeading
        later
        action={
          <IconButton
            icon={Plus}
            size="small"
            label={translate('publishing.targets.add')}
            onClick={() => openTargetSettings(true)}
          />
        }
      >
        {translate('publishing.targets')}
      </SideHeading>
      <ul role="list">
        <SideItem
          icon={Layers}
          current={targetId === null ? 'true' : undefined}
          onClick={() => changeOutboxView({ targetId: null })}
        >
          {translate('publishing.targets.all')}
        </SideItem>
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
            words={decideTargetWords(target, unsettled, fronts)}
            current={targetId === target.id}
          />
        ))}
      </ul>
      {targets.data?.length === 0 && (
        <>
          <p className={styles.note}>{translate('publishing.targets.none')}</p>
          <SideAdd onClick={() => openTargetSettings(true)}>{translate('publishing.targets.add')}</SideAdd>
        </>
      )}
      <SideHeading later>{translate('publishing.site')}</SideHeading>
      <ul role="list">
        <SideItem
          icon={MessageSquareText}
          href={routeHref({ screen: 'comments' })}
          aside={waitingComments > 0 && translate('publishing.targets.waiting', { count: waitingComments })}
        >
          {translate('comments.title')}
        </SideItem>
        {withPosts !== undefined && (
          <SideItem icon={FileDown} onClick={() => changeOutboxView({ takingIn: true })}>
            {translate('publishing.posts.open')}
          </SideItem>
        )}
        <SideItem icon={Flame} href={routeHref({ screen: 'fronts' })}>
          {translate('publishing.popular')}
        </SideItem>
        <SideItem icon={Settings2} href={routeHref({ screen: 'settings', page: 'target' })}>
          {translate('publishing.targets.settings')}
        </SideItem>
      </ul>
      {takingIn && withPosts !== undefined && (
        <PostsDialog targetId={withPosts.id} onClose={() => changeOutboxView({ takingIn: false })} />
      )}
    </SidePane>
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
    <SideItem
      icon={<SideDot look={dot} />}
      current={current ? 'true' : undefined}
      title={translate(`target.kind.${target.configuration.kind}`)}
      aside={
        reason === null ? translate('publishing.targets.fine') : translate(reason.key, reason.parameters)
      }
      alarm={dot === 'red'}
      onClick={() => changeOutboxView({ targetId: target.id })}
    >
      {target.name}
    </SideItem>
  );
}
