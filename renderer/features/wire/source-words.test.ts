import { describe, expect, it } from 'vitest';
import type { Source } from '../../../shared/contract/wire-sources.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { decideSourceWords } from './source-words.ts';

const now = Date.parse('2026-03-02T10:00:00+07:00');
const fine: Source['state'] = {
  status: 'ok',
  lastCheckedAt: '2026-03-02T09:58:00+07:00',
  lastDeliveryAt: '2026-03-02T09:40:00+07:00',
  failingSince: null,
  error: null,
  nextCheckAt: null,
};

function told(
  state: Partial<Source['state']>,
  settings: Partial<Pick<Source, 'kind' | 'silentAfterMinutes' | 'hours'>> = {},
): [string, string | null] {
  const source = { kind: 'feed' as const, silentAfterMinutes: 120, hours: null, ...settings };
  const { dot, reason } = decideSourceWords({ ...source, state: { ...fine, ...state } }, now, 'id', 420);
  return [dot, reason === null ? null : translate('id', reason.key, reason.parameters)];
}

describe('decideSourceWords', () => {
  it('needs no words when all is well', () => {
    expect(told({})).toEqual(['green', null]);
  });

  it('tells silence in hours', () => {
    expect(told({ lastDeliveryAt: '2026-03-02T07:20:00+07:00' })).toEqual(['amber', 'diam 2 j']);
  });

  it('expects nothing of what is brought in by hand, nor of a source that may be silent', () => {
    const lastDeliveryAt = '2026-02-02T07:20:00+07:00';
    expect(told({ lastDeliveryAt }, { kind: 'manual' })).toEqual(['green', null]);
    expect(told({ lastDeliveryAt }, { silentAfterMinutes: 0 })).toEqual(['green', null]);
  });

  it('counts silence from when the source opens, and not while it is closed', () => {
    const lastDeliveryAt = '2026-03-01T21:00:00+07:00';
    expect(told({ lastDeliveryAt }, { hours: { from: '09:00', until: '22:00' } })).toEqual(['green', null]);
    expect(told({ lastDeliveryAt }, { hours: { from: '07:30', until: '22:00' } })).toEqual([
      'amber',
      'diam 2 j',
    ]);
    expect(told({ lastDeliveryAt }, { hours: { from: '22:00', until: '05:00' } })).toEqual(['green', null]);
  });

  it('tells why a source fails, also while it is checked again', () => {
    const error = { code: 'unauthorised' as const, detail: '401' };
    expect(told({ status: 'failing', error })).toEqual(['red', 'sandi ditolak']);
    expect(told({ status: 'working', error })).toEqual(['red', 'sandi ditolak']);
  });

  it('a pause comes before everything', () => {
    expect(told({ status: 'paused', error: { code: 'gone', detail: '' } })).toEqual(['ring', 'dijeda']);
  });
});
