import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  articleFieldsSchema,
  type Article,
  type ArticleState,
  type WritingRole,
} from '../../../../shared/contract/articles.ts';
import type { CoreEvent } from '../../../../shared/contract/events.ts';
import { buildDocument, paragraph, text } from '../../../../shared/document/build.ts';
import type { ArticleDocument } from '../../../../shared/document/vocabulary.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import type { Core } from '../../../core-client/core-client.ts';
import type { Copy } from '../../../editor/extensions/copy/copy-extension.ts';
import { createDraftDesk, type Draft } from './draft-desk.ts';

function copyOf(words: string): ArticleDocument {
  return buildDocument([paragraph([text(words)])]);
}

class Refusal extends Error {
  readonly code: string;
  readonly data = {};
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** What the core says to the one window under test about who writes. */
class Windows {
  readonly handedOver: string[] = [];
  #tell: (role: WritingRole) => void = () => {};

  async *hold(_articleId: string): AsyncGenerator<{ role: WritingRole }> {
    yield { role: 'writer' };
    for (;;) {
      yield {
        role: await new Promise<WritingRole>((resolve) => {
          this.#tell = resolve;
        }),
      };
    }
  }
  async say(role: WritingRole): Promise<void> {
    this.#tell(role);
    await vi.advanceTimersByTimeAsync(0);
  }
}

/** Articles as the core keeps them; other windows write to it behind this one's back. */
class Newsroom {
  readonly articles = new Map<string, Article>();
  reachable = true;
  readonly #windows = new Windows();
  get windows(): Windows {
    return this.#windows;
  }
  readonly #listeners = new Set<(event: CoreEvent) => void>();
  readonly #resumed = new Set<() => void>();

  constructor(...ids: string[]) {
    for (const articleId of ids) {
      this.articles.set(articleId, {
        articleId,
        state: 'draft',
        base: 1,
        fields: articleFieldsSchema.parse({ headline: articleId }),
        document: copyOf(`${articleId} lama`),
        sources: [],
        references: [],
        createdAt: '2026-11-24T05:00:00Z',
        updatedAt: '2026-11-24T05:00:00Z',
        assignment: null,
        revisionCount: 1,
        trashed: false,
      });
    }
  }

  get(articleId: string): Article {
    const article = this.articles.get(articleId);
    if (article === undefined) throw new Refusal('NOT_FOUND');
    return structuredClone(article);
  }

  words(articleId: string): string {
    return documentText(this.get(articleId).document);
  }

  write(articleId: string, change: { document?: ArticleDocument; state?: ArticleState }): number {
    const article = this.get(articleId);
    this.articles.set(articleId, { ...article, ...structuredClone(change), base: article.base + 1 });
    for (const listener of this.#listeners) {
      listener({ type: 'article.changed', articleId, base: article.base + 1 });
    }
    return article.base + 1;
  }

  comeBack(): void {
    this.reachable = true;
    for (const listener of this.#resumed) listener();
  }

  async #answer<Answer>(work: () => Answer): Promise<Answer> {
    await Promise.resolve();
    if (!this.reachable) throw new Error('socket closed');
    return work();
  }

  get core(): Core {
    const client = {
      places: { ofArticle: async () => ({ place: null }) },
      articles: {
        writing: {
          hold: ({ articleId }: { articleId: string }) => this.#windows.hold(articleId),
          takeOver: async () => {},
          handOver: async ({ articleId }: { articleId: string }) => this.#windows.handedOver.push(articleId),
        },
        get: ({ articleId }: { articleId: string }) => this.#answer(() => this.get(articleId)),
        meta: ({ articleId }: { articleId: string }) => this.#answer(() => this.get(articleId)),
        saveDraft: ({
          articleId,
          base,
          document,
        }: {
          articleId: string;
          base: number;
          document?: ArticleDocument;
        }) =>
          this.#answer(() => {
            if (this.get(articleId).base !== base) throw new Refusal('DRAFT_CONFLICT');
            return { base: this.write(articleId, document === undefined ? {} : { document }), savedAt: '' };
          }),
      },
    };
    const events = {
      subscribe: (listener: (event: CoreEvent) => void) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      subscribeResumed: (listener: () => void) => {
        this.#resumed.add(listener);
        return () => this.#resumed.delete(listener);
      },
    };
    return { client, events } as unknown as Core;
  }
}

