import { $generateNodesFromSerializedNodes } from '@lexical/clipboard';
import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension';
import { HeadlessExtension } from '@lexical/headless';
import fc from 'fast-check';
import {
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  defineExtension,
  DELETE_CHARACTER_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  REMOVE_TEXT_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import type { Fix } from '../../../../shared/contract/checks.ts';
import { buildDocument, heading, image, paragraph, text } from '../../../../shared/document/build.ts';
import { listMarks, type ListedSuggestion } from '../../../../shared/document/list-marks.ts';
import { publishable } from '../../../../shared/document/publishable.ts';
import {
  documentSchema,
  type ArticleDocument,
  type BlockNode,
} from '../../../../shared/document/vocabulary.ts';
import { blockText } from '../../../../shared/document/walk.ts';
import { ArticleNodesExtension } from '../../article-extension.ts';
import { $restoreSelection } from '../copy/copy-selection.ts';
import { copyTheme } from '../../theme.ts';
import { CopyExtension } from '../copy/copy-extension.ts';
import { FindExtension } from '../find/find-extension.ts';
import { $createImageNode } from '../image/image-node.tsx';
import { MarksExtension } from '../marks/marks-extension.ts';
import { SUGGEST_NODES_COMMAND } from './suggest-commands.ts';
import { SuggestingExtension } from './suggesting-extension.ts';

function open(...blocks: BlockNode[]) {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'test',
      theme: copyTheme,
      dependencies: [
        ArticleNodesExtension,
        SuggestingExtension,
        MarksExtension,
        FindExtension,
        HeadlessExtension,
      ],
      onError(error) {
        throw error;
      },
    }),
  );
  const copy = getExtensionDependencyFromEditor(editor, CopyExtension).output;
  const suggestions = getExtensionDependencyFromEditor(editor, SuggestingExtension).output;
  const marks = getExtensionDependencyFromEditor(editor, MarksExtension).output;
  const { finder } = getExtensionDependencyFromEditor(editor, FindExtension).output;
  copy.open('a', buildDocument(blocks));
  suggestions.setAuthor('sari');
  suggestions.suggesting.value = true;

  /** Selects by characters within blocks, counted over everything that stands in them. */
  function select(from: [number, number], to: [number, number] = from): void {
    const pointIn = ([block, offset]: [number, number]) => {
      const children = copy.document().root.children[block];
      const nodes = children !== undefined && 'children' in children ? children.children : [];
      if (offset === 0 && !('text' in (nodes[0] ?? {}))) return { path: [block], offset: 0 };
      let rest = offset;
      for (const [index, node] of nodes.entries()) {
        const size = 'text' in node ? node.text.length : 0;
        if (rest <= size && 'text' in node) return { path: [block, index], offset: rest };
        rest -= size;
      }
      return { path: [block], offset: nodes.length };
    };
    const [anchor, focus] = [pointIn(from), pointIn(to)];
    editor.update(() => $restoreSelection({ anchor, focus }), { discrete: true });
  }
  function run(work: () => void): void {
    editor.update(work, { discrete: true });
  }
  return {
    editor,
    suggestions,
    select,
    document: (): ArticleDocument => copy.document(),
    type: (words: string) => run(() => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, words)),
    remove: () => run(() => editor.dispatchCommand(REMOVE_TEXT_COMMAND, null)),
    backspace: () => run(() => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)),
    enter: () => run(() => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)),
    lineBreak: () => run(() => editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)),
    bold: () => run(() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')),
    compose: () =>
      run(() =>
        editor.dispatchCommand(COMPOSITION_START_COMMAND, new Event('compositionstart') as CompositionEvent),
      ),
    addPictures: (count: number) =>
      run(() =>
        editor.dispatchCommand(
          SUGGEST_NODES_COMMAND,
          Array.from({ length: count }, () => $createImageNode({ sourceUrl: 'https://foto.example/a.jpg' })),
        ),
      ),
    paste: (...pasted: BlockNode[]) =>
      run(() =>
        editor.dispatchCommand(SUGGEST_NODES_COMMAND, $generateNodesFromSerializedNodes([...pasted])),
      ),
    replace(words: string, by: string, starts: readonly number[]): number {
      const block = copy.blocks()[0]?.key ?? '';
      const places = starts.map((start) => ({
        place: { block, path: [], property: null, start, end: start + words.length },
        words,
        text: by,
      }));
      return finder.replace(places, { undo: () => {}, redo: () => {} });
    },
    mend(at: { start: number; end: number; words: string }, fix: Fix): void {
      const block = copy.blocks()[0]?.key ?? '';
      marks.mend([{ place: { block, path: [], property: null, ...at }, words: at.words, fix }]);
    },
    undo: () => run(() => editor.dispatchCommand(UNDO_COMMAND, undefined)),
    lines: () => copy.document().root.children.map(blockText),
    published: () => publishable(copy.document()).root.children.map(blockText),
    listed: (): ListedSuggestion[] =>
      listMarks(copy.document().root.children).flatMap((mark) =>
        mark.kind === 'suggestion' ? [mark.suggestion] : [],
      ),
  };
}

