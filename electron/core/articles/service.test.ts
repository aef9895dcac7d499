import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { articleFieldsSchema } from '../../../shared/contract/articles.ts';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import { buildDocument, image, paragraph, text } from '../../../shared/document/build.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { documentText } from '../../../shared/document/walk.ts';
import { nameFirstPerson, openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore();
});

afterEach(() => desk.close());

function body(words: string) {
  return buildDocument([paragraph([text(words)])]);
}

function save(articleId: string, base: number, words: string, mutationId = randomUUID()) {
  return desk.client.articles.saveDraft({ articleId, base, mutationId, document: body(words) });
}

const pasted = `Harga cabai di pasar induk turun

Jakarta (ANTARA) - Harga cabai di pasar induk turun dua pekan berturut-turut.

"Pasokan kembali normal," ujar kepala dinas perdagangan, Kamis.

Pewarta: Reporter Satu
Editor: Penyunting Dua
Copyright © ANTARA 2026`;

describe('pasted copy', () => {
  test('is credited as whoever pasted it said, whatever agency the copy names', async () => {
    await nameFirstPerson(desk, 'Sari', 'SU02');
    const { storyIds } = await desk.client.wire.importText({ text: pasted, creditName: 'Kb' });
    const article = await desk.client.articles.writeFromWire({ storyId: storyIds[0] ?? 0 });
    expect(article.fields.credit).toBe('(Kb/SU02)');
    expect(article.sources[0]?.creditName).toBe('Kb');
  });

  test('pasted again with another credit is a new version of the story', async () => {
    await desk.client.wire.importText({ text: pasted, creditName: 'Kb' });
    const again = await desk.client.wire.importText({ text: pasted, creditName: 'Kc' });
    expect(again).toMatchObject({ added: 0, updated: 1 });
  });

  test('without one is credited to the agency its dateline names', async () => {
    const article = await desk.client.articles.writeFromWire({ storyId: await importStory() });
    expect(article.sources[0]?.creditName).toBe('Ant');
  });
});

async function importStory(): Promise<number> {
  const { storyIds } = await desk.client.wire.importText({ text: pasted });
  return storyIds[0] ?? 0;
}

describe('saving a draft', () => {
  test('what was saved is there after the program was closed', async () => {
    const { articleId, base } = await desk.client.articles.create({});
    await save(articleId, base, 'Kalimat pertama.');
    desk = await desk.reopen();
    const article = await desk.client.articles.get({ articleId });
    expect(documentText(article.document)).toBe('Kalimat pertama.');
  });

  test('a block of a newer version of the program is kept word for word', async () => {
    const { articleId, base } = await desk.client.articles.create({});
    const poll = { type: 'poll', question: 'Siapa?', version: 1 };
    const newer = {
      vocabulary: 99,
      root: { type: 'root', children: [paragraph([text('Kata.')]), poll], version: 1 },
    } as unknown as ReturnType<typeof body>;
    await desk.client.articles.saveDraft({ articleId, base, mutationId: randomUUID(), document: newer });
    desk = await desk.reopen();
    const { document } = await desk.client.articles.get({ articleId });
    expect(document.root.children).toMatchObject([
      { type: 'paragraph' },
      { type: 'foreign', kind: 'unknown', origin: '99', raw: JSON.stringify(poll) },
    ]);
  });

  test('a repeated save answers as the first time and changes nothing', async () => {
    const { articleId, base } = await desk.client.articles.create({});
    const mutationId = randomUUID();
    const first = await save(articleId, base, 'Sekali.', mutationId);
    await save(articleId, first.base, 'Dua kali.');
    expect(await save(articleId, base, 'Sekali.', mutationId)).toEqual(first);
    expect(documentText((await desk.client.articles.get({ articleId })).document)).toBe('Dua kali.');
  });

  test('a save made from an old state is refused and overwrites nothing', async () => {
    const { articleId, base } = await desk.client.articles.create({});
    const { base: current } = await save(articleId, base, 'Milik jendela lain.');
    await expect(save(articleId, base, 'Milik saya.')).rejects.toMatchObject({
      code: 'DRAFT_CONFLICT',
      data: { articleId, currentBase: current },
    });
    expect(documentText((await desk.client.articles.get({ articleId })).document)).toBe(
      'Milik jendela lain.',
    );
  });

  /** What everybody hears of some saves, done one after the other. */
  async function heardOf(saves: readonly (() => Promise<unknown>)[]): Promise<CoreEvent[]> {
    const stop = new AbortController();
    const heard: CoreEvent[] = [];
    const events = await desk.client.system.events(undefined, { signal: stop.signal });
    const listening = (async () => {
      for await (const event of events) if (heard.push(event) === saves.length) return;
    })();
    for (const saveOne of saves) await saveOne();
    await listening;
    stop.abort();
    return heard;
  }

  async function saveOnTop(
    articleId: string,
    change: { document?: ArticleDocument; fields?: ArticleFields },
  ): Promise<void> {
    const { base } = await desk.client.articles.get({ articleId });
    await desk.client.articles.saveDraft({ articleId, base, mutationId: randomUUID(), ...change });
  }

  test('everybody hears of it after it is saved, by id, and whether a revision came of it', async () => {
    const { articleId, base } = await desk.client.articles.create({});
    const heard = await heardOf([
      () => saveOnTop(articleId, { document: body('Baru.') }),
      () => {
        desk.advance(6 * 60_000);
        return saveOnTop(articleId, { document: body('Lebih baru.') });
      },
    ]);
    expect(heard).toEqual([
      { type: 'article.changed', articleId, base: base + 1, only: 'words' },
      { type: 'article.changed', articleId, base: base + 2 },
    ]);
  });

  test('everybody hears whether more than words are others', async () => {
    const { articleId, fields } = await desk.client.articles.create({});
    const picture = image('a'.repeat(64));
    const changes = [
      { document: body('Baru.') },
      { document: buildDocument([paragraph([text('Baru.')]), picture]) },
      { document: buildDocument([paragraph([text('Lebih baru.')]), picture]) },
      { document: buildDocument([paragraph([text('Lebih baru.')]), { ...picture, credit: 'Antara' }]) },
      { fields: { ...fields, headline: 'Judul' } },
    ];
    const heard = await heardOf(changes.map((change) => () => saveOnTop(articleId, change)));
    expect(heard.map((event) => event.type === 'article.changed' && event.only)).toEqual([
      'words',
      'copy',
      'words',
      'copy',
      'copy',
    ]);
  });
});

