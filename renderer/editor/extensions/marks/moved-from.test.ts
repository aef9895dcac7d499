import { HeadlessExtension } from '@lexical/headless';
import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension';
import {
  $getNodeByKey,
  $getRoot,
  $isTextNode,
  defineExtension,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import { expect, test } from 'vitest';
import { buildDocument, paragraph, table, text } from '../../../../shared/document/build.ts';
import { TEXT_FORMAT, type BlockNode } from '../../../../shared/document/vocabulary.ts';
import { ArticleNodesExtension } from '../../article-extension.ts';
import { copyTheme } from '../../theme.ts';
import { CopyExtension } from '../copy/copy-extension.ts';
import { movedFrom } from './moved-from.ts';

/** The words before the point from where words may have moved, for each change; null: any may have. */
function openCopy(...blocks: BlockNode[]) {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'test',
      namespace: 'redaksi',
      theme: copyTheme,
      dependencies: [ArticleNodesExtension, CopyExtension, HeadlessExtension],
      onError(error) {
        throw error;
      },
    }),
  );
  getExtensionDependencyFromEditor(editor, CopyExtension).output.open('1', buildDocument(blocks));

  return function change(words: string, $change: (node: TextNode) => void): string | null {
    let before: string | null = null;
    const end = editor.registerUpdateListener((update) => {
      const point = movedFrom(update);
      const text = update.editorState.read(() =>
        point === null ? null : ($getNodeByKey(point.key)?.getTextContent() ?? null),
      );
      before = text?.slice(0, point?.offset) ?? null;
    });
    editor.update(() => $change($textWith(words)), { discrete: true });
    end();
    return before;
  };
}

function $textWith(words: string): TextNode {
  const node = $getRoot()
    .getAllTextNodes()
    .find((one: LexicalNode) => $isTextNode(one) && one.getTextContent().includes(words));
  if (node === undefined) throw new Error(`“${words}” does not stand there`);
  return node;
}

/** Puts `letters` in front of `words`. */
function writing(words: string, letters: string): (node: TextNode) => void {
  return (node) => node.spliceText(node.getTextContent().indexOf(words), 0, letters);
}

test('what stands before the word written in stays where it is', () => {
  const change = openCopy(paragraph([text('Harga beras di pasar induk')]));
  expect(change('asar', writing('asar', 'p'))).toBe('Harga beras di ');
  expect(change('induk', (node) => node.setTextContent('Harga beras di ppasar indu'))).toBe(
    'Harga beras di ppasar ',
  );
  // With the blank the word before goes to where the next one stands.
  expect(change('pasar', (node) => node.setTextContent('Harga berasdi ppasar indu'))).toBe('Harga ');
});

test('anything may have moved with the first word, with two texts at once, with a format, and in a table', () => {
  const change = openCopy(
    paragraph([text('Harga beras naik'), text(' di pasar induk', TEXT_FORMAT.bold)]),
    table([[[text('Beras sudah naik')], [text('Gula')]]]),
  );
  expect(change('Harga', writing('arga', 'x'))).toBeNull();
  expect(change('naik', (node) => node.toggleFormat('italic'))).toBeNull();
  expect(
    change('beras', (node) => {
      writing('naik', 'di')(node);
      writing('induk', 'x')($textWith('induk'));
    }),
  ).toBeNull();
  expect(change('sudah', writing('naik', 'di'))).toBeNull();
  expect(change('pasar', writing('xinduk', 'y'))).toBe(' di pasar ');
});
