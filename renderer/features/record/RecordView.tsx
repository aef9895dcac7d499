import { useMutation, useQuery } from '@tanstack/react-query';
import { FileJson, Printer, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { PublicationRecord, RecordedPerson } from '../../../shared/contract/record.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { download } from '../../download.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingPane } from '../../ui/Loading.tsx';
import { PaneHeader } from '../../ui/PaneHeader.tsx';
import { showToast } from '../../ui/toast.ts';
import { RecordedFindings } from './RecordedFindings.tsx';
import { RecordedSources } from './RecordedSources.tsx';
import styles from './RecordView.module.css';

/** One entry of the record as a page: read here, printed, or taken away as a file. */
export function RecordView({ recordId }: { recordId: string }): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const { data: record, error } = useQuery({
    ...queries.record.get.queryOptions({ input: { recordId } }),
    staleTime: Infinity,
  });
  const taking = useMutation({
    mutationFn: () => client.record.exportJson({ recordId }),
    onSuccess({ fileName, text }) {
      download(new File([text], fileName, { type: 'application/json' }));
      showToast(translate('export.done', { name: fileName }));
    },
    onError(failure) {
      const { key, parameters } = errorMessage(failure);
      showToast(translate(key, parameters), { tone: 'problem' });
    },
  });
  if (error !== null) {
    const { key, parameters } = errorMessage(error);
    return <EmptyState icon={TriangleAlert} tone="problem" title={translate(key, parameters)} />;
  }
  if (record === undefined) return <LoadingPane />;
  return (
    <>
      <PaneHeader className={styles.tools ?? ''}>
        <span className={styles.sound}>
          {record.intact ? (
            <Badge tone="green" icon={ShieldCheck}>
              {translate('record.intact')}
            </Badge>
          ) : (
            <Badge tone="red" icon={TriangleAlert}>
              {translate('record.changed')}
            </Badge>
          )}
        </span>
        <Button icon={FileJson} busy={taking.isPending} onClick={() => taking.mutate()}>
          {translate('record.export')}
        </Button>
        <Button icon={Printer} onClick={() => window.print()}>
          {translate('record.print')}
        </Button>
      </PaneHeader>
      <div className={styles.body} tabIndex={-1}>
        <RecordPage record={record} />
      </div>
      <PrintedPage>
        <RecordPage record={record} />
      </PrintedPage>
    </>
  );
}

/** What is printed, beside the workstation and not within its panes: only while it is being printed. */
function PrintedPage({ children }: { children: ReactNode }): ReactElement | null {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting ? createPortal(<div className={styles.printed}>{children}</div>, document.body) : null;
}

function RecordPage({ record }: { record: PublicationRecord }): ReactElement {
  const translate = useTranslate();
  const { content, number, hash, previousHash, articleText, intact } = record;
  const { article, publication, people, corrections, despite, zone } = content;
  const at = useRecordedTime(record);
  return (
    <article className={styles.page}>
      <p className={styles.kicker}>
        {translate(`record.kind.${content.kind}`)} · {publication.targetName} ·{' '}
        <time dateTime={content.at}>{at(content.at)}</time>
      </p>
      <h2 className={styles.headline}>{article.headline}</h2>
      {record.isExercise && <p className={styles.note}>{translate('record.exercise')}</p>}
      {!intact && <p className={styles.alarm}>{translate('record.changed.text')}</p>}

      <Part title={translate('record.publication')}>
        <dl className={styles.facts}>
          <Fact name={translate('record.address')}>
            {publication.url === null ? '–' : <a href={publication.url}>{publication.url}</a>}
          </Fact>
          <Fact name={translate('record.firstPublished')}>{at(publication.firstPublishedAt)}</Fact>
          <Fact name={translate('record.revision')}>
            {translate('record.revision.cut', { number: article.revisionId, time: at(article.revisionAt) })}
          </Fact>
          <Fact name={translate('record.credit')}>{article.credit || '–'}</Fact>
          {(['wrote', 'edited', 'approved', 'published'] as const).map((part) => (
            <Fact key={part} name={translate(`record.people.${part}`)}>
              <People people={people[part]} />
            </Fact>
          ))}
          {despite.map((one) => (
            <Fact key={one.at} name={translate('record.despite')}>
              {translate('record.despite.by', {
                count: one.findings,
                person: nameOf(one.person),
                time: at(one.at),
              })}
            </Fact>
          ))}
        </dl>
      </Part>

      <Part title={translate('record.sources')}>
        <RecordedSources record={record} at={at} />
      </Part>
      <Part title={translate('record.findings')}>
        <RecordedFindings findings={content.findings} checked={content.alignment.state} at={at} />
      </Part>
      {corrections.length > 0 && (
        <Part title={translate('record.corrections')}>
          <ul className={styles.list}>
            {corrections.map((one) => (
              <li key={one.correctionId}>
                <span className={styles.quiet}>
                  {at(one.at)} · {nameOf(one.person)}
                </span>
                <p className={styles.words}>{one.text}</p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={translate('record.copy')}>
        <p className={styles.copy}>{articleText}</p>
      </Part>
      <Part title={translate('record.proof')}>
        <dl className={styles.facts}>
          <Fact name={translate('record.place')}>{translate('record.number', { number })}</Fact>
          <Fact name={translate('record.hash')}>
            <code>{hash}</code>
          </Fact>
          <Fact name={translate('record.previousHash')}>
            <code>{previousHash}</code>
          </Fact>
          <Fact name={translate('record.revisionHash')}>
            <code>{article.revisionHash}</code>
          </Fact>
          <Fact name={translate('record.time')}>
            {translate('record.time.zone', { utc: content.at, zone: zone.name })}
          </Fact>
        </dl>
      </Part>
    </article>
  );
}

function nameOf({ name, code }: RecordedPerson): string {
  if (name === '') return code === '' ? '–' : code;
  return code === '' ? name : `${name} (${code})`;
}

function People({ people }: { people: readonly RecordedPerson[] }): ReactElement {
  const translate = useTranslate();
  return <>{people.length === 0 ? translate('record.people.nobody') : people.map(nameOf).join(', ')}</>;
}

/** Times by the newsroom's clock of then, its zone named. */
function useRecordedTime({ content: { zone } }: PublicationRecord): (instant: string) => string {
  const { language } = useLocale();
  return (instant) => formatDateTime(Date.parse(instant), zone.offsetMinutes, language);
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
