/**
 * Findings of the article that is open. Checks start when the typing rests; only blocks whose text is new are sent to the
 * core, and what was checked once is remembered by its text. Nothing here runs per key but a note of the time.
 */
import {
  CHECKS,
  type CheckedBlock,
  type Finding,
  type Fix,
  type Segment,
} from '../../../../shared/contract/checks.ts';
import {
  type CHECKED_FIELDS,
  FIELDS_BLOCK,
  segmentsOfBlock,
  segmentsOfFields,
} from '../../../../shared/checks/segments.ts';
import { linkFindings, webAddresses } from '../../../../shared/checks/link-findings.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { blocksThere } from '../../../../shared/domain/story-types.ts';
import type { Core } from '../../../core-client/core-client.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import type { BlockMarks, CopyChange, MarkLook } from '../../../editor/extensions/marks/marks-extension.ts';
import type { CopyPlace } from '../../../editor/extensions/marks/places.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { createStore, type Store } from '../../../store.ts';

/** The typing rests this long before anything is checked, or goes on that long. */
const REST_MS = 500;
const LONGEST_WAIT_MS = 10_000;
/** Opening an article comes first. */
const AFTER_OPENING_MS = 700;
const LINKS_AFTER_MS = 2_000;
/** What is sent at once: small enough that an answer is never long in coming. */
const BLOCKS_AT_ONCE = 40;
const CHARACTERS_AT_ONCE = 30_000;
const MOST_REMEMBERED = 4_000;
/** More findings than these are not placed on screen; they come up as others are dealt with. */
const MOST_PLACED = 1_000;

/** A finding and where it stands. */
export interface PlacedFinding extends Finding {
  /** Tells it from others on screen. */
  id: string;
  /** Null: in a field around the body, named by `property` of the place. */
  place: CopyPlace | { block: null; property: string; start: number; end: number };
  /** The words around it. */
  before: string;
  after: string;
}

export interface CheckState {
  findings: readonly PlacedFinding[];
  /** True until everything on screen was checked once. */
  checking: boolean;
  /** What went wrong with the last check; null where nothing did. */
  failure: unknown;
  /** Without a network links could not be tried. */
  linksWait: boolean;
}

/** Blocks a story type can require, of those that are in the copy. */
export type BlocksThere = ReturnType<typeof blocksThere>;

export interface CheckDesk {
  state: Store<CheckState>;
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
  /** Listens to the editor and the core; returns what ends it. */
  start(): () => void;
}

interface Presented {
  findings: PlacedFinding[];
  marks: BlockMarks['marks'];
}

interface Line {
  block: string;
  json: BlockNode | null;
  segments: Segment[];
  /** What it is remembered by. */
  text: string;
}

const LOOKS: Readonly<Record<Finding['check'], MarkLook>> = {
  placeholder: 'error',
  date: 'error',
  spelling: 'error',
  style: 'advice',
  foreign: 'advice',
  typing: 'advice',
  picture: 'hint',
  length: 'hint',
  link: 'error',
};

const ORDER = new Map(CHECKS.map((check, at) => [check, at]));

