/**
 * Find and replace in one article: what is looked for, where it was found, what is done about it. It searches only
 * while its bar is open, a moment after the last change, beside the page's own thread.
 */
import { segmentsOfBlock } from '../../../../shared/checks/segments.ts';
import type { ArticleFields } from '../../../../shared/contract/articles.ts';
import type { Segment } from '../../../../shared/contract/checks.ts';
import {
  compileQuery,
  replacementFor,
  type FindQuery,
  type PatternProblem,
} from '../../../../shared/domain/find-text.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { isSame } from '../../../editor/is-same.ts';
import type { FoundBlock } from '../../../editor/extensions/find/found-marks.ts';
import type { CopyPlace } from '../../../editor/extensions/marks/places.ts';
import { createRestTimer } from '../../../rest-timer.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { createStore, type Store } from '../../../store.ts';
import {
  FIELDS_AFTER,
  FIELDS_BEFORE,
  keepableTexts,
  shownAt,
  textsOfField,
  withField,
  type FoundField,
} from './found-fields.ts';
import { createTextSearch, SearchRanAway } from './search-texts.ts';

/** Hits beyond that are not counted. */
export const MOST_HITS = 20_000;
const REST_MS = 120;

interface FieldPlace {
  block: null;
  field: FoundField;
  /** Which text of the field, a tag among the tags; 0 for fields of one text. */
  at: number;
  start: number;
  end: number;
}

export interface Hit {
  place: CopyPlace | FieldPlace;
  /** Position of the text it is in among all that were searched, and that text as it was. */
  order: number;
  text: string;
}

export interface FindState {
  query: FindQuery;
  hits: readonly Hit[];
  /** Position of the hit that stands out; -1 where there is none. */
  current: number;
  problem: PatternProblem | 'runaway' | null;
}

export interface FindDesk {
  state: Store<FindState>;
  /** Looks for something else. */
  ask(change: Partial<FindQuery>): void;
  step(by: 1 | -1): void;
  /**
   * Replaces the hit that stands out and goes on to the next, once the hits are those of what is asked now. Answers whether
   * its words were still there. In the mode of suggestions that is a suggestion; what cannot be one is refused, and said so.
   */
  replace(replacement: string): Promise<boolean>;
  /**
   * Replaces every hit of what is asked now as one step to undo. Answers how many, and how many were left as no suggestion
   * can be made of them.
   */
  replaceAll(replacement: string): Promise<{ done: number; left: number; suggested: boolean }>;
  /** The caret, or the focus, goes to the hit that stands out; false where there is none. */
  goToCurrent(): boolean;
  end(): void;
}

interface SearchedText {
  block: string | null;
  /** The block as it was; null for a field. */
  json: BlockNode | null;
  field: FoundField | null;
  at: number;
  path: readonly number[];
  property: string | null;
  text: string;
}

export interface FindDeskOptions {
  editor: EditorHandle;
  draft: Draft;
  /** The draft of this article as it is held now: a step may be undone after the article was closed and opened again. */
  heldDraft: () => Draft | null;
  query: FindQuery;
  openTabOf: (field: FoundField) => void;
}

/** Each field's texts before and after. */
type ChangedFields = Map<FoundField, readonly [readonly string[], readonly string[]]>;

const segmentsOf = new WeakMap<BlockNode, Segment[]>();

function segments(block: BlockNode): Segment[] {
  let known = segmentsOf.get(block);
  if (known === undefined) segmentsOf.set(block, (known = segmentsOfBlock(block)));
  return known;
}

function fieldTexts(field: FoundField, fields: ArticleFields): SearchedText[] {
  return textsOfField(field, fields).map((text, at) => ({
    block: null,
    json: null,
    field,
    at,
    path: [],
    property: field,
    text,
  }));
}

/** Everything that is searched, in the order in which one meets it. */
function searchedTexts(editor: EditorHandle, fields: ArticleFields): SearchedText[] {
  return [
    ...FIELDS_BEFORE.flatMap((field) => fieldTexts(field, fields)),
    ...editor.blocks().flatMap(({ key, json }) =>
      segments(json).map(({ path, property, text }) => ({
        block: key,
        json,
        field: null,
        at: 0,
        path,
        property,
        text,
      })),
    ),
    ...FIELDS_AFTER.flatMap((field) => fieldTexts(field, fields)),
  ];
}

function placeOf(
  { block, field, at, path, property }: SearchedText,
  start: number,
  end: number,
): Hit['place'] {
  if (block !== null) return { block, path, property, start, end };
  return { block: null, field: field ?? 'headline', at, start, end };
}

/** The hits of each block that was searched. */
function blocksWith(hits: readonly Hit[], texts: readonly SearchedText[]): FoundBlock[] {
  const found = new Map<string, { block: string; json: BlockNode; marks: CopyPlace[] }>();
  for (const { place, order } of hits) {
    const json = texts[order]?.json ?? null;
    if (place.block === null || json === null) continue;
    const known = found.get(place.block);
    if (known === undefined) found.set(place.block, { block: place.block, json, marks: [place] });
    else known.marks.push(place);
  }
  return [...found.values()];
}

