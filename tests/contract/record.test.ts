/** The record of publications over every transport. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { recordSchema, recordSummarySchema } from '../../shared/contract/record.ts';
import { transports, type OpenedTransport } from './transports.ts';

const COPY = `Pelabuhan Patimban layani kapal besar

Subang (ANTARA) - Pelabuhan Patimban di Subang mulai melayani kapal peti kemas besar, Selasa.`;

describe.each(transports)('the record over $name', ({ open }) => {
  let transport: OpenedTransport;
  let client: OpenedTransport['client'];
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-record-'));

  beforeAll(async () => {
    transport = await open();
    client = transport.client;
  });
  afterAll(async () => {
    await transport.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('what is published has an entry that is read back whole, exported, and found sound', async () => {
    const { storyIds } = await client.wire.importText({ text: COPY, creditName: 'Ant' });
    const { articleId } = await client.articles.writeFromWire({ storyId: storyIds[0] ?? 0 });
    expect(await client.record.list({ articleId })).toEqual([]);
    const configuration = {
      kind: 'folder-site' as const,
      folder,
      siteUrl: 'https://situs.example/',
      language: 'id' as const,
    };
    const target = await client.publishing.targets.add({ name: 'Situs catatan', configuration });
    await client.publishing.publish({ articleId, targetId: target.id, requestId: randomUUID() });
    const summary = await vi.waitFor(
      async () => recordSummarySchema.parse((await client.record.list({ articleId }))[0]),
      15_000,
    );
    expect(summary).toMatchObject({ kind: 'published', targetName: 'Situs catatan' });

    const { recordId } = summary;
    const record = await client.record.get({ recordId });
    expect(recordSchema.parse(record)).toEqual(record);
    expect(record).toMatchObject({ number: summary.number, intact: true });
    expect(record.content.sources).toMatchObject([{ creditName: 'Ant' }]);

    const { text } = await client.record.exportJson({ recordId });
    const file = JSON.parse(text) as Pick<typeof record, 'hash' | 'texts'>;
    expect(file.hash).toBe(record.hash);
    for (const one of file.texts) {
      expect(createHash('sha256').update(one.text).digest('hex')).toBe(one.hash);
    }
    for await (const part of await client.system.check()) {
      if (part.part === 'record') expect(part).toMatchObject({ sound: true, problems: [] });
    }
  });

  test('rights of a picture are set and listed, and none is known of a strange one', async () => {
    const strange = '0'.repeat(64);
    await expect(client.rights.picture({ mediaId: strange })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      defined: true,
    });
    const { sources, cursor } = await client.rights.ledger({ filter: 'all' });
    expect(sources.length).toBeGreaterThan(0);
    expect(cursor).toBeNull();
  });

  test('there is no entry of a strange id', async () => {
    const recordId = randomUUID();
    await expect(client.record.get({ recordId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      defined: true,
      data: { kind: 'record', id: recordId },
    });
  });
});
