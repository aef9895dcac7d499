import type { ReactElement, ReactNode } from 'react';
import type { PublicationRecord, RecordedAlignment } from '../../../shared/contract/record.ts';
import { useTranslate } from '../../i18n.ts';
import styles from './RecordView.module.css';

const KINDS = ['verbatim', 'edited', 'rewritten'] as const;

/** Where the sentences came from, then every source with its words as they were. */
export function RecordedSources({
  record: { content, texts },
  at,
  printed,
}: {
  record: PublicationRecord;
  at: (instant: string) => string;
  printed: boolean;
}): ReactElement {
  const translate = useTranslate();
  const { sources, alignment } = content;
  if (sources.length === 0) return <p className={styles.quiet}>{translate('record.sources.none')}</p>;
  return (
    <>
      {alignment.state === 'unavailable' ? (
        <p className={styles.quiet}>{translate('record.alignment.unavailable')}</p>
      ) : (
        <table className={styles.table}>
          <caption>
            {translate('record.alignment.all', { ...alignment.sentences, all: sum(alignment.sentences) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{translate('record.source')}</th>
              {KINDS.map((kind) => (
                <th key={kind} scope="col">
                  {translate(`record.alignment.${kind}`)}
                </th>
              ))}
              <th scope="col">{translate('record.alignment.used')}</th>
            </tr>
          </thead>
          <tbody>
            {alignment.sources.map(({ sourceId, used, outOf, ...counts }) => (
              <tr key={sourceId}>
                <th scope="row">
                  {sources.find((source) => source.sourceId === sourceId)?.name ?? sourceId}
                </th>
                {KINDS.map((kind) => (
                  <td key={kind}>{counts[kind]}</td>
                ))}
                <td>{translate('record.alignment.outOf', { used, outOf })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sources.map((source) => (
        <details key={source.sourceId} className={styles.source} open={printed || sources.length === 1}>
          <summary>
            <span>{source.name}</span>
            <span className={styles.quiet}>
              {[
                translate(`record.source.${source.kind}`),
                source.sentAt === null ? '' : at(source.sentAt),
                source.creditName,
                source.status === 'usable' ? '' : translate(`record.status.${source.status}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </summary>
          <p className={styles.copy}>
            {texts.find(({ hash }) => hash === source.textHash)?.text || translate('record.source.gone')}
          </p>
          <dl className={styles.proof}>
            {source.headline !== '' && (
              <Proof name={translate('record.source.headline')}>{source.headline}</Proof>
            )}
            {source.address !== null && (
              <Proof name={translate('record.source.address')}>{source.address}</Proof>
            )}
            {typeof source.version === 'string' && (
              <Proof name={translate('record.source.senderVersion')}>{source.version}</Proof>
            )}
            {source.versionId !== null && (
              <Proof name={translate('record.source.version')}>
                {translate('record.source.version.number', { number: source.versionId })}
              </Proof>
            )}
            {source.contentHash !== null && (
              <Proof name={translate('record.source.contentHash')}>
                <code>{source.contentHash}</code>
              </Proof>
            )}
            <Proof name={translate('record.source.textHash')}>
              <code>{source.textHash}</code>
            </Proof>
          </dl>
        </details>
      ))}
    </>
  );
}

function sum({ verbatim, edited, rewritten, new: own }: RecordedAlignment['sentences']): number {
  return verbatim + edited + rewritten + own;
}

function Proof({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
