import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { CollectionDifference, Front, Launch } from '../../../../shared/contract/fronts.ts';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { usePeople, useRefusal } from '../../../people.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, TextArea } from '../../../ui/Field.tsx';
import { CalendarClock, Rocket, X } from '../../../ui/icons/icons.ts';
import { Skeleton } from '../../../ui/Loading.tsx';
import { RefusalNote } from '../../../ui/RefusalNote.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useNow } from '../../../ui/use-now.ts';
import { DifferenceList } from './DifferenceList.tsx';
import styles from './LaunchDialog.module.css';

interface LaunchDialogProps {
  front: Front;
  /** Of every collection: whether its draft is what readers see. */
  differences: readonly CollectionDifference[];
  /** Those first chosen; null: all that changed. */
  collectionIds: readonly string[] | null;
  onClose: () => void;
}

/** Shows first what readers would see change; then launches it, now or at a time. */
export function LaunchDialog({
  front,
  differences,
  collectionIds,
  onClose,
}: LaunchDialogProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { client, queries } = useCore();
  const now = useNow();
  const refusal = useRefusal('publish');
  const changed = differences.filter(({ kind }) => kind !== 'same');
  const [left, setLeft] = useState<ReadonlySet<string>>(
    new Set(
      collectionIds === null
        ? []
        : changed.map((each) => each.collectionId).filter((id) => !collectionIds.includes(id)),
    ),
  );
  const [note, setNote] = useState('');
  const [scheduling, setScheduling] = useState(false);
  const [time, setTime] = useState<number | null>(null);
  const when = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone.
  useEffect(() => {
    if (scheduling) when.current?.querySelector('input')?.focus();
  }, [scheduling]);
  // One for as long as the dialog stands: pressing twice launches once.
  const [requestId] = useState(() => crypto.randomUUID());
  const { frontId, name } = front;

  const chosen = changed.map((each) => each.collectionId).filter((id) => !left.has(id));
  const asked = chosen.length === changed.length ? null : chosen;
  const nothing = chosen.length === 0;
  const preview = useQuery({
    ...queries.fronts.launchPreview.queryOptions({ input: { frontId, collectionIds: asked } }),
    enabled: !nothing,
    gcTime: 0,
    staleTime: 0,
  });
  const isPast = time !== null && time <= now;
  const seen = preview.data?.seen ?? null;
  const launch = useMutation({
    mutationFn: () =>
      scheduling && time !== null
        ? client.fronts.scheduleLaunch({
            frontId,
            collectionIds: asked,
            note,
            requestId,
            seen,
            at: new Date(time).toISOString(),
          })
        : client.fronts.launch({ frontId, collectionIds: asked, note, requestId, seen }),
    onSuccess(done) {
      const at = formatDateTime(Date.parse(done.at), offsetMinutes, language);
      showToast(
        done.state === 'scheduled'
          ? translate('fronts.launched.scheduled', { name, time: at })
          : translate('fronts.launched', { name, number: done.number }),
      );
      onClose();
    },
    // The draft is another by now: what changes is shown again first.
    onError: () => void preview.refetch(),
  });
  const failure = launch.error === null ? null : errorMessage(launch.error);

  return (
    <Dialog
      open
      size="large"
      onClose={onClose}
      title={translate('fronts.launch.title', { name })}
      description={translate('fronts.launch.text')}
      footer={
        <>
          {failure !== null && (
            <p className={styles.error} role="alert">
              {translate(failure.key, failure.parameters)}
            </p>
          )}
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          {!scheduling && (
            <Button
              icon={CalendarClock}
              disabled={nothing || refusal !== null}
              onClick={() => setScheduling(true)}
            >
              {translate('fronts.launch.schedule')}
            </Button>
          )}
          <Button
            look="primary"
            icon={scheduling ? CalendarClock : Rocket}
            busy={launch.isPending}
            disabled={
              nothing || seen === null || refusal !== null || (scheduling && (time === null || isPast))
            }
            aria-describedby={refusal === null ? undefined : 'launch-refusal'}
            onClick={() => launch.mutate()}
          >
            {translate(scheduling ? 'fronts.launch.atTime' : 'fronts.launch')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        {refusal !== null && <RefusalNote id="launch-refusal">{refusal}</RefusalNote>}
        {changed.length > 1 && (
          <fieldset className={styles.collections}>
            <legend>{translate('fronts.launch.collections')}</legend>
            {changed.map(({ collectionId, title }) => (
              <label key={collectionId} className={styles.choice}>
                <input
                  type="checkbox"
                  checked={!left.has(collectionId)}
                  onChange={() => {
                    const next = new Set(left);
                    if (!next.delete(collectionId)) next.add(collectionId);
                    setLeft(next);
                  }}
                />
                {title}
              </label>
            ))}
          </fieldset>
        )}
        {scheduling && (
          <div ref={when}>
            <DateTimeField
              label={translate('fronts.launch.time')}
              value={time}
              onChange={setTime}
              earliest={now}
              hint={translate('fronts.launch.time.hint')}
              error={isPast ? translate('error.invalid.time-past') : null}
            />
          </div>
        )}
        <section aria-labelledby="launch-changes" className={styles.changes}>
          <h3 id="launch-changes" className={styles.heading}>
            {translate('fronts.launch.changes')}
          </h3>
          {nothing && (
            <p className={styles.nothing}>
              {translate(changed.length === 0 ? 'fronts.launch.nothing' : 'fronts.launch.choose')}
            </p>
          )}
          {!nothing && preview.isPending && <Skeleton lines={4} />}
          {!nothing && preview.isError && (
            <p className={styles.error} role="alert">
              {translate('fronts.launch.failed')}{' '}
              <Button size="small" onClick={() => void preview.refetch()}>
                {translate('ui.retry')}
              </Button>
            </p>
          )}
          {!nothing && preview.data !== undefined && (
            <DifferenceList differences={preview.data.differences} none={translate('fronts.launch.unseen')} />
          )}
        </section>
        <Field label={translate('fronts.launch.note')}>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              maxLength={2000}
              value={note}
              placeholder={translate('fronts.launch.note.hint')}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <Waiting launches={front.scheduled} />
      </div>
    </Dialog>
  );
}

/** Launches that wait for their time, to be called off. */
function Waiting({ launches }: { launches: readonly Launch[] }): ReactElement | null {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { client } = useCore();
  const { nameOf } = usePeople();
  const refusal = useRefusal('publish');
  const cancel = useMutation({
    mutationFn: (launchId: string) => client.fronts.cancelLaunch({ launchId }),
    onError(error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    },
  });
  if (launches.length === 0) return null;
  return (
    <section className={styles.waiting} aria-labelledby="launches-waiting">
      <h3 id="launches-waiting" className={styles.heading}>
        {translate('fronts.launch.waiting')}
      </h3>
      <ul role="list">
        {launches.map(({ launchId, at, personId, note }) => {
          const time = formatDateTime(Date.parse(at), offsetMinutes, language);
          return (
            <li key={launchId} className={styles.waitingRow}>
              <CalendarClock size={15} />
              <span className={styles.waitingWords}>
                {[time, personId === null ? '' : nameOf(personId), note].filter(Boolean).join(' · ')}
              </span>
              <IconButton
                icon={X}
                size="small"
                disabled={refusal !== null || cancel.isPending}
                label={translate('fronts.launch.cancel', { time })}
                onClick={() => cancel.mutate(launchId)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
