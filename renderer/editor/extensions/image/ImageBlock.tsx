import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import type { NodeKey } from 'lexical';
import { useEffect, useState, useSyncExternalStore, type ReactElement } from 'react';
import { ImageDown, LoaderCircle, RotateCw, Trash2, TriangleAlert } from '../../../ui/icons/icons.ts';
import type { EditorServices } from '../../services.ts';
import { CardText } from '../cards/CardText.tsx';
import { isUnfinishedImage, useImageActions, type ImageDetails } from './image-actions.ts';
import { CropBar, FocusPad } from './PictureCrop.tsx';
import type { Transfer } from './picture-transfers.ts';
import styles from './image.module.css';

export function ImageBlock({ nodeKey, details }: { nodeKey: NodeKey; details: ImageDetails }): ReactElement {
  const actions = useImageActions();
  const { say, pictureAddress, PictureRights } = actions.services;
  const transfer = useSyncExternalStore(actions.transfers.subscribe, () => actions.transfers.get(nodeKey));
  const [selected, setSelected, clearSelection] = useLexicalNodeSelection(nodeKey);
  const [focusing, setFocusing] = useState(false);
  const unfinished = isUnfinishedImage(details);
  const isMeasured = details.mediaId !== '' && details.width > 0 && details.height > 0;

  // An undo can bring back the moment before the picture had arrived.
  useEffect(() => {
    if (unfinished && transfer?.kind === 'done') actions.restore(nodeKey);
  }, [unfinished, transfer, actions, nodeKey]);

  return (
    <figure className={selected ? `${styles.figure} ${styles.selected}` : styles.figure}>
      {/* Selecting the picture is a convenience of the pointer; the keyboard reaches it with the arrow keys. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className={styles.picture}
        onClick={() => {
          clearSelection();
          setSelected(true);
        }}
      >
        {details.mediaId !== '' ? (
          <img
            className={styles.image}
            src={pictureAddress(details.mediaId)}
            alt={details.alt}
            {...(details.width > 0 && details.height > 0
              ? { width: details.width, height: details.height }
              : {})}
            draggable={false}
          />
        ) : (
          <Waiting
            transfer={transfer}
            sourceUrl={details.sourceUrl}
            say={say}
            onFetch={() => actions.fetch(nodeKey)}
            onRetry={() => actions.transfers.retry(nodeKey)}
          />
        )}
        {focusing && isMeasured && (
          <FocusPad framing={details} say={say} onFocus={(focus) => actions.frame(nodeKey, focus)} />
        )}
        <button
          type="button"
          className={styles.remove}
          onClick={() => actions.remove(nodeKey)}
          title={say('editor.image.remove')}
          aria-label={say('editor.image.remove')}
        >
          <Trash2 size={15} />
        </button>
      </div>
      {isMeasured && (
        <CropBar
          framing={details}
          focusing={focusing}
          say={say}
          onRatio={(ratio) => actions.frame(nodeKey, { ratio })}
          onFocusing={setFocusing}
        />
      )}
      <figcaption className={styles.texts}>
        <CardText
          value={details.caption}
          label={say('editor.image.caption')}
          property="caption"
          typographic
          className={styles.caption}
          onWrite={(value) => actions.write(nodeKey, 'caption', value)}
        />
        <div className={styles.row}>
          <CardText
            value={details.credit}
            label={say('editor.image.credit')}
            property="credit"
            className={styles.credit}
            onWrite={(value) => actions.write(nodeKey, 'credit', value)}
          />
          <CardText
            value={details.alt}
            label={say('editor.image.alt')}
            property="alt"
            className={details.alt === '' ? `${styles.alt} ${styles.missing}` : styles.alt}
            onWrite={(value) => actions.write(nodeKey, 'alt', value)}
          />
        </div>
      </figcaption>
      {details.mediaId !== '' && (
        <PictureRights
          mediaId={details.mediaId}
          credit={details.credit}
          onCredit={(credit) => actions.write(nodeKey, 'credit', credit)}
        />
      )}
    </figure>
  );
}

interface WaitingProps {
  transfer: Transfer | undefined;
  sourceUrl: string;
  say: EditorServices['say'];
  onFetch: () => void;
  onRetry: () => void;
}

function Waiting({ transfer, sourceUrl, say, onFetch, onRetry }: WaitingProps): ReactElement {
  if (transfer?.kind === 'running') {
    return (
      <div className={styles.waiting} role="status">
        <LoaderCircle className={styles.spin} size={20} />
        <span>{say('editor.image.taking', { name: transfer.name })}</span>
        <progress
          className={styles.progress}
          aria-label={say('editor.image.taking', { name: transfer.name })}
        />
      </div>
    );
  }
  if (transfer?.kind === 'failed') {
    return (
      <div className={`${styles.waiting} ${styles.failed}`} role="alert">
        <TriangleAlert size={20} />
        <span>{transfer.message}</span>
        <button type="button" className={styles.action} onClick={onRetry}>
          <RotateCw size={14} /> {say('editor.image.retry')}
        </button>
      </div>
    );
  }
  return (
    <div className={styles.waiting}>
      <ImageDown size={20} />
      <span className={styles.address}>{sourceUrl === '' ? say('editor.image.none') : sourceUrl}</span>
      {sourceUrl !== '' && (
        <button type="button" className={styles.action} onClick={onFetch}>
          <ImageDown size={14} /> {say('editor.image.fetch')}
        </button>
      )}
    </div>
  );
}
