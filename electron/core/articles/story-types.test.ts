import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildDocument, heading, paragraph, text } from '../../../shared/document/build.ts';
import { documentText } from '../../../shared/document/walk.ts';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore();
  const { writing } = await desk.client.settings.get();
  await desk.client.settings.change({
    writing: {
      ...writing,
      storyTypes: [
        {
          id: 'langsung',
          name: 'Langsung',
          required: ['dek', 'heading'],
          kicker: 'Langsung',
          skeleton: '## TK pukul WIB\n\nTK perkembangan.',
        },
        { id: 'kilat', name: 'Kilat', required: ['section'], kicker: '', skeleton: '' },
      ],
      usualStoryType: 'kilat',
    },
  });
});

afterEach(() => desk.close());

async function submitted(storyType: string): Promise<string> {
  const { articleId } = await desk.client.articles.create({ storyType });
  await desk.client.articles.changeState({ articleId, to: 'submitted' });
  return articleId;
}

async function fill(articleId: string): Promise<void> {
  const { base, fields } = await desk.client.articles.get({ articleId });
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline: 'Banjir', dek: 'Air naik sejak dini hari.' },
    document: buildDocument([heading('h2', [text('Pukul 08.00')]), paragraph([text('Air naik.')])]),
  });
}

test('an article begins with what its type gives it; without a choice it is of the usual one', async () => {
  const { fields, document } = await desk.client.articles.create({ storyType: 'langsung' });
  expect(fields).toMatchObject({ storyType: 'langsung', kicker: 'Langsung' });
  expect(document.root.children.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
  expect((await desk.client.articles.create({})).fields.storyType).toBe('kilat');
  expect((await desk.client.articles.create({ storyType: '' })).fields.storyType).toBe('');
  await expect(desk.client.articles.create({ storyType: 'tidak-ada' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('wire copy keeps its words, whatever type it is written as', async () => {
  const { storyIds } = await desk.client.wire.importText({
    text: 'Gempa di Padang\n\nPadang (ANTARA) - Gempa terasa.',
  });
  const storyId = storyIds[0] ?? 0;
  const article = await desk.client.articles.writeFromWire({ storyId, storyType: 'langsung' });
  expect(article.fields).toMatchObject({ storyType: 'langsung', kicker: 'Langsung' });
  expect(documentText(article.document)).toContain('Gempa terasa.');
  expect(documentText(article.document)).not.toContain('TK');
});

test('it is not ready, whoever sends it, until everything required is there', async () => {
  const articleId = await submitted('kilat');
  const refused = { code: 'NOT_READY', data: { missing: ['section'], count: 1 } };
  await expect(desk.client.articles.changeState({ articleId, to: 'ready' })).rejects.toMatchObject(refused);
  const to = { kind: 'person' as const, personId: (await desk.client.people.list()).currentPersonId };
  await expect(
    desk.client.articles.assignments.send({ articleId, to, note: '', state: 'ready' }),
  ).rejects.toMatchObject(refused);
  expect((await desk.client.articles.get({ articleId })).state).toBe('submitted');

  const live = await submitted('langsung');
  await expect(desk.client.articles.changeState({ articleId: live, to: 'ready' })).rejects.toMatchObject({
    data: { missing: ['dek'] },
  });
  await fill(live);
  expect((await desk.client.articles.changeState({ articleId: live, to: 'ready' })).state).toBe('ready');
});

test('it does not go out either, and a type the house takes away holds nothing up', async () => {
  const { articleId } = await desk.client.articles.create({ storyType: 'kilat' });
  await fill(articleId);
  const asked = () => desk.client.publishing.publishability({ articleId });
  expect((await asked()).reasons).toContainEqual({
    code: 'required-missing',
    level: 'block',
    detail: 'section',
  });
  const { writing } = await desk.client.settings.get();
  await desk.client.settings.change({ writing: { ...writing, storyTypes: [], usualStoryType: '' } });
  expect((await asked()).ok).toBe(true);
});

test('an article stored before there were types is of none', async () => {
  const { articleId } = await desk.client.articles.create({ storyType: 'kilat' });
  const database = new DatabaseSync(join(desk.dataFolder, 'desk.db'));
  database.exec("UPDATE article SET fields = json_remove(fields, '$.storyType')");
  database.close();
  expect((await desk.client.articles.get({ articleId })).fields.storyType).toBe('');
});
