import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { History, Rocket, RotateCcw, TriangleAlert } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Front, Launch } from '../../../../shared/contract/fronts.ts';
import { editTowards } from '../../../../shared/domain/front/edit-towards.ts';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useLocale, useTranslate, type Translate } from '../../../i18n.ts';
import { usePeople, useRefusal } from '../../../people.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Field.tsx';
import { LoadingPane, Skeleton } from '../../../ui/Loading.tsx';
import { RefusalNote } from '../../../ui/RefusalNote.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { showToast } from '../../../ui/toast.ts';
import type { FrontDesk } from '../desk/front-desk.ts';
import { PageFrame } from '../page/PageFrame.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import styles from './HistoryDialog.module.css';

interface HistoryDialogProps {
  front: Front;
  desk: FrontDesk;
  onClose: () => void;
}

/** Every launch of a front: compared with any other state, taken back as the draft, or launched again. */
export function HistoryDialog({ front, desk, onClose }: HistoryDialogProps): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const { frontId, name } = front;
  const [chosenId, setChosen] = useState<string | null>(null);
  const found = useInfiniteQuery(
    queries.fronts.launches.infiniteOptions({
      input: (cursor: string | null) => ({ frontId, cursor, limit: 50 }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.cursor,
    }),
  );
  const launches = found.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const launched = launches.filter(({ state }) => state === 'launched');
  const chosen = launches.find(({ launchId }) => launchId === chosenId) ?? launched[0];

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
          <div className={styles.launches}>
            <ul role="list" aria-label={translate('fronts.history.list')}>
              {launches.map((launch) => (
                <li key={launch.launchId}>
                  <LaunchRow
                    launch={launch}
                    chosen={launch.launchId === chosen?.launchId}
                    isLive={launch.launchId === front.lastLaunch?.launchId}
                    onChoose={() => setChosen(launch.launchId)}
                  />
                </li>
              ))}
            </ul>
            {found.hasNextPage && (
              <Button size="small" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                {translate('fronts.history.more')}
              </Button>
            )}
          </div>
          {chosen !== undefined && (
            <LaunchDetail
              key={chosen.launchId}
              launch={chosen}
              launched={launched}
              front={front}
              desk={desk}
              onClose={onClose}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}

/** `No. 12`, and in words where it was no plain launch. */
function launchName({ number }: Launch, translate: Translate): string {
  return translate('fronts.history.number', { number });
}

function LaunchRow({
  launch,
  chosen,
  isLive,
  onChoose,
}: {
  launch: Launch;
  chosen: boolean;
  isLive: boolean;
  onChoose: () => void;
}): ReactElement {
  const translate = useTranslate();
  const { nameOf } = usePeople();
  const { personId, reason, state, note, at } = launch;
  const who = personId === null ? translate('fronts.history.redaksi') : nameOf(personId);
  return (
    <button
      type="button"
      className={classes(styles.launch, chosen && styles.chosen)}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <span className={styles.launchHead}>
        <span className={styles.number}>{launchName(launch, translate)}</span>
        {isLive && <Badge tone="green">{translate('fronts.history.live')}</Badge>}
        {state !== 'launched' && (
          <Badge tone={state === 'scheduled' ? 'violet' : 'plain'}>
            {translate(`fronts.history.state.${state}`)}
          </Badge>
        )}
        {reason !== 'launch' && <Badge>{translate(`fronts.history.reason.${reason}`)}</Badge>}
        <span className={styles.when}>
          <RelativeTime value={at} short />
        </span>
      </span>
      <span className={styles.who}>{who}</span>
      {note !== '' && <span className={styles.note}>“{note}”</span>}
    </button>
  );
}

interface LaunchDetailProps {
  launch: Launch;
  launched: readonly Launch[];
  front: Front;
  desk: FrontDesk;
  onClose: () => void;
}

function LaunchDetail({ launch, launched, front, desk, onClose }: LaunchDetailProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { client, queries } = useCore();
  const refusal = useRefusal('publish');
  const [other, setOther] = useState<string>('draft');
  const [look, setLook] = useState<'list' | 'pages'>('list');
  const [requestId] = useState(() => crypto.randomUUID());
  const { launchId, number, at } = launch;
  const { frontId } = front;
  const compared = useQuery({
    ...queries.fronts.compare.queryOptions({ input: { frontId, from: launchId, to: other } }),
    gcTime: 0,
    staleTime: 0,
  });
  const relaunch = useMutation({
    mutationFn: () => client.fronts.relaunch({ launchId, requestId }),
    onSuccess(done) {
      showToast(translate('fronts.history.relaunched', { number, as: done.number }));
      onClose();
    },
    onError: tellFailure,
  });
  const isOut = launch.state === 'launched';

  function tellFailure(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }

  async function restore(): Promise<void> {
    const deed = { key: 'fronts.did.restored', parameters: { number } } as const;
    try {
      const { content } = await client.fronts.launchContent({ launchId });
      const { front: shown } = desk.state.get();
      if (shown !== null) void desk.edit(editTowards(shown.draft, content, null), deed);
      onClose();
    } catch (error) {
      tellFailure(error);
    }
  }

  return (
    <section className={styles.detail} aria-label={launchName(launch, translate)}>
      <p className={styles.time}>
        <time dateTime={at}>{formatDateTime(Date.parse(at), offsetMinutes, language)}</time>
      </p>
      <div className={styles.controls}>
        <label className={styles.compare}>
          {translate('fronts.history.compare')}
          <Select value={other} onChange={(event) => setOther(event.target.value)}>
            <option value="draft">{translate('fronts.history.draft')}</option>
            <option value="live">{translate('fronts.history.now')}</option>
            {launched
              .filter((each) => each.launchId !== launchId)
              .map((each) => (
                <option key={each.launchId} value={each.launchId}>
                  {launchName(each, translate)} ·{' '}
                  {formatDateTime(Date.parse(each.at), offsetMinutes, language)}
                </option>
              ))}
          </Select>
        </label>
        <Tabs
          label={translate('fronts.history.look')}
          look="pill"
          value={look}
          onChange={setLook}
          items={[
            { value: 'list', label: translate('fronts.history.asList') },
            { value: 'pages', label: translate('fronts.history.asPages') },
          ]}
        />
      </div>
      <div className={styles.comparison}>
        {look === 'pages' ? (
          <div className={styles.pages}>
            <PageFrame
              address={`/preview/front/${frontId}/${launchId}`}
              title={launchName(launch, translate)}
              width="phone"
            />
            <PageFrame
              key={other}
              address={`/preview/front/${frontId}/${other}`}
              title={translate('fronts.history.other')}
              width="phone"
            />
          </div>
        ) : (
          <>
            {compared.isPending && <Skeleton lines={5} />}
            {compared.isError && (
              <p role="alert" className={styles.failed}>
                {translate('fronts.launch.failed')}
              </p>
            )}
            {compared.data !== undefined && (
              <DifferenceList differences={compared.data} none={translate('fronts.history.same')} />
            )}
          </>
        )}
      </div>
      {refusal !== null && <RefusalNote id="relaunch-refusal">{refusal}</RefusalNote>}
      <footer className={styles.foot}>
        <Button icon={RotateCcw} disabled={!isOut} onClick={() => void restore()}>
          {translate('fronts.history.restore')}
        </Button>
        <Button
          look="primary"
          icon={Rocket}
          busy={relaunch.isPending}
          disabled={!isOut || refusal !== null}
          aria-describedby={refusal === null ? undefined : 'relaunch-refusal'}
          onClick={() => relaunch.mutate()}
        >
          {translate('fronts.history.relaunch')}
        </Button>
      </footer>
    </section>
  );
}
