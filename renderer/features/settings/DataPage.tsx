import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, CircleCheck, Copy, DatabaseBackup, TriangleAlert } from 'lucide-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Backup } from '../../../shared/contract/system.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { isMessageKey } from '../../../shared/i18n/translate.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Loading.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { showToast } from '../../ui/toast.ts';
import { formatMegabytes } from './format-megabytes.ts';
import { SampleSection } from './SampleSection.tsx';
import { Section } from './Section.tsx';
import { useTellError } from './use-tell.ts';
import styles from './DataPage.module.css';

/** Where everything is kept, and its backups. */
export function DataPage(): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const tellError = useTellError();
  const status = useQuery(queries.system.status.queryOptions()).data;

  async function copyFolder(folder: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(folder);
      showToast(translate('settings.data.copied'));
    } catch (error) {
      tellError(error);
    }
  }

  return (
    <>
      {status !== undefined && status.notices.length > 0 && (
        <Section title={translate('settings.data.notices')}>
          <ul role="list" className={styles.notices}>
            {status.notices.map(({ code, detail }) => (
              <Notice key={`${code} ${detail}`} code={code} detail={detail} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={translate('settings.data.folder')}>
        {status === undefined ? (
          <Skeleton lines={3} />
        ) : (
          <dl className={styles.facts}>
            <Fact label={translate('settings.data.folder')}>
              <code className={styles.path}>{status.dataFolder}</code>
              <IconButton
                icon={Copy}
                size="small"
                label={translate('settings.data.copy')}
                onClick={() => void copyFolder(status.dataFolder)}
              />
            </Fact>
            <Fact label={translate('settings.data.archive')}>
              {translate('settings.data.stories', { count: status.wireStories })}
            </Fact>
            <Fact label={translate('settings.data.secrets')}>
              {translate(`settings.data.secrets.${status.secretsKeptBy}`)}
            </Fact>
            <Fact label={translate('settings.data.version')}>{status.version}</Fact>
          </dl>
        )}
      </Section>
      <Backups />
      <SampleSection />
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Notice({ code, detail }: { code: string; detail: string }): ReactElement {
  const translate = useTranslate();
  const key = `settings.notice.${code}`;
  return (
    <li className={styles.notice}>
      <TriangleAlert size={16} strokeWidth={1.9} aria-hidden />
      <span>
        {isMessageKey(key) ? translate(key) : code}
        {detail !== '' && <code>{detail}</code>}
      </span>
    </li>
  );
}

function Backups(): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const tellError = useTellError();
  // No event tells of backups made in between.
  const backups = useQuery({ ...queries.system.backups.queryOptions(), staleTime: 0 });
  const [working, setWorking] = useState(false);

  async function backUp(): Promise<void> {
    setWorking(true);
    try {
      await client.system.backUpNow();
      await queryClient.invalidateQueries({ queryKey: queries.system.backups.key() });
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
      {backups.isPending && <Skeleton lines={3} />}
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
        <ul role="list" className={styles.backups}>
          {rows.map((backup) => (
            <BackupRow key={backup.name} backup={backup} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function BackupRow({ backup }: { backup: Backup }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  return (
    <li className={styles.backup}>
      <Archive size={16} strokeWidth={1.6} aria-hidden />
      <span className={styles.when} title={backup.name}>
        {formatDateTime(Date.parse(backup.createdAt), offsetMinutes, language)}
        <small>
          <RelativeTime value={backup.createdAt} />
        </small>
      </span>
      <span className={styles.size}>
        {translate('settings.data.size', { size: formatMegabytes(backup.bytes, language) })}
      </span>
      <Badge tone={backup.good ? 'green' : 'red'} icon={backup.good ? CircleCheck : TriangleAlert}>
        {translate(backup.good ? 'settings.data.good' : 'settings.data.bad')}
      </Badge>
    </li>
  );
}
