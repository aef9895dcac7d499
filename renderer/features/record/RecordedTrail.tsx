import type { ReactElement } from 'react';
import type { RecordContent } from '../../../shared/contract/record.ts';
import { useTrailWords } from '../../trail-words.ts';
import { nameOf } from './record-words.ts';
import styles from './RecordView.module.css';

/** Who did what with the article until then, the earliest first: who sent it on, who approved it, who asked for it to go out. */
export function RecordedTrail({
  trail,
  at,
}: {
  trail: RecordContent['trail'];
  at: (instant: string) => string;
}): ReactElement {
  const wordsOf = useTrailWords();
  return (
    <ol className={styles.trail}>
      {trail.map(({ at: when, person, entry, note }, index) => (
        // A line has no id of its own, and the entry never changes.
        <li key={index}>
          <time dateTime={when}>{at(when)}</time>
          <span>
            <strong>{nameOf(person)}</strong> · {wordsOf(entry, person.personId)}
            {note !== '' && <> “{note}”</>}
          </span>
        </li>
      ))}
    </ol>
  );
}
