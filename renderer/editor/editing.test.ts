import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension';
import { HeadlessExtension } from '@lexical/headless';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHeadingNode } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  defineExtension,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_ENTER_COMMAND,
  UNDO_COMMAND,
  type ElementNode,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import {
  buildDocument,
  factBox,
  foreign,
  image,
  link,
  list,
  paragraph,
  table,
  text,
} from '../../shared/document/build.ts';
import { documentSchema, type BlockNode } from '../../shared/document/vocabulary.ts';
import { blockText, tableHeaders } from '../../shared/document/walk.ts';
import { createArticleExtension } from './article-extension.ts';
import { MOVE_BLOCK_COMMAND } from './extensions/blocks/block-move-extension.ts';
import { CopyExtension } from './extensions/copy/copy-extension.ts';
import { makePlain } from './extensions/foreign/make-plain.ts';
import { $createImageNode } from './extensions/image/image-node.tsx';
import { INSERT_BLOCK_COMMAND, type InsertableBlock } from './extensions/insert/insert-extension.ts';
import { findInsertables } from './extensions/insert/insertables.ts';
import { TABLE_ACTION_COMMAND } from './extensions/table/table-extension.ts';
import type { TableAction } from './extensions/table/table-actions.ts';

const services = {
  addPicture: () => Promise.reject(new Error('no store')),
  fetchPicture: () => Promise.reject(new Error('no store')),
  PictureRights: () => null,
  pictureAddress: () => '',
  searchStories: () => Promise.resolve([]),
  makePlain: async () => ({
    blocks: [paragraph([text('Tengah')]), image('c'.repeat(64))],
    lost: ['tampilan'],
  }),
  autotext: () => ({
    entries: [{ abbreviation: 'tk1', text: 'Tim di {kota}' }],
    values: { kota: 'Demak', hari: '', tanggal: '', jam: '', penulis: '', outlet: '' },
  }),
  explain: String,
  say: (key: string) => key,
  language: () => 'id' as const,
};

function open(...blocks: BlockNode[]) {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'test',
      namespace: 'redaksi',
      dependencies: [createArticleExtension(services), HeadlessExtension],
      onError(error) {
        throw error;
      },
    }),
  );
  const copy = getExtensionDependencyFromEditor(editor, CopyExtension).output;
  copy.open('a', buildDocument(blocks));
  return {
    editor,
    blocks(): BlockNode[] {
      const document = copy.document();
      expect(documentSchema.parse(document)).toEqual(document);
      return document.root.children;
    },
    words(): string[] {
      return copy.document().root.children.map(blockText);
    },
    /** Puts the caret at the end of a block, or of what stands in it by the given path. */
    caretIn(...path: number[]): void {
      editor.update(
        () => {
          let node: ElementNode = $getRoot();
          for (const index of path) {
            const child = node.getChildAtIndex(index);
            if ($isElementNode(child)) node = child;
          }
          node.selectEnd();
        },
        { discrete: true },
      );
    },
    type(characters: string): void {
      for (const character of characters) {
        editor.update(
          () => {
            const selection = $getSelection();
            if ($isRangeSelection(selection)) selection.insertText(character);
          },
          { discrete: true },
        );
        editor.read(() => {});
      }
    },
  };
}

