import { describe, expect, test } from 'vitest';
import type { Target } from '../../shared/contract/publishing.ts';
import { sourceConfigurationSchema, type Source } from '../../shared/contract/wire-sources.ts';
import { translate } from '../../shared/i18n/translate.ts';
import { decideLateThings, type LateFacts } from './decide-late-things.ts';

const now = Date.parse('2026-03-02T10:00:00+07:00');

const source: Source = {
  ...sourceConfigurationSchema.parse({
    name: 'Antara Politik',
    kind: 'feed',
    address: 'https://kawat.example/rss.xml',
    creditName: 'Ant',
  }),
  id: '0c6d5a8e-4f3b-4d55-9f38-7d2f1a0b9c3e',
  hasSecret: false,
  unread: 0,
  state: {
    status: 'ok',
    lastCheckedAt: '2026-03-02T09:58:00+07:00',
    lastDeliveryAt: '2026-03-02T09:40:00+07:00',
    failingSince: null,
    error: null,
    nextCheckAt: '2026-03-02T10:03:00+07:00',
  },
};

const target = { id: '11111111-4f3b-4d55-9f38-7d2f1a0b9c3e', name: 'Situs', trouble: null } as Target;

function late(facts: Partial<LateFacts>) {
  return decideLateThings(
    { sources: [], targets: [], stopped: [], saves: [], commentSites: [], ...facts },
    now,
    420,
  );
}

function withState(state: Partial<Source['state']>): Source {
  return { ...source, state: { ...source.state, ...state } };
}

describe('what is behind', () => {
  test('nothing, when all is well', () => {
    expect(late({ sources: [source], targets: [target] })).toEqual([]);
  });

  test('a feed that fails: since when, why, what to do, when next', () => {
    const failing = withState({
      status: 'failing',
      failingSince: '2026-03-02T09:00:00+07:00',
      error: { code: 'http-status', detail: '500 https://kawat.example/' },
    });
    const [thing] = late({ sources: [failing] });
    expect(thing).toMatchObject({
      kind: 'source',
      name: 'Antara Politik',
      tone: 'red',
      since: '2026-03-02T09:00:00+07:00',
      nextTryAt: '2026-03-02T10:03:00+07:00',
    });
    expect(translate('id', thing!.reason.key)).toBe('ditolak server');
    expect(translate('id', thing!.advice!.key, thing!.advice!.parameters)).toContain('500');
  });

  test('a paused feed is behind nothing; one that is silent is looked at', () => {
    const error = { code: 'gone', detail: '' } as const;
    expect(late({ sources: [withState({ status: 'paused', error })] })).toEqual([]);
    const silent = withState({ lastDeliveryAt: '2026-03-02T06:00:00+07:00' });
    expect(late({ sources: [silent] })).toMatchObject([
      { tone: 'amber', code: 'silent', since: '2026-03-02T06:00:00+07:00' },
    ]);
  });

  test('a target in trouble waits by itself, or for a person', () => {
    const trouble = {
      since: '2026-03-02T09:30:00+07:00',
      failures: 2,
      error: { code: 'unreachable', detail: '' },
      nextTryAt: '2026-03-02T10:01:00+07:00',
    } as const;
    expect(late({ targets: [{ ...target, trouble }] })).toMatchObject([
      { tone: 'amber', code: 'unreachable' },
    ]);
    expect(late({ targets: [{ ...target, trouble: { ...trouble, nextTryAt: null } }] })).toMatchObject([
      { tone: 'red', nextTryAt: null },
    ]);
  });

  test('deliveries that stopped are told with their target, since the oldest', () => {
    const delivery = { targetId: target.id, state: 'failed' as const, error: null };
    const stopped = [
      { ...delivery, deliveryId: 'b', updatedAt: '2026-03-02T09:50:00.000Z' },
      { ...delivery, deliveryId: 'a', updatedAt: '2026-03-02T08:50:00.000Z' },
    ];
    expect(late({ targets: [target], stopped })).toMatchObject([
      { name: 'Situs', since: '2026-03-02T08:50:00.000Z', reason: { parameters: { count: 2 } } },
    ]);
  });

  test('comments that cannot be read, or whose decisions a site does not take, are told with their site', () => {
    const site = {
      targetId: target.id,
      name: 'Situs',
      fetchedAt: '2026-03-02T08:00:00.000Z',
      error: null,
      nextFetchAt: '2026-03-02T10:02:00.000Z',
      refused: null,
    };
    expect(late({ commentSites: [site] })).toEqual([]);
    const refused = {
      count: 2,
      since: '2026-03-02T09:00:00.000Z',
      error: { code: 'rights-missing', detail: 'HTTP 403' },
      nextTryAt: null,
    } as const;
    expect(late({ commentSites: [{ ...site, refused }] })).toMatchObject([
      {
        kind: 'comments',
        tone: 'red',
        since: refused.since,
        nextTryAt: null,
        reason: { parameters: { count: 2 } },
      },
    ]);
    const error = { code: 'unreachable', detail: '' } as const;
    expect(late({ commentSites: [{ ...site, error, refused }] })).toMatchObject([
      {
        name: 'Situs',
        tone: 'amber',
        code: 'unreachable',
        since: site.fetchedAt,
        nextTryAt: site.nextFetchAt,
      },
    ]);
  });

  test('an unsaved article stands before what merely waits', () => {
    const silent = withState({ lastDeliveryAt: '2026-03-02T06:00:00+07:00' });
    const save = { articleId: 'x', headline: 'Harga cabai', since: now - 60_000, code: 'STORAGE_FULL' };
    const things = late({ sources: [silent], saves: [save] });
    expect(things.map(({ kind }) => kind)).toEqual(['save', 'source']);
    expect(translate('id', things[0]!.reason.key)).toBe('diska penuh');
  });
});
