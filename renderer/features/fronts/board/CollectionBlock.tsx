import { Fragment, memo, type ReactElement } from 'react';
import type { Popularity } from '../../../../shared/contract/fronts.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import {
  ArrowDown,
  ArrowUp,
  ChartNoAxesColumn,
  Ellipsis,
  Link2,
  Rocket,
  RotateCcw,
  Settings2,
  TextQuote,
  Trash2,
} from '../../../ui/icons/icons.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { useFrontDrag } from '../drag/drag-context.ts';
import { useDropIndex } from '../drag/drag-state.ts';
import { boardMarks } from '../drag/board-on-page.ts';
import { useOpenedFront } from '../front-context.ts';
import type { BoardCollection } from '../../../../shared/domain/front/board.ts';
import { collectionWords, figuresWords } from './card-words.ts';
import { DropMarker } from './DropMarker.tsx';
import { SlotCard } from './SlotCard.tsx';
import styles from './CollectionBlock.module.css';

interface CollectionBlockProps {
  shown: BoardCollection;
  /** Its draft is not what readers see. */
  changed: boolean;
  /** The figures of what is read most. */
  figures: Popularity;
  /** The first one of the board: its first card takes the keys before any was touched. */
  first: boolean;
  sectionName: (slug: string) => string;
}

/** A collection of the front: its head, and its cards among which something can be put down. */
export const CollectionBlock = memo(function CollectionBlock({
  shown: { collection, cards },
  changed,
  figures,
  first,
  sectionName,
}: CollectionBlockProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  const { store } = useFrontDrag();
  const { collectionId, title, fill } = collection;
  const dropIndex = useDropIndex(store, collectionId);
  const byReads = fill.by !== 'hand' && fill.rule.kind === 'popular';
  const words = { translate, language, offsetMinutes };
  const sort = byReads ? figuresWords(figures, words, now) : collectionWords(collection, words, sectionName);

  return (
    <section
      className={styles.collection}
      {...{ [boardMarks.collection]: collectionId }}
      aria-labelledby={`collection-${collectionId}`}
    >
      <header className={styles.head}>
        <h2 id={`collection-${collectionId}`} className={styles.title}>
          {title}
        </h2>
        <span className={styles.sort} title={sort}>
          {sort}
        </span>
        {changed && (
          <Badge tone="amber" title={translate('fronts.collection.draft.hint')}>
            {translate('fronts.collection.draft')}
          </Badge>
        )}
        <CollectionMenu shown={{ collection, cards }} changed={changed} />
      </header>
      <ol role="list" className={styles.cards} aria-label={translate('fronts.collection.cards', { title })}>
        {cards.map((card, index) => (
          <Fragment key={card.key}>
            {dropIndex === index && <DropMarker />}
            <SlotCard
              card={card}
              collectionId={collectionId}
              collectionTitle={title}
              index={index}
              first={first && index === 0}
              numbered={byReads}
              sectionName={sectionName}
            />
          </Fragment>
        ))}
        {dropIndex === cards.length && <DropMarker />}
        {cards.length === 0 && dropIndex === null && (
          <li className={styles.empty}>{translate('fronts.collection.empty')}</li>
        )}
      </ol>
    </section>
  );
});

function CollectionMenu({ shown, changed }: { shown: BoardCollection; changed: boolean }): ReactElement {
  const translate = useTranslate();
  const { actions, open, discard } = useOpenedFront();
  const { collection } = shown;
  const { collectionId, title, fill } = collection;
  const byReads = fill.by !== 'hand' && fill.rule.kind === 'popular';
  const label = translate('fronts.collection.menu', { title });
  return (
    <Menu
      align="end"
      label={label}
      entries={[
        {
          label: translate('fronts.collection.settings'),
          icon: Settings2,
          onSelect: () => open({ kind: 'collection', collectionId }),
        },
        ...(byReads
          ? [
              {
                label: translate('fronts.figures.open'),
                icon: ChartNoAxesColumn,
                onSelect: () => open({ kind: 'figures' }),
              },
            ]
          : []),
        {
          label: translate('fronts.collection.addLink'),
          icon: Link2,
          onSelect: () => open({ kind: 'newSlot', collectionId, content: 'link' }),
        },
        {
          label: translate('fronts.collection.addBlock'),
          icon: TextQuote,
          onSelect: () => open({ kind: 'newSlot', collectionId, content: 'block' }),
        },
        'separator',
        {
          label: translate('fronts.collection.up'),
          icon: ArrowUp,
          onSelect: () => actions.moveCollection(collectionId, -1),
        },
        {
          label: translate('fronts.collection.down'),
          icon: ArrowDown,
          onSelect: () => actions.moveCollection(collectionId, 1),
        },
        'separator',
        {
          label: translate('fronts.collection.launch'),
          icon: Rocket,
          disabled: !changed,
          onSelect: () => open({ kind: 'launch', collectionIds: [collectionId] }),
        },
        {
          label: translate('fronts.collection.discard'),
          icon: RotateCcw,
          disabled: !changed,
          onSelect: () => discard([collectionId]),
        },
        {
          label: translate('fronts.collection.remove'),
          icon: Trash2,
          tone: 'danger',
          onSelect: () => actions.removeCollection(collection),
        },
      ]}
      trigger={<IconButton icon={Ellipsis} size="small" label={label} />}
    />
  );
}
