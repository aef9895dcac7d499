import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Activity } from '../../../../shared/contract/activity.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';
import { useTrailWords } from '../../../trail-words.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Footprints } from '../../../ui/icons/icons.ts';
import { Skeleton } from '../../../ui/Loading.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import styles from './trail.module.css';

/** Who did what with the article, newest first. */
export function TrailTab({ articleId }: { articleId: string }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const trail = useQuery(queries.articles.activity.queryOptions({ input: { articleId } }));
  if (trail.isError) return <p className={styles.problem}>{translate('trail.failed')}</p>;
  if (trail.data === undefined) return <Skeleton lines={4} />;
  if (trail.data.length === 0) return <EmptyState icon={Footprints} title={translate('trail.empty')} />;
  return (
    <ol className={styles.trail}>
      {trail.data.map((line) => (
        <TrailLine key={line.activityId} line={line} />
      ))}
    </ol>
  );
}

function TrailLine({ line }: { line: Activity }): ReactElement {
  const translate = useTranslate();
  const { all, nameOf } = usePeople();
  const wordsOf = useTrailWords();
  const { personId, entry, note, at } = line;
  const person = all.find((one) => one.personId === personId);
  return (
    <li className={styles.line}>
      <Avatar name={person?.name ?? ''} id={personId ?? ''} size="small" />
      <div className={styles.words}>
        <div className={styles.head}>
          <strong>{personId === null ? translate('trail.unknown') : nameOf(personId)}</strong>
          <RelativeTime value={at} />
        </div>
        <div>{wordsOf(entry, personId)}</div>
        {note !== '' && <div className={styles.note}>“{note}”</div>}
      </div>
    </li>
  );
}
