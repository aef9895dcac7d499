import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { isMessageKey } from '../../../shared/i18n/translate.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Copy, TriangleAlert } from '../../ui/icons/icons.ts';
import { Skeleton } from '../../ui/Loading.tsx';
import { showToast } from '../../ui/toast.ts';
import { BackupsSection } from './BackupsSection.tsx';
import { CheckSection } from './CheckSection.tsx';
import { ExportSection } from './ExportSection.tsx';
import { SampleSection } from './SampleSection.tsx';
import { Section } from './Section.tsx';
import { useTellError } from './use-tell.ts';
import styles from './DataPage.module.css';

/** Where everything is kept, its backups, its check, and the way out with all of it. */
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
      <BackupsSection />
      <CheckSection />
      {status !== undefined && <ExportSection dataFolder={status.dataFolder} />}
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
      <TriangleAlert size={16} />
      <span>
        {isMessageKey(key) ? translate(key) : code}
        {detail !== '' && <code>{detail}</code>}
      </span>
    </li>
  );
}