const story = () => open(paragraph([text('Presiden tiba di Singapura.')]), paragraph([text('Ia disambut.')]));

const picture = () => image('', { sourceUrl: 'https://foto.example/a.jpg' });

describe('writing in the mode of suggestions', () => {
  it('what is typed comes in as one suggestion, key by key', () => {
    const desk = story();
    desk.select([0, 9]);
    for (const key of 'Joko ') desk.type(key);
    expect(desk.lines()[0]).toBe('Presiden Joko tiba di Singapura.');
    expect(desk.published()[0]).toBe('Presiden tiba di Singapura.');
    expect(desk.listed()).toMatchObject([{ inserted: 'Joko ', deleted: '', personId: 'sari' }]);
  });

  it('what is typed over selected words takes their place in one suggestion', () => {
    const desk = story();
    desk.select([0, 9], [0, 13]);
    desk.type('hadir');
    expect(desk.listed()).toMatchObject([{ inserted: 'hadir', deleted: 'tiba' }]);
    desk.suggestions.settle('accept', 'all');
    expect(desk.lines()[0]).toBe('Presiden hadir di Singapura.');
    expect(desk.listed()).toEqual([]);
  });

  it('an input method writes into a suggestion, over selected words too; given up, it leaves no letter', () => {
    const desk = story();
    desk.select([0, 9], [0, 13]);
    desk.compose();
    expect(desk.published()[0]).toBe('Presiden tiba di Singapura.');
    expect(desk.listed()).toMatchObject([{ deleted: 'tiba', personId: 'sari' }]);
    desk.type('\u65b0');
    expect(desk.published()[0]).toBe('Presiden tiba di Singapura.');
    expect(desk.listed()).toHaveLength(1);
  });

  it('what a check or a rule mends is suggested, its format too, and accepted it stands there', () => {
    const desk = story();
    desk.mend({ start: 9, end: 13, words: 'tiba' }, { kind: 'replace', text: 'hadir' });
    expect(desk.published()[0]).toBe('Presiden tiba di Singapura.');
    expect(desk.listed()).toMatchObject([{ inserted: 'hadir', deleted: 'tiba', personId: 'sari' }]);
    desk.undo();
    expect(desk.listed()).toEqual([]);
    desk.mend({ start: 0, end: 8, words: 'Presiden' }, { kind: 'italic' });
    expect(publishable(desk.document()).root.children[0]).toMatchObject({
      children: [{ text: 'Presiden tiba di Singapura.', format: 0 }],
    });
    desk.mend({ start: 9, end: 13, words: 'tiba' }, { kind: 'replace', text: 'hadir' });
    desk.suggestions.settle('accept', 'all');
    expect(desk.lines()[0]).toBe('Presiden hadir di Singapura.');
  });

  it('pictures that are dropped or chosen come in as blocks to come, in their order', () => {
    const desk = story();
    desk.select([0, 9]);
    desk.addPictures(2);
    const types = () => desk.document().root.children.map(({ type }) => type);
    expect(types()).toEqual(['paragraph', 'image', 'image', 'paragraph']);
    expect(desk.published()).toHaveLength(2);
    const picture = { type: 'image', comes: true };
    expect(desk.listed()).toMatchObject([{ inserted: '', whole: [picture, picture] }]);
    desk.suggestions.settle('accept', 'all');
    expect(types()).toEqual(['paragraph', 'image', 'image', 'paragraph']);
    expect(desk.listed()).toEqual([]);
  });

  it('pasted words and cards come in at their places; rejected, the paragraph they part is one again', () => {
    const desk = story();
    const seen = () => desk.document().root.children.map((block) => blockText(block) || block.type);
    desk.select([0, 9]);
    desk.paste(paragraph([text('satu')]), picture(), paragraph([text('dua ')]), picture());
    expect(seen()).toEqual(['Presiden satu', 'image', 'dua tiba di Singapura.', 'image', 'Ia disambut.']);
    expect(desk.published()).toEqual(['Presiden tiba di Singapura.', 'Ia disambut.']);
    expect(desk.listed()).toHaveLength(1);
    desk.suggestions.settle('reject', 'all');
    expect(seen()).toEqual(['Presiden tiba di Singapura.', 'Ia disambut.']);
    desk.undo();
    desk.suggestions.settle('accept', 'all');
    expect(seen()).toEqual(['Presiden satu', 'image', 'dua tiba di Singapura.', 'image', 'Ia disambut.']);
  });

  it('a card pasted before words stands above them', () => {
    const desk = story();
    desk.select([0, 9]);
    desk.paste(picture(), paragraph([text('satu ')]));
    const types = desk.document().root.children.map(({ type }) => type);
    expect(types).toEqual(['paragraph', 'image', 'paragraph', 'paragraph']);
    expect(desk.lines()[2]).toBe('satu tiba di Singapura.');
    expect(desk.published()).toEqual(['Presiden tiba di Singapura.', 'Ia disambut.']);
  });

  it('what is found and replaced is suggested, place by place, and undone as one step', () => {
    const desk = open(paragraph([text('Ia tiba, lalu '), text('tiba', 1), text(' lagi.')]));
    expect(desk.replace('tiba', 'hadir', [3, 14])).toBe(2);
    expect(desk.published()).toEqual(['Ia tiba, lalu tiba lagi.']);
    expect(desk.listed()).toMatchObject([
      { inserted: 'hadir', deleted: 'tiba' },
      { inserted: 'hadir', deleted: 'tiba' },
    ]);
    desk.undo();
    expect(desk.listed()).toEqual([]);
  });

  it('what one suggested oneself is taken back without a trace, others’ words stay and are marked', () => {
    const desk = story();
    desk.select([0, 9]);
    desk.type('Joko ');
    desk.select([0, 9], [0, 19]);
    desk.remove();
    expect(desk.lines()[0]).toBe('Presiden tiba di Singapura.');
    expect(desk.listed()).toMatchObject([{ inserted: '', deleted: 'tiba ' }]);
    desk.suggestions.setAuthor('budi');
    desk.select([1, 3]);
    desk.type('pun ');
    desk.suggestions.setAuthor('sari');
    desk.select([1, 3], [1, 7]);
    desk.remove();
    expect(desk.lines()[1]).toBe('Ia pun disambut.');
    expect(desk.published()[1]).toBe('Ia disambut.');
  });

  it('Enter parts a paragraph, Backspace takes that back; two paragraphs are joined once it is accepted', () => {
    const desk = story();
    desk.select([0, 13]);
    desk.enter();
    expect(desk.lines()).toEqual(['Presiden tiba', ' di Singapura.', 'Ia disambut.']);
    expect(desk.published()).toEqual(['Presiden tiba di Singapura.', 'Ia disambut.']);
    desk.select([1, 0]);
    desk.backspace();
    expect(desk.lines()).toEqual(['Presiden tiba di Singapura.', 'Ia disambut.']);
    expect(desk.listed()).toEqual([]);
    desk.select([1, 0]);
    desk.backspace();
    expect(desk.lines()).toEqual(['Presiden tiba di Singapura.', 'Ia disambut.']);
    expect(desk.listed()).toMatchObject([{ blocks: true }]);
    desk.suggestions.settle('accept', 'all');
    expect(desk.lines()).toEqual(['Presiden tiba di Singapura.Ia disambut.']);
  });

  it('a heading that is parted behind words to go stays one for readers, and where that is rejected', () => {
    const desk = open(heading('h3', [text('Kunjungan')]), paragraph([text('Ia disambut.')]));
    desk.select([0, 0], [0, 4]);
    desk.type('x');
    desk.select([0, 5], [0, 0]);
    desk.enter();
    desk.select([0, 0]);
    desk.type('Baris di atas ');
    expect(publishable(desk.document()).root.children[0]).toMatchObject({ type: 'heading', tag: 'h3' });
    desk.suggestions.settle('reject', 'all');
    expect(desk.document().root.children).toMatchObject([
      { type: 'heading', tag: 'h3' },
      { type: 'paragraph' },
    ]);
    expect(desk.lines()).toEqual(['Kunjungan', 'Ia disambut.']);
  });

  it('a deletion over the end of a paragraph joins what is left of both when it is accepted', () => {
    const desk = story();
    desk.select([0, 13], [1, 3]);
    desk.remove();
    expect(desk.published()).toEqual(['Presiden tiba di Singapura.', 'Ia disambut.']);
    desk.suggestions.settle('accept', new Set(desk.listed().map(({ id }) => id)));
    expect(desk.lines()).toEqual(['Presiden tibadisambut.']);
  });

  it('words set otherwise go out as before until it is accepted', () => {
    const desk = story();
    desk.select([0, 0], [0, 8]);
    desk.bold();
    expect(desk.listed()).toMatchObject([{ formatted: 'Presiden' }]);
    expect(publishable(desk.document()).root.children[0]).toMatchObject({
      children: [{ text: 'Presiden tiba di Singapura.', format: 0 }],
    });
    desk.suggestions.settle('reject', 'all');
    expect(desk.document().root.children[0]).toMatchObject({
      children: [{ text: 'Presiden tiba di Singapura.', format: 0 }],
    });
  });

  it('one is accepted, another rejected, and a step back brings both back', () => {
    const desk = story();
    desk.select([0, 9], [0, 13]);
    desk.type('hadir');
    desk.select([1, 3]);
    desk.type('pun ');
    const [first, second] = desk.listed();
    desk.suggestions.settle('accept', new Set([first?.id ?? '']));
    desk.suggestions.settle('reject', new Set([second?.id ?? '']));
    expect(desk.lines()).toEqual(['Presiden hadir di Singapura.', 'Ia disambut.']);
    desk.undo();
    expect(desk.listed()).toMatchObject([{ inserted: 'pun ' }]);
  });
});

