/** Words let go at another place of the copy: cut and pasted, or copied and pasted, in one go. */
import { $generateNodesFromSerializedNodes } from '@lexical/clipboard';
import {
  $createRangeSelection,
  $createTextNode,
  $getEditor,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  $isTextNode,
  $setSelection,
  REMOVE_TEXT_COMMAND,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import type { BlockNode, InlineNode } from '../../../../shared/document/vocabulary.ts';
import { $insertPastedNodes } from '../paste/insert-blocks.ts';
import { $wordBlockOf } from '../review/suggest.ts';

/** A character that holds the place: while the words go, whatever stands around it may be parted, joined or go too. */
function $placeholderAt(point: PointType): TextNode {
  const held = $createTextNode('\u200b').toggleUnmergeable();
  const node = point.getNode();
  if ($isTextNode(node)) {
    if (point.offset === 0) node.insertBefore(held);
    else (node.splitText(point.offset)[0] ?? node).insertAfter(held);
  } else {
    const next = node.getChildAtIndex(point.offset);
    if (next === null) node.append(held);
    else next.insertBefore(held);
  }
  return held;
}

/** Whole paragraphs that were moved leave none without words behind, nor a list without items. */
function $removeEmptied(emptied: ElementNode | null): void {
  if (emptied?.isEmpty() !== true) return;
  let block = emptied;
  let parent = block.getParent();
  while (parent !== null && parent.getChildrenSize() === 1 && !$isRootOrShadowRoot(parent)) {
    block = parent;
    parent = block.getParent();
  }
  // A box or a cell of a table keeps its last line.
  if (parent !== null && parent.getChildrenSize() > 1) block.remove();
}

function $leavesOf(nodes: readonly LexicalNode[]): LexicalNode[] {
  return nodes.flatMap((node) => ($isElementNode(node) ? $leavesOf(node.getChildren()) : [node]));
}

function $selectAll(leaves: readonly LexicalNode[]): void {
  const [first, last] = [leaves[0], leaves.at(-1)];
  if (first === undefined || last === undefined) return;
  const selection = $createRangeSelection();
  if ($isTextNode(first)) selection.anchor.set(first.getKey(), 0, 'text');
  else selection.anchor.set(first.getParentOrThrow().getKey(), first.getIndexWithinParent(), 'element');
  if ($isTextNode(last)) selection.focus.set(last.getKey(), last.getTextContentSize(), 'text');
  else selection.focus.set(last.getParentOrThrow().getKey(), last.getIndexWithinParent() + 1, 'element');
  $setSelection(selection);
}

interface Moved {
  /** What the words are, as the clipboard has them. */
  nodes: readonly (BlockNode | InlineNode)[];
  /** Where they come to stand: a caret outside the selection. */
  to: RangeSelection;
  /** The selected words go from where they are: `suggested` only where that is accepted. */
  from: 'taken' | 'suggested' | 'kept';
}

/** Puts the words there, and selects them. */
export function $putWords({ nodes, to, from }: Moved): void {
  const put = $generateNodesFromSerializedNodes([...nodes]);
  const leaves = $leavesOf(put);
  const held = $placeholderAt(to.anchor);
  const selected = $getSelection();
  if (from === 'suggested') $getEditor().dispatchCommand(REMOVE_TEXT_COMMAND, null);
  if (from === 'taken' && $isRangeSelection(selected)) {
    // Of the selection as it stands Lexical 0.52 loses its way where formats follow what goes: a copy of it is taken out.
    const taken = selected.clone();
    held.select(0, 0);
    taken.removeText();
    if (put.some((node) => !node.isInline())) $removeEmptied($wordBlockOf(taken.anchor.getNode()));
  }
  const selection = held.select(0, 0);
  held.remove(true);
  $insertPastedNodes(put, selection);
  $selectAll(leaves.filter((leaf) => leaf.isAttached()));
}
