import type { ReactElement } from 'react';
import type { PostList } from '../../../shared/contract/target-posts.ts';
import { useTranslate } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ListOption, type RowPlace } from '../../ui/ListOption.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from './PostsDialog.module.css';

/** The id of a post's row in the page. */
export function postRowId(remoteId: string): string {
  return `post-${remoteId}`;
}

interface PostRowProps extends RowPlace {
  post: PostList['rows'][number];
  selected: boolean;
  onSelect: () => void;
  onTake: () => void;
}

/** One post of a site: its headline, what readers see of it, and whether it is an article of ours already. */
export function PostRow({ post, index, start, selected, onSelect, onTake, ref }: PostRowProps): ReactElement {
  const translate = useTranslate();
  const { remoteId, title, visibility, modifiedAt, articleId } = post;
  return (
    <ListOption
      ref={ref}
      id={postRowId(remoteId)}
      index={index}
      start={start}
      selected={selected}
      className={styles.row}
      onClick={onSelect}
      onDoubleClick={onTake}
    >
      <div className={styles.title}>{title === '' ? translate('publishing.posts.untitled') : title}</div>
      <div className={styles.meta}>
        <span>{translate(`publishing.posts.visibility.${visibility}`)}</span>
        {modifiedAt !== null && <RelativeTime value={modifiedAt} />}
        {articleId !== null && <Badge tone="accent">{translate('publishing.posts.linked')}</Badge>}
      </div>
    </ListOption>
  );
}
