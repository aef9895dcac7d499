import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHeadingNode } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import {
  $createTextNode,
  $getRoot,
  $isElementNode,
  $parseSerializedNode,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_TAB_COMMAND,
  UNDO_COMMAND,
  type SerializedLexicalNode,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import {
  factBox,
  foreign,
  image,
  list,
  paragraph,
  pullQuote,
  table,
  text,
} from '../../shared/document/build.ts';
import { type BlockNode } from '../../shared/document/vocabulary.ts';
import { tableHeaders } from '../../shared/document/walk.ts';

import { MOVE_BLOCK_COMMAND } from './extensions/blocks/block-move-extension.ts';

import { makePlain } from './extensions/foreign/make-plain.ts';
import { $createImageNode } from './extensions/image/image-node.tsx';
import { INSERT_BLOCK_COMMAND, type InsertableBlock } from './extensions/insert/insert-extension.ts';
import { findInsertables } from './extensions/insert/insertables.ts';
import { TABLE_ACTION_COMMAND } from './extensions/table/table-extension.ts';
import type { TableAction } from './extensions/table/table-actions.ts';
import { openCopy, testServices } from './testing-copy.ts';

describe('a foreign block', () => {
  it('made plain is one step to undo', async () => {
    const raw = '<!-- wp:paragraph {"align":"center"} --><p>Tengah</p><!-- /wp:paragraph -->';
    const desk = openCopy(paragraph([text('Satu')]), foreign('wordpress-blocks', raw, 'situs'));
    desk.caretIn(0);
    desk.type('!');
    const key = desk.editor.read(() => $getRoot().getChildAtIndex(1)?.getKey() ?? '');
    await makePlain(desk.editor, key, { kind: 'wordpress-blocks', origin: 'situs', raw }, testServices);
    expect(desk.blocks().map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'image']);
    desk.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(desk.blocks()).toMatchObject([
      { type: 'paragraph', children: [{ text: 'Satu!' }] },
      { type: 'foreign', raw },
    ]);
  });
});

