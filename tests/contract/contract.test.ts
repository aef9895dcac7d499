/** The contract over every transport: the same calls, the same answers. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { CoreEvent } from '../../shared/contract/events.ts';
import { articleSchema } from '../../shared/contract/articles.ts';
import { frontFactsSchema, frontSchema, frontSummarySchema } from '../../shared/contract/fronts.ts';
import { personSchema } from '../../shared/contract/people.ts';
import { sampleStateSchema } from '../../shared/contract/sample.ts';
import { houseSchema, settingsSchema } from '../../shared/contract/settings.ts';
import { logEntrySchema } from '../../shared/contract/system.ts';
import { wireStoryDetailSchema } from '../../shared/contract/wire.ts';
import { sourceConfigurationSchema } from '../../shared/contract/wire-sources.ts';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { documentText } from '../../shared/document/walk.ts';
import { newSlot } from '../../shared/domain/front/build.ts';
import { editTowards } from '../../shared/domain/front/edit-towards.ts';
import { transports, type OpenedTransport } from './transports.ts';

/** A PNG of one transparent pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const COPY = `Presiden buka konferensi media di Bali

Denpasar (ANTARA) - Presiden membuka konferensi media Asia di Denpasar, Bali, Selasa.

Ia mengatakan pers bebas menjaga kepercayaan masyarakat.

Pewarta: Sari Wulandari
Editor: Budi Setiawan
COPYRIGHT © ANTARA 2026`;

describe.each(transports)('over $name', ({ open }) => {
  let transport: OpenedTransport;
  let client: OpenedTransport['client'];

  beforeAll(async () => {
    transport = await open();
    client = transport.client;
  });
  afterAll(() => transport.close());

  test('settings: a change is answered whole and stays', async () => {
    const before = settingsSchema.parse(await client.settings.get());
    const house = { ...before.house, tagline: 'Kabar yang pas' };
    const changed = await client.settings.change({ house });
    expect(changed).toEqual({ ...before, house });
    expect(await client.settings.get()).toEqual(changed);
  });

  test('input that does not fit the contract is refused and changes nothing', async () => {
    const before = await client.settings.get();
    const wrong = { interface: { language: 'xx', theme: 'dark' } } as unknown as { house: never };
    await expect(client.settings.change(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST', status: 400 });
    await expect(client.articles.get({ articleId: 'no-uuid' })).rejects.toMatchObject({ status: 400 });
    expect(await client.settings.get()).toEqual(before);
  });

  test('people: one is added, sits down, and every window hears of it', async () => {
    const before = await client.people.list();
    const ending = new AbortController();
    const events = await client.system.events(undefined, { signal: ending.signal });
    const budi = await client.people.add({ name: 'Budi', code: 'BD01', role: 'editor' });
    expect(personSchema.parse(budi)).toMatchObject({ name: 'Budi', active: true });
    await client.people.sitDown({ personId: budi.personId });
    for await (const event of events) {
      if (event.type === 'people.changed') break;
    }
    ending.abort();
    expect(await client.people.list()).toEqual({
      people: [...before.people, budi],
      currentPersonId: budi.personId,
    });

    await expect(client.people.add({ name: 'Tuti', code: '', role: 'editor' })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
      defined: true,
      data: { action: 'manage-people', whoMay: before.people.map(({ name, code }) => ({ name, code })) },
    });
    await client.people.sitDown({ personId: before.currentPersonId });
  });

  test('a typed error arrives with its code and data', async () => {
    const articleId = randomUUID();
    await expect(client.articles.get({ articleId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      defined: true,
      data: { id: articleId },
    });
    await expect(client.wire.get({ storyId: 987_654 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      defined: true,
    });
  });

  test('an article is created, saved and read back', async () => {
    const article = articleSchema.parse(await client.articles.create({}));
    const document = buildDocument([
      paragraph([text('Hujan deras di Jakarta.')]),
      paragraph([text('Sungai meluap.')]),
    ]);
    const fields = { ...article.fields, headline: 'Banjir Jakarta', tags: ['banjir'] };
    const saved = await client.articles.saveDraft({
      articleId: article.articleId,
      base: article.base,
      mutationId: randomUUID(),
      document,
      fields,
    });
    expect(saved.base).toBeGreaterThan(article.base);

    const again = await client.articles.get({ articleId: article.articleId });
    expect(again).toMatchObject({ base: saved.base, fields, document, state: 'draft' });
    const { rows } = await client.articles.list({ filter: { query: 'meluap' } });
    expect(rows.map(({ articleId, headline }) => ({ articleId, headline }))).toEqual([
      { articleId: article.articleId, headline: 'Banjir Jakarta' },
    ]);
  });

  test('a save repeated with its mutationId is one save; a stale one is a conflict that says where things stand', async () => {
    const { articleId, base, fields } = await client.articles.create({});
    const save = {
      articleId,
      base,
      mutationId: randomUUID(),
      fields: { ...fields, headline: 'Pertama' },
    };
    const first = await client.articles.saveDraft(save);
    expect(await client.articles.saveDraft(save)).toEqual(first);

    const stale = { ...save, mutationId: randomUUID(), fields: { ...fields, headline: 'Kedua' } };
    await expect(client.articles.saveDraft(stale)).rejects.toMatchObject({
      code: 'DRAFT_CONFLICT',
      defined: true,
      data: { articleId, currentBase: first.base },
    });
    expect((await client.articles.get({ articleId })).fields.headline).toBe('Pertama');
  });

  test('a save that names what stands as it did is the whole copy again; of another copy it is a conflict', async () => {
    const { articleId, base } = await client.articles.create({});
    const document = buildDocument(['Satu.', 'Dua.', 'Tiga.'].map((line) => paragraph([text(line)])));
    const first = await client.articles.saveDraft({ articleId, base, mutationId: randomUUID(), document });
    const change = {
      articleId,
      base: first.base,
      mutationId: randomUUID(),
      document: buildDocument([paragraph([text('Dua, kini lain.')])]),
      kept: { of: 3, runs: [0, 2].map((place) => ({ from: place, at: place, count: 1 })) },
    };
    const ofAnother = { ...change, mutationId: randomUUID(), kept: { ...change.kept, of: 4 } };
    await expect(client.articles.saveDraft(ofAnother)).rejects.toMatchObject({ code: 'DRAFT_CONFLICT' });

    await client.articles.saveDraft(change);

    const { document: stored } = await client.articles.get({ articleId });
    expect(documentText(stored).split(/\n+/)).toEqual(['Satu.', 'Dua, kini lain.', 'Tiga.']);
  });

  test('a save is heard as an event, after it can be read', async () => {
    const ending = new AbortController();
    const events = await client.system.events(undefined, { signal: ending.signal });
    const { articleId, base, fields } = await client.articles.create({});
    const saved = await client.articles.saveDraft({ articleId, base, mutationId: randomUUID(), fields });

    let heard: CoreEvent | null = null;
    for await (const event of events) {
      if (event.type !== 'article.changed' || event.articleId !== articleId) continue;
      if (event.base !== saved.base) continue;
      heard = event;
      break;
    }
    ending.abort();
    expect(heard).toEqual({ type: 'article.changed', articleId, base: saved.base, only: 'copy' });
  });

  test('a picture goes in as a file and is the same picture the second time', async () => {
    const add = (name: string) =>
      client.media.add({ file: new File([PIXEL], name, { type: 'image/png' }), name });
    const first = await add('titik.png');
    expect(first).toMatchObject({ mimeType: 'image/png', width: 1, height: 1, bytes: PIXEL.byteLength });
    expect((await add('lagi.png')).mediaId).toBe(first.mediaId);
    // What the file says of itself is told once, when it is taken in.
    const { caption, credit, ...kept } = first;
    expect([caption, credit]).toEqual(['', '']);
    expect(await client.media.get({ mediaId: first.mediaId })).toEqual(kept);
  });

  test('bytes that are no picture are refused in words', async () => {
    const file = new File(['<svg onload="alert(1)"/>'], 'x.png', { type: 'image/png' });
    await expect(client.media.add({ file, name: 'x.png' })).rejects.toMatchObject({
      code: 'INVALID',
      defined: true,
    });
  });

  test('pasted copy: into the inbox, read, filtered, made into an article', async () => {
    const { added, storyIds } = await client.wire.importText({ text: COPY });
    expect(added).toBe(1);
    const storyId = storyIds[0] ?? 0;
    expect((await client.wire.importText({ text: COPY })).added).toBe(0);

    const { rows } = await client.wire.list({ filter: { query: 'konferensi' } });
    expect(rows).toMatchObject([
      { storyId, headline: 'Presiden buka konferensi media di Bali', read: false },
    ]);
    expect((await client.wire.list({ filter: { query: 'tidakadadimanapun' } })).rows).toEqual([]);

    const story = wireStoryDetailSchema.parse(await client.wire.get({ storyId }));
    expect(story.bodyText).toContain('pers bebas menjaga kepercayaan');
    expect(story.bodyText).not.toContain('COPYRIGHT');

    await client.wire.markRead({ storyIds: [storyId], read: true });
    expect((await client.wire.list({ filter: { unreadOnly: true } })).rows).toEqual([]);

    await client.settings.change({ house: houseSchema.parse({ outlet: 'SERUJI.CO.ID' }) });
    const article = articleSchema.parse(await client.articles.writeFromWire({ storyId }));
    expect(article.fields).toMatchObject({ headline: story.headline, dateline: 'DENPASAR, SERUJI.CO.ID – ' });
    expect(article.sources).toMatchObject([{ storyId, versionId: story.versionId }]);
    expect((await client.wire.get({ storyId })).articleIds).toEqual([article.articleId]);
  });

  test('a file of wire copy goes in; one that is none is refused with its reason', async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Uji</title>
      <item><guid>uji-1</guid><title>Harga beras turun</title>
      <description>Harga beras turun di pasar induk.</description></item></channel></rss>`;
    const file = new File([feed], 'uji.xml');
    expect(await client.wire.importFile({ file, name: 'uji.xml' })).toMatchObject({ added: 1 });
    const empty = new File([], 'kosong.xml');
    await expect(client.wire.importFile({ file: empty, name: 'kosong.xml' })).rejects.toMatchObject({
      code: 'UNREADABLE',
      defined: true,
      data: { code: 'empty' },
    });
  });

  test('an article is sent to a desk, opened, finished, and the finishing taken back', async () => {
    const { articleId } = await client.articles.create({});
    const { assignments } = client.articles;
    const to = { kind: 'desk' as const, role: 'publisher' as const };
    const sent = articleSchema.parse(await assignments.send({ articleId, to, note: 'Mohon tayang.' }));
    expect(sent.assignment).toMatchObject({ to, note: 'Mohon tayang.', forMe: true });
    await assignments.markOpened({ articleId });
    expect(await assignments.counts()).toEqual({ forMe: 1, unread: 0 });
    expect((await assignments.finish({ articleId })).assignment).toBeNull();
    await expect(assignments.finish({ articleId })).rejects.toMatchObject({
      code: 'INVALID',
      defined: true,
      data: { reason: 'not-assigned' },
    });
    await expect(assignments.undo({ assignmentId: randomUUID() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      defined: true,
    });
  });

  test('a front is edited once, conflicts are told, what is launched is kept, and every window hears of it', async () => {
    const heard: CoreEvent[] = [];
    const stopped = new AbortController();
    const listening = (async () => {
      for await (const event of await client.system.events(undefined, { signal: stopped.signal }))
        heard.push(event);
    })().catch(() => {});
    const [home] = z.array(frontSummarySchema).parse(await client.fronts.list());
    const { frontId, draft } = frontSchema.parse(await client.fronts.get({ frontId: home?.frontId ?? '' }));
    expect(home?.collections).toEqual(
      draft.collections.map(({ collectionId, title, cap }) => ({ collectionId, title, cap })),
    );
    const { articleId } = await client.articles.create();
    const slot = newSlot({
      slotId: randomUUID(),
      content: { kind: 'article', articleId },
      placedAt: new Date().toISOString(),
    });
    const collectionId = draft.collections[0]?.collectionId ?? '';
    const place = { kind: 'place' as const, collectionId, after: null, slots: [slot] };
    const request = { frontId, mutationId: randomUUID(), edit: place };
    const done = await client.fronts.edit(request);
    expect(await client.fronts.edit(request)).toEqual(done);
    const words = (stamp: string) => ({
      frontId,
      mutationId: randomUUID(),
      edit: {
        kind: 'changeSlot' as const,
        slotId: slot.slotId,
        stamp,
        change: { headline: 'Judul di depan' },
      },
    });
    const changed = await client.fronts.edit(words(''));
    await expect(client.fronts.edit(words(''))).rejects.toMatchObject({
      code: 'FRONT_CONFLICT',
      data: { frontId, kind: 'slot', id: slot.slotId },
    });
    expect(frontFactsSchema.parse(await client.fronts.facts({ frontId })).stories).toMatchObject([
      { articleId, standing: 'draft' },
    ]);
    const launched = await client.fronts.launch({ frontId, collectionIds: null, requestId: randomUUID() });
    await client.fronts.edit({ frontId, mutationId: randomUUID(), edit: changed.inverse });
    const { content } = await client.fronts.launchContent({ launchId: launched.launchId });
    expect(content.collections[0]?.slots[0]).toMatchObject({
      slotId: slot.slotId,
      headline: 'Judul di depan',
    });
    expect(await client.fronts.get({ frontId })).toMatchObject({ changed: 1, live: content });
    const now = await client.fronts.get({ frontId });
    await client.fronts.edit({
      frontId,
      mutationId: randomUUID(),
      edit: editTowards(now.draft, content, null),
    });
    expect(await client.fronts.get({ frontId })).toMatchObject({ changed: 0 });
    await vi.waitFor(() => expect(heard).toContainEqual({ type: 'front.changed', frontId }));
    expect(heard).toContainEqual({ type: 'front.edited', frontId, version: changed.version });
    stopped.abort();
    await listening;
  });

  test('the sample newsroom comes in once and leaves nothing', async () => {
    const before = await client.wire.counts();
    expect(sampleStateSchema.parse(await client.sample.state())).toMatchObject({ loaded: false, stories: 0 });
    const loaded = await client.sample.load();
    expect(loaded.stories).toBeGreaterThanOrEqual(40);
    expect(await client.sample.load()).toEqual(loaded);
    const wrong = { ownArticles: 'burn' } as unknown as { ownArticles: 'keep' };
    await expect(client.sample.remove(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST', status: 400 });
    expect(await client.sample.state()).toEqual(loaded);
    expect(await client.sample.remove({})).toEqual({
      stories: loaded.stories,
      erasedArticles: loaded.untouchedArticles,
      ownArticles: 0,
    });
    expect(await client.sample.state()).toMatchObject({ loaded: false, stories: 0 });
    expect(await client.wire.counts()).toEqual(before);
  });

  test('the workstation tells how it is', async () => {
    const status = await client.system.status();
    expect(status.wireStories).toBeGreaterThanOrEqual(2);
    expect(status.notices).toEqual([]);
  });

  test('the log tells what went wrong by code and by source, and nothing of what was in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'redaksi-log-'));
    writeFileSync(join(folder, 'rahasia.xml'), '<rss><channel><item><title>Naskah rahasia');
    try {
      const source = await client.wire.sources.add(
        sourceConfigurationSchema.parse({ name: 'Kantor B', kind: 'folder', address: folder }),
      );
      const entries = await vi.waitFor(async () => {
        const found = z.array(logEntrySchema).parse(await client.system.log({ level: 'warn' }));
        expect(found.map(({ details }) => details['source'])).toContain(source.id);
        return found;
      }, 15_000);
      expect(entries.filter(({ level }) => level === 'info')).toEqual([]);
      expect(JSON.stringify(entries)).not.toMatch(/rahasia/i);
      const errors = await client.system.log({ level: 'error' });
      expect(errors.map(({ level }) => level)).not.toContain('warn');
      expect(errors[0]).toMatchObject({ message: 'call failed', details: { path: 'sample.remove' } });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    await expect(client.system.log({ limit: 0 })).rejects.toMatchObject({ code: 'BAD_REQUEST', status: 400 });
    await expect(client.system.restore({ name: 'tidak-ada.db' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      defined: true,
      data: { kind: 'backup', id: 'tidak-ada.db' },
    });
  });
});
