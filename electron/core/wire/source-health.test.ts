import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sourceConfigurationSchema } from '../../../shared/contract/wire-sources.ts';
import { eventually, feedOf, openSourceDesk, type SourceDesk } from './testing-sources.ts';

let open: SourceDesk;
let drop: string;

beforeEach(async () => {
  open = await openSourceDesk();
  drop = mkdtempSync(join(tmpdir(), 'redaksi-drop-'));
});

afterEach(async () => {
  await open.close();
  rmSync(drop, { recursive: true, force: true });
});

const PICTURE = Buffer.from('89504e470d0a1a0a0000ff00fe', 'hex');

function dropFile(name: string, content: string | Buffer): void {
  writeFileSync(join(drop, name), content);
  const past = new Date(Date.now() - 60_000);
  utimesSync(join(drop, name), past, past);
}

const WXR_WITH_A_PAGE = `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Situs</title><wp:wxr_version>1.2</wp:wxr_version>
<item><title>Berita</title><link>https://situs.example/?p=1</link><guid>https://situs.example/?p=1</guid><content:encoded>Isi berita.</content:encoded><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
<item><title>Tentang</title><link>https://situs.example/?p=2</link><guid>https://situs.example/?p=2</guid><content:encoded>Isi.</content:encoded><wp:post_id>2</wp:post_id><wp:post_type>page</wp:post_type></item>
</channel></rss>`;

