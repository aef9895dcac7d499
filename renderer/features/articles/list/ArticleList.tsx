import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { FilePlus2, FileText, RadioTower, Search, TriangleAlert } from 'lucide-react';
import { useDeferredValue, useEffect, useEffectEvent, useRef, type ReactElement } from 'react';
import type { ArticleFilter, ArticleListItem, ArticleState } from '../../../../shared/contract/articles.ts';
import { listed } from '../../../../shared/page/commands.ts';
import { commandCaps, useCommands } from '../../../commands.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Input, Select } from '../../../ui/Field.tsx';
import { LoadingPane } from '../../../ui/Loading.tsx';
import { PaneHeader } from '../../../ui/PaneHeader.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useDraftDesk } from '../drafts/use-draft-desk.ts';
import { ArticleRow, ROW_HEIGHT } from './ArticleRow.tsx';
import styles from './list.module.css';

const STATES: readonly ArticleState[] = ['draft', 'submitted', 'ready', 'published'];
type Tab = 'all' | ArticleState | 'trash';

function filterOf(tab: Tab, section: string, query: string): ArticleFilter {
  return {
    states: tab === 'all' || tab === 'trash' ? [] : [tab],
    section: section === '' ? null : section,
    assignee: null,
    query,
    trashed: tab === 'trash',
  };
}

/** What the list was left with; it comes back so after an article. */
export interface ListView {
  tab: Tab;
  section: string;
  query: string;
  chosen: string | null;
}

export const FIRST_VIEW: ListView = { tab: 'all', section: '', query: '', chosen: null };

interface ArticleListProps {
  view: ListView;
  onView: (change: Partial<ListView>) => void;
}

/** All articles, newest first. */
export function ArticleList({ view, onView }: ArticleListProps): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const desk = useDraftDesk();
  const { tab, section, query, chosen } = view;
  const deferredQuery = useDeferredValue(query);
  const searchField = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const sections = useQuery(queries.settings.get.queryOptions()).data?.house.sections ?? [];
  const counts = useQuery(queries.articles.counts.queryOptions()).data;
  const found = useInfiniteQuery(
    queries.articles.list.infiniteOptions({
      input: (cursor: string | null) => ({
        filter: filterOf(tab, section, deferredQuery),
        cursor,
        limit: 100,
      }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.cursor,
      placeholderData: (before) => before,
    }),
  );
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    getItemKey: (index) => rows[index]?.articleId ?? index,
  });
  const lastShown = virtual.getVirtualItems().at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= rows.length - 20) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastShown, rows.length]);

  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }
  function refresh(): void {
    void queryClient.invalidateQueries({ queryKey: queries.articles.list.key() });
    void queryClient.invalidateQueries({ queryKey: queries.articles.counts.key() });
  }
  const create = useMutation({
    mutationFn: () => client.articles.create({}),
    onSuccess: ({ articleId }) => open(articleId),
    onError: tell,
  });
  const untrash = useMutation({
    mutationFn: (articleId: string) => client.articles.untrash({ articleId }),
    onSuccess: refresh,
    onError: tell,
  });
  const trash = useMutation({
    mutationFn: (articleId: string) => client.articles.trash({ articleId }),
    onSuccess: (_nothing, articleId) => {
      refresh();
      const action = { label: translate('ui.undo'), run: () => untrash.mutate(articleId) };
      showToast(translate('articles.trashed'), { action });
    },
    onError: tell,
  });

  function open(articleId: string): void {
    onView({ chosen: articleId });
    navigate({ screen: 'articles', articleId });
  }
  const at = rows.findIndex((row) => row.articleId === chosen);
  function choose(index: number): void {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (row === undefined) return;
    onView({ chosen: row.articleId });
    desk.pointAt(row.articleId);
    virtual.scrollToIndex(rows.indexOf(row));
    list.current?.focus();
  }

  // Back from an article, the keys are with the list again, and the article is in sight.
  const comeBack = useEffectEvent(() => {
    list.current?.focus({ preventScroll: true });
    if (at >= 0) virtual.scrollToIndex(at);
  });
  useEffect(() => {
    comeBack();
  }, []);

  useCommands([
    {
      ...listed('articles.next'),
      hidden: true,
      run: () => choose(at + 1),
    },
    {
      ...listed('articles.previous'),
      hidden: true,
      run: () => choose(at < 0 ? 0 : at - 1),
    },
    {
      ...listed('articles.open'),
      hidden: true,
      enabled: at >= 0 && tab !== 'trash',
      run: () => chosen !== null && open(chosen),
    },
    {
      ...listed('articles.trash'),
      enabled: at >= 0 && tab !== 'trash',
      run: () => {
        if (chosen === null) return;
        onView({ chosen: rows[at + 1]?.articleId ?? rows[at - 1]?.articleId ?? null });
        trash.mutate(chosen);
      },
    },
    {
      ...listed('articles.find'),
      run: () => searchField.current?.focus(),
    },
  ]);

  const filtered = query !== '' || section !== '' || (tab !== 'all' && tab !== 'trash');
  return (
    <section className={styles.screen} aria-label={translate('articles.title')}>
      <PaneHeader className={styles.header ?? ''}>
        <h1 className={styles.title}>{translate('articles.title')}</h1>
        <Tabs<Tab>
          label={translate('articles.states')}
          look="pill"
          value={tab}
          onChange={(next) => onView({ tab: next })}
          items={[
            { value: 'all', label: translate('articles.state.all') },
            ...STATES.map((state) => ({
              value: state,
              label: translate(`articles.state.${state}`),
              aside: counts !== undefined && counts[state] > 0 && (
                <span className={styles.count}>{counts[state]}</span>
              ),
            })),
            { value: 'trash', label: translate('articles.state.trash') },
          ]}
        />
        <span className={styles.spring} />
        <Button look="primary" icon={FilePlus2} busy={create.isPending} onClick={() => create.mutate()}>
          {translate('articles.new')}
        </Button>
      </PaneHeader>
      <div className={styles.filters}>
        <span className={styles.search}>
          <Search size={15} strokeWidth={1.75} aria-hidden />
          <Input
            ref={searchField}
            type="search"
            value={query}
            placeholder={translate('articles.search')}
            aria-label={translate('articles.find')}
            onChange={(event) => onView({ query: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                onView({ query: '' });
                list.current?.focus();
              } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
                event.preventDefault();
                choose(0);
              }
            }}
          />
        </span>
        <Select
          className={styles.section}
          aria-label={translate('articles.section')}
          value={section}
          onChange={(event) => onView({ section: event.target.value })}
        >
          <option value="">{translate('articles.section.all')}</option>
          {sections.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <div
        ref={list}
        className={styles.list}
        role="listbox"
        tabIndex={0}
        aria-label={translate('articles.list')}
        aria-activedescendant={at >= 0 ? `article-${chosen}` : undefined}
      >
        <ListBody
          state={
            found.isError
              ? 'failed'
              : found.isPending
                ? 'loading'
                : rows.length > 0
                  ? 'rows'
                  : tab === 'trash'
                    ? 'trash'
                    : filtered
                      ? 'none'
                      : 'empty'
          }
          onRetry={() => void found.refetch()}
          onClear={() => onView({ ...FIRST_VIEW, chosen })}
          onCreate={() => create.mutate()}
        >
          <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              return row === undefined ? null : (
                <ArticleRow
                  key={item.key}
                  row={row}
                  top={item.start}
                  chosen={row.articleId === chosen}
                  section={sectionName(row, sections)}
                  trashed={tab === 'trash'}
                  onOpen={() => (tab === 'trash' ? onView({ chosen: row.articleId }) : open(row.articleId))}
                  onPoint={() => desk.pointAt(row.articleId)}
                  onTrash={() => trash.mutate(row.articleId)}
                  onUntrash={() => untrash.mutate(row.articleId)}
                />
              );
            })}
          </div>
        </ListBody>
      </div>
    </section>
  );
}

