import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideEffectiveStatus, normalisePubStatus, normaliseUrgency, readEmbargo } from './wire-status.ts';
import type { VersionStatus } from './wire-status.ts';

describe('publication status', () => {
  test.each([
    ['usable', 'usable'],
    ['Usable', 'usable'],
    ['stat:usable', 'usable'],
    [' STAT:Withheld ', 'withheld'],
    ['http://cv.iptc.org/newscodes/pubstatusg2/usable', 'usable'],
    ['cancelled', 'canceled'],
    ['stat:canceled', 'canceled'],
    ['Withdrawn', 'canceled'],
    ['Embargoed', 'withheld'],
    ['ready', 'unknown'],
    ['unusable', 'unknown'],
    ['toString', 'unknown'],
  ])('%s is %s', (raw, expected) => {
    expect(normalisePubStatus(raw)).toBe(expected);
  });

  test('what absence means is the format’s to say', () => {
    expect(normalisePubStatus(null)).toBe('unknown');
    expect(normalisePubStatus('', 'usable')).toBe('usable');
    expect(normalisePubStatus('nonsense', 'usable')).toBe('unknown');
  });

  test('only "usable" itself is ever read as usable', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        const saysUsable = /(?:^|[:/#])usable$/i.test(raw.trim());
        expect(normalisePubStatus(raw) === 'usable').toBe(saysUsable);
      }),
    );
  });
});

describe('status of a story', () => {
  const at = (hour: number) => `2018-04-27T${String(hour).padStart(2, '0')}:00:00+07:00`;

  test('a cancel wins in whatever order versions arrive', () => {
    const versions: VersionStatus[] = [
      { pubStatus: 'canceled', versionCreated: at(8) },
      { pubStatus: 'usable', versionCreated: at(9) },
    ];
    expect(decideEffectiveStatus(versions)).toBe('canceled');
    expect(decideEffectiveStatus(versions.toReversed())).toBe('canceled');
  });

  test('the newest version decides, not the last to arrive', () => {
    const withheld: VersionStatus = { pubStatus: 'withheld', versionCreated: at(8) };
    const usable: VersionStatus = { pubStatus: 'usable', versionCreated: '2018-04-27T03:00:00Z' };
    expect(decideEffectiveStatus([usable, withheld])).toBe('usable');
    expect(decideEffectiveStatus([withheld, { ...usable, versionCreated: at(7) }])).toBe('withheld');
  });

  test('without times the last to arrive decides; beside times doubt counts', () => {
    const withheld: VersionStatus = { pubStatus: 'withheld', versionCreated: null };
    const usable: VersionStatus = { pubStatus: 'usable', versionCreated: null };
    expect(decideEffectiveStatus([withheld, usable])).toBe('usable');
    expect(decideEffectiveStatus([withheld, { ...usable, versionCreated: at(9) }])).toBe('withheld');
    expect(decideEffectiveStatus([])).toBe('unknown');
  });

  test('arrival order never matters where versions are dated', () => {
    const version = fc.record({
      pubStatus: fc.constantFrom(
        'usable' as const,
        'withheld' as const,
        'canceled' as const,
        'unknown' as const,
      ),
      versionCreated: fc.integer({ min: 0, max: 5 }).map(at),
    });
    fc.assert(
      fc.property(fc.array(version, { minLength: 1 }), fc.infiniteStream(fc.nat()), (versions, keys) => {
        const shuffled = versions
          .map((entry) => ({ entry, key: keys.next().value ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ entry }) => entry);
        expect(decideEffectiveStatus(shuffled)).toBe(decideEffectiveStatus(versions));
      }),
    );
  });
});

describe('embargo', () => {
  test('absent, readable, unreadable', () => {
    expect(readEmbargo(null)).toEqual({ state: 'none' });
    expect(readEmbargo(' ')).toEqual({ state: 'none' });
    expect(readEmbargo('', { emptyMeans: 'unreadable' })).toEqual({ state: 'unreadable', raw: '' });
    expect(readEmbargo('2018-10-23T12:00:00Z')).toEqual({
      state: 'until',
      at: '2018-10-23T12:00:00+00:00',
      doubtful: false,
    });
    expect(readEmbargo('Next Monday')).toEqual({ state: 'unreadable', raw: 'Next Monday' });
    expect(readEmbargo('0000-00-00')).toEqual({ state: 'unreadable', raw: '0000-00-00' });
  });

  test('a bare day is embargoed to its end, an assumed zone is doubtful', () => {
    expect(readEmbargo('2018-10-23', { defaultOffsetMinutes: 420 })).toEqual({
      state: 'until',
      at: '2018-10-24T00:00:00+07:00',
      doubtful: true,
    });
    expect(readEmbargo('23 Oktober 2018 12.00', { defaultOffsetMinutes: 420 })).toEqual({
      state: 'until',
      at: '2018-10-23T12:00:00+07:00',
      doubtful: true,
    });
  });

  test('whatever is said is an embargo', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        expect(readEmbargo(raw).state === 'none').toBe(raw.trim() === '');
      }),
    );
  });
});

describe('urgency', () => {
  test.each([
    ['1', 1],
    [4, 4],
    [' 9 ', 9],
    ['3 (Urgent)', 3],
    ['prty:2', 2],
    ['2.0', 2],
    ['FLASH', 1],
    ['Kilat!', 1],
    ['bulletin', 2],
    ['** URGENT **', 3],
    ['mendesak', 3],
    ['r', 5],
    ['0', null],
    ['12', null],
    ['3.5', null],
    ['', null],
    ['besok', null],
    [null, null],
    [Number.NaN, null],
  ])('%j is %j', (raw, expected) => {
    expect(normaliseUrgency(raw)).toBe(expected);
  });
});