describe('revisions', () => {
  test('one is cut every few minutes of editing, with what stood before the pause', async () => {
    const { articleId, base } = await desk.client.articles.create({});
    const first = await save(articleId, base, 'Versi satu.');
    desk.advance(6 * 60_000);
    await save(articleId, first.base, 'Versi dua.');
    const revisions = await desk.client.articles.revisions({ articleId });
    expect(revisions.map(({ reason }) => reason)).toEqual(['editing', 'created']);
    const revision = await desk.client.articles.revision({
      articleId,
      revisionId: revisions[0]?.revisionId ?? 0,
    });
    expect(documentText(revision.document)).toBe('Versi satu.');
  });

  test('restoring keeps what was there as a revision of its own', async () => {
    const { articleId, base } = await desk.client.articles.create({});
    const first = await save(articleId, base, 'Versi satu.');
    const named = await desk.client.articles.saveRevision({ articleId, note: 'sebelum rapat' });
    const second = await save(articleId, first.base, 'Versi dua.');
    const restored = await desk.client.articles.restoreRevision({
      articleId,
      revisionId: named.revisionId,
      base: second.base,
    });
    expect(documentText(restored.document)).toBe('Versi satu.');
    const revisions = await desk.client.articles.revisions({ articleId });
    expect(revisions.map(({ reason }) => reason)).toEqual(['restore', 'editing', 'named', 'created']);
  });

  test('one is cut when somebody else goes on, under the name of who wrote it', async () => {
    const { articleId, base } = await desk.client.articles.create({});
    const { base: next } = await save(articleId, base, 'Kata-kata orang pertama.');
    const { currentPersonId: first } = await desk.client.people.list();
    const budi = await desk.client.people.add({ name: 'Budi', code: 'BD01', role: 'editor' });
    await desk.client.people.sitDown(budi);
    await save(articleId, next, 'Kata-kata Budi.');
    const [newest] = await desk.client.articles.revisions({ articleId });
    expect(newest).toMatchObject({ reason: 'editing', personId: first });
    const cut = await desk.client.articles.revision({ articleId, revisionId: newest?.revisionId ?? 0 });
    expect(documentText(cut.document)).toBe('Kata-kata orang pertama.');
    const named = await desk.client.articles.saveRevision({ articleId });
    expect(named).toMatchObject({ personId: budi.personId, personCode: 'BD01' });
  });
});

describe('states', () => {
  test('a draft is submitted, made ready, and cannot be called published by hand', async () => {
    const { articleId } = await desk.client.articles.create({});
    await desk.client.articles.changeState({ articleId, to: 'submitted' });
    const ready = await desk.client.articles.changeState({ articleId, to: 'ready' });
    expect(ready.state).toBe('ready');
    await expect(desk.client.articles.changeState({ articleId, to: 'published' })).rejects.toMatchObject({
      code: 'TRANSITION_REFUSED',
    });
  });
});

describe('Tulis dari kawat', () => {
  test('makes a draft in house style, with its source linked', async () => {
    const settings = await desk.client.settings.get();
    await desk.client.settings.change({
      house: { ...settings.house, outlet: 'SERUJI.CO.ID' },
    });
    await nameFirstPerson(desk, 'Sari', 'SU02');
    const storyId = await importStory();
    const article = await desk.client.articles.writeFromWire({ storyId });
    expect(article.fields).toMatchObject({
      headline: 'Harga cabai di pasar induk turun',
      byline: 'Sari',
      dateline: 'JAKARTA, SERUJI.CO.ID – ',
      credit: '(Ant/SU02)',
      slug: 'harga-cabai-di-pasar-induk-turun',
    });
    const copy = documentText(article.document);
    expect(copy).toMatch(/^Harga cabai di pasar induk turun dua pekan/);
    expect(copy).not.toMatch(/Pewarta|Copyright|ANTARA/);
    expect(article.sources).toMatchObject([{ storyId, effectiveStatus: 'usable', outdated: false }]);
    expect((await desk.client.wire.get({ storyId })).articleIds).toEqual([article.articleId]);
  });
});

