import { expect, test } from 'vitest';
import type { RuleFacts } from '../../../../shared/contract/rules.ts';
import { actionsOfDraft, draftOfRule, NEW_RULE, withCondition } from './rule-draft.ts';

test('a rule goes through its form unchanged', () => {
  const rule: RuleFacts = {
    name: 'Gempa',
    condition: 'gempa',
    enabled: true,
    actions: [
      { kind: 'tag', tag: 'bencana' },
      { kind: 'tag', tag: 'NTB' },
      { kind: 'section', section: 'nasional' },
      { kind: 'urgency', urgency: 2 },
      { kind: 'assign', personId: '00000000-0000-4000-8000-000000000002' },
      { kind: 'draft' },
      { kind: 'notify' },
      { kind: 'spike' },
    ],
  };
  expect(actionsOfDraft(draftOfRule(rule))).toEqual(rule.actions);
  expect(actionsOfDraft({ ...NEW_RULE, tags: ' a, ,a,b ' })).toEqual([
    { kind: 'tag', tag: 'a' },
    { kind: 'tag', tag: 'b' },
  ]);
});

test('conditions are added to those that stand there', () => {
  expect(withCondition('', null, 'gempa')).toBe('gempa');
  expect(withCondition('gempa', 'sumber', 'Antara "Uji" Satu')).toBe('gempa sumber:"Antara Uji Satu"');
  expect(withCondition('gempa ', 'jam', '22-05')).toBe('gempa jam:22-05');
});
