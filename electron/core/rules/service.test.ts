import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rule, RuleAction, TryOutProgress } from '../../../shared/contract/rules.ts';
import { openWireDatabase } from '../database/open.ts';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore({ background: true });
});

afterEach(() => desk.close());

async function rule(condition: string, actions: RuleAction[], name = 'Uji'): Promise<Rule> {
  return desk.client.rules.save({ ruleId: null, rule: { name, condition, actions, enabled: true } });
}

async function paste(headline: string, body = 'Mataram (ANTARA) - Gempa bermagnitudo 5,5 mengguncang.') {
  const { storyIds } = await desk.client.wire.importText({ text: `${headline}\n\n${body}` });
  return storyIds[0] ?? 0;
}

async function firings(atLeast: number) {
  return expect
    .poll(async () => (await desk.client.rules.log()).length)
    .toBeGreaterThanOrEqual(atLeast)
    .then(() => desk.client.rules.log());
}

test('what a rule does: tags, section, urgency, person, draft and notification, in its maker’s name, and the log says so', async () => {
  const { currentPersonId: personId } = await desk.client.people.list();
  await rule(
    'gempa',
    [
      { kind: 'tag', tag: 'bencana' },
      { kind: 'tag', tag: 'ntb' },
      { kind: 'section', section: 'nasional' },
      { kind: 'urgency', urgency: 2 },
      { kind: 'assign', personId },
      { kind: 'notify' },
      { kind: 'draft' },
    ],
    'Gempa',
  );
  const storyId = await paste('Gempa guncang Lombok');
  const [firing] = await firings(1);
  await expect.poll(async () => (await desk.client.rules.log())[0]?.outcomes.at(-1)?.articleId).toBeTruthy();
  expect(firing).toMatchObject({ ruleName: 'Gempa', storyId, headline: 'Gempa guncang Lombok' });
  const [settled] = await desk.client.rules.log();
  expect(settled?.outcomes.map(({ failure }) => failure)).toEqual([null, null, null, null, null, null, null]);

  const { rows } = await desk.client.wire.list({});
  expect(rows[0]).toMatchObject({
    urgency: 2,
    read: false,
    marks: { tags: ['bencana', 'ntb'], section: 'nasional', claimed: { personId }, spiked: null },
  });
  const article = await desk.client.articles.get({ articleId: settled?.outcomes.at(-1)?.articleId ?? '' });
  expect(article).toMatchObject({
    state: 'draft',
    fields: { section: 'nasional', tags: ['bencana', 'ntb'] },
  });
  const news = (await desk.client.notifications.list()).map((one) => one.news);
  expect(news).toContainEqual({
    kind: 'wire-rule',
    rule: 'Gempa',
    storyIds: [storyId],
    headlines: ['Gempa guncang Lombok'],
  });
  expect((await desk.client.rules.list())[0]).toMatchObject({ firings: 1 });
});

test('a rule fires once for a story, whatever comes after; one that is off or removed not at all', async () => {
  const spiking = await rule('gempa', [{ kind: 'spike' }]);
  const off = await rule('gempa', [{ kind: 'tag', tag: 'mati' }]);
  await desk.client.rules.save({ ruleId: off.ruleId, rule: { ...off, enabled: false } });
  const storyId = await paste('Gempa guncang Lombok\n\nhttps://kawat.example/1');
  await firings(1);
  await desk.client.wire.marks.spike({ storyIds: [storyId], spiked: false });
  await paste('Gempa guncang Lombok, ralat\n\nhttps://kawat.example/1');
  await desk.client.rules.remove({ ruleId: spiking.ruleId });
  await paste('Gempa lain');
  expect(await desk.client.rules.log()).toHaveLength(1);
  const { rows } = await desk.client.wire.list({});
  expect(rows.map(({ headline }) => headline)).toEqual(['Gempa lain', 'Gempa guncang Lombok, ralat']);
  expect(rows.every(({ marks }) => marks.tags.length === 0)).toBe(true);
});

describe('what cannot be done', () => {
  test('is told in the log, holds back neither the other actions nor what arrives', async () => {
    const gone = '00000000-0000-4000-8000-0000000000ff';
    await rule('gempa', [
      { kind: 'assign', personId: gone },
      { kind: 'section', section: 'tidak-ada' },
      { kind: 'tag', tag: 'tetap' },
    ]);
    await paste('Gempa guncang Lombok');
    await firings(1);
    await expect
      .poll(async () => (await desk.client.rules.log())[0]?.outcomes.map(({ failure }) => failure))
      .toEqual(['person-gone', 'section-gone', null]);
    expect((await desk.client.wire.list({})).rows[0]?.marks.tags).toEqual(['tetap']);
  });

  test('a rule that is too wide makes no more than twenty drafts an hour', async () => {
    await rule('gempa', [{ kind: 'draft' }]);
    for (let number = 1; number <= 22; number += 1) await paste(`Gempa ke-${number}`, `Isi gempa ${number}.`);
    await firings(22);
    await expect
      .poll(async () => (await desk.client.rules.log())[0]?.outcomes[0]?.failure)
      .toBe('too-many-drafts');
    expect((await desk.client.articles.list({})).rows).toHaveLength(20);
  });

  test.each([
    ['adalah:dibaca', 'of-people'],
    ['sejak:kemarin', 'of-dates'],
    ['urgensi:lucu', 'misread'],
    ['', 'empty'],
  ])('a rule with the condition "%s" is refused', async (condition, reason) => {
    await expect(rule(condition, [{ kind: 'spike' }])).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'condition', reason },
    });
    expect(await desk.client.rules.list()).toEqual([]);
  });
});

test('what was met while nobody acted on it is acted on at the next start, once', async () => {
  const { ruleId } = await rule('gempa', [{ kind: 'tag', tag: 'bencana' }]);
  const storyId = await paste('Rupiah menguat', 'Jakarta (ANTARA) - Rupiah menguat.');
  await desk.core.stop();
  // As the ingest worker leaves it where the workstation ends in between.
  const wire = openWireDatabase(desk.dataFolder);
  wire
    .prepare('INSERT INTO rule_match (rule_id, story_id, version_id) VALUES (?, ?, 1)')
    .run(ruleId, storyId);
  wire.close();
  for (let start = 1; start <= 2; start += 1) {
    desk = await desk.reopen();
    await firings(1);
    await desk.core.stop();
  }
  desk = await desk.reopen();
  expect(await desk.client.rules.log()).toHaveLength(1);
  expect((await desk.client.wire.get({ storyId })).marks.tags).toEqual(['bencana']);
});

test('a dry run tells what the last week would have met, and changes nothing', async () => {
  await paste('Gempa guncang Lombok');
  await paste('Rupiah menguat', 'Jakarta (ANTARA) - Rupiah menguat.');
  const told: TryOutProgress[] = [];
  for await (const one of await desk.client.rules.tryOut({ condition: 'judul:gempa' })) told.push(one);
  expect(told.at(-1)).toMatchObject({
    looked: 2,
    of: 2,
    met: 1,
    done: true,
    examples: [{ headline: 'Gempa guncang Lombok' }],
  });
  desk.advance(8 * 24 * 3_600_000);
  const none: TryOutProgress[] = [];
  for await (const one of await desk.client.rules.tryOut({ condition: 'judul:gempa' })) none.push(one);
  expect(none.at(-1)).toMatchObject({ looked: 0, met: 0, done: true });
  expect(await desk.client.rules.log()).toEqual([]);
});
