/** What is selected in the copy, as positions that mean the same when the same document is opened again. */
import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type PointType,
} from 'lexical';
import type { CopySelection } from '../../../../shared/contract/places.ts';

type CopyPoint = CopySelection['anchor'];

function $placeOf(point: PointType): CopyPoint {
  const path: number[] = [];
  for (let node: LexicalNode | null = point.getNode(); node !== null && node.getKey() !== 'root';) {
    path.unshift(node.getIndexWithinParent());
    node = node.getParent();
  }
  return { path, offset: point.offset };
}

/** How many characters stand before a point in a block around it. */
export function $lettersBefore(point: PointType, block: LexicalNode): number {
  const holder = point.getNode();
  const before =
    point.type === 'element' && $isElementNode(holder) ? holder.getChildren().slice(0, point.offset) : [];
  let count = point.type === 'text' ? point.offset : 0;
  for (let node: LexicalNode | null = holder; node !== null && !node.is(block); node = node.getParent()) {
    before.push(...node.getPreviousSiblings());
  }
  for (const node of before) count += node.getTextContentSize();
  return count;
}

/** Null where no run of text is selected. */
export function $readSelection(): CopySelection | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return { anchor: $placeOf(selection.anchor), focus: $placeOf(selection.focus) };
}

/** Puts a point where it was, or as near as a document that has changed since allows. */
function $setPoint(point: PointType, { path, offset }: CopyPoint): void {
  let node: LexicalNode = $getRoot();
  for (const index of path) {
    const child: LexicalNode | null = $isElementNode(node)
      ? node.getChildAtIndex(Math.min(index, node.getChildrenSize() - 1))
      : null;
    if (child === null || !($isElementNode(child) || $isTextNode(child))) break;
    node = child;
  }
  if ($isTextNode(node)) point.set(node.getKey(), Math.min(offset, node.getTextContentSize()), 'text');
  else if ($isElementNode(node))
    point.set(node.getKey(), Math.min(offset, node.getChildrenSize()), 'element');
}

export function $restoreSelection({ anchor, focus }: CopySelection): void {
  const selection = $createRangeSelection();
  $setPoint(selection.anchor, anchor);
  $setPoint(selection.focus, focus);
  $setSelection(selection);
}