describe('a foreign block', () => {
  it('made plain is one step to undo', async () => {
    const raw = '<!-- wp:paragraph {"align":"center"} --><p>Tengah</p><!-- /wp:paragraph -->';
    const desk = open(paragraph([text('Satu')]), foreign('wordpress-blocks', raw, 'situs'));
    desk.caretIn(0);
    desk.type('!');
    const key = desk.editor.read(() => $getRoot().getChildAtIndex(1)?.getKey() ?? '');
    await makePlain(desk.editor, key, { kind: 'wordpress-blocks', origin: 'situs', raw }, services);
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
    const desk = open(paragraph([text('Satu')]), paragraph([text('Dua')]));
    desk.caretIn(0);
    desk.editor.dispatchCommand(INSERT_BLOCK_COMMAND, kind);
    expect(desk.blocks().map(({ type }) => type)).toEqual(['paragraph', kind, 'paragraph']);
  });

  it('uses an empty paragraph up, and leaves one behind the last block', () => {
    const desk = open(paragraph([]));
    desk.caretIn(0);
    desk.editor.dispatchCommand(INSERT_BLOCK_COMMAND, 'factbox');
    expect(desk.blocks().map(({ type }) => type)).toEqual(['factbox', 'paragraph']);
  });

  it('stores no card before its address is known', () => {
    const desk = open(paragraph([text('Satu')]));
    desk.caretIn(0);
    desk.editor.dispatchCommand(INSERT_BLOCK_COMMAND, 'embed');
    expect(desk.blocks().map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
  });

  it('from inside a table or a box goes behind it', () => {
    const desk = open(table([[[text('a')], [text('b')]]]), factBox('Fakta', [paragraph([text('c')])]));
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
    const desk = open(table([[[text('a')], [text('b')]]]), factBox('', [paragraph([text('c')])]));
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
});

describe('a fact box', () => {
  function backspace(): KeyboardEvent {
    return { preventDefault: () => {} } as KeyboardEvent;
  }

  it('goes at its start by backspace and leaves its words, and is left by an empty last line', () => {
    const desk = open(factBox('Fakta', [paragraph([text('satu')]), list('bullet', [[text('dua')]])]));
    desk.editor.update(() => void $getRoot().getAllTextNodes()[0]?.select(0, 0), { discrete: true });
    expect(desk.editor.dispatchCommand(KEY_BACKSPACE_COMMAND, backspace())).toBe(true);
    expect(desk.words()).toEqual(['Fakta', 'satu', 'dua']);

    const second = open(factBox('', [paragraph([text('satu')]), paragraph([])]));
    second.caretIn(0, 1);
    second.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    second.type('di luar');
    expect(second.words()).toEqual(['satu', 'di luar']);
  });
});

describe('moving', () => {
  it('a block past its neighbours, and no further', () => {
    const desk = open(
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
    const desk = open(list('bullet', [[text('a')], [text('b')]]), paragraph([text('x')]));
    desk.caretIn(0, 0);
    desk.editor.dispatchCommand(MOVE_BLOCK_COMMAND, 'down');
    expect(desk.words()).toEqual(['b\na', 'x']);
    desk.editor.dispatchCommand(MOVE_BLOCK_COMMAND, 'down');
    expect(desk.words()).toEqual(['x', 'b\na']);
  });
});

describe('a table', () => {
  function openTable() {
    const desk = open(
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

describe('typing', () => {
  it('sets typographic marks, each a step of its own', () => {
    const desk = open(paragraph([]));
    desk.caretIn(0);
    desk.type('Ia berkata "ya');
    expect(desk.words()).toEqual(['Ia berkata “ya']);
    desk.type('"');
    expect(desk.words()).toEqual(['Ia berkata “ya”']);
    desk.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(desk.words()).toEqual(['Ia berkata “ya"']);
  });

  it('knows what stands before behind another format and behind a link', () => {
    const linked = link('https://antaranews.com', [text('Antara')]);
    const behindLink = open(paragraph([text('“kata '), linked]));
    behindLink.caretIn(0);
    behindLink.type('" ya');
    expect(behindLink.words()).toEqual(['“kata Antara” ya']);
    const behindBold = open(paragraph([]));
    behindBold.caretIn(0);
    behindBold.type('"**tegas**" ya');
    expect(behindBold.words()).toEqual(['“tegas” ya']);
    const besideLink = open(paragraph([linked, text(' naik')]));
    besideLink.caretIn(0);
    besideLink.type(' "ya" - Rp 5 ribu.');
    expect(besideLink.words()).toEqual(['Antara naik “ya” – Rp5\u00a0ribu.']);
  });

  it('leaves code and pasted words alone', () => {
    const desk = open(paragraph([text('kode ', 16)]));
    desk.caretIn(0);
    // As the browser tells of a caret in code: what is typed there is code.
    desk.editor.update(
      () => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.setFormat(16);
      },
      { discrete: true },
    );
    desk.type('"');
    expect(desk.blocks()).toMatchObject([{ children: [{ text: 'kode "', format: 16 }] }]);
    expect(desk.words()).toEqual(['kode "']);
    desk.editor.update(
      () => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertText('a "b" c');
      },
      { discrete: true },
    );
    expect(desk.words()).toEqual(['kode "a "b" c']);
  });

  it('takes Markdown for headings, lists, rules and marks', () => {
    const desk = open(paragraph([]));
    desk.caretIn(0);
    desk.type('## Judul');
    expect(desk.blocks()).toMatchObject([{ type: 'heading', tag: 'h2', children: [{ text: 'Judul' }] }]);
    const second = open(paragraph([]));
    second.caretIn(0);
    second.type('--- ');
    expect(second.blocks().map(({ type }) => type)).toEqual(['horizontalrule', 'paragraph']);
    second.type('- butir');
    expect(second.blocks()[1]).toMatchObject({ type: 'list', listType: 'bullet' });
    const third = open(paragraph([]));
    third.caretIn(0);
    third.type('sangat **tebal**');
    expect(third.blocks()).toMatchObject([{ children: [{ text: 'sangat ' }, { text: 'tebal', format: 1 }] }]);
  });

  it('takes three stars or underscores around words for bold italics, and three signs and Enter for a rule', () => {
    for (const around of ['***', '___']) {
      const desk = open(paragraph([]));
      desk.caretIn(0);
      desk.type(`sangat ${around}tegas${around}`);
      expect(desk.blocks()).toMatchObject([
        { children: [{ text: 'sangat ' }, { text: 'tegas', format: 3 }] },
      ]);
    }
    for (const signs of ['---', '***', '___']) {
      const desk = open(paragraph([]));
      desk.caretIn(0);
      desk.type(signs);
      desk.editor.dispatchCommand(KEY_ENTER_COMMAND, null);
      desk.type('lanjut');
      expect(desk.blocks()).toMatchObject([
        { type: 'horizontalrule' },
        { type: 'paragraph', children: [{ text: 'lanjut' }] },
      ]);
    }
  });
});