function sectionName(row: ArticleListItem, sections: readonly { slug: string; name: string }[]): string {
  return sections.find(({ slug }) => slug === row.section)?.name ?? row.section;
}

interface ListBodyProps {
  state: 'rows' | 'loading' | 'failed' | 'empty' | 'none' | 'trash';
  onRetry: () => void;
  onClear: () => void;
  onCreate: () => void;
  children: ReactElement;
}

function ListBody({ state, onRetry, onClear, onCreate, children }: ListBodyProps): ReactElement {
  const translate = useTranslate();
  switch (state) {
    case 'rows':
      return children;
    case 'loading':
      return <LoadingPane />;
    case 'failed':
      return (
        <EmptyState
          icon={TriangleAlert}
          tone="problem"
          title={translate('articles.failed.title')}
          actions={<Button onClick={onRetry}>{translate('ui.retry')}</Button>}
        />
      );
    case 'trash':
      return (
        <EmptyState icon={FileText} title={translate('articles.trashEmpty.title')}>
          {translate('articles.trashEmpty.text')}
        </EmptyState>
      );
    case 'none':
      return (
        <EmptyState
          icon={Search}
          title={translate('articles.none.title')}
          actions={<Button onClick={onClear}>{translate('articles.none.clear')}</Button>}
        >
          {translate('articles.none.text')}
        </EmptyState>
      );
    case 'empty':
      return (
        <EmptyState
          icon={FileText}
          title={translate('articles.empty.title')}
          actions={
            <>
              <Button look="primary" icon={FilePlus2} caps={commandCaps('article.new')} onClick={onCreate}>
                {translate('articles.new')}
              </Button>
              <Button icon={RadioTower} onClick={() => navigate({ screen: 'wire', storyId: null })}>
                {translate('articles.empty.wire')}
              </Button>
            </>
          }
        >
          {translate('articles.empty.text')}
        </EmptyState>
      );
  }
}
