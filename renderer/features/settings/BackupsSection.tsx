import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Backup } from '../../../shared/contract/system.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Archive, DatabaseBackup } from '../../ui/icons/icons.ts';
import { Skeleton } from '../../ui/Loading.tsx';
import { showToast } from '../../ui/toast.ts';
import { BackupFacts } from './BackupFacts.tsx';
import { Section } from './Section.tsx';
import { useRestore } from './use-restore.ts';
import { useTellError } from './use-tell.ts';
import styles from './BackupsSection.module.css';

/** The backups there are, one more at a click, and the way back to each. */
export function BackupsSection(): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const tellError = useTellError();
  const backups = useQuery({ ...queries.system.backups.queryOptions(), staleTime: 0 });
  const [working, setWorking] = useState(false);
  const [asked, setAsked] = useState<Backup | null>(null);

  async function backUp(): Promise<void> {
    setWorking(true);
    try {
      await client.system.backUpNow();
      showToast(translate('settings.data.backedUp'));
    } catch (error) {
      tellError(error);
    } finally {
      setWorking(false);
    }
  }

  const rows = backups.data ?? [];
  return (
    <Section
      title={translate('settings.data.backups')}
      text={translate('settings.data.backupsText')}
      aside={
        <Button icon={DatabaseBackup} busy={working} onClick={() => void backUp()}>
          {translate('settings.data.backUpNow')}
        </Button>
      }
    >
      {backups.isPending && (
        <div aria-label={translate('safety.checking')}>
          <Skeleton lines={3} />
        </div>
      )}
      {backups.isError && rows.length === 0 && (
        <p role="alert" className={styles.none}>
          {translate('settings.data.backupsFailed')}{' '}
          <Button size="small" onClick={() => void backups.refetch()}>
            {translate('ui.retry')}
          </Button>
        </p>
      )}
      {backups.isSuccess && rows.length === 0 && (
        <p className={styles.none}>{translate('settings.data.noBackups')}</p>
      )}
      {rows.length > 0 && (
        <ul role="list" className={styles.backups} aria-label={translate('settings.data.backups')}>
          {rows.map((backup) => (
            <li key={backup.name} className={styles.backup}>
              <Archive size={16} />
              <BackupFacts backup={backup} />
              <Button size="small" disabled={!backup.good} onClick={() => setAsked(backup)}>
                {translate('safety.restore')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asked !== null && <RestoreDialog backup={asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}

/** Says what will happen before it does: everybody's data goes back, and the connection is cut for a moment. */
function RestoreDialog({ backup, onClose }: { backup: Backup; onClose: () => void }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { working, restore } = useRestore();

  async function go(): Promise<void> {
    if (await restore(backup.name)) onClose();
  }

  const time = formatDateTime(Date.parse(backup.createdAt), offsetMinutes, language);
  return (
    <Dialog
      open
      onClose={() => working || onClose()}
      title={translate('safety.restore.title')}
      description={translate('safety.restore.text', { time })}
      footer={
        <>
          <Button disabled={working} onClick={onClose}>
            {translate('ui.cancel')}
          </Button>
          <Button look="primary" busy={working} onClick={() => void go()}>
            {translate(working ? 'safety.restore.working' : 'safety.restore.do')}
          </Button>
        </>
      }
    >
      <div className={styles.backup}>
        <Archive size={16} />
        <BackupFacts backup={backup} />
      </div>
    </Dialog>
  );
}
