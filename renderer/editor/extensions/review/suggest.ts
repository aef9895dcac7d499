/**
 * Writing as a suggestion: what is typed comes in marked, what is deleted stays and is marked. What somebody suggested
 * themselves they may take back, which leaves no mark. Every function works on the selection, inside an update.
 */
import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text';
import { $forEachSelectedTextNode } from '@lexical/selection';
import {
  $createLineBreakNode,
  $createTextNode,
  $getSelection,
  $getState,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  $setState,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
  type TextFormatType,
  type TextNode,
} from 'lexical';
import type { Suggestion } from '../../../../shared/document/marks.ts';
import { $rootBlockOfSelection } from '../../root-block.ts';
import {
  deletionState,
  endDeletionState,
  endInsertionState,
  formattingState,
  insertionState,
} from './review-marks.ts';

/** Makes the mark of one change: who suggests it, when, under an id of its own. */
export type MakeSuggestion = () => Suggestion;

function $isOwnInsertion(node: LexicalNode, personId: string): boolean {
  return $getState(node, insertionState)?.personId === personId;
}

/** The paragraph, heading, item … the node stands in. */
export function $wordBlockOf(node: LexicalNode): ElementNode | null {
  for (let one: LexicalNode | null = node; one !== null; one = one.getParent()) {
    if ($isElementNode(one) && !one.isInline() && one.getKey() !== 'root') return one;
  }
  return null;
}

/** What follows goes on in the block; where the next one ends is where both end. */
export function $joinWithNext(block: ElementNode): void {
  const next = block.getNextSibling();
  if (!$isElementNode(next) || next.isShadowRoot() || next.getType() === 'list') return;
  // A paragraph without words is none: the other one stays what it is.
  const anchor = $rangeSelection()?.anchor;
  if (block.isEmpty()) {
    if (anchor?.key === block.getKey()) next.selectStart();
    block.remove();
    return;
  }
  $setState(block, endInsertionState, $getState(next, endInsertionState));
  $setState(block, endDeletionState, $getState(next, endDeletionState));
  const end = block.getChildrenSize();
  const wasInNext = anchor?.key === next.getKey();
  block.append(...next.getChildren());
  if (wasInNext) block.select(end, end);
  next.remove();
}

/** Marks a whole block (a picture, a card) as to go; one's own suggested one goes. */
export function $suggestBlockDeletion(node: LexicalNode, make: MakeSuggestion): void {
  const mark = make();
  if ($isOwnInsertion(node, mark.personId)) node.remove();
  else if ($getState(node, deletionState) === null) $setState(node, deletionState, mark);
}

function $rangeSelection(): RangeSelection | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? selection : null;
}

/** The range's blocks in order; all but the last one lose their end. */
function $blocksIn(nodes: readonly LexicalNode[]): ElementNode[] {
  const blocks = new Map<string, ElementNode>();
  for (const node of nodes) {
    const block = $wordBlockOf(node);
    const holdsWords = block !== null && !block.getChildren().some((child) => !child.isInline());
    if (block !== null && holdsWords) blocks.set(block.getKey(), block);
  }
  return [...blocks.values()];
}

/** The selected words, breaks, cards and ends of paragraphs as to go. The caret ends up at the side asked for. */
export function $suggestDeletion(mark: Suggestion, caret: 'start' | 'end'): void {
  const selection = $rangeSelection();
  if (selection === null || selection.isCollapsed()) return;
  const { personId } = mark;
  const nodes = selection.getNodes();
  const blocks = $blocksIn(nodes);
  const going: LexicalNode[] = [];
  const kept: TextNode[] = [];
  let shared: Suggestion | null = null;
  $forEachSelectedTextNode((node) => {
    if ($isOwnInsertion(node, personId)) going.push(node);
    else {
      if ($getState(node, deletionState) === null) {
        // One who goes on deleting, key by key, makes one suggestion of it.
        shared ??= $adjacentDeletion(node, personId) ?? mark;
        $setState(node, deletionState, shared);
      }
      kept.push(node);
    }
  });
  for (const node of selection.getNodes()) {
    if (!$isLineBreakNode(node) && !$isDecoratorNode(node)) continue;
    if ($isOwnInsertion(node, personId)) going.push(node);
    else if ($getState(node, deletionState) === null) $setState(node, deletionState, mark);
  }
  $placeCaret(selection, caret, going, kept);
  for (const node of going) $removeWithEmptyLink(node);
  for (const block of blocks.slice(0, -1).toReversed()) {
    if ($getState(block, endInsertionState)?.personId === personId) $joinWithNext(block);
    else if ($getState(block, endDeletionState) === null) $setState(block, endDeletionState, mark);
  }
}

