import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { PopularitySource, PopularityState } from '../../../../shared/contract/fronts.ts';
import { formatRelativeTime } from '../../../../shared/domain/indonesian-dates.ts';
import { isMessageKey } from '../../../../shared/i18n/translate.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useLocale, useTranslate, type Translate } from '../../../i18n.ts';
import { useRefusal } from '../../../people.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, Input, Select, Switch } from '../../../ui/Field.tsx';
import { LoadingPane } from '../../../ui/Loading.tsx';
import { RefusalNote } from '../../../ui/RefusalNote.tsx';
import { useNow } from '../../../ui/use-now.ts';
import styles from '../slot/slot.module.css';

const KINDS = ['hand', 'wordpress-route', 'wordpress-comments', 'address'] as const;
const MOST_HOURS = 720;

/** Where the figures of what is read most come from, and how good they are now. */
export function FiguresDialog({ onClose }: { onClose: () => void }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const { data, isError } = useQuery(queries.fronts.popularity.get.queryOptions());
  if (data !== undefined) return <FiguresForm state={data} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={translate('fronts.figures.title')}>
      {isError ? <p role="alert">{translate('fronts.figures.failed')}</p> : <LoadingPane />}
    </Dialog>
  );
}

function FiguresForm({ state, onClose }: { state: PopularityState; onClose: () => void }): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const refusal = useRefusal('publish');
  const targets = (useQuery(queries.publishing.targets.list.queryOptions()).data ?? []).filter(
    ({ configuration }) => configuration.kind === 'wordpress',
  );
  const [source, setSource] = useState<PopularitySource>(state.source);
  const [windowHours, setWindowHours] = useState(state.windowHours);

  function keep(next: PopularityState): void {
    queryClient.setQueryData(queries.fronts.popularity.get.queryKey(), next);
  }
  const change = useMutation({
    mutationFn: () => client.fronts.popularity.change({ source, windowHours }),
    onSuccess(next) {
      keep(next);
      onClose();
    },
  });
  const refresh = useMutation({ mutationFn: () => client.fronts.popularity.refresh(), onSuccess: keep });
  const failed = change.error ?? refresh.error;
  const failure = failed === null ? null : errorMessage(failed);
  const complete = isComplete(source);

  function choose(kind: string): void {
    const targetId = targets[0]?.id ?? '';
    if (kind === 'wordpress-route') setSource({ kind, targetId, route: '' });
    else if (kind === 'wordpress-comments') setSource({ kind, targetId });
    else if (kind === 'address') setSource({ kind, url: '', allowPrivateAddress: false });
    else setSource({ kind: 'hand' });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={translate('fronts.figures.title')}
      description={translate('fronts.figures.text')}
      footer={
        <>
          {failure !== null && (
            <p className={styles.error} role="alert">
              {translate(failure.key, failure.parameters)}
            </p>
          )}
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button
            type="submit"
            form="figures-form"
            look="primary"
            busy={change.isPending}
            disabled={!complete || refusal !== null}
            aria-describedby={refusal === null ? undefined : 'figures-refusal'}
          >
            {translate('fronts.slot.save')}
          </Button>
        </>
      }
    >
      <form
        id="figures-form"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (complete && refusal === null) change.mutate();
        }}
      >
        {refusal !== null && <RefusalNote id="figures-refusal">{refusal}</RefusalNote>}
        <div className={styles.pair}>
          <Field label={translate('fronts.figures.source')}>
            {(control) => (
              <Select {...control} value={source.kind} onChange={(event) => choose(event.target.value)}>
                {KINDS.filter((kind) => targets.length > 0 || !kind.startsWith('wordpress')).map((kind) => (
                  <option key={kind} value={kind}>
                    {translate(`fronts.figures.source.${kind}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={translate('fronts.figures.window')} hint={translate('fronts.figures.window.hint')}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={1}
                max={MOST_HOURS}
                value={windowHours}
                onChange={({ target: { valueAsNumber } }) =>
                  setWindowHours(Math.max(1, Math.min(MOST_HOURS, Math.round(valueAsNumber) || 1)))
                }
              />
            )}
          </Field>
        </div>
        {'targetId' in source && (
          <Field label={translate('fronts.figures.site')}>
            {(control) => (
              <Select
                {...control}
                value={source.targetId}
                onChange={(event) => setSource({ ...source, targetId: event.target.value })}
              >
                {targets.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {source.kind === 'wordpress-route' && (
          <Field label={translate('fronts.figures.route')} hint={translate('fronts.figures.route.hint')}>
            {(control) => (
              <Input
                {...control}
                value={source.route}
                placeholder="plugin/v1/popular"
                onChange={(event) => setSource({ ...source, route: event.target.value })}
              />
            )}
          </Field>
        )}
        {source.kind === 'address' && (
          <Field label={translate('fronts.slot.url')} hint={translate('fronts.figures.address.hint')}>
            {(control) => (
              <Input
                {...control}
                type="url"
                value={source.url}
                placeholder="https://"
                onChange={(event) => setSource({ ...source, url: event.target.value })}
              />
            )}
          </Field>
        )}
        {source.kind === 'address' && (
          <Switch
            label={translate('fronts.figures.private')}
            hint={translate('fronts.figures.private.hint')}
            checked={source.allowPrivateAddress}
            onChange={(allowPrivateAddress) => setSource({ ...source, allowPrivateAddress })}
          />
        )}
        <FiguresNow state={state} busy={refresh.isPending} onRefresh={() => refresh.mutate()} />
      </form>
    </Dialog>
  );
}

function isComplete(source: PopularitySource): boolean {
  if (source.kind === 'address') return /^https?:$/.test(URL.parse(source.url)?.protocol ?? '');
  if (source.kind === 'wordpress-route') return source.route.trim() !== '' && source.targetId !== '';
  return source.kind !== 'wordpress-comments' || source.targetId !== '';
}

function whyNothing({ error }: PopularityState, translate: Translate): string | null {
  if (error === null) return null;
  const key = `fronts.figures.error.${error.code}`;
  return isMessageKey(key)
    ? translate(key, { detail: error.detail })
    : translate('fronts.figures.error', { detail: error.detail });
}

/** How old the figures are, how many, and why there are no newer ones. */
function FiguresNow({
  state,
  busy,
  onRefresh,
}: {
  state: PopularityState;
  busy: boolean;
  onRefresh: () => void;
}): ReactElement | null {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  if (state.source.kind === 'hand') return null;
  const { fetchedAt, rows } = state.popularity;
  const why = whyNothing(state, translate);
  return (
    <div className={styles.figures} role="status">
      <div>
        <p>
          {fetchedAt === null
            ? translate('fronts.figures.never')
            : translate('fronts.figures.now', {
                age: formatRelativeTime(Date.parse(fetchedAt), now, language, offsetMinutes),
                count: rows.length,
                passedOver: state.passedOver,
              })}
        </p>
        {why !== null && <p className={styles.error}>{why}</p>}
      </div>
      <Button size="small" icon={RefreshCw} busy={busy} onClick={onRefresh}>
        {translate('fronts.figures.refresh')}
      </Button>
    </div>
  );
}
