import { $getNodeByKey, HISTORY_PUSH_TAG, type NodeKey } from 'lexical';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useExtensionDependency } from '@lexical/react/useExtensionComponent';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { picture } from '../../../../shared/document/build.ts';
import type {
  GalleryNode as SerializedGalleryNode,
  Picture,
} from '../../../../shared/document/vocabulary.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Ghost } from '../../../ui/Ghost.tsx';
import {
  ArrowLeft,
  ArrowRight,
  ImageDown,
  ImageOff,
  Images,
  LoaderCircle,
  X,
} from '../../../ui/icons/icons.ts';
import type { CardNode, DetailsOf } from '../cards/card-node.ts';
import { CardFrame } from '../cards/CardFrame.tsx';
import { CardText } from '../cards/CardText.tsx';
import { useFocusWhenFresh } from '../cards/use-focus-when-fresh.ts';
import { useCard } from '../cards/use-card.ts';
import { CopyExtension } from '../copy/copy-extension.ts';
import type { GalleryDrag } from './gallery-drag.ts';
import { reordered, type Landing } from './picture-order.ts';
import { useGalleryDrag } from './use-gallery-drag.ts';
import styles from './gallery.module.css';

interface GalleryBlockProps {
  nodeKey: NodeKey;
  details: DetailsOf<SerializedGalleryNode>;
}

/** The buttons of a picture. */
type PictureControl = 'earlier' | 'later' | 'remove';

/** Pictures keep their keys when they change places; the same picture may stand in a gallery more than once. */
function keysOf(pictures: readonly Picture[]): string[] {
  const times = new Map<string, number>();
  return pictures.map(({ mediaId, sourceUrl }) => {
    const same = `${mediaId} ${sourceUrl}`;
    const time = (times.get(same) ?? 0) + 1;
    times.set(same, time);
    return `${same} ${time}`;
  });
}

interface Taking {
  waiting: number;
  problems: string[];
}

