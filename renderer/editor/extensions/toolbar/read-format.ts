/** What the selection is set in, for the buttons of the toolbar. */
import { $isLinkNode } from '@lexical/link';
import { $isListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $rootBlockOf } from '../../root-block.ts';
import { $isPullQuoteNode } from '../pullquote/pullquote-node.ts';

export type BlockKind = 'paragraph' | 'h2' | 'h3' | 'h4' | 'quote' | 'pullquote' | 'bullet' | 'number';

export interface SelectionFormat {
  block: BlockKind;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strikethrough: boolean;
  link: boolean;
  table: boolean;
  /** Whether words are selected. */
  selected: boolean;
}

export const PLAIN: SelectionFormat = {
  block: 'paragraph',
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  link: false,
  table: false,
  selected: false,
};

function $kindOf(node: LexicalNode): BlockKind {
  const list = $findMatchingParent(node, $isListNode);
  if (list !== null) return list.getListType() === 'number' ? 'number' : 'bullet';
  const block = node.getTopLevelElement();
  if ($isHeadingNode(block)) {
    const tag = block.getTag();
    return tag === 'h3' || tag === 'h4' ? tag : 'h2';
  }
  if ($isQuoteNode(block)) return 'quote';
  return $isPullQuoteNode(block) ? 'pullquote' : 'paragraph';
}

/** Where the selection ends on the side it was made from; null where nothing of the text is selected. */
export function $selectedText(): RangeSelection | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? selection : null;
}

export function $readFormat(): SelectionFormat {
  const selection = $selectedText();
  if (selection === null) return PLAIN;
  const node = selection.anchor.getNode();
  if (node.getKey() === 'root') return PLAIN;
  return {
    block: $kindOf(node),
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    underline: selection.hasFormat('underline'),
    strikethrough: selection.hasFormat('strikethrough'),
    link: $findMatchingParent(node, $isLinkNode) !== null,
    selected: !selection.isCollapsed(),
    table: $isTableNode($rootBlockOf(node)),
  };
}
