import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { deskFile } from '../database/open.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { site, withPicture } from '../testing-rights.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { AS_SOURCE, OTHER_FIGURE, publishDespite, recorded, written } from '../testing-record.ts';

let desk: TestCore | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

test('a publication is recorded with its sources, where its sentences came from, and on whose word it went out', async () => {
  desk = await openTestCore({ background: true });
  const articleId = await written(desk, AS_SOURCE, OTHER_FIGURE, 'Rapat anggaran kota ditunda.');
  const targetId = await site(desk);
  await publishDespite(desk, articleId, targetId);
  const [summary] = await recorded(desk, articleId, 1);
  const { content, texts, articleText, intact } = await desk.client.record.get({
    recordId: summary?.recordId ?? '',
  });

  expect(intact).toBe(true);
  expect(content.zone).toEqual({ name: 'Asia/Jakarta', label: 'WIB', offsetMinutes: 420 });
  expect(content.publication).toMatchObject({
    targetName: 'Situs',
    targetKind: 'folder-site',
    action: 'publish',
  });
  expect(content.publication.url).toBeNull();
  expect(existsSync(content.publication.path ?? '')).toBe(true);
  const [source] = content.sources;
  expect(source).toMatchObject({ kind: 'story', creditName: 'Ant', status: 'usable' });
  expect(texts.find(({ hash }) => hash === source?.textHash)?.text).toContain('Rp38.500 per kilogram');
  expect(content.alignment.sentences).toEqual({ verbatim: 1, edited: 1, rewritten: 1, new: 1 });
  expect(content.alignment.sources).toEqual([
    { sourceId: source?.sourceId, verbatim: 1, edited: 1, rewritten: 1, used: 2, outOf: 2 },
  ]);
  expect(content.findings).toMatchObject([
    { code: 'figure-differs', words: 'Rp35.800', source: { words: 'Rp38.500' }, answer: { kind: 'open' } },
  ]);
  const { people, currentPersonId } = await desk.client.people.list();
  const me = { personId: currentPersonId, name: people[0]?.name, code: people[0]?.code };
  expect(content.despite).toMatchObject([{ person: me, findings: 1 }]);
  expect(content.people).toMatchObject({ wrote: [me], edited: [me], published: [me] });
  expect(articleText).toContain('Rp35.800');
  const published = texts.find(({ hash }) => hash === content.article.revisionHash)?.text ?? '';
  expect(sha256(published)).toBe(content.article.revisionHash);
});

