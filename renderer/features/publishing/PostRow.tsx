import type { ReactElement, Ref } from 'react';
import type { PostList } from '../../../shared/contract/publishing.ts';
import { useTranslate } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from './PostsDialog.module.css';

/** The id of a post's row in the page. */
export function postRowId(remoteId: string): string {
  return `post-${remoteId}`;
}

interface PostRowProps {
  post: PostList['rows'][number];
  index: number;
  /** Distance from the top of the list in pixels. */
  start: number;
  selected: boolean;
  onSelect: () => void;
  onTake: () => void;
  ref: Ref<HTMLDivElement>;
}

/** One post of a site: its headline, what readers see of it, and whether it is an article of ours already. */
export function PostRow({ post, index, start, selected, onSelect, onTake, ref }: PostRowProps): ReactElement {
  const translate = useTranslate();
  const { remoteId, title, visibility, modifiedAt, articleId } = post;
  return (
    // The keyboard moves through the list itself (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={ref}
      id={postRowId(remoteId)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={-1}
      data-index={index}
      className={styles.row}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onSelect}
      onDoubleClick={onTake}
    >
      <div className={styles.title}>{title === '' ? translate('publishing.posts.untitled') : title}</div>
      <div className={styles.meta}>
        <span>{translate(`publishing.posts.visibility.${visibility}`)}</span>
        {modifiedAt !== null && <RelativeTime value={modifiedAt} />}
        {articleId !== null && <Badge tone="accent">{translate('publishing.posts.linked')}</Badge>}
      </div>
    </div>
  );
}
