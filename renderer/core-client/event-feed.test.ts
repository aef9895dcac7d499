import { describe, expect, it, vi } from 'vitest';
import type { CoreEvent } from '../../shared/contract/events.ts';
import { createEventFeed } from './event-feed.ts';

const settingsChanged: CoreEvent = { type: 'settings.changed' };

/** A stream that gives what is pushed and ends or fails when told. */
function stream() {
  const waiting: CoreEvent[] = [];
  let wake = (): void => undefined;
  let ended = false;
  return {
    push(event: CoreEvent) {
      waiting.push(event);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    async *[Symbol.asyncIterator](): AsyncGenerator<CoreEvent> {
      for (;;) {
        const event = waiting.shift();
        if (event !== undefined) yield event;
        else if (ended) return;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

describe('createEventFeed', () => {
  it('hands events on and counts as connected while the stream stands', async () => {
    const events = stream();
    const feed = createEventFeed(async () => events);
    expect(feed.status()).toBe('connecting');
    const heard: CoreEvent[] = [];
    feed.subscribe((event) => heard.push(event));
    await vi.waitFor(() => expect(feed.status()).toBe('connected'));
    events.push(settingsChanged);
    await vi.waitFor(() => expect(heard).toEqual([settingsChanged]));
    feed.stop();
  });

  it('opens the stream again after a break and says that events may be missing', async () => {
    const streams = [stream(), stream()];
    let opened = 0;
    const feed = createEventFeed(async () => {
      const next = streams[opened];
      opened += 1;
      if (next === undefined) throw new Error('no more');
      return next;
    });
    const statuses: string[] = [];
    let resumed = 0;
    feed.subscribeStatus(() => statuses.push(feed.status()));
    feed.subscribeResumed(() => (resumed += 1));
    await vi.waitFor(() => expect(statuses).toEqual(['connected']));
    expect(resumed).toBe(0);
    streams[0]?.end();
    await vi.waitFor(() => expect(statuses).toEqual(['connected', 'reconnecting', 'connected']));
    expect(resumed).toBe(1);
    const heard: CoreEvent[] = [];
    feed.subscribe((event) => heard.push(event));
    streams[1]?.push(settingsChanged);
    await vi.waitFor(() => expect(heard).toEqual([settingsChanged]));
    feed.stop();
  });

  it('says that the workstation was closed, and is there again should the window be let in anew', async () => {
    const streams = [stream(), stream()];
    let opened = 0;
    let ended = false;
    const feed = createEventFeed(
      async () => {
        if (ended) throw new Error('refused');
        const next = streams[opened];
        opened += 1;
        if (next === undefined) throw new Error('no more');
        return next;
      },
      async () => ended,
    );
    let resumed = 0;
    feed.subscribeResumed(() => (resumed += 1));
    await vi.waitFor(() => expect(feed.status()).toBe('connected'));
    ended = true;
    streams[0]?.end();
    await vi.waitFor(() => expect(feed.status()).toBe('ended'));
    ended = false;
    await vi.waitFor(() => expect(feed.status()).toBe('connected'), { timeout: 5_000 });
    expect(resumed).toBe(1);
    feed.stop();
  });

  it('keeps trying while the core cannot be reached', async () => {
    const events = stream();
    let tries = 0;
    const feed = createEventFeed(async () => {
      tries += 1;
      if (tries < 3) throw new Error('refused');
      return events;
    });
    await vi.waitFor(() => expect(feed.status()).toBe('connected'), { timeout: 5_000 });
    expect(tries).toBe(3);
    feed.stop();
  });
});
