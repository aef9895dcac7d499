/** Generated documents for property tests: every node type, in the shapes the editor stores. */
import fc from 'fast-check';
import {
  buildDocument,
  embed,
  factBox,
  foreign,
  gallery,
  heading,
  horizontalRule,
  image,
  lineBreak,
  link,
  list,
  paragraph,
  picture,
  pullQuote,
  quote,
  readMore,
  relatedStory,
  sourceNote,
  table,
  text,
} from './build.ts';
import { embedOfAddress } from './embeds.ts';
import type {
  ArticleDocument,
  BlockNode,
  InlineNode,
  ListItemNode,
  ListNode,
  ParagraphNode,
  Picture,
  PlainInlineNode,
  TableNode,
} from './vocabulary.ts';
import { PICTURE_RATIOS } from './vocabulary.ts';

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
function paragraphAsStored(children: readonly InlineNode[]): ParagraphNode {
  const first = children.find((child) => child.type === 'text');
  return { ...paragraph(children), textFormat: first?.format ?? 0 };
}

const items: fc.Arbitrary<ListItemNode['children'][]> = fc.array(inline, { minLength: 1, maxLength: 4 });

const paragraphs: fc.Arbitrary<ParagraphNode> = fc.oneof(inline, fc.constant([])).map(paragraphAsStored);

const flatLists: fc.Arbitrary<ListNode> = fc
  .tuple(fc.constantFrom('bullet' as const, 'number' as const), items, fc.integer({ min: 1, max: 9 }))
  .map(([kind, children, start]) => list(kind, children, kind === 'number' ? start : 1));

/** As Lexical has them: a list inside is an item of its own that counts for nothing, its items indented. */
function withListInside(outer: ListNode, inner: ListNode): ListNode {
  const indented = { ...inner, children: inner.children.map((item) => ({ ...item, indent: 1 })) };
  const [first, ...others] = outer.children;
  if (first === undefined) return outer;
  const holder: ListItemNode = { ...first, value: first.value + 1, children: [indented] };
  return { ...outer, children: [first, holder, ...others] };
}

const lists: fc.Arbitrary<ListNode> = fc.oneof(
  { weight: 3, arbitrary: flatLists },
  {
    weight: 1,
    arbitrary: fc.tuple(flatLists, flatLists).map(([outer, inner]) => withListInside(outer, inner)),
  },
);

const fraction = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);

const pictureDetails = {
  mediaId: fc.constantFrom('', 'ab'.repeat(32)),
  sourceUrl: fc.nat(99).map((number) => `https://example.id/foto-${number}.jpg`),
  alt: fc.string(),
  caption: fc.string(),
  credit: fc.string(),
  width: fc.nat(4000),
  height: fc.nat(4000),
  focusX: fraction,
  focusY: fraction,
};

const pictures: fc.Arbitrary<Picture> = fc
  .record(pictureDetails)
  .map(({ mediaId, ...details }) => picture(mediaId, details));

function tableAsStored(node: TableNode): TableNode {
  const rows = node.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => ({
      ...cell,
      children: cell.children.map(({ children }) => paragraphAsStored(children)),
    })),
  }));
  return { ...node, children: rows };
}

const tables: fc.Arbitrary<TableNode> = fc
  .tuple(
    fc.array(fc.array(fc.oneof(inline, fc.constant([])), { minLength: 1, maxLength: 3 }), {
      minLength: 2,
      maxLength: 4,
    }),
    fc.record({ headerRow: fc.boolean(), headerColumn: fc.boolean(), caption: fc.string() }),
    fc.option(fc.constantFrom([30, 70], [50, 30, 20], [100])),
  )
  .map(([rows, details, shares]) => {
    const columns = Math.max(...rows.map((cells) => cells.length));
    return tableAsStored(table(rows, { ...details, shares: shares?.length === columns ? shares : null }));
  });

const embedAddresses = fc
  .constantFrom(
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://x.com/jokowi/status/989771234567890',
    'https://www.instagram.com/p/Bh4mK2_nQ1z/',
    'https://www.tiktok.com/@seruji/video/7012345678901234567',
    'https://www.facebook.com/seruji/posts/1234567890',
    'https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk',
    'https://www.openstreetmap.org/#map=12/-6.2/106.8',
  )
  .map((address) => embedOfAddress(address))
  .filter((address) => address !== null);

/** Lexical makes one list of two neighbours. */
function withoutNeighbouringLists<Node extends BlockNode>(nodes: readonly Node[]): Node[] {
  return nodes.filter((node, index) => node.type !== 'list' || nodes[index - 1]?.type !== 'list');
}

const block: fc.Arbitrary<BlockNode> = fc.oneof(
  { weight: 4, arbitrary: paragraphs },
  fc
    .tuple(fc.constantFrom('h2' as const, 'h3' as const, 'h4' as const), inline)
    .map(([tag, children]) => heading(tag, children)),
  inline.map((children) => quote(children)),
  fc.tuple(inline, fc.string({ maxLength: 20 })).map(([children, who]) => pullQuote(children, who)),
  lists,
  fc
    .record({ ...pictureDetails, ratio: fc.constantFrom(...PICTURE_RATIOS) })
    .map(({ mediaId, ...details }) => image(mediaId, details)),
  fc.constant(horizontalRule()),
  fc
    .tuple(fc.array(pictures, { minLength: 1, maxLength: 4 }), fc.string())
    .map(([each, caption]) => gallery(each, caption)),
  tables,
  fc
    .tuple(embedAddresses, fc.string(), fc.string())
    .map(([address, title, caption]) => embed(address, title, caption)),
  fc
    .tuple(fc.string(), fc.option(fc.uuid()), fc.option(fc.webUrl()))
    .map(([headline, articleId, url]) =>
      relatedStory(headline, { articleId: articleId ?? '', url: url ?? '' }),
    ),
  fc
    .tuple(fc.string(), fc.array(fc.oneof(paragraphs, lists), { minLength: 1, maxLength: 3 }))
    .map(([title, children]) => factBox(title, withoutNeighbouringLists(children))),
  fc.oneof(inline, fc.constant([])).map(sourceNote),
  fc.constant(readMore()),
  fc
    .tuple(fc.constantFrom('wordpress-blocks', 'ghost-card'), fc.string(), fc.string())
    .map(([kind, raw, origin]) => foreign(kind, raw, origin)),
  fc.string().map((raw) => foreign('unknown', JSON.stringify({ type: 'map3d', text: raw }), '99')),
);

export const arbitraryDocument: fc.Arbitrary<ArticleDocument> = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .map((blocks) => buildDocument(withoutNeighbouringLists(blocks)));
