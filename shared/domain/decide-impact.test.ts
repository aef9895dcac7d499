import { describe, expect, test } from 'vitest';
import type { PubStatus } from '../contract/common.ts';
import type { ImpactKind } from '../contract/impact.ts';
import type { WireStory } from '../contract/wire-story.ts';
import { decideImpact } from './decide-impact.ts';
import { emptyStory } from './empty-story.ts';

const now = Date.parse('2026-11-26T02:00:00Z');
const past = '2026-11-26T01:00:00.000Z';
const soon = '2026-11-26T08:00:00.000Z';
const later = '2026-11-27T08:00:00.000Z';

const story: WireStory = {
  ...emptyStory('urn:antara:cabai'),
  version: '1',
  headline: 'Harga cabai turun',
  versionCreated: past,
  firstCreated: past,
  bodyText: 'Harga cabai turun menjadi Rp40.000 per kilogram.',
};
const words = { bodyText: 'Harga cabai turun menjadi Rp45.000 per kilogram.' };

/** What the second state means for what was made from the first. */
function kinds(
  before: Partial<WireStory>,
  after: Partial<WireStory>,
  { status = ['usable', 'usable'] as [PubStatus, PubStatus], silent = false } = {},
): ImpactKind[] {
  const [was, is] = status;
  return decideImpact(
    { story: { ...story, ...before }, status: was },
    { story: { ...story, ...after }, status: is },
    silent,
    now,
  );
}

describe('what happened to a source', () => {
  test('other words: a correction where it says so, silent under the version’s own name, else a new version', () => {
    expect(kinds({}, words)).toEqual(['new-version']);
    expect(kinds({}, words, { silent: true })).toEqual(['silent-edit']);
    expect(kinds({}, { ...words, signals: ['sig:correction'] })).toEqual(['correction']);
    expect(kinds({}, { ...words, edNote: 'KOREKSI: harga pada paragraf pertama' })).toEqual(['correction']);
    expect(kinds({}, { ...words, headline: 'Ralat: Harga cabai turun' })).toEqual(['correction']);
    expect(kinds({}, { headline: 'Harga cabai naik' })).toEqual(['new-version']);
    expect(kinds({}, { abstract: 'Ringkasan lain.' })).toEqual(['new-version']);
  });

  test('its status: withdrawn, kept back (one nobody knows too), usable again', () => {
    expect(kinds({}, {}, { status: ['usable', 'canceled'] })).toEqual(['withdrawn']);
    expect(kinds({}, {}, { status: ['usable', 'withheld'] })).toEqual(['withheld']);
    expect(kinds({}, {}, { status: ['usable', 'unknown'] })).toEqual(['withheld']);
    expect(kinds({}, {}, { status: ['canceled', 'usable'] })).toEqual(['usable-again']);
  });

  test('its embargo: new, later, lifted, earlier; one that cannot be read has no end', () => {
    expect(kinds({}, { embargoed: soon })).toEqual(['embargoed']);
    expect(kinds({ embargoed: soon }, { embargoed: later })).toEqual(['embargoed']);
    expect(kinds({ embargoed: soon }, {})).toEqual(['embargo-lifted']);
    expect(kinds({ embargoed: later }, { embargoed: soon })).toEqual(['embargo-lifted']);
    expect(kinds({ embargoed: later }, { problems: ['embargo-unreadable'] })).toEqual(['embargoed']);
    expect(kinds({ problems: ['embargo-unreadable'] }, {})).toEqual(['embargo-lifted']);
  });

  test('several things at once, the gravest first; a version that is not kept any more', () => {
    const all = { ...words, embargoed: later };
    expect(kinds({}, all, { status: ['usable', 'canceled'], silent: true })).toEqual([
      'withdrawn',
      'embargoed',
      'silent-edit',
    ]);
    expect(decideImpact({ story: null, status: 'usable' }, { story, status: 'usable' }, false, now)).toEqual([
      'new-version',
    ]);
  });

  test('nothing that a reader would notice', () => {
    expect(kinds({}, { keywords: ['cabai'], urgency: 2, version: '2' })).toEqual([]);
    expect(kinds({}, { embargoed: past })).toEqual([]);
    expect(kinds({ embargoed: past }, {})).toEqual([]);
  });
});
