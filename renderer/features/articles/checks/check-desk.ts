/**
 * Findings of the article that is open. Checks start when the typing rests; only blocks whose text is new are sent to the
 * core, and what was checked once is remembered by its text. Nothing here runs per key but a note of the time.
 */
import { CHECKS, type Finding, type Fix } from '../../../../shared/contract/checks.ts';
import type { AcceptedFinding } from '../../../../shared/contract/provenance.ts';
import { linkFindings, webAddresses } from '../../../../shared/checks/link-findings.ts';
import { blocksThere } from '../../../../shared/domain/story-types.ts';
import type { Core } from '../../../core-client/core-client.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import type { BlockMarks } from '../../../editor/extensions/marks/marks-extension.ts';
import { isSame } from '../../../editor/is-same.ts';
import { createRestTimer } from '../../../rest-timer.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { createStore, type Store } from '../../../store.ts';
import type { FieldPlace } from '../go-to-field.ts';
import { createLineReader, numbered, portions, type Line } from './checked-lines.ts';
import { mendFindings } from './mend-findings.ts';
import { createPresenter, placed, type AlignedBlock, type PlacedFinding } from './placed-findings.ts';
import { createSourceCheck } from './source-check.ts';
import { createWordInHand } from './word-in-hand.ts';

/** The typing rests this long before anything is checked, or goes on that long. */
const CHECKED_AFTER = { restMs: 500, latestMs: 10_000 };
/** Opening an article comes first. */
const AFTER_OPENING_MS = 700;
const LINKS_AFTER_MS = 2_000;
const MOST_REMEMBERED = 4_000;
/** More findings than these are not placed on screen; they come up as others are dealt with. */
const MOST_PLACED = 1_000;

export interface CheckState {
  findings: readonly PlacedFinding[];
  /** True until everything on screen was checked once. */
  checking: boolean;
  /** What went wrong with the last check; null where nothing did. */
  failure: unknown;
  /** Without a network links could not be tried. */
  linksWait: boolean;
  /** Findings somebody decided to leave as they are, with the reason. */
  accepted: readonly { finding: PlacedFinding; acceptance: AcceptedFinding }[];
  /** False where there is nothing to hold the copy against; null until that is known. */
  hasSources: boolean | null;
}

/** The list there was, where it holds the same: what shows it need not be drawn anew. */
function sameOr<Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] {
  const isSame = before.length === now.length && now.every((item, at) => item === before[at]);
  return isSame ? before : now;
}

/** Those there were in place of the same that were found again: a card whose paragraph was written on is not drawn anew. */
function kept(before: readonly PlacedFinding[], now: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const there = new Map(before.map((finding) => [finding.id, finding]));
  return now.map((finding) => {
    const known = there.get(finding.id);
    return known !== undefined && isSame(known, finding) ? known : finding;
  });
}

const NOTHING_YET: CheckState = {
  findings: [],
  checking: false,
  failure: null,
  linksWait: false,
  accepted: [],
  hasSources: null,
};

/** Blocks a story type can require, of those that are in the copy. */
export type BlocksThere = ReturnType<typeof blocksThere>;

export interface CheckDesk {
  state: Store<CheckState>;
  /** The copy beside its sources, block by block in its order; empty where it has none. */
  alignment: Store<readonly AlignedBlock[]>;
  /** As of the last rest of the typing; null until it was looked for. */
  blocksThere: Store<BlocksThere | null>;
  /** Turns to a draft, or to none; the editor shows it. */
  open(draft: Draft | null): void;
  /** Checks now, without waiting for the typing to rest. */
  checkNow(): void;
  /** Applies fixes, in copy and fields alike, as one step to undo. Answers how many were applied. */
  mend(fixes: readonly { finding: PlacedFinding; fix: Fix }[]): number;
  ignore(finding: PlacedFinding): Promise<void>;
  heed(key: string): Promise<void>;
  /** Leaves a finding of fidelity as it is, for a reason. */
  accept(finding: PlacedFinding, note: string): Promise<void>;
  reopen(key: string): Promise<void>;
  /** Listens to the editor and the core; returns what ends it. */
  start(): () => void;
}

const NONE: Finding[] = [];
const NO_BLOCKS: readonly AlignedBlock[] = [];
const ORDER = new Map(CHECKS.map((check, at) => [check, at]));

