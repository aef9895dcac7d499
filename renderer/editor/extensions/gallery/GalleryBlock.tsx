import { ImageOff } from 'lucide-react';
import type { NodeKey } from 'lexical';
import type { ReactElement } from 'react';
import type {
  GalleryNode as SerializedGalleryNode,
  Picture,
} from '../../../../shared/document/vocabulary.ts';
import type { DetailsOf } from '../cards/card-node.ts';
import { CardFrame } from '../cards/CardFrame.tsx';
import { CardText } from '../cards/CardText.tsx';
import { useCard } from '../cards/use-card.ts';
import styles from './gallery.module.css';

interface GalleryBlockProps {
  nodeKey: NodeKey;
  details: DetailsOf<SerializedGalleryNode>;
}

export function GalleryBlock({ nodeKey, details }: GalleryBlockProps): ReactElement {
  const card = useCard<SerializedGalleryNode>(nodeKey);
  const { say, pictureAddress } = card.services;
  const { pictures, caption } = details;

  function writePicture(index: number, change: Partial<Picture>): void {
    card.write({ pictures: pictures.map((each, at) => (at === index ? { ...each, ...change } : each)) });
  }

  return (
    <CardFrame card={card} label={say('editor.gallery')}>
      <ol className={styles.pictures} role="list">
        {pictures.map((picture, index) => (
          <li key={index} className={styles.picture}>
            {picture.mediaId === '' ? (
              <span className={styles.absent}>
                <ImageOff size={20} strokeWidth={1.5} aria-hidden />
                {picture.sourceUrl}
              </span>
            ) : (
              <img
                className={styles.image}
                src={pictureAddress(picture.mediaId)}
                alt={picture.alt}
                draggable={false}
              />
            )}
            <CardText
              value={picture.caption}
              label={say('editor.image.caption')}
              onWrite={(value) => writePicture(index, { caption: value })}
            />
            <CardText
              value={picture.credit}
              label={say('editor.image.credit')}
              onWrite={(value) => writePicture(index, { credit: value })}
            />
            <CardText
              value={picture.alt}
              label={say('editor.image.alt')}
              onWrite={(value) => writePicture(index, { alt: value })}
            />
          </li>
        ))}
      </ol>
      <CardText
        value={caption}
        label={say('editor.gallery.caption')}
        className={styles.caption}
        onWrite={(value) => card.write({ caption: value })}
      />
    </CardFrame>
  );
}
