import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { articleFieldsSchema } from '../../../../shared/contract/articles.ts';
import type { CheckedBlock, Finding } from '../../../../shared/contract/checks.ts';
import type { CoreEvent } from '../../../../shared/contract/events.ts';
import { embed, link, paragraph, text } from '../../../../shared/document/build.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import type { Core } from '../../../core-client/core-client.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import type { StepBeside } from '../../../editor/extensions/copy/step-beside.ts';
import type { BlockMarks, CopyChange, CopyMarks } from '../../../editor/extensions/marks/marks-extension.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { createStore } from '../../../store.ts';
import type { FieldPlace } from '../go-to-field.ts';
import { createCheckDesk } from './check-desk.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Finds every `xxx`, and as misspelt every word that ends in `q`; the core of these tests. */
function findingsIn({ segments }: CheckedBlock): Finding[] {
  return segments.flatMap(({ text: whole }, segment) =>
    Array.from(whole.matchAll(/xxx|[a-z]+q/g), ({ index, 0: found }) => {
      const check = found === 'xxx' ? ('placeholder' as const) : ('spelling' as const);
      return {
        check,
        code: check,
        segment,
        start: index,
        end: index + found.length,
        text: found,
        advice: null,
        parameters: {},
        fixes: [{ kind: 'replace' as const, text: 'ada' }],
        key: `${check}/${check}/${found}`,
        evidence: null,
      };
    }),
  );
}

function openDesk(blocks: { key: string; json: BlockNode }[], headline = '') {
  const asked: string[][] = [];
  let ignored: string[] = [];
  let edit = (): void => {};
  let tell = (_event: CoreEvent): void => {};
  let marks: readonly BlockMarks[] = [];
  let caret: ReturnType<CopyMarks['writingAt']> = null;
  let field: FieldPlace | null = null;
  let moved: (() => void) | null = null;
  const mended: CopyChange[] = [];
  const steps: StepBeside[] = [];
  const broken: { url: string; reason: 'gone' }[] = [];
  let offline = false;
  const core = {
    client: {
      checks: {
        async run({ blocks: sent }: { blocks: CheckedBlock[] }) {
          asked.push(sent.map(({ segments }) => segments.map((segment) => segment.text).join('/')));
          return { blocks: sent.map((block) => ({ id: block.id, findings: findingsIn(block) })) };
        },
        brokenLinks: async () => ({ broken, offline }),
        ignored: { list: async () => ignored },
      },
      provenance: { accepted: { list: async () => [] } },
    },
    events: {
      subscribe(listener: (event: CoreEvent) => void) {
        tell = listener;
        return () => {};
      },
      subscribeResumed: () => () => {},
    },
  } as unknown as Core;
  const editor = {
    blocks: () => blocks,
    onEdit(listener: () => void) {
      edit = listener;
      return () => {};
    },
    marks: {
      show: (next: readonly BlockMarks[]) => (marks = next),
      point() {},
      writingAt: () => caret,
      onceMoved(listener: () => void) {
        moved = () => {
          moved = null;
          listener();
        };
        return () => (moved = null);
      },
      mend(changes: readonly CopyChange[], beside?: StepBeside) {
        mended.push(...changes);
        if (beside !== undefined) steps.push(beside);
        beside?.redo();
        return changes.length;
      },
    },
  } as unknown as EditorHandle;
  const fields = createStore(articleFieldsSchema.parse({ headline }));
  const draft = {
    articleId: 'a',
    fields,
    meta: createStore({ createdAt: '2018-04-27T15:00:00+07:00', sources: [], references: [] }),
    writes: createStore(true),
    setField(name: 'headline', value: string) {
      fields.set({ ...fields.get(), [name]: value });
    },
  } as unknown as Draft;
  const desk = createCheckDesk(core, editor, () => field);
  onTestFinished(desk.start());
  desk.open(draft);
  return {
    desk,
    draft,
    asked,
    broken,
    setOffline: (is: boolean) => (offline = is),
    mended,
    undo: () => steps.pop()?.undo(),
    marks: () => marks,
    found: () => desk.state.get().findings.map(({ text: words, place }) => [place.block, words]),
    /** Puts a block in place of the one with its key, as the editor does with one that was edited. */
    edit(key: string, json: BlockNode) {
      blocks = blocks.map((block) => (block.key === key ? { key, json } : block));
      edit();
    },
    /** The caret of the copy; null: the focus is elsewhere. */
    moveTo(next: typeof caret) {
      caret = next;
      moved?.();
    },
    /** The caret of a field around the copy. */
    moveInField(next: FieldPlace | null) {
      field = next;
      moved?.();
    },
    ignore(key: string) {
      ignored = [key];
      tell({ type: 'checks.changed', articleId: 'a' });
    },
  };
}