/** An editor that holds one paragraph. */
class Page implements Copy {
  shown = copyOf('');
  editable = true;
  #listeners = new Set<() => void>();
  prepare(): void {}
  open(_articleId: string, document: ArticleDocument): void {
    this.shown = document;
  }
  replace(document: ArticleDocument): void {
    this.shown = document;
  }
  document(): ArticleDocument {
    return this.shown;
  }
  setEditable(editable: boolean): void {
    this.editable = editable;
  }
  place() {
    return { selection: null, focused: false };
  }
  changeAsOne($change: () => void): void {
    $change();
  }
  wordCount(): number {
    return documentText(this.shown).split(/\s+/).length;
  }
  blocks(): [] {
    return [];
  }
  onEdit(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  type(words: string): void {
    this.shown = copyOf(words);
    for (const listener of this.#listeners) listener();
  }
  get words(): string {
    return documentText(this.shown);
  }
}

async function openArticle(newsroom: Newsroom, articleId: string) {
  const page = new Page();
  const desk = createDraftDesk(newsroom.core);
  desk.attach(page);
  desk.show(articleId);
  await vi.advanceTimersByTimeAsync(0);
  return { page, desk, draft: openDraft(desk) };
}

function openDraft(desk: ReturnType<typeof createDraftDesk>): Draft {
  const state = desk.state.get();
  if (state.kind !== 'open') throw new Error(`nothing is open: ${state.kind}`);
  return state.draft;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('stores the last words of an article that was left for another one', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  page.type('satu baru');
  desk.show('dua');
  await vi.advanceTimersByTimeAsync(10);
  expect(page.words).toBe('dua lama');
  expect(newsroom.words('satu')).toBe('satu baru');
  expect(newsroom.words('dua')).toBe('dua lama');
  expect(desk.hasUnsaved()).toBe(false);
});

it('shows unsaved words again when their article is opened before they could be stored', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  newsroom.reachable = false;
  page.type('satu baru');
  desk.show('dua');
  await vi.advanceTimersByTimeAsync(0);
  desk.show('satu');
  await vi.advanceTimersByTimeAsync(0);
  expect(page.words).toBe('satu baru');
  expect(desk.hasUnsaved()).toBe(true);
  newsroom.comeBack();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(newsroom.words('satu')).toBe('satu baru');
  expect(desk.hasUnsaved()).toBe(false);
});

it('is no conflict when only the state changed while somebody was typing', async () => {
  const newsroom = new Newsroom('satu');
  const { page, draft } = await openArticle(newsroom, 'satu');
  page.type('satu baru');
  newsroom.write('satu', { state: 'published' });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(draft.conflict.get()).toBeNull();
  expect(draft.meta.get().state).toBe('published');
  expect(newsroom.words('satu')).toBe('satu baru');
  expect(draft.autosave.state()).toMatchObject({ kind: 'saved' });
});

it('shows what another window saved, where nothing here is unsaved', async () => {
  const newsroom = new Newsroom('satu');
  const { page, draft } = await openArticle(newsroom, 'satu');
  newsroom.write('satu', { document: copyOf('dari jendela lain') });
  await vi.advanceTimersByTimeAsync(0);
  expect(page.words).toBe('dari jendela lain');
  page.type('dari jendela lain, lalu dari sini');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(newsroom.words('satu')).toBe('dari jendela lain, lalu dari sini');
  expect(draft.conflict.get()).toBeNull();
});

it('overwrites neither side of a real conflict until somebody chooses', async () => {
  const newsroom = new Newsroom('satu');
  const { page, desk, draft } = await openArticle(newsroom, 'satu');
  page.type('dari sini');
  newsroom.write('satu', { document: copyOf('dari jendela lain') });
  await vi.advanceTimersByTimeAsync(10_000);
  const theirs = draft.conflict.get();
  expect(theirs && documentText(theirs.document)).toBe('dari jendela lain');
  expect(newsroom.words('satu')).toBe('dari jendela lain');
  expect(page.words).toBe('dari sini');
  expect(desk.hasUnsaved()).toBe(true);

  if (theirs !== null) desk.takeTheirs(draft, theirs);
  expect(page.words).toBe('dari jendela lain');
  expect(draft.conflict.get()).toBeNull();
  expect(desk.hasUnsaved()).toBe(false);
});

it('says why an article cannot be opened, and opens it when the core is back', async () => {
  const newsroom = new Newsroom('satu');
  newsroom.reachable = false;
  const page = new Page();
  const desk = createDraftDesk(newsroom.core);
  desk.attach(page);
  desk.show('satu');
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.state.get()).toMatchObject({ kind: 'failed', articleId: 'satu' });
  newsroom.comeBack();
  await vi.advanceTimersByTimeAsync(0);
  expect(openDraft(desk).articleId).toBe('satu');
  expect(page.words).toBe('satu lama');
});