export function createFindDesk(options: FindDeskOptions): FindDesk {
  const { editor, draft, heldDraft, openTabOf } = options;
  const state = createStore<FindState>({ query: options.query, hits: [], current: -1, problem: null });
  const search = createTextSearch();
  let texts: SearchedText[] = [];
  let found: readonly FoundBlock[] = [];
  /** Whether the hit that stands out is brought into view. */
  let reveals = false;
  const resting = createRestTimer(() => void look(reveals), { restMs: REST_MS });
  /** From where on the hit that stands out is looked for; null: from the caret. */
  let from: { order: number; start: number } | null = null;
  /** The hits are those of what is asked now, in the words as they stand. */
  let isCurrent = false;
  /** Counts what was asked and what was written since. */
  let latest = 0;
  let hasEnded = false;
  /** Settles when nothing is being replaced any more. */
  let turn: Promise<unknown> = Promise.resolve();

  function positionOfCaret(): { order: number; start: number } {
    const caret = editor.marks.caret();
    if (caret === null) return { order: 0, start: 0 };
    const exact = texts.findIndex(
      ({ block, path, property }) =>
        block === caret.block && property === null && path.join() === caret.path.join(),
    );
    const order = exact === -1 ? texts.findIndex(({ block }) => block === caret.block) : exact;
    return { order: Math.max(0, order), start: exact === -1 ? 0 : caret.start };
  }

  function firstFrom(hits: readonly Hit[], { order, start }: { order: number; start: number }): number {
    if (hits.length === 0) return -1;
    const next = hits.findIndex(
      (hit) => hit.order > order || (hit.order === order && hit.place.start >= start),
    );
    return Math.max(0, next);
  }

  /** A field that is not on screen is brought there only where it is to be looked at. */
  function markField(hit: Hit | undefined, reveal: boolean): void {
    document.querySelector('[data-found]')?.removeAttribute('data-found');
    if (hit?.place.block !== null) return;
    const { field, at } = hit.place;
    const openTab = reveal ? openTabOf : (): void => {};
    withField(field, openTab, (element) => {
      const shown = shownAt(element, field, at);
      shown.setAttribute('data-found', '');
      if (reveal) shown.scrollIntoView({ block: 'nearest' });
    });
  }

  function show(next: Partial<FindState>, reveal: boolean): void {
    state.set({ ...state.get(), ...next });
    if (next.hits !== undefined) found = blocksWith(next.hits, texts);
    const { hits, current } = state.get();
    const hit = hits[current];
    const place = hit === undefined || hit.place.block === null ? null : hit.place;
    editor.finder.show(found, place);
    markField(hit, reveal);
    if (reveal && place !== null) editor.finder.reveal(place);
  }

  async function look(reveal: boolean): Promise<void> {
    const asked = latest;
    const { query } = state.get();
    const compiled = compileQuery(query);
    if (query.words === '' || compiled.kind === 'broken') {
      search.end();
      isCurrent = true;
      show({ hits: [], current: -1, problem: compiled.kind === 'broken' ? compiled.problem : null }, false);
      return;
    }
    texts = searchedTexts(editor, draft.fields.get());
    const searched = texts;
    try {
      const answer = await search.run({ query, texts: searched.map(({ text }) => text), most: MOST_HITS });
      if (answer === undefined) return;
      const hits = answer.flatMap(({ text: order, hits: places }): Hit[] => {
        const at = searched[order];
        return at === undefined
          ? []
          : places.map(({ start, end }) => ({ place: placeOf(at, start, end), order, text: at.text }));
      });
      from ??= positionOfCaret();
      isCurrent = asked === latest;
      show({ hits, current: firstFrom(hits, from), problem: null }, reveal);
    } catch (error) {
      if (!(error instanceof SearchRanAway)) throw error;
      isCurrent = asked === latest;
      show({ hits: [], current: -1, problem: 'runaway' }, false);
    }
  }

  function lookSoon(reveal: boolean): void {
    latest += 1;
    isCurrent = false;
    reveals = reveal;
    resting.stir();
  }

  /** What is replaced is what is asked for, even where that was asked a moment ago. */
  async function untilCurrent(): Promise<void> {
    while (!isCurrent && !hasEnded) {
      resting.cancel();
      await look(false);
    }
  }

  /**
   * One after the other, each among the hits the one before has left: two that looked for theirs at once would take the worker
   * from one another without end.
   */
  function inTurn<Answer>(replaceNow: () => Answer): Promise<Answer> {
    const answer = turn.then(untilCurrent).then(replaceNow);
    turn = answer.catch(() => {});
    return answer;
  }

  function remember(hit: Hit | undefined): void {
    if (hit !== undefined) from = { order: hit.order, start: hit.place.start };
  }

  function newWords(hit: Hit, replacement: string): string | null {
    return replacementFor(hit.text, hit.place, state.get().query, replacement);
  }

  /** The texts of fields with the hits in them replaced, as they were and as they become; and how many hits that were. */
  function changedFields(
    hits: readonly Hit[],
    replacement: string,
  ): { changed: ChangedFields; count: number } {
    const texts = new Map<FoundField, string[]>();
    const fields = draft.fields.get();
    let count = 0;
    // From the end, so that the offsets of what is still to come hold.
    for (const hit of hits.toReversed()) {
      const { place } = hit;
      const words = newWords(hit, replacement);
      if (place.block !== null || words === null) continue;
      const before = textsOfField(place.field, fields);
      if (before[place.at] !== hit.text) continue;
      const after = texts.get(place.field) ?? [...before];
      const text = after[place.at] ?? '';
      after[place.at] = text.slice(0, place.start) + words + text.slice(place.end);
      texts.set(place.field, after);
      count += 1;
    }
    const changed: ChangedFields = new Map();
    for (const [field, after] of texts) {
      changed.set(field, [textsOfField(field, fields), keepableTexts(field, after)]);
    }
    return { changed, count };
  }

  /** Somebody may have written in a field since: then it stays as it is. */
  function setFields(changed: ChangedFields, to: 0 | 1): void {
    const held = heldDraft();
    if (held === null) return;
    for (const [field, texts] of changed) {
      if (!isSame(textsOfField(field, held.fields.get()), texts[1 - to])) continue;
      if (field === 'tags') held.setField(field, [...texts[to]]);
      else held.setField(field, texts[to][0] ?? '');
    }
  }

  function replaceHits(hits: readonly Hit[], replacement: string): number {
    const { changed: fields, count: inFields } = changedFields(hits, replacement);
    const inCopy = hits.flatMap((hit) => {
      const { place } = hit;
      const text = newWords(hit, replacement);
      if (place.block === null || text === null) return [];
      return [{ place, words: hit.text.slice(place.start, place.end), text }];
    });
    if (inFields + inCopy.length === 0) return 0;
    const done = editor.finder.replace(inCopy, {
      undo: () => setFields(fields, 0),
      redo: () => setFields(fields, 1),
    });
    return done + inFields;
  }

  /** Words of the copy can be suggested; fields and what is written in cards are changed or left. */
  function mayReplace({ place }: Hit): boolean {
    return !editor.suggestions.suggesting.peek() || (place.block !== null && place.property === null);
  }

  function replaceCurrent(replacement: string): boolean {
    const { hits, current } = state.get();
    const hit = hits[current];
    if (hit === undefined) return false;
    if (!mayReplace(hit)) {
      editor.suggestions.refuse();
      return true;
    }
    const { start, end } = hit.place;
    const words = newWords(hit, replacement);
    const done = replaceHits([hit], replacement) === 1;
    // Words that are suggested to go stay before those that are to come.
    const behind = editor.suggestions.suggesting.peek() ? end : start;
    from = { order: hit.order, start: done ? behind + (words?.length ?? 0) : start };
    void look(true);
    return done;
  }

  function replaceThemAll(replacement: string): { done: number; left: number; suggested: boolean } {
    const { hits } = state.get();
    const meant = hits.filter(mayReplace);
    const done = replaceHits(meant, replacement);
    void look(false);
    const suggested = editor.suggestions.suggesting.peek();
    return { done, left: hits.length - meant.length, suggested };
  }

  const stops = [editor.onEdit(() => lookSoon(false)), draft.fields.subscribe(() => lookSoon(false))];
  lookSoon(true);

  return {
    state,
    ask(change) {
      state.set({ ...state.get(), query: { ...state.get().query, ...change } });
      lookSoon(true);
    },
    step(by) {
      const { hits, current } = state.get();
      if (hits.length === 0) return;
      const next = (current + by + hits.length) % hits.length;
      remember(hits[next]);
      show({ current: next }, true);
    },
    replace: (replacement) => inTurn(() => replaceCurrent(replacement)),
    replaceAll: (replacement) => inTurn(() => replaceThemAll(replacement)),
    goToCurrent() {
      const { hits, current } = state.get();
      const place = hits[current]?.place;
      if (place === undefined) return false;
      if (place.block !== null) editor.marks.goTo(place);
      else {
        withField(place.field, openTabOf, (element) => {
          element.focus();
          // Tags stand beside the field in which new ones are typed.
          if (place.field !== 'tags') element.setSelectionRange(place.start, place.end);
        });
      }
      return true;
    },
    end() {
      hasEnded = true;
      resting.cancel();
      for (const stop of stops) stop();
      search.end();
      show({ hits: [], current: -1 }, false);
    },
  };
}
