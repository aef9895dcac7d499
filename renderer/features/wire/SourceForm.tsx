import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Source, SourceConfiguration } from '../../../shared/contract/wire-sources.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage, typedCoreError } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { changeInboxView } from './inbox-view.ts';
import { ConnectionFields, type ConnectionErrors } from './source-form/ConnectionFields.tsx';
import { CopyFields, KeepingFields, RightsFields, ScheduleFields } from './source-form/SettlementFields.tsx';
import { blankDraft, draftOf, finished, readHeaders, type PolledKind } from './source-form/source-draft.ts';
import { configurationOf } from './use-source-actions.ts';
import styles from './SourceDialog.module.css';

interface SourceFormProps {
  kind: PolledKind;
  /** The source to change; a new one is added where it is missing. */
  source?: Source;
  onDone: () => void;
}

const PARTS = ['connection', 'copy', 'rights', 'schedule', 'keeping'] as const;
const noErrors: ConnectionErrors = { address: null, headers: null };

/** Everything that is settled about a source. What the core refuses is told at the field. */
export function SourceForm({ kind, source, onDone }: SourceFormProps): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() =>
    source === undefined ? blankDraft(kind) : draftOf(configurationOf(source)),
  );
  const [part, setPart] = useState<(typeof PARTS)[number]>('connection');
  const [errors, setErrors] = useState(noErrors);
  const [otherError, setOtherError] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const { configuration } = draft;

  function set(change: Partial<SourceConfiguration>): void {
    if (change.address !== undefined) setErrors((before) => ({ ...before, address: null }));
    setDraft((before) => ({ ...before, configuration: { ...before.configuration, ...change } }));
  }

  function refuse(found: Partial<ConnectionErrors>): void {
    setErrors({ ...noErrors, ...found });
    setPart('connection');
  }

  async function store(settled: SourceConfiguration, secret: string): Promise<void> {
    const withSecret = secret === '' ? {} : { secret };
    if (source !== undefined) {
      await client.wire.sources.change({ id: source.id, configuration: settled, ...withSecret });
      return;
    }
    const added = await client.wire.sources.add({ ...settled, ...withSecret });
    // A view of a source that is not in the list yet would be taken for one of a source that is gone.
    await queryClient.invalidateQueries({ queryKey: queries.wire.sources.list.key() });
    changeInboxView({ sourceId: added.id, marked: 'inbox', tab: 'all', query: '' });
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setOtherError(null);
    if (configuration.address.trim() === '') return refuse({ address: translate('sources.field.required') });
    const headers = readHeaders(draft.headers);
    if (!headers.ok) {
      return refuse({ headers: translate('sources.field.headersBad', { line: headers.bad }) });
    }
    setSaving(true);
    try {
      await store(finished(draft, headers.headers), draft.secret);
      onDone();
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      const words = translate(key, parameters);
      if (typedCoreError(error)?.data['field'] === 'address') refuse({ address: words });
      else setOtherError(words);
    } finally {
      setSaving(false);
    }
  }

  const settlement = { configuration, onChange: set };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      <Tabs
        label={translate('sources.part.label')}
        className={styles.parts ?? ''}
        value={part}
        onChange={setPart}
        items={PARTS.map((value) => ({ value, label: translate(`sources.part.${value}`) }))}
      >
        <div className={styles.fields}>
          {part === 'connection' && (
            <ConnectionFields
              draft={draft}
              hasSecret={source?.hasSecret ?? false}
              errors={errors}
              onChange={set}
              onDraft={(change) => {
                if (change.headers !== undefined) setErrors((before) => ({ ...before, headers: null }));
                setDraft((before) => ({ ...before, ...change }));
              }}
            />
          )}
          {part === 'copy' && <CopyFields {...settlement} />}
          {part === 'rights' && <RightsFields {...settlement} />}
          {part === 'schedule' && <ScheduleFields {...settlement} />}
          {part === 'keeping' && <KeepingFields {...settlement} />}
        </div>
      </Tabs>
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
