import { expect, test } from 'vitest';
import type { Target } from '../../../shared/contract/publishing.ts';
import { translate, type MessageKey, type MessageParameters } from '../../../shared/i18n/translate.ts';
import { frontDeliveryWords } from './front-delivery-words.ts';

const inIndonesian = (key: MessageKey, parameters?: MessageParameters) => translate('id', key, parameters);
const error = { code: 'wrong-password', detail: '401' } as const;
const stopped: Parameters<typeof frontDeliveryWords>[0] = { state: 'failed', error, differences: [] };
const advice = translate('id', 'publishing.error.wrong-password.do');
const held: NonNullable<Target['trouble']> = {
  since: '2026-11-26T09:00:00+07:00',
  failures: 1,
  error,
  nextTryAt: null,
};

test('a front that stopped tells why, and what to do about it', () => {
  expect(frontDeliveryWords(stopped, null, inIndonesian)).toEqual([
    translate('id', 'publishing.error.wrong-password'),
    advice,
  ]);
});

test('advice that the row of its held target tells is not told again', () => {
  expect(frontDeliveryWords(stopped, held, inIndonesian)).not.toContain(advice);
});

test.each<[string, Target['trouble']]>([
  ['waits by itself and tells no advice', { ...held, nextTryAt: '2026-11-26T09:05:00+07:00' }],
  ['is in another trouble', { ...held, error: { code: 'rest-blocked', detail: '' } }],
])('it is told where the target %s', (_name, trouble) => {
  expect(frontDeliveryWords(stopped, trouble, inIndonesian)).toContain(advice);
});