const two = () => [
  { key: '1', json: paragraph([text('Satu xxx')]) },
  { key: '2', json: paragraph([text('Dua')]) },
];

test('an article is checked whole once, then only what is new, when the typing rests', async () => {
  const open = openDesk(two(), 'Judul xxx');
  expect(open.asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.asked).toEqual([['Judul xxx', 'Satu xxx', 'Dua']]);
  expect(open.found()).toEqual([
    [null, 'xxx'],
    ['1', 'xxx'],
  ]);
  for (let key = 0; key < 10; key += 1) {
    open.edit('2', paragraph([text(`Dua xxx ${key}`)]));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(open.asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.asked.slice(1)).toEqual([['Dua xxx 9']]);
  expect(open.found().map(([block]) => block)).toEqual([null, '1', '2']);
  // What was there before is remembered by its text.
  open.edit('2', paragraph([text('Dua')]));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.asked).toHaveLength(2);
  expect(open.found()).toHaveLength(2);
});

test('one who never stops typing is checked now and then all the same', async () => {
  const open = openDesk(two());
  await vi.advanceTimersByTimeAsync(1_000);
  for (let key = 0; key < 110; key += 1) {
    open.edit('2', paragraph([text(`Dua ${key}`)]));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(open.asked).toHaveLength(2);
});

test('marks of a block stay the same values for as long as it does', async () => {
  const open = openDesk(two());
  await vi.advanceTimersByTimeAsync(1_000);
  const [before] = open.marks();
  expect(before?.marks).toEqual([{ block: '1', path: [], property: null, start: 5, end: 8, look: 'error' }]);
  open.edit('2', paragraph([text('Dua xxx')]));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.marks()[0]?.marks).toBe(before?.marks);
  expect(open.marks()).toHaveLength(2);
});

test('the list of findings stays the same value for as long as they do', async () => {
  const open = openDesk(two());
  await vi.advanceTimersByTimeAsync(1_000);
  const { findings } = open.desk.state.get();
  expect(findings).toHaveLength(1);
  open.edit('2', paragraph([text('Dua lagi')]));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.asked).toHaveLength(2);
  expect(open.desk.state.get().findings).toBe(findings);
  open.edit('2', paragraph([text('Dua xxx')]));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.desk.state.get().findings).toHaveLength(2);
});

test('what is ignored is neither listed nor marked', async () => {
  const open = openDesk(two());
  await vi.advanceTimersByTimeAsync(1_000);
  open.ignore('placeholder/placeholder/xxx');
  await vi.advanceTimersByTimeAsync(0);
  expect(open.found()).toEqual([]);
  expect(open.marks()).toEqual([]);
});

test('fixes go to the copy and to fields as one step to undo; where another window writes, nowhere', async () => {
  const open = openDesk(two(), 'Judul xxx dan xxx');
  await vi.advanceTimersByTimeAsync(1_000);
  const fixes = open.desk.state.get().findings.map((finding) => ({
    finding,
    fix: { kind: 'replace' as const, text: 'ada' },
  }));
  open.draft.writes.set(false);
  expect(open.desk.mend(fixes)).toBe(0);
  open.draft.writes.set(true);
  expect(open.desk.mend(fixes)).toBe(3);
  expect(open.draft.fields.get().headline).toBe('Judul ada dan ada');
  expect(open.mended).toMatchObject([{ place: { block: '1', start: 5, end: 8 }, words: 'xxx' }]);
  open.undo();
  expect(open.draft.fields.get().headline).toBe('Judul xxx dan xxx');
});

