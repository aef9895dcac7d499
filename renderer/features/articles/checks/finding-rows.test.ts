import { describe, expect, it } from 'vitest';
import type { Check } from '../../../../shared/contract/checks.ts';
import { keyOf, likelyHeight, MOST_OF_A_KIND, rowsOf } from './finding-rows.ts';
import type { PlacedFinding } from './placed-findings.ts';

function finding(check: Check, at: number, fixes: PlacedFinding['fixes'] = []): PlacedFinding {
  return {
    check,
    code: check,
    key: `${check} ${at}`,
    id: `${check} ${at}`,
    segment: 0,
    start: at,
    end: at + 1,
    text: 'x',
    parameters: {},
    advice: null,
    evidence: null,
    fixes,
    place: { block: '1', path: [0], property: null, start: at, end: at + 1 },
    before: '',
    after: '',
  };
}

function many(check: Check, count: number): PlacedFinding[] {
  return Array.from({ length: count }, (_none, at) => finding(check, at));
}

describe('rows of the findings', () => {
  it('puts those of a kind under its heading, each with its position among them', () => {
    const rows = rowsOf([...many('date', 1), ...many('spelling', 2)]);
    expect(rows.map((row) => [row.kind, row.check, row.kind === 'finding' ? row.position : null])).toEqual([
      ['heading', 'date', null],
      ['finding', 'date', 1],
      ['heading', 'spelling', null],
      ['finding', 'spelling', 1],
      ['finding', 'spelling', 2],
    ]);
    expect(rowsOf([])).toEqual([]);
  });

  it('lists a limited number of a kind and says how many are left', () => {
    const rows = rowsOf([...many('spelling', MOST_OF_A_KIND + 3), ...many('style', MOST_OF_A_KIND)]);
    expect(rows.filter(({ kind }) => kind === 'finding')).toHaveLength(2 * MOST_OF_A_KIND);
    expect(rows[0]).toMatchObject({ kind: 'heading', count: MOST_OF_A_KIND + 3 });
    expect(rows.filter(({ kind }) => kind === 'more')).toEqual([
      { kind: 'more', check: 'spelling', left: 3 },
    ]);
    expect(rows.at(-1)).toMatchObject({ kind: 'finding', check: 'style', position: MOST_OF_A_KIND });
  });

  it('gives every row a key of its own, and a card with a fix a line more', () => {
    const rows = rowsOf([
      ...many('date', MOST_OF_A_KIND + 1),
      finding('style', 0, [{ kind: 'replace', text: 'y' }]),
      finding('style', 1),
    ]);
    expect(new Set(rows.map(keyOf)).size).toBe(rows.length);
    const [withFix, without] = rows.slice(-2).map(likelyHeight);
    expect(withFix).toBeGreaterThan(without ?? 0);
  });
});
