import type { ReactElement, ReactNode } from 'react';
import type { PublicationRecord, RecordedPerson, RecordSummary } from '../../../shared/contract/record.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { useNow } from '../../ui/use-now.ts';
import { LaterEntries } from './LaterEntries.tsx';
import { PublicAddress } from './PublicAddress.tsx';
import { RecordedFindings } from './RecordedFindings.tsx';
import { RecordedSources } from './RecordedSources.tsx';
import { RecordedTrail } from './RecordedTrail.tsx';
import { nameOf, useActionWords } from './record-words.ts';
import styles from './RecordView.module.css';

/** Everything an entry says, in the order somebody asks who was not there: what, by whom, from what, on whose word. */
export function RecordPage({
  record,
  entries,
  printed = false,
}: {
  record: PublicationRecord;
  entries: readonly RecordSummary[];
  /** On paper nothing can be unfolded. */
  printed?: boolean;
}): ReactElement {
  const translate = useTranslate();
  const { content, number, hash, previousHash, articleText, intact } = record;
  const { article, publication, people, corrections, despite, zone } = content;
  const at = useRecordedTime(record);
  const actionWords = useActionWords();
  const now = useNow();
  return (
    <article className={styles.page}>
      <p className={styles.kicker}>
        {printed && <>{translate('record.number', { number })} · </>}
        {translate(`record.kind.${content.kind}`)} · {publication.targetName} ·{' '}
        <time dateTime={content.at}>{at(content.at)}</time>
      </p>
      <h2 className={styles.headline}>{article.headline}</h2>
      {content.kind === 'stood-there' && <p className={styles.note}>{translate('record.stoodThere')}</p>}
      {record.isExercise && <p className={styles.note}>{translate('record.exercise')}</p>}
      {!intact && <p className={styles.alarm}>{translate('record.changed.text')}</p>}

      <Part title={translate('record.publication')}>
        <dl className={styles.facts}>
          <Fact name={translate('record.address')}>
            <PublicAddress url={publication.url} path={publication.path} />
          </Fact>
          <Fact name={translate('record.action')}>{actionWords(publication.action)}</Fact>
          <Fact name={translate('record.firstPublished')}>{at(publication.firstPublishedAt)}</Fact>
          <Fact name={translate('record.revision')}>
            {translate(content.kind === 'stood-there' ? 'record.revision.there' : 'record.revision.cut', {
              number: article.revisionId,
              time: at(article.revisionAt),
            })}
          </Fact>
          <Fact name={translate('record.byline')}>{article.byline || '–'}</Fact>
          <Fact name={translate('record.credit')}>{article.credit || '–'}</Fact>
          {(['wrote', 'edited', 'approved', 'published'] as const).map((part) => (
            <Fact key={part} name={translate(`record.people.${part}`)}>
              <People people={people[part]} />
            </Fact>
          ))}
          {sinceBefore(despite, record, entries).map((one) => (
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

      <Part title={translate('record.later')}>
        <LaterEntries record={record} entries={entries} at={at} />
      </Part>
      <Part title={translate('record.sources')}>
        <RecordedSources record={record} at={at} printed={printed} />
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
      <Part title={translate('record.trail')}>
        <RecordedTrail trail={content.trail} at={at} />
      </Part>
      <Part title={translate('record.copy')}>
        <p className={styles.copyHeadline}>{article.headline}</p>
        <p className={styles.copy}>{articleText}</p>
      </Part>
      <Part title={translate('record.proof')}>
        <dl className={styles.facts}>
          <Fact name={translate('record.place')}>{translate('record.number', { number })}</Fact>
          <Fact name={translate('record.standing')}>
            {translate(intact ? 'record.intact' : 'record.changed')}
          </Fact>
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
          {printed && <Fact name={translate('record.printed')}>{at(new Date(now).toISOString())}</Fact>}
        </dl>
      </Part>
    </article>
  );
}

/** Of what somebody said yes to, what concerns this entry: the trail has what was said for those before it. */
function sinceBefore<Line extends { at: string }>(
  lines: readonly Line[],
  { content }: PublicationRecord,
  entries: readonly RecordSummary[],
): Line[] {
  const { previousRecordId } = content.publication;
  const before = entries.find(({ recordId }) => recordId === previousRecordId);
  return lines.filter(({ at }) => before === undefined || at > before.at);
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