/** The deletion of the same person that the words stand right beside. */
function $adjacentDeletion(node: LexicalNode, personId: string): Suggestion | null {
  for (const neighbour of [node.getPreviousSibling(), node.getNextSibling()]) {
    const mark = neighbour === null ? null : $getState(neighbour, deletionState);
    if (mark?.personId === personId) return mark;
  }
  return null;
}

function $removeWithEmptyLink(node: LexicalNode): void {
  const parent = node.getParent();
  node.remove(true);
  if ($isElementNode(parent) && parent.isInline() && parent.isEmpty()) parent.remove();
}

/** Where the words that stay begin or end; where none stay, beside those that go. */
function $placeCaret(
  selection: RangeSelection,
  side: 'start' | 'end',
  going: readonly LexicalNode[],
  kept: readonly TextNode[],
): void {
  const edge = side === 'start' ? kept[0] : kept.at(-1);
  const gone = side === 'start' ? going[0] : going.at(-1);
  const isKeptOuter =
    gone === undefined ||
    (edge !== undefined && (side === 'start' ? edge.isBefore(gone) : gone.isBefore(edge)));
  if (edge !== undefined && isKeptOuter) {
    const offset = side === 'start' ? 0 : edge.getTextContentSize();
    edge.select(offset, offset);
    return;
  }
  if (gone === undefined) {
    const { anchor, focus } = selection;
    const backward = selection.isBackward();
    const point = (side === 'start') !== backward ? anchor : focus;
    selection.anchor.set(point.key, point.offset, point.type);
    selection.focus.set(point.key, point.offset, point.type);
    return;
  }
  const parent = gone.getParentOrThrow();
  const index = gone.getIndexWithinParent() + (side === 'start' ? 0 : 1);
  parent.select(index, index);
}

/** A node beside the caret that holds this person's own suggestion, so that typing goes on in it. */
function $ownNeighbour(
  selection: RangeSelection,
  personId: string,
): { node: TextNode; offset: number } | null {
  const { anchor } = selection;
  const isOwn = (node: TextNode): boolean =>
    $isOwnInsertion(node, personId) && $getState(node, deletionState) === null;
  if (anchor.type === 'element') {
    const parent = anchor.getNode();
    if (!$isElementNode(parent)) return null;
    const before = parent.getChildAtIndex(anchor.offset - 1);
    return $isTextNode(before) && isOwn(before)
      ? { node: before, offset: before.getTextContentSize() }
      : null;
  }
  const node = anchor.getNode();
  if (!$isTextNode(node)) return null;
  if (isOwn(node)) return { node, offset: anchor.offset };
  const [before, after] = [node.getPreviousSibling(), node.getNextSibling()];
  if (anchor.offset === 0 && $isTextNode(before) && isOwn(before)) {
    return { node: before, offset: before.getTextContentSize() };
  }
  if (anchor.offset === node.getTextContentSize() && $isTextNode(after) && isOwn(after)) {
    return { node: after, offset: 0 };
  }
  return null;
}

/** Whether the browser may put a letter at the caret by itself: the middle or the end of one's own suggestion. */
export function $isInOwnSuggestion(personId: string): boolean {
  const selection = $rangeSelection();
  if (selection === null || !selection.isCollapsed() || selection.anchor.type !== 'text') return false;
  const node = selection.anchor.getNode();
  return (
    $isTextNode(node) &&
    selection.anchor.offset > 0 &&
    node.getFormat() === selection.format &&
    $isOwnInsertion(node, personId) &&
    $getState(node, deletionState) === null
  );
}

