import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ImpactDetail } from '../../../shared/contract/impact.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { compareWords } from '../../../shared/document/compare-words.ts';
import { ChangedWords } from '../../compare/ChangedWords.tsx';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { RotateCcw } from '../../ui/icons/icons.ts';
import { showToast } from '../../ui/toast.ts';
import { TellReaders } from './TellReaders.tsx';
import styles from './ImpactDetail.module.css';
import mendStyles from './MendRow.module.css';

/** An entry somebody has decided: who, when and why, what was mended, and whether readers see that yet. `fresh`: decided just now, here. */
export function ClosedEntry({ entry, fresh }: { entry: ImpactDetail; fresh: boolean }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const { language, offsetMinutes } = useLocale();
  const { impactId, state, closed, mended } = entry;

  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }
  const reopen = useMutation(queries.impact.reopen.mutationOptions({ onError: tell }));

  const time = closed === null ? '' : formatDateTime(Date.parse(closed.at), offsetMinutes, language);
  const by = closed?.by ?? null;
  return (
    <>
      <p className={styles.closed}>
        {by !== null && state !== 'open'
          ? translate(`impact.closed.${state}`, { who: by || translate('people.unnamed'), time })
          : translate('impact.closed.itself', { time })}{' '}
        {closed !== null &&
          closed.reason !== '' &&
          translate('impact.closed.reason', { reason: closed.reason })}
      </p>
      {mended.length > 0 && (
        <>
          <h3 className={styles.caption}>{translate('impact.mended')}</h3>
          <ul className={styles.mends}>
            {mended.map(({ before, after }, at) => (
              <li key={at} className={mendStyles.words}>
                <ChangedWords pieces={compareWords(before, after)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {state === 'applied' && mended.length > 0 && entry.liveTargets.length > 0 && (
        <TellReaders entry={entry} fresh={fresh} onError={tell} />
      )}
      {state === 'not-affected' && (
        <div className={styles.actions}>
          <Button icon={RotateCcw} busy={reopen.isPending} onClick={() => reopen.mutate({ impactId })}>
            {translate('impact.reopen')}
          </Button>
        </div>
      )}
    </>
  );
}
