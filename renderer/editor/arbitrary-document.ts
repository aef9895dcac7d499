/** Generated documents for the properties of the editor: every node type, in the shapes Lexical stores. */
import fc from 'fast-check';
import {
  buildDocument,
  heading,
  horizontalRule,
  image,
  lineBreak,
  link,
  list,
  paragraph,
  pullQuote,
  quote,
  text,
} from '../../shared/document/build.ts';
import type {
  ArticleDocument,
  BlockNode,
  InlineNode,
  ListItemNode,
  PlainInlineNode,
} from '../../shared/document/vocabulary.ts';

const word = fc.stringMatching(/^[\p{L}\p{N}“”(),.–\- ]{1,24}$/u);
const format = fc.integer({ min: 0, max: 127 });

/** Neighbours differ in format: Lexical joins equal ones, and so does everything we make. */
function differing(nodes: PlainInlineNode[]): PlainInlineNode[] {
  return nodes.map((node, index) =>
    node.type === 'text' ? { ...node, format: (node.format & ~1) | (index % 2) } : node,
  );
}

const plain: fc.Arbitrary<PlainInlineNode[]> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.tuple(word, format).map(([value, bits]) => text(value, bits)) },
      fc.constant(lineBreak()),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(differing);

const linked = fc
  .tuple(fc.webUrl(), plain)
  .map(([url, children]): InlineNode =>
    link(url, children.filter((node) => node.type === 'text').slice(0, 1)),
  )
  .filter((node) => node.type === 'link' && node.children.length > 0);

const inline: fc.Arbitrary<InlineNode[]> = fc
  .tuple(plain, fc.option(linked), fc.option(plain))
  .map(([before, middle, after]) => (middle === null ? before : [...before, middle, ...(after ?? [])]));

/** Lexical notes the format of a paragraph's first words in the paragraph. */
function paragraphAsStored(children: readonly InlineNode[]): BlockNode {
  const first = children.find((child) => child.type === 'text');
  return { ...paragraph(children), textFormat: first?.format ?? 0 };
}

const items: fc.Arbitrary<ListItemNode['children'][]> = fc.array(inline, { minLength: 1, maxLength: 4 });

const block: fc.Arbitrary<BlockNode> = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(inline, fc.constant([])).map(paragraphAsStored) },
  fc
    .tuple(fc.constantFrom('h2' as const, 'h3' as const, 'h4' as const), inline)
    .map(([tag, children]) => heading(tag, children)),
  inline.map((children) => quote(children)),
  fc.tuple(inline, fc.string({ maxLength: 20 })).map(([children, who]) => pullQuote(children, who)),
  fc
    .tuple(fc.constantFrom('bullet' as const, 'number' as const), items, fc.integer({ min: 1, max: 9 }))
    .map(([kind, children, start]) => list(kind, children, kind === 'number' ? start : 1)),
  fc
    .record({
      mediaId: fc.constantFrom('', 'ab'.repeat(32)),
      sourceUrl: fc.constantFrom('https://example.id/foto.jpg'),
      alt: fc.string(),
      caption: fc.string(),
      credit: fc.string(),
      width: fc.nat(4000),
      height: fc.nat(4000),
    })
    .map(({ mediaId, ...details }) => image(mediaId, details)),
  fc.constant(horizontalRule()),
);

/** Lexical makes one list of two neighbours. */
function isSecondList(each: BlockNode, before: BlockNode | undefined): boolean {
  return each.type === 'list' && before?.type === 'list';
}

export const arbitraryDocument: fc.Arbitrary<ArticleDocument> = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .map((blocks) => buildDocument(blocks.filter((each, index) => !isSecondList(each, blocks[index - 1]))));
