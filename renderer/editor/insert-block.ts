import { $createParagraphNode, $getRoot, $isElementNode, type LexicalNode } from 'lexical';
import { $rootBlockOfSelection } from './root-block.ts';

/**
 * Puts blocks after the block the caret is in, never into the middle of a sentence; an empty paragraph is used up. Some
 * paragraph always follows, so that writing can go on.
 */
export function $insertBlocksAtCaret(blocks: readonly LexicalNode[]): void {
  const first = blocks[0];
  if (first === undefined) return;
  const place = $rootBlockOfSelection();
  let last = place ?? $getRoot().getLastChild();
  for (const block of blocks) {
    if (last === null) $getRoot().append(block);
    else last.insertAfter(block);
    last = block;
  }
  if (place !== null && $isElementNode(place) && place.getType() === 'paragraph' && place.isEmpty()) {
    place.remove();
  }
  if (last !== null && !$isElementNode(last.getNextSibling())) {
    const paragraph = $createParagraphNode();
    last.insertAfter(paragraph);
    paragraph.select();
  }
}
