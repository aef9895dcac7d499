import { type ReactElement, type Ref } from 'react';
import type { Comment, CommentStatus } from '../../../shared/contract/comments.ts';
import { useTranslate } from '../../i18n.ts';
import { routeHref } from '../../navigation.ts';
import { usePeople } from '../../people.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import {
  Check,
  ExternalLink,
  FileText,
  Hand,
  Megaphone,
  ShieldAlert,
  Trash2,
  type Icon,
} from '../../ui/icons/icons.ts';
import { PaneHeader } from '../../ui/PaneHeader.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { ComplaintBox, ComplaintForm } from './ComplaintBox.tsx';
import { ReplyBox } from './ReplyBox.tsx';
import type { Moderation } from './use-moderation.ts';
import { DetailBody } from '../../ui/WorkPanes.tsx';
import styles from './CommentDetail.module.css';

export const decisions: readonly { to: CommentStatus; icon: Icon; caps: string }[] = [
  { to: 'approved', icon: Check, caps: 'A' },
  { to: 'hold', icon: Hand, caps: 'H' },
  { to: 'spam', icon: ShieldAlert, caps: 'S' },
  { to: 'trash', icon: Trash2, caps: '#' },
];

interface CommentDetailProps {
  comment: Comment;
  moderation: Moderation;
  /** The form that marks it as a complaint is open. */
  complaining: boolean;
  onComplaining: (complaining: boolean) => void;
  replyRef: Ref<HTMLTextAreaElement>;
  ref: Ref<HTMLElement>;
}

/** One comment with its story, what it answers, and what can be done with it. */
export function CommentDetail({
  comment,
  moderation,
  complaining,
  onComplaining,
  replyRef,
  ref,
}: CommentDetailProps): ReactElement {
  const translate = useTranslate();
  const { nameOf } = usePeople();
  const { authorName, text, story, parent, status, decided, waiting, error, complaint } = comment;
  const author = authorName === '' ? translate('comments.anonymous') : authorName;
  return (
    <>
      <PaneHeader>
        {decisions
          .filter(({ to }) => to !== status)
          .map(({ to, icon, caps }, index) => (
            <Button
              key={to}
              look={index === 0 ? 'primary' : 'plain'}
              icon={icon}
              caps={[caps]}
              disabled={moderation.refusal !== null}
              aria-describedby={moderation.refusal === null ? undefined : 'moderation-refusal'}
              onClick={() => moderation.decide([comment], to)}
            >
              {translate(`comments.do.${to}`)}
            </Button>
          ))}
        {complaint === null && (
          <IconButton
            icon={Megaphone}
            label={translate('comments.do.complaint')}
            caps={['P']}
            pressed={complaining}
            onClick={() => onComplaining(!complaining)}
          />
        )}
      </PaneHeader>
      <DetailBody ref={ref} labelledBy="comment-author">
        {moderation.refusal !== null && (
          <RefusalNote id="moderation-refusal">{moderation.refusal}</RefusalNote>
        )}
        <p className={styles.story}>
          <span>{story.title === '' ? translate('comments.untitledStory') : story.title}</span>
          {story.articleId !== null && (
            <a href={routeHref({ screen: 'articles', articleId: story.articleId })}>
              <FileText size={14} />
              {translate('comments.openArticle')}
            </a>
          )}
          {story.url !== null && (
            <a href={story.url} target="_blank" rel="noreferrer">
              <ExternalLink size={14} />
              {translate('comments.openPage')}
            </a>
          )}
        </p>
        {parent !== null && (
          <blockquote className={styles.parent}>
            <cite>
              {translate('comments.answers', {
                name: parent.authorName === '' ? translate('comments.anonymous') : parent.authorName,
              })}
            </cite>
            {parent.text}
          </blockquote>
        )}
        <h1 id="comment-author" className={styles.author}>
          {author}
        </h1>
        <p className={styles.when}>
          {comment.targetName} · <RelativeTime value={comment.createdAt} /> ·{' '}
          {decided === null
            ? translate(`comments.view.${status}`)
            : translate(`comments.decided.${status}`, { name: nameOf(decided.personId) })}
        </p>
        <p className={styles.text}>{text}</p>
        {waiting && (
          <div className={styles.waiting} role="status">
            {error === null
              ? translate('comments.waiting.why')
              : translate('comments.refused', { reason: translate(`publishing.error.${error.code}`) })}
            {error !== null && (
              <Button
                size="small"
                disabled={moderation.refusal !== null}
                onClick={() => moderation.decide([comment], status)}
              >
                {translate('comments.tryAgain')}
              </Button>
            )}
          </div>
        )}
        {complaining && complaint === null && (
          <ComplaintForm comment={comment} moderation={moderation} onDone={() => onComplaining(false)} />
        )}
        <ComplaintBox comment={comment} moderation={moderation} />
        <ReplyBox ref={replyRef} comment={comment} moderation={moderation} />
      </DetailBody>
    </>
  );
}
