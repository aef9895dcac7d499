/** What changes of sources mean for articles, over every transport: the same entries, the same refusals. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { impactDetailSchema, type Impact } from '../../shared/contract/impact.ts';
import { transports, type OpenedTransport } from './transports.ts';

describe.each(transports)('over $name', ({ open }) => {
  let transport: OpenedTransport;
  let client: OpenedTransport['client'];

  beforeAll(async () => {
    transport = await open();
    client = transport.client;
  });
  afterAll(() => transport.close());

  /** A version of a story; `at`: minutes into its life. */
  async function bring(uri: string, victims: number, at: number): Promise<number> {
    const item = {
      type: 'text',
      uri,
      version: String(at),
      headline: 'Korban gempa bertambah',
      body_text: `Korban gempa menjadi ${victims} orang.`,
      versioncreated: new Date(Date.UTC(2026, 10, 26, 1, at)).toISOString(),
    };
    const file = new File([JSON.stringify(item)], 'kawat.json');
    const { storyIds } = await client.wire.importFile({ file, name: file.name });
    return storyIds[0] ?? 0;
  }

  /** An article made of a story that has changed since. */
  async function changed(uri: string): Promise<Impact> {
    const storyId = await bring(uri, 12, 0);
    const { articleId } = await client.articles.writeFromWire({ storyId });
    await bring(uri, 21, 1);
    return vi.waitFor(
      async () => {
        const { rows } = await client.impact.list({});
        const entry = rows.find((row) => row.articleId === articleId);
        if (entry === undefined) throw new Error('no entry yet');
        return entry;
      },
      { timeout: 10_000, interval: 30 },
    );
  }

  const refusal = (reason: string) => ({ code: 'INVALID', defined: true, data: { reason } });

  test('an entry holds both versions and ours; applied as it was seen, it is closed for good', async () => {
    const { impactId, articleId } = await changed('urn:kontrak:1');
    const entry = impactDetailSchema.parse(await client.impact.get({ impactId }));
    expect(entry).toMatchObject({ state: 'open', kinds: ['new-version'], articleId });
    expect((await client.impact.counts()).open).toBe(1);
    const { newest, article } = entry;
    const apply = {
      impactId,
      versionId: newest.versionId,
      base: article.base,
      fields: article.fields,
      document: newest.copy.document,
      mended: [{ before: 'Korban gempa menjadi 12 orang.', after: 'Korban gempa menjadi 21 orang.' }],
    };
    await expect(client.impact.apply({ ...apply, versionId: apply.versionId + 9 })).rejects.toMatchObject(
      refusal('impact-moved-on'),
    );
    await expect(client.impact.apply({ ...apply, base: apply.base + 9 })).rejects.toMatchObject({
      code: 'DRAFT_CONFLICT',
      defined: true,
    });
    expect(await client.impact.apply(apply)).toMatchObject({ state: 'applied', mended: apply.mended });
    await expect(client.impact.apply(apply)).rejects.toMatchObject(refusal('impact-closed'));
    expect((await client.articles.get({ articleId })).document).toEqual(newest.copy.document);
  });

  test('not affected takes a reason, is told to every window, and can be taken back', async () => {
    const { impactId } = await changed('urn:kontrak:2');
    const { newest } = await client.impact.get({ impactId });
    const seen = { impactId, versionId: newest.versionId };
    await expect(client.impact.dismiss({ ...seen, reason: ' ' })).rejects.toMatchObject({ status: 400 });
    await expect(client.impact.reopen({ impactId })).rejects.toMatchObject(refusal('impact-not-dismissed'));
    const ending = new AbortController();
    const events = await client.system.events(undefined, { signal: ending.signal });
    await client.impact.dismiss({ ...seen, reason: 'Angka itu tidak kami pakai.' });
    for await (const event of events) if (event.type === 'impact.changed') break;
    ending.abort();
    const { rows } = await client.impact.list({ state: 'closed' });
    expect(rows.find((row) => row.impactId === impactId)).toMatchObject({
      state: 'not-affected',
      closed: { reason: 'Angka itu tidak kami pakai.' },
    });
    expect(await client.impact.reopen({ impactId })).toMatchObject({ state: 'open', closed: null });
  });

  test('what is not there is told as such', async () => {
    const gone = { code: 'NOT_FOUND', defined: true };
    await expect(client.impact.get({ impactId: 987_654 })).rejects.toMatchObject(gone);
    await expect(client.corrections.of({ articleId: randomUUID() })).rejects.toMatchObject(gone);
  });
});
