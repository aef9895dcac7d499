import { memo, type ReactElement } from 'react';
import type { Comment } from '../../../shared/contract/comments.ts';
import { useTranslate } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { classes } from '../../ui/classes.ts';
import { Check } from '../../ui/icons/icons.ts';
import { ListOption, type RowPlace } from '../../ui/ListOption.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { toggleChosen } from './comments-view.ts';
import { ComplaintTerm } from './ComplaintTerm.tsx';
import row from '../../ui/list-row.module.css';
import styles from './CommentRow.module.css';

interface CommentRowProps extends RowPlace {
  comment: Comment;
  current: boolean;
  chosen: boolean;
  onSelect: (comment: Comment) => void;
}

/** The id of a comment's row in the page. */
export function commentRowId(commentId: number): string {
  return `comment-${commentId}`;
}

/** One comment of the list: who, what, on which story. Ctrl (⌘) or Shift with a click chooses several. */
export const CommentRow = memo(function CommentRow({
  comment,
  index,
  start,
  current,
  chosen,
  onSelect,
  ref,
}: CommentRowProps): ReactElement {
  const translate = useTranslate();
  const { commentId, authorName, text, story, complaint, waiting, error } = comment;
  return (
    <ListOption
      ref={ref}
      id={commentRowId(commentId)}
      index={index}
      start={start}
      selected={chosen || current}
      className={classes(row.row, styles.comment)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) toggleChosen(commentId);
        else onSelect(comment);
      }}
    >
      {chosen && (
        <span className={styles.mark} aria-hidden>
          <Check size={12} />
        </span>
      )}
      <div className={styles.head}>
        <span className={styles.author}>
          {authorName === '' ? translate('comments.anonymous') : authorName}
        </span>
        <span className={styles.time}>
          <RelativeTime value={comment.createdAt} short />
        </span>
      </div>
      <div className={styles.text}>{text}</div>
      <div className={styles.meta}>
        <span className={styles.story}>
          {story.title === '' ? translate('comments.untitledStory') : story.title}
        </span>
        {complaint !== null && <ComplaintTerm complaint={complaint} />}
        {waiting && (
          <Badge tone={error === null ? 'plain' : 'amber'} title={translate('comments.waiting.why')}>
            {translate('comments.waiting')}
          </Badge>
        )}
      </div>
    </ListOption>
  );
});
