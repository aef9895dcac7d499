import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { $getRoot, REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical';
import { buildDocument, image, link, list, paragraph, text } from '../../../../shared/document/build.ts';
import { TEXT_FORMAT } from '../../../../shared/document/vocabulary.ts';
import { ArticleNodesExtension } from '../../article-extension.ts';
import { CopyExtension, type Copy } from '../copy/copy-extension.ts';
import { $mend } from '../marks/places.ts';

let editor: LexicalEditor & { dispose(): void };
let copy: Copy;
beforeEach(() => {
  editor = buildEditorFromExtensions(ArticleNodesExtension);
  copy = getExtensionDependencyFromEditor(editor, CopyExtension).output;
});
afterEach(() => editor.dispose());

const words = (): string => editor.read(() => $getRoot().getTextContent());

it('replaces words across formats, in lists and in captions, and takes it back with what stands beside it', () => {
  const picture = { ...image('a'.repeat(64)), caption: 'Api besar' };
  copy.open(
    'a',
    buildDocument([
      paragraph([text('Ke'), text('bakaran', TEXT_FORMAT.bold), text(' besar')]),
      list('bullet', [[text('satu')], [link('https://a.example/', [text('besar')])]]),
      picture,
    ]),
  );
  const before = copy.document();
  let headline = 'Api besar';
  const done: boolean[] = [];
  const [first = '', second = '', third = ''] = copy.blocks().map(({ key }) => key);
  copy.changeAsOne(
    () => {
      const mend = { kind: 'replace', text: 'hebat' } as const;
      const place = { path: [], property: null, start: 0, end: 15 };
      done.push(
        $mend({ ...place, block: first }, 'Kebakaran besar', mend),
        $mend({ ...place, block: second, path: [1], end: 5 }, 'besar', mend),
        $mend({ ...place, block: third, property: 'caption', start: 4, end: 9 }, 'besar', mend),
        $mend({ ...place, block: second, path: [0], end: 4 }, 'lain', mend),
      );
    },
    {
      undo: () => (headline = 'Api besar'),
      redo: () => (headline = 'Api hebat'),
    },
  );
  expect(done).toEqual([true, true, true, false]);
  expect(words()).toBe('hebat\n\nsatu\n\nhebat\n\nApi hebat');
  expect(headline).toBe('Api hebat');

  editor.dispatchCommand(UNDO_COMMAND, undefined);
  editor.read(() => {});
  expect(copy.document()).toEqual(before);
  expect(headline).toBe('Api besar');

  editor.dispatchCommand(REDO_COMMAND, undefined);
  expect(words()).toContain('Api hebat');
  expect(headline).toBe('Api hebat');
});

it('is one step even where only what stands beside the copy changes, and is undone once', () => {
  copy.open('a', buildDocument([paragraph([text('Isi')])]));
  const told: string[] = [];
  copy.changeAsOne(() => {}, { undo: () => told.push('undo'), redo: () => told.push('redo') });
  editor.update(() => void $getRoot().getFirstDescendant()?.selectEnd().insertText('!'), { discrete: true });
  expect(words()).toBe('Isi!');

  editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect([words(), told]).toEqual(['Isi', ['redo']]);
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect([words(), told]).toEqual(['Isi', ['redo', 'undo']]);
  editor.dispatchCommand(REDO_COMMAND, undefined);
  expect(told).toEqual(['redo', 'undo', 'redo']);
});
