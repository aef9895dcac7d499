/** Generated documents with suggestions and notes in them, for property tests. */
import fc from 'fast-check';
import { arbitraryDocument } from './arbitrary-document.ts';
import type { BlockMarks, NoteThread, Suggestion, TextMarks } from './marks.ts';
import type { ArticleDocument, BlockNode, InlineNode, TextNode } from './vocabulary.ts';

const at = '2018-04-27T15:10:00Z';

const suggestion: fc.Arbitrary<Suggestion> = fc
  .constantFrom('satu', 'dua', 'tiga')
  .map((id) => ({ id, personId: `orang-${id}`, at }));

const textMarks: fc.Arbitrary<TextMarks> = fc.record(
  {
    insertion: suggestion,
    deletion: suggestion,
    formatting: fc
      .tuple(suggestion, fc.integer({ min: 0, max: 127 }))
      .map(([mark, before]) => ({ ...mark, before })),
    notes: fc.uniqueArray(fc.constantFrom('catatan-1', 'catatan-2'), { minLength: 1 }),
  },
  { requiredKeys: [] },
);

const blockMarks: fc.Arbitrary<BlockMarks> = fc.record(
  { insertion: suggestion, deletion: suggestion, endInsertion: suggestion, endDeletion: suggestion },
  { requiredKeys: [] },
);

const notes: fc.Arbitrary<NoteThread[]> = fc
  .uniqueArray(fc.constantFrom('catatan-1', 'catatan-2'))
  .chain((ids) =>
    fc.tuple(
      ...ids.map((noteId) =>
        fc.record({
          noteId: fc.constant(noteId),
          quote: fc.string(),
          messages: fc
            .array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 })
            .map((texts) =>
              texts.map((text, index) => ({ messageId: `${noteId}-${index}`, personId: 'p', at, text })),
            ),
          resolved: fc.constantFrom(null, { personId: 'p', at }),
        }),
      ),
    ),
  );

/** Marks are taken from the front of the list, empty ones left out: Lexical writes none. */
function marked<Node extends { $?: object | undefined }, Marks extends object>(
  node: Node,
  list: Marks[],
): Node {
  const marks = list.shift();
  return marks === undefined || Object.keys(marks).length === 0
    ? node
    : { ...node, $: { ...node.$, ...marks } };
}

function markedInline(nodes: readonly InlineNode[], marks: TextMarks[]): InlineNode[] {
  return nodes.map((node) => {
    if (node.type === 'link')
      return {
        ...node,
        children: node.children.map((child) =>
          child.type === 'text' ? marked<TextNode, TextMarks>(child, marks) : child,
        ),
      };
    return node.type === 'text' ? marked<TextNode, TextMarks>(node, marks) : node;
  });
}

function markedBlock(block: BlockNode, texts: TextMarks[], blocks: BlockMarks[]): BlockNode {
  const node = marked<BlockNode, BlockMarks>(block, blocks);
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'pullquote':
    case 'sourcenote':
      return { ...node, children: markedInline(node.children, texts) };
    default:
      return node;
  }
}

export const arbitraryMarkedDocument: fc.Arbitrary<ArticleDocument> = fc
  .tuple(
    arbitraryDocument,
    fc.array(textMarks, { maxLength: 30 }),
    fc.array(blockMarks, { maxLength: 8 }),
    notes,
  )
  .map(([document, texts, blocks, threads]) => {
    const [restOfTexts, restOfBlocks] = [[...texts], [...blocks]];
    const children = document.root.children.map((block) => markedBlock(block, restOfTexts, restOfBlocks));
    return { ...document, root: { ...document.root, children }, notes: threads };
  });
