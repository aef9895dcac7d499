import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedTransitions, decidePublishable, decideTransition, type Looked } from './article-state.ts';
import type { PublishableInput } from './article-state.ts';

const states = ['draft', 'submitted', 'ready', 'published'] as const;
const NOW = Date.UTC(2018, 3, 27, 15, 10);

const publishable: PublishableInput = {
  flaws: { placeholders: [], dates: [], picturesWithoutAlt: 0 },
  headline: 'Presiden bertemu PM Singapura',
  bodyIsEmpty: false,
  section: 'politik',
  missingParts: [],
  openSuggestions: 0,
  openNotes: 0,
  fidelity: { open: 0, looked: 'yes' as const },
  rights: [],
  embargoed: null,
  embargoUnreadable: false,
  sourceStatuses: ['usable'],
  refusedSources: [],
  sampleSources: [],
  isPublicPlace: true,
  now: NOW,
};

test('copy of a source the house may not publish goes nowhere', () => {
  const refused = { ...publishable, sourceStatuses: ['usable', 'usable'] as const, refusedSources: [0] };
  for (const isPublicPlace of [true, false]) {
    expect(decidePublishable({ ...refused, isPublicPlace })).toEqual({
      ok: false,
      reasons: [{ code: 'source-refused', level: 'block', sources: [0] }],
    });
  }
});

test('practice copy may go where nobody outside the house reads it, and nowhere else', () => {
  const practice = { ...publishable, sourceStatuses: ['usable', 'usable'] as const, sampleSources: [1] };
  expect(decidePublishable({ ...practice, isPublicPlace: false }).ok).toBe(true);
  expect(decidePublishable(practice)).toEqual({
    ok: false,
    reasons: [{ code: 'source-sample', level: 'block', sources: [1] }],
  });
});

test('what a story type requires keeps it from readers, and is told once', () => {
  expect(decidePublishable({ ...publishable, section: '', missingParts: ['section', 'image'] })).toEqual({
    ok: false,
    reasons: [{ code: 'required-missing', level: 'block', parts: ['section', 'image'] }],
  });
});

test('copy nobody has held against its sources is told; where that failed, somebody has to say yes', () => {
  const told = (looked: Looked) => decidePublishable({ ...publishable, fidelity: { open: 0, looked } });
  expect(told('yes').reasons).toEqual([]);
  expect(told('no')).toEqual({ ok: true, reasons: [{ code: 'fidelity-unchecked', level: 'warn' }] });
  expect(told('failed')).toEqual({ ok: true, reasons: [{ code: 'fidelity-failed', level: 'ask' }] });
});

describe('states', () => {
  test('the way to the reader, and back', () => {
    expect(decideTransition('draft', 'submitted')).toMatchObject({ ok: true, kind: 'forward' });
    expect(decideTransition('submitted', 'ready')).toMatchObject({ ok: true, kind: 'forward' });
    expect(decideTransition('ready', 'published')).toMatchObject({ ok: true, kind: 'forward' });
    expect(decideTransition('submitted', 'draft')).toMatchObject({ ok: true, kind: 'back' });
    expect(decideTransition('ready', 'draft')).toMatchObject({ ok: true, kind: 'back' });
    expect(decideTransition('published', 'ready')).toMatchObject({ ok: true, kind: 'unpublish' });
  });

  test('no step is skipped and none is made twice', () => {
    expect(decideTransition('draft', 'published')).toMatchObject({
      ok: false,
      code: 'not-allowed',
      allowed: ['submitted'],
    });
    expect(decideTransition('published', 'draft')).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(decideTransition('ready', 'ready')).toMatchObject({ ok: false, code: 'same-state' });
  });

  test('a yes and the list of allowed states agree', () => {
    for (const from of states) {
      for (const to of states) {
        expect(decideTransition(from, to).ok).toBe(allowedTransitions(from).includes(to));
      }
    }
  });
});

describe('publishable', () => {
  test('a finished story is', () => {
    expect(decidePublishable(publishable)).toEqual({ ok: true, reasons: [] });
  });

  test('no section is a warning only', () => {
    expect(decidePublishable({ ...publishable, section: '' })).toEqual({
      ok: true,
      reasons: [{ code: 'section-missing', level: 'warn' }],
    });
  });

  test('what a reader should not meet is a warning only, each kind with what it is about', () => {
    const flaws = { placeholders: ['TK', 'xxx'], dates: ['31/2'], picturesWithoutAlt: 2 };
    expect(decidePublishable({ ...publishable, flaws })).toEqual({
      ok: true,
      reasons: [
        { code: 'placeholder-left', level: 'warn', words: ['TK', 'xxx'] },
        { code: 'date-impossible', level: 'warn', words: ['31/2'] },
        { code: 'alt-missing', level: 'warn', count: 2 },
      ],
    });
  });

  test('every reason is told at once', () => {
    const decision = decidePublishable({
      ...publishable,
      headline: '  ',
      bodyIsEmpty: true,
      section: null,
      embargoed: '2018-04-28T00:00:00+07:00',
      embargoUnreadable: true,
      sourceStatuses: ['usable', 'canceled', 'withheld', 'unknown', 'canceled'],
    });
    expect(decision.ok).toBe(false);
    expect(decision.reasons).toEqual([
      { code: 'headline-missing', level: 'block' },
      { code: 'body-empty', level: 'block' },
      { code: 'source-withdrawn', level: 'block', sources: [1, 4] },
      { code: 'source-withheld', level: 'block', sources: [2] },
      { code: 'source-status-unknown', level: 'block', sources: [3] },
      { code: 'embargo-active', level: 'block', until: '2018-04-28T00:00:00+07:00' },
      { code: 'embargo-unreadable', level: 'block' },
      { code: 'section-missing', level: 'warn' },
    ]);
  });

  test('an embargo ends at its instant', () => {
    const embargoed = '2018-04-27T22:10:00+07:00';
    expect(decidePublishable({ ...publishable, embargoed, now: NOW - 1 }).ok).toBe(false);
    expect(decidePublishable({ ...publishable, embargoed, now: NOW }).ok).toBe(true);
  });

  test('an embargo that is no time is an embargo', () => {
    expect(decidePublishable({ ...publishable, embargoed: 'besok pagi' })).toEqual({
      ok: false,
      reasons: [{ code: 'embargo-unreadable', level: 'block' }],
    });
  });

  test('no story with any source that is not usable gets out', () => {
    const status = fc.constantFrom(
      'usable' as const,
      'withheld' as const,
      'canceled' as const,
      'unknown' as const,
    );
    fc.assert(
      fc.property(fc.array(status), (sourceStatuses) => {
        const usable = sourceStatuses.every((one) => one === 'usable');
        expect(decidePublishable({ ...publishable, sourceStatuses }).ok).toBe(usable);
      }),
    );
  });
});
