import { describe, expect, it } from 'vitest';
import { translate } from '../../../shared/i18n/translate.ts';
import { decideStoryMarks, formatRemaining } from './decide-story-marks.ts';

const now = Date.parse('2018-04-27T22:10:00+07:00');
const plain = {
  urgency: null,
  pubStatus: 'usable',
  embargoed: null,
  problems: [],
  versionCount: 1,
  articleIds: [],
  refusedUses: [],
  marks: { claimed: null, spiked: null, flagged: null, note: null, tags: [], section: null },
} satisfies Parameters<typeof decideStoryMarks>[0];

const sectionName = (slug: string) => (slug === 'ekbis' ? 'Ekonomi & Bisnis' : slug);

function words(item: Partial<Parameters<typeof decideStoryMarks>[0]>): string[] {
  return decideStoryMarks({ ...plain, ...item }, now, 'id', sectionName).marks.map(({ key, parameters }) =>
    translate('id', key, parameters),
  );
}

describe('decideStoryMarks', () => {
  it('says nothing about an ordinary story', () => {
    expect(decideStoryMarks(plain, now, 'id', sectionName)).toEqual({
      bar: null,
      urgency: null,
      withdrawn: false,
      marks: [],
    });
  });

  it.each([
    [1, 'solid'],
    [2, 'dashed'],
    [3, 'dashed'],
    [4, 'plain'],
    [5, null],
    [9, null],
  ] as const)('urgency %i has the bar %s', (urgency, bar) => {
    expect(decideStoryMarks({ ...plain, urgency }, now, 'id', sectionName).bar).toBe(bar);
  });

  it('names the articles a withdrawal reaches', () => {
    const item = { ...plain, pubStatus: 'canceled' as const, articleIds: ['a'] };
    expect(decideStoryMarks(item, now, 'id', sectionName).withdrawn).toBe(true);
    expect(words(item)).toEqual(['ditarik', '1 naskah terdampak']);
  });

  it('counts an embargo down and drops it when it has passed', () => {
    expect(words({ embargoed: '2018-04-28T09:30:00+07:00' })).toEqual(['embargo 11 j 20 m']);
    expect(words({ embargoed: '2018-04-27T22:00:00+07:00' })).toEqual([]);
  });

  it('keeps an embargo that cannot be read', () => {
    expect(words({ problems: ['embargo-unreadable'] })).toEqual(['embargo tak terbaca']);
  });

  it('names the section a rule put it in as the house does', () => {
    const marks = { ...plain.marks, section: 'ekbis' };
    expect(words({ marks })).toEqual(['→ Ekonomi & Bisnis']);
  });

  it('never passes an unknown status over', () => {
    expect(words({ pubStatus: 'unknown', versionCount: 3 })).toEqual(['v3', 'status tak dikenal']);
  });
});

it('says what the house may not do with it', () => {
  expect(words({ refusedUses: ['publish'] })).toEqual(['jangan terbit']);
  expect(words({ refusedUses: ['publish', 'archive', 'artificialIntelligence'] })).toEqual([
    'jangan terbit, arsip, AI',
  ]);
});

describe('formatRemaining', () => {
  it.each([
    [10, '1 mnt'],
    [20 * 60_000, '20 mnt'],
    [60 * 60_000, '1 j'],
    [680 * 60_000, '11 j 20 m'],
    [51 * 3_600_000, '2 hr 3 j'],
  ])('%i ms is %s', (milliseconds, expected) => {
    expect(formatRemaining(milliseconds, 'id')).toBe(expected);
  });

  it('says who took it, that it is flagged, and that there is a note', () => {
    const by = {
      personId: '00000000-0000-4000-8000-000000000002',
      name: 'Sari',
      code: 'SU02',
      at: '2018-04-27T15:00:00Z',
    };
    const marks = {
      claimed: by,
      spiked: null,
      flagged: by,
      note: { ...by, text: 'Tunggu foto' },
      tags: [],
      section: null,
    };
    expect(words({ marks })).toEqual(['diambil SU02', 'ditandai', 'catatan']);
  });
});
