import { expect, test } from 'vitest';
import { judge } from './fidelity/judge.ts';
import { loadDrafts, splitDrafts } from './fidelity/load-drafts.ts';

test('of the half that was tuned on everything labelled is found, and nothing else', () => {
  const { wrong, missed } = judge(splitDrafts(loadDrafts()).tuning);
  expect(wrong.map(({ draft, finding }) => [draft.name, finding.code, finding.text])).toEqual([]);
  expect(missed.map(({ draft, label }) => [draft.name, label.kind, label.words])).toEqual([]);
});
