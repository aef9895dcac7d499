import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Impact } from '../../../shared/contract/impact.ts';
import { listed } from '../../../shared/page/commands.ts';
import { useCommands } from '../../commands.ts';
import { useCore } from '../../core-client/core-client.ts';
import { usePagedRows } from '../../core-client/use-paged-rows.ts';
import { useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CircleCheck, GitPullRequestArrow, TriangleAlert } from '../../ui/icons/icons.ts';
import { ListAndDetail } from '../../ui/ListAndDetail.tsx';
import { LoadingPane } from '../../ui/Loading.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { VirtualListbox } from '../../ui/VirtualListbox.tsx';
import { DetailPane, ListPane, ListPlaceholder } from '../../ui/WorkPanes.tsx';
import { ImpactDetailView } from './ImpactDetail.tsx';
import { ImpactRow, impactRowId } from './ImpactRow.tsx';
import styles from './ImpactScreen.module.css';

type View = 'open' | 'closed';

const ROW_HEIGHT = 84;
const PAGE_ROWS = 100;

/** Articles whose source has changed, and for each what that means for its sentences. */
export function ImpactScreen({ impactId }: { impactId: number | null }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const [view, setView] = useState<View>('open');
  const list = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLElement>(null);
  const found = useInfiniteQuery(
    queries.impact.list.infiniteOptions({
      input: (cursor: string | null) => ({ state: view, cursor, limit: PAGE_ROWS }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ cursor }) => cursor,
    }),
  );
  const open = useQuery(queries.impact.counts.queryOptions()).data?.open ?? 0;
  const { rows, status, more, fetchMore, retry } = usePagedRows(found);
  const index = rows.findIndex((entry) => entry.impactId === impactId);

  function select({ impactId: next }: Impact): void {
    navigate({ screen: 'impact', impactId: next }, { replace: true });
  }

  function step(by: number): void {
    const next = rows[(index === -1 ? 0 : index) + by];
    if (next !== undefined) select(next);
  }

  // The first one is chosen by name: once it is decided it leaves the list, and what came of it is still to be seen.
  const firstId = rows[0]?.impactId;
  useEffect(() => {
    if (impactId === null && firstId !== undefined) {
      navigate({ screen: 'impact', impactId: firstId }, { replace: true });
    }
  }, [impactId, firstId]);

  const ready = rows.length > 0;
  useEffect(() => {
    if (ready && document.activeElement === document.body) list.current?.focus({ preventScroll: true });
  }, [ready]);
  useCommands([
    { ...listed('impact.next'), hidden: true, run: () => step(1) },
    { ...listed('impact.previous'), hidden: true, run: () => step(-1) },
  ]);

  return (
    <ListAndDetail
      name="impact"
      list={
        <ListPane>
          <div className={styles.head}>
            <h1 className={styles.title}>{translate('impact.title')}</h1>
            <Tabs<View>
              label={translate('impact.view')}
              look="pill"
              value={view}
              onChange={setView}
              items={[
                {
                  value: 'open',
                  label: translate('impact.view.open'),
                  aside: open > 0 && <span className={styles.count}>{open}</span>,
                },
                { value: 'closed', label: translate('impact.view.closed') },
              ]}
            />
          </div>
          {status === 'loading' && <LoadingPane />}
          {status !== 'loading' && rows.length === 0 && (
            <EmptyList view={view} failed={status === 'failed'} onRetry={retry} />
          )}
          {ready && (
            <VirtualListbox
              key={view}
              ref={list}
              label={translate('impact.list')}
              rows={rows}
              keyOf={(entry) => entry.impactId}
              elementIdOf={(entry) => impactRowId(entry.impactId)}
              rowHeight={ROW_HEIGHT}
              selectedIndex={index}
              onSelect={select}
              onRead={() => detail.current?.focus()}
              more={more}
              moreLabel={translate('impact.list.more')}
              fetchMore={fetchMore}
              renderRow={(entry, place) => (
                <ImpactRow
                  key={entry.impactId}
                  {...place}
                  entry={entry}
                  current={entry.impactId === impactId}
                  onSelect={select}
                />
              )}
            />
          )}
        </ListPane>
      }
      detail={
        <DetailPane>
          {impactId === null ? (
            <EmptyState icon={GitPullRequestArrow} title={translate('impact.none.title')}>
              {translate('impact.none.text')}
            </EmptyState>
          ) : (
            <ImpactDetailView key={impactId} impactId={impactId} ref={detail} />
          )}
        </DetailPane>
      }
      detailMinWidth={420}
    />
  );
}

function EmptyList({
  view,
  failed,
  onRetry,
}: {
  view: View;
  failed: boolean;
  onRetry: () => void;
}): ReactElement {
  const translate = useTranslate();
  return (
    <ListPlaceholder>
      {failed ? (
        <EmptyState
          icon={TriangleAlert}
          tone="problem"
          title={translate('impact.list.failed')}
          actions={<Button onClick={onRetry}>{translate('ui.retry')}</Button>}
        />
      ) : (
        <EmptyState icon={CircleCheck} title={translate(`impact.empty.${view}.title`)}>
          {translate(`impact.empty.${view}.text`)}
        </EmptyState>
      )}
    </ListPlaceholder>
  );
}