/** Words and how they are set, by block: what Lexical notes besides changes with every edit. */
function seen(document: ArticleDocument): unknown {
  return publishable(document).root.children.map((block) => [
    block.type,
    'children' in block
      ? block.children.map((node) =>
          'text' in node ? [node.text, 'format' in node ? node.format : 0] : node.type,
        )
      : [],
  ]);
}

type Step = {
  kind: 'type' | 'remove' | 'enter' | 'break' | 'bold' | 'backspace';
  from: number;
  to: number;
  block: number;
  until: number;
};

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    'type' as const,
    'remove' as const,
    'enter' as const,
    'break' as const,
    'bold' as const,
    'backspace' as const,
  ),
  block: fc.nat(4),
  until: fc.nat(4),
  from: fc.nat(20),
  to: fc.nat(20),
});

it('whatever is done in it: a reader’s copy stays as it was, the document is valid, rejecting all brings it back', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const desk = open(
        heading('h2', [text('Kunjungan')]),
        paragraph([text('Presiden '), text('tiba', 1), text(' di Singapura.')]),
        paragraph([text('Ia disambut.')]),
      );
      const before = seen(desk.document());
      for (const { kind, block, until, from, to } of steps) {
        if (kind === 'backspace') desk.select([block, 0]);
        else desk.select([block, from], [until, to]);
        if (kind === 'type') desk.type('x');
        if (kind === 'remove') desk.remove();
        if (kind === 'enter') desk.enter();
        if (kind === 'break') desk.lineBreak();
        if (kind === 'bold') desk.bold();
        if (kind === 'backspace') desk.backspace();
        expect(seen(desk.document())).toEqual(before);
      }
      expect(documentSchema.parse(desk.document())).toBeTruthy();
      desk.suggestions.settle('reject', 'all');
      expect(desk.listed()).toEqual([]);
      expect(seen(desk.document())).toEqual(before);
    }),
    { numRuns: 300 },
  );
});