export function GalleryBlock({ nodeKey, details }: GalleryBlockProps): ReactElement {
  const [editor] = useLexicalComposerContext();
  const card = useCard<SerializedGalleryNode>(nodeKey);
  const copy = useExtensionDependency(CopyExtension).output;
  const addButton = useFocusWhenFresh<HTMLButtonElement>(nodeKey);
  const filePicker = useRef<HTMLInputElement>(null);
  /** Settled once everything chosen so far has come or failed. */
  const lastTaken = useRef(Promise.resolve());
  const [taking, setTaking] = useState<Taking>({ waiting: 0, problems: [] });
  const { say, addPicture, fetchPicture, explain } = card.services;
  const { pictures, caption } = details;
  const keys = keysOf(pictures);
  const list = useRef<HTMLOListElement>(null);
  /** What was pressed last, at the place its picture went to: it is pressed again more often than not. */
  const pressed = useRef<{ index: number; control: PictureControl } | null>(null);
  useLayoutEffect(() => {
    if (pressed.current === null) return;
    const { index, control } = pressed.current;
    pressed.current = null;
    const item = list.current?.children[Math.min(index, pictures.length - 1)];
    const buttons = [...(item?.querySelectorAll<HTMLButtonElement>('[data-control]') ?? [])];
    const wanted = buttons.find(({ dataset, disabled }) => !disabled && dataset['control'] === control);
    (wanted ?? buttons.find(({ disabled }) => !disabled) ?? addButton.current)?.focus();
  }, [pictures, addButton]);
  const absent = pictures.filter(({ mediaId, sourceUrl }) => mediaId === '' && sourceUrl !== '');

  /** As a step to undo of its own; several pictures arrive in their own time. */
  function expectPicture(): (make: ((pictures: readonly Picture[]) => Picture[]) | null) => void {
    const arrive = copy.expect(nodeKey, HISTORY_PUSH_TAG);
    return (make) =>
      arrive(
        make === null
          ? null
          : (block) => (block.type === 'gallery' ? { ...block, pictures: make(block.pictures) } : block),
      );
  }

  function change(make: (pictures: readonly Picture[]) => Picture[]): void {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey) as CardNode<SerializedGalleryNode> | null;
      node?.setDetails({ pictures: make(node.getDetails().pictures) });
    });
  }

  async function take(file: File, arrive: ReturnType<typeof expectPicture>): Promise<void> {
    try {
      const { mediaId, width, height, caption: words, credit } = await addPicture(file);
      const taken = picture(mediaId, { width, height, caption: words, credit });
      arrive((before) => [...before, taken]);
      setTaking((now) => ({ ...now, waiting: now.waiting - 1 }));
    } catch (error) {
      arrive(null);
      const problem = `${file.name}: ${explain(error)}`;
      setTaking((now) => ({ waiting: now.waiting - 1, problems: [...now.problems, problem] }));
    }
  }

  async function fetchAbsent(sourceUrl: string): Promise<void> {
    const arrive = expectPicture();
    try {
      const { mediaId, width, height } = await fetchPicture(sourceUrl);
      arrive((before) =>
        before.map((each) => (each.sourceUrl === sourceUrl ? { ...each, mediaId, width, height } : each)),
      );
      setTaking((now) => ({ ...now, waiting: now.waiting - 1 }));
    } catch (error) {
      arrive(null);
      const problem = `${sourceUrl}: ${explain(error)}`;
      setTaking((now) => ({ waiting: now.waiting - 1, problems: [...now.problems, problem] }));
    }
  }

  function fetchAll(): void {
    setTaking((now) => ({ waiting: now.waiting + absent.length, problems: [] }));
    for (const { sourceUrl } of absent) void fetchAbsent(sourceUrl);
  }

  function takeAll(files: readonly File[]): void {
    setTaking((now) => ({ waiting: now.waiting + files.length, problems: [] }));
    // One after the other, also behind those chosen before: they stand in the order in which they were chosen.
    for (const file of files) {
      const arrive = expectPicture();
      lastTaken.current = lastTaken.current.then(() => take(file, arrive));
    }
  }

  function move(from: number, to: number): void {
    change((before) => reordered(before, from, to));
  }

  function step(index: number, by: 1 | -1): void {
    pressed.current = { index: index + by, control: by === 1 ? 'later' : 'earlier' };
    move(index, index + by);
  }

  function remove(index: number): void {
    pressed.current = { index, control: 'remove' };
    change((before) => before.filter((_, at) => at !== index));
  }

  const { drag, carrying } = useGalleryDrag(list, pictures.length, move);
  const carried = carrying === null ? undefined : pictures[carrying.from];

  return (
    <CardFrame card={card} label={say('editor.gallery')}>
      {pictures.length === 0 && taking.waiting === 0 && (
        <p className={styles.empty}>{say('editor.gallery.empty')}</p>
      )}
      <ol ref={list} className={styles.pictures} role="list">
        {pictures.map((each, index) => (
          <GalleryPicture
            key={keys[index]}
            picture={each}
            number={index + 1}
            isFirst={index === 0}
            isLast={index === pictures.length - 1}
            services={card.services}
            id={keys[index] ?? ''}
            drag={drag}
            isCarried={carrying?.from === index}
            landing={carrying?.landing?.beside === index ? carrying.landing.side : null}
            onWrite={(part) =>
              change((before) => before.map((other, at) => (at === index ? { ...other, ...part } : other)))
            }
            onStep={(by) => step(index, by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {carried !== undefined && (
        <Ghost manager={drag?.manager ?? null} className={styles.ghost}>
          <PictureShown picture={carried} address={card.services.pictureAddress} />
        </Ghost>
      )}
      <div className={styles.actions}>
        <Button size="small" icon={Images} ref={addButton} onClick={() => filePicker.current?.click()}>
          {say('editor.gallery.add')}
        </Button>
        {absent.length > 0 && taking.waiting === 0 && (
          <Button size="small" icon={ImageDown} onClick={fetchAll}>
            {say('editor.gallery.fetch', { count: absent.length })}
          </Button>
        )}
        {taking.waiting > 0 && (
          <span className={styles.waiting} role="status">
            <LoaderCircle size={15} className={styles.spin} />
            {say('editor.gallery.taking', { count: taking.waiting })}
          </span>
        )}
        <input
          ref={filePicker}
          type="file"
          accept="image/jpeg,image/png,image/gif,image/webp,image/avif"
          multiple
          hidden
          aria-label={say('editor.gallery.add')}
          onChange={(event) => {
            takeAll([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      {taking.problems.map((problem) => (
        <p key={problem} className={styles.problem} role="alert">
          {problem}
        </p>
      ))}
      <CardText
        value={caption}
        label={say('editor.gallery.caption')}
        property="caption"
        typographic
        className={styles.caption}
        onWrite={(value) => card.write({ caption: value })}
      />
    </CardFrame>
  );
}

interface PictureShownProps {
  picture: Picture;
  address: (mediaId: string) => string;
}

function PictureShown({ picture: { mediaId, sourceUrl, alt }, address }: PictureShownProps): ReactElement {
  if (mediaId !== '')
    return <img className={styles.image} src={address(mediaId)} alt={alt} draggable={false} />;
  return (
    <span className={styles.absent}>
      <ImageOff size={20} />
      {sourceUrl}
    </span>
  );
}

interface GalleryPictureProps {
  picture: Picture;
  number: number;
  isFirst: boolean;
  isLast: boolean;
  services: ReturnType<typeof useCard>['services'];
  id: string;
  drag: GalleryDrag | null;
  isCarried: boolean;
  /** The side on which the picture that is carried would come to stand. */
  landing: Landing['side'] | null;
  onWrite: (part: Partial<Picture>) => void;
  onStep: (by: 1 | -1) => void;
  onRemove: () => void;
}

function GalleryPicture(props: GalleryPictureProps): ReactElement {
  const { picture: shown, number, isFirst, isLast, services, onWrite, onStep, onRemove } = props;
  const { id, drag, isCarried, landing } = props;
  const { say, pictureAddress, PictureRights } = services;
  const frame = useRef<HTMLDivElement>(null);
  const index = useEffectEvent(() => number - 1);
  useEffect(() => {
    if (drag !== null && frame.current !== null) return drag.takes(id, frame.current, () => index());
  }, [drag, id]);
  return (
    <li className={classes(styles.picture, isCarried && styles.carried)} data-landing={landing ?? undefined}>
      <div ref={frame} className={styles.frame} data-takes={drag === null ? undefined : ''}>
        <PictureShown picture={shown} address={pictureAddress} />
        <div className={styles.order}>
          <IconButton
            size="small"
            icon={ArrowLeft}
            label={say('editor.gallery.earlier', { number })}
            disabled={isFirst}
            data-control={'earlier' satisfies PictureControl}
            onClick={() => onStep(-1)}
          />
          <IconButton
            size="small"
            icon={ArrowRight}
            label={say('editor.gallery.later', { number })}
            disabled={isLast}
            data-control={'later' satisfies PictureControl}
            onClick={() => onStep(1)}
          />
          <IconButton
            size="small"
            icon={X}
            label={say('editor.gallery.remove', { number })}
            data-control={'remove' satisfies PictureControl}
            onClick={onRemove}
          />
        </div>
      </div>
      <CardText
        value={shown.caption}
        label={say('editor.image.caption')}
        property={`pictures.${number - 1}.caption`}
        typographic
        onWrite={(value) => onWrite({ caption: value })}
      />
      <CardText
        value={shown.credit}
        label={say('editor.image.credit')}
        property={`pictures.${number - 1}.credit`}
        onWrite={(value) => onWrite({ credit: value })}
      />
      <CardText
        value={shown.alt}
        label={say('editor.image.alt')}
        property={`pictures.${number - 1}.alt`}
        onWrite={(value) => onWrite({ alt: value })}
      />
      {shown.mediaId !== '' && (
        <PictureRights
          mediaId={shown.mediaId}
          credit={shown.credit}
          onCredit={(credit) => onWrite({ credit })}
        />
      )}
    </li>
  );
}
