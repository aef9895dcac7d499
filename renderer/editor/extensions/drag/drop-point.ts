/** Where in the copy words that are dragged would come to stand. */
import {
  $caretFromPoint,
  $comparePointCaretNext,
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $isDecoratorNode,
  $isElementNode,
  $isRootOrShadowRoot,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $lettersBefore } from '../copy/copy-selection.ts';

export interface DropPoint {
  /** The caret there. */
  selection: RangeSelection;
  /** The same on the page. */
  range: Range;
}

/** The paragraph, heading, item … a point stands in; null between blocks, where no words stand. */
function $holderOf(point: PointType): ElementNode | null {
  for (let node: LexicalNode | null = point.getNode(); node !== null; node = node.getParent()) {
    if (!$isElementNode(node) || node.isInline()) continue;
    return $isRootOrShadowRoot(node) || node.getChildren().some((child) => !child.isInline()) ? null : node;
  }
  return null;
}

/** The place under the pointer; null where no words can be put: over a card, between blocks, beside the copy. */
export function $dropPointAt(
  editor: LexicalEditor,
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
): DropPoint | null {
  const root = editor.getRootElement();
  const position = document.caretPositionFromPoint(clientX, clientY);
  if (root === null || position === null || !root.contains(position.offsetNode)) return null;
  const nearest = $getNearestNodeFromDOMNode(position.offsetNode);
  if (nearest === null || $isDecoratorNode(nearest)) return null;
  const range = document.createRange();
  range.setStart(position.offsetNode, position.offset);
  const selection = $createRangeSelection();
  selection.applyDOMRange(range);
  return $holderOf(selection.anchor) === null ? null : { selection, range };
}

/** Whether two points are one place for who reads: the end of some words, and the beginning of those set otherwise. */
function $isSamePlace(one: PointType, other: PointType): boolean {
  const [holder, otherHolder] = [$holderOf(one), $holderOf(other)];
  if (holder === null || otherHolder === null || !holder.is(otherHolder)) return false;
  return $lettersBefore(one, holder) === $lettersBefore(other, holder);
}

/** Whether a point lies within a selection, its two ends included. */
export function $isWithin(selection: RangeSelection, point: PointType): boolean {
  const [start, end] = selection.getStartEndPoints() ?? [selection.anchor, selection.focus];
  const [first, last] = selection.isBackward() ? [end, start] : [start, end];
  if ($isSamePlace(point, first) || $isSamePlace(point, last)) return true;
  const at = $caretFromPoint(point, 'next');
  return (
    $comparePointCaretNext($caretFromPoint(first, 'next'), at) <= 0 &&
    $comparePointCaretNext(at, $caretFromPoint(last, 'next')) <= 0
  );
}
