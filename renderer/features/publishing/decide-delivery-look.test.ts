import { describe, expect, it } from 'vitest';
import { publishErrorCodeSchema } from '../../../shared/contract/publish-errors.ts';
import { type Delivery } from '../../../shared/contract/publishing.ts';
import { isMessageKey, translate } from '../../../shared/i18n/translate.ts';
import { decideActions, decideDeliveryLook, findOvertaken, formatCountdown } from './decide-delivery-look.ts';

const sample: Delivery = {
  deliveryId: 'd1',
  articleId: 'a1',
  headline: 'Harga Cabai Turun',
  revisionId: 3,
  targetId: 't1',
  targetName: 'Situs folder',
  action: 'publish',
  state: 'queued',
  askedBy: null,
  attempts: 0,
  createdAt: '2026-03-02T10:00:00+07:00',
  updatedAt: '2026-03-02T10:00:00+07:00',
  retryAt: null,
  publishAt: null,
  handedOver: false,
  url: null,
  error: null,
  differences: [],
};

const alone = { overtaken: false, held: false };

function stateWords(change: Partial<Delivery>, overtaken = false): string {
  return translate('id', decideDeliveryLook({ ...sample, ...change }, { overtaken, held: false }).state);
}

describe('decideDeliveryLook', () => {
  it('never says just "Terbit" of what the site shows otherwise', () => {
    expect(stateWords({ state: 'live' })).toBe('Terbit');
    expect(stateWords({ state: 'live', action: 'update' })).toBe('Diperbarui');
    expect(stateWords({ state: 'live', action: 'unpublish' })).toBe('Diturunkan');
    const differences = [{ field: 'headline', meant: 'A', found: 'B' }];
    expect(stateWords({ state: 'live', differences })).toBe('Terbit, ada beda');
  });

  it('tells states apart by sign as well as by tone', () => {
    const states = [
      'queued',
      'sending',
      'scheduled',
      'live',
      'retry',
      'conflict',
      'failed',
      'cancelled',
    ] as const;
    const signs = states.map((state) => decideDeliveryLook({ ...sample, state }, alone).sign);
    expect(new Set(signs).size).toBe(states.length);
  });

  it('waiting for a target in trouble is told as that; what failed or arrived is not', () => {
    const told = (state: Delivery['state']) =>
      decideDeliveryLook({ ...sample, state }, { ...alone, held: true }).state;
    expect([told('queued'), told('retry')]).toEqual(['publishing.state.held', 'publishing.state.held']);
    expect(told('failed')).toBe('publishing.state.failed');
    expect(told('live')).toBe('publishing.state.live');
  });

  it('what is scheduled goes out by a click, and is cancelled here only while the site does not keep it', () => {
    const scheduled = { ...sample, action: 'schedule' as const, state: 'scheduled' as const };
    expect(decideActions(scheduled, false)).toMatchObject({ releases: true, cancel: true });
    expect(decideActions({ ...scheduled, handedOver: true }, false).cancel).toBe(false);
    const missed = {
      ...scheduled,
      state: 'failed' as const,
      error: { code: 'schedule-missed' as const, detail: '' },
    };
    expect(decideActions(missed, false)).toMatchObject({ releases: true, send: 'publishing.button.release' });
  });

  it('a failure made good by a later delivery asks for nothing', () => {
    const failed = { ...sample, state: 'failed' as const };
    expect(decideDeliveryLook(failed, { ...alone, overtaken: true }).bar).toBeNull();
    expect(decideActions(failed, true).send).toBeNull();
    expect(decideActions(failed, false).send).toBe('publishing.button.retry');
  });
});

describe('findOvertaken', () => {
  it('looks at later deliveries of the same article to the same target only', () => {
    const list: Delivery[] = [
      { ...sample, deliveryId: 'later', state: 'live' },
      { ...sample, deliveryId: 'elsewhere', targetId: 't2', state: 'failed' },
      { ...sample, deliveryId: 'made-good', state: 'failed' },
      { ...sample, deliveryId: 'other-article', articleId: 'a2', state: 'failed' },
    ];
    expect([...findOvertaken(list)]).toEqual(['made-good']);
  });

  it('a later one that was cancelled or failed too makes nothing good', () => {
    const list: Delivery[] = [
      { ...sample, deliveryId: 'later', state: 'cancelled' },
      { ...sample, deliveryId: 'again', state: 'failed' },
      { ...sample, deliveryId: 'first', state: 'failed' },
    ];
    expect(findOvertaken(list).size).toBe(0);
  });
});

describe('decideActions', () => {
  it('offers overwriting only for a conflict, and cancelling only for what waits', () => {
    expect(decideActions({ ...sample, state: 'conflict' }, false)).toMatchObject({
      overwrites: true,
      cancel: false,
    });
    expect(decideActions({ ...sample, state: 'retry' }, false)).toMatchObject({
      send: 'publishing.button.sendNow',
      cancel: true,
    });
    expect(decideActions({ ...sample, state: 'sending' }, false)).toMatchObject({
      send: null,
      cancel: false,
    });
  });
});

describe('formatCountdown', () => {
  it('counts seconds near the end and coarser before', () => {
    expect(formatCountdown(400, 'id')).toBeNull();
    expect(formatCountdown(45_000, 'id')).toBe('dalam 45 dtk');
    expect(formatCountdown(80_000, 'id')).toBe('dalam 1 mnt 20 dtk');
    expect(formatCountdown(12 * 60_000 + 5_000, 'en')).toBe('in 12 min');
    expect(formatCountdown(125 * 60_000, 'id')).toBe('dalam 2 j 5 mnt');
  });
});

it('every failure has words and advice in both languages', () => {
  const keys = publishErrorCodeSchema.options.flatMap((code) => [
    `publishing.error.${code}` as const,
    `publishing.error.${code}.do` as const,
  ]);
  expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
  expect(keys.filter((key) => translate('en', key) === translate('id', key))).toEqual([]);
});