describe('what a source brought', () => {
  test('each delivery with its stories, what was set aside, and what could not be read', async () => {
    dropFile('a.xml', feedOf(['Satu', 'Dua']));
    dropFile('b.bin', PICTURE);
    dropFile('c.xml', WXR_WITH_A_PAGE);
    const { id } = await open.add({ kind: 'folder', address: drop });
    await open.settled(id);
    const { rows, lastWeek } = await open.deliveries(id);
    expect(rows.map(({ name }) => name)).toEqual(['c.xml', 'b.bin', 'a.xml']);
    expect(rows[2]).toMatchObject({ format: 'rss', added: 2, updated: 0, error: null });
    expect(rows[1]).toMatchObject({ format: null, error: { code: 'not-recognised' } });
    expect(rows[0]).toMatchObject({ added: 1, setAside: [{ what: 'page', count: 1 }] });
    expect(lastWeek).toEqual({
      deliveries: 2,
      failures: 1,
      added: 3,
      updated: 0,
      setAside: [{ what: 'page', count: 1 }],
    });
  });

  test('a source that cannot be reached tells it once, however often, and then what came', async () => {
    open.answer = (_request, response) => void response.writeHead(503).end();
    const { id } = await open.add();
    await open.settled(id);
    await open.checkAgain(id);
    open.answer = (_request, response) => response.end(feedOf(['Satu']));
    await open.checkAgain(id);
    const { rows } = await open.deliveries(id);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({ times: 2, size: null, error: { code: 'http-status' } });
    expect(rows[0]).toMatchObject({ times: 1, added: 1, error: null });
    expect(Date.parse(rows[1]!.at)).toBeGreaterThan(Date.parse(rows[1]!.firstAt));
  });

  test('every version leads to the delivery it came in, exactly as it came', async () => {
    const sent = feedOf(['Satu']);
    open.answer = (_request, response) => response.setHeader('content-type', 'application/rss+xml').end(sent);
    const { id } = await open.add();
    await open.settled(id);
    const { wire } = open.desk.client;
    const [row] = (await wire.list({})).rows;
    const [version] = (await wire.get({ storyId: row!.storyId })).versions;
    const payload = await wire.sources.payload({ payloadId: version!.payloadId! });
    expect(payload).toMatchObject({
      sourceName: 'Kantor',
      name: open.address,
      contentType: 'application/rss+xml',
      size: Buffer.byteLength(sent),
      whole: true,
      text: sent,
    });
    expect((await open.deliveries(id)).rows[0]!.payloadId).toBe(version!.payloadId);
  });

  test('is not kept as it came where the house does not want it, and no longer than it wants it', async () => {
    const { id } = await open.add({ keepPayloadDays: 0 });
    await open.settled(id);
    expect((await open.deliveries(id)).rows[0]!.payloadId).toBeNull();

    const kept = await open.add({ keepPayloadDays: 1 });
    open.answer = (_request, response) => response.end(feedOf(['Dua'], { from: 1 }));
    await open.checkAgain(kept.id);
    const { payloadId } = (await open.deliveries(kept.id)).rows[0]!;
    expect(payloadId).not.toBeNull();
    open.desk.advance(2 * 86_400_000);
    open.answer = (_request, response) => response.end(feedOf(['Tiga'], { from: 2 }));
    await open.checkAgain(kept.id);
    await expect(open.desk.client.wire.sources.payload({ payloadId: payloadId! })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('what the house has settled about a source', () => {
  test('urgency of copy that names none, and summaries, are marked; neither makes a new version', async () => {
    const { id, state: _state, unread: _unread, hasSecret: _hasSecret, ...configuration } = await open.add();
    await open.settled(id);
    const settled = { ...configuration, defaultUrgency: 2, copy: 'summary' as const };
    await open.desk.client.wire.sources.change({ id, configuration: settled });
    open.answer = (_request, response) => response.end(feedOf(['Satu', 'Dua']));
    await open.checkAgain(id);
    const { rows } = await open.desk.client.wire.list({});
    expect(rows.map(({ headline, urgency, versionCount }) => [headline, urgency, versionCount])).toEqual([
      ['Dua', 2, 1],
      ['Satu', null, 1],
    ]);
    expect(rows[0]!.problems).toContain('summary-only');
  });

  test('a source that may not be published stops its articles, with the reason', async () => {
    const { client } = open.desk;
    const { id, state: _state, unread: _unread, hasSecret: _hasSecret, ...configuration } = await open.add();
    await open.settled(id);
    const { storyId } = (await client.wire.list({})).rows[0]!;
    const { articleId } = await client.articles.writeFromWire({ storyId });
    const reasons = async () => (await client.publishing.publishability({ articleId })).reasons;
    expect(await reasons()).not.toContainEqual(expect.objectContaining({ code: 'source-refused' }));
    const allowedUses = { ...configuration.allowedUses, publish: false };
    await client.wire.sources.change({ id, configuration: { ...configuration, allowedUses } });
    expect(await reasons()).toContainEqual(
      expect.objectContaining({ code: 'source-refused', level: 'block', detail: 'Satu' }),
    );
  });

  test('its own credit stands in the draft', async () => {
    const { client } = open.desk;
    const { id } = await open.add({ creditName: 'Kk', creditText: 'Sumber: Kantor Kawat' });
    await open.settled(id);
    const { storyId } = (await client.wire.list({})).rows[0]!;
    const { articleId } = await client.articles.writeFromWire({ storyId });
    expect((await client.articles.get({ articleId })).fields.credit).toBe('Sumber: Kantor Kawat');
  });

  test('outside its hours it rests until they begin', async () => {
    const minute = (Date.now() + 420 * 60_000) % 86_400_000;
    const clock = (ms: number) => new Date(ms % 86_400_000).toISOString().slice(11, 16);
    const { id } = await open.add({
      hours: { from: clock(minute + 2 * 3_600_000), until: clock(minute + 4 * 3_600_000) },
    });
    const { nextCheckAt } = await eventually(async () => {
      const { state } = await open.source(id);
      expect(Date.parse(state.nextCheckAt ?? '')).toBeGreaterThan(Date.now() + 3_600_000);
      return state;
    });
    expect(Date.parse(nextCheckAt!)).toBeLessThanOrEqual(Date.now() + 2 * 3_600_000);
    expect(await open.headlines()).toEqual([]);
    open.desk.advance(2 * 3_600_000 + 60_000);
    await open.settled(id);
    expect(await open.headlines()).toEqual(['Satu']);
  });

  test('stories leave when their time is over; what is used or marked stays', async () => {
    const { client } = open.desk;
    open.answer = (_request, response) => response.end(feedOf(['Satu', 'Dua', 'Tiga', 'Empat']));
    const { id } = await open.add({ keepStoriesDays: 7 });
    await open.settled(id);
    const byHeadline = new Map((await client.wire.list({})).rows.map((row) => [row.headline, row.storyId]));
    await client.articles.writeFromWire({ storyId: byHeadline.get('Satu')! });
    await client.wire.marks.flag({ storyIds: [byHeadline.get('Dua')!], flagged: true });
    // Another source carries it too.
    open.answer = (_request, response) => response.end(feedOf(['Tiga'], { from: 2 }));
    const other = await open.add();
    await open.settled(other.id);
    open.desk.advance(8 * 86_400_000);
    await eventually(async () => expect(await open.headlines()).not.toContain('Empat'));
    expect((await open.headlines()).sort()).toEqual(['Dua', 'Satu', 'Tiga']);
    expect((await client.wire.counts()).total).toBe(3);
    await expect(client.wire.get({ storyId: byHeadline.get('Empat')! })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('copy that may not be archived', () => {
  const ninjs = (uri: string, expires?: string) =>
    JSON.stringify({ uri, pubstatus: 'usable', headlines: [{ value: uri }], ...(expires && { expires }) });

  test('leaves after thirty days, marked or not; what an article uses stays, and the list says so', async () => {
    const { client } = open.desk;
    open.answer = (_request, response) => response.end(feedOf(['Satu', 'Dua']));
    const allowedUses = { publish: null, archive: false, artificialIntelligence: false };
    const { id } = await open.add({ allowedUses });
    await open.settled(id);
    const { rows } = await client.wire.list({});
    expect(rows.map(({ refusedUses }) => refusedUses)).toEqual([
      ['archive', 'artificialIntelligence'],
      ['archive', 'artificialIntelligence'],
    ]);
    const [used, flagged] = rows;
    await client.articles.writeFromWire({ storyId: used!.storyId });
    await client.wire.marks.flag({ storyIds: [flagged!.storyId], flagged: true });
    open.desk.advance(29 * 86_400_000);
    await open.checkAgain(id);
    expect(await open.headlines()).toHaveLength(2);
    open.answer = (_request, response) => void response.writeHead(304).end();
    open.desk.advance(2 * 86_400_000);
    await eventually(async () => expect(await open.headlines()).toEqual([used!.headline]));
  });

  test('leaves when its own licence has ended', async () => {
    const start = Date.now();
    const soon = new Date(start + 3_600_000).toISOString();
    const later = new Date(start + 30 * 3_600_000).toISOString();
    dropFile('a.json', ninjs('urn:kawat:segera', soon));
    dropFile('b.json', ninjs('urn:kawat:nanti', later));
    dropFile('c.json', ninjs('urn:kawat:tanpa'));
    const allowedUses = { publish: null, archive: false, artificialIntelligence: null };
    const { id } = await open.add({ kind: 'folder', address: drop, allowedUses });
    await open.settled(id);
    expect(await open.headlines()).toHaveLength(3);
    open.desk.advance(3 * 3_600_000);
    await eventually(async () =>
      expect((await open.headlines()).sort()).toEqual(['urn:kawat:nanti', 'urn:kawat:tanpa']),
    );
  });
});

describe('a folder', () => {
  test('has what was read moved to processed, and what could not be to failed', async () => {
    dropFile('a.xml', feedOf(['Satu']));
    dropFile('b.bin', PICTURE);
    dropFile('.c.xml', feedOf(['Tersembunyi']));
    const { id } = await open.add({ kind: 'folder', address: drop, afterReading: 'move' });
    await open.settled(id);
    expect(readdirSync(drop).sort()).toEqual(['.c.xml', 'failed', 'processed']);
    expect(readdirSync(join(drop, 'processed'))).toEqual(['a.xml']);
    expect(readdirSync(join(drop, 'failed'))).toEqual(['b.bin']);
    dropFile('a.xml', feedOf(['Satu', 'Dua']));
    await eventually(async () => expect(await open.headlines()).toContain('Dua'));
    await eventually(() => expect(readdirSync(join(drop, 'processed')).sort()).toEqual(['a-2.xml', 'a.xml']));
  });
});

test('settings from before these keep their meaning', () => {
  const before = { name: 'Antara', kind: 'feed', address: 'https://kawat.example/rss', paused: false };
  expect(sourceConfigurationSchema.parse(before)).toMatchObject({
    signIn: 'none',
    headers: [],
    pages: 1,
    keepStoriesDays: null,
    silentAfterMinutes: 120,
    hours: null,
    copy: 'as-it-looks',
  });
});