/** Puts inline nodes where the caret is, words split where it stands in them; the caret goes behind. */
function $insertInline(nodes: readonly LexicalNode[]): void {
  const selection = $rangeSelection();
  if (selection === null) return;
  const { anchor } = selection;
  const last = nodes.at(-1);
  if (anchor.type === 'text') {
    const node = anchor.getNode();
    if (!$isTextNode(node)) return;
    const { offset } = anchor;
    if (offset === 0) for (const one of nodes) node.insertBefore(one);
    else {
      const [before] = offset < node.getTextContentSize() ? node.splitText(offset) : [node];
      let place: LexicalNode = before ?? node;
      for (const one of nodes) place = place.insertAfter(one);
    }
  } else {
    const parent = anchor.getNode();
    if ($isElementNode(parent)) parent.splice(anchor.offset, 0, [...nodes]);
  }
  if ($isTextNode(last)) last.select();
  else if (last !== undefined) {
    const index = last.getIndexWithinParent() + 1;
    last.getParentOrThrow().select(index, index);
  }
}

/** Types text: over selected words they are to go, and the text to come. */
export function $suggestText(text: string, make: MakeSuggestion): void {
  const selection = $rangeSelection();
  if (selection === null) return;
  const mark = make();
  const { format } = selection;
  if (!selection.isCollapsed()) $suggestDeletion(mark, 'end');
  const now = $rangeSelection();
  if (now === null || text === '') return;
  const own = $ownNeighbour(now, mark.personId);
  if (own !== null && own.node.getFormat() === format) {
    own.node.spliceText(own.offset, 0, text);
    own.node.select(own.offset + text.length, own.offset + text.length);
    return;
  }
  const node = $createTextNode(text).setFormat(format);
  $setState(node, insertionState, mark);
  $insertInline([node]);
}

export function $suggestLineBreak(make: MakeSuggestion): void {
  const mark = make();
  $suggestDeletion(mark, 'end');
  const node = $createLineBreakNode();
  $setState(node, insertionState, mark);
  $insertInline([node]);
}

/** Enter: the paragraph shall end here. What its end was before is the end of the new one. */
export function $suggestParagraph(make: MakeSuggestion): void {
  const mark = make();
  $suggestDeletion(mark, 'end');
  const selection = $rangeSelection();
  const before = selection === null ? null : $wordBlockOf(selection.anchor.getNode());
  if (selection === null || before === null) return;
  const [insertion, deletion] = [$getState(before, endInsertionState), $getState(before, endDeletionState)];
  const tag = $isHeadingNode(before) ? before.getTag() : null;
  const after = selection.insertParagraph();
  const above = after?.getPreviousSibling();
  if (!$isElementNode(above) || after === null) return;
  // Lexical may leave a paragraph above the words of a heading; for readers both are one block, and that is the heading.
  const isTurned = tag !== null && !$isHeadingNode(above);
  const first = isTurned ? above.replace($createHeadingNode(tag), true) : above;
  $setState(after, endInsertionState, insertion);
  $setState(after, endDeletionState, deletion);
  $setState(first, endDeletionState, null);
  $setState(first, endInsertionState, mark);
}

/** Backspace at a paragraph's beginning, Delete at its end: the two shall be one. False where the caret is elsewhere. */
export function $suggestJoin(isBackward: boolean, make: MakeSuggestion): boolean {
  const selection = $rangeSelection();
  if (selection === null || !selection.isCollapsed()) return false;
  const block = $wordBlockOf(selection.anchor.getNode());
  if (block === null || !$isAtEdge(selection, block, isBackward)) return false;
  const neighbour = isBackward ? block.getPreviousSibling() : block.getNextSibling();
  if (neighbour === null) return true;
  if ($isDecoratorNode(neighbour)) {
    $suggestBlockDeletion(neighbour, make);
    return true;
  }
  const [first, second] = isBackward ? [neighbour, block] : [block, neighbour];
  if (!$isElementNode(first) || !$isElementNode(second) || first.isShadowRoot()) return true;
  const mark = make();
  if ($getState(first, endInsertionState)?.personId === mark.personId) {
    const at = first.getChildrenSize();
    if (at > 0) first.select(at, at);
    $joinWithNext(first);
    return true;
  }
  if ($getState(first, endDeletionState) === null) $setState(first, endDeletionState, mark);
  if (isBackward) first.selectEnd();
  else second.selectStart();
  return true;
}

