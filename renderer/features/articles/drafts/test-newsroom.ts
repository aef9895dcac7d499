/** The core and the editor as the drafts under test meet them. */
import { vi } from 'vitest';
import {
  articleFieldsSchema,
  type Article,
  type ArticleState,
  type WritingRole,
} from '../../../../shared/contract/articles.ts';
import type { CoreEvent } from '../../../../shared/contract/events.ts';
import { buildDocument, paragraph, text } from '../../../../shared/document/build.ts';
import { bringKeptBack, type KeptBlocks } from '../../../../shared/document/kept-blocks.ts';
import type { ArticleDocument } from '../../../../shared/document/vocabulary.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import type { Core } from '../../../core-client/core-client.ts';
import type { Copy } from '../../../editor/extensions/copy/copy-extension.ts';

export function copyOf(words: string): ArticleDocument {
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
  /** Articles the window asked to write. */
  readonly held: string[] = [];
  #tell: (role: WritingRole) => void = () => {};

  async *hold(articleId: string): AsyncGenerator<{ role: WritingRole }> {
    this.held.push(articleId);
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
export class Newsroom {
  readonly articles = new Map<string, Article>();
  reachable = true;
  /** How many blocks each save had in it. */
  readonly spelledOut: number[] = [];
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
          kept,
        }: {
          articleId: string;
          base: number;
          document?: ArticleDocument;
          kept?: KeptBlocks;
        }) =>
          this.#answer(() => {
            const before = this.get(articleId);
            if (before.base !== base) throw new Refusal('DRAFT_CONFLICT');
            if (document === undefined) return { base: this.write(articleId, {}), savedAt: '' };
            this.spelledOut.push(document.root.children.length);
            const whole = kept === undefined ? document : bringKeptBack(document, kept, before.document);
            if (whole === null) throw new Refusal('DRAFT_CONFLICT');
            return { base: this.write(articleId, { document: whole }), savedAt: '' };
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
export class Page implements Copy {
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
    return { selection: null, focused: false, field: null };
  }
  focusField(): boolean {
    return false;
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
  /** Id of the article into which something is on its way. */
  expected: string | null = null;
  #late: (articleId: string, document: ArticleDocument | null) => void = () => {};
  expect(): () => void {
    return () => {};
  }
  expects(articleId: string): boolean {
    return articleId === this.expected;
  }
  onLate(listener: (articleId: string, document: ArticleDocument | null) => void): () => void {
    this.#late = listener;
    return () => {};
  }
  /** What was expected comes for an article that is not open, or will not come. */
  arrive(document: ArticleDocument | null): void {
    const articleId = this.expected ?? '';
    this.expected = null;
    this.#late(articleId, document);
  }
  type(words: string): void {
    this.shown = copyOf(words);
    for (const listener of this.#listeners) listener();
  }
  /** One more paragraph; those before it stay the values they are, as in the editor. */
  add(words: string): void {
    const { root } = this.shown;
    const children = [...root.children, ...copyOf(words).root.children];
    this.shown = { ...this.shown, root: { ...root, children } };
    for (const listener of this.#listeners) listener();
  }
  get words(): string {
    return documentText(this.shown);
  }
}
