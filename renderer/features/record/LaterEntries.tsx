import type { ReactElement } from 'react';
import type { PublicationRecord, RecordSummary } from '../../../shared/contract/record.ts';
import { useTranslate } from '../../i18n.ts';
import { routeHref } from '../../navigation.ts';
import { useActionWords } from './record-words.ts';
import styles from './RecordView.module.css';

/** What became of it at the same place after this entry: updates, corrections, that it was taken down. Not part of the entry. */
export function LaterEntries({
  record: { number, content },
  entries,
  at,
}: {
  record: PublicationRecord;
  entries: readonly RecordSummary[];
  at: (instant: string) => string;
}): ReactElement {
  const translate = useTranslate();
  const actionWords = useActionWords();
  const { articleId } = content.article;
  const { targetId, targetName } = content.publication;
  const later = entries
    .filter((entry) => entry.targetId === targetId && entry.number > number)
    .toSorted((one, other) => one.number - other.number);
  if (later.length === 0) {
    return <p className={styles.quiet}>{translate('record.later.none', { place: targetName })}</p>;
  }
  const carried = new Set(content.corrections.map(({ correctionId }) => correctionId));
  return (
    <ul className={styles.list}>
      {later.map((entry) => {
        const filed = entry.corrections.filter(({ correctionId }) => !carried.has(correctionId));
        for (const { correctionId } of filed) carried.add(correctionId);
        const what =
          entry.kind === 'published' ? actionWords(entry.action) : translate(`record.kind.${entry.kind}`);
        return (
          <li key={entry.recordId}>
            <p>
              {at(entry.at)} · {what} ·{' '}
              <a href={routeHref({ screen: 'record', articleId, recordId: entry.recordId })}>
                {translate('record.number', { number: entry.number })}
              </a>
            </p>
            {filed.map(({ correctionId, text }) => (
              <p key={correctionId} className={styles.words}>
                {text}
              </p>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
