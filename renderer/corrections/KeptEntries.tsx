import type { ReactElement } from 'react';
import type { CorrectionEntry } from '../../shared/contract/corrections.ts';
import { useTranslate } from '../i18n.ts';
import { usePeople } from '../people.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { StillWaiting } from './StillWaiting.tsx';
import styles from './corrections.module.css';

/** What the house has said of the story so far: kept for good. */
export function KeptEntries({
  articleId,
  entries,
}: {
  articleId: string;
  entries: readonly CorrectionEntry[];
}): ReactElement | null {
  const translate = useTranslate();
  const { nameOf } = usePeople();
  if (entries.length === 0) return null;
  return (
    <section className={styles.group} aria-label={translate('corrections.kept')}>
      <h3 className={styles.legend}>{translate('corrections.kept')}</h3>
      <ol className={styles.kept}>
        {entries.map(({ correctionId, at, personId, text }) => (
          <li key={correctionId}>
            <strong>{nameOf(personId)}</strong> <RelativeTime value={at} />
            <br />
            {text}
          </li>
        ))}
      </ol>
      <StillWaiting articleId={articleId} />
    </section>
  );
}
