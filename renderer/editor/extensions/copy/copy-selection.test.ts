import { buildEditorFromExtensions } from '@lexical/extension';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LexicalEditor } from 'lexical';
import { buildDocument, list, paragraph, text } from '../../../../shared/document/build.ts';
import { TEXT_FORMAT } from '../../../../shared/document/vocabulary.ts';
import { ArticleNodesExtension } from '../../article-extension.ts';
import { $readSelection, $restoreSelection } from './copy-selection.ts';

let editor: LexicalEditor & { dispose(): void };
beforeEach(() => {
  editor = buildEditorFromExtensions(ArticleNodesExtension);
});
afterEach(() => editor.dispose());

function show(...blocks: Parameters<typeof buildDocument>[0]): void {
  const { root } = buildDocument(blocks);
  editor.setEditorState(editor.parseEditorState({ root } as Parameters<typeof editor.parseEditorState>[0]));
}

const story = [
  paragraph([text('Kebakaran '), text('besar', TEXT_FORMAT.bold)]),
  list('bullet', [[text('satu')], [text('dua')]]),
];
const selection = { anchor: { path: [0, 1], offset: 2 }, focus: { path: [1, 1, 0], offset: 3 } };

function restored(): ReturnType<typeof $readSelection> {
  editor.update(() => $restoreSelection(selection), { discrete: true });
  return editor.read(() => $readSelection());
}

it('finds the same words again in the same document, lists included', () => {
  show(...story);
  expect(restored()).toEqual(selection);
});

it('comes as near as a document allows that was cut meanwhile', () => {
  show(paragraph([text('Api')]));
  expect(restored()).toEqual({ anchor: { path: [0, 0], offset: 2 }, focus: { path: [0, 0], offset: 3 } });
});
