/** An editor of articles without a screen, as tests type into it. */
import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension';
import { HeadlessExtension } from '@lexical/headless';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  defineExtension,
  type ElementNode,
} from 'lexical';
import { expect } from 'vitest';
import { buildDocument, image, paragraph, text } from '../../shared/document/build.ts';
import { documentSchema, type BlockNode } from '../../shared/document/vocabulary.ts';
import { blockText } from '../../shared/document/walk.ts';
import { createArticleExtension } from './article-extension.ts';
import { CopyExtension } from './extensions/copy/copy-extension.ts';

export const testServices = {
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

/** Opens an article with these blocks. */
export function openCopy(...blocks: BlockNode[]) {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'test',
      namespace: 'redaksi',
      dependencies: [createArticleExtension(testServices), HeadlessExtension],
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
