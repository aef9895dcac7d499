import { describe, expect, it } from 'vitest';
import type { WireListItem } from '../../../shared/contract/wire.ts';
import { decideDeliveryNews, decideWireNews, isFor } from './decide-news.ts';

const story = {
  storyId: 12,
  sourceName: 'Antara',
  headline: 'Gempa mengguncang Maluku Tengah',
  urgency: 2,
  pubStatus: 'usable' as const,
  embargoed: null,
  read: false,
  articleIds: [],
};
const articleId = '00000000-0000-4000-8000-000000000002';

describe('which stories are told at once', () => {
  it('tells an urgent one with the way to it', () => {
    expect(decideWireNews([story])).toEqual([
      { kind: 'wire-urgent', storyId: 12, source: 'Antara', headline: story.headline },
    ]);
  });

  it('tells flash copy by itself, by its urgency or by the source’s own word, never among others', () => {
    const burst = Array.from({ length: 5 }, (_, index) => ({ ...story, storyId: index + 1 }));
    const flash = { ...story, storyId: 8, urgency: 1 };
    const named = { ...story, storyId: 9, urgency: null, headline: 'KILAT: Gempa' };
    expect(decideWireNews([...burst, flash, named]).map(({ kind }) => kind)).toEqual([
      'wire-flash',
      'wire-flash',
      'wire-several',
    ]);
    expect(decideWireNews([{ ...flash, embargoed: '2026-03-03T00:00:00.000Z' }])).toEqual([]);
    expect(decideWireNews([{ ...flash, read: true }])).toEqual([]);
  });

  it.each<[string, Partial<WireListItem>]>([
    ['of ordinary urgency', { urgency: 5 }],
    ['without an urgency', { urgency: null }],
    ['that was read', { read: true }],
    ['that is withheld', { pubStatus: 'withheld' }],
    ['of unknown status', { pubStatus: 'unknown' }],
    ['under embargo', { embargoed: '2026-03-03T00:00:00.000Z' }],
    ['withdrawn that nobody used', { pubStatus: 'canceled' }],
  ])('leaves one alone %s', (_what, difference) => {
    expect(decideWireNews([{ ...story, ...difference }])).toEqual([]);
  });

  it('tells a withdrawal that reaches an article, whatever its urgency and read or not', () => {
    const withdrawn = {
      ...story,
      urgency: 5,
      read: true,
      pubStatus: 'canceled' as const,
      articleIds: [articleId],
    };
    expect(decideWireNews([withdrawn])).toEqual([
      { kind: 'wire-withdrawn', storyId: 12, headline: story.headline },
    ]);
  });

  it('never tells a withdrawal among others', () => {
    const burst = Array.from({ length: 5 }, (_, index) => ({ ...story, storyId: index + 1 }));
    const withdrawn = { ...story, storyId: 9, pubStatus: 'canceled' as const, articleIds: [articleId] };
    const kinds = decideWireNews([...burst, withdrawn]).map(({ kind }) => kind);
    expect(kinds).toEqual(['wire-several', 'wire-withdrawn']);
  });

  it('tells a burst as one', () => {
    const burst = Array.from({ length: 40 }, (_, index) => ({ ...story, storyId: index + 1 }));
    const news = decideWireNews(burst);
    expect(news).toMatchObject([{ kind: 'wire-several', storyIds: burst.map(({ storyId }) => storyId) }]);
  });
});

it('tells of deliveries that stopped, and of no others', () => {
  const delivery = {
    articleId,
    headline: 'Presiden tiba di Singapura',
    targetName: 'Situs',
    state: 'failed' as const,
    error: null,
  };
  const { headline } = delivery;
  expect(decideDeliveryNews(delivery)).toEqual({
    kind: 'delivery-failed',
    articleId,
    target: 'Situs',
    headline,
  });
  expect(decideDeliveryNews({ ...delivery, state: 'conflict' })?.kind).toBe('delivery-conflict');
  for (const state of ['queued', 'sending', 'live', 'retry', 'cancelled'] as const) {
    expect(decideDeliveryNews({ ...delivery, state }), state).toBeNull();
  }
  const stoppedBy = (detail: string) =>
    decideDeliveryNews({ ...delivery, error: { code: 'not-publishable', detail } })?.kind;
  expect(stoppedBy('embargo-active')).toBe('delivery-failed');
  expect(stoppedBy('source-withdrawn'), 'the withdrawal itself is news').toBeUndefined();
});

it('what is sent is for whom it was sent to, not for who sent it', () => {
  const person = (personId: string, role: 'editor' | 'publisher' | 'administrator') => ({
    personId,
    role,
    name: personId,
    code: '',
    active: true,
  });
  const sent = { kind: 'sent' as const, articleId, headline: '', from: 'sari', note: '' };
  const toDesk = { ...sent, to: { kind: 'desk' as const, role: 'publisher' as const } };
  const toBudi = { ...sent, to: { kind: 'person' as const, personId: 'budi' } };
  expect(isFor(person('budi', 'publisher'), toDesk)).toBe(true);
  expect(isFor(person('tuti', 'administrator'), toDesk)).toBe(true);
  expect(isFor(person('made', 'editor'), toDesk)).toBe(false);
  expect(isFor(person('sari', 'publisher'), toDesk)).toBe(false);
  expect(isFor(person('budi', 'editor'), toBudi)).toBe(true);
  expect(isFor(person('tuti', 'administrator'), toBudi)).toBe(false);
});