test('links are tried a while later, once, and a broken one is a finding at its words', async () => {
  const json = paragraph([text('Lihat '), link('https://hilang.example/x', [text('laporan')])]);
  const open = openDesk([{ key: '1', json }]);
  open.broken.push({ url: 'https://hilang.example/x', reason: 'gone' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.found()).toEqual([]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(open.desk.state.get().findings).toMatchObject([
    { check: 'link', code: 'link-gone', text: 'laporan', start: 6, end: 13 },
  ]);
});

test('offline is said, and links are tried again when somebody writes on', async () => {
  const json = paragraph([link('https://hilang.example/x', [text('laporan')])]);
  const open = openDesk([{ key: '1', json }]);
  open.setOffline(true);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(open.desk.state.get().linksWait).toBe(true);
  open.setOffline(false);
  open.broken.push({ url: 'https://hilang.example/x', reason: 'gone' });
  open.edit('1', json);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(open.desk.state.get().linksWait).toBe(false);
  expect(open.desk.state.get().findings).toMatchObject([{ code: 'link-gone' }]);
});

test('a word is called misspelt once the caret has left it; one that was told of stays while it is mended', async () => {
  const open = openDesk(two());
  await vi.advanceTimersByTimeAsync(1_000);
  const write = async (words: string): Promise<void> => {
    open.edit('2', paragraph([text(words)]));
    open.moveTo({ block: '2', property: null, path: [], start: words.length });
    await vi.advanceTimersByTimeAsync(1_000);
  };
  const found = (): unknown[] => open.found().filter(([block]) => block === '2');
  await write('Dua beraq');
  expect(found()).toEqual([]);
  expect(open.marks().map(({ block }) => block)).toEqual(['1']);
  await write('Dua beraqs');
  await write('Dua beraqs naiq');
  expect(found()).toEqual([['2', 'beraq']]);
  // The caret goes elsewhere in the paragraph: nothing was written, and the word is told of all the same.
  open.moveTo({ block: '2', property: null, path: [], start: 0 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(found()).toEqual([
    ['2', 'beraq'],
    ['2', 'naiq'],
  ]);
  // Back in it, one sees what is wrong.
  open.moveTo({ block: '2', property: null, path: [], start: 15 });
  open.edit('2', paragraph([text('Dua beraqs naiq.')]));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(found()).toHaveLength(2);
});

test('a word that is being written is told of when the focus goes', async () => {
  const open = openDesk(two());
  await vi.advanceTimersByTimeAsync(1_000);
  open.moveTo({ block: '2', property: null, path: [], start: 9 });
  open.edit('2', paragraph([text('Dua beraq')]));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.found()).toHaveLength(1);
  open.moveTo(null);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.found()).toHaveLength(2);
});

test('nor is a word of the headline, or of a field of a block, told of while it is written', async () => {
  const open = openDesk([
    { key: '1', json: embed({ provider: 'youtube', url: 'https://youtu.be/a' }, 'Dua') },
  ]);
  await vi.advanceTimersByTimeAsync(1_000);
  open.draft.setField('headline', 'Naiq beraq');
  open.moveInField({ name: 'headline', block: null, start: 10, end: 10 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.found()).toEqual([[null, 'aiq']]);
  open.moveInField(null);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.found()).toEqual([
    [null, 'aiq'],
    [null, 'beraq'],
  ]);
  open.edit('1', embed({ provider: 'youtube', url: 'https://youtu.be/a' }, 'dua naiq'));
  open.moveTo({ block: '1', property: 'title', path: [], start: 8 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.found()).toHaveLength(2);
  open.moveTo(null);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.found()).toHaveLength(3);
});

test('a finding in a paragraph that is written on stays the same value', async () => {
  const open = openDesk([
    { key: '1', json: paragraph([text('xxx dan ini sebuah kalimat yang panjang sekali, ')]) },
  ]);
  await vi.advanceTimersByTimeAsync(1_000);
  const [before] = open.desk.state.get().findings;
  open.edit('1', paragraph([text('xxx dan ini sebuah kalimat yang panjang sekali, lalu xxx')]));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open.desk.state.get().findings).toHaveLength(2);
  expect(open.desk.state.get().findings[0]).toBe(before);
});
