import { useCore } from '../../core-client/core-client.ts';
import type { Source, SourceConfiguration } from '../../../shared/contract/wire-sources.ts';
import { useTranslate } from '../../i18n.ts';
import { showToast } from '../../ui/toast.ts';
import { changeInboxView } from './inbox-view.ts';
import { useTellError } from './use-tell.ts';

/** A source without what only the core knows of it. */
export function configurationOf({
  id: _id,
  state: _state,
  unread: _unread,
  hasSecret: _hasSecret,
  ...configuration
}: Source): SourceConfiguration {
  return configuration;
}

export interface SourceActions {
  checkNow: () => void;
  /** Takes what a server showed for the right one: its key or its certificate; null where nothing is to be decided. */
  trust: { label: string; run: () => void } | null;
  setPaused: (paused: boolean) => void;
  remove: () => void;
}

/** What a person may take on trust, by what was refused. */
const TRUSTED: Partial<Record<string, 'sources.trust.hostKey' | 'sources.trust.certificate'>> = {
  'host-key-changed': 'sources.trust.hostKey',
  certificate: 'sources.trust.certificate',
};

/** What can be done with a source from its menu. The list follows by the core's event. */
export function useSourceActions(source: Source): SourceActions {
  const { client } = useCore();
  const translate = useTranslate();
  const tellError = useTellError();
  const { id, name } = source;
  const { error } = source.state;
  const shown = TRUSTED[error?.code ?? ''];
  const fingerprint = /SHA256:\S+$/.exec(error?.detail ?? '')?.[0];

  function change(configuration: SourceConfiguration): Promise<unknown> {
    return client.wire.sources.change({ id, configuration });
  }

  function setPaused(paused: boolean): void {
    change({ ...configurationOf(source), paused })
      .then(() => showToast(translate(paused ? 'sources.paused' : 'sources.resumed', { name })))
      .catch(tellError);
  }

  return {
    checkNow: () => {
      client.wire.sources
        .checkNow({ id })
        .then(() => showToast(translate('sources.checking', { name })))
        .catch(tellError);
    },
    trust:
      shown === undefined || fingerprint === undefined
        ? null
        : {
            label: translate(shown),
            run: () => {
              client.wire.sources
                .trustServer({ id, fingerprint })
                .then(() => showToast(translate(`${shown}.done`, { name })))
                .catch(tellError);
            },
          },
    setPaused,
    remove: () => {
      client.wire.sources
        .remove({ id })
        .then(() => {
          changeInboxView({ sourceId: null });
          showToast(translate('sources.removed', { name }), {
            action: {
              label: translate('ui.undo'),
              run: () => void change(configurationOf(source)).catch(tellError),
            },
          });
        })
        .catch(tellError);
    },
  };
}
