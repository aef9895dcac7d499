import { describe, expect, it } from 'vitest';
import { formatNumber, isMessageKey, translate } from './translate.ts';

describe('translate', () => {
  it('fills parameters in and writes numbers as the language does', () => {
    expect(translate('id', 'status.archive', { count: 1_204_118 })).toBe('Arsip 1.204.118 kiriman');
    expect(translate('en', 'status.archive', { count: 1_204_118 })).toBe('Archive: 1,204,118 stories');
  });

  it('has an English singular', () => {
    expect(translate('en', 'health.late', { count: 1 })).toBe('1 thing behind');
    expect(translate('en', 'health.late', { count: 2 })).toBe('2 things behind');
  });

  it('leaves a parameter that was not given visible', () => {
    expect(translate('id', 'palette.searchWire')).toBe('Cari “{query}” di kawat');
  });

  it('does not read what a parameter holds as a parameter', () => {
    expect(translate('id', 'palette.searchWire', { query: '{query|a|b} $&' })).toBe(
      'Cari “{query|a|b} $&” di kawat',
    );
  });

  it('tells keys from what is none', () => {
    expect(isMessageKey('error.STORAGE_FULL')).toBe(true);
    expect(isMessageKey('error.SOMETHING_NEW')).toBe(false);
    expect(isMessageKey('toString')).toBe(false);
  });

  it('writes numbers by language', () => {
    expect(formatNumber('id', 1234.5)).toBe('1.234,5');
    expect(formatNumber('en', 1234.5)).toBe('1,234.5');
  });
});
