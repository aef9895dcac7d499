import { useState, type ReactElement } from 'react';
import type { Source } from '../../../shared/contract/wire-sources.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Activity, KeyRound, Pencil, RefreshCw, TriangleAlert } from '../../ui/icons/icons.ts';
import { SourceDetails } from './SourceDetails.tsx';
import { useSourceActions } from './use-source-actions.ts';
import styles from './WireScreen.module.css';

/** Above the list of a source that fails: what is wrong, and what can be done. */
export function SourceTrouble({
  source,
  onEdit,
}: {
  source: Source;
  onEdit: () => void;
}): ReactElement | null {
  const translate = useTranslate();
  const { checkNow, trust } = useSourceActions(source);
  const [detailed, setDetailed] = useState(false);
  const { error } = source.state;
  if (error === null) return null;
  return (
    <div className={styles.trouble} role="status">
      <TriangleAlert size={16} />
      <div>
        <p>{translate(`sources.error.${error.code}.do`, { detail: error.detail })}</p>
        <div className={styles.troubleActions}>
          <Button size="small" icon={RefreshCw} busy={source.state.status === 'working'} onClick={checkNow}>
            {translate('sources.checkNow')}
          </Button>
          <Button size="small" icon={Pencil} onClick={onEdit}>
            {translate('sources.edit')}
          </Button>
          <Button size="small" icon={Activity} onClick={() => setDetailed(true)}>
            {translate('sources.details')}
          </Button>
          {trust !== null && (
            <Button size="small" icon={KeyRound} onClick={trust.run}>
              {trust.label}
            </Button>
          )}
        </div>
      </div>
      {detailed && (
        <SourceDetails
          source={source}
          onClose={() => setDetailed(false)}
          onEdit={() => {
            setDetailed(false);
            onEdit();
          }}
        />
      )}
    </div>
  );
}
