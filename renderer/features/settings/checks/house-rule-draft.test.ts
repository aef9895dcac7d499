import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustmentOf } from '../../../../shared/checks/house-rules.ts';
import { ownRuleSchema } from '../../../../shared/contract/checks-settings.ts';
import { ruleSourceSchema } from '../../../../shared/contract/house-rules.ts';
import {
  changedByDraft,
  draftOfOwn,
  draftOfShipped,
  ownOfDraft,
  readWordList,
  writeWordList,
} from './house-rule-draft.ts';

const advice = { id: 'Tulis kata bakunya.', en: 'Use the standard spelling.' };

describe('a list of words', () => {
  it('is read as it is written', () => {
    const word = fc.stringMatching(/^[a-z’' -]{1,12}$/).map((text) => text.trim());
    const prefer = fc.stringMatching(/^[a-z =-]{0,12}$/).map((text) => text.trim());
    const lists = fc.dictionary(
      word.filter((text) => text !== ''),
      prefer,
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(lists, (words) => {
        expect(readWordList(writeWordList(words))).toEqual(words);
      }),
    );
  });

  it('takes spaces as they come, passes over empty lines, and keeps what the settings can keep', () => {
    expect(readWordList('  resiko=risiko\n\n= x\r\nnetizen\n ijin =  izin = ya ')).toEqual({
      resiko: 'risiko',
      netizen: '',
      ijin: 'izin = ya',
    });
    const [[avoid = '', prefer = ''] = []] = Object.entries(
      readWordList(`${'a'.repeat(900)}=${'b'.repeat(900)}`),
    );
    expect([avoid.length, prefer.length]).toEqual([500, 500]);
  });
});

describe('a rule that is written', () => {
  it('of the house’s own stays as it was where nothing is changed, and leaves out examples with nothing in them', () => {
    const own = ownRuleSchema.parse({
      ruleId: 'rumah-1',
      find: '(netizen)s?',
      isPattern: true,
      replacement: 'warganet',
      advice: 'Kata kami.',
      examples: [{ bad: 'netizens', good: 'warganet' }],
    });
    const draft = draftOfOwn(own);
    expect(ownOfDraft(draft, 'rumah-1')).toEqual(own);
    const more = { ...draft, examples: [{ bad: ' ', good: 'x' }, ...draft.examples] };
    expect(ownOfDraft(more, 'rumah-1')).toEqual(own);
  });

  it.each([
    { words: { resiko: 'risiko', 'dalang intelektual': '' } },
    { names: ['Jawa Barat', 'Senin'] },
    { pattern: '(a)b', replacement: '$1' },
    { pattern: '(a)b' },
    { check: 'money' },
  ])('that ships stays as it ships where nothing is changed: %j', (way) => {
    const shipped = ruleSourceSchema.parse({ id: 'a', advice, examples: [{ bad: 'x', good: 'y' }], ...way });
    for (const language of ['id', 'en'] as const) {
      const changed = changedByDraft(shipped, draftOfShipped(shipped, language), language);
      expect(adjustmentOf(shipped, changed)).toEqual({});
    }
  });

  it('that ships gets its own advice back where that is emptied', () => {
    const shipped = ruleSourceSchema.parse({ id: 'a', advice, words: { resiko: 'risiko' } });
    const draft = draftOfShipped(shipped, 'id');
    const told = (text: string) =>
      adjustmentOf(shipped, changedByDraft(shipped, { ...draft, advice: text }, 'id'));
    expect(told('Kata kami.')).toEqual({ advice: 'Kata kami.' });
    expect(told(' ')).toEqual({});
  });
});
