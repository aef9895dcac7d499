import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Front, Launch } from '../../../../shared/contract/fronts.ts';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { editTowards } from '../../../../shared/domain/front/edit-towards.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { useRefusal } from '../../../people.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Field.tsx';
import { Rocket, RotateCcw } from '../../../ui/icons/icons.ts';
import { Skeleton } from '../../../ui/Loading.tsx';
import { RefusalNote } from '../../../ui/RefusalNote.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { showToast } from '../../../ui/toast.ts';
import type { FrontDesk } from '../desk/front-desk.ts';
import { PageFrame } from '../page/PageFrame.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { launchName } from './LaunchList.tsx';
import styles from './HistoryDialog.module.css';

interface LaunchDetailProps {
  launch: Launch;
  /** It was looked for as what stood at this moment, in milliseconds since 1970; null: it was chosen itself. */
  at: number | null;
  /** What it can be compared with. */
  launches: readonly Launch[];
  front: Front;
  desk: FrontDesk;
  onClose: () => void;
}

/** One launch: what differs from any other state, and the ways to take it back. */
export function LaunchDetail({
  launch,
  at,
  launches,
  front,
  desk,
  onClose,
}: LaunchDetailProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { client, queries } = useCore();
  const refusal = useRefusal('publish');
  const [other, setOther] = useState<string>('draft');
  const [look, setLook] = useState<'list' | 'pages'>('list');
  const [requestId] = useState(() => crypto.randomUUID());
  const { launchId, number } = launch;
  const { frontId } = front;
  const name = launchName(launch, translate);
  const fullTime = (epochMs: number): string => formatDateTime(epochMs, offsetMinutes, language);
  const otherLaunch = launches.find((each) => each.launchId === other);
  const otherName = otherLaunch
    ? launchName(otherLaunch, translate)
    : translate(other === 'live' ? 'fronts.history.now' : 'fronts.history.draft');
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
    <section className={styles.detail} aria-label={name}>
      {at !== null && (
        <p className={styles.asked}>{translate('fronts.history.at.title', { time: fullTime(at) })}</p>
      )}
      <p className={styles.time}>
        {name} · <time dateTime={launch.at}>{fullTime(Date.parse(launch.at))}</time>
      </p>
      <div className={styles.controls}>
        <label className={styles.compare}>
          {translate('fronts.history.compare')}
          <Select value={other} onChange={(event) => setOther(event.target.value)}>
            <option value="draft">{translate('fronts.history.draft')}</option>
            <option value="live">{translate('fronts.history.now')}</option>
            {launches
              .filter((each) => each.launchId !== launchId)
              .map((each) => (
                <option key={each.launchId} value={each.launchId}>
                  {launchName(each, translate)} · {fullTime(Date.parse(each.at))}
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
            {[
              { state: launchId, title: name },
              { state: other, title: otherName },
            ].map(({ state, title }) => (
              <figure key={state} className={styles.page}>
                <figcaption>{title}</figcaption>
                <PageFrame address={`/preview/front/${frontId}/${state}`} title={title} width="phone" />
              </figure>
            ))}
          </div>
        ) : (
          <>
            <p className={styles.direction}>
              {translate('fronts.history.direction', { from: name, to: otherName })}
            </p>
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
        <Button icon={RotateCcw} onClick={() => void restore()}>
          {translate('fronts.history.restore')}
        </Button>
        <Button
          look="primary"
          icon={Rocket}
          busy={relaunch.isPending}
          disabled={refusal !== null}
          aria-describedby={refusal === null ? undefined : 'relaunch-refusal'}
          onClick={() => relaunch.mutate()}
        >
          {translate('fronts.history.relaunch')}
        </Button>
      </footer>
    </section>
  );
}
