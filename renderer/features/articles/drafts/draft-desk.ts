/**
 * The articles being written in this window. One is in the editor; others stay here only while something of them is not
 * stored yet, so that leaving an article never loses its last words.
 */
import type { Article, ArticleMeta, ArticleFields } from '../../../../shared/contract/articles.ts';
import type { ArticlePlace } from '../../../../shared/contract/places.ts';
import { leaveOutKept } from '../../../../shared/document/kept-blocks.ts';
import type { NoteThread } from '../../../../shared/document/marks.ts';
import type { ArticleDocument } from '../../../../shared/document/vocabulary.ts';
import type { Core } from '../../../core-client/core-client.ts';
import { typedCoreError } from '../../../core-client/core-error.ts';
import { createAutosave, type Autosave, type SaveParts } from '../../../editor/autosave/autosave.ts';
import type { Copy } from '../../../editor/extensions/copy/copy-extension.ts';
import { forgetLateSave, tellLateSave } from '../../../late-saves.ts';
import { isSame } from '../../../editor/is-same.ts';
import { createStore, type Store } from '../../../store.ts';
import { createCountPace } from './count-pace.ts';
import { createFetchAhead, type Opening } from './fetch-ahead.ts';
import { withinTime } from './within-time.ts';
import { createWritingSeat, type WritingSeat } from './writing-seat.ts';

const REFRESH_MS = 400;
/** Longer ones would be felt while somebody merely points at them. */
const MOST_BLOCKS_BEHIND = 400;

interface Content {
  document?: ArticleDocument;
  fields?: ArticleFields;
}

export interface Draft {
  articleId: string;
  fields: Store<ArticleFields>;
  meta: Store<ArticleMeta>;
  autosave: Autosave;
  words: Store<number>;
  seat: WritingSeat;
  /** Whether this window writes the article: it has the seat, and the latest copy is on screen. */
  writes: Store<boolean>;
  /** Where one was in it when it was left, and where one is; null where it was never open. */
  place: Store<ArticlePlace | null>;
  /** The core's copy that stands against ours; null where there is no conflict. */
  conflict: Store<Article | null>;
  /** Conversations about the words of the copy; kept beside it, so that undoing words undoes no answer. */
  notes: Store<readonly NoteThread[]>;
  setNotes(change: (notes: readonly NoteThread[]) => readonly NoteThread[]): void;
  /** Ours as it is now. */
  document(): ArticleDocument;
  setField<Name extends keyof ArticleFields>(name: Name, value: ArticleFields[Name]): void;
}

export type DeskState =
  | { kind: 'empty' }
  | { kind: 'loading'; articleId: string }
  | { kind: 'open'; draft: Draft }
  | { kind: 'failed'; articleId: string; error: unknown };

export interface DraftDesk {
  state: Store<DeskState>;
  /** The editor is there: articles can be opened in it. Returns what ends it. */
  attach(copy: Copy): () => void;
  /**
   * Somebody points at an article in a list: it is fetched and, where no article is on screen, put into the editor behind
   * the list, so that opening it is to show it. It has not been opened by that: this window does not ask to write it.
   */
  pointAt(articleId: string): void;
  /** Turns to an article, or to none. */
  show(articleId: string | null): void;
  retry(): void;
  /** What a call about the open article answered (state changed, revision restored): shown, and saving goes on from it. */
  accept(article: Article): void;
  /** Gives up ours for the core's copy; ours is one undo away. */
  takeTheirs(draft: Draft, theirs: Article): void;
  hasUnsaved(): boolean;
  /** Resolves when every draft is stored, or could not be. */
  flushAll(): Promise<void>;
}

interface HeldDraft extends Draft {
  /** Its copy while it is not in the editor. */
  left: ArticleDocument | null;
  /** How the article stands is about to be asked anew. */
  refreshing: ReturnType<typeof setTimeout> | undefined;
  /** What the core holds, as far as we know: tells a real conflict from a mere change of state. */
  stored: { document: ArticleDocument; fields: ArticleFields };
  /** The base that the copy in `stored` was sent as: a save on top of it names only what changed since. */
  sentBase: number | null;
}

