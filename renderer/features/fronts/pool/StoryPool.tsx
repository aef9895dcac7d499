import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef, type KeyboardEvent, type ReactElement, type Ref } from 'react';
import type { FrontContent } from '../../../../shared/contract/front-content.ts';
import type { FrontStory } from '../../../../shared/contract/fronts.ts';
import { useCore } from '../../../core-client/core-client.ts';
import type { PagedRows } from '../../../core-client/use-paged-rows.ts';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { useStore } from '../../../store.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FileText, Search, SearchX, TriangleAlert } from '../../../ui/icons/icons.ts';
import { LoadingPane } from '../../../ui/Loading.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { useOpenedFront } from '../front-context.ts';
import { useSectionName } from '../../../section-name.ts';
import { useShared } from '../use-shared.ts';
import { placesByStory } from './placed-where.ts';
import { PoolRow } from './PoolRow.tsx';
import { changePoolView, poolChoice, poolView, STANDINGS } from './pool-view.ts';
import { usePool } from './use-pool.ts';
import styles from './StoryPool.module.css';

const ROW_HEIGHT = 76;
const FETCH_AHEAD_ROWS = 12;

interface StoryPoolProps {
  /** The front that is open: what is placed on it shows at once. */
  frontId: string;
  draft: FrontContent;
  searchRef: Ref<HTMLInputElement>;
}

/** The stories that can be placed: published, scheduled, ready; with where they stand already. */
export const StoryPool = memo(function StoryPool({
  frontId,
  draft,
  searchRef,
}: StoryPoolProps): ReactElement {
  const translate = useTranslate();
  const view = useStore(poolView);
  const pool = usePool(view);
  return (
    <section className={styles.pool} aria-label={translate('fronts.pool')}>
      <header className={styles.head}>
        <div className={styles.search}>
          <Search size={16} />
          <input
            ref={searchRef}
            type="search"
            value={view.query}
            aria-label={translate('fronts.pool.search')}
            placeholder={translate('fronts.pool.search')}
            onChange={(event) => changePoolView({ query: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && view.query !== '') {
                event.preventDefault();
                changePoolView({ query: '' });
              }
            }}
          />
        </div>
        <div className={styles.filters}>
          <Tabs
            label={translate('fronts.pool.filter')}
            look="pill"
            value={view.standing}
            onChange={(standing) => changePoolView({ standing })}
            items={STANDINGS.map((standing) => ({
              value: standing,
              label: translate(`fronts.pool.${standing}`),
            }))}
          />
          <SectionFilter />
        </div>
      </header>
      <PoolBody pool={pool} />
      {pool.status === 'ready' && pool.rows.length > 0 && (
        <PoolList key={`${view.standing} ${view.section}`} {...{ frontId, draft, pool }} />
      )}
    </section>
  );
});

function SectionFilter(): ReactElement | null {
  const translate = useTranslate();
  const { queries } = useCore();
  const view = useStore(poolView);
  const sections = useQuery(queries.settings.get.queryOptions()).data?.house.sections ?? [];
  if (sections.length === 0) return null;
  return (
    <select
      className={styles.section}
      aria-label={translate('fronts.pool.section')}
      value={view.section}
      onChange={(event) => changePoolView({ section: event.target.value })}
    >
      <option value="">{translate('fronts.pool.section.all')}</option>
      {sections.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** What stands where there are no stories: that they come, that they could not be fetched, or why there are none. */
function PoolBody({ pool }: { pool: PagedRows<FrontStory> }): ReactElement | null {
  const translate = useTranslate();
  const { standing, section, query } = useStore(poolView);
  if (pool.status === 'loading') return <LoadingPane />;
  if (pool.status === 'failed') {
    return (
      <div className={styles.placeholder}>
        <EmptyState
          icon={TriangleAlert}
          tone="problem"
          title={translate('fronts.pool.failed')}
          actions={<Button onClick={pool.retry}>{translate('ui.retry')}</Button>}
        />
      </div>
    );
  }
  if (pool.rows.length > 0) return null;
  if (query !== '' || section !== '') {
    return (
      <div className={styles.placeholder}>
        <EmptyState
          icon={SearchX}
          title={translate('fronts.pool.none')}
          actions={
            <Button onClick={() => changePoolView({ query: '', section: '' })}>
              {translate('fronts.pool.clear')}
            </Button>
          }
        />
      </div>
    );
  }
  return (
    <div className={styles.placeholder}>
      <EmptyState
        icon={FileText}
        title={translate(`fronts.pool.empty.${standing}`)}
        actions={
          <Button onClick={() => navigate({ screen: 'articles', articleId: null })}>
            {translate('fronts.pool.articles')}
          </Button>
        }
      >
        {translate('fronts.pool.empty.text')}
      </EmptyState>
    </div>
  );
}

interface PoolListProps {
  frontId: string;
  draft: FrontContent;
  pool: PagedRows<FrontStory>;
}

function PoolList({ frontId, draft, pool }: PoolListProps): ReactElement {
  const translate = useTranslate();
  const sectionName = useSectionName();
  const { inHand } = useOpenedFront();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, more, fetchMore } = pool;
  const { queries } = useCore();
  const { data: placements } = useQuery(queries.fronts.placements.queryOptions());
  const places = useMemo(() => placesByStory(frontId, draft, placements ?? []), [frontId, draft, placements]);
  const collections = useShared(
    draft.collections.map(({ collectionId, title }) => ({ collectionId, title })),
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.articleId ?? index,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && lastShown >= rows.length - FETCH_AHEAD_ROWS) fetchMore();
  }, [more, lastShown, rows.length, fetchMore]);

  function walk(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // While a story is carried the arrows move that.
    if (by === undefined || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const { current } = poolChoice.get();
    const at = rows.findIndex(({ articleId }) => articleId === current);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next === undefined) return;
    event.preventDefault();
    const { chosen } = poolChoice.get();
    const grown = [...chosen, ...(current === null ? [] : [current]), next.articleId];
    poolChoice.set({ chosen: event.shiftKey ? new Set(grown) : chosen, current: next.articleId });
    virtualizer.scrollToIndex(rows.indexOf(next));
    // The row may only now be rendered.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-story="${next.articleId}"] [data-grip]`)?.focus(),
    );
  }

  return (
    // The grips are buttons; the arrows are a short cut between them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={scroller} className={styles.scroller} onKeyDown={walk} onFocus={() => inHand.set('pool')}>
      <ul
        role="list"
        className={styles.rows}
        aria-label={translate('fronts.pool.list')}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map((item) => {
          const story = rows[item.index];
          if (story === undefined) return null;
          return (
            <PoolRow
              key={item.key}
              ref={virtualizer.measureElement}
              story={story}
              placed={places.get(story.articleId)?.join(', ') ?? ''}
              index={item.index}
              start={item.start}
              rows={rows}
              collections={collections}
              sectionName={sectionName}
            />
          );
        })}
      </ul>
      {more && <p className={styles.end}>{translate('fronts.pool.more')}</p>}
    </div>
  );
}
