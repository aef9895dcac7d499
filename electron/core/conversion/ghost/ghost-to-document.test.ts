import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDocument } from '../../../../shared/document/arbitrary-document.ts';
import { buildDocument, foreign, paragraph, pullQuote, text } from '../../../../shared/document/build.ts';
import {
  ghostBody,
  ghostElement,
  ghostParagraph,
  ghostText,
} from '../../../../shared/document/ghost-nodes.ts';
import { publishable } from '../../../../shared/document/publishable.ts';
import {
  documentToGhostBlocks,
  withDatelineAndCredit,
} from '../../../../shared/document/to-ghost-lexical.ts';
import { blocksToRemember, ghostNodesIn, ghostToDocument } from './ghost-to-document.ts';

const address = 'https://koran.test/content/images/2026/11/foto.jpg';
const mediaId = 'ab'.repeat(32);
const origin = 'target';
const pictureAt = (url: string) => (url === address ? mediaId : null);
const options = {
  origin,
  image: () => ({ url: address, width: 1200, height: 800 }),
  relatedStory: (articleId: string) => `https://koran.test/${articleId}/`,
};

/** Everything Ghost renders; of what it does not know it drops the rest of the page. */
const KNOWN = new Set([
  ...['paragraph', 'extended-text', 'linebreak', 'tab', 'link', 'list', 'listitem', 'horizontalrule'],
  ...['extended-heading', 'extended-quote', 'aside', 'image', 'gallery', 'html', 'embed', 'bookmark'],
]);

function typesIn(node: { type: string; children?: unknown }): string[] {
  const children = Array.isArray(node.children) ? (node.children as { type: string }[]) : [];
  return [node.type, ...children.flatMap(typesIn)];
}

test('whatever is written, Ghost knows every node of it; lists never stand beside words in one item', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const nodes = documentToGhostBlocks(publishable(document), options).flatMap((one) => one.nodes);
      for (const node of nodes) for (const type of typesIn(node)) expect(KNOWN).toContain(type);
    }),
  );
});

test('what was written is read back as the very blocks it was written from', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const written = documentToGhostBlocks(publishable(document), options).filter(
        ({ nodes }) => nodes.length > 0,
      );
      const known = JSON.parse(JSON.stringify(blocksToRemember(written, { origin, pictureAt })));
      const body = ghostBody(written.flatMap(({ nodes }) => nodes));
      const read = ghostToDocument(ghostNodesIn(body), { origin, pictureAt, known });
      const expected = buildDocument(written.map(({ block }) => block));
      expect(JSON.parse(JSON.stringify(read.document))).toEqual(JSON.parse(JSON.stringify(expected)));
    }),
  );
});

test('what Ghost has and we have not is kept as it came, and goes back so', () => {
  const callout = {
    type: 'callout',
    version: 1,
    calloutText: '<p>Penting!</p>',
    calloutEmoji: '💡',
    backgroundColor: 'blue',
  };
  const marked = ghostParagraph([ghostText('ditandai', 128)]);
  const wide = { ...ghostElement('extended-heading', [ghostText('Besar')], { tag: 'h1' }) };
  const nodes = [callout, ghostParagraph([ghostText('Biasa.')]), marked, wide];
  const { document } = ghostToDocument(nodes, { origin, pictureAt });
  expect(document.root.children.map(({ type }) => type)).toEqual([
    'foreign',
    'paragraph',
    'foreign',
    'foreign',
  ]);
  const again = documentToGhostBlocks(publishable(document), options).flatMap((one) => one.nodes);
  expect(again).toEqual(nodes);
  const elsewhere = documentToGhostBlocks(publishable(document), { ...options, origin: 'another' });
  expect(elsewhere.map(({ nodes: each }) => each.length)).toEqual([0, 1, 0, 0]);
});

test('a block of this kind that holds no JSON goes nowhere and stops nothing', () => {
  const document = buildDocument([foreign('ghost-lexical', '{"type":', origin), paragraph([text('Isi.')])]);
  expect(documentToGhostBlocks(publishable(document), options).map(({ nodes }) => nodes.length)).toEqual([
    0, 1,
  ]);
});

test('dateline, credit and who said a quote are taken out of the copy again', () => {
  const document = buildDocument([
    pullQuote([text('Damai itu kerja')], 'Presiden'),
    paragraph([text('Presiden datang.')]),
    paragraph([text('Lalu pulang.')]),
  ]);
  const nodes = withDatelineAndCredit(
    documentToGhostBlocks(publishable(document), options).flatMap((one) => one.nodes),
    { dateline: 'JAKARTA, SERUJI.CO.ID – ', credit: '(Ant/SU02)' },
  );
  const read = ghostToDocument(nodes, { origin, pictureAt });
  expect(read).toEqual({ document, dateline: 'JAKARTA, SERUJI.CO.ID – ', credit: '(Ant/SU02)' });
});

test.each([null, '', 'bukan JSON', '[]', '{"root":{}}', '{"root":{"children":[{"text":"x"}]}}'])(
  'a body that is no Lexical (%s) has no nodes',
  (lexical) => expect(ghostNodesIn(lexical)).toEqual([]),
);
