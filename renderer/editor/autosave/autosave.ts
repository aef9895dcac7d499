/**
 * Saves one article while it is written: one save at a time, the same mutation again after a failure whose outcome is
 * unknown, nothing overwritten on a conflict. Knows neither the editor nor the screen: it asks for a snapshot when it
 * is time and tells its state to whoever listens.
 */
import { decideSave, retryDelay } from './decide-save.ts';

export type SaveState =
  /** `at`: when the core confirmed it; null where nothing was typed since the article was opened. */
  | { kind: 'saved'; at: number | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'failing'; code: string; retryAt: number | null }
  | { kind: 'conflict' };

export interface SaveParts {
  document: boolean;
  fields: boolean;
}

export interface SaveRequest<Content> {
  base: number;
  mutationId: string;
  content: Content;
}

export interface AutosaveOptions<Content> {
  base: number;
  /** What the named parts look like now. Called when a save starts, never per key. */
  snapshot(parts: SaveParts): Content;
  /** Resolves with the new base, or rejects. */
  send(request: SaveRequest<Content>): Promise<{ base: number }>;
  /** Code of a rejection: a contract error's, or `CORE_DISCONNECTED`. */
  codeOf(error: unknown): string;
  /** The core has a newer working copy and nothing typed here is unsaved: show it. */
  onNewerCopy(base: number): void;
  /** A save was refused because the core has another working copy: `adopt` or `takeOver` ends the conflict. */
  onConflict?(): void;
}

export interface Autosave {
  edited(part: keyof SaveParts): void;
  /** Saves what is unsaved now. Resolves with the state it ended in: saved, failing or conflict. */
  flush(): Promise<SaveState>;
  /** An event named a base; a newer one than ours is either loaded or a conflict at the next save. */
  heardOfBase(base: number): void;
  /** The copy on screen was replaced by the core's (loaded again, restored): it starts from `base`, unedited. */
  reset(base: number): void;
  /** The core's copy is the one ours was made from, under a new number (a change of state): saving goes on from it. */
  adopt(base: number): void;
  /** After a conflict: ours, all of it, goes on top of the working copy numbered `base`. */
  takeOver(base: number): Promise<SaveState>;
  /** Tries a failed save at once (the core is back). */
  retryNow(): void;
  /** The editor turns to another article: take a last snapshot, keep trying until it is stored. */
  leave(): void;
  /** The editor shows this article again, unsaved copy included: snapshots come from it from now on. */
  resume(): void;
  state(): SaveState;
  base(): number;
  hasUnsaved(): boolean;
  subscribe(listener: () => void): () => void;
}

/** The copy itself was refused: sending the same again cannot help, the next edit may. */
const REFUSED = new Set(['INVALID', 'BAD_REQUEST', 'NOT_FOUND']);

interface Pending<Content> {
  mutationId: string;
  base: number;
  content: Content;
  parts: SaveParts;
}

/**
 * Times to wait are measured by a clock that only goes forward: one that is set back would hold every save up.
 */
