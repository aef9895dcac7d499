import { expect, test } from 'vitest';
import { loadDrafts, splitDrafts, type LabelledDraft } from './fidelity/load-drafts.ts';

const byStory = loadDrafts();
const drafts = [...byStory.values()].flat();
const kinds = ['quote', 'speaker', 'figure', 'date', 'name', 'negation', 'withdrawn'] as const;
const labelsOf = (half: readonly LabelledDraft[], kind: string) =>
  half.flatMap(({ wrong }) => wrong).filter((label) => label.kind === kind).length;

test('there are at least 150 drafts, many with nothing wrong, many written by hand', () => {
  expect(drafts.length).toBeGreaterThanOrEqual(150);
  expect(drafts.filter(({ wrong }) => wrong.length === 0).length).toBeGreaterThanOrEqual(60);
  expect(drafts.filter(({ byHand }) => byHand).length).toBeGreaterThanOrEqual(45);
});

test('what is labelled stands in the draft, and not in what it was made from', () => {
  for (const { name, paragraphs, pullQuotes = [], sources, wrong } of drafts) {
    for (const { kind, words } of wrong) {
      const texts = [...paragraphs, ...pullQuotes.map(({ text }) => text)];
      expect([name, words, texts.join('\n').includes(words)]).toEqual([name, words, true]);
      const usable = sources
        .filter(({ status }) => status === 'usable')
        .flatMap((source) => source.paragraphs);
      // Speakers and negations are wrong by what stands around the words.
      if (kind !== 'speaker' && kind !== 'negation')
        expect([name, usable.join('\n').includes(words)]).toEqual([name, false]);
    }
  }
});

test('the halves share no story, hold every draft, and are the same for the same seed', () => {
  const { tuning, untouched } = splitDrafts(byStory);
  const stories = (half: LabelledDraft[]) => new Set(half.map(({ sources }) => sources[0]?.name));
  expect([...stories(tuning)].filter((name) => stories(untouched).has(name))).toEqual([]);
  expect(tuning.length + untouched.length).toBe(drafts.length);
  expect(splitDrafts(loadDrafts())).toEqual({ tuning, untouched });
  expect(splitDrafts(byStory, 1).tuning).not.toEqual(tuning);
});

test('each half has enough of every kind to say something', () => {
  for (const half of Object.values(splitDrafts(byStory))) {
    for (const kind of kinds) expect([kind, labelsOf(half, kind) >= 8]).toEqual([kind, true]);
  }
});
