import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { Backup, Recovery } from '../../../shared/contract/system.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { TriangleAlert } from '../../ui/icons/icons.ts';
import { Skeleton } from '../../ui/Loading.tsx';
import { BackupFacts } from './BackupFacts.tsx';
import { useRestore } from './use-restore.ts';
import { useTellError } from './use-tell.ts';
import styles from './RecoveryScreen.module.css';

/** What is open now where there was no good backup; a name no backup has. */
const EMPTY = '';

/**
 * `desk.db` was damaged: what happened, where the damaged file is, and the copies to choose from. Lies over everything
 * until somebody has chosen; what is on screen below it stays.
 */
export function RecoveryScreen({ recovery }: { recovery: Recovery }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.screen} role="dialog" aria-modal aria-labelledby={title}>
      <div className={styles.column}>
        <header className={styles.header}>
          <TriangleAlert size={26} />
          <h1 ref={heading} id={title} className={styles.title} tabIndex={-1}>
            {translate('safety.recovery.title')}
          </h1>
        </header>
        <p className={styles.text}>{translate('safety.recovery.text')}</p>
        <dl className={styles.facts}>
          <dt>{translate('safety.recovery.kept')}</dt>
          <dd>
            <code>{recovery.damagedFile}</code>
          </dd>
          <dt>{translate('safety.recovery.found')}</dt>
          <dd>{formatDateTime(Date.parse(recovery.foundAt), offsetMinutes, language)}</dd>
        </dl>
        <Choices recovery={recovery} />
      </div>
    </div>
  );
}

function Choices({ recovery }: { recovery: Recovery }): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const tellError = useTellError();
  const backups = useQuery({ ...queries.system.backups.queryOptions(), staleTime: 0 });
  const { working, restore } = useRestore();
  const [settling, setSettling] = useState(false);
  const opened = recovery.openedBackup ?? EMPTY;
  const [chosen, setChosen] = useState(opened);

  async function go(): Promise<void> {
    if (chosen !== opened) return void (await restore(chosen));
    setSettling(true);
    try {
      await client.system.settleRecovery();
    } catch (error) {
      tellError(error);
    } finally {
      setSettling(false);
    }
  }

  const order = (backup: Backup): number =>
    backup.name === opened ? 0 : backup.name === recovery.salvagedBackup ? 1 : 2;
  const rows = (backups.data ?? []).toSorted((left, right) => order(left) - order(right));
  function noteOn(name: string): string | null {
    if (name === opened) return translate('safety.recovery.offered');
    if (name !== recovery.salvagedBackup) return null;
    const saved = (table: string): number => recovery.salvaged.find((one) => one.name === table)?.saved ?? 0;
    return translate('safety.recovery.salvaged', {
      articles: saved('article'),
      revisions: saved('revision'),
    });
  }

  return (
    <>
      <fieldset className={styles.choices} disabled={working || settling}>
        <legend>{translate('safety.recovery.choices')}</legend>
        {backups.isPending && <Skeleton lines={3} />}
        {backups.isError && (
          <p role="alert" className={styles.after}>
            {translate('safety.recovery.failed')}{' '}
            <Button size="small" onClick={() => void backups.refetch()}>
              {translate('ui.retry')}
            </Button>
          </p>
        )}
        {opened === EMPTY && (
          <Choice value={EMPTY} chosen={chosen} onChoose={setChosen}>
            <span className={styles.empty}>
              {translate('safety.recovery.empty')}
              <small>{translate('safety.recovery.emptyText')}</small>
            </span>
          </Choice>
        )}
        {rows.map((backup) => (
          <Choice
            key={backup.name}
            value={backup.name}
            chosen={chosen}
            disabled={!backup.good}
            onChoose={setChosen}
            note={noteOn(backup.name)}
          >
            <BackupFacts backup={backup} />
          </Choice>
        ))}
      </fieldset>
      <p className={styles.after}>
        {translate('safety.recovery.rest')} {translate('safety.recovery.later')}
      </p>
      <div className={styles.buttons}>
        <Button look="primary" busy={working || settling} onClick={() => void go()}>
          {translate(working ? 'safety.restore.working' : 'safety.recovery.go')}
        </Button>
      </div>
    </>
  );
}

function Choice({
  value,
  chosen,
  onChoose,
  disabled = false,
  note = null,
  children,
}: {
  value: string;
  chosen: string;
  onChoose: (value: string) => void;
  disabled?: boolean;
  note?: string | null;
  children: ReactNode;
}): ReactElement {
  return (
    <label className={styles.choice}>
      <input
        type="radio"
        name="copy"
        value={value}
        checked={value === chosen}
        disabled={disabled}
        onChange={() => onChoose(value)}
      />
      {children}
      {note !== null && <small className={styles.note}>{note}</small>}
    </label>
  );
}
