import type { ReactElement } from 'react';
import { classes } from '../../ui/classes.ts';
import { Image } from '../../ui/icons/icons.ts';
import styles from './StoryPicture.module.css';

interface StoryPictureProps {
  /** Null: a grey place for a picture. */
  mediaId: string | null;
  size: 'small' | 'large';
}

/** The picture of a story beside its headline: decoration, as the headline says what it is. */
export function StoryPicture({ mediaId, size }: StoryPictureProps): ReactElement {
  return (
    <span className={classes(styles.picture, styles[size], mediaId === null && styles.none)} aria-hidden>
      {mediaId === null ? (
        <Image size={size === 'large' ? 18 : 15} />
      ) : (
        <img src={`/media/${mediaId}/small`} alt="" loading="lazy" decoding="async" draggable={false} />
      )}
    </span>
  );
}
