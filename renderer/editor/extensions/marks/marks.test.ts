import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension';
import { HeadlessExtension } from '@lexical/headless';
import { defineExtension, UNDO_COMMAND } from 'lexical';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentsOfBlock } from '../../../../shared/checks/segments.ts';
import { applyFix } from '../../../../shared/checks/found.ts';
import { arbitraryDocument } from '../../../../shared/document/arbitrary-document.ts';
import {
  buildDocument,
  factBox,
  image,
  link,
  list,
  paragraph,
  text,
} from '../../../../shared/document/build.ts';
import { TEXT_FORMAT, type BlockNode } from '../../../../shared/document/vocabulary.ts';
import { ArticleNodesExtension } from '../../article-extension.ts';
import { copyTheme } from '../../theme.ts';
import { CopyExtension } from '../copy/copy-extension.ts';
import { MarksExtension, type CopyChange } from './marks-extension.ts';

function openEditor(...blocks: BlockNode[]) {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'test',
      namespace: 'redaksi',
      theme: copyTheme,
      dependencies: [ArticleNodesExtension, MarksExtension, HeadlessExtension],
      onError(error) {
        throw error;
      },
    }),
  );
  const copy = getExtensionDependencyFromEditor(editor, CopyExtension).output;
  const marks = getExtensionDependencyFromEditor(editor, MarksExtension).output;
  copy.open('1', buildDocument(blocks));
  return { editor, copy, marks };
}

/** The change of the words in the first text that has them. */
function change(
  copy: ReturnType<typeof openEditor>['copy'],
  words: string,
  fix: CopyChange['fix'],
): CopyChange {
  for (const { key, json } of copy.blocks()) {
    for (const { text: whole, path, property } of segmentsOfBlock(json)) {
      const start = whole.indexOf(words);
      if (start === -1) continue;
      return { place: { block: key, path, property, start, end: start + words.length }, words, fix };
    }
  }
  throw new Error(`“${words}” does not stand there`);
}

function textsOf(copy: ReturnType<typeof openEditor>['copy']): string[] {
  return copy.blocks().flatMap(({ json }) => segmentsOfBlock(json).map((segment) => segment.text));
}

test('words are mended over the edges of formats and links, in lists and boxes, and in properties, as one step', () => {
  const { editor, copy, marks } = openEditor(
    paragraph([
      text('Warga di'),
      text('atas', TEXT_FORMAT.bold),
      text(' truk, '),
      link('https://a.example/', [text('silahkan')]),
    ]),
    list('bullet', [[text('Resiko kecil')], [text('luar')]]),
    factBox('Angka resiko', [paragraph([text('Naik 5 %')])]),
    image('', { sourceUrl: 'https://a.example/1.jpg', caption: 'Foto diatas', alt: '' }),
  );
  const before = textsOf(copy);
  const changes = [
    change(copy, 'diatas', { kind: 'replace', text: 'di atas' }),
    change(copy, 'silahkan', { kind: 'replace', text: 'silakan' }),
    change(copy, 'Resiko', { kind: 'replace', text: 'Risiko' }),
    change(copy, 'resiko', { kind: 'replace', text: 'risiko' }),
    change(copy, '5 %', { kind: 'replace', text: 'lima persen' }),
    change(copy, 'Foto', { kind: 'replace', text: 'Gambar' }),
  ];
  expect(marks.mend(changes)).toBe(6);
  expect(textsOf(copy)).toEqual([
    'Warga di atas truk, silakan',
    'Risiko kecil',
    'luar',
    'Angka risiko',
    'Naik lima persen',
    '',
    'Gambar diatas',
    '',
  ]);
  expect(copy.blocks()[0]?.json).toMatchObject({
    children: [{ text: 'Warga di atas truk, ' }, { type: 'link', url: 'https://a.example/' }],
  });
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(textsOf(copy)).toEqual(before);
});

test('italics are set on the words alone', () => {
  const { copy, marks } = openEditor(paragraph([text('Sistem machine learning itu')]));
  expect(marks.mend([change(copy, 'machine learning', { kind: 'italic' })])).toBe(1);
  expect(copy.blocks()[0]?.json).toMatchObject({
    children: [
      { text: 'Sistem ', format: 0 },
      { text: 'machine learning', format: TEXT_FORMAT.italic },
      { text: ' itu', format: 0 },
    ],
  });
});

test('where other words stand by now nothing is changed', () => {
  const { copy, marks } = openEditor(paragraph([text('Silahkan datang')]));
  const outdated = change(copy, 'Silahkan', { kind: 'replace', text: 'Silakan' });
  copy.replace(buildDocument([paragraph([text('Harap datang')])]), { undoable: false });
  expect(marks.mend([outdated])).toBe(0);
  expect(textsOf(copy)).toEqual(['Harap datang']);
});

test('whatever the document, a stretch of any text is replaced there and nowhere else', () => {
  fc.assert(
    fc.property(arbitraryDocument, fc.nat(), fc.nat(), fc.nat(), (document, which, from, length) => {
      const { copy, marks } = openEditor(...document.root.children);
      const all = copy
        .blocks()
        .flatMap(({ key, json }) => segmentsOfBlock(json).map((segment) => ({ key, ...segment })));
      const filled = all.filter((segment) => segment.text.trim() !== '');
      const chosen = filled[which % Math.max(1, filled.length)];
      if (chosen === undefined) return;
      const start = from % chosen.text.length;
      const end = Math.min(chosen.text.length, start + 1 + (length % 8));
      const { key: block, path, property } = chosen;
      const words = chosen.text.slice(start, end);
      const fix = { kind: 'replace', text: 'X' } as const;
      // A line break or tab alone has no text to put other words into.
      if (/^[\n\t]/.test(words)) return;
      expect(marks.mend([{ place: { block, path, property, start, end }, words, fix }])).toBe(1);
      const expected = all.map((segment) =>
        segment === chosen ? applyFix(segment.text, { start, end }, fix) : segment.text,
      );
      expect(textsOf(copy)).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});
