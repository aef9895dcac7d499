/** Suggestions accepted or rejected: what they are about becomes, or stays, plain copy. */
import {
  $getRoot,
  $getState,
  $isElementNode,
  $isTextNode,
  $setState,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import type { Suggestion } from '../../../../shared/document/marks.ts';
import {
  deletionState,
  endDeletionState,
  endInsertionState,
  formattingState,
  insertionState,
} from './review-marks.ts';
import { $joinWithNext } from './suggest.ts';

function $walk(node: LexicalNode, visit: (node: LexicalNode) => void): void {
  if ($isElementNode(node)) for (const child of node.getChildren()) $walk(child, visit);
  visit(node);
}

/** Removes a node and what it leaves empty: a link without words, a list without items. */
function $remove(node: LexicalNode): void {
  const parent = node.getParent();
  node.remove(true);
  const isShell = $isElementNode(parent) && (parent.isInline() || parent.getType() === 'list');
  if (isShell && parent.isEmpty()) $remove(parent);
}

/** Settles the suggestions with these ids, or all of them. Walks the document once. */
export function $settle(decision: 'accept' | 'reject', ids: ReadonlySet<string> | 'all'): void {
  const isMeant = (mark: Suggestion | null): mark is Suggestion =>
    mark !== null && (ids === 'all' || ids.has(mark.id));
  const [comes, goes] =
    decision === 'accept' ? [insertionState, deletionState] : [deletionState, insertionState];
  const joins = decision === 'accept' ? endDeletionState : endInsertionState;
  const stays = decision === 'accept' ? endInsertionState : endDeletionState;
  const leaving: LexicalNode[] = [];
  const joining: ElementNode[] = [];
  $walk($getRoot(), (node) => {
    if (node.__state === undefined) return;
    if (isMeant($getState(node, comes))) $setState(node, comes, null);
    if (isMeant($getState(node, goes))) leaving.push(node);
    if ($isTextNode(node)) {
      const formatting = $getState(node, formattingState);
      if (isMeant(formatting)) {
        if (decision === 'reject') node.setFormat(formatting.before);
        $setState(node, formattingState, null);
      }
    }
    if (!$isElementNode(node)) return;
    if (isMeant($getState(node, stays))) $setState(node, stays, null);
    if (isMeant($getState(node, joins))) joining.push(node);
  });
  for (const node of leaving) if (node.isAttached()) $remove(node);
  for (const block of joining.toReversed()) {
    if (!block.isAttached()) continue;
    $setState(block, joins, null);
    $joinWithNext(block);
  }
}
