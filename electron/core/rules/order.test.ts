import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rule, RuleAction } from '../../../shared/contract/rules.ts';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore({ background: true });
});

afterEach(() => desk.close());

function rule(name: string, ...actions: RuleAction[]): Promise<Rule> {
  return desk.client.rules.save({
    ruleId: null,
    rule: { name, condition: 'gempa', actions, enabled: true },
  });
}

async function names(): Promise<string[]> {
  return (await desk.client.rules.list()).map(({ name }) => name);
}

async function told(): Promise<unknown[]> {
  return (await desk.client.people.trail({})).lines.map(({ entry }) => entry).toReversed();
}

describe('the order of the rules', () => {
  test('decides where two contradict one another: the upper one counts, and the log has the other\u2019s reason', async () => {
    await rule('Umum', { kind: 'section', section: 'nasional' }, { kind: 'urgency', urgency: 5 });
    const wanted = await rule(
      'Khusus',
      { kind: 'section', section: 'dunia' },
      { kind: 'urgency', urgency: 2 },
    );
    await desk.client.rules.arrange({ ruleIds: [wanted.ruleId] });
    expect(await names()).toEqual(['Khusus', 'Umum']);

    await desk.client.wire.importText({
      text: 'Gempa guncang Lombok\n\nMataram (ANTARA) - Gempa mengguncang.',
    });
    await expect.poll(async () => (await desk.client.rules.log())[0]?.outcomes.length).toBe(2);
    const [lower, upper] = await desk.client.rules.log();
    expect(upper).toMatchObject({ ruleName: 'Khusus', outcomes: [{ failure: null }, { failure: null }] });
    expect(lower).toMatchObject({
      ruleName: 'Umum',
      outcomes: [{ failure: 'section-set' }, { failure: null }],
    });
    expect((await desk.client.wire.list({})).rows[0]).toMatchObject({
      urgency: 2,
      marks: { section: 'dunia' },
    });
  });

  test('names what it names, and passes over what is gone; a new rule stands last', async () => {
    const [one, two, three] = [
      await rule('Satu', { kind: 'notify' }),
      await rule('Dua', { kind: 'notify' }),
      await rule('Tiga', { kind: 'notify' }),
    ];
    await desk.client.rules.remove({ ruleId: two.ruleId });
    await desk.client.rules.arrange({ ruleIds: [three.ruleId, two.ruleId] });
    expect(await names()).toEqual(['Tiga', 'Satu']);
    await rule('Empat', { kind: 'notify' });
    expect(await names()).toEqual(['Tiga', 'Satu', 'Empat']);
    await desk.client.rules.arrange({ ruleIds: [one.ruleId, three.ruleId] });
    expect(await names()).toEqual(['Satu', 'Tiga', 'Empat']);
  });
});

test('what is done with rules stands in the trail of the house; what changes nothing does not', async () => {
  const gempa = await rule('Gempa', { kind: 'notify' });
  const other = await rule('Lain', { kind: 'spike' });
  await desk.client.rules.save({ ruleId: gempa.ruleId, rule: { ...gempa, enabled: false } });
  await desk.client.rules.save({ ruleId: gempa.ruleId, rule: { ...gempa, enabled: true } });
  await desk.client.rules.save({ ruleId: gempa.ruleId, rule: { ...gempa, condition: 'gempa tsunami' } });
  await desk.client.rules.arrange({ ruleIds: [gempa.ruleId, other.ruleId] });
  await desk.client.rules.arrange({ ruleIds: [other.ruleId] });
  await desk.client.rules.remove({ ruleId: other.ruleId });
  await expect(desk.client.rules.remove({ ruleId: other.ruleId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(
    desk.client.rules.save({ ruleId: gempa.ruleId, rule: { ...gempa, condition: '' } }),
  ).rejects.toMatchObject({ code: 'INVALID' });
  expect(await told()).toEqual([
    { kind: 'rule-added', name: 'Gempa' },
    { kind: 'rule-added', name: 'Lain' },
    { kind: 'rule-paused', name: 'Gempa' },
    { kind: 'rule-resumed', name: 'Gempa' },
    { kind: 'rule-changed', name: 'Gempa' },
    { kind: 'rules-arranged' },
    { kind: 'rule-removed', name: 'Lain' },
  ]);
});
