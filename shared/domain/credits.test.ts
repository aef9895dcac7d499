import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeCredit, creditInStep, parseCredit, validateCreditPattern } from './credits.ts';

const nobody = { agencies: [], editorCode: '', reporters: [] };

describe('writing credits', () => {
  test.each([
    [{ agencies: ['Ant'], editorCode: 'SU02', reporters: [] }, '(Ant/SU02)'],
    [{ agencies: ['Ant', 'Rtr'], editorCode: 'SU02', reporters: [] }, '(Ant/Rtr/SU02)'],
    [{ agencies: ['Ant', 'Ant'], editorCode: 'SU02', reporters: ['budi'] }, '(Ant/SU02)'],
    [{ agencies: [], editorCode: 'SU02', reporters: ['budi'] }, '(budi/SU02)'],
    [{ agencies: ['Ant'], editorCode: '', reporters: [] }, '(Ant)'],
    [{ agencies: [], editorCode: ' SU02 ', reporters: [' '] }, '(SU02)'],
    [{ agencies: [' (Ant) '], editorCode: 'SU/02', reporters: [] }, '(Ant/SU 02)'],
    [nobody, ''],
  ])('%j', (parts, text) => {
    expect(composeCredit(parts)).toEqual({ ok: true, text });
  });

  test('the house’s pattern', () => {
    const parts = { agencies: ['Ant'], editorCode: 'SU02', reporters: [] };
    expect(composeCredit(parts, '[{sources}] – {editor}')).toEqual({ ok: true, text: 'Ant – SU02' });
    expect(composeCredit({ ...parts, agencies: [] }, '({editor}[; {sources}])')).toEqual({
      ok: true,
      text: '(SU02)',
    });
    expect(validateCreditPattern('(x)')).toEqual({ code: 'missing-placeholder', placeholder: 'sources' });
    expect(composeCredit(parts, '({agency})')).toEqual({
      ok: false,
      error: { code: 'unknown-placeholder', placeholder: 'agency' },
    });
  });
});

describe('reading credits', () => {
  test.each([
    ['(Ant/SU02)', { agencies: ['Ant'], reporters: [], editorCode: 'SU02' }],
    ['(Ant/Rtr/SU02)', { agencies: ['Ant', 'Rtr'], reporters: [], editorCode: 'SU02' }],
    ['(ant/budi/su02)', { agencies: ['ant'], reporters: ['budi'], editorCode: 'su02' }],
    ['(Antara)', { agencies: ['Antara'], reporters: [], editorCode: null }],
    ['(hnh/kri)', { agencies: [], reporters: ['hnh'], editorCode: 'kri' }],
    ['(T.K-PSO/B.A011)', { agencies: [], reporters: ['T.K-PSO'], editorCode: 'B.A011' }],
  ])('%s', (text, expected) => {
    expect(parseCredit(text)).toEqual({ raw: text, ...expected });
  });

  test.each([
    '(27/4)',
    '(pria/wanita)',
    '(ya/tidak)',
    '(KPK)',
    '(*)',
    '()',
    'Ant/SU02',
    '(Ant/SU02) katanya',
    '(ibu kota)',
  ])('%s is no credit', (text) => {
    expect(parseCredit(text)).toBeNull();
  });

  test('what we write for an agency story we read', () => {
    const code = fc.stringMatching(/^[A-Z]{2}[0-9]{2}$/);
    const agencies = fc.uniqueArray(fc.constantFrom('Ant', 'Rtr', 'AP', 'AFP', 'Xin'), { minLength: 1 });
    fc.assert(
      fc.property(agencies, code, (shortNames, editorCode) => {
        const composed = composeCredit({ agencies: shortNames, editorCode, reporters: [] });
        if (!composed.ok) throw new Error(composed.error.code);
        expect(parseCredit(composed.text)).toMatchObject({ agencies: shortNames, editorCode });
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (inner) => {
        const text = `(${inner})`;
        expect(parseCredit(text)?.raw ?? text.trim()).toBe(text.trim());
      }),
    );
  });
});

describe('a credit line kept in step with the sources', () => {
  const step = (credit: string, before: string[], after: string[]) =>
    creditInStep({ credit, before, after }, 'SU02');

  test('follows agencies that come and go, and keeps the code it carries', () => {
    expect(step('(Ant/SU02)', ['Ant'], ['Ant', 'Rtr'])).toBe('(Ant/Rtr/SU02)');
    expect(step('(Ant/Rtr/AB01)', ['Ant', 'Rtr'], ['Rtr'])).toBe('(Rtr/AB01)');
    expect(step('', [], ['Ant'])).toBe('(Ant/SU02)');
    expect(step('(Ant/SU02)', ['Ant'], [])).toBe('');
  });

  test('is let alone where somebody wrote it', () => {
    expect(step('(Antara)', ['Ant'], ['Ant', 'Rtr'])).toBeNull();
    expect(step('Disadur dari Antara', ['Ant'], ['Ant', 'Rtr'])).toBeNull();
    expect(step('(Ant/Rtr/SU02)', ['Ant'], ['Ant', 'AFP'])).toBeNull();
  });
});