describe('the list', () => {
  test('is searched by headline and body, and filtered by state', async () => {
    for (const headline of ['Rupiah menguat', 'Timnas berlatih', 'Rupiah melemah']) {
      const { articleId, base } = await desk.client.articles.create({});
      await desk.client.articles.saveDraft({
        articleId,
        base,
        mutationId: randomUUID(),
        fields: articleFieldsSchema.parse({ headline }),
        document: body(`Isi tentang ${headline}.`),
      });
    }
    const found = await desk.client.articles.list({ filter: { query: 'rupiah' } });
    expect(found.rows.map(({ headline }) => headline)).toEqual(['Rupiah melemah', 'Rupiah menguat']);
    const [first] = found.rows;
    await desk.client.articles.changeState({ articleId: first?.articleId ?? '', to: 'submitted' });
    const submitted = await desk.client.articles.list({ filter: { states: ['submitted'] } });
    expect(submitted.rows.map(({ headline }) => headline)).toEqual(['Rupiah melemah']);
    expect(await desk.client.articles.counts()).toEqual({ draft: 2, submitted: 1, ready: 0, published: 0 });
  });

  test('goes on page by page without losing or repeating a row', async () => {
    for (let index = 0; index < 5; index += 1) await desk.client.articles.create({});
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { rows: { articleId: string }[]; cursor: string | null } = await desk.client.articles.list({
        cursor,
        limit: 2,
      });
      seen.push(...page.rows.map(({ articleId }) => articleId));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  test('an article in the bin is out of sight and comes back', async () => {
    const { articleId } = await desk.client.articles.create({});
    await desk.client.articles.trash({ articleId });
    expect((await desk.client.articles.list({})).rows).toEqual([]);
    await desk.client.articles.untrash({ articleId });
    expect((await desk.client.articles.list({})).rows).toHaveLength(1);
  });
});

describe('headlines there are already', () => {
  async function write(headline: string, slug: string): Promise<string> {
    const { articleId, base, fields } = await desk.client.articles.create({});
    const change = { articleId, base, mutationId: randomUUID(), fields: { ...fields, headline, slug } };
    await desk.client.articles.saveDraft(change);
    return articleId;
  }

  test('are told, capitals aside, and slugs by themselves; what is in the bin counts no more', async () => {
    const ours = await write('Banjir di Demak', 'banjir-di-demak');
    const same = await write('BANJIR DI DEMAK', 'banjir-lagi');
    const slug = await write('Air surut', 'banjir-di-demak');
    const ask = { articleId: ours, headline: ' Banjir di Demak ', slug: 'banjir-di-demak' };
    expect(await desk.client.articles.sameHeadline(ask)).toEqual({
      headline: [{ articleId: same, headline: 'BANJIR DI DEMAK', state: 'draft' }],
      slug: [{ articleId: slug, headline: 'Air surut', state: 'draft' }],
    });
    await desk.client.articles.trash({ articleId: same });
    expect((await desk.client.articles.sameHeadline(ask)).headline).toEqual([]);
    const nothing = { articleId: ours, headline: '', slug: '' };
    expect(await desk.client.articles.sameHeadline(nothing)).toEqual({ headline: [], slug: [] });
  });

  test('are told by the address as well that an automatic slug gives', async () => {
    const published = await write('Bocor atau tidak', '');
    const typed = await write('Bocor, atau tidak?', 'bocor-atau-tidak');
    const told = async (articleId: string, headline: string, slug: string) => {
      const same = await desk.client.articles.sameHeadline({ articleId, headline, slug });
      return {
        headline: same.headline.map((one) => one.articleId),
        slug: same.slug.map((one) => one.articleId),
      };
    };
    expect(await told(typed, 'Bocor, atau tidak?', 'bocor-atau-tidak')).toEqual({
      headline: [],
      slug: [published],
    });
    expect(await told(published, 'Bocor atau tidak', '')).toEqual({ headline: [], slug: [typed] });
    const again = await write('Bocor atau tidak', '');
    expect(await told(again, 'Bocor atau tidak', '')).toEqual({ headline: [published], slug: [typed] });
  });

  test('are looked up by an index, never by reading the archive', () => {
    const stored = new DatabaseSync(join(desk.dataFolder, 'desk.db'), { readOnly: true });
    const plan = (where: string): string =>
      JSON.stringify(
        stored.prepare(`EXPLAIN QUERY PLAN SELECT headline FROM article WHERE ${where}`).all('x'),
      );
    expect(plan('headline = ? COLLATE NOCASE')).toMatch(/USING (COVERING )?INDEX article_by_headline/);
    expect(plan('address = ?')).toContain('USING INDEX article_by_address');
    stored.close();
  });
});
