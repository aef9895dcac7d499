/** What a house says of what it published, over every transport: the same answers, the same refusals. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { correctionEntrySchema, WITHDRAWAL_GROUNDS } from '../../shared/contract/corrections.ts';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { transports, type OpenedTransport } from './transports.ts';

describe.each(transports)('over $name', ({ open }) => {
  let transport: OpenedTransport;
  let client: OpenedTransport['client'];

  beforeAll(async () => {
    transport = await open();
    client = transport.client;
  });
  afterAll(() => transport.close());

  async function write(headline: string, sentence: string): Promise<string> {
    const { articleId, base, fields } = await client.articles.create({});
    await client.articles.saveDraft({
      articleId,
      base,
      mutationId: randomUUID(),
      fields: { ...fields, headline, section: 'nasional' },
      document: buildDocument([paragraph([text(sentence)])]),
    });
    return articleId;
  }

  async function published(headline: string, sentence: string): Promise<string> {
    const articleId = await write(headline, sentence);
    const targetId = (await client.publishing.targets.list())[0]?.id ?? '';
    await client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
    await vi.waitFor(
      async () => expect((await client.corrections.of({ articleId })).liveAt).toHaveLength(1),
      { timeout: 10_000, interval: 30 },
    );
    return articleId;
  }

  const refusal = (reason: string) => ({ code: 'INVALID', defined: true, data: { reason } });

  test('a correction: filed once, told to every window, kept with its words', async () => {
    const articleId = await published('Ekspor naik', 'Nilainya Rp1 triliun.');
    const { entries, workingBase } = await client.corrections.of({ articleId });
    expect(entries).toEqual([]);
    const ending = new AbortController();
    const events = await client.system.events(undefined, { signal: ending.signal });
    const filing = {
      articleId,
      requestId: randomUUID(),
      known: 0,
      workingBase,
      wrong: 'Rp1 triliun',
      right: 'Rp1,16 triliun',
      apology: true,
      placement: 'top' as const,
    };
    const entry = correctionEntrySchema.parse(await client.corrections.correct(filing));
    expect(entry.text).toContain('Yang benar: “Rp1,16 triliun”. Redaksi memohon maaf');
    for await (const event of events) if (event.type === 'corrections.changed') break;
    ending.abort();
    expect(await client.corrections.correct(filing)).toEqual(entry);
    expect((await client.corrections.of({ articleId })).entries).toEqual([entry]);
    expect(await client.corrections.marks()).toMatchObject({ [articleId]: 'corrected' });

    const again = { ...filing, requestId: randomUUID() };
    await expect(client.corrections.correct(again)).rejects.toMatchObject(refusal('corrected-meanwhile'));
    await expect(
      client.corrections.correct({ ...again, known: 1, workingBase: workingBase + 1 }),
    ).rejects.toMatchObject({ code: 'DRAFT_CONFLICT', defined: true, data: { articleId } });
    await expect(client.corrections.correct({ ...again, right: ' ' })).rejects.toMatchObject({ status: 400 });
  });

  test('a reply: live stories only, once, never to itself', async () => {
    const articleId = await published('Izin tambang', 'Izinnya dicabut.');
    const reply = await write('Tanggapan', 'Kami menanggapi.');
    const filing = { articleId, requestId: randomUUID(), known: 0 };
    const link = (replyArticleId: string) => client.corrections.linkReply({ ...filing, replyArticleId });
    await expect(link(reply)).rejects.toMatchObject(refusal('reply-not-live'));
    await expect(link(articleId)).rejects.toMatchObject(refusal('reply-to-itself'));
    const answer = await published('Tanggapan kedua', 'Kami menanggapi lagi.');
    expect(await link(answer)).toMatchObject({ matter: { kind: 'reply', otherArticleId: answer } });
    const twice = { articleId, requestId: randomUUID(), known: 1, replyArticleId: answer };
    await expect(client.corrections.linkReply(twice)).rejects.toMatchObject(refusal('linked-already'));
  });

  test('a withdrawal: on a ground of the Pedoman or the source’s own, never on pressure, and for good', async () => {
    const articleId = await published('Kasus di Depok', 'Nama anak itu X.');
    const filing = { articleId, requestId: randomUUID(), known: 0, headline: 'Kasus di Depok' };
    for (const ground of ['pressure', 'request', '']) {
      const pressed = { ...filing, ground: ground as 'child' };
      await expect(client.corrections.withdraw(pressed)).rejects.toMatchObject({ status: 400 });
    }
    expect(WITHDRAWAL_GROUNDS).toEqual(['sara', 'decency', 'child', 'trauma', 'press-council', 'source']);
    await client.corrections.withdraw({ ...filing, ground: 'child' });
    const after = { ...filing, requestId: randomUUID(), known: 1, ground: 'source' as const };
    await expect(client.corrections.withdraw(after)).rejects.toMatchObject(refusal('withdrawn'));
  });

  test('the house’s words: a template that leaves out what has to be told is refused', async () => {
    const { corrections } = await client.settings.get();
    const without = { ...corrections, correctionText: 'Yang benar: {benar}' };
    await expect(client.settings.change({ corrections: without })).rejects.toMatchObject({ status: 400 });
    const own = {
      ...corrections,
      correctionText: 'Ralat {waktu}: {benar}. {maaf}',
      placement: 'own' as const,
    };
    expect((await client.settings.change({ corrections: own })).corrections).toEqual(own);
  });
});
