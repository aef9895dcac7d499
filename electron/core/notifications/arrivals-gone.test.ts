import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Person } from '../../../shared/contract/people.ts';
import { openDeskDatabase, openWireDatabase } from '../database/open.ts';
import { createEventBus } from '../events.ts';
import type { Workplace } from '../workplace.ts';
import type { ToldStory } from './decide-news.ts';
import { createNotificationsService } from './service.ts';

test('of a story that goes as soon as it has come nobody is told afterwards', () => {
  vi.useFakeTimers();
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-notifications-'));
  openWireDatabase(folder).close();
  const database = openDeskDatabase(folder);
  const events = createEventBus((error) => {
    throw error;
  });
  const story: ToldStory & { newestVersionId: number } = {
    storyId: 7,
    newestVersionId: 1,
    sourceName: 'Alfa',
    headline: 'Rumah rusak akibat gempa',
    urgency: 3,
    pubStatus: 'usable',
    embargoed: null,
    read: false,
    articleIds: [],
  };
  const arrived: (typeof story)[] = [];
  const notifications = createNotificationsService({
    database,
    events,
    clock: { now: () => 1 },
    workplace: { currentPerson: () => ({}) as Person } as Workplace,
    newestStories: (limit) => arrived.slice(0, limit),
    deliveriesOf: () => [],
    sentArticle: () => ({ headline: '', assignment: null }),
  });
  onTestFinished(() => {
    notifications.stop();
    database.close();
    rmSync(folder, { recursive: true, force: true });
    vi.useRealTimers();
  });

  const kinds = (): string[] => notifications.list().map(({ news }) => news.kind);
  arrived.push(story);
  events.emit({ type: 'wire.changed' } as Parameters<typeof events.emit>[0]);
  notifications.forget([story.storyId], []);
  // The rows of the wire go a moment later.
  vi.advanceTimersByTime(1_000);
  expect(kinds()).toEqual([]);

  arrived.unshift({ ...story, storyId: 8, newestVersionId: 2 });
  events.emit({ type: 'wire.changed' } as Parameters<typeof events.emit>[0]);
  vi.advanceTimersByTime(1_000);
  expect(kinds()).toEqual(['wire-urgent']);
});
