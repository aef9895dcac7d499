import { expect, test } from 'vitest';
import { openTestCore } from '../testing.ts';

test('the newest stories of a list are counted by source, subject, urgency, language and state', async () => {
  const desk = await openTestCore();
  try {
    const item = (number: number, details: object) => ({
      uri: `urn:kawat:${number}`,
      type: 'text',
      pubstatus: 'usable',
      versioncreated: '2026-11-24T09:00:00+07:00',
      headline: `Berita ${number}`,
      body_text: `Isi berita nomor ${number}.`,
      language: 'id-ID',
      ...details,
    });
    const stories = [
      item(1, { urgency: 1, subject: [{ name: 'Bencana' }], headline: 'Gempa guncang Lombok' }),
      item(2, { urgency: 5, subject: [{ name: 'Ekonomi' }] }),
      item(3, { urgency: 5, subject: [{ name: 'Ekonomi' }], language: 'en' }),
      item(4, { pubstatus: 'canceled' }),
    ];
    for (const story of stories) {
      await desk.client.wire.importFile({
        file: new File([JSON.stringify(story)], 'a.json'),
        name: 'a.json',
      });
    }
    const facets = await desk.client.wire.facets({});
    expect(facets).toMatchObject({ horizon: 2_000, looked: 4 });
    expect(facets.subjects).toEqual([
      { value: 'ekonomi', count: 2 },
      { value: 'bencana', count: 1 },
    ]);
    expect(facets.urgencies).toEqual([
      { value: 1, count: 1 },
      { value: 5, count: 2 },
    ]);
    expect(facets.languages).toEqual([
      { value: 'id', count: 3 },
      { value: 'en', count: 1 },
    ]);
    expect(facets.states).toEqual([
      { value: 'unread', count: 4 },
      { value: 'withdrawn', count: 1 },
    ]);
    expect(facets.sources.map(({ count }) => count)).toEqual([4]);

    const narrowed = await desk.client.wire.facets({ filter: { query: 'gempa subjek:bencana' } });
    expect(narrowed).toMatchObject({ looked: 1, subjects: [{ value: 'bencana', count: 1 }] });
    const none = await desk.client.wire.facets({ filter: { query: 'sumber:tidak-ada' } });
    expect(none).toMatchObject({ looked: 0, sources: [] });
  } finally {
    await desk.close();
  }
});
