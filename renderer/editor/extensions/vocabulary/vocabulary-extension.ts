import { $isLinkNode, LinkNode } from '@lexical/link';
import { $isListNode, ListNode } from '@lexical/list';
import { HeadingNode } from '@lexical/rich-text';
import { $isTableNode, TableCellNode } from '@lexical/table';
import {
  $createParagraphNode,
  $createTextNode,
  $isElementNode,
  $isParagraphNode,
  defineExtension,
  mergeRegister,
  TextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { $rootBlockOf } from '../../root-block.ts';
import { FieldNode } from '../cards/field-node.ts';
import { FactBoxNode } from '../fact-box/fact-box-node.ts';
import { isAllowedLink, TEXT_FORMAT } from '../../../../shared/document/vocabulary.ts';

const ALLOWED_FORMATS = Object.values(TEXT_FORMAT).reduce((bits, bit) => bits | bit, 0);

/** The nearest heading of the vocabulary: the headline is h1, and nothing is set below h4. */
function nearestHeading(tag: string): 'h2' | 'h3' | 'h4' {
  if (tag === 'h1' || tag === 'h2') return 'h2';
  return tag === 'h3' ? 'h3' : 'h4';
}

/** What an element says, a run of inline nodes each block of it; its own line (a title, who said it) among them. */
function $runsOf(element: ElementNode): LexicalNode[][] {
  const children = element.getChildren();
  const inline = children.filter((child) => child.isInline());
  const blocks = children.filter((child) => $isElementNode(child) && !child.isInline());
  const runs = inline.length > 0 || blocks.length === 0 ? [inline] : [];
  const line = element instanceof FieldNode ? element.getLine() : '';
  const own = line === '' ? [] : [[$createTextNode(line)]];
  const below = blocks.flatMap((block) => ($isElementNode(block) ? $runsOf(block) : []));
  // A title stands above its blocks, who said it below the words.
  return blocks.length > 0 ? [...own, ...runs, ...below] : [...runs, ...own];
}

/** Blocks that may not stand in `holder` as paragraphs of their words; tables and what has no words of its own move behind `block`. */
function $keepTextBlocks(
  holder: ElementNode,
  isAllowed: (node: LexicalNode) => boolean,
  block: ElementNode,
): void {
  let last: LexicalNode = block;
  for (const child of holder.getChildren()) {
    if (isAllowed(child)) continue;
    if (!$isElementNode(child) || $isTableNode(child)) {
      last = last.insertAfter(child);
      continue;
    }
    for (const words of $runsOf(child)) child.insertBefore($createParagraphNode().append(...words));
    child.remove();
  }
  if (holder.isEmpty()) holder.append($createParagraphNode());
}

/**
 * Keeps the copy inside the vocabulary whatever way a node came in: whoever registers a command, pastes or imports need
 * not think of it, and what is stored is always valid.
 */
export const VocabularyExtension = defineExtension({
  name: 'redaksi/vocabulary',
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(HeadingNode, (node) => {
        const tag = nearestHeading(node.getTag());
        if (tag !== node.getTag()) node.setTag(tag);
      }),
      editor.registerNodeTransform(LinkNode, (node) => {
        if (isAllowedLink(node.getURL()) && !node.getChildren().some($isLinkNode)) return;
        for (const child of node.getChildren()) node.insertBefore(child);
        node.remove();
      }),
      editor.registerNodeTransform(ListNode, (node) => {
        if (node.getListType() === 'check') node.setListType('bullet');
      }),
      editor.registerNodeTransform(TableCellNode, (cell) => {
        const table = $rootBlockOf(cell);
        if ($isElementNode(table)) $keepTextBlocks(cell, $isParagraphNode, table);
      }),
      editor.registerNodeTransform(FactBoxNode, (box) => {
        $keepTextBlocks(box, (node) => $isParagraphNode(node) || $isListNode(node), box);
      }),
      editor.registerNodeTransform(TextNode, (node) => {
        if (node.getStyle() !== '') node.setStyle('');
        const format = node.getFormat() & ALLOWED_FORMATS;
        if (format !== node.getFormat()) node.setFormat(format);
      }),
    ),
});