function $isAtEdge({ anchor }: RangeSelection, block: ElementNode, atStart: boolean): boolean {
  if (anchor.type === 'element' && anchor.key === block.getKey()) {
    return anchor.offset === (atStart ? 0 : block.getChildrenSize());
  }
  const node = anchor.getNode();
  const edge = atStart ? block.getFirstDescendant() : block.getLastDescendant();
  if (edge === null || !node.is(edge)) return false;
  return anchor.offset === (atStart ? 0 : node.getTextContentSize());
}

/** Words set otherwise remember how they were set; back as they were, they carry no mark. */
export function $suggestFormat(format: TextFormatType, make: MakeSuggestion): void {
  const mark = make();
  $forEachSelectedTextNode((node) => {
    const before = $getState(node, formattingState)?.before ?? node.getFormat();
    node.toggleFormat(format);
    if ($isOwnInsertion(node, mark.personId)) return;
    $setState(node, formattingState, node.getFormat() === before ? null : { ...mark, before });
  });
}

/** Pasted blocks as words to come, paragraph by paragraph, cards between them as blocks to come. */
export function $suggestNodes(nodes: readonly LexicalNode[], make: MakeSuggestion): void {
  const mark = make();
  $suggestDeletion(mark, 'end');
  let isFirst = true;
  /** The last card below the paragraph the caret is in. */
  let card: LexicalNode | null = null;
  for (const node of nodes) {
    if (node.isInline()) {
      $insertInline($markedWords([node], mark));
      continue;
    }
    for (const block of $wordBlocksIn(node)) {
      if (!$isElementNode(block)) {
        card = $insertCard(block, mark, card);
        isFirst = false;
        continue;
      }
      if (!isFirst) $suggestParagraphBelow(card, mark);
      isFirst = false;
      card = null;
      $insertInline($markedWords(block.getChildren(), mark));
    }
  }
}

/** Below the words the caret is in, cards in their order. */
function $insertCard(card: LexicalNode, mark: Suggestion, after: LexicalNode | null): LexicalNode {
  $setState(card, insertionState, mark);
  (after ?? $rootBlockOfSelection())?.insertAfter(card);
  return card;
}

/** The paragraph shall end here; what stood behind the caret goes on below the card, where there is one. */
function $suggestParagraphBelow(card: LexicalNode | null, mark: Suggestion): void {
  $suggestParagraph(() => mark);
  const anchor = $rangeSelection()?.anchor.getNode();
  const below = anchor === undefined ? null : $wordBlockOf(anchor);
  // An item of a list stays in its list.
  if (card !== null && below?.getParent()?.is(card.getParent()) === true) card.insertAfter(below);
}

/** The blocks of words in a node, however deep in lists, boxes and tables; cards as they are. */
function $wordBlocksIn(node: LexicalNode): LexicalNode[] {
  if (!$isElementNode(node)) return [node];
  const inner = node.getChildren().filter((child) => !child.isInline());
  const words = inner.length < node.getChildrenSize() || node.isEmpty() ? [node] : [];
  return [...words, ...inner.flatMap($wordBlocksIn)];
}

function $markedWords(nodes: readonly LexicalNode[], mark: Suggestion): LexicalNode[] {
  const words = nodes.filter((node) => node.isInline());
  for (const node of words) {
    const leaves = $isElementNode(node) ? node.getChildren() : [node];
    for (const leaf of leaves) {
      $setState(leaf, deletionState, null);
      $setState(leaf, formattingState, null);
      $setState(leaf, insertionState, mark);
    }
  }
  return words;
}
