import type { ReactElement } from 'react';
import type { Comment, CommentSite } from '../../../shared/contract/comments.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../core-client/core-client.ts';
import type { PagedRows } from '../../core-client/use-paged-rows.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import {
  CircleCheck,
  MessageSquareText,
  RefreshCw,
  TriangleAlert,
  WifiOff,
  X,
} from '../../ui/icons/icons.ts';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { ListCondition, ListPlaceholder } from '../../ui/WorkPanes.tsx';
import { chooseNone, type ShownComments } from './comments-view.ts';
import { decisions } from './CommentDetail.tsx';
import type { Moderation } from './use-moderation.ts';
import styles from './CommentsScreen.module.css';

interface CommentListHeadProps {
  chosen: readonly Comment[];
  moderation: Moderation;
  shown: ShownComments;
}

/** What is shown; once several are chosen, what can be done with all of them. */
export function CommentListHead({ chosen, moderation, shown }: CommentListHeadProps): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  if (chosen.length > 0) {
    return (
      <Toolbar className={styles.head} label={translate('comments.chosen', { count: chosen.length })}>
        <span className={styles.chosen} role="status">
          {translate('comments.chosen', { count: chosen.length })}
        </span>
        {decisions.map(({ to, icon, caps }) => (
          <IconButton
            key={to}
            icon={icon}
            label={translate(`comments.do.${to}`)}
            caps={[caps]}
            disabled={moderation.refusal !== null}
            onClick={() => moderation.decide(chosen, to)}
          />
        ))}
        <IconButton icon={X} label={translate('comments.do.chooseNone')} onClick={chooseNone} />
      </Toolbar>
    );
  }
  const where = shown.targetId === null ? {} : { targetId: shown.targetId };
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{translate(`comments.view.${shown.view}`)}</h1>
      <IconButton
        icon={RefreshCw}
        label={translate('comments.refresh')}
        onClick={() => void client.comments.refresh(where).catch(() => {})}
      />
    </div>
  );
}

/** Which of the sites shown cannot be read, why, and from when what is shown is. */
export function SiteTroubles({
  sites,
  targetId,
}: {
  sites: readonly CommentSite[];
  targetId: string | null;
}): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  return (
    <>
      {sites.map(({ targetId: id, name, error, fetchedAt }) => {
        if (error === null || (targetId !== null && targetId !== id)) return null;
        const reason = translate(`publishing.error.${error.code}`);
        return (
          <ListCondition key={id} icon={WifiOff}>
            {fetchedAt === null
              ? translate('comments.site.failedNever', { name, reason })
              : translate('comments.site.failed', {
                  name,
                  reason,
                  time: formatDateTime(Date.parse(fetchedAt), offsetMinutes, language),
                })}
          </ListCondition>
        );
      })}
    </>
  );
}

/** Stands where the list is empty: says why, and what to do next. */
export function EmptyCommentList({
  shown,
  comments,
}: {
  shown: ShownComments;
  comments: PagedRows<Comment>;
}): ReactElement {
  const translate = useTranslate();
  if (comments.status === 'failed') {
    return (
      <ListPlaceholder>
        <EmptyState
          icon={TriangleAlert}
          tone="problem"
          title={translate('comments.list.failed')}
          actions={<Button onClick={comments.retry}>{translate('ui.retry')}</Button>}
        />
      </ListPlaceholder>
    );
  }
  const fine = shown.view === 'hold' || shown.view === 'complaints';
  return (
    <ListPlaceholder>
      <EmptyState
        icon={fine ? CircleCheck : MessageSquareText}
        title={translate(`comments.empty.${shown.view}.title`)}
      >
        {translate(`comments.empty.${shown.view}.text`)}
      </EmptyState>
    </ListPlaceholder>
  );
}
