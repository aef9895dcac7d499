/** Places in the copy: from a block, a path and an offset to Lexical's nodes, to the page, and changes there. */
import {
  $createRangeSelection,
  $getEditor,
  $getNodeByKey,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $isListNode } from '@lexical/list';
import { $isTableNode } from '@lexical/table';
import type { Fix } from '../../../../shared/contract/checks.ts';
import { CardNode } from '../cards/card-node.ts';
import { FieldNode } from '../cards/field-node.ts';
import { SUGGEST_FIX_COMMAND } from '../review/suggest-commands.ts';
import { $getTableCaption, $setTableCaption } from '../table/table-caption.ts';

export interface CopyPlace {
  block: NodeKey;
  /** Positions of children from the block down to the node whose own text is meant. */
  path: readonly number[];
  /** The property meant instead of text: `caption`, `pictures.0.alt`. */
  property: string | null;
  /** UTF-16 offsets in that text. */
  start: number;
  end: number;
}

interface Leaf {
  node: LexicalNode;
  start: number;
  end: number;
}

function $nodeAt({ block, path }: Pick<CopyPlace, 'block' | 'path'>): LexicalNode | null {
  let node = $getNodeByKey(block);
  for (const position of path) node = $isElementNode(node) ? node.getChildAtIndex(position) : null;
  return node;
}

/** Texts and line breaks of a node's own copy in their order; lists inside it are copy of their own. */
function $leavesOf(node: LexicalNode | null): Leaf[] {
  const leaves: Leaf[] = [];
  let at = 0;
  function $take(inner: LexicalNode): void {
    if ($isTextNode(inner) || $isLineBreakNode(inner)) {
      const end = at + inner.getTextContentSize();
      leaves.push({ node: inner, start: at, end });
      at = end;
    } else if ($isElementNode(inner) && !$isListNode(inner)) {
      for (const child of inner.getChildren()) $take(child);
    }
  }
  if ($isElementNode(node)) for (const child of node.getChildren()) $take(child);
  return leaves;
}

/** What the page shows of a text node; null where it is not on the page. */
export function textOfPage(editor: LexicalEditor, key: NodeKey): Text | null {
  let found: Node | null = editor.getElementByKey(key);
  while (found !== null && !(found instanceof Text)) found = found.firstChild;
  return found;
}

/** What of the page a place in text is; null where it is not on the page (any more). */
export function $rangeOf(editor: LexicalEditor, place: CopyPlace): Range | null {
  const leaves = $leavesOf($nodeAt(place));
  const first = leaves.find(({ node, end }) => $isTextNode(node) && end > place.start);
  const last = leaves.findLast(
    ({ node, start, end }) => $isTextNode(node) && start < place.end && end >= place.end,
  );
  if (first === undefined || last === undefined) return null;
  const [from, to] = [textOfPage(editor, first.node.getKey()), textOfPage(editor, last.node.getKey())];
  const start = place.start - first.start;
  const end = place.end - last.start;
  if (from === null || to === null || start < 0 || start > from.length || end > to.length) return null;
  const range = new Range();
  range.setStart(from, start);
  range.setEnd(to, end);
  return range;
}

/** The field that shows a property of a block. */
export function fieldOf(editor: LexicalEditor, { block, property }: CopyPlace): HTMLElement | null {
  if (property === null) return null;
  return (
    editor.getElementByKey(block)?.querySelector<HTMLElement>(`[data-property="${CSS.escape(property)}"]`) ??
    null
  );
}

/** Puts the caret behind a place in text. */
export function $goTo(place: CopyPlace): void {
  const last = $leavesOf($nodeAt(place)).findLast(
    ({ node, start }) => $isTextNode(node) && start < place.end,
  );
  if (last === undefined || !$isTextNode(last.node)) return;
  const offset = Math.min(place.end, last.end) - last.start;
  last.node.select(offset, offset);
}

