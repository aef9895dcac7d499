import { useQuery } from '@tanstack/react-query';
import { Footprints } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Activity, ActivityEntry } from '../../../../shared/contract/activity.ts';
import { isMessageKey } from '../../../../shared/i18n/translate.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Skeleton } from '../../../ui/Loading.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useRecipientName } from '../assignments/recipients.ts';
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
  const wordsOf = useEntryWords();
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

function useEntryWords(): (entry: ActivityEntry, personId: string | null) => string {
  const translate = useTranslate();
  const recipientName = useRecipientName();
  return (entry, personId) => {
    switch (entry.kind) {
      case 'state':
        return translate('trail.state', {
          from: translate(`articles.state.${entry.from}`),
          to: translate(`articles.state.${entry.to}`),
        });
      case 'sent': {
        if (entry.to.kind === 'person' && entry.to.personId === personId) return translate('trail.taken');
        return translate(entry.returned ? 'trail.returned' : 'trail.sent', { to: recipientName(entry.to) });
      }
      case 'taken-back':
        return translate('trail.takenBack', { to: recipientName(entry.to) });
      case 'published-despite':
        return translate('trail.published-despite', { count: entry.findings });
      case 'source-added':
      case 'source-removed':
        return translate(`trail.${entry.kind}`, { name: entry.name });
      case 'delivery-asked':
      case 'delivery-again':
      case 'delivery-cancelled': {
        const key = `publishing.action.${entry.action}`;
        const action = isMessageKey(key) ? translate(key) : entry.action;
        return translate(`trail.${entry.kind}`, { action, target: entry.target });
      }
      case 'created':
      case 'named':
      case 'restored':
      case 'mended':
      case 'trashed':
      case 'untrashed':
      case 'done':
      case 'reopened':
      case 'corrected':
      case 'withdrawn':
      case 'reply-linked':
        return translate(`trail.${entry.kind}`);
    }
  };
}