it('opens an article that was pointed at without asking for it again', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  desk.pointAt('dua');
  await vi.advanceTimersByTimeAsync(100);
  newsroom.reachable = false;
  desk.show('dua');
  expect(page.words).toBe('dua lama');
  expect(openDraft(desk).articleId).toBe('dua');
});

it('opens what an article is now, not what it was when it was pointed at', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  desk.pointAt('dua');
  await vi.advanceTimersByTimeAsync(100);
  newsroom.write('dua', { document: copyOf('dua baru') });
  desk.show('dua');
  await vi.advanceTimersByTimeAsync(0);
  expect(page.words).toBe('dua baru');
});

it('asks again for an article that could not be fetched when it was pointed at', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  newsroom.reachable = false;
  desk.pointAt('dua');
  await vi.advanceTimersByTimeAsync(100);
  newsroom.reachable = true;
  desk.show('dua');
  await vi.advanceTimersByTimeAsync(0);
  expect(page.words).toBe('dua lama');
});

it('another window takes over: the last words are stored first, then the article is read and follows along', async () => {
  const newsroom = new Newsroom('satu');
  const { page, desk } = await openArticle(newsroom, 'satu');
  page.type('belum tersimpan');
  await newsroom.windows.say('asked');
  expect(page.editable).toBe(false);
  expect(newsroom.words('satu')).toBe('belum tersimpan');
  expect(newsroom.windows.handedOver).toEqual(['satu']);
  await newsroom.windows.say('reader');
  newsroom.write('satu', { document: copyOf('dari jendela lain') });
  await vi.advanceTimersByTimeAsync(0);
  expect(page.words).toBe('dari jendela lain');
  openDraft(desk).setField('headline', 'tidak boleh');
  expect(openDraft(desk).fields.get().headline).toBe('satu');
});

it('who takes over writes once the latest copy is on screen', async () => {
  const newsroom = new Newsroom('satu');
  const { page, desk } = await openArticle(newsroom, 'satu');
  await newsroom.windows.say('reader');
  newsroom.reachable = false;
  newsroom.write('satu', { document: copyOf('kata terakhir jendela lain') });
  await vi.advanceTimersByTimeAsync(0);
  newsroom.reachable = true;
  await newsroom.windows.say('writer');
  await vi.advanceTimersByTimeAsync(0);
  expect([page.words, page.editable]).toEqual(['kata terakhir jendela lain', true]);
  page.type('kita lanjutkan');
  await desk.flushAll();
  expect(newsroom.words('satu')).toBe('kita lanjutkan');
});
