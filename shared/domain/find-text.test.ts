import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery, findInText, replacementFor, type FindQuery } from './find-text.ts';

function query(words: string, options: Partial<FindQuery> = {}): FindQuery {
  return { words, isPattern: false, matchCase: false, wholeWord: false, ...options };
}

function found(text: string, asked: FindQuery, most = 100): string[] {
  const compiled = compileQuery(asked);
  if (compiled.kind === 'broken') throw new Error(compiled.problem);
  return findInText(text, compiled.expression, most).map(({ start, end }) => text.slice(start, end));
}

describe('finding', () => {
  it('takes words as they stand, in capitals or not', () => {
    expect(found('Api (besar) dan API (kecil)', query('api ('))).toEqual(['Api (', 'API (']);
    expect(found('Api dan API', query('API', { matchCase: true }))).toEqual(['API']);
  });

  it('finds what smart typing made of a sign', () => {
    expect(found('“Benar”, kata Jum’at – Rp1\u00a0juta', query('"benar"'))).toEqual(['“Benar”']);
    expect(found('“Benar”, kata Jum’at', query("jum'at"))).toEqual(['Jum’at']);
    expect(found('Rp1\u00a0juta', query('rp1 juta'))).toHaveLength(1);
  });

  it('finds whole words only where asked, Indonesian prefixes and clitics being part of a word', () => {
    expect(found('baru, pembaruan, baru-baru ini', query('baru', { wholeWord: true }))).toHaveLength(3);
    expect(found('dikatakan: kata', query('kata', { wholeWord: true }))).toEqual(['kata']);
  });

  it('takes patterns, says what is wrong with a broken one, and never loops on one that matches nothing', () => {
    expect(found('Rp1,16 triliun dan Rp2 triliun', query('Rp[\\d,]+', { isPattern: true }))).toEqual([
      'Rp1,16',
      'Rp2',
    ]);
    expect(found('aab', query('x*', { isPattern: true }))).toEqual([]);
    const problems = ['(a', 'a)', '[a', '*a', '\\q', 'z{2,1}'].map((words) => {
      const compiled = compileQuery(query(words, { isPattern: true, wholeWord: true }));
      return compiled.kind === 'broken' ? compiled.problem : null;
    });
    expect(problems).toEqual(['bracket', 'bracket', 'class', 'repeat', 'escape', 'repeat']);
  });

  it('stops at the most it may find', () => {
    expect(found('a a a a', query('a'), 3)).toHaveLength(3);
    expect(found('a', query('a'), 0)).toEqual([]);
  });

  it('finds every word in text that holds it, whatever signs are in either', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ minLength: 1 }), (around, words) => {
        const hits = found(`${around} ${words} ${around}`, query(words, { matchCase: true }), 10_000);
        expect(hits.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('replacing', () => {
  it('puts words in as they are, and fills the groups of a pattern in', () => {
    const text = 'Jumat (27/4) malam';
    expect(replacementFor(text, { start: 0, end: 5 }, query('jumat'), '$1 & $&')).toBe('$1 & $&');
    const pattern = query('\\((?<hari>\\d+)/(\\d+)\\)', { isPattern: true });
    expect(replacementFor(text, { start: 6, end: 12 }, pattern, '[$2-$<hari>]')).toBe('[4-27]');
  });

  it('puts nothing in where the words are others by now', () => {
    expect(replacementFor('Kamis malam', { start: 0, end: 5 }, query('jumat'), 'Sabtu')).toBeNull();
  });
});
