import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../../shared/contract/publishing.ts';
import { decideStanding } from './standing.ts';

const sample: Delivery = {
  deliveryId: 'd1',
  articleId: 'a1',
  headline: 'Harga Cabai Turun',
  revisionId: 3,
  targetId: 't1',
  targetName: 'Situs',
  action: 'publish',
  state: 'live',
  askedBy: null,
  attempts: 1,
  createdAt: '2026-03-02T10:00:00Z',
  updatedAt: '2026-03-02T10:00:00Z',
  retryAt: null,
  publishAt: null,
  handedOver: false,
  url: 'https://situs.test/harga',
  error: null,
  differences: [],
};

describe('how an article stands at a target', () => {
  it('is live after it arrived, whatever became of later attempts', () => {
    const later: Delivery = { ...sample, deliveryId: 'd2', action: 'update', state: 'failed' };
    expect(decideStanding([later, sample])).toMatchObject({ live: true, url: sample.url, busy: false });
    expect(decideStanding([{ ...later, state: 'conflict' }, sample]).live).toBe(true);
  });

  it.each(['unpublish', 'remove'] as const)('is not live after %s', (action) => {
    const down: Delivery = { ...sample, deliveryId: 'd2', action, url: null };
    expect(decideStanding([down, sample])).toMatchObject({ live: false, url: null });
  });

  it('scheduled is not live, and a conflict over a schedule does not make it so', () => {
    const scheduled: Delivery = { ...sample, action: 'schedule', state: 'scheduled', url: null };
    expect(decideStanding([scheduled])).toMatchObject({ live: false, scheduled });
    expect(decideStanding([{ ...scheduled, state: 'conflict' }]).live).toBe(false);
  });
});
