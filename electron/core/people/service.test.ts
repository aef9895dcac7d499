import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import type { PersonFacts } from '../../../shared/contract/people.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore();
});

afterEach(() => desk.close());

function add(name: string, role: PersonFacts['role'], code = '') {
  return desk.client.people.add({ name, code, role });
}

function sitDown({ personId }: { personId: string }) {
  return desk.client.people.sitDown({ personId });
}

async function current() {
  const { people, currentPersonId } = await desk.client.people.list();
  return people.find(({ personId }) => personId === currentPersonId);
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'done',
    (error: { code: string; data: { reason?: string } }) => error.data.reason ?? error.code,
  );
}

describe('the first person', () => {
  test('a new house has one, unnamed, who may do everything at once', async () => {
    expect(await current()).toMatchObject({ name: '', code: '', role: 'administrator', active: true });
    await add('Budi', 'publisher');
    expect((await desk.client.people.list()).people).toHaveLength(2);
  });

  test('is the one the settings of an earlier version named, and stays when the settings forget', async () => {
    await desk.close();
    const person = { name: 'Sari', code: 'SU02' };
    let settings: unknown = { person };
    desk = await openTestCore({
      settingsStore: { read: () => settings, write: (value) => (settings = value) },
    });
    expect(await current()).toMatchObject({ ...person, role: 'administrator' });
    settings = {};
    desk = await desk.reopen();
    expect(await current()).toMatchObject(person);
    expect((await desk.client.people.list()).people).toHaveLength(1);
  });
});

describe('who sits here', () => {
  test('anybody of the house, and it is still so after a restart; all windows are told', async () => {
    const stop = new AbortController();
    const events = await desk.client.system.events(undefined, { signal: stop.signal });
    const first = (async (): Promise<CoreEvent | undefined> => {
      for await (const event of events) return event;
      return undefined;
    })();
    const budi = await add('Budi', 'editor', 'BD01');
    expect(await first).toEqual({ type: 'people.changed' });
    stop.abort();
    await sitDown(budi);
    desk = await desk.reopen();
    expect(await current()).toEqual(budi);
  });

  test('not one who left', async () => {
    const budi = await add('Budi', 'editor');
    await desk.client.people.change({ ...budi, active: false });
    expect(await refusal(sitDown(budi))).toBe('person-left');
    expect(await refusal(sitDown({ personId: crypto.randomUUID() }))).toBe('NOT_FOUND');
  });
});

describe('the list', () => {
  test('is changed by administrators only', async () => {
    const budi = await add('Budi', 'publisher');
    await sitDown(budi);
    await expect(add('Tuti', 'editor')).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
      data: { action: 'manage-people', whoMay: [{ name: '', code: '' }] },
    });
    expect(await refusal(desk.client.people.change({ ...budi, role: 'administrator' }))).toBe(
      'NOT_PERMITTED',
    );
  });

  test('always keeps an administrator, and whoever sits here', async () => {
    const first = await current();
    if (first === undefined) throw new Error('nobody sits here');
    const named = { ...first, name: 'Sari' };
    expect(await refusal(desk.client.people.change({ ...named, role: 'editor' }))).toBe('last-administrator');
    expect(await refusal(desk.client.people.change({ ...named, active: false }))).toBe('person-sits-here');
    expect(await current()).toEqual(first);
    const tuti = await add('Tuti', 'administrator');
    await sitDown(tuti);
    expect(await desk.client.people.change({ ...named, active: false })).toMatchObject({ active: false });
  });

  test('needs a name, and a code that nobody here has and that fits into a credit', async () => {
    await add('Budi', 'editor', 'BD01');
    expect(await refusal(add('  ', 'editor'))).toBe('name-missing');
    expect(await refusal(add('Tuti', 'editor', 'bd01 '))).toBe('code-taken');
    expect(await refusal(add('Tuti', 'editor', 'A/B'))).toBe('code-signs');
    expect(await add(' Tuti   Rahayu ', 'editor')).toMatchObject({ name: 'Tuti Rahayu', code: '' });
  });

  test('the code of one who left can be given anew', async () => {
    const budi = await add('Budi', 'editor', 'BD01');
    await desk.client.people.change({ ...budi, active: false });
    expect(await add('Bambang', 'editor', 'BD01')).toMatchObject({ code: 'BD01' });
    expect(await refusal(desk.client.people.change({ ...budi, active: true }))).toBe('code-taken');
  });
});

describe('publishing', () => {
  test('is refused to an editor in the core, who is told who may, and recorded under who asked', async () => {
    const budi = await add('Budi', 'publisher', 'BD01');
    const sari = await add('Sari', 'editor', 'SU02');
    const { articleId, base, fields } = await desk.client.articles.create({});
    await desk.client.articles.saveDraft({
      articleId,
      base,
      mutationId: crypto.randomUUID(),
      fields: { ...fields, headline: 'Harga cabai turun' },
      document: buildDocument([paragraph([text('Isi.')])]),
    });
    const [target] = await desk.client.publishing.targets.list();
    const request = { articleId, targetId: target?.id ?? '', requestId: crypto.randomUUID() };

    await sitDown(sari);
    await expect(desk.client.publishing.publish(request)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
      data: { action: 'publish', whoMay: [{ name: '' }, { name: 'Budi', code: 'BD01' }] },
    });
    expect((await desk.client.publishing.deliveries({})).rows).toEqual([]);

    await sitDown(budi);
    const delivery = await desk.client.publishing.publish(request);
    expect(delivery.askedBy).toBe(budi.personId);
    await sitDown(sari);
    expect(await desk.client.publishing.publish(request)).toEqual(delivery);
    expect(await refusal(desk.client.publishing.cancel(delivery))).toBe('NOT_PERMITTED');
    const [home] = await desk.client.fronts.list();
    const launch = { frontId: home?.frontId ?? '', collectionIds: null, requestId: crypto.randomUUID() };
    expect(await refusal(desk.client.fronts.launch(launch))).toBe('NOT_PERMITTED');
    const revisions = await desk.client.articles.revisions({ articleId });
    expect(revisions[0]).toMatchObject({ reason: 'publish', personId: budi.personId, personCode: 'BD01' });
  });
});
