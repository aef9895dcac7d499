import { memo, useRef, useState, type MouseEvent, type ReactElement, type Ref } from 'react';
import type { Collection } from '../../../../shared/contract/front-content.ts';
import type { FrontStory } from '../../../../shared/contract/fronts.ts';
import { CorrectionMark } from '../../../corrections/CorrectionMark.tsx';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { useSelected } from '../../../store.ts';
import { classes } from '../../../ui/classes.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { GripVertical, LayoutList } from '../../../ui/icons/icons.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { zonedTime } from '../board/card-words.ts';
import { useDraggable, useFrontDrag } from '../drag/drag-context.ts';
import { useIsCarried } from '../drag/drag-state.ts';
import { useOpenedFront } from '../front-context.ts';
import { StoryPicture } from '../StoryPicture.tsx';
import { choose, poolChoice } from './pool-view.ts';
import carryable from '../carryable.module.css';
import styles from './StoryPool.module.css';

interface PoolRowProps {
  story: FrontStory;
  /** Where it stands already, in words; empty where it stands nowhere. */
  placed: string;
  /** Place in the list, from 0. */
  index: number;
  /** Pixels from the top of the list. */
  start: number;
  rows: readonly FrontStory[];
  /** Those of the front that is open: where it can be sent. */
  collections: readonly Pick<Collection, 'collectionId' | 'title'>[];
  sectionName: (slug: string) => string;
  ref: Ref<HTMLLIElement>;
}

export const PoolRow = memo(function PoolRow({
  story,
  placed,
  index,
  start,
  rows,
  collections,
  sectionName,
  ref,
}: PoolRowProps): ReactElement {
  const translate = useTranslate();
  const { store } = useFrontDrag();
  const { actions } = useOpenedFront();
  const card = useRef<HTMLDivElement>(null);
  const grip = useRef<HTMLButtonElement>(null);
  const [pointed, setPointed] = useState(false);
  const [sending, setSending] = useState(false);
  const { articleId } = story;
  const headline = story.headline === '' ? translate('fronts.card.untitled') : story.headline;
  const chosen = useSelected(poolChoice, (state) => state.chosen.has(articleId));
  const isCurrent = useSelected(poolChoice, (state) => state.current === articleId);
  const takesKeys = useSelected(poolChoice, ({ current }) =>
    current === null || !rows.some((row) => row.articleId === current) ? index === 0 : current === articleId,
  );
  const carried = useIsCarried(store, 'pool', articleId);

  const name = translate('fronts.pool.grip', { headline, placed: placed === '' ? '–' : placed });

  useDraggable(`pool ${articleId}`, card, grip, {
    carried: () => {
      const others = rows.filter((row) => poolChoice.get().chosen.has(row.articleId));
      const stories = others.includes(story) ? others : [story];
      return { from: 'pool', ids: stories.map((each) => each.articleId), headline, stories };
    },
    home: () => null,
  });

  function pick(event: MouseEvent): void {
    const how = event.shiftKey ? 'through' : event.ctrlKey || event.metaKey ? 'also' : 'alone';
    choose(
      articleId,
      how,
      rows.map((row) => row.articleId),
    );
    grip.current?.focus({ preventScroll: true });
  }

  return (
    // The grip takes the keys; a click on the row is a short cut to it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={ref}
      data-index={index}
      data-story={articleId}
      aria-posinset={index + 1}
      className={styles.place}
      style={{ transform: `translateY(${start}px)` }}
      onClick={pick}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      <div
        ref={card}
        className={classes(
          carryable.item,
          styles.row,
          chosen && carryable.chosen,
          carried && carryable.carried,
        )}
      >
        <StoryPicture mediaId={story.picture?.mediaId ?? null} size="small" />
        <div className={carryable.words}>
          <span className={classes(carryable.headline, story.withdrawn && styles.withdrawn)}>{headline}</span>
          <span className={classes(carryable.meta, styles.meta)}>
            <StoryTime story={story} />
            <CorrectionMark articleId={articleId} />
            {story.withdrawn && (
              <span className={styles.reason} title={story.withdrawalReason ?? undefined}>
                {story.withdrawalReason === null
                  ? translate('fronts.warn.withdrawn')
                  : translate('lifeCycle.front.withdrawn', { reason: story.withdrawalReason })}
              </span>
            )}
            {story.section !== '' && <span>{sectionName(story.section)}</span>}
            {placed !== '' && (
              <span className={styles.placed}>{translate('fronts.pool.placed', { where: placed })}</span>
            )}
          </span>
        </div>
        {(pointed || isCurrent || sending) && (
          <Menu
            align="end"
            label={translate('fronts.pool.send', { headline })}
            open={sending}
            onOpenChange={setSending}
            entries={collections.map(({ collectionId, title }) => ({
              label: title,
              icon: LayoutList,
              onSelect: () => actions.placeStories([story], { collectionId, index: 0 }),
            }))}
            trigger={
              <IconButton
                icon={LayoutList}
                size="small"
                tabIndex={-1}
                label={translate('fronts.pool.send', { headline })}
              />
            }
          />
        )}
        <button
          ref={grip}
          type="button"
          data-grip
          className={carryable.grip}
          tabIndex={takesKeys ? 0 : -1}
          aria-label={chosen ? translate('fronts.card.chosen', { name }) : name}
          onFocus={() => {
            if (!isCurrent) poolChoice.set({ ...poolChoice.get(), current: articleId });
          }}
          // Enter; a click of the pointer chooses the story.
          onClick={(event) => event.detail === 0 && setSending(true)}
        >
          <GripVertical size={16} />
        </button>
      </div>
    </li>
  );
});

function StoryTime({ story }: { story: FrontStory }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  if (story.standing === 'scheduled' && story.scheduledAt !== null) {
    const time = zonedTime(story.scheduledAt, { translate, language, offsetMinutes }, now);
    return <span>{translate('fronts.card.scheduled', { time })}</span>;
  }
  return <RelativeTime value={story.publishedAt ?? story.updatedAt} />;
}
