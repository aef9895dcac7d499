import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { PopularitySource, PopularityState } from '../../../../shared/contract/fronts.ts';
import { formatRelativeTime } from '../../../../shared/domain/indonesian-dates.ts';
import { isWebAddress } from '../../../../shared/domain/web-address.ts';
import { isMessageKey } from '../../../../shared/i18n/translate.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useLocale, useTranslate, type Translate } from '../../../i18n.ts';
import { useRefusal } from '../../../people.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Switch } from '../../../ui/Field.tsx';
import { NumberField, SelectField, TextField } from '../../../ui/fields.tsx';
import { FieldPair, FormDialog } from '../../../ui/FormDialog.tsx';
import { RefreshCw } from '../../../ui/icons/icons.ts';
import { LoadingPane } from '../../../ui/Loading.tsx';
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

  function choose(kind: PopularitySource['kind']): void {
    const targetId = targets[0]?.id ?? '';
    if (kind === 'wordpress-route') setSource({ kind, targetId, route: '' });
    else if (kind === 'wordpress-comments') setSource({ kind, targetId });
    else if (kind === 'address') setSource({ kind, url: '', allowPrivateAddress: false });
    else setSource({ kind });
  }

  return (
    <FormDialog
      title={translate('fronts.figures.title')}
      description={translate('fronts.figures.text')}
      submit={translate('fronts.slot.save')}
      complete={isComplete(source)}
      busy={change.isPending}
      error={failure === null ? null : translate(failure.key, failure.parameters)}
      refusal={refusal}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <FieldPair>
        <SelectField
          label={translate('fronts.figures.source')}
          value={source.kind}
          choices={KINDS.filter((kind) => targets.length > 0 || !kind.startsWith('wordpress')).map(
            (value) => ({
              value,
              label: translate(`fronts.figures.source.${value}`),
            }),
          )}
          onChange={choose}
        />
        <NumberField
          label={translate('fronts.figures.window')}
          hint={translate('fronts.figures.window.hint')}
          min={1}
          max={MOST_HOURS}
          value={windowHours}
          onChange={setWindowHours}
        />
      </FieldPair>
      {'targetId' in source && (
        <SelectField
          label={translate('fronts.figures.site')}
          value={source.targetId}
          choices={targets.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(targetId) => setSource({ ...source, targetId })}
        />
      )}
      {source.kind === 'wordpress-route' && (
        <TextField
          label={translate('fronts.figures.route')}
          hint={translate('fronts.figures.route.hint')}
          value={source.route}
          placeholder="plugin/v1/popular"
          onChange={(route) => setSource({ ...source, route })}
        />
      )}
      {source.kind === 'address' && (
        <>
          <TextField
            label={translate('fronts.slot.url')}
            hint={translate('fronts.figures.address.hint')}
            type="url"
            value={source.url}
            placeholder="https://"
            onChange={(url) => setSource({ ...source, url })}
          />
          <Switch
            label={translate('fronts.figures.private')}
            hint={translate('fronts.figures.private.hint')}
            checked={source.allowPrivateAddress}
            onChange={(allowPrivateAddress) => setSource({ ...source, allowPrivateAddress })}
          />
        </>
      )}
      <FiguresNow state={state} busy={refresh.isPending} onRefresh={() => refresh.mutate()} />
    </FormDialog>
  );
}

function isComplete(source: PopularitySource): boolean {
  if (source.kind === 'address') return isWebAddress(source.url);
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
