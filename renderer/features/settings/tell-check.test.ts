import { describe, expect, it } from 'vitest';
import { translate } from '../../../shared/i18n/translate.ts';
import { tellCheck, tellVerdict } from './tell-check.ts';

function words(code: string, ok: boolean, detail = ''): string | null {
  const { key, parameters } = tellCheck({ code, ok, detail });
  return key === null ? null : translate('id', key, parameters);
}

describe('tellCheck', () => {
  it('says what passed and what did not in different words', () => {
    const codes = [
      'site',
      'application-passwords',
      'log-in',
      'publish-posts',
      'upload-files',
      'make-categories',
      'write',
      'encryption',
      'clock',
      'folder-absolute',
      'folder-writable',
      'folder-space',
      'folder-foreign',
    ];
    for (const code of codes) {
      expect(words(code, true), code).not.toBeNull();
      expect(words(code, false), code).not.toBe(words(code, true));
    }
  });

  it('tells failures of a delivery with what to do about them', () => {
    const told = tellCheck({ code: 'wrong-password', ok: false, detail: 'HTTP 401' });
    expect(told).toMatchObject({ look: 'bad', key: 'publishing.error.wrong-password', detail: 'HTTP 401' });
    expect(told.advice).toBe('publishing.error.wrong-password.do');
  });

  it('shows a code it does not know as it is', () => {
    expect(tellCheck({ code: 'moon-phase', ok: false, detail: 'waning' })).toMatchObject({
      key: null,
      detail: 'waning',
      look: 'bad',
    });
  });

  it('names by how much a clock is off, once and in the unit a person thinks in', () => {
    expect(words('clock', false, '-90')).toContain('90 detik');
    expect(words('clock', false, '312')).toContain('5 menit');
    expect(words('clock', false, '-10800')).toContain('3 jam');
    expect(words('clock', false, '86401')).toContain('1 hari');
    expect(tellCheck({ code: 'clock', ok: false, detail: '312' })).toMatchObject({
      detail: '',
      look: 'remark',
    });
  });
});

describe('tellVerdict', () => {
  const check = (ok: boolean) => ({ code: 'clock', ok, detail: '' });
  it('is good only where nothing is to be remarked', () => {
    expect(tellVerdict({ ok: true, checks: [check(true)] }).look).toBe('good');
    expect(tellVerdict({ ok: true, checks: [check(true), check(false)] }).look).toBe('remark');
    expect(tellVerdict({ ok: false, checks: [] }).look).toBe('bad');
  });
});
