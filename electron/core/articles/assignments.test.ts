import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ActivityEntry } from '../../../shared/contract/activity.ts';
import type { Person, Recipient } from '../../../shared/contract/people.ts';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;
/** An administrator, an editor, another editor, a publisher. */
let tuti: Person;
let sari: Person;
let made: Person;
let budi: Person;

beforeEach(async () => {
  desk = await openTestCore();
  const [first] = (await desk.client.people.list()).people;
  if (first === undefined) throw new Error('nobody is here');
  tuti = await desk.client.people.change({ ...first, name: 'Tuti', code: 'TU01' });
  sari = await desk.client.people.add({ name: 'Sari', code: 'SU02', role: 'editor' });
  made = await desk.client.people.add({ name: 'Made', code: 'MW07', role: 'editor' });
  budi = await desk.client.people.add({ name: 'Budi', code: 'BD01', role: 'publisher' });
  await sitDown(sari);
});

afterEach(() => desk.close());

function sitDown({ personId }: Person) {
  return desk.client.people.sitDown({ personId });
}

function to({ personId }: Person): Recipient {
  return { kind: 'person', personId };
}

const publishers: Recipient = { kind: 'desk', role: 'publisher' };

async function draft(): Promise<string> {
  return (await desk.client.articles.create({})).articleId;
}

const assignments = () => desk.client.articles.assignments;

async function assignmentOf(articleId: string) {
  return (await desk.client.articles.get({ articleId })).assignment;
}

async function listed(assignee: string): Promise<string[]> {
  const { rows } = await desk.client.articles.list({ filter: { assignee } });
  return rows.map(({ articleId }) => articleId);
}

async function trail(articleId: string): Promise<[ActivityEntry['kind'], string | null, string][]> {
  const lines = await desk.client.articles.activity({ articleId });
  return lines.toReversed().map(({ entry, personId, note }) => {
    const person = [tuti, sari, made, budi].find((one) => one.personId === personId);
    return [entry.kind, person?.name ?? null, note];
  });
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'done',
    (error: { code: string; data: { reason?: string } }) => error.data.reason ?? error.code,
  );
}

describe('sending', () => {
  test('to a person: with a note and a state, unread by them until they open it, on nobody else’s list', async () => {
    const articleId = await draft();
    const sent = await assignments().send({
      articleId,
      to: to(budi),
      note: 'Mohon tayang sebelum jam 12.',
      state: 'submitted',
    });
    expect(sent).toMatchObject({ state: 'submitted', assignment: { forMe: false, unread: false } });
    expect(await listed('me')).toEqual([]);

    await sitDown(budi);
    expect(await assignments().counts()).toEqual({ forMe: 1, unread: 1 });
    expect(await listed('me')).toEqual([articleId]);
    expect(await assignmentOf(articleId)).toMatchObject({
      from: sari.personId,
      to: to(budi),
      note: 'Mohon tayang sebelum jam 12.',
      forMe: true,
      unread: true,
    });
    await assignments().markOpened({ articleId });
    expect(await assignments().counts()).toEqual({ forMe: 1, unread: 0 });
    expect(await listed(budi.personId)).toEqual([articleId]);
    expect(await listed(made.personId)).toEqual([]);
  });

  test('to a desk: everybody at it gets it, administrators at the publishers’ too, each has it unread', async () => {
    const articleId = await draft();
    await assignments().send({ articleId, to: publishers });
    expect(await assignments().counts()).toEqual({ forMe: 0, unread: 0 });
    await sitDown(tuti);
    await assignments().markOpened({ articleId });
    expect(await assignments().counts()).toEqual({ forMe: 1, unread: 0 });
    await sitDown(budi);
    expect(await assignments().counts()).toEqual({ forMe: 1, unread: 1 });
    await assignments().send({ articleId, to: to(budi) });
    expect(await assignments().counts()).toEqual({ forMe: 1, unread: 0 });
    await sitDown(tuti);
    expect(await assignments().counts()).toEqual({ forMe: 0, unread: 0 });
  });

  test('lies with one recipient at a time; sent back to who sent it, it is returned', async () => {
    const articleId = await draft();
    await assignments().send({ articleId, to: to(budi), state: 'submitted' });
    await sitDown(budi);
    await assignments().send({ articleId, to: to(sari), note: 'Lengkapi sumbernya.', state: 'draft' });
    expect(await listed('me')).toEqual([]);
    await sitDown(sari);
    expect(await listed('me')).toEqual([articleId]);
    const [line] = await desk.client.articles.activity({ articleId });
    expect(line).toMatchObject({
      entry: { kind: 'sent', to: to(sari), returned: true },
      note: 'Lengkapi sumbernya.',
    });
  });

  test('is refused where nobody can get it, or the state may not change so; nothing of it stays', async () => {
    const articleId = await draft();
    await sitDown(tuti);
    await desk.client.people.change({ ...made, active: false });
    expect(await refusal(assignments().send({ articleId, to: to(made), state: 'submitted' }))).toBe(
      'person-left',
    );
    expect(await refusal(assignments().send({ articleId, to: publishers, state: 'ready' }))).toBe(
      'TRANSITION_REFUSED',
    );
    expect(await desk.client.articles.get({ articleId })).toMatchObject({ state: 'draft', assignment: null });
    expect((await trail(articleId)).map(([kind]) => kind)).toEqual(['created']);
  });
});

