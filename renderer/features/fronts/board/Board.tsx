import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Popularity } from '../../../../shared/contract/fronts.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LayoutDashboard, Plus } from '../../../ui/icons/icons.ts';
import { boardMarks, nextGrip } from '../drag/board-on-page.ts';
import type { Direction } from '../drag/places.ts';
import { useOpenedFront } from '../front-context.ts';
import { useSectionName } from '../../../section-name.ts';
import type { Board as BoardContent, BoardCollection } from '../../../../shared/domain/front/board.ts';
import { CollectionBlock } from './CollectionBlock.tsx';
import styles from './Board.module.css';

/** From this width in pixels on what stands beside every page stands in a column of its own here too. */
const TWO_COLUMNS = 500;

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

interface BoardProps {
  board: BoardContent;
  /** Ids of collections whose draft is not what readers see. */
  changed: ReadonlySet<string>;
  figures: Popularity;
}

/** The front as editable cards, its collections in columns as the page has them. */
export const Board = memo(function Board({ board, changed, figures }: BoardProps): ReactElement {
  const translate = useTranslate();
  const sectionName = useSectionName();
  const { inHand, open } = useOpenedFront();
  const addCollection = (): void => open({ kind: 'newCollection' });
  const root = useRef<HTMLDivElement>(null);
  const wide = useWiderThan(root, TWO_COLUMNS);
  const columns = useMemo(() => columnsOf(board.collections, wide), [board.collections, wide]);
  const firstId = columns[0]?.[0]?.collection.collectionId;

  function walk(event: KeyboardEvent): void {
    const direction = ARROWS[event.key];
    // While something is carried the arrows move that.
    if (direction === undefined || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey)
      return;
    if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-grip')) return;
    event.preventDefault();
    nextGrip(event.target, direction)?.focus();
  }

  return (
    // The grips are buttons; the arrows are a short cut between them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={root} className={styles.board} onKeyDown={walk} onFocus={() => inHand.set('board')}>
      {board.collections.length === 0 ? (
        <EmptyState
          icon={LayoutDashboard}
          title={translate('fronts.empty.title')}
          actions={
            <Button look="primary" icon={Plus} onClick={addCollection}>
              {translate('fronts.collection.add')}
            </Button>
          }
        >
          {translate('fronts.empty.text')}
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          {columns.map((column, number) => (
            <div key={number} className={styles.column} {...{ [boardMarks.column]: number }}>
              {column.map((shown) => (
                <CollectionBlock
                  key={shown.collection.collectionId}
                  shown={shown}
                  changed={changed.has(shown.collection.collectionId)}
                  figures={figures}
                  first={shown.collection.collectionId === firstId}
                  sectionName={sectionName}
                />
              ))}
              {number === columns.length - 1 && (
                <Button look="ghost" size="small" icon={Plus} className={styles.add} onClick={addCollection}>
                  {translate('fronts.collection.add')}
                </Button>
              )}
            </div>
          ))}
        </div>
      )}
    </div>
  );
});

/** What stands beside the page in the second column, all else in the first; one column where one would be empty. */
function columnsOf(collections: readonly BoardCollection[], wide: boolean): BoardCollection[][] {
  const { main = [], beside = [] } = Object.groupBy(collections, ({ collection }) =>
    collection.layout === 'sidebar' ? 'beside' : 'main',
  );
  if (!wide || main.length === 0 || beside.length === 0) return [[...main, ...beside]];
  return [main, beside];
}

function useWiderThan(element: React.RefObject<HTMLElement | null>, width: number): boolean {
  const [wider, setWider] = useState(true);
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const observer = new ResizeObserver(() => setWider(watched.clientWidth >= width));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, width]);
  return wider;
}