describe('inserting', () => {
  const kinds: InsertableBlock[] = [
    ...(['gallery', 'table', 'factbox', 'relatedstory', 'sourcenote', 'readmore', 'horizontalrule'] as const),
  ];

  it.each(kinds)('%s after the block the caret is in, and goes on behind it', (kind) => {
    const desk = openCopy(paragraph([text('Satu')]), paragraph([text('Dua')]));
    desk.caretIn(0);
    desk.editor.dispatchCommand(INSERT_BLOCK_COMMAND, kind);
    expect(desk.blocks().map(({ type }) => type)).toEqual(['paragraph', kind, 'paragraph']);
  });

  it('uses an empty paragraph up, and leaves one behind the last block', () => {
    const desk = openCopy(paragraph([]));
    desk.caretIn(0);
    desk.editor.dispatchCommand(INSERT_BLOCK_COMMAND, 'factbox');
    expect(desk.blocks().map(({ type }) => type)).toEqual(['factbox', 'paragraph']);
  });

  it('stores no card before its address is known', () => {
    const desk = openCopy(paragraph([text('Satu')]));
    desk.caretIn(0);
    desk.editor.dispatchCommand(INSERT_BLOCK_COMMAND, 'embed');
    expect(desk.blocks().map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
  });

  it('from inside a table or a box goes behind it', () => {
    const desk = openCopy(table([[[text('a')], [text('b')]]]), factBox('Fakta', [paragraph([text('c')])]));
    desk.caretIn(0, 0, 1);
    desk.editor.dispatchCommand(INSERT_BLOCK_COMMAND, 'readmore');
    desk.caretIn(2, 0);
    desk.editor.dispatchCommand(INSERT_BLOCK_COMMAND, 'table');
    expect(desk.blocks().map(({ type }) => type)).toEqual([
      'table',
      'readmore',
      'factbox',
      'table',
      'paragraph',
    ]);
  });

  it('is found by its name first, then by what people call it', () => {
    const found = (query: string) => findInsertables(query, (key) => key).map(({ id }) => id);
    expect(found('youtube')).toEqual(['embed']);
    expect(found('excel')).toEqual(['table']);
    expect(found('zzz')).toEqual([]);
    expect(found('')).toHaveLength(17);
  });
});

describe('what a cell or a box cannot hold', () => {
  it('becomes paragraphs of its words, and a picture moves behind', () => {
    const desk = openCopy(table([[[text('a')], [text('b')]]]), factBox('', [paragraph([text('c')])]));
    desk.editor.update(
      () => {
        const cell = $getRoot().getAllTextNodes()[0]?.getParent()?.getParent();
        cell?.append(
          $createHeadingNode('h2').append($createTextNode('judul')),
          $createListNode('bullet').append($createListItemNode().append($createTextNode('butir'))),
          $createImageNode({ mediaId: 'ab'.repeat(32), caption: 'foto' }),
        );
        const box = $getRoot().getLastChild();
        if ($isElementNode(box)) box.append($createHeadingNode('h3').append($createTextNode('dalam kotak')));
      },
      { discrete: true },
    );
    expect(desk.words()).toEqual(['a\njudul\nbutir\tb', 'foto', 'c\ndalam kotak']);
    expect(desk.blocks().map(({ type }) => type)).toEqual(['table', 'image', 'factbox']);
  });

  it('gives its words however deep they stand; tables move behind, everything in its order', () => {
    const cells = table([[[text('x')], [text('y')]]]);
    const nested = list('bullet', [[text('butir'), list('bullet', [[text('anak')]])]]);
    const desk = openCopy(factBox('Fakta', [paragraph([text('awal')])]), table([[[text('a')]]]));
    desk.editor.update(
      () => {
        const [box, outer] = $getRoot().getChildren().filter($isElementNode);
        const parse = (block: BlockNode) => $parseSerializedNode(block as unknown as SerializedLexicalNode);
        box?.append(
          parse(pullQuote([text('Kami siap')], 'Bupati')),
          parse(cells),
          parse(factBox('Kotak lain', [nested])),
          $createImageNode({ mediaId: 'ab'.repeat(32), caption: 'foto' }),
        );
        outer?.getAllTextNodes()[0]?.getParent()?.insertAfter(parse(nested));
      },
      { discrete: true },
    );
    expect(desk.words()).toEqual([
      'Fakta\nawal\nKami siap\nBupati\nKotak lain\nbutir\nanak',
      'x\ty',
      'foto',
      'a\nbutir\nanak',
    ]);
    expect(desk.blocks().map(({ type }) => type)).toEqual(['factbox', 'table', 'image', 'table']);
  });
});

describe('a fact box', () => {
  function backspace(): KeyboardEvent {
    return { preventDefault: () => {} } as KeyboardEvent;
  }

  it('goes at its start by backspace and leaves its words, and is left by an empty last line', () => {
    const desk = openCopy(factBox('Fakta', [paragraph([text('satu')]), list('bullet', [[text('dua')]])]));
    desk.editor.update(() => void $getRoot().getAllTextNodes()[0]?.select(0, 0), { discrete: true });
    expect(desk.editor.dispatchCommand(KEY_BACKSPACE_COMMAND, backspace())).toBe(true);
    expect(desk.words()).toEqual(['Fakta', 'satu', 'dua']);

    const second = openCopy(factBox('', [paragraph([text('satu')]), paragraph([])]));
    second.caretIn(0, 1);
    second.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    second.type('di luar');
    expect(second.words()).toEqual(['satu', 'di luar']);
  });
});

describe('moving', () => {
  it('a block past its neighbours, and no further', () => {
    const desk = openCopy(
      paragraph([text('1')]),
      image('ab'.repeat(32), { caption: '2' }),
      paragraph([text('3')]),
    );
    desk.caretIn(2);
    desk.editor.dispatchCommand(MOVE_BLOCK_COMMAND, 'up');
    expect(desk.words()).toEqual(['1', '3', '2']);
    desk.editor.dispatchCommand(MOVE_BLOCK_COMMAND, 'up');
    expect(desk.editor.dispatchCommand(MOVE_BLOCK_COMMAND, 'up')).toBe(false);
    expect(desk.words()).toEqual(['3', '1', '2']);
    desk.editor.dispatchCommand(MOVE_BLOCK_COMMAND, 'down');
    expect(desk.words()).toEqual(['1', '3', '2']);
  });

  it('an item in its list, and the whole list at its end', () => {
    const desk = openCopy(list('bullet', [[text('a')], [text('b')]]), paragraph([text('x')]));
    desk.caretIn(0, 0);
    desk.editor.dispatchCommand(MOVE_BLOCK_COMMAND, 'down');
    expect(desk.words()).toEqual(['b\na', 'x']);
    desk.editor.dispatchCommand(MOVE_BLOCK_COMMAND, 'down');
    expect(desk.words()).toEqual(['x', 'b\na']);
  });
});

describe('a table', () => {
  function openTable() {
    const desk = openCopy(
      table(
        [
          [[text('Tim')], [text('Poin')]],
          [[text('Persija')], [text('30')]],
          [[text('Persib')], [text('28')]],
        ],
        { headerRow: true },
      ),
      paragraph([]),
    );
    desk.caretIn(0, 1, 0);
    return {
      ...desk,
      act: (action: TableAction) => desk.editor.dispatchCommand(TABLE_ACTION_COMMAND, action),
    };
  }

  it.each<[TableAction, string]>([
    ['row-down', 'Tim\tPoin\nPersib\t28\nPersija\t30'],
    ['row-up', 'Persija\t30\nTim\tPoin\nPersib\t28'],
    ['column-to-right', 'Poin\tTim\n30\tPersija\n28\tPersib'],
    ['column-to-left', 'Tim\tPoin\nPersija\t30\nPersib\t28'],
    ['row-above', 'Tim\tPoin\n\t\nPersija\t30\nPersib\t28'],
    ['row-below', 'Tim\tPoin\nPersija\t30\n\t\nPersib\t28'],
    ['column-left', '\tTim\tPoin\n\tPersija\t30\n\tPersib\t28'],
    ['column-right', 'Tim\t\tPoin\nPersija\t\t30\nPersib\t\t28'],
    ['delete-row', 'Tim\tPoin\nPersib\t28'],
    ['delete-column', 'Poin\n30\n28'],
  ])('%s keeps its first row the header', (action, expected) => {
    const desk = openTable();
    expect(desk.act(action)).toBe(true);
    const [block] = desk.blocks();
    expect(desk.words()[0]).toBe(expected);
    expect(block?.type === 'table' && tableHeaders(block)).toEqual({ row: true, column: false });
  });

  it('gets a row by Tab in its last cell, and in no other', () => {
    const desk = openTable();
    const tab = (shiftKey: boolean) =>
      desk.editor.dispatchCommand(KEY_TAB_COMMAND, { shiftKey } as KeyboardEvent);
    tab(false);
    desk.caretIn(0, 2, 1);
    tab(true);
    expect(desk.words()[0]).toBe('Tim\tPoin\nPersija\t30\nPersib\t28');
    tab(false);
    expect(desk.words()[0]).toBe('Tim\tPoin\nPersija\t30\nPersib\t28\n\t');
  });

  it('turns its headers on and off', () => {
    const desk = openTable();
    desk.act('header-column');
    desk.act('header-row');
    const [block] = desk.blocks();
    expect(block?.type === 'table' && tableHeaders(block)).toEqual({ row: false, column: true });
  });

  it('makes a column wider and narrower in steps, down to a step, and leaves the widths to the words again', () => {
    const desk = openTable();
    const widths = () => desk.blocks()[0];
    desk.act('column-wider');
    expect(widths()).toMatchObject({ colWidths: [55, 45] });
    for (let times = 0; times < 20; times += 1) desk.act('column-narrower');
    expect(widths()).toMatchObject({ colWidths: [5, 95] });
    desk.act('columns-free');
    expect(widths()).not.toHaveProperty('colWidths');
  });

  it('is deleted as a whole, and the caret goes on behind it', () => {
    const desk = openTable();
    desk.act('delete-table');
    expect(desk.editor.read(() => $getRoot().getChildren().some($isTableNode))).toBe(false);
    desk.type('x');
    expect(desk.words()).toEqual(['x']);
  });
});
