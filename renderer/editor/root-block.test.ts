import { $createParagraphNode, $createTextNode, $getRoot, createEditor, ParagraphNode } from 'lexical';
import { expect, test } from 'vitest';
import { hasOtherBlocks } from './root-block.ts';

test('blocks that came, went or changed places are told from words that changed in one', () => {
  const editor = createEditor({
    nodes: [ParagraphNode],
    onError: (error) => expect.unreachable(String(error)),
  });
  const told: boolean[] = [];
  const change = ($change: () => void): void => editor.update($change, { discrete: true });
  change(() => {
    const words = ['Harga beras naik.', 'Pasar sepi.'];
    $getRoot().append(...words.map((line) => $createParagraphNode().append($createTextNode(line))));
  });
  editor.registerUpdateListener((update) => void told.push(hasOtherBlocks(update)));

  change(() => $getRoot().getFirstDescendant()?.selectEnd());
  change(() => $getRoot().getAllTextNodes()[0]?.setTextContent('Harga beras turun.'));
  // With a page the root is written anew with every key: it remembers its text.
  change(() => void $getRoot().getWritable());
  expect(told).not.toContain(true);

  change(() => void $getRoot().append($createParagraphNode()));
  change(() => $getRoot().getLastChild()?.insertBefore($getRoot().getFirstChildOrThrow()));
  change(() => $getRoot().getLastChild()?.remove());
  expect(told.slice(-3)).toEqual([true, true, true]);
});
