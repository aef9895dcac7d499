import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { PostList } from '../../../shared/contract/target-posts.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Input, Select } from '../../ui/Field.tsx';
import { FileDown, FileText, Search, TriangleAlert } from '../../ui/icons/icons.ts';
import { LoadingPane } from '../../ui/Loading.tsx';
import { showToast } from '../../ui/toast.ts';
import { VirtualListbox } from '../../ui/VirtualListbox.tsx';
import { PostRow, postRowId } from './PostRow.tsx';
import styles from './PostsDialog.module.css';

type Post = PostList['rows'][number];

const ROW_HEIGHT = 54;
/** The site is asked once typing pauses. */
const QUIET_MS = 300;

interface PostsDialogProps {
  /** The target to begin with; one that has posts. */
  targetId: string;
  onClose: () => void;
}

/** *Ambil tulisan dari situs*: what stands at a site, searched there, taken in as an article that stays linked to it. */
export function PostsDialog({ targetId: first, onClose }: PostsDialogProps): ReactElement {
  const translate = useTranslate();
  const { queries, client } = useCore();
  const [targetId, setTargetId] = useState(first);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const [busy, setBusy] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(words.trim()), QUIET_MS);
    return () => clearTimeout(timer);
  }, [words]);
  const sites = (useQuery(queries.publishing.targets.list.queryOptions()).data ?? []).filter(
    ({ capabilities }) => capabilities.posts,
  );
  const posts = useInfiniteQuery(
    queries.publishing.posts.list.infiniteOptions({
      input: (page: number) => ({ targetId, query, page }),
      initialPageParam: 1,
      getNextPageParam: ({ more }, pages) => (more ? pages.length + 1 : null),
      staleTime: 15_000,
      retry: false,
    }),
  );
  const rows = useMemo(() => (posts.data?.pages ?? []).flatMap((page) => page.rows), [posts.data]);
  const index = Math.min(chosen, rows.length - 1);
  const post = rows[index];
  const isLinked = post !== undefined && post.articleId !== null;

  async function take({ remoteId, title, articleId: known }: Post): Promise<void> {
    setBusy(true);
    try {
      const articleId = known ?? (await client.publishing.posts.take({ targetId, remoteId })).articleId;
      onClose();
      navigate({ screen: 'articles', articleId });
      if (known === null) {
        const headline = title === '' ? translate('publishing.posts.untitled') : title;
        showToast(translate('publishing.posts.taken', { headline }));
      }
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    } finally {
      setBusy(false);
    }
  }

  /** From the search field the list is worked without leaving it. */
  function onSearchKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') list.current?.focus();
    else if (event.key !== 'Enter' || post === undefined || busy) return;
    else void take(post);
    event.preventDefault();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={translate('publishing.posts.title')}
      description={translate('publishing.posts.text')}
      footer={
        <>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button
            look="primary"
            icon={isLinked ? FileText : FileDown}
            busy={busy}
            disabled={post === undefined}
            onClick={() => post !== undefined && void take(post)}
          >
            {translate(isLinked ? 'publishing.posts.goTo' : 'publishing.posts.take')}
          </Button>
        </>
      }
    >
      <div className={styles.head}>
        <Input
          type="search"
          aria-label={translate('publishing.posts.search')}
          placeholder={translate('publishing.posts.search')}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onSearchKey}
        />
        {sites.length > 1 && (
          <div className={styles.site}>
            <Select
              aria-label={translate('publishing.posts.site')}
              value={targetId}
              onChange={(event) => {
                setTargetId(event.target.value);
                setChosen(0);
              }}
            >
              {sites.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </div>
        )}
      </div>
      <div className={styles.list} aria-busy={posts.isFetching}>
        {posts.isPending && <LoadingPane />}
        {posts.isError && rows.length === 0 && (
          <EmptyState
            icon={TriangleAlert}
            tone="problem"
            title={translate(errorMessage(posts.error).key, errorMessage(posts.error).parameters)}
            actions={<Button onClick={() => void posts.refetch()}>{translate('ui.retry')}</Button>}
          />
        )}
        {posts.isSuccess && rows.length === 0 && (
          <EmptyState
            icon={Search}
            title={translate(query === '' ? 'publishing.posts.none' : 'publishing.posts.empty')}
          />
        )}
        {rows.length > 0 && (
          <VirtualListbox
            key={`${targetId} ${query}`}
            ref={list}
            label={translate('publishing.posts.list')}
            rows={rows}
            keyOf={({ remoteId }) => remoteId}
            elementIdOf={({ remoteId }) => postRowId(remoteId)}
            rowHeight={ROW_HEIGHT}
            selectedIndex={index}
            onSelect={(row) => setChosen(rows.indexOf(row))}
            onRead={() => post !== undefined && !busy && void take(post)}
            more={posts.hasNextPage}
            moreLabel={translate('publishing.posts.more')}
            fetchMore={() => {
              if (!posts.isFetchingNextPage) void posts.fetchNextPage();
            }}
            renderRow={(row, place) => (
              <PostRow
                key={row.remoteId}
                {...place}
                post={row}
                selected={row === post}
                onSelect={() => setChosen(place.index)}
                onTake={() => void take(row)}
              />
            )}
          />
        )}
      </div>
    </Dialog>
  );
}
