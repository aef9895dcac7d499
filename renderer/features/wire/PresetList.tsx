import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { SourceConfiguration } from '../../../shared/contract/wire-sources.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Input } from '../../ui/Field.tsx';
import { Check, Plus } from '../../ui/icons/icons.ts';
import { LoadingPane } from '../../ui/Loading.tsx';
import { useTellError } from './use-tell.ts';
import styles from './SourceDialog.module.css';

/** Public channels, added with a click each. */
export function PresetList(): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const tellError = useTellError();
  const presets = useQuery(queries.wire.sources.presets.queryOptions());
  const sources = useQuery(queries.wire.sources.list.queryOptions()).data ?? [];
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState<string | null>(null);
  const there = new Set(sources.map((source) => source.address));
  const words = typed.trim().toLowerCase();
  const offered = (presets.data ?? []).filter((preset) => preset.name.toLowerCase().includes(words));

  async function add(id: string, configuration: SourceConfiguration): Promise<void> {
    setAdding(id);
    try {
      await client.wire.sources.add(configuration);
    } catch (error) {
      tellError(error);
    } finally {
      setAdding(null);
    }
  }

  if (presets.isPending) return <LoadingPane />;
  return (
    <>
      <p className={styles.hint}>{translate('sources.dialog.presetsHint')}</p>
      <Input
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={translate('sources.dialog.presetFilter')}
        aria-label={translate('sources.dialog.presetFilter')}
      />
      <ul role="list" className={styles.presets}>
        {offered.map((preset) => (
          <li key={preset.id} className={styles.preset}>
            <span className={styles.presetName}>
              {preset.name}
              <small>{preset.configuration.address.replace(/^https?:\/\//, '')}</small>
            </span>
            {there.has(preset.configuration.address) ? (
              <span className={styles.there}>
                <Check size={14} />
                {translate('sources.dialog.presetAdded')}
              </span>
            ) : (
              <Button
                size="small"
                icon={Plus}
                busy={adding === preset.id}
                aria-label={`${translate('sources.addThis')}: ${preset.name}`}
                onClick={() => void add(preset.id, preset.configuration)}
              >
                {translate('sources.addThis')}
              </Button>
            )}
          </li>
        ))}
        {offered.length === 0 && <li className={styles.none}>{translate('sources.dialog.presetNone')}</li>}
      </ul>
    </>
  );
}
