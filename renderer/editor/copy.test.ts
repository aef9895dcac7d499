import { buildEditorFromExtensions } from '@lexical/extension';
import { HeadlessExtension } from '@lexical/headless';
import { $createLinkNode } from '@lexical/link';
import { $createHeadingNode } from '@lexical/rich-text';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import {
  $createTextNode,
  $getRoot,
  $isElementNode,
  defineExtension,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  buildDocument,
  gallery,
  image,
  list,
  paragraph,
  picture,
  pullQuote,
  text,
} from '../../shared/document/build.ts';
import { documentSchema, type ArticleDocument, type BlockNode } from '../../shared/document/vocabulary.ts';
import { countWords, documentText } from '../../shared/document/walk.ts';
import { arbitraryMarkedDocument } from '../../shared/document/arbitrary-marks.ts';
import { arbitraryDocument } from '../../shared/document/arbitrary-document.ts';
import { ArticleNodesExtension } from './article-extension.ts';
import { CopyExtension } from './extensions/copy/copy-extension.ts';
import { $createImageNode } from './extensions/image/image-node.tsx';
import { $isPullQuoteNode } from './extensions/pullquote/pullquote-node.ts';
import { copyTheme } from './theme.ts';

function openEditor() {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'test',
      namespace: 'redaksi',
      theme: copyTheme,
      dependencies: [ArticleNodesExtension, HeadlessExtension],
      onError(error) {
        throw error;
      },
    }),
  );
  const copy = getExtensionDependencyFromEditor(editor, CopyExtension).output;
  return { editor, copy };
}

function words(document: ArticleDocument): number {
  return countWords(documentText(document));
}

it('gives back every document exactly as it was stored', () => {
  const { copy } = openEditor();
  fc.assert(
    fc.property(arbitraryDocument, fc.uuid(), (document, id) => {
      copy.open(id, document);
      expect(copy.document()).toEqual(document);
      expect(documentSchema.parse(copy.document())).toEqual(document);
      expect(copy.wordCount()).toBe(words(document));
    }),
    { numRuns: 150 },
  );
});

it('gives back suggestions and notes exactly as they were stored', () => {
  const { copy } = openEditor();
  fc.assert(
    fc.property(arbitraryMarkedDocument, fc.uuid(), (document, id) => {
      copy.open(id, document);
      expect(copy.document().root).toEqual(document.root);
    }),
    { numRuns: 150 },
  );
});

it('keeps nested lists as Lexical stores them', () => {
  const { copy } = openEditor();
  const inner = list('number', [[text('dalam')]]);
  const nested = list('bullet', [[text('luar')], [inner]]);
  for (const item of inner.children) item.indent = 1;
  const document = buildDocument([nested]);
  copy.open('a', document);
  expect(documentSchema.parse(copy.document()).root.children[0]).toMatchObject({
    children: [{ children: [{ text: 'luar' }] }, { children: [{ type: 'list', children: [{ indent: 1 }] }] }],
  });
});

/** Edits by which the cache of exported blocks could go stale. */
type Edit = { at: number; kind: 'append' | 'remove' | 'insert' | 'move' | 'bold' };

it('exports and counts after any edits what a walk over everything gives', () => {
  const edit: fc.Arbitrary<Edit> = fc.record({
    at: fc.nat(20),
    kind: fc.constantFrom('append', 'remove', 'insert', 'move', 'bold'),
  });
  fc.assert(
    fc.property(
      arbitraryDocument,
      fc.array(fc.oneof(edit, fc.constant('undo' as const), fc.constant('redo' as const)), { maxLength: 12 }),
      fc.uuid(),
      (document, edits, id) => {
        const { editor, copy } = openEditor();
        copy.open(id, document);
        for (const step of edits) {
          if (step === 'undo') editor.dispatchCommand(UNDO_COMMAND, undefined);
          else if (step === 'redo') editor.dispatchCommand(REDO_COMMAND, undefined);
          else {
            editor.update(
              () => {
                const root = $getRoot();
                const block = root.getChildAtIndex(step.at % root.getChildrenSize());
                if (block === null) return;
                if (step.kind === 'remove' && root.getChildrenSize() > 1) block.remove();
                if (step.kind === 'insert')
                  block.insertAfter($createImageNode({ mediaId: 'cd'.repeat(32), caption: 'baru saja' }));
                if (step.kind === 'move') root.append(block);
                if ($isElementNode(block) && step.kind === 'append' && block.getType() !== 'list') {
                  block.append($createTextNode(' kata baru'));
                }
                if ($isElementNode(block) && step.kind === 'bold')
                  block.getAllTextNodes()[0]?.toggleFormat('bold');
              },
              { discrete: true },
            );
          }
          const exported = copy.document();
          expect(exported.root.children).toEqual(editor.getEditorState().toJSON().root.children);
          expect(documentSchema.parse(exported)).toBeTruthy();
          expect(copy.wordCount()).toBe(words(exported));
        }
      },
    ),
    { numRuns: 80 },
  );
});

it('opens what it prepared for, once: words written after that are nobody else’s', () => {
  const { editor, copy } = openEditor();
  const expected = buildDocument([paragraph([text('Sebelum')])]);
  const other = buildDocument([paragraph([text('Lain')])]);
  copy.prepare(other);
  copy.prepare(expected);
  copy.open('a', expected);
  expect(copy.document()).toEqual(expected);
  editor.update(() => $getRoot().append($createHeadingNode('h2').append($createTextNode('Baru'))), {
    discrete: true,
  });
  copy.open('b', expected);
  expect(copy.document()).toEqual(expected);
  copy.open('c', other);
  expect(copy.document()).toEqual(other);
});

