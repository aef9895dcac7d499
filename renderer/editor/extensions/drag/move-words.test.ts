import { $getLexicalContent } from '@lexical/clipboard';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import fc from 'fast-check';
import {
  $addUpdateTag,
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  PASTE_TAG,
  UNDO_COMMAND,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import {
  buildDocument,
  factBox,
  foreign,
  heading,
  image,
  link,
  list,
  paragraph,
  text,
} from '../../../../shared/document/build.ts';
import { listMarks } from '../../../../shared/document/list-marks.ts';
import { publishable } from '../../../../shared/document/publishable.ts';
import { TEXT_FORMAT, type BlockNode } from '../../../../shared/document/vocabulary.ts';
import { blockText } from '../../../../shared/document/walk.ts';
import { openCopy } from '../../testing-copy.ts';
import { readOwnNodes } from '../paste/own-nodes.ts';
import { SuggestingExtension } from '../review/suggesting-extension.ts';
import { $isWithin } from './drop-point.ts';
import { $putWords } from './move-words.ts';

/** A place: before the character with this number of these words, counted through the whole copy. */
interface Spot {
  words: string;
  at: number;
}

function $findPoint({ words, at }: Spot): { node: TextNode; offset: number } {
  for (const node of $getRoot().getAllTextNodes()) {
    const start = node.getTextContent().indexOf(words);
    if (start >= 0) return { node, offset: start + at };
  }
  throw new Error(`not in the copy: ${words}`);
}

function $rangeOf(from: Spot, to: Spot): RangeSelection {
  const selection = $createRangeSelection();
  const [start, end] = [$findPoint(from), $findPoint(to)];
  selection.anchor.set(start.node.getKey(), start.offset, 'text');
  selection.focus.set(end.node.getKey(), end.offset, 'text');
  return selection;
}

const before = (words: string): Spot => ({ words, at: 0 });
const after = (words: string): Spot => ({ words, at: words.length });

function open(...blocks: BlockNode[]) {
  const desk = openCopy(...blocks);
  const suggestions = getExtensionDependencyFromEditor(desk.editor, SuggestingExtension).output;

  /** Drops what is selected; what that is, and whether it was within the selection. */
  function drop($select: () => RangeSelection, $to: () => RangeSelection, isCopy = false): void {
    desk.editor.update(
      () => {
        $setSelection($select());
        const selection = $getSelection();
        const to = $to();
        if (!$isRangeSelection(selection) || selection.isCollapsed() || $isWithin(selection, to.anchor))
          return;
        const nodes = readOwnNodes($getLexicalContent(desk.editor, selection) ?? '');
        if (nodes === null) throw new Error('what is selected is no copy');
        $addUpdateTag(PASTE_TAG);
        const from = isCopy ? 'kept' : suggestions.suggesting.peek() ? 'suggested' : 'taken';
        $putWords({ nodes, to, from });
      },
      { discrete: true },
    );
  }

  return {
    ...desk,
    dropRange: drop,
    suggest(): void {
      suggestions.setAuthor('sari');
      suggestions.suggesting.value = true;
    },
    drop: (from: Spot, to: Spot, target: Spot, { copy = false } = {}): void =>
      drop(
        () => $rangeOf(from, to),
        () => $rangeOf(target, target),
        copy,
      ),
    /** Into the block with this number, which is empty. */
    dropIn: (from: Spot, to: Spot, index: number): void =>
      drop(
        () => $rangeOf(from, to),
        () => {
          const selection = $createRangeSelection();
          const block = $getRoot().getChildAtIndex(index);
          for (const point of [selection.anchor, selection.focus])
            point.set(block?.getKey() ?? '', 0, 'element');
          return selection;
        },
      ),
    selected: (): string => desk.editor.read(() => $getSelection()?.getTextContent() ?? ''),
    undo: (): void => void desk.editor.dispatchCommand(UNDO_COMMAND, undefined),
  };
}

const story = [
  paragraph([text('Satu dua tiga empat.')]),
  paragraph([text('Lima enam tujuh.')]),
  paragraph([text('Delapan sembilan.')]),
];

describe('words let go elsewhere', () => {
  it('move forwards and backwards in their paragraph, and stay selected', () => {
    const desk = open(...story);
    desk.drop(before('dua '), after('dua '), before('empat'));
    expect(desk.words()[0]).toBe('Satu tiga dua empat.');
    expect(desk.selected()).toBe('dua ');
    desk.drop(before('tiga '), after('tiga '), before('Satu'));
    expect(desk.words()[0]).toBe('tiga Satu dua empat.');
    expect(desk.selected()).toBe('tiga ');
  });

  it('move to another block, one step to undo that leaves what was typed before alone', () => {
    const desk = open(...story);
    desk.caretIn(0);
    desk.type('!');
    desk.drop(before('dua '), after('dua '), before('tujuh'));
    expect(desk.words()).toEqual(['Satu tiga empat.!', 'Lima enam dua tujuh.', 'Delapan sembilan.']);
    desk.type('x');
    desk.undo();
    desk.undo();
    expect(desk.words()).toEqual(['Satu dua tiga empat.!', 'Lima enam tujuh.', 'Delapan sembilan.']);
  });

  it('stay where they are as well when they are copied', () => {
    const desk = open(...story);
    desk.drop(before('dua '), after('dua '), before('tujuh'), { copy: true });
    expect(desk.words()).toEqual(['Satu dua tiga empat.', 'Lima enam dua tujuh.', 'Delapan sembilan.']);
    expect(desk.selected()).toBe('dua ');
  });

  it('change nothing within themselves or at their own edges', () => {
    const desk = open(
      paragraph([text('Satu '), text('dua', TEXT_FORMAT.bold), text(' tiga')]),
      paragraph([text('Empat')]),
    );
    const blocks = desk.blocks();
    for (const spot of [
      before('dua'),
      { words: 'dua', at: 1 },
      after('dua'),
      after('Satu '),
      before(' tiga'),
    ]) {
      desk.drop(before('dua'), after('dua'), spot);
      expect(desk.blocks()).toEqual(blocks);
    }
    desk.drop(before('dua'), after('Emp'), before(' tiga'));
    expect(desk.blocks()).toEqual(blocks);
    desk.undo();
    expect(desk.blocks()).toEqual(blocks);
  });

  it('take their formats, links and notes along', () => {
    const noted = { ...text('catatan', TEXT_FORMAT.italic), $: { notes: ['n1'] } };
    const desk = open(
      paragraph([text('Kata '), noted, link('https://a.id/', [text('tautan')]), text(' lagi')]),
      paragraph([text('Akhir')]),
    );
    desk.drop(before('catatan'), after('tautan'), after('Akhir'));
    expect(desk.blocks()).toEqual([
      paragraph([text('Kata  lagi')]),
      paragraph([text('Akhir'), noted, link('https://a.id/', [text('tautan')])]),
    ]);
    expect(desk.selected()).toBe('catatantautan');
  });

  it('join what stands around them where they were, and part what stands around them where they come to stand', () => {
    const desk = open(...story);
    desk.drop(before('empat'), after('Lima '), before('sembilan'));
    expect(desk.words()).toEqual(['Satu dua tiga enam tujuh.', 'Delapan empat.', 'Lima sembilan.']);
    desk.undo();
    // The paragraph they are let go in is the one that is joined.
    desk.drop(before('empat'), after('Lima '), before('tujuh'));
    expect(desk.words()).toEqual(['Satu dua tiga enam empat.', 'Lima tujuh.', 'Delapan sembilan.']);
  });

  it('are whole paragraphs that leave no empty one behind, at the end of another', () => {
    const desk = open(heading('h2', [text('Kepala')]), ...story);
    desk.drop(before('Satu'), after('tujuh.'), after('sembilan.'));
    expect(desk.words()).toEqual(['Kepala', 'Delapan sembilan.', 'Satu dua tiga empat.', 'Lima enam tujuh.']);
    expect(desk.selected()).toBe('Satu dua tiga empat.\nLima enam tujuh.');
    desk.drop(before('Kepala'), after('sembilan.'), after('tujuh.'));
    expect(desk.blocks().map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'heading', 'paragraph']);
  });

  it('leave a box its last line, and no list without items', () => {
    const desk = open(
      paragraph([text('Akhir')]),
      factBox('Kotak', [paragraph([text('Satu')])]),
      list('bullet', [[text('Dua')], [text('Tiga')]]),
    );
    desk.drop(before('Satu'), after('Satu'), after('Akhir'));
    expect(desk.blocks()).toMatchObject([
      { type: 'paragraph' },
      { type: 'factbox', children: [{ type: 'paragraph', children: [] }] },
      { type: 'list' },
    ]);
    desk.drop(before('Dua'), after('Tiga'), after('AkhirSatu'));
    expect(desk.blocks().map(({ type }) => type)).toEqual(['paragraph', 'list', 'factbox']);
  });

  it('come to stand in an empty paragraph', () => {
    const desk = open(...story, paragraph([]));
    desk.dropIn(before('enam '), after('enam '), 3);
    expect(desk.words()).toEqual(['Satu dua tiga empat.', 'Lima tujuh.', 'Delapan sembilan.', 'enam ']);
    expect(desk.selected()).toBe('enam ');
  });

  it('have cards and blocks nobody knows between them, which move as they are', () => {
    const unknown = foreign('wordpress-blocks', '<!-- wp:acme/x {"a":1} /-->', 'situs');
    const picture = image('c'.repeat(64), { caption: 'Banjir' });
    const desk = open(
      paragraph([text('Satu.')]),
      unknown,
      picture,
      paragraph([text('Dua.')]),
      ...story.slice(1),
    );
    desk.drop(before('Satu.'), after('Dua.'), after('sembilan.'));
    expect(desk.blocks()).toEqual([
      ...story.slice(1),
      paragraph([text('Satu.')]),
      unknown,
      picture,
      paragraph([text('Dua.')]),
    ]);
  });

  it('are a deletion and an insertion by their author in the mode of suggestions', () => {
    const desk = open(...story);
    desk.suggest();
    desk.drop(before('dua '), after('dua '), before('empat'));
    expect(listMarks(desk.blocks())).toMatchObject([
      { suggestion: { personId: 'sari', deleted: 'dua ', inserted: '' } },
      { suggestion: { personId: 'sari', deleted: '', inserted: 'dua ' } },
    ]);
    expect(desk.words()[0]).toBe('Satu dua tiga dua empat.');
    expect(desk.selected()).toBe('dua ');
    desk.undo();
    expect(desk.blocks()).toEqual(story);
  });
});