describe('taking back', () => {
  test('a sending goes back with its state, to whom the article lay with before', async () => {
    const articleId = await draft();
    await assignments().send({ articleId, to: to(made), note: 'Garap dulu.' });
    const sent = await assignments().send({ articleId, to: publishers, state: 'submitted' });
    const back = await assignments().undo({ assignmentId: sent.assignment?.assignmentId ?? '' });
    expect(back).toMatchObject({ state: 'draft', assignment: { to: to(made), note: 'Garap dulu.' } });
    await sitDown(budi);
    expect(await assignments().counts()).toEqual({ forMe: 0, unread: 0 });
  });

  test('is refused once somebody has gone on with the article', async () => {
    const articleId = await draft();
    const sent = await assignments().send({ articleId, to: to(budi), state: 'submitted' });
    const assignmentId = sent.assignment?.assignmentId ?? '';
    await sitDown(budi);
    await desk.client.articles.changeState({ articleId, to: 'ready' });
    expect(await refusal(assignments().undo({ assignmentId }))).toBe('assignment-moved-on');
    await assignments().send({ articleId, to: to(sari) });
    expect(await refusal(assignments().undo({ assignmentId }))).toBe('assignment-moved-on');
    expect(await assignmentOf(articleId)).toMatchObject({ to: to(sari) });
  });
});

describe('done', () => {
  test('it lies with nobody, and comes back when that was a mistake', async () => {
    const articleId = await draft();
    const sent = await assignments().send({ articleId, to: to(sari) });
    expect(sent.assignment).toMatchObject({ forMe: true, unread: false });
    expect(await listed('nobody')).toEqual([]);
    await assignments().finish({ articleId });
    expect(await listed('nobody')).toEqual([articleId]);
    expect(await refusal(assignments().finish({ articleId }))).toBe('not-assigned');
    const back = await assignments().undo({ assignmentId: sent.assignment?.assignmentId ?? '' });
    expect(back.assignment).toMatchObject({ to: to(sari) });
  });

  test('what lies with one who left shows where nobody has it', async () => {
    const articleId = await draft();
    await assignments().send({ articleId, to: to(made) });
    expect(await listed('nobody')).toEqual([]);
    await sitDown(tuti);
    await desk.client.people.change({ ...made, active: false });
    expect(await listed('nobody')).toEqual([articleId]);
  });

  test('an article in the bin is on nobody’s list', async () => {
    const articleId = await draft();
    await assignments().send({ articleId, to: to(sari) });
    await desk.client.articles.trash({ articleId });
    expect(await listed('me')).toEqual([]);
    expect(await assignments().counts()).toEqual({ forMe: 0, unread: 0 });
  });
});

test('the trail tells who did what, in order, and is there after a restart', async () => {
  const articleId = await draft();
  await desk.client.articles.saveRevision({ articleId, note: 'Sebelum dikirim' });
  await assignments().send({ articleId, to: publishers, note: 'Siap.', state: 'submitted' });
  await sitDown(budi);
  await assignments().send({ articleId, to: to(budi) });
  await assignments().finish({ articleId, note: 'Sudah saya baca.' });
  await desk.client.articles.trash({ articleId });
  await desk.client.articles.untrash({ articleId });
  desk = await desk.reopen();
  expect(await trail(articleId)).toEqual([
    ['created', 'Sari', ''],
    ['named', 'Sari', 'Sebelum dikirim'],
    ['state', 'Sari', ''],
    ['sent', 'Sari', 'Siap.'],
    ['sent', 'Budi', ''],
    ['done', 'Budi', 'Sudah saya baca.'],
    ['trashed', 'Budi', ''],
    ['untrashed', 'Budi', ''],
  ]);
});
