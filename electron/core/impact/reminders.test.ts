import { expect, test } from 'vitest';
import type { OpenSince } from './queries.ts';
import { createReminders } from './reminders.ts';

const hour = 3_600_000;

function open(impactId: number, state: OpenSince['state']): OpenSince {
  return {
    impactId,
    articleId: `article ${impactId}`,
    headline: `Berita ${impactId}`,
    state,
    changedAt: 0,
    reminders: 0,
  };
}

/** Entries whose source changed at 0, on a desk whose clock is moved by hand. */
function deskWith(...entries: OpenSince[]) {
  let now = 0;
  const remind = createReminders({
    queries: {
      openSince: (changedAt) => entries.filter((entry) => entry.changedAt <= changedAt),
      setReminders(impactId, reminders) {
        for (const entry of entries) if (entry.impactId === impactId) entry.reminders = reminders;
      },
    },
    clock: { now: () => now },
    isScheduled: (articleId) => articleId === 'article 3',
  });
  return (at: number) => {
    now = at;
    return remind();
  };
}

test('looked at every five minutes for a month, what readers have is told of four times, a draft twice', () => {
  const remindAt = deskWith(open(1, 'published'), open(2, 'draft'));
  const told: { hours: number; articles: number }[] = [];
  for (let at = 0; at <= 30 * 24 * hour; at += hour / 12) {
    for (const news of remindAt(at)) {
      if (news.kind === 'impact-waiting') told.push({ hours: at / hour, articles: news.articles });
    }
  }
  expect(told).toEqual([
    { hours: 1, articles: 1 },
    { hours: 4, articles: 1 },
    { hours: 24, articles: 2 },
    { hours: 72, articles: 2 },
  ]);
});

test('what a sleeping machine has missed is told once, with the gravest entry', () => {
  const remindAt = deskWith(open(3, 'ready'), open(1, 'published'));
  const told = { kind: 'impact-waiting', impactId: 3, headline: 'Berita 3', articles: 2 };
  expect(remindAt(100 * hour)).toEqual([told]);
  expect(remindAt(101 * hour)).toEqual([]);
});