it('no letter is lost or made, wherever words are taken from and let go', () => {
  const copy: BlockNode[] = [
    heading('h2', [text('Judul')]),
    paragraph([
      text('satu '),
      text('dua', TEXT_FORMAT.bold),
      link('https://a.id/', [text('tiga')]),
      text('!'),
    ]),
    paragraph([]),
    list('number', [[text('empat')], [text('lima')]]),
    image('c'.repeat(64), { caption: 'enam' }),
    paragraph([text('tujuh')]),
    factBox('', [paragraph([text('delapan')]), paragraph([text('sembilan')])]),
    paragraph([text('sepuluh')]),
  ];
  const letters = (blocks: readonly BlockNode[]): string =>
    [...blocks.map(blockText).join('').replaceAll(/\s/g, '')].toSorted().join('');
  const spot = fc.nat({ max: 60 });
  fc.assert(
    fc.property(spot, spot, spot, fc.boolean(), (start, end, target, isSuggested) => {
      const desk = open(...copy);
      if (isSuggested) desk.suggest();
      const blocks = desk.blocks();
      const places = desk.editor.read(() =>
        $getRoot()
          .getAllTextNodes()
          .filter($isTextNode)
          .flatMap((node) =>
            Array.from({ length: node.getTextContentSize() + 1 }, (_, offset) => ({
              key: node.getKey(),
              offset,
            })),
          ),
      );
      const $range = (one: number, other: number): RangeSelection => {
        const selection = $createRangeSelection();
        const [from, to] = [places[one % places.length], places[other % places.length]];
        if (from !== undefined) selection.anchor.set(from.key, from.offset, 'text');
        if (to !== undefined) selection.focus.set(to.key, to.offset, 'text');
        return selection;
      };
      desk.dropRange(
        () => $range(start, end),
        () => $range(target, target),
      );
      const published = publishable(buildDocument(desk.blocks())).root.children;
      expect(letters(published)).toBe(letters(copy));
      if (desk.blocks() !== blocks) desk.undo();
      expect(desk.blocks()).toEqual(copy);
    }),
    { numRuns: 60 },
  );
});
