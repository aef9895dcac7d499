import { describe, expect, it } from 'vitest';
import type { DeliveryAttempt } from '../../../shared/contract/publishing.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { decideAttemptLook, formatDuration } from './decide-attempt-look.ts';
import { readable } from './readable-payload.ts';

const attempt: DeliveryAttempt = {
  number: 1,
  startedAt: '2026-03-02T10:00:00Z',
  endedAt: '2026-03-02T10:00:01Z',
  result: 'live',
  error: null,
  exchanges: [],
};

describe('an attempt', () => {
  it('without an end was cut short, and says so, unless it is under way', () => {
    const open: DeliveryAttempt = { ...attempt, result: 'sending', endedAt: null };
    const words = (underWay: boolean) => translate('id', decideAttemptLook(open, underWay).words);
    expect(words(false)).toBe('Terputus di tengah jalan');
    expect(words(true)).toBe('Mengirim');
  });

  it('that arrived is told apart from one that did not', () => {
    expect(decideAttemptLook(attempt, false).tone).toBe('fine');
    expect(decideAttemptLook({ ...attempt, result: 'failed' }, false).tone).toBe('stopped');
  });
});

describe('formatDuration', () => {
  it.each([
    [12.4, '12 md', '12 ms'],
    [1_432, '1,4 dtk', '1.4 s'],
    [45_000, '45 dtk', '45 s'],
    [125_000, '2 mnt', '2 min'],
  ])('%d ms', (milliseconds, indonesian, english) => {
    expect(formatDuration(milliseconds, 'id')).toBe(indonesian);
    expect(formatDuration(milliseconds, 'en')).toBe(english);
  });
});

describe('readable', () => {
  it('spreads JSON over lines and leaves other text alone', () => {
    expect(readable('{"title":"A","content":"satu\\ndua"}')).toBe(
      '{\n  "title": "A",\n  "content": "satu\ndua"\n}',
    );
    expect(readable('<p>halaman</p>')).toBe('<p>halaman</p>');
  });
});
