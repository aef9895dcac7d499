import { memo, useLayoutEffect, useRef, useState, type MouseEvent, type ReactElement } from 'react';
import { CorrectionMark } from '../../../corrections/CorrectionMark.tsx';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { useSelected } from '../../../store.ts';
import { classes } from '../../../ui/classes.ts';
import { GripVertical, Link2, Lock, Pin, TextQuote } from '../../../ui/icons/icons.ts';
import { useNow } from '../../../ui/use-now.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { useDraggable, useFrontDrag } from '../drag/drag-context.ts';
import { useIsCarried, type Carried } from '../drag/drag-state.ts';
import { boardMarks } from '../drag/board-on-page.ts';
import { titleOfCard } from '../front-actions.ts';
import { useOpenedFront } from '../front-context.ts';
import { nextChoice } from '../pool/pool-view.ts';
import { StoryPicture } from '../StoryPicture.tsx';
import type { BoardCard } from '../../../../shared/domain/front/board.ts';
import { CardMenu } from './CardMenu.tsx';
import { CardWarnings } from './CardWarnings.tsx';
import { fullTimeOf, isGrave, metaOf, timesOf, type Words } from './card-words.ts';
import carryable from '../carryable.module.css';
import styles from './SlotCard.module.css';

interface SlotCardProps {
  card: BoardCard;
  collectionId: string;
  collectionTitle: string;
  /** Its place among the cards of the collection, from 0. */
  index: number;
  /** The first card of the board takes the keys before any was touched. */
  first: boolean;
  /** Numbered, as a list of what is read most is. */
  numbered: boolean;
  sectionName: (slug: string) => string;
}

/** One slot of a collection, or what a rule puts into one: then it is dashed. */
export const SlotCard = memo(function SlotCard({
  card,
  collectionId,
  collectionTitle,
  index,
  first,
  numbered,
  sectionName,
}: SlotCardProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  const { choice, actions, open } = useOpenedFront();
  const { store } = useFrontDrag();
  const element = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLButtonElement>(null);
  const [pointed, setPointed] = useState(false);
  const { key, slot, story, item, warnings } = card;
  const words: Words = { translate, language, offsetMinutes };

  const chosen = useSelected(choice, (state) => state.chosen.has(key));
  const isCurrent = useSelected(choice, (state) => state.current === key);
  const takesKeys = useSelected(
    choice,
    (state) => state.current === key || (state.current === null && first),
  );
  const carried = useIsCarried(
    store,
    slot === null ? 'rule' : 'board',
    slot === null ? (story?.articleId ?? '') : key,
  );

  const title = titleOfCard(card) || translate('fronts.card.untitled');
  const name = translate(slot === null ? 'fronts.card.grip.filled' : 'fronts.card.grip', {
    headline: title,
    place: index + 1,
    collection: collectionTitle,
  });
  const isLead = item?.size === 'large';
  const shownTitle = numbered && item !== null ? `${item.place} · ${title}` : title;
  const times = timesOf(card, words, now);

  function carry(): Carried {
    if (slot === null) {
      const stories = story === null ? [] : [story];
      return { from: 'rule', ids: stories.map(({ articleId }) => articleId), headline: title, stories };
    }
    const ids = choice.get().chosen.has(key) ? slotsOf([...choice.get().chosen]) : [key];
    return { from: 'board', ids, headline: title, stories: [] };
  }
  function slotsOf(keys: readonly string[]): string[] {
    return keys.filter((each) => actions.findSlot(each) !== null);
  }
  // A card that goes into another collection is built anew there; the keys stay with it.
  useLayoutEffect(() => {
    if (choice.get().current === key && document.activeElement === document.body) grip.current?.focus();
  }, [choice, key]);
  useDraggable(`card ${collectionId} ${key}`, element, grip, {
    carried: carry,
    home: () => ({ collectionId, index }),
  });

  function choose(event: MouseEvent): void {
    const how = event.shiftKey ? 'through' : event.ctrlKey || event.metaKey ? 'also' : 'alone';
    const siblings = [...(element.current?.parentElement?.querySelectorAll(`[${boardMarks.card}]`) ?? [])];
    const order = siblings.map((sibling) => sibling.getAttribute(boardMarks.card) ?? '');
    const before = choice.get();
    choice.set({ chosen: nextChoice(key, how, order, before.chosen, before.current), current: key });
    grip.current?.focus({ preventScroll: true });
  }
  function edit(): void {
    if (slot === null) actions.adopt(collectionId, key);
    else open({ kind: 'slot', slotId: key });
  }

  return (
    // The grip takes the keys; a click on the card is a short cut to it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={element}
      {...{ [boardMarks.card]: key }}
      className={classes(
        carryable.item,
        styles.card,
        slot === null && styles.filled,
        isLead && styles.lead,
        item === null && styles.hidden,
        chosen && carryable.chosen,
        !chosen &&
          warnings.some((warning) => warning.code === 'embargoed' || isGrave(warning)) &&
          styles.warned,
        carried && carryable.carried,
      )}
      onClick={choose}
      onDoubleClick={edit}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      <CardPicture card={card} large={isLead} />
      <div className={carryable.words}>
        {item !== null && item.kicker !== '' && <span className={styles.kicker}>{item.kicker}</span>}
        <span className={classes(carryable.headline, styles.headline)}>{shownTitle}</span>
        <span className={carryable.meta} title={fullTimeOf(card, words)}>
          {card.story !== null && <CorrectionMark articleId={card.story.articleId} />}{' '}
          {metaOf(card, words, now, sectionName)}
        </span>
        {times !== null && <span className={carryable.meta}>{times}</span>}
        <CardWarnings warnings={warnings} />
      </div>
      <span className={styles.tools}>
        {slot !== null && slot.pinnedAt !== null && (
          <span className={styles.mark} title={translate('fronts.card.pinned', { place: slot.pinnedAt })}>
            <Pin size={14} />
            <VisuallyHidden>{translate('fronts.card.pinned', { place: slot.pinnedAt })}</VisuallyHidden>
          </span>
        )}
        {slot?.locked === true && (
          <span className={styles.mark} title={translate('fronts.card.locked')}>
            <Lock size={14} />
            <VisuallyHidden>{translate('fronts.card.locked')}</VisuallyHidden>
          </span>
        )}
        {(pointed || isCurrent) && <CardMenu card={card} collectionId={collectionId} title={title} />}
        <button
          ref={grip}
          type="button"
          data-grip
          className={carryable.grip}
          tabIndex={takesKeys ? 0 : -1}
          aria-label={chosen ? translate('fronts.card.chosen', { name }) : name}
          onFocus={() => {
            if (choice.get().current !== key) choice.set({ ...choice.get(), current: key });
          }}
          // Enter; a click of the pointer chooses the card.
          onClick={(event) => event.detail === 0 && edit()}
        >
          <GripVertical size={16} />
        </button>
      </span>
    </li>
  );
});

function CardPicture({ card, large }: { card: BoardCard; large: boolean }): ReactElement {
  const { slot, story, item } = card;
  const Icon = { link: Link2, block: TextQuote, article: null }[slot?.content.kind ?? 'article'];
  const mediaId = item === null ? (story?.picture?.mediaId ?? null) : (item.picture?.mediaId ?? null);
  if (Icon !== null && mediaId === null) {
    return (
      <span className={styles.kind} aria-hidden>
        <Icon size={16} />
      </span>
    );
  }
  return <StoryPicture mediaId={mediaId} size={large ? 'large' : 'small'} />;
}
