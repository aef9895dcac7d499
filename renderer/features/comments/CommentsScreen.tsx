import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Comment } from '../../../shared/contract/comments.ts';
import { listed } from '../../../shared/page/commands.ts';
import { useCommands } from '../../commands.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MessageSquareText, Plus } from '../../ui/icons/icons.ts';
import { ListAndDetail } from '../../ui/ListAndDetail.tsx';
import { LoadingPane } from '../../ui/Loading.tsx';
import { VirtualListbox } from '../../ui/VirtualListbox.tsx';
import { DetailPane, ListPane } from '../../ui/WorkPanes.tsx';
import { changeShownComments, toggleChosen, useShownComments } from './comments-view.ts';
import { CommentDetail, decisions } from './CommentDetail.tsx';
import { CommentListHead, EmptyCommentList, SiteTroubles } from './CommentListParts.tsx';
import { CommentPane } from './CommentPane.tsx';
import { CommentRow, commentRowId } from './CommentRow.tsx';
import { useComments } from './use-comments.ts';
import { useModeration, type Moderation } from './use-moderation.ts';

const ROW_HEIGHT = 88;

/** Readers' comments: what to look at, the list, and the comment in hand. */
export function CommentsScreen(): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const shown = useShownComments();
  const comments = useComments(shown);
  const sites = useQuery(queries.comments.sites.queryOptions());
  const moderation = useModeration();
  const [complaining, setComplaining] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLElement>(null);
  const reply = useRef<HTMLTextAreaElement>(null);
  const { rows } = comments;
  const found = rows.findIndex(({ commentId }) => commentId === shown.selected?.commentId);
  const index = found >= 0 ? found : Math.min(shown.selected?.index ?? 0, rows.length - 1);
  const current = rows[index];
  const currentId = current?.commentId;
  useEffect(() => {
    if (currentId !== undefined) changeShownComments({ selected: { commentId: currentId, index } });
  }, [index, currentId]);

  function select(comment: Comment): void {
    setComplaining(false);
    changeShownComments({ selected: { commentId: comment.commentId, index: rows.indexOf(comment) } });
  }

  const ready = comments.status === 'ready' && rows.length > 0;
  useEffect(() => {
    if (ready && document.activeElement === document.body) list.current?.focus({ preventScroll: true });
  }, [ready]);

  const inHand = rows.filter(({ commentId }) => shown.chosen.has(commentId));
  const subject = inHand.length > 0 ? inHand : current === undefined ? [] : [current];
  useCommentCommands({
    subject,
    moderation,
    onStep: (by) => {
      const next = rows[index + by];
      if (next !== undefined) select(next);
    },
    onChoose: () => current !== undefined && toggleChosen(current.commentId),
    onReply: () => reply.current?.focus(),
    onComplain: () => setComplaining(true),
  });

  if (sites.isPending) return <LoadingPane />;
  if (sites.data?.length === 0) return <NoSites />;
  return (
    <ListAndDetail
      name="comments"
      views={<CommentPane sites={sites.data ?? []} />}
      list={
        <ListPane>
          <CommentListHead chosen={inHand} moderation={moderation} shown={shown} />
          <SiteTroubles sites={sites.data ?? []} targetId={shown.targetId} />
          {comments.status === 'loading' && <LoadingPane />}
          {comments.status !== 'loading' && rows.length === 0 && (
            <EmptyCommentList shown={shown} comments={comments} />
          )}
          {ready && (
            <VirtualListbox
              key={`${shown.view} ${shown.targetId ?? ''}`}
              ref={list}
              label={translate('comments.list')}
              rows={rows}
              keyOf={({ commentId }) => commentId}
              elementIdOf={({ commentId }) => commentRowId(commentId)}
              rowHeight={ROW_HEIGHT}
              selectedIndex={index}
              onSelect={select}
              onRead={() => detail.current?.focus()}
              multiselectable
              more={comments.more}
              moreLabel={translate('comments.list.more')}
              fetchMore={comments.fetchMore}
              renderRow={(comment, place) => (
                <CommentRow
                  key={comment.commentId}
                  {...place}
                  comment={comment}
                  current={comment.commentId === current?.commentId}
                  chosen={shown.chosen.has(comment.commentId)}
                  onSelect={select}
                />
              )}
            />
          )}
        </ListPane>
      }
      detail={
        <DetailPane>
          {current === undefined ? (
            <NothingChosen />
          ) : (
            <CommentDetail
              key={current.commentId}
              ref={detail}
              replyRef={reply}
              comment={current}
              moderation={moderation}
              complaining={complaining}
              onComplaining={setComplaining}
            />
          )}
        </DetailPane>
      }
    />
  );
}

function NoSites(): ReactElement {
  const translate = useTranslate();
  return (
    <EmptyState
      icon={MessageSquareText}
      title={translate('comments.noSites.title')}
      actions={
        <Button
          look="primary"
          icon={Plus}
          onClick={() => navigate({ screen: 'settings', page: 'target-baru' })}
        >
          {translate('comments.noSites.do')}
        </Button>
      }
    >
      {translate('comments.noSites.text')}
    </EmptyState>
  );
}

function NothingChosen(): ReactElement {
  const translate = useTranslate();
  return (
    <EmptyState icon={MessageSquareText} title={translate('comments.none.title')}>
      {translate('comments.none.text')}
    </EmptyState>
  );
}

interface CommentCommands {
  /** The chosen comments, or the one in hand. */
  subject: readonly Comment[];
  moderation: Moderation;
  onStep: (by: number) => void;
  onChoose: () => void;
  onReply: () => void;
  onComplain: () => void;
}

function useCommentCommands({
  subject,
  moderation,
  onStep,
  onChoose,
  onReply,
  onComplain,
}: CommentCommands): void {
  const [first] = subject;
  const single = subject.length === 1;
  useCommands([
    { ...listed('comments.next'), hidden: true, run: () => onStep(1) },
    { ...listed('comments.previous'), hidden: true, run: () => onStep(-1) },
    {
      ...listed('comments.choose'),
      enabled: first !== undefined,
      run: onChoose,
    },
    ...decisions.map(({ to, icon }) => ({
      ...listed(`comments.${to}`),
      icon,
      enabled: moderation.refusal === null && subject.some(({ status }) => status !== to),
      run: () => moderation.decide(subject, to),
    })),
    { ...listed('comments.reply'), enabled: single && moderation.refusal === null, run: onReply },
    { ...listed('comments.complaint'), enabled: single && first?.complaint === null, run: onComplain },
  ]);
}