it('brings undo back with the article it belongs to, and never undoes into another one', () => {
  const { editor, copy } = openEditor();
  const first = buildDocument([paragraph([text('Satu')])]);
  const second = buildDocument([paragraph([text('Dua')])]);
  copy.open('first', first);
  editor.update(() => $getRoot().append(...[$createHeadingNode('h2').append($createTextNode('Baru'))]), {
    discrete: true,
  });
  const edited = copy.document();
  copy.open('second', second);
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(copy.document()).toEqual(second);
  copy.open('first', edited);
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(copy.document()).toEqual(first);
});

it('keeps what can be undone in an article, however many others are looked at after it', () => {
  const { editor, copy } = openEditor();
  const before = buildDocument([paragraph([text('Sebelum')])]);
  copy.open('written', before);
  editor.update(() => $getRoot().append($createHeadingNode('h2').append($createTextNode('Baru'))), {
    discrete: true,
  });
  const written = copy.document();
  for (let looked = 0; looked < 20; looked += 1) {
    copy.open(`looked-${looked}`, buildDocument([paragraph([text(`Nomor ${looked}`)])]));
  }
  copy.open('written', written);
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(copy.document()).toEqual(before);
});

it('shows what another desk saved without calling it an edit, and ours is one undo away where we chose theirs', () => {
  const { editor, copy } = openEditor();
  const ours = buildDocument([paragraph([text('Punya kami')])]);
  const theirs = buildDocument([paragraph([text('Punya mereka')])]);
  copy.open('a', ours);
  let told = 0;
  copy.onEdit(() => (told += 1));
  copy.replace(theirs, { undoable: false });
  expect(copy.document()).toEqual(theirs);
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(copy.document()).toEqual(theirs);
  copy.replace(ours, { undoable: true });
  expect(told).toBe(0);
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(copy.document()).toEqual(theirs);
  expect(told).toBe(1);
});

it('lets nothing outside the vocabulary stay, however it came in', () => {
  const { editor, copy } = openEditor();
  copy.open('a', buildDocument([paragraph([])]));
  editor.update(
    () => {
      const styled = $createTextNode('teks').setStyle('color: red');
      const link = $createLinkNode('javascript:alert(1)').append($createTextNode('klik'));
      const bad = $createHeadingNode('h1').append(styled, link);
      $getRoot().append(bad, $createHeadingNode('h6').append($createTextNode('kecil')));
    },
    { discrete: true },
  );
  const document = documentSchema.parse(copy.document());
  expect(document).toEqual(copy.document());
  expect(document.root.children.slice(1)).toMatchObject([
    { tag: 'h2', children: [{ text: 'teksklik', style: '' }] },
    { tag: 'h4', children: [{ text: 'kecil' }] },
  ]);
});

it('leaves out a picture that has not arrived yet', () => {
  const { editor, copy } = openEditor();
  const document = buildDocument([paragraph([text('Foto:')])]);
  copy.open('a', document);
  editor.update(() => $getRoot().append($createImageNode()), { discrete: true });
  expect(copy.document()).toEqual(document);
});

it('brings what arrives into its block, also into an article that was left meanwhile', () => {
  const { editor, copy } = openEditor();
  const opening = paragraph([text('Foto:')]);
  copy.open('a', buildDocument([opening, gallery([])]));
  const keys = { image: '', gallery: copy.blocks()[1]?.key ?? '' };
  editor.update(
    () => {
      const node = $createImageNode();
      $getRoot().append(node);
      keys.image = node.getKey();
    },
    { discrete: true },
  );
  const mediaIds = ['a', 'b', 'c'].map((sign) => sign.repeat(64));
  const one = copy.expect(keys.gallery, HISTORY_PUSH_TAG);
  const other = copy.expect(keys.gallery, HISTORY_PUSH_TAG);
  const alone = copy.expect(keys.image, HISTORY_MERGE_TAG);
  const into = (mediaId: string) => (block: BlockNode) =>
    block.type === 'gallery' ? { ...block, pictures: [...block.pictures, picture(mediaId)] } : block;
  const late: (ArticleDocument | null)[] = [];
  copy.onLate((_, document) => late.push(document));
  one(into(mediaIds[0] ?? ''));
  expect(copy.document().root.children).toEqual([opening, gallery([picture(mediaIds[0] ?? '')])]);
  expect(copy.expects('a')).toBe(true);

  copy.open('b', buildDocument([paragraph([text('Lain.')])]));
  other(into(mediaIds[1] ?? ''));
  alone((block) => (block.type === 'image' ? { ...block, mediaId: mediaIds[2] ?? '' } : block));
  expect(late.map((document) => document?.root.children)).toEqual([
    [opening, gallery([picture(mediaIds[0] ?? ''), picture(mediaIds[1] ?? '')])],
    [opening, gallery([picture(mediaIds[0] ?? ''), picture(mediaIds[1] ?? '')]), image(mediaIds[2] ?? '')],
  ]);
  expect(copy.expects('a')).toBe(false);
  expect(copy.document().root.children).toEqual([paragraph([text('Lain.')])]);
});

it('keeps the attribution of a pull quote through edits', () => {
  const { editor, copy } = openEditor();
  copy.open('a', buildDocument([pullQuote([text('Kami siap')], '')]));
  editor.update(
    () => {
      const node = $getRoot().getFirstChild();
      if ($isPullQuoteNode(node)) node.setLine('Presiden').append($createTextNode('.'));
    },
    { discrete: true },
  );
  expect(copy.document()).toEqual(buildDocument([pullQuote([text('Kami siap.')], 'Presiden')]));
});