/** `focusedField`: the field around the copy that has the focus. */
export function createCheckDesk(
  { client, events }: Core,
  editor: EditorHandle,
  focusedField: () => FieldPlace | null,
): CheckDesk {
  const state = createStore(NOTHING_YET);
  const alignment = createStore<readonly AlignedBlock[]>([]);
  const there = createStore<BlocksThere | null>(null);
  const remembered = new Map<string, Finding[]>();
  const readLines = createLineReader(editor);
  const besideSources = createSourceCheck(client);
  const present = createPresenter();
  let draft: Draft | null = null;
  let ignored = new Set<string>();
  let accepted = new Map<string, AcceptedFinding>();
  let broken = new Map<string, string>();
  let tried = new Set<string>();
  let linksWait = false;
  let endDraft: (() => void)[] = [];
  let opening: ReturnType<typeof setTimeout> | undefined;
  const resting = createRestTimer(() => void check(), CHECKED_AFTER);
  /** Since the article was opened. */
  let isWritten = false;
  const wordInHand = createWordInHand(editor.marks, focusedField, () => resting.stir());
  let linkTimer: ReturnType<typeof setTimeout> | undefined;
  /** Answers of a run that a newer one has overtaken are kept, but not shown. */
  let run = 0;

  /** The check of an article just opened looks at what was written meanwhile as well. */
  function noteEdit(): void {
    isWritten = true;
    if (opening === undefined) resting.stir();
  }

  function linesNow(): Line[] {
    return draft === null ? [] : readLines(draft.fields.get());
  }

  function noteBlocks(lines: readonly Line[]): void {
    const found = blocksThere(lines.flatMap(({ json }) => json ?? []));
    const before = there.get();
    const isSame = before?.size === found.size && [...found].every((type) => before.has(type));
    if (!isSame) there.set(found);
  }

  function stopWaiting(): void {
    clearTimeout(opening);
    opening = undefined;
    resting.cancel();
  }

  async function check(): Promise<void> {
    stopWaiting();
    const checked = draft;
    if (checked === null) return;
    run += 1;
    const mine = run;
    const lines = linesNow();
    noteBlocks(lines);
    let failure: unknown = null;
    try {
      for (const blocks of portions(lines, (text) => remembered.has(text))) {
        const answer = await client.checks.run({
          at: checked.meta.get().createdAt,
          blocks: numbered(blocks),
        });
        if (remembered.size > MOST_REMEMBERED) remembered.clear();
        for (const [at, { findings }] of answer.blocks.entries()) {
          const text = blocks[at]?.id;
          if (text !== undefined) remembered.set(text, findings);
        }
        if (mine !== run) return;
        show(lines, true, null);
      }
      besideSources.turnTo(checked.articleId, checked.meta.get());
      const isKnown = (text: string): boolean => besideSources.of(text) !== undefined;
      for (const blocks of besideSources.hasSources() ? portions(lines, isKnown) : []) {
        await besideSources.ask(blocks);
        if (mine !== run) return;
        show(lines, true, null);
      }
    } catch (error) {
      failure = error;
    }
    if (mine !== run || draft !== checked) return;
    show(lines, false, failure);
    if (failure === null) trySoon(lines);
  }

  function show(lines: readonly Line[], checking: boolean, failure: unknown): void {
    const findings: PlacedFinding[] = [];
    const settled: CheckState['accepted'][number][] = [];
    const marks: BlockMarks[] = [];
    const aligned: AlignedBlock[] = [];
    const before = state.get();
    const told = isWritten ? wordInHand.now(before.findings) : (_line: Line, all: Finding[]) => all;
    for (const line of lines) {
      const beside = besideSources.of(line.text);
      const known = present.joined(remembered.get(line.text) ?? NONE, beside?.findings ?? NONE);
      const own = linkFindings(line.segments, broken);
      const all = own.length === 0 ? known : [...known, ...own];
      const isHeeded = ({ key }: Finding): boolean => !ignored.has(key) && !accepted.has(key);
      const said = told(line, all);
      const heeded = said.every(isHeeded) ? said : said.filter(isHeeded);
      if (beside !== undefined && line.json !== null && beside.sentences.length > 0) {
        aligned.push(present.aligned(line, line.json, beside.sentences));
      }
      for (const finding of all) {
        const acceptance = accepted.get(finding.key);
        const its = acceptance === undefined ? null : placed(line, finding);
        if (acceptance !== undefined && its !== null) settled.push({ finding: its, acceptance });
      }
      if (heeded.length === 0) continue;
      const { findings: found, marks: drawn } = present.findings(line, heeded);
      if (findings.length < MOST_PLACED) findings.push(...found);
      if (line.json !== null) marks.push({ block: line.block, json: line.json, marks: drawn });
    }
    // Within a kind they stay in the order in which they stand in the article.
    findings.sort((one, other) => (ORDER.get(one.check) ?? 0) - (ORDER.get(other.check) ?? 0));
    editor.marks.show(marks);
    if (aligned.length > 0 || alignment.get().length > 0) alignment.set(aligned);
    state.set({
      findings: sameOr(before.findings, kept(before.findings, findings)),
      checking,
      failure,
      linksWait,
      accepted: sameOr(before.accepted, settled),
      hasSources: checking ? before.hasSources : besideSources.hasSources(),
    });
  }

  function trySoon(lines: readonly Line[]): void {
    const urls = webAddresses(lines.flatMap(({ segments }) => segments));
    const untried = urls.filter((url) => !tried.has(url)).slice(0, 200);
    clearTimeout(linkTimer);
    if (untried.length === 0) return;
    linkTimer = setTimeout(() => void tryLinks(untried), LINKS_AFTER_MS);
  }

  async function tryLinks(urls: string[]): Promise<void> {
    const asked = draft;
    for (const url of urls) tried.add(url);
    try {
      const { broken: found, offline } = await client.checks.brokenLinks({ urls });
      if (draft !== asked) return;
      linksWait = offline;
      // Without a network nothing was tried: it is, once somebody writes on.
      if (offline) for (const url of urls) tried.delete(url);
      for (const { url, reason } of found) broken.set(url, reason);
      show(linesNow(), state.get().checking, state.get().failure);
    } catch {
      // Not said: whether an address is there is asked again when the article is opened next.
    }
  }

  /** What was decided about findings of the article. */
  async function readAnswers(): Promise<void> {
    const asked = draft;
    if (asked === null) return;
    try {
      const { articleId } = asked;
      const [keys, acceptances] = await Promise.all([
        client.checks.ignored.list({ articleId }),
        client.provenance.accepted.list({ articleId }),
      ]);
      if (draft !== asked) return;
      ignored = new Set(keys);
      accepted = new Map(acceptances.map((acceptance) => [acceptance.key, acceptance]));
      show(linesNow(), state.get().checking, state.get().failure);
    } catch {
      // They are shown until the next event or opening asks again.
    }
  }

  function forget(): void {
    remembered.clear();
    if (draft !== null) void check();
  }

  /** A source came, went or may not be used any more. */
  function noteSources(): void {
    if (draft !== null && besideSources.turnTo(draft.articleId, draft.meta.get())) void check();
  }

  const listen = (): (() => void)[] => [
    editor.onEdit(noteEdit),
    events.subscribe((event) => {
      if (event.type === 'checks.changed' && event.articleId === draft?.articleId) void readAnswers();
      if (event.type === 'settings.changed' || event.type === 'people.changed') forget();
    }),
    events.subscribeResumed(() => {
      void readAnswers();
      void check();
    }),
  ];

  return {
    state,
    alignment,
    blocksThere: there,
    open(next) {
      if (next === draft) return;
      for (const end of endDraft) end();
      endDraft = [];
      stopWaiting();
      clearTimeout(linkTimer);
      wordInHand.end();
      isWritten = false;
      run += 1;
      draft = next;
      ignored = new Set();
      accepted = new Map();
      broken = new Map();
      tried = new Set();
      linksWait = false;
      editor.marks.show([]);
      there.set(null);
      alignment.set(NO_BLOCKS);
      state.set({ ...NOTHING_YET, checking: next !== null });
      if (next === null) return;
      endDraft = [next.fields.subscribe(noteEdit), next.meta.subscribe(noteSources)];
      opening = setTimeout(() => {
        void readAnswers().then(check);
      }, AFTER_OPENING_MS);
    },
    checkNow: () => void check(),
    mend(fixes) {
      // Where another window writes the article, this one reads.
      if (draft?.writes.get() !== true) return 0;
      const done = mendFindings(editor, draft, () => draft, fixes);
      void check();
      return done;
    },
    async ignore({ key }) {
      if (draft === null) return;
      await client.checks.ignored.add({ articleId: draft.articleId, key });
    },
    async heed(key) {
      if (draft === null) return;
      await client.checks.ignored.remove({ articleId: draft.articleId, key });
    },
    async accept({ key }, note) {
      if (draft === null) return;
      await client.provenance.accepted.add({ articleId: draft.articleId, key, note });
    },
    async reopen(key) {
      if (draft === null) return;
      await client.provenance.accepted.remove({ articleId: draft.articleId, key });
    },
    start() {
      const endings = listen();
      return () => {
        for (const end of [...endings, ...endDraft]) end();
        endDraft = [];
        stopWaiting();
        clearTimeout(linkTimer);
        wordInHand.end();
        run += 1;
        draft = null;
        editor.marks.show([]);
      };
    },
  };
}