export function createAutosave<Content>(options: AutosaveOptions<Content>): Autosave {
  let base = options.base;
  let heardBase = options.base;
  let dirty: SaveParts = { document: false, fields: false };
  let dirtySince: number | null = null;
  let lastEditAt = 0;
  let pending: Pending<Content> | null = null;
  let inFlight = false;
  let retryAt: number | null = null;
  let failures = 0;
  let conflict = false;
  let refused: string | null = null;
  let failureCode = '';
  let savedAt: number | null = null;
  let flushing = false;
  let lastWords: { content: Content; parts: SaveParts } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: ((state: SaveState) => void)[] = [];
  const listeners = new Set<() => void>();
  let current: SaveState = { kind: 'saved', at: null };

  function hasUnsaved(): boolean {
    return dirtySince !== null || pending !== null || inFlight;
  }

  function read(): SaveState {
    if (conflict) return { kind: 'conflict' };
    if (refused !== null) return { kind: 'failing', code: refused, retryAt: null };
    if (inFlight && failures === 0) return { kind: 'saving' };
    if (failures > 0) return { kind: 'failing', code: failureCode, retryAt };
    if (dirtySince !== null) return { kind: 'unsaved' };
    return { kind: 'saved', at: savedAt };
  }

  function tell(): void {
    const next = read();
    if (JSON.stringify(next) !== JSON.stringify(current)) {
      current = next;
      for (const listener of listeners) listener();
    }
    const settled = !hasUnsaved() || (!inFlight && (conflict || refused !== null || failures > 0));
    if (settled && waiting.length > 0) {
      const done = waiting;
      waiting = [];
      flushing = false;
      for (const resolve of done) resolve(next);
    }
  }

  function takeSnapshot(): Pending<Content> {
    const parts = dirty;
    const content = lastWords?.content ?? options.snapshot(parts);
    dirty = { document: false, fields: false };
    dirtySince = null;
    return { mutationId: crypto.randomUUID(), base, content, parts };
  }

  function settle(): void {
    clearTimeout(timer);
    timer = undefined;
    const decision = decideSave(
      { dirtySince, lastEditAt, inFlight, retryAt, stopped: conflict || refused !== null, flush: flushing },
      performance.now(),
    );
    if (decision.kind === 'send') void send();
    else if (decision.kind === 'wait')
      timer = setTimeout(settle, Math.ceil(decision.until - performance.now()));
    tell();
  }

  async function send(): Promise<void> {
    const attempt = (pending ??= takeSnapshot());
    inFlight = true;
    retryAt = null;
    tell();
    try {
      const answer = await options.send(attempt);
      base = answer.base;
      pending = null;
      failures = 0;
      savedAt = Date.now();
    } catch (error) {
      failed(options.codeOf(error), attempt);
    }
    inFlight = false;
    if (!hasUnsaved()) {
      flushing = false;
      if (heardBase > base) options.onNewerCopy(heardBase);
    }
    settle();
  }

  function failed(code: string, attempt: Pending<Content>): void {
    failureCode = code;
    if (code !== 'DRAFT_CONFLICT' && !REFUSED.has(code)) {
      failures += 1;
      retryAt = performance.now() + retryDelay(failures);
      flushing = false;
      return;
    }
    // A definite no: the copy counts as unsaved again and goes out as a new mutation, if ever.
    pending = null;
    failures = 0;
    dirty = {
      document: dirty.document || attempt.parts.document,
      fields: dirty.fields || attempt.parts.fields,
    };
    dirtySince ??= performance.now();
    if (code === 'DRAFT_CONFLICT') {
      conflict = true;
      options.onConflict?.();
    } else refused = code;
  }

  function adopt(newBase: number): void {
    base = newBase;
    heardBase = Math.max(heardBase, newBase);
    conflict = false;
    settle();
  }

  function flush(): Promise<SaveState> {
    if (!hasUnsaved()) return Promise.resolve(read());
    flushing = true;
    return new Promise((resolve) => {
      waiting.push(resolve);
      settle();
    });
  }

  return {
    edited(part) {
      const now = performance.now();
      // A timer that stands looks again when it is due: one more key says nothing new.
      const isWaiting = timer !== undefined && dirty[part] && refused === null && lastWords === null;
      lastEditAt = now;
      if (isWaiting) return;
      dirty = { ...dirty, [part]: true };
      dirtySince ??= now;
      refused = null;
      lastWords = null;
      settle();
    },
    flush,
    heardOfBase(heard) {
      if (heard <= heardBase) return;
      heardBase = heard;
      if (!hasUnsaved() && !conflict && heard > base) options.onNewerCopy(heard);
    },
    reset(newBase) {
      clearTimeout(timer);
      base = newBase;
      heardBase = Math.max(heardBase, newBase);
      dirty = { document: false, fields: false };
      dirtySince = null;
      pending = null;
      retryAt = null;
      failures = 0;
      conflict = false;
      refused = null;
      lastWords = null;
      savedAt = null;
      tell();
    },
    adopt,
    takeOver(newBase) {
      dirty = { document: true, fields: true };
      dirtySince ??= performance.now();
      adopt(newBase);
      return flush();
    },
    retryNow() {
      if (retryAt === null) return;
      retryAt = performance.now();
      settle();
    },
    leave() {
      if (dirtySince !== null) lastWords = { content: options.snapshot(dirty), parts: dirty };
      void flush();
    },
    resume() {
      lastWords = null;
    },
    state: () => current,
    base: () => base,
    hasUnsaved,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
