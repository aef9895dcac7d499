import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Front } from '../../../../shared/contract/fronts.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { History, TriangleAlert } from '../../../ui/icons/icons.ts';
import { LoadingPane } from '../../../ui/Loading.tsx';
import type { FrontDesk } from '../desk/front-desk.ts';
import { AsItStood } from './AsItStood.tsx';
import { LaunchDetail } from './LaunchDetail.tsx';
import { LaunchList } from './LaunchList.tsx';
import styles from './HistoryDialog.module.css';

interface HistoryDialogProps {
  front: Front;
  desk: FrontDesk;
  onClose: () => void;
}

/** Every launch of a front, found by day or clock: compared with any other state, taken back as the draft, or launched again. */
export function HistoryDialog({ front, desk, onClose }: HistoryDialogProps): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const { frontId, name } = front;
  const [chosenId, setChosen] = useState<string | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const found = useInfiniteQuery(
    queries.fronts.launches.infiniteOptions({
      input: (cursor: string | null) => ({ frontId, cursor, limit: 50 }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.cursor,
    }),
  );
  const asItStood = useQuery({
    ...queries.fronts.launchAt.queryOptions({
      input: { frontId, at: new Date(at ?? 0).toISOString() },
    }),
    enabled: at !== null,
  });
  const launches = found.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const chosen =
    at === null
      ? (launches.find(({ launchId }) => launchId === chosenId) ?? launches[0])
      : (asItStood.data ?? undefined);

  return (
    <Dialog open size="wide" onClose={onClose} title={translate('fronts.history.title', { name })}>
      {found.isPending && <LoadingPane />}
      {found.isError && launches.length === 0 && (
        <EmptyState
          icon={TriangleAlert}
          tone="problem"
          title={translate('fronts.history.failed')}
          actions={<Button onClick={() => void found.refetch()}>{translate('ui.retry')}</Button>}
        />
      )}
      {found.isSuccess && launches.length === 0 && (
        <EmptyState icon={History} title={translate('fronts.history.none')}>
          {translate('fronts.history.none.text')}
        </EmptyState>
      )}
      {launches.length > 0 && (
        <div className={styles.history}>
          <div className={styles.side}>
            <AsItStood at={at} problem={problem()} onChange={setAt} />
            <div className={styles.launches}>
              <LaunchList
                launches={launches}
                chosenId={chosen?.launchId ?? null}
                liveId={front.lastLaunch?.launchId ?? null}
                onChoose={(launchId) => {
                  setChosen(launchId);
                  setAt(null);
                }}
              />
              {found.hasNextPage && (
                <Button
                  size="small"
                  busy={found.isFetchingNextPage}
                  onClick={() => void found.fetchNextPage()}
                >
                  {translate('fronts.history.more')}
                </Button>
              )}
            </div>
          </div>
          {chosen !== undefined && (
            <LaunchDetail
              key={chosen.launchId}
              launch={chosen}
              at={at}
              launches={launches}
              front={front}
              desk={desk}
              onClose={onClose}
            />
          )}
        </div>
      )}
    </Dialog>
  );

  function problem(): string | null {
    if (at === null) return null;
    if (asItStood.isError) return translate('fronts.history.at.failed');
    return asItStood.data === null ? translate('fronts.history.at.none') : null;
  }
}