function $select(place: CopyPlace): void {
  const leaves = $leavesOf($nodeAt(place));
  const first = leaves.find(({ node, end }) => $isTextNode(node) && end > place.start);
  const last = leaves.findLast(({ node, start }) => $isTextNode(node) && start < place.end);
  if (first === undefined || last === undefined) return;
  const selection = $createRangeSelection();
  selection.anchor.set(first.node.getKey(), place.start - first.start, 'text');
  selection.focus.set(last.node.getKey(), Math.min(place.end, last.end) - last.start, 'text');
  if ($isTextNode(first.node)) selection.setFormat(first.node.getFormat());
  $setSelection(selection);
}

/** The place of a point in the copy, for comparing with findings: block, path and offset. */
export function $placeOfCaret(node: LexicalNode, offset: number): Omit<CopyPlace, 'property' | 'end'> | null {
  const path: number[] = [];
  let owner: LexicalNode | null = node;
  // Up to the element whose own copy the text is, over links and other inline elements.
  while (owner !== null && ($isTextNode(owner) || ($isElementNode(owner) && owner.isInline())))
    owner = owner.getParent();
  if (owner === null) return null;
  const leaf = $leavesOf(owner).find(({ node: one }) => one.is(node));
  for (let at: LexicalNode = owner; ;) {
    const parent: LexicalNode | null = at.getParent();
    if (parent === null) return null;
    if (parent.getKey() === 'root') return { block: at.getKey(), path, start: (leaf?.start ?? 0) + offset };
    path.unshift(at.getIndexWithinParent());
    at = parent;
  }
}

function $replaceText(place: CopyPlace, text: string): void {
  const covered = $leavesOf($nodeAt(place)).filter(
    ({ start, end }) => start < place.end && end > place.start,
  );
  for (const [position, { node, start, end }] of covered.entries()) {
    const from = Math.max(place.start, start) - start;
    const count = Math.min(place.end, end) - start - from;
    if ($isTextNode(node)) node.spliceText(from, count, position === 0 ? text : '');
    else node.remove();
  }
}

function $setItalic(place: CopyPlace): void {
  for (const { node, start, end } of $leavesOf($nodeAt(place))) {
    if (!$isTextNode(node) || end <= place.start || start >= place.end) continue;
    const from = Math.max(place.start, start) - start;
    const to = Math.min(place.end, end) - start;
    const parts = node.splitText(from, to);
    const meant = from === 0 ? parts[0] : parts[1];
    if (meant !== undefined && !meant.hasFormat('italic')) meant.toggleFormat('italic');
  }
}

function $textAt(place: CopyPlace): string {
  return $leavesOf($nodeAt(place))
    .map(({ node }) => node.getTextContent())
    .join('');
}

function changed(value: unknown, names: readonly string[], change: (text: string) => string): unknown {
  const [name, ...rest] = names;
  if (name === undefined) return typeof value === 'string' ? change(value) : value;
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) => (String(at) === name ? changed(item, rest, change) : item));
  }
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [name]: changed((value as Record<string, unknown>)[name], rest, change) };
}

function $changeProperty(place: CopyPlace, property: string, change: (text: string) => string): void {
  const node = $nodeAt(place);
  if (node instanceof FieldNode) node.setLine(change(node.getLine()));
  else if ($isTableNode(node)) $setTableCaption(node, change($getTableCaption(node)));
  else if (node instanceof CardNode) {
    const details = changed(node.getDetails(), property.split('.'), change);
    node.setDetails(details as Parameters<typeof node.setDetails>[0]);
  }
}

/** Mends one place whose words are still the ones meant. Tells whether it did. */
export function $mend(place: CopyPlace, words: string, fix: Fix): boolean {
  if (place.property !== null) {
    let done = false;
    $changeProperty(place, place.property, (text) => {
      if (fix.kind !== 'replace' || text.slice(place.start, place.end) !== words) return text;
      done = true;
      return text.slice(0, place.start) + fix.text + text.slice(place.end);
    });
    return done;
  }
  if ($textAt(place).slice(place.start, place.end) !== words) return false;
  if ($getEditor().dispatchCommand(SUGGEST_FIX_COMMAND, { $select: () => $select(place), fix })) return true;
  if (fix.kind === 'italic') $setItalic(place);
  else $replaceText(place, fix.text);
  return true;
}
