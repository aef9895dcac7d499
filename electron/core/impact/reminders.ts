/** Open entries are told of again while nobody decides: a few times each, whatever a machine that slept has missed. */
import type { News } from '../../../shared/contract/notifications.ts';
import { firstReminderAt, remindersDue } from '../../../shared/domain/decide-reminder.ts';
import type { Clock } from '../providers.ts';
import type { ImpactQueries } from './queries.ts';

/**
 * What is to be told now, in one piece of news for all of them, and notes that it was. `isScheduled`: the article is to go out at
 * a time, or was until it was stopped. Call it inside a transaction; the news is to be told after it.
 */
export function createReminders({
  queries,
  clock,
  isScheduled,
}: {
  queries: Pick<ImpactQueries, 'openSince' | 'setReminders'>;
  clock: Clock;
  isScheduled: (articleId: string) => boolean;
}): () => News[] {
  return () => {
    const now = clock.now();
    const due = queries.openSince(now - firstReminderAt).filter((entry) => {
      const isPressing = entry.state === 'published' || isScheduled(entry.articleId);
      const reminders = remindersDue(now - entry.changedAt, isPressing);
      if (reminders <= entry.reminders) return false;
      queries.setReminders(entry.impactId, reminders);
      return true;
    });
    const [first] = due;
    if (first === undefined) return [];
    const { impactId, headline } = first;
    return [{ kind: 'impact-waiting', impactId, headline, articles: due.length }];
  };
}
