import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  startTransition,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ReactElement,
} from 'react';
import type { ArticleListItem } from '../../../../shared/contract/articles.ts';
import { listed } from '../../../../shared/page/commands.ts';
import { afterPaint } from '../../../after-paint.ts';
import { useCommands } from '../../../commands.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useCorrectionMarks } from '../../../corrections/CorrectionMark.tsx';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { usePeople } from '../../../people.ts';
import { usePlacingCommands } from '../../../placing.ts';
import { useNewArticle } from '../../../story-types/use-new-article.ts';
import { Inbox, SendHorizontal } from '../../../ui/icons/icons.ts';
import { showToast } from '../../../ui/toast.ts';
import { SendDialog } from '../assignments/SendDialog.tsx';
import { useAssignments } from '../assignments/use-assignments.ts';
import { useDraftDesk } from '../drafts/use-draft-desk.ts';
import { ArticleRow, ROW_HEIGHT } from './ArticleRow.tsx';
import { ListBody } from './ListBody.tsx';
import { ListHead } from './ListHead.tsx';
import { emptyState, filterOf, FIRST_VIEW, type ListView } from './list-view.ts';
import styles from './list.module.css';

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
  const { tab, section, assignee, query, chosen } = view;
  const deferredQuery = useDeferredValue(query);
  const searchField = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const sections = useQuery(queries.settings.get.queryOptions()).data?.house.sections ?? [];
  const marks = useCorrectionMarks();
  const canSend = usePeople().active.length > 1;
  const [sending, setSending] = useState<ArticleListItem | null>(null);
  const found = useInfiniteQuery(
    queries.articles.list.infiniteOptions({
      input: (cursor: string | null) => ({
        filter: filterOf({ tab, section, assignee, query: deferredQuery }),
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
  const { begin, beginning } = useNewArticle();
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
    // The address first: to write it the browser lays out what has changed, and so far nothing has.
    navigate({ screen: 'articles', articleId });
    desk.show(articleId);
    // Out of sight by then: it need not be drawn anew before the article is there.
    afterPaint(() => startTransition(() => onView({ chosen: articleId })));
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

  const chosenRow = rows[at];
  usePlacingCommands(chosenRow === undefined || tab === 'trash' ? null : chosenRow);

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
      ...listed('articles.untrash'),
      enabled: at >= 0 && tab === 'trash',
      run: () => chosen !== null && untrash.mutate(chosen),
    },
    {
      ...listed('articles.mine'),
      icon: Inbox,
      enabled: canSend,
      run: () => onView({ tab: 'all', assignee: assignee === 'me' ? '' : 'me' }),
    },
    {
      ...listed('articles.send'),
      icon: SendHorizontal,
      enabled: canSend && at >= 0 && tab !== 'trash',
      run: () => setSending(rows[at] ?? null),
    },
    {
      ...listed('articles.find'),
      run: () => searchField.current?.focus(),
    },
  ]);

  return (
    <section className={styles.screen} aria-label={translate('articles.title')} data-article-list>
      <ListHead
        view={view}
        onView={onView}
        searchField={searchField}
        creating={beginning}
        onCreate={begin}
        onLeave={() => list.current?.focus()}
        onFirst={() => choose(0)}
      />
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
                  : emptyState(view)
          }
          onRetry={() => void found.refetch()}
          onClear={() => onView({ ...FIRST_VIEW, chosen })}
          onCreate={() => begin()}
        >
          <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              return row === undefined ? null : (
                <ArticleRow
                  key={item.key}
                  row={row}
                  index={item.index}
                  top={item.start}
                  ref={virtual.measureElement}
                  chosen={row.articleId === chosen}
                  mark={marks[row.articleId]}
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
      {sending !== null && <SendFromList article={sending} onClose={() => setSending(null)} />}
    </section>
  );
}

function sectionName(row: ArticleListItem, sections: readonly { slug: string; name: string }[]): string {
  return sections.find(({ slug }) => slug === row.section)?.name ?? row.section;
}

function SendFromList({ article, onClose }: { article: ArticleListItem; onClose: () => void }): ReactElement {
  const actions = useAssignments(article.articleId);
  return (
    <SendDialog
      start={{ to: null, returning: false }}
      state={article.state}
      actions={actions}
      onClose={onClose}
    />
  );
}