function metaOf(article: Article): ArticleMeta {
  const { state, sources, references, assignment, revisionCount, createdAt, trashed } = article;
  return { state, sources, references, assignment, revisionCount, createdAt, trashed };
}

/** A typed error's own code; whatever else failed on the way is the connection. */
export function saveErrorCode(error: unknown): string {
  const typed = typedCoreError(error);
  if (typed !== null) return typed.code;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === 'BAD_REQUEST' || code === 'INTERNAL_SERVER_ERROR' ? code : 'CORE_DISCONNECTED';
}

export function createDraftDesk({ client, events }: Core): DraftDesk {
  const state = createStore<DeskState>({ kind: 'empty' });
  const held = new Map<string, HeldDraft>();
  let copy: Copy | null = null;
  let open: HeldDraft | null = null;
  let wanted: string | null = null;
  const counting = createCountPace(() => {
    if (open !== null && copy !== null) open.words.set(copy.wordCount());
  });

  function ask(articleId: string): Promise<Article> {
    return withinTime(client.articles.get({ articleId }));
  }

  /** Where one was in it; not to know it is no reason not to open it. */
  async function placeIn(articleId: string): Promise<ArticlePlace | null> {
    const answer = await withinTime(client.places.ofArticle({ articleId })).catch(() => null);
    return answer?.place ?? null;
  }

  const ahead = createFetchAhead(async (articleId) => {
    const [article, place] = await Promise.all([ask(articleId), placeIn(articleId)]);
    return { article, place };
  });

  function documentOf(draft: HeldDraft): ArticleDocument {
    const inEditor = draft === open && copy !== null ? copy.document() : draft.stored.document;
    return { ...(draft.left ?? inEditor), notes: [...draft.notes.get()] };
  }

  function createDraft(article: Article, place: ArticlePlace | null): HeldDraft {
    const { articleId } = article;
    const draft: HeldDraft = {
      articleId,
      fields: createStore(article.fields),
      meta: createStore(metaOf(article)),
      words: createStore(0),
      seat: createWritingSeat(client, articleId, () => draft.autosave.flush()),
      writes: createStore(true),
      notes: createStore<readonly NoteThread[]>(article.document.notes),
      setNotes(change) {
        if (!draft.writes.get()) return;
        draft.notes.set(change(draft.notes.get()));
        draft.autosave.edited('document');
      },
      place: createStore(place),
      conflict: createStore<Article | null>(null),
      left: null,
      refreshing: undefined,
      stored: { document: article.document, fields: article.fields },
      sentBase: null,
      document: () => documentOf(draft),
      setField(name, value) {
        const fields = draft.fields.get();
        if (!draft.writes.get() || isSame(fields[name], value)) return;
        draft.fields.set({ ...fields, [name]: value });
        draft.autosave.edited('fields');
      },
      autosave: createAutosave<Content>({
        base: article.base,
        snapshot: (parts: SaveParts) => ({
          ...(parts.document ? { document: documentOf(draft) } : {}),
          ...(parts.fields ? { fields: draft.fields.get() } : {}),
        }),
        async send({ base, mutationId, content }) {
          const { document, fields } = content;
          const before = draft.sentBase === base ? draft.stored.document : null;
          // Until it is answered nobody knows what stands there: another attempt spells everything out.
          draft.sentBase = null;
          const copyNow =
            document === undefined || before === null ? { document } : leaveOutKept(document, before);
          const answer = await withinTime(
            client.articles.saveDraft({ articleId, base, mutationId, fields, ...copyNow }),
          );
          draft.stored = { ...draft.stored, ...content };
          if (document !== undefined || before !== null) draft.sentBase = answer.base;
          return answer;
        },
        codeOf: saveErrorCode,
        onNewerCopy: () => void loadNewer(draft),
        onConflict: () => void lookAtConflict(draft),
      }),
    };
    draft.seat.role.subscribe(() => void followSeat(draft));
    draft.autosave.subscribe(() => {
      dropIfDone(draft);
      const save = draft.autosave.state();
      if (save.kind === 'failing') tellLateSave(articleId, draft.fields.get().headline, save.code);
      if (save.kind === 'conflict') tellLateSave(articleId, draft.fields.get().headline, 'DRAFT_CONFLICT');
      if (save.kind === 'saved') forgetLateSave(articleId);
    });
    return draft;
  }

  /** Whether something of it is not stored: words, or a picture on its way into them. */
  function isUnfinished(draft: HeldDraft): boolean {
    return draft.autosave.hasUnsaved() || copy?.expects(draft.articleId) === true;
  }

  function dropIfDone(draft: HeldDraft): void {
    if (draft !== open && !isUnfinished(draft)) drop(draft);
  }

  /** A picture arrived for an article that was left meanwhile. */
  function takeLate(articleId: string, document: ArticleDocument | null): void {
    const draft = held.get(articleId);
    if (draft === undefined || draft === open) return;
    if (document !== null && draft.left !== null && draft.writes.get()) {
      draft.left = { ...document, notes: [...draft.notes.get()] };
      draft.autosave.edited('document');
    }
    dropIfDone(draft);
  }

  function drop(draft: HeldDraft): void {
    held.delete(draft.articleId);
    draft.seat.leave();
  }

  /** Who takes the article over goes on from what was stored last, and not before it is on screen. */
  async function followSeat(draft: HeldDraft): Promise<void> {
    const isWriter = draft.seat.role.get() === 'writer';
    if (isWriter && !draft.writes.get()) await loadNewer(draft);
    draft.writes.set(draft.seat.role.get() === 'writer');
    if (draft === open) copy?.setEditable(draft.writes.get());
  }

  /** The same words under a new number are no conflict: the state was changed, or it was published. */
  function isStillOurs(draft: HeldDraft, article: Article): boolean {
    return isSame(article.fields, draft.stored.fields) && isSame(article.document, draft.stored.document);
  }

  async function lookAtConflict(draft: HeldDraft): Promise<void> {
    try {
      const theirs = await ask(draft.articleId);
      draft.meta.set(metaOf(theirs));
      if (isStillOurs(draft, theirs)) draft.autosave.adopt(theirs.base);
      else draft.conflict.set(theirs);
    } catch {
      // Shown as a conflict without a comparison; opening the dialog tries again.
      setTimeout(() => draft.autosave.state().kind === 'conflict' && void lookAtConflict(draft), 3_000);
    }
  }

  async function loadNewer(draft: HeldDraft): Promise<void> {
    try {
      const newer = await ask(draft.articleId);
      draft.meta.set(metaOf(newer));
      if (newer.base <= draft.autosave.base()) return;
      if (isStillOurs(draft, newer)) draft.autosave.adopt(newer.base);
      else if (!draft.autosave.hasUnsaved()) showStored(draft, newer, false);
    } catch {
      // The next event or the next save meets it again.
    }
  }

  function showStored(draft: HeldDraft, article: Article, undoable: boolean): void {
    draft.stored = { document: article.document, fields: article.fields };
    draft.sentBase = null;
    draft.left = null;
    draft.meta.set(metaOf(article));
    draft.fields.set(article.fields);
    draft.notes.set(article.document.notes);
    draft.autosave.reset(article.base);
    draft.conflict.set(null);
    if (draft === open && copy !== null) {
      copy.replace(article.document, { undoable });
      counting.now();
    }
  }

  function leave(): void {
    const leaving = open;
    if (leaving === null) return;
    leaving.left = documentOf(leaving);
    leaving.autosave.leave();
    open = null;
    counting.stop();
    dropIfDone(leaving);
  }

  /** Into the editor, whether on screen or behind the list. */
  function bringUp(draft: HeldDraft, document: ArticleDocument): void {
    if (copy === null) return;
    leave();
    held.set(draft.articleId, draft);
    open = draft;
    draft.left = null;
    copy.open(draft.articleId, document, draft.place.get()?.selection ?? null);
    copy.setEditable(draft.writes.get());
    draft.autosave.resume();
    counting.opened();
    state.set({ kind: 'open', draft });
  }

  /** Into the editor behind the list; where that would be felt, or something is still to be done there, it is only made ready. */
  function bringUpBehind({ article, place }: Opening): void {
    if (held.has(article.articleId)) return;
    const isLong = article.document.root.children.length > MOST_BLOCKS_BEHIND;
    const isTaken = copy === null || wanted !== null || (open !== null && isUnfinished(open));
    if (isLong || isTaken) {
      copy?.prepare(article.document);
      return;
    }
    ahead.forget(article.articleId);
    bringUp(createDraft(article, place), article.document);
  }

  function show(draft: HeldDraft, document: ArticleDocument): void {
    bringUp(draft, document);
    draft.seat.take();
  }

  async function load(articleId: string): Promise<void> {
    const unsaved = held.get(articleId);
    if (unsaved !== undefined && unsaved !== open) {
      show(unsaved, documentOf(unsaved));
      return;
    }
    if (open?.articleId === articleId) {
      open.seat.take();
      const shown = state.get();
      if (shown.kind !== 'open' || shown.draft !== open) state.set({ kind: 'open', draft: open });
      return;
    }
    try {
      const fetched = ahead.take(articleId);
      // What is here is shown within the very click.
      const { article, place } = fetched instanceof Promise ? await fetched : fetched;
      if (wanted === articleId) show(createDraft(article, place), article.document);
    } catch (error) {
      if (wanted !== articleId) return;
      leave();
      state.set({ kind: 'failed', articleId, error });
    }
  }

  /** Soon: one change is often told by several events. */
  function refreshMeta(draft: HeldDraft): void {
    draft.refreshing ??= setTimeout(() => {
      draft.refreshing = undefined;
      withinTime(client.articles.meta({ articleId: draft.articleId })).then(
        (meta) => {
          if (!isSame(meta, draft.meta.get())) draft.meta.set(meta);
        },
        () => {
          // What is shown stays; the next event asks again.
        },
      );
    }, REFRESH_MS);
  }

  events.subscribe((event) => {
    if (event.type === 'wire.changed' || event.type === 'people.changed') ahead.forget();
    if (event.type === 'article.changed') {
      ahead.forget(event.articleId);
      const draft = held.get(event.articleId);
      if (draft === undefined) return;
      if (event.base <= draft.autosave.base()) {
        if (event.only === undefined) refreshMeta(draft);
      } else draft.autosave.heardOfBase(event.base);
    } else if (event.type === 'people.changed' && open !== null) {
      refreshMeta(open);
    } else if (event.type === 'wire.changed' && open !== null && open.meta.get().sources.length > 0) {
      refreshMeta(open);
    }
  });
  events.subscribeResumed(() => {
    ahead.forget();
    for (const draft of held.values()) {
      draft.autosave.retryNow();
      void loadNewer(draft);
    }
    if (state.get().kind === 'failed' && wanted !== null) void load(wanted);
  });

  return {
    state,
    attach(attached) {
      copy = attached;
      const end = attached.onEdit(() => {
        open?.autosave.edited('document');
        counting.edited();
      });
      if (wanted !== null) void load(wanted);
      const endLate = attached.onLate(takeLate);
      return () => {
        end();
        endLate();
        leave();
        copy = null;
        state.set({ kind: 'empty' });
      };
    },
    pointAt(articleId) {
      if (!held.has(articleId)) ahead.pointAt(articleId, bringUpBehind);
    },
    show(articleId) {
      wanted = articleId;
      if (articleId === null) {
        if (open !== null) void open.autosave.flush();
        return;
      }
      if (open?.articleId !== articleId && state.get().kind !== 'open') {
        state.set({ kind: 'loading', articleId });
      }
      if (copy !== null) void load(articleId);
    },
    retry() {
      if (wanted === null) return;
      state.set({ kind: 'loading', articleId: wanted });
      void load(wanted);
    },
    accept(article) {
      const draft = held.get(article.articleId);
      if (draft === undefined) return;
      draft.meta.set(metaOf(article));
      if (isStillOurs(draft, article)) draft.autosave.adopt(article.base);
      else if (!draft.autosave.hasUnsaved()) showStored(draft, article, true);
      else draft.autosave.heardOfBase(article.base);
    },
    takeTheirs(draft, theirs) {
      const ours = held.get(draft.articleId);
      if (ours !== undefined) showStored(ours, theirs, true);
    },
    hasUnsaved: () => [...held.values()].some(isUnfinished),
    async flushAll() {
      await Promise.all([...held.values()].map((draft) => draft.autosave.flush()));
    },
  };
}
