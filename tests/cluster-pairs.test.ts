import { expect, test } from 'vitest';
import { loadCases, splitCases } from './clusters/load-pairs.ts';

const cases = loadCases();
const pairs = cases.flatMap((pairCase) => pairCase.pairs);

test('the set has at least two hundred pairs, many of each label, in every kind that is hard', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(200);
  expect(pairs.filter(({ same }) => same).length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map(({ kind }) => kind))).toEqual(
    new Set([
      'press-release',
      'rewritten-lead',
      'abridged',
      'reworded',
      'units',
      'update',
      'angle',
      'take',
      'caption',
      'same-subject',
      'bulletin',
    ]),
  );
});

test('no pair is labelled twice, and no story is paired with itself', () => {
  const names = pairs.map(({ one, other }) => [one.id, other.id].toSorted().join(' '));
  expect(new Set(names).size).toBe(names.length);
  expect(pairs.filter(({ one, other }) => one.id === other.id)).toEqual([]);
});

test('no two stories say the same words under two labels', () => {
  const texts = new Map<string, string>();
  for (const { one, other } of pairs) {
    for (const { id, headline, paragraphs } of [one, other]) {
      const text = [headline, ...paragraphs].join('\n');
      expect(texts.get(text) ?? id).toBe(id);
      texts.set(text, id);
    }
  }
});

test('the halves share no case, hold every case, and are the same for the same seed', () => {
  const { tuning, untouched } = splitCases(cases);
  const names = (half: typeof cases) => half.map(({ name }) => name);
  expect(names(tuning).filter((name) => names(untouched).includes(name))).toEqual([]);
  expect([...names(tuning), ...names(untouched)].toSorted()).toEqual(names(cases).toSorted());
  expect(splitCases(cases)).toEqual({ tuning, untouched });
  expect(names(splitCases(cases, 1).tuning)).not.toEqual(names(tuning));
});

test('each half has enough of both labels to say something', () => {
  for (const half of Object.values(splitCases(cases))) {
    const labelled = half.flatMap((pairCase) => pairCase.pairs);
    expect(labelled.filter(({ same }) => same).length).toBeGreaterThanOrEqual(20);
    expect(labelled.filter(({ same }) => !same).length).toBeGreaterThanOrEqual(50);
  }
});
