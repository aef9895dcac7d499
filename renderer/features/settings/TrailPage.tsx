import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { HouseEntry, HouseLine } from '../../../shared/contract/house-trail.ts';
import { formatDate } from '../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate, type Translate } from '../../i18n.ts';
import { usePeople } from '../../people.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Footprints, TriangleAlert } from '../../ui/icons/icons.ts';
import { Skeleton } from '../../ui/Loading.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from './TrailPage.module.css';

/** Who did what that belongs to no one article, newest first, day by day. */
export function TrailPage(): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const { language, offsetMinutes } = useLocale();
  const trail = useInfiniteQuery(
    queries.people.trail.infiniteOptions({
      input: (cursor: string | null) => ({ cursor }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ cursor }) => cursor,
    }),
  );
  if (trail.isPending) return <Skeleton lines={6} />;
  const lines = (trail.data?.pages ?? []).flatMap((page) => page.lines);
  if (trail.isError && lines.length === 0) {
    return (
      <EmptyState
        icon={TriangleAlert}
        tone="problem"
        title={translate('trail.failed')}
        actions={<Button onClick={() => void trail.refetch()}>{translate('ui.retry')}</Button>}
      />
    );
  }
  if (lines.length === 0) {
    return (
      <EmptyState icon={Footprints} title={translate('houseTrail.empty')}>
        {translate('houseTrail.empty.text')}
      </EmptyState>
    );
  }
  const days = Map.groupBy(lines, ({ at }) => formatDate(Date.parse(at), offsetMinutes, language));
  return (
    <div className={styles.days}>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <h2 className={styles.day}>{day}</h2>
          <ol className={styles.list}>
            {ofDay.map((line) => (
              <TrailLine key={line.lineId} line={line} />
            ))}
          </ol>
        </section>
      ))}
      {trail.hasNextPage && (
        <div>
          <Button busy={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
            {translate('houseTrail.older')}
          </Button>
        </div>
      )}
    </div>
  );
}

function TrailLine({ line: { personId, entry, at } }: { line: HouseLine }): ReactElement {
  const translate = useTranslate();
  const { all, nameOf } = usePeople();
  const person = all.find((one) => one.personId === personId);
  return (
    <li className={styles.line}>
      <Avatar name={person?.name ?? ''} id={personId ?? ''} size="small" />
      <p className={styles.words}>
        <strong>{personId === null ? translate('trail.unknown') : nameOf(personId)}</strong>{' '}
        {entryWords(entry, translate)}
      </p>
      <RelativeTime value={at} />
    </li>
  );
}

/** What was done, to be read on from the person's name. */
function entryWords(entry: HouseEntry, translate: Translate): string {
  switch (entry.kind) {
    case 'person-added':
    case 'person-changed':
    case 'person-left':
    case 'person-returned':
      return translate(`houseTrail.${entry.kind}`, {
        name: entry.name,
        role: translate(`people.role.${entry.role}`),
      });
    case 'sat-down':
      return entry.before === ''
        ? translate('houseTrail.sat-down')
        : translate('houseTrail.sat-down.after', { before: entry.before });
    case 'comments-decided': {
      const { to, count, author } = entry;
      if (count > 1) return translate(`houseTrail.comments.${to}`, { count });
      return translate(`houseTrail.comment.${to}`, { author: author || translate('comments.anonymous') });
    }
    case 'comment-answered':
    case 'complaint-marked':
    case 'complaint-settled':
    case 'complaint-reopened':
    case 'complaint-unmarked':
      return translate(`houseTrail.${entry.kind}`, {
        author: entry.author || translate('comments.anonymous'),
      });
    case 'target-added':
    case 'target-changed':
    case 'target-mapped':
    case 'target-removed':
    case 'source-added':
    case 'source-changed':
    case 'source-paused':
    case 'source-resumed':
    case 'source-removed':
    case 'rule-added':
    case 'rule-changed':
    case 'rule-paused':
    case 'rule-resumed':
    case 'rule-removed':
      return translate(`houseTrail.${entry.kind}`, { name: entry.name });
    case 'backed-up':
    case 'restored':
      return translate(`houseTrail.${entry.kind}`, { backup: entry.backup });
    case 'intake-paused':
    case 'intake-resumed':
    case 'rules-arranged':
    case 'house-changed':
    case 'recovery-settled':
      return translate(`houseTrail.${entry.kind}`);
  }
}