export function createCheckDesk({ client, events }: Core, editor: EditorHandle): CheckDesk {
  const state = createStore<CheckState>({ findings: [], checking: false, failure: null, linksWait: false });
  const there = createStore<BlocksThere | null>(null);
  const remembered = new Map<string, Finding[]>();
  const segmentsOf = new WeakMap<BlockNode, { segments: Segment[]; text: string }>();
  /** What was put on screen of the findings of a block, the same values for as long as these are the same. */
  const presented = new WeakMap<Finding[], Map<string, Presented>>();
  let draft: Draft | null = null;
  let ignored = new Set<string>();
  let broken = new Map<string, string>();
  let tried = new Set<string>();
  let linksWait = false;
  let endFields: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let linkTimer: ReturnType<typeof setTimeout> | undefined;
  let lastEdit = 0;
  let waitingSince: number | null = null;
  /** Answers of a run that a newer one has overtaken are kept, but not shown. */
  let run = 0;

  function noteEdit(): void {
    lastEdit = performance.now();
    waitingSince ??= lastEdit;
    timer ??= setTimeout(settle, REST_MS);
  }

  function settle(): void {
    timer = undefined;
    if (waitingSince === null) return;
    const now = performance.now();
    const due = Math.min(lastEdit + REST_MS, waitingSince + LONGEST_WAIT_MS);
    if (due > now + 1) timer = setTimeout(settle, due - now);
    else void check();
  }

  function linesNow(): Line[] {
    if (draft === null) return [];
    const fields = segmentsOfFields(draft.fields.get());
    const lines: Line[] = [
      { block: FIELDS_BLOCK, json: null, segments: fields, text: JSON.stringify(fields) },
    ];
    for (const { key, json } of editor.blocks()) {
      let known = segmentsOf.get(json);
      if (known === undefined) {
        const segments = segmentsOfBlock(json);
        known = { segments, text: JSON.stringify(segments) };
        segmentsOf.set(json, known);
      }
      lines.push({ block: key, json, ...known });
    }
    return lines;
  }

  function* portions(lines: readonly Line[]): Generator<CheckedBlock[]> {
    const asked = new Set<string>();
    let portion: CheckedBlock[] = [];
    let size = 0;
    for (const { text, segments } of lines) {
      if (remembered.has(text) || asked.has(text) || segments.length === 0) continue;
      asked.add(text);
      portion.push({ id: text, segments });
      size += text.length;
      if (portion.length < BLOCKS_AT_ONCE && size < CHARACTERS_AT_ONCE) continue;
      yield portion;
      portion = [];
      size = 0;
    }
    if (portion.length > 0) yield portion;
  }

  function noteBlocks(lines: readonly Line[]): void {
    const found = blocksThere(lines.flatMap(({ json }) => json ?? []));
    const before = there.get();
    const isSame = before?.size === found.size && [...found].every((type) => before.has(type));
    if (!isSame) there.set(found);
  }

  async function check(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    waitingSince = null;
    const checked = draft;
    if (checked === null) return;
    run += 1;
    const mine = run;
    const lines = linesNow();
    noteBlocks(lines);
    let failure: unknown = null;
    try {
      for (const blocks of portions(lines)) {
        // The ids are the texts themselves, which the core need not read again.
        const numbered = blocks.map(({ segments }, at) => ({ id: String(at), segments }));
        const answer = await client.checks.run({ at: checked.meta.get().createdAt, blocks: numbered });
        if (remembered.size > MOST_REMEMBERED) remembered.clear();
        for (const [at, { findings }] of answer.blocks.entries()) {
          const text = blocks[at]?.id;
          if (text !== undefined) remembered.set(text, findings);
        }
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

  function place({ block, json }: Line, segment: Segment, { start, end }: Finding): PlacedFinding['place'] {
    if (json === null) return { block: null, property: segment.property ?? '', start, end };
    return { block, path: segment.path, property: segment.property, start, end };
  }

  function placed(line: Line, finding: Finding): PlacedFinding | null {
    const segment = line.segments[finding.segment];
    if (segment === undefined) return null;
    const { start, end } = finding;
    return {
      ...finding,
      id: [
        line.block,
        segment.path.join('.'),
        segment.property ?? '',
        start,
        finding.code,
        finding.text,
      ].join('|'),
      place: place(line, segment, finding),
      before: segment.text.slice(Math.max(0, start - 40), start),
      after: segment.text.slice(end, end + 40),
    };
  }

  function marksFor(line: Line, findings: readonly Finding[]): BlockMarks['marks'] {
    return findings.flatMap((finding) => {
      const segment = line.segments[finding.segment];
      if (segment === undefined || segment.property !== null || finding.check === 'length') return [];
      const { start, end } = finding;
      return [
        { block: line.block, path: segment.path, property: null, start, end, look: LOOKS[finding.check] },
      ];
    });
  }

  function present(line: Line, findings: Finding[]): Presented {
    const byBlock = presented.get(findings) ?? new Map<string, Presented>();
    presented.set(findings, byBlock);
    let known = byBlock.get(line.block);
    if (known === undefined) {
      known = {
        findings: findings.flatMap((finding) => placed(line, finding) ?? []),
        marks: marksFor(line, findings),
      };
      byBlock.set(line.block, known);
    }
    return known;
  }

  function show(lines: readonly Line[], checking: boolean, failure: unknown): void {
    const findings: PlacedFinding[] = [];
    const marks: BlockMarks[] = [];
    for (const line of lines) {
      const known = remembered.get(line.text) ?? [];
      const own = linkFindings(line.segments, broken);
      const all = own.length === 0 ? known : [...known, ...own];
      const isHeeded = ({ key }: Finding): boolean => !ignored.has(key);
      const heeded = all.every(isHeeded) ? all : all.filter(isHeeded);
      if (heeded.length === 0) continue;
      const { findings: found, marks: drawn } = present(line, heeded);
      if (findings.length < MOST_PLACED) findings.push(...found);
      if (line.json !== null) marks.push({ block: line.block, json: line.json, marks: drawn });
    }
    // Within a kind they stay in the order in which they stand in the article.
    findings.sort((one, other) => (ORDER.get(one.check) ?? 0) - (ORDER.get(other.check) ?? 0));
    editor.marks.show(marks);
    state.set({ findings, checking, failure, linksWait });
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

  async function readIgnored(): Promise<void> {
    const asked = draft;
    if (asked === null) return;
    try {
      const keys = await client.checks.ignored.list({ articleId: asked.articleId });
      if (draft !== asked) return;
      ignored = new Set(keys);
      show(linesNow(), state.get().checking, state.get().failure);
    } catch {
      // They are shown until the next event or opening asks again.
    }
  }

  function forget(): void {
    remembered.clear();
    if (draft !== null) void check();
  }

  const listen = (): (() => void)[] => [
    editor.onEdit(noteEdit),
    events.subscribe((event) => {
      if (event.type === 'checks.changed' && event.articleId === draft?.articleId) void readIgnored();
      if (event.type === 'settings.changed' || event.type === 'people.changed') forget();
    }),
    events.subscribeResumed(() => {
      void readIgnored();
      void check();
    }),
  ];

  return {
    state,
    blocksThere: there,
    open(next) {
      if (next === draft) return;
      endFields?.();
      endFields = null;
      clearTimeout(timer);
      clearTimeout(linkTimer);
      timer = undefined;
      run += 1;
      draft = next;
      ignored = new Set();
      broken = new Map();
      tried = new Set();
      linksWait = false;
      waitingSince = null;
      editor.marks.show([]);
      there.set(null);
      state.set({ findings: [], checking: next !== null, failure: null, linksWait: false });
      if (next === null) return;
      endFields = next.fields.subscribe(noteEdit);
      timer = setTimeout(() => {
        void readIgnored().then(check);
      }, AFTER_OPENING_MS);
    },
    checkNow: () => void check(),
    mend(fixes) {
      // Where another window writes the article, this one reads.
      if (draft?.writes.get() !== true) return 0;
      const changes: CopyChange[] = [];
      const fields = new Map<WordField, [string, string]>();
      let done = 0;
      // From the end, so that offsets in a field hold.
      const ordered = [...fixes].sort((one, other) => other.finding.start - one.finding.start);
      for (const { finding, fix } of ordered) {
        const { place: where, text } = finding;
        if (where.block !== null) changes.push({ place: where, words: text, fix });
        else if (mendField(draft.fields.get(), fields, where, text, fix)) done += 1;
      }
      const { articleId } = draft;
      const setFields = (to: 0 | 1): void => {
        if (draft?.articleId !== articleId) return;
        // Somebody may have written in a field since: then it stays as it is.
        for (const [name, values] of fields) {
          if (draft.fields.get()[name] === values[1 - to]) draft.setField(name, values[to]);
        }
      };
      if (fields.size > 0) {
        done += editor.marks.mend(changes, { undo: () => setFields(0), redo: () => setFields(1) });
      } else if (changes.length > 0) done += editor.marks.mend(changes);
      editor.marks.point(null);
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
    start() {
      const endings = listen();
      return () => {
        for (const end of endings) end();
        endFields?.();
        clearTimeout(timer);
        clearTimeout(linkTimer);
        run += 1;
        draft = null;
        editor.marks.show([]);
      };
    },
  };
}

type FieldPlace = Extract<PlacedFinding['place'], { block: null }>;
type WordField = (typeof CHECKED_FIELDS)[number];

/** Notes how a field is mended whose words are still the ones meant, before and after; fields know no italics. */
function mendField(
  fields: Readonly<Record<WordField, string>>,
  mended: Map<WordField, [string, string]>,
  { property, start, end }: FieldPlace,
  words: string,
  fix: Fix,
): boolean {
  const name = property as WordField;
  const before = fields[name];
  if (fix.kind !== 'replace' || before.slice(start, end) !== words) return false;
  const text = mended.get(name)?.[1] ?? before;
  mended.set(name, [before, text.slice(0, start) + fix.text + text.slice(end)]);
  return true;
}
