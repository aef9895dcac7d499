import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Source, SourceConfiguration } from '../../../shared/contract/wire.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage, typedCoreError } from '../../core-client/core-error.ts';
import { hostOf } from '../../document-view/DocumentView.tsx';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Input, Select, Switch } from '../../ui/Field.tsx';
import { changeInboxView } from './inbox-view.ts';
import { configurationOf } from './use-source-actions.ts';
import styles from './SourceDialog.module.css';

interface SourceFormProps {
  kind: 'feed' | 'folder';
  /** The source to change; a new one is added where it is missing. */
  source?: Source;
  onDone: () => void;
}

const INTERVAL_MINUTES = [1, 2, 5, 10, 15, 30, 60, 180, 720];
const ZONES = [
  [420, 'WIB (UTC+7)'],
  [480, 'WITA (UTC+8)'],
  [540, 'WIT (UTC+9)'],
  [0, 'UTC'],
] as const;

function blank(kind: 'feed' | 'folder'): SourceConfiguration {
  return {
    name: '',
    kind,
    address: '',
    creditName: '',
    language: 'id',
    defaultOffsetMinutes: 420,
    intervalSeconds: 300,
    allowPrivateAddress: false,
    allowedUses: { publish: null, archive: null, artificialIntelligence: null },
    paused: false,
  };
}

/** A name for a source that was given none: the host of its feed, the last part of its path. */
function nameFromAddress(kind: 'feed' | 'folder', address: string): string {
  if (kind === 'feed') return hostOf(address) ?? address;
  return address.split(/[\\/]/).findLast((part) => part !== '') ?? address;
}

/** The fields of a source. What the core refuses is told at the field. */
export function SourceForm({ kind, source, onDone }: SourceFormProps): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() => (source === undefined ? blank(kind) : configurationOf(source)));
  const [addressError, setAddressError] = useState<string | null>(null);
  const [otherError, setOtherError] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  function set(change: Partial<SourceConfiguration>): void {
    setDraft((before) => ({ ...before, ...change }));
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setOtherError(null);
    const address = draft.address.trim();
    if (address === '') {
      setAddressError(translate('sources.field.required'));
      return;
    }
    const name = draft.name.trim() === '' ? nameFromAddress(kind, address) : draft.name.trim();
    const configuration = { ...draft, address, name, creditName: draft.creditName.trim() };
    setSaving(true);
    try {
      if (source === undefined) {
        const added = await client.wire.sources.add(configuration);
        // A view of a source that is not in the list yet would be taken for one of a source that is gone.
        await queryClient.invalidateQueries({ queryKey: queries.wire.sources.list.key() });
        changeInboxView({ sourceId: added.id, marked: 'inbox', tab: 'all', query: '' });
      } else {
        await client.wire.sources.change({ id: source.id, configuration });
      }
      onDone();
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      const words = translate(key, parameters);
      if (typedCoreError(error)?.data['field'] === 'address') setAddressError(words);
      else setOtherError(words);
    } finally {
      setSaving(false);
    }
  }

  const minutes = draft.intervalSeconds / 60;
  const intervals = INTERVAL_MINUTES.includes(minutes)
    ? INTERVAL_MINUTES
    : [...INTERVAL_MINUTES, minutes].sort((one, other) => one - other);
  const publish = draft.allowedUses.publish;

  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      <Field
        label={translate(kind === 'feed' ? 'sources.field.feed' : 'sources.field.folder')}
        hint={translate(kind === 'feed' ? 'sources.field.feedHint' : 'sources.field.folderHint')}
        error={addressError}
      >
        {(control) => (
          <Input
            {...control}
            value={draft.address}
            inputMode={kind === 'feed' ? 'url' : 'text'}
            spellCheck={false}
            autoComplete="off"
            placeholder={kind === 'feed' ? 'https://' : ''}
            onChange={(event) => {
              setAddressError(null);
              set({ address: event.target.value });
            }}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={translate('sources.field.name')} hint={translate('sources.field.nameHint')}>
          {(control) => (
            <Input
              {...control}
              value={draft.name}
              placeholder={nameFromAddress(kind, draft.address.trim())}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={translate('sources.field.credit')} hint={translate('sources.field.creditHint')}>
          {(control) => (
            <Input
              {...control}
              value={draft.creditName}
              onChange={(event) => set({ creditName: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className={styles.pair}>
        <Field label={translate('sources.field.language')}>
          {(control) => (
            <Select
              {...control}
              value={draft.language}
              onChange={(event) => set({ language: event.target.value })}
            >
              <option value="id">{translate('sources.language.id')}</option>
              <option value="en">{translate('sources.language.en')}</option>
              {!['id', 'en'].includes(draft.language) && <option>{draft.language}</option>}
            </Select>
          )}
        </Field>
        <Field label={translate('sources.field.publish')}>
          {(control) => (
            <Select
              {...control}
              value={publish === null ? 'unset' : publish ? 'yes' : 'no'}
              onChange={({ target }) =>
                set({
                  allowedUses: {
                    ...draft.allowedUses,
                    publish: target.value === 'unset' ? null : target.value === 'yes',
                  },
                })
              }
            >
              <option value="unset">{translate('sources.field.publish.unset')}</option>
              <option value="yes">{translate('sources.field.publish.yes')}</option>
              <option value="no">{translate('sources.field.publish.no')}</option>
            </Select>
          )}
        </Field>
      </div>
      <div className={styles.pair}>
        {kind === 'feed' && (
          <Field label={translate('sources.field.interval')}>
            {(control) => (
              <Select
                {...control}
                value={minutes}
                onChange={(event) => set({ intervalSeconds: Number(event.target.value) * 60 })}
              >
                {intervals.map((count) => (
                  <option key={count} value={count}>
                    {count < 60
                      ? translate('sources.interval.minutes', { count })
                      : translate('sources.interval.hours', { count: count / 60 })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Field label={translate('sources.field.offset')}>
          {(control) => (
            <Select
              {...control}
              value={draft.defaultOffsetMinutes}
              onChange={(event) => set({ defaultOffsetMinutes: Number(event.target.value) })}
            >
              {ZONES.map(([offset, label]) => (
                <option key={offset} value={offset}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {kind === 'feed' && (
        <Switch
          label={translate('sources.field.private')}
          hint={translate('sources.field.privateHint')}
          checked={draft.allowPrivateAddress}
          onChange={(allowPrivateAddress) => set({ allowPrivateAddress })}
        />
      )}
      {otherError !== null && <p role="alert">{otherError}</p>}
      <div className={styles.buttons}>
        <Button onClick={onDone}>{translate('ui.cancel')}</Button>
        <Button type="submit" look="primary" busy={saving}>
          {translate(source === undefined ? 'sources.add' : 'sources.save')}
        </Button>
      </div>
    </form>
  );
}