test('of a wire story the version its sender counts is recorded, and the address of a site that has one', async () => {
  desk = await openTestCore({ background: true });
  const { client } = desk;
  const { house } = await client.settings.get();
  await client.settings.change({ house: { ...house, siteUrl: 'https://situs.example/' } });
  const item = {
    uri: 'urn:kawat:cabai',
    version: '7',
    pubstatus: 'usable',
    headline: 'Harga cabai turun',
    body_text: AS_SOURCE,
    versioncreated: '2026-11-18T07:00:00+07:00',
  };
  const file = new File([JSON.stringify(item)], 'kawat.json');
  const { storyIds } = await client.wire.importFile({ file, name: 'kawat.json' });
  const { articleId } = await client.articles.writeFromWire({ storyId: storyIds[0] ?? 0 });
  await publishDespite(desk, articleId, await site(desk));
  const [summary] = await recorded(desk, articleId, 1);
  const { content } = await client.record.get({ recordId: summary?.recordId ?? '' });
  expect(content.sources).toMatchObject([{ version: '7' }]);
  expect(content.publication).toMatchObject({
    url: expect.stringMatching(/^https:\/\/situs\.example\/berita\//),
    path: null,
  });
});

test('answers are recorded with note, person and time; an update follows from the entry before', async () => {
  desk = await openTestCore({ background: true });
  const { client } = desk;
  const articleId = await written(desk, OTHER_FIGURE);
  const targetId = await site(desk);
  const { blocks } = await client.provenance.check({
    articleId,
    blocks: [
      {
        id: '0',
        segments: [
          { kind: 'text', text: OTHER_FIGURE, italics: [], links: [], path: [], property: null, about: '' },
        ],
      },
    ],
  });
  const key = blocks[0]?.findings[0]?.key ?? '';
  await client.provenance.accepted.add({ articleId, key, note: 'dihitung ulang' });
  await client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
  const [first] = await recorded(desk, articleId, 1);

  await client.publishing.unpublish({ articleId, targetId, requestId: randomUUID() });
  const [last] = await recorded(desk, articleId, 2);
  const one = await client.record.get({ recordId: first?.recordId ?? '' });
  const { currentPersonId } = await client.people.list();
  expect(one.content.findings[0]?.answer).toMatchObject({
    kind: 'accepted',
    note: 'dihitung ulang',
    person: { personId: currentPersonId },
  });
  const end = await client.record.get({ recordId: last?.recordId ?? '' });
  expect(end).toMatchObject({
    previousHash: one.hash,
    content: {
      kind: 'taken-down',
      article: { revisionHash: one.content.article.revisionHash },
      publication: { action: 'unpublish', previousRecordId: first?.recordId },
    },
  });
});

test('what the record keeps outlives the source and the article’s own list of sources', async () => {
  desk = await openTestCore({ background: true });
  const { client } = desk;
  const articleId = await written(desk, AS_SOURCE);
  const targetId = await site(desk);
  await client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
  const [first] = await recorded(desk, articleId, 1);
  const { sources } = await client.articles.get({ articleId });
  await client.articles.sources.removeStory({ articleId, storyId: sources[0]?.storyId ?? 0 });
  const { content, texts } = await client.record.get({ recordId: first?.recordId ?? '' });
  expect(texts.find(({ hash }) => hash === content.sources[0]?.textHash)?.text).toContain('92 ton semalam');
});

test('the exported file can be checked by anybody with SHA-256 and canonical JSON', async () => {
  desk = await openTestCore({ background: true });
  const articleId = await written(desk, AS_SOURCE);
  await publishDespite(desk, articleId, await site(desk));
  const [summary] = await recorded(desk, articleId, 1);
  const { fileName, text: file } = await desk.client.record.exportJson({ recordId: summary?.recordId ?? '' });
  const { hash, previousHash, content, texts } = JSON.parse(file) as Record<string, unknown>;
  expect(fileName).toMatch(/^redaksi-record-1-[0-9a-f]{8}\.json$/);
  expect(sha256(`${String(previousHash)}\n${canonicalJson(content)}`)).toBe(hash);
  for (const one of texts as { hash: string; text: string }[]) expect(sha256(one.text)).toBe(one.hash);
});

test('the database refuses to change, delete or replace what is recorded; what is done past it shows in the check', async () => {
  desk = await openTestCore({ background: true });
  const { client, dataFolder } = desk;
  const targetId = await site(desk);
  let changed = '';
  for (const words of [AS_SOURCE, OTHER_FIGURE]) {
    const articleId = await written(desk, words);
    await publishDespite(desk, articleId, targetId);
    await recorded(desk, articleId, 1);
    changed = articleId;
  }
  const found = async () => {
    for await (const part of await client.system.check()) if (part.part === 'record') return part;
    throw new Error('the record was not checked');
  };
  expect(await found()).toEqual({ part: 'record', examined: 2, sound: true, problems: [] });

  const other = new SqliteDatabase(deskFile(dataFolder));
  try {
    for (const table of ['publication_record', 'record_text']) {
      expect(() => other.exec(`DELETE FROM ${table}`)).toThrow('never deleted');
    }
    expect(() => other.exec("UPDATE publication_record SET content = '{}'")).toThrow('never changed');
    expect(() => other.exec("UPDATE record_text SET text = ''")).toThrow('never changed');
    other.exec("INSERT OR REPLACE INTO record_text SELECT hash, 'lain' FROM record_text");
    other.exec(
      `INSERT OR REPLACE INTO publication_record SELECT number, id, article_id, target_id, delivery_id, '{}', previous_hash, hash FROM publication_record`,
    );
    expect(await found()).toMatchObject({ sound: true });

    const tampered = (sql: string) => {
      other.exec(`DROP TRIGGER publication_record_never_changes; DROP TRIGGER publication_record_never_goes;
        DROP TRIGGER record_text_never_changes`);
      other.exec('BEGIN');
      other.exec(sql);
      other.exec('COMMIT');
    };
    tampered(
      `UPDATE publication_record SET content = replace(content, 'Rp35.800', 'Rp38.500') WHERE number = 2`,
    );
    expect((await found()).problems).toEqual(['record 2: changed']);
    const [second] = await client.record.list({ articleId: changed });
    expect(await client.record.get({ recordId: second?.recordId ?? '' })).toMatchObject({ intact: false });
    // Whoever makes a new hash for what they changed breaks the next link.
    const first = other
      .prepare<[], { content: string; previous_hash: string }>(
        'SELECT * FROM publication_record WHERE number = 1',
      )
      .get();
    const forged = (first?.content ?? '').replace('"WIB"', '"WIT"');
    other
      .prepare('UPDATE publication_record SET content = ?, hash = ? WHERE number = 1')
      .run(forged, sha256(`${first?.previous_hash}\n${forged}`));
    expect((await found()).problems).toContain('record 2: does not follow from the one before');
    other.exec('DELETE FROM publication_record WHERE number = 2');
    expect((await found()).problems).toEqual(['record 2: missing']);
    other.exec("UPDATE record_text SET text = text || ' '");
    expect((await found()).problems.filter((problem) => problem.endsWith('is gone')).length).toBeGreaterThan(
      0,
    );
  } finally {
    other.close();
  }
});

test('every place an article goes to has its entry, and so has every update of it, with who approved it', async () => {
  desk = await openTestCore({ background: true });
  const { client } = desk;
  const articleId = await written(desk, AS_SOURCE);
  await client.articles.changeState({ articleId, to: 'submitted' });
  await client.articles.changeState({ articleId, to: 'ready' });
  const [first, second] = [await site(desk), await site(desk)];
  for (const targetId of [first, second]) await publishDespite(desk, articleId, targetId);
  await recorded(desk, articleId, 2);
  await publishDespite(desk, articleId, second);
  const entries = await recorded(desk, articleId, 3);
  expect(entries.map(({ action }) => action)).toEqual(['update', 'publish', 'publish']);
  expect(new Set(entries.map(({ targetId }) => targetId))).toEqual(new Set([first, second]));
  const { content } = await client.record.get({ recordId: entries[0]?.recordId ?? '' });
  const before = entries.find(({ targetId, action }) => targetId === second && action === 'publish');
  expect(content.publication.previousRecordId).toBe(before?.recordId);
  const { currentPersonId } = await client.people.list();
  expect(content.people.approved).toMatchObject([{ personId: currentPersonId }]);
  expect(content.trail).toContainEqual(
    expect.objectContaining({ entry: { kind: 'state', from: 'submitted', to: 'ready' } }),
  );
});

test('rights are recorded as they stood when it went out, with what was ignored and by whom', async () => {
  desk = await openTestCore({ background: true });
  const { client } = desk;
  const articleId = await written(desk, AS_SOURCE);
  const mediaId = await withPicture(desk, articleId);
  const rights = { mediaId, credit: 'ANTARA FOTO', expires: null, uses: 'archive-only' as const, notice: '' };
  await client.rights.setPicture(rights);
  const archive = (await client.rights.findings({ articleId })).find(
    ({ code }) => code === 'rights-picture-archive',
  );
  await client.checks.ignored.add({ articleId, key: archive?.key ?? '' });
  await publishDespite(desk, articleId, await site(desk));
  const [summary] = await recorded(desk, articleId, 1);
  await client.rights.setPicture({ ...rights, credit: '', uses: 'publish' });
  const { content, intact } = await client.record.get({ recordId: summary?.recordId ?? '' });
  expect(intact).toBe(true);
  const { currentPersonId } = await client.people.list();
  const ofRights = content.findings.filter(({ code }) => code.startsWith('rights-'));
  expect(ofRights).toMatchObject([
    { code: 'rights-picture-credit-other', words: 'Kantor berita lain', answer: { kind: 'open' } },
    {
      code: 'rights-picture-archive',
      answer: { kind: 'ignored', person: { personId: currentPersonId } },
    },
  ]);
  expect(content.despite).toMatchObject([{ findings: 1 }]);
});

test('what went out before there was a record is named as having no entry', async () => {
  desk = await openTestCore({ background: true });
  const { client, dataFolder } = desk;
  const articleId = await written(desk, AS_SOURCE);
  await publishDespite(desk, articleId, await site(desk));
  await recorded(desk, articleId, 1);
  expect(await client.record.unrecorded({ articleId })).toEqual([]);
  const other = new SqliteDatabase(deskFile(dataFolder));
  try {
    other.exec('DROP TRIGGER publication_record_never_goes; DELETE FROM publication_record');
  } finally {
    other.close();
  }
  expect(await client.record.unrecorded({ articleId })).toMatchObject([
    { targetName: 'Situs', url: expect.stringContaining('/berita/'), why: 'earlier' },
  ]);
});
